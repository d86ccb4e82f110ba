/**
 * Queries over the rows of one list: which rows a `$filter` selects, in which order, page by page,
 * under SharePoint's rules for indexes and for the list view threshold.
 */
import { invalid } from "../http/exchange.ts";
import { type Condition, conditionsOf, type Filter, parseFilter, satisfies } from "../odata/filter.ts";
import type { OrderKey } from "../odata/options.ts";
import type { Service } from "../service.ts";
import type { Column } from "../store/columns.ts";
import type { SqlValue } from "../store/database.ts";
import { factsOf, fieldsOf, type ItemRow, rowByKey, rowsAfter } from "../store/items.ts";
import { itemKey, keysPerList } from "../store/schema.ts";
import { type Comparable, comparable, compareValues, fold, noValue } from "../store/values.ts";
import { columnOfPath, compareBy, type ItemQuery, literalFor, mismatch, tooWide } from "./itemConditions.ts";

type Test = (row: ItemRow) => boolean;

const compile = (query: ItemQuery, filter: Filter): Test => {
  const tests = new Map<Condition, (value: Comparable) => boolean>();
  const columns = new Map<Condition, Column>();
  for (const condition of conditionsOf(filter)) {
    const column = columnOfPath(query, condition.path, "filter");
    columns.set(condition, column);
    if (condition.type === "startswith") {
      if (typeof literalFor(column, condition.value) !== "string") mismatch(column);
      const prefix = fold(condition.value);
      tests.set(condition, (value) => typeof value === "string" && value.startsWith(prefix));
    } else if (condition.type === "compare") {
      const wanted = literalFor(column, condition.value);
      tests.set(condition, (value) => compareBy(condition.op, value, wanted));
    } else invalid("The provided filter statement is not supported");
  }
  return (row) => {
    const fields = fieldsOf(row);
    const facts = factsOf(query.service, query.list.siteId, row);
    return satisfies(filter, (condition) => {
      const column = columns.get(condition);
      return column !== undefined && tests.get(condition)?.(comparable(column, fields, facts)) === true;
    });
  };
};

/** The rows an index hands out for one condition. */
interface Driver {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

const operators: Readonly<Record<string, string>> = { eq: "=", lt: "<", le: "<=", gt: ">", ge: ">=" };

const driverOf = (query: ItemQuery, condition: Condition): Driver | undefined => {
  const column = columnOfPath(query, condition.path, "filter");
  if (!column.indexed) return undefined;
  if (condition.type === "startswith") {
    const prefix = fold(condition.value);
    return {
      sql: "SELECT key FROM item_values WHERE col = ? AND value >= ? AND value < ?",
      values: [column.num, prefix, `${prefix}\u{10FFFF}`],
    };
  }
  if (condition.type !== "compare") return undefined;
  const operator = operators[condition.op];
  if (operator === undefined) return undefined;
  const value = literalFor(column, condition.value);
  if (column.name === "ID") {
    const low = itemKey(query.list.num, 0);
    const key = low + (typeof value === "number" && Number.isFinite(value) ? value : 0);
    return {
      sql: `SELECT key FROM items WHERE key >= ? AND key < ? AND key ${operator} ?`,
      values: [low, low + keysPerList, key],
    };
  }
  const sameType = typeof value === "string" ? "'text'" : "'real'";
  const guard = condition.op === "eq" ? "" : ` AND typeof(value) = ${sameType} AND value <> -9e999`;
  return {
    sql: `SELECT key FROM item_values WHERE col = ? AND value ${operator} ?${guard}`,
    values: [column.num, value],
  };
};

/** The first indexed condition decides; branches of an `or` add up. Undefined when no index can serve. */
const driversOf = (query: ItemQuery, filter: Filter): readonly Driver[] | undefined => {
  switch (filter.type) {
    case "and":
      return driversOf(query, filter.left) ?? driversOf(query, filter.right);
    case "or": {
      const left = driversOf(query, filter.left);
      const right = driversOf(query, filter.right);
      return left === undefined || right === undefined ? undefined : [...left, ...right];
    }
    case "not":
      return undefined;
    case "compare":
    case "startswith":
    case "in":
    case "any": {
      const driver = driverOf(query, filter);
      return driver === undefined ? undefined : [driver];
    }
  }
};

const keysOf = (query: ItemQuery, drivers: readonly Driver[]): readonly number[] => {
  const threshold = query.service.settings().listViewThreshold;
  const keys = new Set<number>();
  let touched = 0;
  for (const { sql, values } of drivers) {
    const rows = query.service.db.all<{ key: number }>(`${sql} LIMIT ?`, ...values, threshold);
    touched += rows.length;
    if (touched >= threshold && query.list.itemCount > threshold) return tooWide();
    for (const row of rows) keys.add(row.key);
  }
  return [...keys].sort((a, b) => a - b);
};

/** All rows a filter selects, in the order of ids. */
const selected = (query: ItemQuery, source: string): readonly ItemRow[] => {
  const filter = parseFilter(source);
  const test = compile(query, filter);
  const small = query.list.itemCount <= query.service.settings().listViewThreshold;
  const drivers = driversOf(query, filter);
  if (drivers === undefined)
    return small ? rowsAfter(query.service, query.list, 0, query.list.itemCount).filter(test) : tooWide();
  return rowsByKeys(query.service, keysOf(query, drivers)).filter(test);
};

const rowsByKeys = (service: Service, keys: readonly number[]): readonly ItemRow[] =>
  keys.map((key) => rowByKey(service, key)).filter((row) => row !== undefined);

/** Sort values of a row, and its key to make the order total. */
type Position = readonly Comparable[];

const positionOf = (query: ItemQuery, columns: readonly Column[], row: ItemRow): Position => {
  const fields = fieldsOf(row);
  const facts = factsOf(query.service, query.list.siteId, row);
  return [...columns.map((column) => comparable(column, fields, facts)), row.key];
};

const comparePositions = (left: Position, right: Position, order: readonly OrderKey[]): number => {
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? noValue;
    const direction = compareValues(value, other);
    if (direction !== 0) return order[index]?.descending === true ? -direction : direction;
  }
  return 0;
};

export interface RowPage {
  readonly rows: readonly ItemRow[];
  /** Where the next page starts; absent on the last one. */
  readonly after?: Position;
}

const finite = (position: Position): Position => position.map((value) => (value === noValue ? "\u0000" : value));
const infinite = (position: Position): Position => position.map((value) => (value === "\u0000" ? noValue : value));

const cut = (rows: readonly ItemRow[], size: number, position: (row: ItemRow) => Position): RowPage => {
  const last = rows[size - 1];
  return rows.length > size && last !== undefined
    ? { rows: rows.slice(0, size), after: finite(position(last)) }
    : { rows };
};

const sortedPage = (
  query: ItemQuery,
  rows: readonly ItemRow[],
  order: readonly OrderKey[],
  size: number,
  after?: Position,
): RowPage => {
  const columns = order.map((key) => columnOfPath(query, key.path, "orderby"));
  const start = after === undefined ? undefined : infinite(after);
  const placed = rows
    .map((row) => ({ row, position: positionOf(query, columns, row) }))
    .filter(({ position }) => start === undefined || comparePositions(position, start, order) > 0)
    .sort((a, b) => comparePositions(a.position, b.position, order));
  const page = placed.slice(0, size);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    ...(placed.length > size && last !== undefined ? { after: finite(last.position) } : {}),
  };
};

/** A list above the threshold can be walked along one index. */
const indexPage = (query: ItemQuery, key: OrderKey, size: number, after?: Position): RowPage => {
  const column = columnOfPath(query, key.path, "orderby");
  if (!column.indexed) return tooWide();
  const beyond = key.descending ? "<" : ">";
  const direction = key.descending ? "DESC" : "ASC";
  const [value, row] = after === undefined ? [] : infinite(after);
  const { db } = query.service;
  if (column.name === "ID") {
    const low = itemKey(query.list.num, 0);
    const from = typeof row === "number" ? row : key.descending ? low + keysPerList : low;
    const rows = db.all<ItemRow>(
      `SELECT * FROM items WHERE key > ? AND key < ? AND key ${beyond} ? ORDER BY key ${direction} LIMIT ?`,
      low,
      low + keysPerList,
      from,
      size + 1,
    );
    return cut(rows, size, (found) => [found.key, found.key]);
  }
  const condition = value === undefined ? "" : ` AND (value ${beyond} ? OR (value = ? AND key > ?))`;
  const keys = db.all<{ key: number }>(
    `SELECT key FROM item_values WHERE col = ?${condition} ORDER BY value ${direction}, key LIMIT ?`,
    column.num,
    ...(value === undefined ? [] : [value, value, row ?? 0]),
    size + 1,
  );
  return cut(
    rowsByKeys(
      query.service,
      keys.map((found) => found.key),
    ),
    size,
    (found) => positionOf(query, [column], found),
  );
};

export interface Wanted {
  readonly filter?: string;
  readonly orderBy: readonly OrderKey[];
  readonly size: number;
  readonly after?: readonly Comparable[];
}

export const queryItems = (query: ItemQuery, wanted: Wanted): RowPage => {
  const { filter, orderBy, size, after } = wanted;
  if (filter !== undefined) return sortedPage(query, selected(query, filter), orderBy, size, after);
  const [first] = orderBy;
  if (first === undefined) {
    const last = after?.[0];
    const rows = rowsAfter(query.service, query.list, typeof last === "number" ? last : 0, size + 1);
    return cut(rows, size, (row) => [row.key]);
  }
  if (query.list.itemCount <= query.service.settings().listViewThreshold)
    return sortedPage(query, rowsAfter(query.service, query.list, 0, query.list.itemCount), orderBy, size, after);
  return orderBy.length === 1 ? indexPage(query, first, size, after) : tooWide();
};
