// Which parts of a reference are pinned with "$", and where it leads when its formula stands elsewhere.
import type { Rect } from "../model/address.ts";
import { MAX_COLUMNS, MAX_ROWS, isInsideSheet, lastColumn, lastRow, rect } from "../model/address.ts";

/** True = stays when the formula is copied. Whole columns keep their rows, whole rows their columns. */
export interface Pins {
  readonly column1: boolean;
  readonly row1: boolean;
  readonly column2: boolean;
  readonly row2: boolean;
}

/** How far a formula stands from the cell it was written for. */
export interface Offset {
  readonly rows: number;
  readonly columns: number;
}

/** The "$" or "" of each part of an address, in the order they are written; `body` names no sheet. */
export const pinTexts = (body: string): readonly string[] =>
  [...body.matchAll(/(\$?)(?:[A-Za-z]+|\d+)/g)].map((match) => match[1] ?? "");

export const pinsOf = (body: string): Pins => {
  const [a = false, b = false, c = a, d = b] = pinTexts(body).map((text) => text === "$");
  if (/^\$?[A-Za-z]+:/.test(body)) return { column1: a, row1: true, column2: b, row2: true };
  if (/^\$?\d+:/.test(body)) return { column1: true, row1: a, column2: true, row2: b };
  return { column1: a, row1: b, column2: c, row2: d };
};

const shiftCorner = (index: number, by: number, isPinned: boolean, size: number): number => {
  if (isPinned) return index;
  const moved = index + by;
  return moved < 0 || moved >= size ? Number.NaN : moved;
};

/** Null when a part falls off the sheet. */
export const offsetArea = (area: Rect, pins: Pins, { rows, columns }: Offset): Rect | null => {
  const column1 = shiftCorner(area.column, columns, pins.column1, MAX_COLUMNS);
  const column2 = shiftCorner(lastColumn(area), columns, pins.column2, MAX_COLUMNS);
  const row1 = shiftCorner(area.row, rows, pins.row1, MAX_ROWS);
  const row2 = shiftCorner(lastRow(area), rows, pins.row2, MAX_ROWS);
  if (Number.isNaN(column1 + column2 + row1 + row2)) return null;
  const next = rect(
    Math.min(row1, row2),
    Math.min(column1, column2),
    Math.abs(row2 - row1) + 1,
    Math.abs(column2 - column1) + 1,
  );
  return isInsideSheet(next) ? next : null;
};
