import type { Cell } from "../sheet/fields.ts";
import type { RowOf } from "../sheet/columns.ts";

/** Every column of the table, in the order in which a new table shows them. */
export const INITIATIVE_FIELDS = [
  "serves",
  "title",
  "state",
  "owner",
  "due",
  "link",
  "note",
  "objective",
  "team",
  "change",
  "message",
  "marks",
  "key",
] as const;
export type InitiativeField = (typeof INITIATIVE_FIELDS)[number];

/** Columns that people fill. */
export const INITIATIVE_ENTRIES = [
  "serves",
  "title",
  "state",
  "owner",
  "due",
  "link",
  "note",
] as const satisfies readonly InitiativeField[];
export type InitiativeEntry = (typeof INITIATIVE_ENTRIES)[number];

/** Without them no row is known, and nothing can be read. */
export const NEEDED_INITIATIVE_FIELDS = ["title", "key"] as const satisfies readonly InitiativeField[];

export type InitiativeCells = { readonly [F in InitiativeField]?: Cell };
export type InitiativeEntryCells = { readonly [F in InitiativeEntry]?: Cell };

/** A row as it stands in the sheet. Fields whose column was deleted are absent. */
export type InitiativeSheetRow = RowOf<InitiativeField>;
