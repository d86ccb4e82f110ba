/** Rows of one kind as Graph shows them: decoded, with their item ids and versions remembered. */
import { revisionOfRow, rowOf, type Revision, type RowRef } from "#shared/domain/okr/ids.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { listPath, type Home } from "../home.ts";
import { at, textAt } from "../json.ts";
import { decodeRecord, type ListCodec } from "../lists/codec.ts";
import { expandFields, type Columns } from "../lists/columns.ts";
import type { GraphCall, GraphFailure, SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { readPages } from "../request/pages.ts";

/** A stored row that was left out because it cannot be read. */
export interface RowWarning {
  readonly list: string;
  /** SharePoint's number of the row. */
  readonly itemId: string;
  readonly column: string;
}

export interface Stored<T> {
  readonly record: T;
  readonly itemId: string;
  readonly revision: Revision;
  readonly modifiedBy: string;
}

export interface ItemsDeps {
  readonly send: SendToGraph;
  readonly home: () => Promise<Result<Home, AccessError>>;
  readonly scopes: Scopes;
  readonly onWarning: (warning: RowWarning) => void;
}

/** The rows of one list. */
export interface Items<T> {
  readonly listName: string;
  /** A call below `/sites/{id}/lists/{id}`. */
  readonly call: (
    method: GraphCall["method"],
    path: string,
    more?: Pick<GraphCall, "headers" | "body">,
  ) => Promise<Result<GraphCall, AccessError>>;
  readonly expand: string;
  readonly decode: (item: unknown) => Stored<T> | undefined;
  /** Every row that passes the filter; without one, every row of the list. */
  readonly read: (filter: string | undefined) => Promise<Result<readonly Stored<T>[], GraphFailure>>;
  /** The one row with that key, or undefined. Costs a request. */
  readonly find: (key: string) => Promise<Result<Stored<T> | undefined, GraphFailure>>;
  /** SharePoint's number of the row that a revision speaks of; undefined when it lies in another list. */
  readonly itemIdOf: (revision: Revision) => string | undefined;
  readonly rowOf: (itemId: string) => RowRef;
  /** The revision of a row as an answer shows it. */
  readonly revisionOf: (itemId: string, body: unknown) => Revision;
}

/** Rows a page; the service gives fewer when it likes. */
const PAGE = 5000;

/** An OData string literal for a query. */
const literal = (text: string): string => encodeURIComponent(`'${text.replaceAll("'", "''")}'`);

/** `fields/X eq 'text'`, ready for a query; `column` must be indexed. */
export const equals = (column: string, text: string): string => `fields/${column}%20eq%20${literal(text)}`;

export const and = (...conditions: readonly string[]): string => conditions.join("%20and%20");

/** At least one of the texts. */
export const equalsAny = (column: string, texts: readonly string[]): string =>
  texts.length === 1
    ? equals(column, texts[0] ?? "")
    : `(${texts.map((text) => equals(column, text)).join("%20or%20")})`;

export const createItems = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  keyOfRecord: (record: T) => string,
  { send, home, scopes, onWarning }: ItemsDeps,
): Items<T> => {
  const listName = codec.list.displayName;
  const expand = expandFields(codec.list);
  const rowPrefix = `${listName}/`;
  const toRow = (itemId: string): RowRef => (rowPrefix + itemId) as RowRef;
  const revisionOf = (itemId: string, body: unknown): Revision => revisionOfRow(toRow(itemId), etagOf(body));

  const call: Items<T>["call"] = async (method, path, more) => {
    const found = await home();
    if (!found.ok) return found;
    const list = listPath(found.value, listName);
    return list.ok ? ok({ method, path: list.value + path, scopes, ...more }) : list;
  };

  const decode = (item: unknown): Stored<T> | undefined => {
    const itemId = textAt(item, "id") ?? "";
    const record = decodeRecord(codec, at(item, "fields"));
    if (!record.ok) {
      onWarning({ list: listName, itemId, column: record.error.column });
      return undefined;
    }
    return { record: record.value, itemId, revision: revisionOf(itemId, item), modifiedBy: modifierOf(item) };
  };

  const read: Items<T>["read"] = async (filter) => {
    const query = filter === undefined ? "" : `&$filter=${filter}`;
    // Without the select, three quarters of an answer are addresses and names nobody reads.
    const first = await call("GET", `/items?$select=id,eTag&$expand=${expand}&$top=${PAGE}${query}`);
    if (!first.ok) return first;
    const pages = await readPages(send, first.value);
    if (!pages.ok) return pages;
    return ok(pages.value.elements.map(decode).filter((row) => row !== undefined));
  };

  return {
    listName,
    call,
    expand,
    decode,
    read,
    find: async (key) => {
      const rows = await read(equals(codec.keyColumn, key));
      // SharePoint compares text without case; `KE` is not `ke`.
      return rows.ok ? ok(rows.value.find((row) => keyOfRecord(row.record) === key)) : rows;
    },
    itemIdOf: (revision) => {
      const row = rowOf(revision);
      return row.startsWith(rowPrefix) ? row.slice(rowPrefix.length) : undefined;
    },
    rowOf: toRow,
    revisionOf,
  };
};

/** The etag stands on the item and, in some answers, only on its fields. Quotes belong to it. */
const etagOf = (body: unknown): string =>
  textAt(body, "eTag") ?? textAt(body, "@odata.etag") ?? textAt(body, "fields", "@odata.etag") ?? "";

const modifierOf = (item: unknown): string =>
  textAt(item, "lastModifiedBy", "user", "displayName") ?? textAt(item, "lastModifiedBy", "user", "email") ?? "";

/**
 * Tries filters from narrow to wide, because SharePoint refuses any that looks at 5,000 rows or more. The last resort reads the
 * whole list, which it allows, and leaves the choice to the caller's `wanted`.
 */
export const readByFilters = async <T>(
  items: Items<T>,
  filters: readonly string[],
  wanted: (record: T) => boolean,
): Promise<Result<readonly Stored<T>[], AccessError>> => {
  for (const filter of [...filters, undefined]) {
    const rows = await items.read(filter);
    if (rows.ok) return ok(rows.value.filter((row) => wanted(row.record)));
    if (rows.error.type !== "TooWide") return err(accessErrorOf(rows.error, items.listName));
  }
  return err({ type: "Busy" });
};
