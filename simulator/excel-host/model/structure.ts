// Inserting and deleting cells: everything that hangs on positions moves along.
import type { Rect } from "./address.ts";
import {
  MAX_COLUMNS,
  MAX_ROWS,
  intersects,
  isEntireColumns,
  isEntireRows,
  isInsideSheet,
  lastRow,
  rect,
} from "./address.ts";
import { mapReferences } from "../calc/rewrite.ts";
import { inheritedFormat, isEmptyCell, storeCell } from "./cells.ts";
import { emitChanged } from "./emit.ts";
import type { ChangeType } from "./events.ts";
import type { PlacedCell } from "./grid.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardEdit, guardOption } from "./protection.ts";
import { rewriteFormulas } from "./references.ts";
import type { ProtectionOptions } from "./rules.ts";
import type { Axis, Shift } from "./shift.ts";
import { shiftKeys, shiftRect } from "./shift.ts";
import { planTables, shiftTables } from "./table-shift.ts";
import type { Worksheet } from "./types.ts";

/** All cells that a shift moves or removes: the block and everything behind it. */
const movingArea = ({ axis, block }: Shift): Rect =>
  axis === "rows"
    ? rect(block.row, block.column, MAX_ROWS - block.row, block.columns)
    : rect(block.row, block.column, block.rows, MAX_COLUMNS - block.column);

const isWhole = ({ axis, block }: Shift): boolean => (axis === "rows" ? isEntireRows(block) : isEntireColumns(block));

const guardShift = (sheet: Worksheet, shift: Shift): Outcome<undefined> => {
  if (!isWhole(shift)) return guardEdit(sheet, movingArea(shift));
  const noun = shift.axis === "rows" ? "Rows" : "Columns";
  const verb = shift.kind === "insert" ? "Insert" : "Delete";
  return guardOption(sheet, `allow${verb}${noun}` as Exclude<keyof ProtectionOptions, "selectionMode">);
};

const fallsOff = (sheet: Worksheet, { axis, block }: Shift): boolean => {
  const edge =
    axis === "rows"
      ? rect(MAX_ROWS - block.rows, block.column, block.rows, block.columns)
      : rect(block.row, MAX_COLUMNS - block.columns, block.rows, block.columns);
  return sheet.cells.within(edge).some(({ cell }) => !isEmptyCell(cell));
};

const moveCells = (sheet: Worksheet, shift: Shift): void => {
  const { kind, axis, block } = shift;
  const moving = sheet.cells.within(movingArea(shift));
  const by = (axis === "rows" ? block.rows : block.columns) * (kind === "insert" ? 1 : -1);
  const target = ({ row, column }: PlacedCell): readonly [number, number] =>
    axis === "rows" ? [row + by, column] : [row, column + by];
  const isRemoved = ({ row, column }: PlacedCell): boolean => kind === "delete" && intersects(block, rect(row, column));
  for (const { row, column } of moving) storeCell(sheet, row, column, undefined);
  for (const placed of moving) {
    const [row, column] = target(placed);
    if (!isRemoved(placed) && row < MAX_ROWS && column < MAX_COLUMNS) {
      storeCell(sheet, row, column, placed.cell.spilledFrom ? undefined : placed.cell);
    }
  }
};

const moveProps = (sheet: Worksheet, shift: Shift): void => {
  if (!isWhole(shift)) return;
  const { kind, axis, block } = shift;
  const { journal } = sheet.workbook;
  if (axis === "rows") journal.set(sheet, "rows", shiftKeys(sheet.rows, block.row, block.rows, kind));
  else journal.set(sheet, "columns", shiftKeys(sheet.columns, block.column, block.columns, kind));
};

const shiftAreas = (areas: readonly Rect[], shift: Shift): readonly Rect[] =>
  areas.map((area) => shiftRect(area, shift)).filter((area) => area !== null);

const moveRules = (sheet: Worksheet, shift: Shift): void => {
  const { journal } = sheet.workbook;
  const moved = <T extends { readonly areas: readonly Rect[] }>(entries: readonly T[]): readonly T[] =>
    entries
      .map((entry) => ({ ...entry, areas: shiftAreas(entry.areas, shift) }))
      .filter((entry) => entry.areas.length > 0);
  if (sheet.validations.length > 0) journal.set(sheet, "validations", moved(sheet.validations));
  if (sheet.conditionalFormats.length > 0) journal.set(sheet, "conditionalFormats", moved(sheet.conditionalFormats));
  if (sheet.merged.length > 0) journal.set(sheet, "merged", shiftAreas(sheet.merged, shift));
  if (sheet.autoFilter) {
    const area = shiftRect(sheet.autoFilter.area, shift);
    journal.set(sheet, "autoFilter", area && { ...sheet.autoFilter, area });
  }
  for (const other of sheet.workbook.sheets) {
    if (other.charts.length === 0) continue;
    const charts = other.charts.map((chart) => {
      const area = chart.source.sheetId === sheet.id ? shiftRect(chart.source.area, shift) : chart.source.area;
      return { ...chart, source: { ...chart.source, area: area ?? chart.source.area } };
    });
    journal.set(other, "charts", charts);
  }
};

const moveTracked = (sheet: Worksheet, shift: Shift): void => {
  for (const tracked of sheet.workbook.trackedRanges) {
    if (tracked.sheet === sheet && tracked.area) {
      sheet.workbook.journal.set(tracked, "area", shiftRect(tracked.area, shift));
    }
  }
};

const moveFormulas = (sheet: Worksheet, shift: Shift): void => {
  const name = sheet.name.toLowerCase();
  rewriteFormulas(
    sheet.workbook,
    (home) => (formula) =>
      mapReferences(formula, (named, area) => {
        const isHere = named === undefined ? home === sheet : named.toLowerCase() === name;
        return isHere ? shiftRect(area, shift) : area;
      }),
  );
};

/** New cells look like their neighbours above or on the left; below a table's header like the row after them. */
const inheritFormats = (sheet: Worksheet, { axis, block }: Shift): void => {
  const isRows = axis === "rows";
  const isUnderHeader =
    isRows &&
    sheet.tables.some(
      ({ range, showHeaders }) => showHeaders && range.row === block.row - 1 && intersects(range, block),
    );
  const from = isUnderHeader ? block.row + block.rows : (isRows ? block.row : block.column) - 1;
  if (from < 0) return;
  const source = isRows ? rect(from, block.column, 1, block.columns) : rect(block.row, from, block.rows, 1);
  for (const { row, column, cell } of sheet.cells.within(source)) {
    if (cell.format === inheritedFormat(sheet, row, column)) continue;
    const format = cell.format.quotePrefix ? { ...cell.format, quotePrefix: false } : cell.format;
    const count = isRows ? block.rows : block.columns;
    for (let i = 0; i < count; i += 1) {
      const [newRow, newColumn] = isRows ? [block.row + i, column] : [row, block.column + i];
      storeCell(sheet, newRow, newColumn, { value: null, formula: null, format });
    }
  }
};

/** Moves all that depends on positions. The caller has checked protection, tables and the sheet's edge. */
const shiftSheet = (sheet: Worksheet, shift: Shift): void => {
  moveCells(sheet, shift);
  moveProps(sheet, shift);
  moveRules(sheet, shift);
  moveTracked(sheet, shift);
  moveFormulas(sheet, shift);
  shiftTables(sheet, shift);
  if (shift.kind === "insert") inheritFormats(sheet, shift);
  sheet.workbook.calculator.invalidate();
};

const changeTypeOf = (shift: Shift): ChangeType => {
  const verb = shift.kind === "insert" ? "Inserted" : "Deleted";
  if (!isWhole(shift)) return `Cell${verb}`;
  return shift.axis === "rows" ? `Row${verb}` : `Column${verb}`;
};

const DIRECTIONS = {
  insert: { rows: "Down", columns: "Right" },
  delete: { rows: "Up", columns: "Left" },
} as const;

export interface ShiftOptions {
  /** What the event says; a table's rows are "RowInserted" although the sheet's rows stay. */
  readonly changeType?: ChangeType;
}

const perform = (sheet: Worksheet, shift: Shift, { changeType }: ShiftOptions): Outcome<Rect> => {
  const allowed = guardShift(sheet, shift);
  if (!allowed.ok) return allowed;
  if (shift.kind === "insert" && fallsOff(sheet, shift)) {
    return refused(
      "NonBlankCellOffSheet",
      "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
    );
  }
  const planned = planTables(sheet, shift);
  if (!planned.ok) return planned;
  const plan = planned.value;
  for (const area of plan.emptied) clearBody(sheet, area);
  for (const table of plan.blanked) sheet.workbook.journal.set(table, "isBlank", true);
  if (plan.shift) shiftSheet(sheet, plan.shift);
  emitChanged(sheet, shift.block, {
    changeType: changeType ?? changeTypeOf(shift),
    ...(isWhole(shift) ? {} : { shift: DIRECTIONS[shift.kind][shift.axis] }),
  });
  return done(shift.block);
};

const clearBody = (sheet: Worksheet, area: Rect): void => {
  for (const { row, column, cell } of sheet.cells.within(area)) {
    storeCell(sheet, row, column, { value: null, formula: null, format: cell.format });
  }
};

/** Makes room at `area`: its cells and those behind move down ("rows") or right ("columns"). */
export const insertCells = (sheet: Worksheet, area: Rect, axis: Axis, options: ShiftOptions = {}): Outcome<Rect> =>
  perform(sheet, { kind: "insert", axis, block: area }, options);

/** Takes `area` out: cells behind it move up ("rows") or left ("columns"). */
export const deleteCells = (sheet: Worksheet, area: Rect, axis: Axis, options: ShiftOptions = {}): Outcome<Rect> =>
  perform(sheet, { kind: "delete", axis, block: area }, options);

/** Whether an area is on the sheet, empty and free of tables. */
export const isFree = (sheet: Worksheet, area: Rect): boolean =>
  isInsideSheet(area) &&
  sheet.cells.within(area).every(({ cell }) => isEmptyCell(cell)) &&
  !sheet.tables.some(({ range }) => intersects(range, area));

/** Whether the cells below `area` (same columns) are all empty and free of tables. */
export const isFreeBelow = (sheet: Worksheet, area: Rect, rows: number): boolean =>
  isFree(sheet, rect(lastRow(area) + 1, area.column, rows, area.columns));
