/** How a stored field value is compared: in conditions, in sorting and in the index. */
import type { Column } from "./columns.ts";
import type { SqlValue } from "./database.ts";

/** Rows without a value sort first and must fit into the index, whose columns cannot be null. */
export const noValue = Number.NEGATIVE_INFINITY;

export type Comparable = string | number;

/** Fields of an item as they are stored: by column name; ids for persons and lookups; no nulls. */
export type Fields = Readonly<Record<string, unknown>>;

/** What system columns show, apart from the stored fields. */
export interface ItemFacts {
  readonly id: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly authorLookupId: number;
  readonly editorLookupId: number;
}

/** SharePoint compares text without case. */
export const fold = (text: string): string => text.normalize("NFC").toLowerCase();

const systemValue = (name: string, facts: ItemFacts): Comparable => {
  switch (name) {
    case "ID":
      return facts.id;
    case "Created":
      return facts.createdAt;
    case "Modified":
      return facts.modifiedAt;
    case "Author":
      return facts.authorLookupId;
    case "Editor":
      return facts.editorLookupId;
    default:
      return noValue;
  }
};

export const comparable = (column: Column, fields: Fields, facts: ItemFacts): Comparable => {
  if (column.kind === "system") return systemValue(column.name, facts);
  const value = fields[column.name];
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "string") return column.kind === "dateTime" ? value : fold(value);
  return noValue;
};

export const compareValues = (left: Comparable, right: Comparable): number => {
  // As in SQLite: numbers (and with them "no value") before text.
  if (typeof left !== typeof right) return typeof left === "number" ? -1 : 1;
  return left < right ? -1 : Number(left > right);
};

/** True when the column may carry an index: docs-contrib issues name multi-line text and multi-value lookups as excluded. */
export const canBeIndexed = (column: Pick<Column, "kind" | "name">, multiple: boolean): boolean =>
  column.kind !== "note" &&
  column.kind !== "choices" &&
  !multiple &&
  (column.kind !== "system" || ["ID", "Created", "Modified", "Author", "Editor"].includes(column.name));

export const asSql = (value: Comparable): SqlValue => value;
