import type { Position, Rect } from "./address.ts";
import { MAX_COLUMNS, containsCell } from "./address.ts";
import type { CellFormat } from "./format.ts";
import type { Scalar } from "./value.ts";

export interface Hyperlink {
  readonly address?: string;
  readonly documentReference?: string;
  readonly screenTip?: string;
  readonly textToDisplay?: string;
}

/** One stored cell; replaced, never changed in place. */
export interface Cell {
  /** What the cell holds; for a formula its last result. */
  readonly value: Scalar;
  /** Formula text with its "=", or null. */
  readonly formula: string | null;
  readonly format: CellFormat;
  /** Size of the spilled array, on the anchor cell. */
  readonly spill?: { readonly rows: number; readonly columns: number };
  /** Anchor of the array this value was spilled from. */
  readonly spilledFrom?: Position;
  readonly hyperlink?: Hyperlink;
}

export interface PlacedCell extends Position {
  readonly cell: Cell;
}

/** Sparse store of cells; only what differs from the sheet's defaults is kept. */
export interface CellGrid {
  readonly get: (row: number, column: number) => Cell | undefined;
  readonly set: (row: number, column: number, cell: Cell | undefined) => void;
  /** Stored cells inside `area`, row by row, columns ascending. */
  readonly within: (area: Rect) => readonly PlacedCell[];
  /** Calls back for each stored cell inside `area`, in no order; cheaper than `within`, for areas of any size. */
  readonly scan: (area: Rect, visit: (row: number, column: number, cell: Cell) => void) => void;
  /** Stored cells with a formula or a spilled value, row by row: a large sheet is not searched for its few formulas. */
  readonly calculated: () => readonly PlacedCell[];
  readonly size: () => number;
}

const ascending = (a: number, b: number): number => a - b;

export const createGrid = (): CellGrid => {
  const rows = new Map<number, Map<number, Cell>>();
  const results = new Map<number, PlacedCell>();
  let count = 0;

  const note = (row: number, column: number, cell: Cell | undefined): void => {
    const key = row * MAX_COLUMNS + column;
    if (cell !== undefined && (cell.formula !== null || cell.spilledFrom !== undefined))
      results.set(key, { row, column, cell });
    else if (results.size > 0) results.delete(key);
  };

  const set = (row: number, column: number, cell: Cell | undefined): void => {
    let line = rows.get(row);
    note(row, column, cell);
    if (!cell) {
      if (line?.delete(column)) count -= 1;
      if (line?.size === 0) rows.delete(row);
      return;
    }
    if (!line) rows.set(row, (line = new Map<number, Cell>()));
    if (!line.has(column)) count += 1;
    line.set(column, cell);
  };

  const rowsWithin = (area: Rect): readonly number[] => {
    if (area.rows <= rows.size) {
      return Array.from({ length: area.rows }, (_, index) => area.row + index).filter((row) => rows.has(row));
    }
    return [...rows.keys()].filter((row) => row >= area.row && row < area.row + area.rows).sort(ascending);
  };

  const within = (area: Rect): readonly PlacedCell[] => {
    const found: PlacedCell[] = [];
    for (const row of rowsWithin(area)) {
      const line = rows.get(row) ?? new Map<number, Cell>();
      const columns = [...line.keys()].filter((column) => containsCell(area, row, column)).sort(ascending);
      for (const column of columns) {
        const cell = line.get(column);
        if (cell) found.push({ row, column, cell });
      }
    }
    return found;
  };

  const scanRow = (area: Rect, row: number, visit: Parameters<CellGrid["scan"]>[1]): void => {
    const end = area.column + area.columns;
    for (const [column, cell] of rows.get(row) ?? [])
      if (column >= area.column && column < end) visit(row, column, cell);
  };

  const scan: CellGrid["scan"] = (area, visit) => {
    const end = area.row + area.rows;
    if (area.rows <= rows.size) for (let row = area.row; row < end; row += 1) scanRow(area, row, visit);
    else for (const row of rows.keys()) if (row >= area.row && row < end) scanRow(area, row, visit);
  };

  const calculated = (): readonly PlacedCell[] =>
    [...results.values()].sort((a, b) => a.row - b.row || a.column - b.column);

  return { get: (row, column) => rows.get(row)?.get(column), set, within, scan, calculated, size: () => count };
};
