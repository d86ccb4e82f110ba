// Reading and storing single cells, with the formats of rows, columns and sheet behind them.
import type { Rect } from "./address.ts";
import { WHOLE_SHEET, rect } from "./address.ts";
import type { CellFormat } from "./format.ts";
import type { Cell, PlacedCell } from "./grid.ts";
import type { Worksheet } from "./types.ts";
import type { Scalar } from "./value.ts";

/** Format of a cell that is not stored: its row's, else its column's, else the sheet's. */
export const inheritedFormat = (sheet: Worksheet, row: number, column: number): CellFormat =>
  sheet.rows.get(row)?.format ?? sheet.columns.get(column)?.format ?? sheet.defaultFormat;

/** The cell as it is, stored or not. */
export const cellAt = (sheet: Worksheet, row: number, column: number): Cell =>
  sheet.cells.get(row, column) ?? { value: null, formula: null, format: inheritedFormat(sheet, row, column) };

export const valueAt = (sheet: Worksheet, row: number, column: number): Scalar =>
  sheet.cells.get(row, column)?.value ?? null;

export const formatAt = (sheet: Worksheet, row: number, column: number): CellFormat =>
  sheet.cells.get(row, column)?.format ?? inheritedFormat(sheet, row, column);

export const isEmptyCell = (cell: Cell): boolean => cell.value === null && cell.formula === null;

/** Stores a cell; undefined takes it out. Recalculation is told, events are not. */
export const storeCell = (sheet: Worksheet, row: number, column: number, next: Cell | undefined): void => {
  const before = sheet.cells.get(row, column);
  if (before === next) return;
  sheet.workbook.journal.setCell(sheet.cells, row, column, next);
  if ((before?.value ?? null) !== (next?.value ?? null) || (before?.formula ?? null) !== (next?.formula ?? null)) {
    sheet.workbook.calculator.touch(sheet, rect(row, column));
  }
};

/** Calls `visit` for each position of the area, row by row. */
export const eachPosition = (area: Rect, visit: (row: number, column: number) => void): void => {
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) visit(row, column);
  }
};

export const mapArea = <T>(area: Rect, read: (row: number, column: number) => T): T[][] =>
  Array.from({ length: area.rows }, (_, i) =>
    Array.from({ length: area.columns }, (_, j) => read(area.row + i, area.column + j)),
  );

const isUsed = (sheet: Worksheet, row: number, column: number, cell: Cell, valuesOnly: boolean): boolean =>
  !isEmptyCell(cell) || (!valuesOnly && cell.format !== inheritedFormat(sheet, row, column));

/** Stored cells with content, or also with a format of their own. */
export const usedCells = (sheet: Worksheet, area: Rect, valuesOnly: boolean): readonly PlacedCell[] =>
  sheet.cells.within(area).filter(({ row, column, cell }) => isUsed(sheet, row, column, cell, valuesOnly));

/** Smallest rectangle around everything used; undefined on an empty sheet. */
export const usedArea = (sheet: Worksheet, within: Rect = WHOLE_SHEET, valuesOnly = false): Rect | undefined => {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  sheet.cells.scan(within, (row, column, cell) => {
    const isInside = row >= top && row <= bottom && column >= left && column <= right;
    if (isInside || !isUsed(sheet, row, column, cell, valuesOnly)) return;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  });
  return bottom < 0 ? undefined : rect(top, left, bottom - top + 1, right - left + 1);
};

export const isRowHidden = (sheet: Worksheet, row: number): boolean => {
  const props = sheet.rows.get(row);
  return props !== undefined && (props.hidden === true || props.filtered === true);
};

export const isColumnHidden = (sheet: Worksheet, column: number): boolean => sheet.columns.get(column)?.hidden === true;
