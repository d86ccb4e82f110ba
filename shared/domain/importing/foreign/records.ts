import type { RejectReason, Remark, SkipReason } from "../reasons.ts";
import type { Cell } from "../table.ts";
import type { Column } from "../columns.ts";
import type { Role } from "./headerWords.ts";
import type { ForeignCheckIn, Place } from "./sheet.ts";

export type Labels = Readonly<Partial<Record<Role, string>>>;

/** An objective or key result as read from a foreign sheet, before anything is judged. */
export interface ForeignRecord {
  /** `unknown` where a column of kinds says nothing that anybody knows; `heading` only in tables of parents. */
  readonly kind: "objective" | "keyResult" | "heading" | "unknown";
  readonly text: string;
  readonly place: Place;
  readonly parent?: ForeignRecord;
  readonly cells: Partial<Record<Column, Cell>>;
  /** Per cent done, beside or instead of a current value. */
  readonly progress?: Cell;
  readonly struck: boolean;
  /** How the sheet calls its columns. */
  readonly labels: Labels;
}

/** Why a place of the sheet became no record, although nothing is wrong with it. */
export type Passing =
  | "Empty"
  /** Titles, legends and days above a table. */
  | "AboveTable"
  | "Header"
  | "RepeatedHeader"
  /** Adds up other rows. */
  | "Total"
  /** Names the team of what follows. */
  | "Heading"
  | "Initiative"
  /** Stands below or beside the tables, or in a row that begins nothing. */
  | "Outside"
  /** A person said so. */
  | "Ignored";

export interface PassedPlace {
  readonly place: Place;
  readonly text: string;
  readonly why: Passing;
}

/** A check-in beside the row it belongs to, or beside none. */
export interface ReadCheckIn {
  readonly checkIn: ForeignCheckIn;
  /** `value` as it is to be read. */
  readonly value: Cell;
  readonly row: number;
}

export interface ForeignReading {
  readonly records: readonly ForeignRecord[];
  readonly history: readonly ReadCheckIn[];
  /** Every row of the sheet is in `records` or here, some in both. */
  readonly passed: readonly PassedPlace[];
}

/** A cell that says something no field can hold: it goes to the note instead of stopping its row. [IF7] */
export interface Kept {
  readonly column: Column;
  readonly text: string;
}

/** What became of a record of the sheet. */
export type ForeignFate =
  | { readonly type: "taken"; readonly id: string; readonly remarks: readonly Remark[]; readonly kept: readonly Kept[] }
  | { readonly type: "refused"; readonly reason: RejectReason }
  | { readonly type: "passed"; readonly reason: SkipReason };

export interface JudgedRecord {
  readonly record: ForeignRecord;
  readonly fate: ForeignFate;
}
