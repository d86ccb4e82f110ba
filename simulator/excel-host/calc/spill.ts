import type { Rect } from "../model/address.ts";
import { MAX_COLUMNS, MAX_ROWS, rect } from "../model/address.ts";
import { cellAt, eachPosition, inheritedFormat } from "../model/cells.ts";
import type { Cell } from "../model/grid.ts";
import type { Worksheet } from "../model/types.ts";
import type { Matrix, Scalar } from "../model/value.ts";
import { cellError } from "../model/value.ts";
import type { FormulaCell } from "./graph.ts";

/** What writing a result changed, and the area it would like to have but could not get. */
export interface Written {
  readonly changed: readonly Rect[];
  readonly spill?: Rect;
  readonly blocked?: Rect;
}

const sameValue = (a: Scalar, b: Scalar): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && a?.error === b?.error);

const withoutSpill = (cell: Cell): Cell => {
  const { spill: _spill, ...rest } = cell;
  return rest;
};

/** Results are no edits: they are written past the undo journal. */
const put = (sheet: Worksheet, row: number, column: number, cell: Cell): void => {
  const isPlain = cell.value === null && cell.formula === null && cell.format === inheritedFormat(sheet, row, column);
  sheet.cells.set(row, column, isPlain ? undefined : cell);
};

/** Takes the values away that a formula spilled, except where a person typed over them. */
export const clearSpill = (sheet: Worksheet, anchor: { row: number; column: number }, area: Rect): void =>
  eachPosition(area, (row, column) => {
    const { spilledFrom, ...cell } = cellAt(sheet, row, column);
    if (spilledFrom?.row === anchor.row && spilledFrom.column === anchor.column) {
      put(sheet, row, column, { ...cell, value: null });
    }
  });

const isFree = (sheet: Worksheet, area: Rect, anchor: FormulaCell): boolean => {
  if (area.row + area.rows > MAX_ROWS || area.column + area.columns > MAX_COLUMNS) return false;
  let free = true;
  eachPosition(area, (row, column) => {
    const isAnchor = row === anchor.row && column === anchor.column;
    const cell = sheet.cells.get(row, column);
    if (!isAnchor && cell && (cell.value !== null || cell.formula !== null)) free = false;
  });
  const inTable = sheet.tables.some(
    ({ range }) =>
      anchor.row >= range.row &&
      anchor.row < range.row + range.rows &&
      anchor.column >= range.column &&
      anchor.column < range.column + range.columns,
  );
  return free && !inTable;
};

const writeSingle = ({ sheet, row, column }: FormulaCell, value: Scalar): boolean => {
  const before = cellAt(sheet, row, column);
  if (sameValue(before.value, value) && !before.spill) return false;
  put(sheet, row, column, { ...withoutSpill(before), value });
  return true;
};

const writeSpill = (cell: FormulaCell, matrix: Matrix, area: Rect): void => {
  const { sheet } = cell;
  for (const [i, line] of matrix.entries()) {
    for (const [j, value] of line.entries()) {
      const row = cell.row + i;
      const column = cell.column + j;
      const before = cellAt(sheet, row, column);
      const extra =
        i === 0 && j === 0
          ? { spill: { rows: area.rows, columns: area.columns } }
          : { spilledFrom: { row: cell.row, column: cell.column } };
      put(sheet, row, column, { ...before, value, ...extra });
    }
  }
};

/** Writes a formula's result into its cell, and an array over its neighbours when they are free. */
export const writeResult = (cell: FormulaCell, result: Scalar | Matrix, before: Rect | undefined): Written => {
  const here = rect(cell.row, cell.column);
  if (before) clearSpill(cell.sheet, cell, before);
  const cleared = before ? [before] : [];
  if (!Array.isArray(result)) {
    const isChanged = writeSingle(cell, result as Scalar);
    return { changed: isChanged || before ? [here, ...cleared] : [] };
  }
  const matrix: Matrix = result;
  const area = rect(cell.row, cell.column, matrix.length, matrix[0]?.length ?? 1);
  if (!isFree(cell.sheet, area, cell)) {
    writeSingle(cell, cellError("#SPILL!"));
    return { changed: [here, ...cleared], blocked: area };
  }
  writeSpill(cell, matrix, area);
  return { changed: [area, ...cleared], spill: area };
};
