import type { Position, Rect } from "./address.ts";
import { containsCell } from "./address.ts";
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
  readonly size: () => number;
}

const ascending = (a: number, b: number): number => a - b;

export const createGrid = (): CellGrid => {
  const rows = new Map<number, Map<number, Cell>>();
  let count = 0;

  const set = (row: number, column: number, cell: Cell | undefined): void => {
    let line = rows.get(row);
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

  return { get: (row, column) => rows.get(row)?.get(column), set, within, size: () => count };
};
