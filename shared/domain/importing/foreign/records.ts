import type { Cell } from "../table.ts";
import type { Column } from "../columns.ts";
import type { Role } from "./headerWords.ts";
import type { Place } from "./sheet.ts";

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

export interface ForeignReading {
  readonly records: readonly ForeignRecord[];
  /** Every row of the sheet is in `records` or here, some in both. */
  readonly passed: readonly PassedPlace[];
}
