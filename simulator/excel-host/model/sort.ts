import type { Rect } from "./address.ts";
import { lastRow, rect } from "./address.ts";
import { compareValues } from "../calc/operand.ts";
import { copyFormula } from "../calc/rewrite.ts";
import { cellAt, storeCell } from "./cells.ts";
import { emit, emitChanged, eventOrigin } from "./emit.ts";
import { reapplyTableFilters } from "./filter.ts";
import type { Cell } from "./grid.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardEdit, guardOption } from "./protection.ts";
import type { SortField } from "./rules.ts";
import { bodyOf } from "./table-parts.ts";
import type { Table, Worksheet } from "./types.ts";
import type { Scalar } from "./value.ts";
import { isCellError } from "./value.ts";

const rank = (value: Scalar): number => {
  if (value === null) return 4;
  if (isCellError(value)) return 3;
  return { number: 0, string: 1, boolean: 2 }[typeof value as "number"];
};

/** Excel's order: numbers, text, booleans, errors; empty cells last in both directions. */
const compare = (a: Scalar, b: Scalar, ascending: boolean): number => {
  const byRank = rank(a) - rank(b);
  const isEmptyInvolved = a === null || b === null;
  const order = byRank !== 0 ? byRank : isCellError(a) ? 0 : compareValues(a, b);
  return ascending || isEmptyInvolved ? order : -order;
};

type Line = readonly Cell[];

const readLines = (sheet: Worksheet, area: Rect): readonly Line[] =>
  Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => cellAt(sheet, area.row + i, area.column + j)),
  );

const writeLine = (sheet: Worksheet, area: Rect, line: Line, from: number, to: number): void => {
  for (const [j, cell] of line.entries()) {
    const formula = cell.formula === null ? null : copyFormula(cell.formula, to - from, 0);
    const kept = cellAt(sheet, area.row + to, area.column + j);
    storeCell(sheet, area.row + to, area.column + j, {
      ...cell,
      formula,
      format: { ...cell.format, locked: kept.format.locked },
    });
  }
};

/** Sorts the rows of an area; rows hidden by hand or by a filter stay where they are. */
export const sortRows = (sheet: Worksheet, area: Rect, fields: readonly SortField[]): Outcome<undefined> => {
  const edit = guardEdit(sheet, area);
  const option = guardOption(sheet, "allowSort");
  if (!edit.ok) return edit;
  if (!option.ok) return option;
  if (fields.length === 0 || fields.some(({ key }) => key < 0 || key >= area.columns)) {
    return refused("InvalidArgument", "A sort field is outside the range.");
  }
  const lines = readLines(sheet, area);
  const places = lines.map((_, i) => i).filter((i) => sheet.rows.get(area.row + i)?.filtered !== true);
  const sorted = places.toSorted((a, b) => {
    for (const { key, ascending } of fields) {
      const order = compare(lines[a]?.[key]?.value ?? null, lines[b]?.[key]?.value ?? null, ascending);
      if (order !== 0) return order;
    }
    return a - b;
  });
  for (const [i, from] of sorted.entries()) {
    const to = places[i] ?? i;
    const line = lines[from];
    if (line && from !== to) writeLine(sheet, area, line, from, to);
  }
  const origin = eventOrigin(sheet.workbook);
  emit(sheet.workbook, { type: "rowSorted", ...origin, sheetId: sheet.id, area });
  emitChanged(sheet, area);
  return done(undefined);
};

export const sortTable = (table: Table, fields: readonly SortField[]): Outcome<undefined> => {
  const sorted = sortRows(table.sheet, bodyOf(table), fields);
  if (!sorted.ok) return sorted;
  table.sheet.workbook.journal.set(table, "sortFields", fields);
  if (table.filters.size > 0) reapplyTableFilters(table);
  return done(undefined);
};

/** Sorts the columns of an area by the values of rows (offsets from its first row). */
export const sortColumns = (sheet: Worksheet, area: Rect, fields: readonly SortField[]): Outcome<undefined> => {
  const edit = guardEdit(sheet, area);
  if (!edit.ok) return edit;
  if (fields.some(({ key }) => key < 0 || key >= area.rows)) {
    return refused("InvalidArgument", "A sort field is outside the range.");
  }
  const lines = readLines(sheet, area);
  const order = Array.from({ length: area.columns }, (_, j) => j).sort((a, b) => {
    for (const { key, ascending } of fields) {
      const found = compare(lines[key]?.[a]?.value ?? null, lines[key]?.[b]?.value ?? null, ascending);
      if (found !== 0) return found;
    }
    return a - b;
  });
  for (const [i, line] of lines.entries()) {
    for (const [to, from] of order.entries()) {
      const cell = line[from];
      if (cell && from !== to) storeCell(sheet, area.row + i, area.column + to, cell);
    }
  }
  emit(sheet.workbook, { type: "columnSorted", ...eventOrigin(sheet.workbook), sheetId: sheet.id, area });
  emitChanged(sheet, rect(area.row, area.column, lastRow(area) - area.row + 1, area.columns));
  return done(undefined);
};
