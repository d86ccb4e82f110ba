import { epochMsOf, instantOf, parseInstant, type Instant } from "#shared/domain/day.ts";
import { versionOf, type Revision } from "#shared/domain/okr/ids.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Lease, LeaseHolder, Leases, LeaseTaken } from "#shared/ports/leases.ts";
import { listAt, textAt } from "./json.ts";
import { encodeNewRow, encodeRecord } from "./lists/codec.ts";
import { leaseCodec, type LeaseRow } from "./lists/leases.ts";
import { equals } from "./repository/filters.ts";
import { createItems, formOf, type Items, type Stored } from "./repository/items.ts";
import type { GraphCall, GraphFailure, SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { scopesOf, type SiteAccess } from "./scopes.ts";

export interface GraphLeasesOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
}

interface Deps {
  readonly send: SendToGraph;
  readonly items: Items<LeaseRow>;
}

interface TimedRow extends Stored<LeaseRow> {
  /** By the clock of the service. */
  readonly writtenAt: Instant;
}

type Taken = Result<Lease, AccessError | LeaseTaken>;

/** A row that a client writes only to learn what time it is at the service: a browser cannot read the Date header. */
const knockKey = (name: string): string => `${name}?`;

const LEASE_QUERY = "$select=id,eTag,lastModifiedDateTime";

/** Leases in a list of the home site, taken by changing a row that nobody else changed meanwhile. */
export const createGraphLeases = ({ send, homeSite: site, siteAccess }: GraphLeasesOptions): Leases => {
  const items = createItems(
    formOf(leaseCodec, (row) => row.key),
    { send, site, scopes: scopesOf("okrs", siteAccess), onWarning: () => undefined },
  );
  const deps = { send, items };
  return {
    take: (name, holder, ms) => take(deps, { key: name, holder, ms }),
    renew: (lease, ms) => renew(deps, lease, { key: lease.name, holder: lease.holder, ms }),
    give: (lease) => give(deps, lease),
  };
};

const timed = ({ items }: Deps, item: unknown): TimedRow | undefined => {
  const stored = items.decode(item);
  const writtenAt = parseInstant(textAt(item, "lastModifiedDateTime") ?? "");
  return stored && writtenAt !== undefined ? { ...stored, writtenAt } : undefined;
};

const untilOf = ({ record, writtenAt }: TimedRow): Instant => instantOf(epochMsOf(writtenAt) + record.ms);

const find = async (deps: Deps, key: string): Promise<Result<TimedRow | undefined, AccessError>> => {
  const { send, items } = deps;
  const path = `/items?${LEASE_QUERY}&$expand=${items.expand}&$filter=${equals("LeaseKey", key)}`;
  const answer = await send(items.call("GET", path));
  if (!answer.ok) return err(accessErrorOf(answer.error, items.listName));
  const [row] = listAt(answer.value.body, "value");
  return ok(row === undefined ? undefined : timed(deps, row));
};

type Put =
  | { readonly type: "Written"; readonly row: TimedRow }
  | { readonly type: "Refused" }
  | { readonly type: "Failed"; readonly error: AccessError };

const isRefusal = (failure: GraphFailure): boolean =>
  failure.type === "Refused" && (failure.status === 400 || failure.status === 409 || failure.status === 412);

/** Writes a row and reads when that was, in one exchange. */
const put = async (
  deps: Deps,
  row: LeaseRow,
  at?: { readonly itemId: string; readonly version?: string },
): Promise<Put> => {
  const { send, items } = deps;
  const fields = at === undefined ? encodeNewRow(leaseCodec, row) : encodeRecord(leaseCodec, row);
  if (!fields.ok) return { type: "Failed", error: { type: "Unexpected", code: "unfitLease" } };
  if (at === undefined) {
    const made = await send(items.call("POST", "/items", { body: { fields: fields.value } }));
    if (!made.ok) return failedPut(made.error, items);
    const created = timed(deps, made.value.body);
    return created ? { type: "Written", row: created } : { type: "Refused" };
  }
  const sequence = Symbol("lease");
  const headers = at.version === undefined ? {} : { headers: { "If-Match": at.version } };
  const change = items.call("PATCH", `/items/${at.itemId}/fields`, { ...headers, body: fields.value, sequence });
  const look: GraphCall = items.call("GET", `/items/${at.itemId}?${LEASE_QUERY}&$expand=${items.expand}`, { sequence });
  const [changed, looked] = await Promise.all([send(change), send(look)]);
  if (!changed.ok) return failedPut(changed.error, items);
  if (!looked.ok) return failedPut(looked.error, items);
  const written = timed(deps, looked.value.body);
  return written ? { type: "Written", row: written } : { type: "Refused" };
};

const failedPut = (failure: GraphFailure, items: Items<LeaseRow>): Put =>
  isRefusal(failure) ? { type: "Refused" } : { type: "Failed", error: accessErrorOf(failure, items.listName) };

const leaseOf = (row: TimedRow, holder: LeaseHolder): Lease => ({
  name: row.record.key,
  holder,
  until: untilOf(row),
  version: row.revision,
});

/** Who holds it now: an answer that was lost may have been ours. */
const settle = async (deps: Deps, { key, holder }: LeaseRow): Promise<Taken> => {
  const row = await find(deps, key);
  if (!row.ok) return row;
  if (!row.value) return err({ type: "Unexpected", code: "leaseWithoutRow" });
  return holder !== undefined && row.value.record.holder === holder
    ? ok(leaseOf(row.value, holder))
    : err({ type: "LeaseTaken", until: untilOf(row.value) });
};

const outcomeOf = async (deps: Deps, wanted: LeaseRow, written: Put): Promise<Taken> => {
  if (written.type === "Failed") return err(written.error);
  if (written.type === "Refused") return settle(deps, wanted);
  const { row } = written;
  // Between writing and looking somebody may have taken it, but not before it was over.
  return wanted.holder !== undefined && row.record.holder === wanted.holder
    ? ok(leaseOf(row, wanted.holder))
    : err({ type: "LeaseTaken", until: untilOf(row) });
};

const take = async (deps: Deps, wanted: LeaseRow): Promise<Taken> => {
  const found = await find(deps, wanted.key);
  if (!found.ok) return found;
  const row = found.value;
  if (!row) return outcomeOf(deps, wanted, await put(deps, wanted));
  if (row.record.holder !== undefined && row.record.holder !== wanted.holder) {
    const now = await serviceTime(deps, knockKey(wanted.key));
    if (!now.ok) return now;
    const until = untilOf(row);
    if (now.value < until) return err({ type: "LeaseTaken", until });
  }
  return outcomeOf(deps, wanted, await put(deps, wanted, { itemId: row.itemId, version: versionOf(row.revision) }));
};

const serviceTime = async (deps: Deps, key: string): Promise<Result<Instant, AccessError>> => {
  const found = await find(deps, key);
  if (!found.ok) return found;
  const row = { key, ms: 0 };
  const knocked = await put(deps, row, found.value && { itemId: found.value.itemId });
  if (knocked.type === "Written") return ok(knocked.row.writtenAt);
  if (knocked.type === "Failed") return err(knocked.error);
  const made = await find(deps, key);
  if (!made.ok) return made;
  return made.value ? ok(made.value.writtenAt) : err({ type: "Unexpected", code: "noServiceTime" });
};

const renew = async (deps: Deps, lease: Lease, wanted: LeaseRow): Promise<Taken> => {
  const revision = lease.version as Revision;
  const itemId = deps.items.itemIdOf(revision);
  if (itemId === undefined) return err({ type: "Unexpected", code: "foreignLease" });
  return outcomeOf(deps, wanted, await put(deps, wanted, { itemId, version: versionOf(revision) }));
};

const give = async (deps: Deps, lease: Lease): Promise<Result<void, AccessError>> => {
  const revision = lease.version as Revision;
  const itemId = deps.items.itemIdOf(revision);
  if (itemId === undefined) return err({ type: "Unexpected", code: "foreignLease" });
  const freed = await put(deps, { key: lease.name, ms: 0 }, { itemId, version: versionOf(revision) });
  return freed.type === "Failed" ? err(freed.error) : ok(undefined);
};
