import { versionOf, type PartitionKey, type Revision } from "#shared/domain/okr/ids.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { KeptStarts, StreamStart, StreamStarts } from "#shared/ports/streamStarts.ts";
import { streamCodec, type StreamRow } from "./lists/streams.ts";
import { createItems, formOf, type Items } from "./repository/items.ts";
import { rackOf, type Rack } from "./repository/racks.ts";
import { create, patch } from "./repository/rowWrites.ts";
import type { GraphFailure, SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { scopesOf, type SiteAccess } from "./scopes.ts";

export interface GraphStreamStartsOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
}

export const createGraphStreamStarts = ({
  send,
  homeSite: site,
  siteAccess,
}: GraphStreamStartsOptions): StreamStarts => {
  const items = createItems(
    formOf(streamCodec, (row) => row.key),
    { send, site, scopes: scopesOf("okrs", siteAccess), onWarning: () => undefined },
  );
  const deps = { send, items, rack: rackOf(items, streamCodec) };
  return { read: () => readStarts(items), write: (starts, known) => writeStarts(deps, starts, known) };
};

/** Those of the few partitions that somebody still writes in, so the whole list. */
export const readStarts = async (items: Items<StreamRow>): Promise<Result<KeptStarts, AccessError>> => {
  const rows = await items.read(undefined);
  if (!rows.ok) return err(accessErrorOf(rows.error, items.listName));
  return ok({
    starts: new Map(rows.value.map(({ record: { key, cursor, asOf } }) => [key, { cursor, asOf }])),
    revisions: new Map(rows.value.map(({ record, revision }) => [record.key, revision])),
  });
};

interface Deps {
  readonly send: SendToGraph;
  readonly items: Items<StreamRow>;
  readonly rack: Rack<StreamRow>;
}

/** Somebody else's newer row is as good as ours. */
const put = async (
  { send, rack, items }: Deps,
  row: StreamRow,
  basedOn: Revision | undefined,
): Promise<AccessError | undefined> => {
  const itemId = basedOn === undefined ? undefined : items.itemIdOf(basedOn);
  if (basedOn === undefined || itemId === undefined) {
    const made = await create({ send }, rack, row.key, row);
    return made.type === "Failed" ? made.error : undefined;
  }
  const fields = rack.encode(row);
  if (!fields.ok) return { type: "Unexpected", code: "unfitStream" };
  const patched = await patch({ send }, rack, { itemId, basedOn, fields: fields.value });
  return patched.type === "Failed" ? accessErrorOf(patched.failure, items.listName) : undefined;
};

const isHarmless = (failure: GraphFailure): boolean =>
  failure.type === "Refused" && (failure.status === 404 || failure.status === 412 || failure.status === 409);

const forget = async ({ send, items }: Deps, revision: Revision): Promise<AccessError | undefined> => {
  const headers = { "If-Match": versionOf(revision) };
  const removed = await send(items.call("DELETE", `/items/${items.itemIdOf(revision) ?? ""}`, { headers }));
  return removed.ok || isHarmless(removed.error) ? undefined : accessErrorOf(removed.error, items.listName);
};

const writeStarts = async (
  deps: Deps,
  starts: ReadonlyMap<PartitionKey, StreamStart>,
  { revisions }: KeptStarts,
): Promise<Result<void, AccessError>> => {
  const failures = await Promise.all([
    ...[...starts].map(([key, start]) => put(deps, { key, ...start }, revisions.get(key))),
    ...[...revisions].filter(([key]) => !starts.has(key)).map(([, revision]) => forget(deps, revision)),
  ]);
  const failure = failures.find((error) => error !== undefined);
  return failure ? err(failure) : ok(undefined);
};
