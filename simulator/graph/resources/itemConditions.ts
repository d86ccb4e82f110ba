/** Conditions on the columns of a list: which may be used, and how values compare. */
import { invalid, refuse } from "../http/exchange.ts";
import type { Comparison, Literal } from "../odata/filter.ts";
import type { Service } from "../service.ts";
import { type Column, columnNamed } from "../store/columns.ts";
import type { ListRow } from "../store/lists.ts";
import { type Comparable, compareValues, fold, noValue } from "../store/values.ts";

export interface ItemQuery {
  readonly service: Service;
  readonly list: ListRow;
  readonly columns: readonly Column[];
  /** The caller sent `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly`. */
  readonly honorNonIndexed: boolean;
}

/** docs #2279 */
const notIndexed = (name: string): never =>
  invalid(
    `Field '${name}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );

/** Graph answers the threshold with a misleading 429: dotnet SDK #827. */
export const tooWide = (): never =>
  refuse(
    429,
    "activityLimitReached",
    "The request has been throttled: the attempted operation is prohibited because it exceeds the list view threshold.",
    { "Retry-After": "1" },
  );

const isPerson = (column: Column): boolean =>
  column.kind === "person" || column.kind === "lookup" || column.name === "Author" || column.name === "Editor";

/** Persons and lookups are addressed by `XLookupId`, everything else by its name. */
const resolve = (query: ItemQuery, name: string, use: string): Column => {
  const direct = columnNamed(query.columns, name);
  if (direct !== undefined && isPerson(direct))
    return invalid(`Field '${name}' cannot be used in ${use}; use '${name}LookupId'`);
  const base = name.endsWith("LookupId") ? columnNamed(query.columns, name.slice(0, -"LookupId".length)) : undefined;
  return direct ?? base ?? invalid(`Field '${name}' is not recognized`);
};

/** The column behind `fields/X`, if it can be used in a filter or an order. */
export const columnOfPath = (query: ItemQuery, path: string, use: "filter" | "orderby"): Column => {
  const name = /^fields\/(\w+)$/i.exec(path)?.[1];
  // docs #18183: createdDateTime and the other native properties cannot be filtered.
  if (name === undefined)
    return invalid(`The property '${path}' cannot be used in ${use}; only columns (fields/X) can.`);
  const column = resolve(query, name, use);
  if (column.kind === "note" || column.kind === "choices")
    return invalid(`Field '${name}' cannot be used in ${use}: its type does not allow it.`);
  return column.indexed || query.honorNonIndexed ? column : notIndexed(name);
};

export const mismatch = (column: Column): never =>
  invalid(`The value compared with field '${column.name}' does not fit its type.`);

const isNumeric = (column: Column): boolean =>
  ["number", "person", "lookup"].includes(column.kind) || ["ID", "Author", "Editor"].includes(column.name);

const isDate = (column: Column): boolean =>
  column.kind === "dateTime" || column.name === "Created" || column.name === "Modified";

const comparableDate = (column: Column, value: Literal): Comparable => {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? mismatch(column) : `${new Date(at).toISOString().slice(0, 19)}Z`;
};

const numeric = (column: Column, value: Literal): Comparable => {
  // The id of a row may come as a string; a number column takes numbers only.
  const number = typeof value === "string" && /^\d+$/.test(value) && column.kind !== "number" ? Number(value) : value;
  return typeof number === "number" ? number : mismatch(column);
};

/** A literal as the column compares it. */
export const literalFor = (column: Column, value: Literal): Comparable => {
  if (value === null) return noValue;
  if (isNumeric(column)) return numeric(column, value);
  if (column.kind === "boolean")
    return [true, false, 0, 1].some((known) => known === value) ? Number(value) : mismatch(column);
  if (isDate(column)) return comparableDate(column, value);
  return typeof value === "string" ? fold(value) : mismatch(column);
};

export const compareBy = (op: Comparison, actual: Comparable, wanted: Comparable): boolean => {
  const order = compareValues(actual, wanted);
  if (op === "eq") return order === 0;
  if (op === "ne") return order !== 0;
  // Nothing is smaller or greater than "no value".
  if (actual === noValue || wanted === noValue) return false;
  if (op === "lt") return order < 0;
  if (op === "le") return order <= 0;
  return op === "gt" ? order > 0 : order >= 0;
};
