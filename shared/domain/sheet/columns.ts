import { EDITABLE_FIELDS, NEEDED_FIELDS, type Cell, type EditableField, type SheetField } from "./fields.ts";
import type { Vocabulary } from "./words.ts";

export interface Columns {
  /** Place of each field that has a column. */
  readonly at: ReadonlyMap<SheetField, number>;
  /** Fields that cannot be edited because their column is gone. */
  readonly missing: readonly EditableField[];
}

export type ColumnsProblem = { readonly type: "ColumnsMissing"; readonly fields: readonly SheetField[] };

/** Columns are known by their header text, wherever they were moved; of two with the same text the first counts. [SE2] */
export const placesOf = <F extends string>(
  headers: readonly string[],
  fieldOf: (header: string) => F | undefined,
): ReadonlyMap<F, number> => {
  const at = new Map<F, number>();
  for (const [index, header] of headers.entries()) {
    const field = fieldOf(header);
    if (field !== undefined && !at.has(field)) at.set(field, index);
  }
  return at;
};

/** The columns of the sheet of OKRs. [SE2] */
export const columnsOf = (headers: readonly string[], vocabulary: Vocabulary): Columns | ColumnsProblem => {
  const at = placesOf(headers, vocabulary.fieldOf);
  const fields = NEEDED_FIELDS.filter((field) => !at.has(field));
  if (fields.length > 0) return { type: "ColumnsMissing", fields };
  return { at, missing: EDITABLE_FIELDS.filter((field) => !at.has(field)) };
};

export const isColumnsProblem = (columns: Columns | ColumnsProblem): columns is ColumnsProblem => "type" in columns;

/** A row of a table by field. Fields whose column was deleted are absent. */
export interface RowOf<F extends string> {
  /** Place among the rows of the table, 0 for the first. */
  readonly at: number;
  readonly cells: { readonly [K in F]?: Cell };
  /** Fields whose cell holds a formula; absent where none does. */
  readonly formulas?: ReadonlySet<F>;
}

interface Content {
  readonly rows: readonly (readonly Cell[])[];
  readonly formulas: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** The rows of a table by field. */
export const rowsOf = <F extends string>(
  { rows, formulas }: Content,
  { at }: { readonly at: ReadonlyMap<F, number> },
): readonly RowOf<F>[] =>
  rows.map((line, row) => {
    const cells: { [K in F]?: Cell } = {};
    for (const [field, column] of at) cells[field] = line[column] ?? "";
    const own = formulas.get(row);
    const driven = own ? [...at].flatMap(([field, column]) => (own.has(column) ? [field] : [])) : [];
    return driven.length > 0 ? { at: row, cells, formulas: new Set(driven) } : { at: row, cells };
  });
