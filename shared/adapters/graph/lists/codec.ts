import { err, ok, type Result } from "#shared/domain/result.ts";
import { readRow, withoutEmpty, writeCells, type Fields, type MalformedColumn } from "./cells.ts";
import type { Cells, Columns, ListDeclaration, Row } from "./columns.ts";

/** How one kind of record lies in the cells of its list. */
export interface ListCodec<T, Cs extends Columns> {
  readonly list: ListDeclaration<Cs>;
  /** The column that holds the id or key of a record. */
  readonly keyColumn: keyof Cs & string;
  /** The cells that each property of a record is kept in; every property must be named. */
  readonly cells: { readonly [K in keyof T]-?: (value: T[K] | undefined) => Cells<Cs> };
  readonly read: (row: Row<Cs>) => Result<T, MalformedColumn>;
}

/** A property whose value the list cannot hold. */
export interface UnfitProperty {
  readonly type: "UnfitProperty";
  readonly property: string;
  readonly message: string;
}

/** All fields of a record, null for those that are empty. */
export const encodeRecord = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  record: T,
): Result<Fields, UnfitProperty> => encodeProperties(codec, record, propertiesOf(codec));

/** All fields of a new row: nothing needs to be cleared there. */
export const encodeNewRow = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  record: T,
): Result<Fields, UnfitProperty> => {
  const fields = encodeRecord(codec, record);
  return fields.ok ? ok(withoutEmpty(fields.value)) : fields;
};

const propertiesOf = <T, Cs extends Columns>(codec: ListCodec<T, Cs>): readonly (keyof T & string)[] =>
  Object.keys(codec.cells) as (keyof T & string)[];

/** Only the fields of the properties that are present; a property present as undefined is cleared. */
export const encodeChanges = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  changes: { readonly [K in keyof T]?: T[K] | undefined },
): Result<Fields, UnfitProperty> =>
  encodeProperties(
    codec,
    changes,
    propertiesOf(codec).filter((name) => name in changes),
  );

const encodeProperties = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  values: { readonly [K in keyof T]?: T[K] | undefined },
  names: readonly (keyof T & string)[],
): Result<Fields, UnfitProperty> => {
  const all: Record<string, Fields[string]> = {};
  for (const name of names) {
    const fields = writeCells(codec.list.columns, cellsOf(codec, name, values[name]));
    if (!fields.ok) return err({ type: "UnfitProperty", property: name, message: fields.error.message });
    Object.assign(all, fields.value);
  }
  return ok(all);
};

const cellsOf = <T, Cs extends Columns, K extends keyof T>(
  codec: ListCodec<T, Cs>,
  name: K,
  value: T[K] | undefined,
): Cells<Cs> => {
  // oxlint-disable-next-line typescript/no-unsafe-enum-assignment -- the rule takes a generic key for an enum
  const write = codec.cells[name];
  return write(value);
};

export const decodeRecord = <T, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  fields: unknown,
): Result<T, MalformedColumn> => {
  const row = readRow(codec.list.columns, fields);
  return row.ok ? codec.read(row.value) : row;
};
