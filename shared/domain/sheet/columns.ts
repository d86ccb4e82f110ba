import {
  EDITABLE_FIELDS,
  NEEDED_FIELDS,
  type Cell,
  type Cells,
  type EditableField,
  type SheetField,
  type SheetRow,
} from "./fields.ts";
import type { Vocabulary } from "./words.ts";

export interface Columns {
  /** Place of each field that has a column. */
  readonly at: ReadonlyMap<SheetField, number>;
  /** Fields that cannot be edited because their column is gone. */
  readonly missing: readonly EditableField[];
}

export type ColumnsProblem = { readonly type: "ColumnsMissing"; readonly fields: readonly SheetField[] };

/** Columns are known by their header text, wherever they were moved; of two with the same text the first counts. [SE2] */
export const columnsOf = (headers: readonly string[], vocabulary: Vocabulary): Columns | ColumnsProblem => {
  const at = new Map<SheetField, number>();
  for (const [index, header] of headers.entries()) {
    const field = vocabulary.fieldOf(header);
    if (field !== undefined && !at.has(field)) at.set(field, index);
  }
  const fields = NEEDED_FIELDS.filter((field) => !at.has(field));
  if (fields.length > 0) return { type: "ColumnsMissing", fields };
  return { at, missing: EDITABLE_FIELDS.filter((field) => !at.has(field)) };
};

export const isColumnsProblem = (columns: Columns | ColumnsProblem): columns is ColumnsProblem => "type" in columns;

/** The rows of the table by field. */
export const rowsOf = (table: readonly (readonly Cell[])[], { at }: Columns): readonly SheetRow[] =>
  table.map((line, row) => {
    const cells: { -readonly [F in keyof Cells]: Cells[F] } = {};
    for (const [field, column] of at) cells[field] = line[column] ?? "";
    return { at: row, cells };
  });
