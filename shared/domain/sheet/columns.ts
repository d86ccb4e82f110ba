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

/** The rows of a table by field. */
export const rowsOf = <F extends string>(
  table: readonly (readonly Cell[])[],
  { at }: { readonly at: ReadonlyMap<F, number> },
): readonly { readonly at: number; readonly cells: { readonly [K in F]?: Cell } }[] =>
  table.map((line, row) => {
    const cells: { [K in F]?: Cell } = {};
    for (const [field, column] of at) cells[field] = line[column] ?? "";
    return { at: row, cells };
  });
