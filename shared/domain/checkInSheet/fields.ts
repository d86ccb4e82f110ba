import { isEmptyCell, type Cell } from "../sheet/fields.ts";

/** Every column of the table, in the order in which a new table shows them. */
export const CHECK_IN_FIELDS = [
  "objective",
  "keyResult",
  "team",
  "owner",
  "unit",
  "start",
  "target",
  "last",
  "lastOn",
  "expected",
  "status",
  "current",
  "confidence",
  "note",
  "change",
  "message",
  "marks",
  "key",
] as const;
export type CheckInField = (typeof CHECK_IN_FIELDS)[number];

/** Columns that people fill, called what the sheet of OKRs calls them. */
export const ENTRY_FIELDS = ["current", "confidence", "note"] as const satisfies readonly CheckInField[];
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** Columns that say what is known; only to be read. */
export const CONTEXT_FIELDS = [
  "objective",
  "keyResult",
  "team",
  "owner",
  "unit",
  "start",
  "target",
  "last",
  "lastOn",
  "expected",
  "status",
] as const satisfies readonly CheckInField[];
export type ContextField = (typeof CONTEXT_FIELDS)[number];

/** Without them no row is known, and nothing can be filled in. */
export const NEEDED_CHECK_IN_FIELDS = ["current", "key"] as const satisfies readonly CheckInField[];

export type CheckInCells = { readonly [F in CheckInField]?: Cell };
export type EntryCells = { readonly [F in EntryField]?: Cell };
export type ContextCells = { readonly [F in ContextField]: Cell };

/** A row as it stands in the sheet. Fields whose column was deleted are absent. */
export interface CheckInSheetRow {
  /** Place among the rows of the table, 0 for the first. */
  readonly at: number;
  readonly cells: CheckInCells;
}

export const isFilled = ({ cells }: Pick<CheckInSheetRow, "cells">): boolean =>
  ENTRY_FIELDS.some((field) => !isEmptyCell(cells[field]));

/** What somebody filled in, to compare it with what stands there later. */
export const entryCells = ({ cells }: Pick<CheckInSheetRow, "cells">): Required<EntryCells> => ({
  current: cells.current ?? "",
  confidence: cells.confidence ?? "",
  note: cells.note ?? "",
});
