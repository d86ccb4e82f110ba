import type { Day } from "../../day.ts";
import type { Cell } from "../table.ts";
import type { Role } from "./headerWords.ts";

/** A cell of somebody else's sheet: its value, and the looks by which people tell levels apart. */
export interface ForeignCell {
  readonly value: Cell;
  /** Excel's number format code; decides whether a number is a share or a day. */
  readonly format?: string;
  /** Steps of indentation of the cell, without spaces in the text. */
  readonly indent?: number;
  /** `#rrggbb` in lower case, or another name that only this colour has; absent without fill, and for white. */
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

/** A reading of the past that a file holds beside the row it belongs to. */
export interface ForeignCheckIn {
  /** Of the other system, where it has one; a second import knows it by that. */
  readonly id?: string;
  readonly day: Day;
  /** A name, or `name <address>`. */
  readonly author: string;
  /** A number in the unit of the row, per cent with their sign; absent where only something was said. */
  readonly value?: Cell;
  readonly note: string;
}

/** Why it is thought that rows of one kind are what they are: by what hangs below them and how they are measured. */
export type KindStructure = "parent" | "tasks" | "metric" | "percent";

/** What rows of a kind may be that no language calls so. Proposed, never certain. */
export interface KindProposal {
  /** As the column of kinds has it. */
  readonly text: string;
  /** The word of the other system. */
  readonly word: string;
  readonly structure: KindStructure;
  readonly kind: "objective" | "keyResult" | "initiative";
  readonly rows: number;
}

export const NO_ROW = -1;

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
  /** From a file: nobody can be led to its cells. */
  readonly from?: "file";
  /** Which system exported it, where that is certain. */
  readonly system?: "viva";
  /** BCP 47: how numbers and days are written in it; absent where its cells have to show that. */
  readonly locale?: string;
  /** The row that names the columns and what they are for, where whoever made the sheet knows that. */
  readonly known?: { readonly header: number; readonly roles: readonly Role[] };
  readonly kinds?: readonly KindProposal[];
  /** Check-ins by row; under `NO_ROW` those of rows that are not there. */
  readonly history?: ReadonlyMap<number, readonly ForeignCheckIn[]>;
  /** Rows whose per cent are written as fractions, so that 0.35 may be 35 % or 0.35 %. Their format says per cent. */
  readonly fractions?: ReadonlySet<number>;
}

/** A place within the cells of a sheet, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
