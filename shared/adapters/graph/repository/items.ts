/** Rows of one list as Graph shows them. */
import { revisionOfRow, rowOf, type Revision, type RowRef } from "#shared/domain/okr/ids.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { listAddress } from "../home.ts";
import { at, textAt } from "../json.ts";
import type { MalformedColumn } from "../lists/cells.ts";
import { decodeRecord, type ListCodec } from "../lists/codec.ts";
import { expandFields, type Columns } from "../lists/columns.ts";
import type { GraphCall, GraphFailure, SendToGraph } from "../request/call.ts";
import { readPages } from "../request/pages.ts";
import { equals } from "./filters.ts";

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
  /** `host:/sites/name` */
  readonly site: string;
  readonly scopes: Scopes;
  readonly onWarning: (warning: RowWarning) => void;
}

/** What a row means, and where it lies. */
export interface RowForm<T> {
  readonly title: string;
  readonly columns: Columns;
  readonly keyColumn: string;
  readonly keyOf: (record: T) => string;
  readonly decode: (fields: unknown) => Result<T, MalformedColumn>;
  readonly rowOf: (itemId: string) => RowRef;
}

/** The rows of one list. */
export interface Items<T> {
  readonly listName: string;
  /** A call below the address of the list. */
  readonly call: (
    method: GraphCall["method"],
    path: string,
    more?: Pick<GraphCall, "headers" | "body" | "sequence">,
  ) => GraphCall;
  readonly expand: string;
  readonly decode: (item: unknown) => Stored<T> | undefined;
  /** Every row that passes the filter; without one, every row of the list. `sequence` holds for the first page. */
  readonly read: (filter: string | undefined, sequence?: symbol) => Promise<Result<readonly Stored<T>[], GraphFailure>>;
  /** The one row with that key, or undefined. Costs a request. */
  readonly find: (key: string) => Promise<Result<Stored<T> | undefined, GraphFailure>>;
  readonly rowOf: (itemId: string) => RowRef;
  /** SharePoint's number of the row that a revision speaks of; undefined when it lies in another list. */
  readonly itemIdOf: (revision: Revision) => string | undefined;
  /** The revision of a row as an answer shows it. */
  readonly revisionOf: (itemId: string, body: unknown) => Revision;
}

/** Rows a page; the service gives fewer when it likes. */
export const PAGE = 5000;

/** How the records of a list of the home site lie in their rows; nobody follows or changes those by their row. */
export const formOf = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  keyOf: (record: T) => string,
): RowForm<T> => ({
  title: codec.list.displayName,
  columns: codec.list.columns,
  keyColumn: codec.keyColumn,
  keyOf,
  decode: (fields) => decodeRecord(codec, fields),
  rowOf: (itemId) => `${codec.list.displayName}/${itemId}` as RowRef,
});

export const createItems = <T extends object>(form: RowForm<T>, deps: ItemsDeps): Items<T> => {
  const { send, site, scopes, onWarning } = deps;
  const { title: listName, rowOf: toRow } = form;
  const address = listAddress(site, listName);
  const expand = expandFields(form.columns);
  const revisionOf = (itemId: string, body: unknown): Revision => revisionOfRow(toRow(itemId), etagOf(body));

  const call: Items<T>["call"] = (method, path, more) => ({ method, path: address + path, scopes, ...more });

  const decode = (item: unknown): Stored<T> | undefined => {
    const itemId = textAt(item, "id") ?? "";
    const record = form.decode(at(item, "fields"));
    if (!record.ok) {
      onWarning({ list: listName, itemId, column: record.error.column });
      return undefined;
    }
    return { record: record.value, itemId, revision: revisionOf(itemId, item), modifiedBy: modifierOf(item) };
  };

  const read: Items<T>["read"] = async (filter, sequence) => {
    const query = filter === undefined ? "" : `&$filter=${filter}`;
    // Without the select, three quarters of an answer are addresses and names nobody reads.
    const path = `/items?$select=id,eTag&$expand=${expand}&$top=${PAGE}${query}`;
    const pages = await readPages(send, call("GET", path, sequence === undefined ? {} : { sequence }));
    if (!pages.ok) return pages;
    return ok(pages.value.elements.map(decode).filter((row) => row !== undefined));
  };

  const prefix = toRow("");
  return {
    listName,
    call,
    expand,
    decode,
    read,
    find: async (key) => {
      const rows = await read(equals(form.keyColumn, key));
      // SharePoint compares text without case; `KE` is not `ke`.
      return rows.ok ? ok(rows.value.find((row) => form.keyOf(row.record) === key)) : rows;
    },
    rowOf: toRow,
    itemIdOf: (revision) => {
      const row = rowOf(revision);
      return row.startsWith(prefix) ? row.slice(prefix.length) : undefined;
    },
    revisionOf,
  };
};

/** The etag stands on the item and, in some answers, only on its fields. Quotes belong to it. */
const etagOf = (body: unknown): string =>
  textAt(body, "eTag") ?? textAt(body, "@odata.etag") ?? textAt(body, "fields", "@odata.etag") ?? "";

const modifierOf = (item: unknown): string =>
  textAt(item, "lastModifiedBy", "user", "displayName") ?? textAt(item, "lastModifiedBy", "user", "email") ?? "";
