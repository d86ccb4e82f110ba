import { tidyNote } from "../entry/text.ts";
import { mapColumns, type Column, type ColumnMap } from "./columns.ts";

export type Cell = string | number | boolean | undefined;

/** One row below the header. */
export interface SourceRow {
  /** As a spreadsheet counts: the header of an ordinary table is row 1. */
  readonly row: number;
  /** A cell as text, trimmed; empty when the column or the cell is missing. */
  readonly text: (column: Column) => string;
  /** What was found, before anybody made a text of it. */
  readonly cell: (column: Column) => Cell;
  readonly isEmpty: boolean;
  /** Everything in the row, for telling repetitions from conflicts. */
  readonly fingerprint: string;
}

export interface Table {
  readonly columns: ColumnMap;
  readonly headers: readonly string[];
  readonly rows: readonly SourceRow[];
}

/** Rows before the header that are searched for it: titles, dates and the like. */
const HEADER_WITHIN = 10;

const textOf = (cell: Cell): string => (cell === undefined ? "" : tidyNote(String(cell)));

const isEmpty = (cells: readonly Cell[]): boolean => cells.every((cell) => textOf(cell) === "");

/** The first row that names the text column and at least one more; else the first row with anything in it. [IM1] */
const headerAt = (rows: readonly (readonly Cell[])[]): number => {
  const named = rows.slice(0, HEADER_WITHIN).findIndex((cells) => {
    const { at } = mapColumns(cells.map(textOf));
    return at.has("text") && at.size > 1;
  });
  return named >= 0
    ? named
    : Math.max(
        0,
        rows.findIndex((cells) => !isEmpty(cells)),
      );
};

const sourceRow = (cells: readonly Cell[], row: number, { at }: ColumnMap): SourceRow => {
  const cell = (column: Column): Cell => cells[at.get(column) ?? -1];
  return {
    row,
    cell,
    text: (column) => textOf(cell(column)),
    isEmpty: isEmpty(cells),
    fingerprint: JSON.stringify(cells.map(textOf)),
  };
};

/** Finds the header and reads every row below it. */
export const readTable = (rows: readonly (readonly Cell[])[]): Table => {
  const header = headerAt(rows);
  const headers = (rows[header] ?? []).map(textOf);
  const columns = mapColumns(headers);
  return {
    columns,
    headers: headers.filter((text) => text !== ""),
    rows: rows.slice(header + 1).map((cells, at) => sourceRow(cells, header + at + 2, columns)),
  };
};
