import type { Role } from "./headerWords.ts";
import type { TableArea } from "./findTables.ts";

/** By what the rows of a table show their levels. */
export type LevelSign =
  /** Each level has columns of its own. */
  | "columns"
  /** A column says it. */
  | "kind"
  /** A column names the parent. */
  | "parent"
  /** The lines of one cell: an objective, then its key results. */
  | "lines"
  /** Words before the text: `KR 1:`. */
  | "words"
  | "number"
  | "indent"
  /** Texts further right are lower. */
  | "steps"
  /** Fill and weight of the text. */
  | "look"
  /** Rows with numbers are key results, rows without are objectives. */
  | "measures"
  | "none";

export type RowKind = "objective" | "keyResult" | "initiative" | "heading" | "ignore";

export interface LevelRule {
  readonly by: LevelSign;
  /** What the rows of each depth are, the highest first; empty where the sign itself says it. */
  readonly kinds: readonly RowKind[];
  /** For `look`: the looks of each depth. */
  readonly looks: readonly string[];
}

/** How sure a guess is: found by its name, by a part of it, or by what stands below it. */
export type Because = "name" | "part" | "contents" | "person" | "remembered";

export interface ColumnMapping {
  readonly role: Role;
  readonly because: Because;
  /** From 0 to 1. */
  readonly sure: number;
}

/** How one table is read. Everything in it can be corrected. */
export interface TableMapping {
  readonly area: TableArea;
  /** One for each column from `area.from` to `area.to`. */
  readonly columns: readonly ColumnMapping[];
  readonly levels: LevelRule;
  /** From 0 to 1. */
  readonly levelsSure: number;
  /** The team that its title names. */
  readonly unit?: string;
  /** The cycle that a title or the name of the sheet names. */
  readonly cycle?: string;
}

export interface SheetMapping {
  /** Whether columns of the sheet are read as rows. */
  readonly turned: boolean;
  readonly tables: readonly TableMapping[];
  /** Rows of the grid about which a person knows better. */
  readonly rows: ReadonlyMap<number, RowKind>;
  /** What rows of a kind are, by the words of the column of kinds that no language has; words that are missing are not known. */
  readonly kinds: ReadonlyMap<string, RowKind>;
  /** How per cent are read that may be fractions: 0.35 as 35 %, or as 0.35 %. */
  readonly fractions: "shares" | "asTheyStand";
}
