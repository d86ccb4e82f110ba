/** Rows of lists: reading and the only three ways to change them. Each change moves the row to the end of the delta order. */
import { refuse } from "../http/exchange.ts";
import type { Service } from "../service.ts";
import { type Column, columnsOf } from "./columns.ts";
import type { ListRow } from "./lists.ts";
import { newGuid } from "./names.ts";
import { insertMany } from "./insertMany.ts";
import { itemIdOf, itemKey, keysPerList } from "./schema.ts";
import { lookupIdOf } from "./sites.ts";
import { asSql, comparable, compareValues, type Fields, type ItemFacts, noValue } from "./values.ts";

export interface ItemRow {
  readonly key: number;
  readonly list: number;
  readonly guid: string;
  readonly version: number;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly modifiedAt: string;
  readonly modifiedBy: string;
  readonly seq: number;
  /** JSON of {@link Fields}. */
  readonly fields: string;
}

export const fieldsOf = (row: Pick<ItemRow, "fields">): Fields => JSON.parse(row.fields) as Fields;

/** The lookups cost a query each, so they are made only when something asks. */
export const factsOf = (
  service: Service,
  siteId: string,
  row: Pick<ItemRow, "key" | "createdAt" | "createdBy" | "modifiedAt" | "modifiedBy">,
): ItemFacts => ({
  id: itemIdOf(row.key),
  createdAt: row.createdAt,
  modifiedAt: row.modifiedAt,
  get authorLookupId() {
    return lookupIdOf(service, siteId, row.createdBy);
  },
  get editorLookupId() {
    return lookupIdOf(service, siteId, row.modifiedBy);
  },
});

export const findItem = (service: Service, list: Pick<ListRow, "num">, id: string): ItemRow | undefined =>
  /^\d{1,9}$/.test(id)
    ? service.db.get<ItemRow>("SELECT * FROM items WHERE key = ?", itemKey(list.num, Number(id)))
    : undefined;

/** Rows after a key, in the order of ids. */
export const rowsAfter = (service: Service, list: ListRow, afterKey: number, limit: number): readonly ItemRow[] =>
  service.db.all<ItemRow>(
    "SELECT * FROM items WHERE key > ? AND key < ? ORDER BY key LIMIT ?",
    Math.max(afterKey, itemKey(list.num, 0)),
    itemKey(list.num, 0) + keysPerList,
    limit,
  );

export const rowByKey = (service: Service, key: number): ItemRow | undefined =>
  service.db.get<ItemRow>("SELECT * FROM items WHERE key = ?", key);

/** pnpjs and dotnet SDK #790 quote this message for a value that a unique column already holds. */
const refuseRepeated = (): never =>
  refuse(400, "invalidRequest", "One or more fields with unique constraints already has the provided value.");

const demandUnique = (service: Service, column: Column, value: string | number, key: number): void => {
  if (value === noValue) return;
  const other = service.db.get<{ key: number }>(
    "SELECT key FROM item_values WHERE col = ? AND value = ? AND key <> ? LIMIT 1",
    column.num,
    value,
    key,
  );
  if (other !== undefined) refuseRepeated();
};

const addToIndex = (service: Service, column: Column, value: string | number, key: number): void => {
  service.db.run("INSERT INTO item_values (col, value, key) VALUES (?, ?, ?)", column.num, asSql(value), key);
};

export interface NewItem {
  readonly fields: Fields;
  /** User id. */
  readonly author: string;
  /** Instant without fractions. */
  readonly at: string;
}

const newRow = (list: ListRow, item: NewItem, index: number): ItemRow => ({
  key: itemKey(list.num, list.lastItemId + index + 1),
  list: list.num,
  guid: newGuid(),
  version: 1,
  createdAt: item.at,
  createdBy: item.author,
  modifiedAt: item.at,
  modifiedBy: item.author,
  seq: list.seq + index + 1,
  fields: JSON.stringify(item.fields),
});

/** Values of one column, of rows that are not there yet, in the order of the index. */
const indexAll = (
  service: Service,
  column: Column,
  entries: readonly { readonly value: string | number; readonly key: number }[],
): void => {
  const sorted = entries.toSorted((one, other) => compareValues(one.value, other.value) || one.key - other.key);
  if (column.unique) {
    for (const [index, { value, key }] of sorted.entries()) {
      if (value !== noValue && value === sorted[index + 1]?.value) refuseRepeated();
      demandUnique(service, column, value, key);
    }
  }
  insertMany(
    service.db,
    "INSERT INTO item_values (col, value, key)",
    sorted.map(({ value, key }) => [column.num, asSql(value), key]),
  );
};

/** All in the enclosing transaction. */
export const insertItems = (service: Service, list: ListRow, items: readonly NewItem[]): readonly ItemRow[] => {
  for (const author of new Set(items.map((item) => item.author))) lookupIdOf(service, list.siteId, author);
  const rows = items.map((item, index) => newRow(list, item, index));
  for (const column of columnsOf(service, list.num)) {
    if (!column.indexed || column.name === "ID") continue;
    const entries = rows.map((row, index) => ({
      value: comparable(column, items[index]?.fields ?? {}, factsOf(service, list.siteId, row)),
      key: row.key,
    }));
    indexAll(service, column, entries);
  }
  insertMany(
    service.db,
    "INSERT INTO items (key, list, guid, version, createdAt, createdBy, modifiedAt, modifiedBy, seq, fields)",
    rows.map((row) => [
      row.key,
      row.list,
      row.guid,
      row.version,
      row.createdAt,
      row.createdBy,
      row.modifiedAt,
      row.modifiedBy,
      row.seq,
      row.fields,
    ]),
  );
  service.db.run(
    "UPDATE lists SET lastItemId = lastItemId + ?, itemCount = itemCount + ?, seq = seq + ? WHERE num = ?",
    rows.length,
    rows.length,
    rows.length,
    list.num,
  );
  return rows;
};

/** What SharePoint keeps of earlier states: none, or so many that with the current one the limit is not exceeded. */
const keepVersion = (service: Service, list: ListRow, row: ItemRow): void => {
  if (list.versioning === 1)
    service.db.run(
      "INSERT INTO versions (key, version, modifiedAt, modifiedBy, fields) VALUES (?, ?, ?, ?, ?)",
      row.key,
      row.version,
      row.modifiedAt,
      row.modifiedBy,
      row.fields,
    );
  service.db.run(
    "DELETE FROM versions WHERE key = ? AND version <= ?",
    row.key,
    row.version + 1 - Math.max(1, list.versionLimit),
  );
};

/** The state before stays behind as a version, as far as the list keeps versions. */
export const updateItem = (
  service: Service,
  list: ListRow,
  row: ItemRow,
  fields: Fields,
  editor: string,
  at: string,
): ItemRow => {
  const next: ItemRow = {
    ...row,
    version: row.version + 1,
    modifiedAt: at,
    modifiedBy: editor,
    seq: list.seq + 1,
    fields: JSON.stringify(fields),
  };
  lookupIdOf(service, list.siteId, editor);
  const before = fieldsOf(row);
  const factsBefore = factsOf(service, list.siteId, row);
  const facts = factsOf(service, list.siteId, next);
  for (const column of columnsOf(service, list.num)) {
    if (!column.indexed || column.name === "ID") continue;
    const old = comparable(column, before, factsBefore);
    const value = comparable(column, fields, facts);
    if (old === value) continue;
    if (column.unique) demandUnique(service, column, value, row.key);
    service.db.run("DELETE FROM item_values WHERE col = ? AND value = ? AND key = ?", column.num, old, row.key);
    addToIndex(service, column, value, row.key);
  }
  keepVersion(service, list, row);
  service.db.run(
    "UPDATE items SET version = ?, modifiedAt = ?, modifiedBy = ?, seq = ?, fields = ? WHERE key = ?",
    next.version,
    next.modifiedAt,
    next.modifiedBy,
    next.seq,
    next.fields,
    row.key,
  );
  service.db.run("UPDATE lists SET seq = seq + 1 WHERE num = ?", list.num);
  return next;
};

export const deleteItem = (service: Service, list: ListRow, row: ItemRow): void => {
  const fields = fieldsOf(row);
  const facts = factsOf(service, list.siteId, row);
  for (const column of columnsOf(service, list.num))
    if (column.indexed && column.name !== "ID")
      service.db.run(
        "DELETE FROM item_values WHERE col = ? AND value = ? AND key = ?",
        column.num,
        comparable(column, fields, facts),
        row.key,
      );
  service.db.run("DELETE FROM items WHERE key = ?", row.key);
  service.db.run("DELETE FROM versions WHERE key = ?", row.key);
  service.db.run(
    "INSERT INTO deleted_items (list, seq, id) VALUES (?, ?, ?)",
    list.num,
    list.seq + 1,
    itemIdOf(row.key),
  );
  service.db.run("UPDATE lists SET seq = seq + 1, itemCount = itemCount - 1 WHERE num = ?", list.num);
};

/** Reads every row once; needed when a column gets its index after the rows. */
export const buildIndex = (service: Service, list: ListRow, column: Column): void => {
  for (const row of rowsAfter(service, list, 0, list.itemCount)) {
    const value = comparable(column, fieldsOf(row), factsOf(service, list.siteId, row));
    if (column.unique) demandUnique(service, column, value, row.key);
    addToIndex(service, column, value, row.key);
  }
};

export const dropIndex = (service: Service, column: Column): void => {
  service.db.run("DELETE FROM item_values WHERE col = ?", column.num);
};
