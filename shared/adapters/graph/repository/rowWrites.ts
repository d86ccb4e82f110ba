/** Writing single rows: each finds out what became of it, also when an answer was lost. */
import { versionOf, type Revision } from "#shared/domain/okr/ids.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { ChangeableRecord, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { textAt } from "../json.ts";
import { withoutEmpty, type Fields } from "../lists/cells.ts";
import type { UnfitProperty } from "../lists/codec.ts";
import type { GraphFailure, SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import type { Stored } from "./items.ts";
import type { Rack } from "./racks.ts";

export interface Sending {
  readonly send: SendToGraph;
  readonly signal?: AbortSignal | undefined;
}

/** Somebody changed the row meanwhile. SharePoint says 412, elsewhere in Graph the same condition came as 409. */
const isStale = (failure: GraphFailure): boolean =>
  failure.type === "Refused" && (failure.status === 412 || failure.status === 409);

const isMissing = (failure: GraphFailure): boolean => failure.type === "Refused" && failure.status === 404;

export const written = (revision: Revision): WriteOutcome =>
  versionOf(revision) === "" ? { type: "Written" } : { type: "Written", revision };

/** Found as it was to be: an earlier attempt whose answer was lost had done it. Somebody may have changed more of it since. */
export const found = ({ record, revision }: Stored<unknown>): WriteOutcome => {
  const outcome = written(revision);
  return outcome.type === "Written" && isChangeable(record) ? { ...outcome, stored: record } : outcome;
};

const isChangeable = (record: unknown): record is ChangeableRecord =>
  typeof record === "object" &&
  record !== null &&
  ("ambition" in record || "measure" in record || ("state" in record && "objectiveId" in record));

export const failed = (failure: GraphFailure, listName: string): WriteOutcome => {
  if (failure.type === "Stopped") return { type: "Skipped" };
  if (failure.type === "Refused" && (failure.status === 400 || failure.status === 422)) {
    return { type: "Invalid", message: failure.message };
  }
  return { type: "Failed", error: accessErrorOf(failure, listName) };
};

const unfit = ({ property, message }: UnfitProperty): WriteOutcome => ({ type: "Invalid", column: property, message });

export const stale = (stored: Stored<ChangeableRecord>): WriteOutcome => ({
  type: "Stale",
  stored: stored.record,
  revision: stored.revision,
  modifiedBy: stored.modifiedBy,
});

/** `stored` holds every value that was to be written: an earlier attempt whose answer was lost had already done it. */
export const agrees = (stored: Fields, wanted: Fields): boolean =>
  Object.entries(wanted).every(([column, value]) => (stored[column] ?? null) === value);

/** Creates a row, or finds that it was created before: its key is unique in the list. */
export const create = async <T>(
  { send, signal }: Sending,
  rack: Rack<T>,
  key: string,
  record: T,
): Promise<WriteOutcome> => {
  const fields = rack.encode(record);
  if (!fields.ok) return unfit(fields.error);
  const { items } = rack;
  const answer = await send(items.call("POST", "/items", { body: { fields: withoutEmpty(fields.value) } }), signal);
  if (answer.ok) {
    const itemId = textAt(answer.value.body, "id");
    return itemId === undefined ? { type: "Written" } : written(items.revisionOf(itemId, answer.value.body));
  }
  if (answer.error.type !== "Refused") return failed(answer.error, items.listName);
  const existing = await rack.find(key);
  return existing.ok && existing.value ? found(existing.value) : failed(answer.error, items.listName);
};

/** The item of a row that a revision speaks of, or of that key where the revision speaks of another list. */
export const locate = async <T>(
  rack: Rack<T>,
  key: string,
  basedOn: Revision,
): Promise<Result<string, WriteOutcome>> => {
  const known = rack.items.itemIdOf(basedOn);
  if (known !== undefined) return ok(known);
  const found = await rack.find(key);
  if (!found.ok) return err(failed(found.error, rack.items.listName));
  return found.value ? ok(found.value.itemId) : err({ type: "Gone" });
};

/** A row as it is now. */
export const reread = async <T>(
  { send }: Sending,
  { items, decode }: Rack<T>,
  itemId: string,
): Promise<Result<Stored<T>, WriteOutcome>> => {
  const answer = await send(items.call("GET", `/items/${itemId}?$expand=${items.expand}`));
  if (!answer.ok) return err(isMissing(answer.error) ? { type: "Gone" } : failed(answer.error, items.listName));
  const stored = decode(answer.value.body);
  return stored ? ok(stored) : err({ type: "Failed", error: { type: "Unexpected", code: "malformedRow" } });
};

const cellsAgree = <T>(rack: Rack<T>, record: T, wanted: Fields): boolean => {
  const cells = rack.encode(record);
  return cells.ok && agrees(cells.value, wanted);
};

/** What became of a change of one row that was to be as it was read. */
type Patched =
  | { readonly type: "Written"; readonly revision: Revision }
  | { readonly type: "Changed" | "Gone" }
  | { readonly type: "Failed"; readonly failure: GraphFailure };

/** Changes the fields of a row, unless somebody changed it since it had that revision. */
export const patch = async <T>(
  { send, signal }: Sending,
  { items }: Rack<T>,
  row: { readonly itemId: string; readonly basedOn: Revision; readonly fields: Fields },
): Promise<Patched> => {
  const headers = { "If-Match": versionOf(row.basedOn) };
  const call = items.call("PATCH", `/items/${row.itemId}/fields`, { headers, body: row.fields });
  const answer = await send(call, signal);
  if (answer.ok) return { type: "Written", revision: items.revisionOf(row.itemId, answer.value.body) };
  if (isMissing(answer.error)) return { type: "Gone" };
  return isStale(answer.error) ? { type: "Changed" } : { type: "Failed", failure: answer.error };
};

/** Changes some fields of the row that `basedOn` speaks of. */
export const change = async <T extends ChangeableRecord>(
  deps: Sending,
  rack: Rack<T>,
  {
    id,
    basedOn,
    fields,
  }: { readonly id: string; readonly basedOn: Revision; readonly fields: Result<Fields, UnfitProperty> },
): Promise<WriteOutcome> => {
  if (!fields.ok) return unfit(fields.error);
  if (Object.keys(fields.value).length === 0) return written(basedOn);
  const itemId = await locate(rack, id, basedOn);
  if (!itemId.ok) return itemId.error;
  const patched = await patch(deps, rack, { itemId: itemId.value, basedOn, fields: fields.value });
  if (patched.type === "Written") return written(patched.revision);
  if (patched.type === "Gone") return { type: "Gone" };
  if (patched.type === "Failed") return failed(patched.failure, rack.items.listName);
  const stored = await reread(deps, rack, itemId.value);
  if (!stored.ok) return stored.error;
  if (cellsAgree(rack, stored.value.record, fields.value)) return found(stored.value);
  return stale(stored.value);
};

export const remove = async <T extends ChangeableRecord>(
  deps: Sending,
  rack: Rack<T>,
  { id, basedOn }: { readonly id: string; readonly basedOn: Revision },
): Promise<WriteOutcome> => {
  const itemId = await locate(rack, id, basedOn);
  if (!itemId.ok) return itemId.error;
  const headers = { "If-Match": versionOf(basedOn) };
  const answer = await deps.send(rack.items.call("DELETE", `/items/${itemId.value}`, { headers }), deps.signal);
  if (answer.ok) return { type: "Written" };
  if (isMissing(answer.error)) return { type: "Gone" };
  if (!isStale(answer.error)) return failed(answer.error, rack.items.listName);
  const stored = await reread(deps, rack, itemId.value);
  return stored.ok ? stale(stored.value) : stored.error;
};

/**
 * Makes the row with that key be so, whether it is there or not. The last one wins, unless `basedOn` names what a row that is
 * there has to be.
 * @param more cells beside those of the record
 */
export const ensure = async <T>(
  deps: Sending,
  rack: Rack<T>,
  { key, record, more }: { readonly key: string; readonly record: T; readonly more?: Fields },
): Promise<WriteOutcome> => {
  const fields = rack.encode(record);
  if (!fields.ok) return unfit(fields.error);
  const wanted = { ...fields.value, ...more };
  const post = rack.items.call("POST", "/items", { body: { fields: withoutEmpty(wanted) } });
  const answer = await deps.send(post, deps.signal);
  if (answer.ok) {
    const itemId = textAt(answer.value.body, "id");
    return itemId === undefined ? { type: "Written" } : written(rack.items.revisionOf(itemId, answer.value.body));
  }
  if (answer.error.type !== "Refused") return failed(answer.error, rack.items.listName);
  const existing = await rack.find(key);
  if (!existing.ok || !existing.value) return failed(answer.error, rack.items.listName);
  return overwrite(deps, rack, existing.value, wanted);
};

/** Makes a row that was read be so, however often somebody else changes it meanwhile. */
const overwrite = async <T>(deps: Sending, rack: Rack<T>, row: Stored<T>, wanted: Fields): Promise<WriteOutcome> => {
  for (let { record, revision } = row; ;) {
    if (cellsAgree(rack, record, wanted)) return written(revision);
    const patched = await patch(deps, rack, { itemId: row.itemId, basedOn: revision, fields: wanted });
    if (patched.type === "Written") return written(patched.revision);
    if (patched.type === "Failed") return failed(patched.failure, rack.items.listName);
    const now = await reread(deps, rack, row.itemId);
    if (!now.ok) return now.error;
    ({ record, revision } = now.value);
  }
};

/** Makes the row with that key be so, when it is mostly there already: looks before it writes. */
export const save = async <T>(deps: Sending, rack: Rack<T>, key: string, record: T): Promise<WriteOutcome> => {
  const fields = rack.encode(record);
  if (!fields.ok) return unfit(fields.error);
  const existing = await rack.find(key);
  if (!existing.ok) return failed(existing.error, rack.items.listName);
  return existing.value ? overwrite(deps, rack, existing.value, fields.value) : create(deps, rack, key, record);
};
