import type { Rect } from "./address.ts";
import { lastRow, rect } from "./address.ts";
import type { Criterion } from "../calc/criteria.ts";
import { criterionOf } from "../calc/criteria.ts";
import { formatAt, valueAt } from "./cells.ts";
import { displayText } from "./display.ts";
import { emit, eventOrigin } from "./emit.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardOption } from "./protection.ts";
import type { FilterCriteria } from "./rules.ts";
import { bodyOf } from "./table-parts.ts";
import type { RowProps, Table, Worksheet } from "./types.ts";

type RowTest = (row: number) => boolean;

const passesValues = (sheet: Worksheet, column: number, values: readonly string[]): RowTest => {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (row) => wanted.has(displayText(sheet, row, column).toLowerCase());
};

const passesCustom = (
  sheet: Worksheet,
  column: number,
  criteria: Extract<FilterCriteria, { filterOn: "Custom" }>,
): RowTest => {
  const year = new Date(sheet.workbook.now()).getUTCFullYear();
  const read = (text: string): Criterion => criterionOf(text, sheet.workbook.culture, year);
  const first = read(criteria.criterion1);
  if (criteria.criterion2 === undefined) return (row) => first(valueAt(sheet, row, column));
  const second = read(criteria.criterion2);
  const isOr = criteria.operator === "Or";
  return (row) => {
    const value = valueAt(sheet, row, column);
    return isOr ? first(value) || second(value) : first(value) && second(value);
  };
};

const passesTop = (
  sheet: Worksheet,
  body: Rect,
  column: number,
  criteria: Extract<FilterCriteria, { count: number }>,
): RowTest => {
  const numbers: number[] = [];
  for (let row = body.row; row <= lastRow(body); row += 1) {
    const value = valueAt(sheet, row, column);
    if (typeof value === "number") numbers.push(value);
  }
  const isTop = criteria.filterOn.startsWith("Top");
  const sorted = numbers.sort((a, b) => (isTop ? b - a : a - b));
  const isPercent = criteria.filterOn.endsWith("Percent");
  const wanted = Math.max(1, isPercent ? Math.floor((sorted.length * criteria.count) / 100) : criteria.count);
  const limit = sorted[Math.min(wanted, sorted.length) - 1];
  return (row) => {
    const value = valueAt(sheet, row, column);
    return typeof value === "number" && limit !== undefined && (isTop ? value >= limit : value <= limit);
  };
};

const rowTest = (sheet: Worksheet, body: Rect, column: number, criteria: FilterCriteria): RowTest => {
  switch (criteria.filterOn) {
    case "Values":
      return passesValues(sheet, column, criteria.values);
    case "Custom":
      return passesCustom(sheet, column, criteria);
    case "CellColor":
      return (row) => (formatAt(sheet, row, column).fill ?? "#FFFFFF") === criteria.color;
    case "FontColor":
      return (row) => formatAt(sheet, row, column).fontColor === criteria.color;
    case "TopItems":
    case "BottomItems":
    case "TopPercent":
    case "BottomPercent":
      return passesTop(sheet, body, column, criteria);
  }
};

/** Marks the rows of a body that the tests do not let through; other rows keep what they have. */
const hideRows = (sheet: Worksheet, body: Rect, tests: readonly RowTest[]): void => {
  const next = new Map<number, RowProps>(sheet.rows);
  for (let row = body.row; row <= lastRow(body); row += 1) {
    const isHidden = !tests.every((test) => test(row));
    const props = next.get(row);
    if ((props?.filtered === true) === isHidden) continue;
    const { filtered: _filtered, ...rest } = props ?? {};
    if (isHidden) next.set(row, { ...rest, filtered: true });
    else if (Object.keys(rest).length > 0) next.set(row, rest);
    else next.delete(row);
  }
  sheet.workbook.journal.set(sheet, "rows", next);
};

/** Hides and shows the rows of a table after its filters or its data changed. */
export const reapplyTableFilters = (table: Table): void => {
  const { sheet } = table;
  const body = bodyOf(table);
  const tests = [...table.filters].flatMap(([id, criteria]) => {
    const at = table.columns.findIndex((column) => column.id === id);
    return at === -1 ? [] : [rowTest(sheet, body, table.range.column + at, criteria)];
  });
  hideRows(sheet, body, tests);
  sheet.workbook.calculator.invalidate();
  emit(sheet.workbook, { type: "filtered", ...eventOrigin(sheet.workbook), sheetId: sheet.id, tableId: table.id });
};

export const setTableFilter = (table: Table, columnId: number, criteria: FilterCriteria | null): Outcome<undefined> => {
  const allowed = guardOption(table.sheet, "allowAutoFilter");
  if (!allowed.ok) return allowed;
  if (!table.columns.some((column) => column.id === columnId)) {
    return refused("ItemNotFound", "The requested resource doesn't exist.");
  }
  const filters = new Map(table.filters);
  if (criteria) filters.set(columnId, criteria);
  else filters.delete(columnId);
  table.sheet.workbook.journal.set(table, "filters", filters);
  reapplyTableFilters(table);
  return done(undefined);
};

export const clearTableFilters = (table: Table): Outcome<undefined> => {
  const allowed = guardOption(table.sheet, "allowAutoFilter");
  if (!allowed.ok) return allowed;
  table.sheet.workbook.journal.set(table, "filters", new Map());
  reapplyTableFilters(table);
  return done(undefined);
};

/** Filters a plain range; null takes the filter away. The first row of the area is its header. */
export const setAutoFilter = (
  sheet: Worksheet,
  area: Rect | null,
  criteria: ReadonlyMap<number, FilterCriteria> = new Map(),
): Outcome<undefined> => {
  const allowed = guardOption(sheet, "allowAutoFilter");
  if (!allowed.ok) return allowed;
  const before = sheet.autoFilter;
  if (before) hideRows(sheet, dataOf(before.area), []);
  sheet.workbook.journal.set(sheet, "autoFilter", area && { area, criteria });
  if (area && area.rows > 1) {
    const body = dataOf(area);
    hideRows(
      sheet,
      body,
      [...criteria].map(([offset, entry]) => rowTest(sheet, body, area.column + offset, entry)),
    );
  }
  sheet.workbook.calculator.invalidate();
  emit(sheet.workbook, { type: "filtered", ...eventOrigin(sheet.workbook), sheetId: sheet.id, tableId: null });
  return done(undefined);
};

const dataOf = (area: Rect): Rect => rect(area.row + 1, area.column, Math.max(1, area.rows - 1), area.columns);

/** Different displayed texts of a table column in the order of the rows; "" stands for blanks. */
export const filterChoices = (table: Table, columnId: number): readonly string[] => {
  const at = table.columns.findIndex((column) => column.id === columnId);
  const body = bodyOf(table);
  if (at === -1 || table.isBlank) return [];
  const texts = Array.from({ length: body.rows }, (_, i) => displayText(table.sheet, body.row + i, body.column + at));
  return [...new Set(texts)];
};
