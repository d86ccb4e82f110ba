import type { Cell } from "../table.ts";

/** A cell of somebody else's sheet: its value, and the looks by which people tell levels apart. */
export interface ForeignCell {
  readonly value: Cell;
  /** Excel's number format code; decides whether a number is a share or a day. */
  readonly format?: string;
  /** Steps of indentation of the cell, without spaces in the text. */
  readonly indent?: number;
  /** `#rrggbb` in lower case; absent without fill, and for white. */
  readonly fill?: string;
  readonly bold?: boolean;
  readonly struck?: boolean;
}

/** Cells shown as one; the value is in the first. Counted from 0 within the sheet's cells. */
export interface MergedArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Any sheet that may hold OKRs, from an open workbook or from a file: the one input of the import. Looks are hints; a source
 * that knows none of them leaves them out.
 */
export interface ForeignSheet {
  readonly name: string;
  /** Place of the first cell on its sheet, counted from 0, to lead people back to it. */
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly ForeignCell[])[];
  readonly merged: readonly MergedArea[];
}

/** A place within the cells of a sheet, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
