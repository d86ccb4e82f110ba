import { tidyLine } from "../entry/text.ts";

/** What a cell holds. A number in a cell that shows per cent is kept apart: Excel stores a typed `45%` as 0.45. */
export type Cell = string | number | boolean | { readonly percent: number };

/** Every column of the table, in the order in which a new table shows them. */
export const SHEET_FIELDS = [
  "type",
  "title",
  "team",
  "owner",
  "parent",
  "cycle",
  "measure",
  "unit",
  "start",
  "target",
  "current",
  "confidence",
  "note",
  "due",
  "weight",
  "ambition",
  "progress",
  "status",
  "change",
  "message",
  "marks",
  "key",
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

/** Columns that people fill; the others are written by Drumbeat alone. */
export const EDITABLE_FIELDS = [
  "type",
  "title",
  "team",
  "owner",
  "parent",
  "cycle",
  "measure",
  "unit",
  "start",
  "target",
  "current",
  "confidence",
  "note",
  "due",
  "weight",
  "ambition",
] as const satisfies readonly SheetField[];
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** Without this column rows cannot be recognised, and without the title nothing can be read. */
export const NEEDED_FIELDS = ["title", "key"] as const satisfies readonly SheetField[];

/** A row as it stands in the sheet. Fields whose column was deleted are absent. */
export interface SheetRow {
  /** Place among the rows of the table, 0 for the first. */
  readonly at: number;
  readonly cells: Cells;
  /** Fields whose cell holds a formula; absent where none does. */
  readonly formulas?: ReadonlySet<SheetField>;
}

export type Cells = { readonly [F in SheetField]?: Cell };
export type EditableCells = { readonly [F in EditableField]?: Cell };

/** A leading apostrophe is Excel's mark for text and may be gone when the cell is read back. [SE4] */
export const comparable = (cell: Cell | undefined): string => {
  if (cell === undefined) return "";
  if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
  if (typeof cell === "boolean") return String(cell).toUpperCase();
  if (typeof cell === "object") return `${Number((cell.percent * 100).toPrecision(13))}%`;
  return tidyLine(cell.replaceAll(/\r\n?/gu, "\n")).replace(/^'/u, "").normalize("NFC");
};

/** What a number reads as; 45 and a cell that shows 45 % are the same figure. */
const figure = (cell: Cell | undefined): number | undefined => {
  if (typeof cell === "object") return Number((cell.percent * 100).toPrecision(12));
  return typeof cell === "number" ? Number(cell.toPrecision(12)) : undefined;
};

/** Whether two cells say the same, whatever Excel did to spaces, line ends, apostrophes and per cent. [SE4] */
export const sameCell = (a: Cell | undefined, b: Cell | undefined): boolean => {
  if (a === b) return true;
  const shown = typeof a === "object" || typeof b === "object" ? figure(a) : undefined;
  return shown === undefined ? comparable(a) === comparable(b) : shown === figure(b);
};

export const isEmptyCell = (cell: Cell | undefined): boolean => cell === undefined || comparable(cell) === "";

/** The text of a cell as a person reads it; numbers with a full stop. */
export const cellText = (cell: Cell | undefined): string => {
  if (cell === undefined) return "";
  return typeof cell === "string" ? cell : comparable(cell);
};
