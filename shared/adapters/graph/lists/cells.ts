import { err, ok, type Result } from "#shared/domain/result.ts";
import { isRecord } from "../json.ts";
import { NOTE_LIMIT, TEXT_LIMIT, type Cells, type Column, type Columns, type Row } from "./columns.ts";

/** A stored row that cannot be read, and the column that lied. */
export interface MalformedColumn {
  readonly type: "MalformedColumn";
  readonly column: string;
}

/** A value that its column cannot hold; found before anything is sent. */
export interface UnfitCell {
  readonly type: "UnfitCell";
  readonly column: string;
  readonly message: string;
}

export const malformed = (column: string): { readonly ok: false; readonly error: MalformedColumn } =>
  err({ type: "MalformedColumn", column });

/** The cells of a row by their declared columns. SharePoint leaves empty cells out; it also answers null for them. */
export const readRow = <Cs extends Columns>(columns: Cs, fields: unknown): Result<Row<Cs>, MalformedColumn> => {
  if (!isRecord(fields)) return malformed("fields");
  const row: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = fields[name] ?? undefined;
    if (value === undefined ? column.required === true : !holds(column, value)) return malformed(name);
    row[name] = value;
  }
  // The loop has just proved every cell to be of its column's kind.
  return ok(row as Row<Cs>);
};

const holds = (column: Column, value: unknown): boolean => {
  switch (column.kind) {
    case "text":
    case "note":
      return typeof value === "string";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
    case "boolean":
      return typeof value === "boolean";
    case "choice":
      return typeof value === "string" && column.choices.includes(value);
  }
};

export type Fields = Readonly<Record<string, string | number | boolean | null>>;

/** Fields to send: null clears a cell. Empty text is a cleared cell too, because SharePoint does not tell them apart. */
export const writeCells = <Cs extends Columns>(columns: Cs, cells: Cells<Cs>): Result<Fields, UnfitCell> => {
  const fields: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(cells)) {
    const column = columns[name];
    if (!column) throw new Error(`Column ${name} is not declared`);
    const message = misfit(column, value);
    if (message !== undefined) return err({ type: "UnfitCell", column: name, message });
    fields[name] = isCell(value) && value !== "" ? value : null;
  }
  return ok(fields);
};

const isCell = (value: unknown): value is string | number | boolean =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const misfit = (column: Column, value: unknown): string | undefined => {
  if (value === undefined || value === "") return column.required ? "A value is needed" : undefined;
  if (typeof value === "string") {
    const limit = column.kind === "note" ? NOTE_LIMIT : TEXT_LIMIT;
    if (value.length > limit) return `${value.length} characters; at most ${limit} fit`;
  }
  return holds(column, value) ? undefined : "The value is not of the column's kind";
};

/** For a create: nothing needs to be cleared there. */
export const withoutEmpty = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
