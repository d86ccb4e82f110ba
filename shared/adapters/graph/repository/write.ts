import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { versionOf, type Revision } from "#shared/domain/okr/ids.ts";
import { err, ok, unreachable, type Result } from "#shared/domain/result.ts";
import type { OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { withoutEmpty, type Fields } from "../lists/cells.ts";
import { checkInCodec } from "../lists/checkIns.ts";
import { encodeChanges, encodeNewRow, encodeRecord, type UnfitProperty } from "../lists/codec.ts";
import { cycleCodec } from "../lists/cycles.ts";
import { keyResultCodec } from "../lists/keyResults.ts";
import { objectiveCodec } from "../lists/objectives.ts";
import { unitCodec } from "../lists/units.ts";
import type { GraphFailure, SendToGraph } from "../request/call.ts";
import { textAt } from "../json.ts";
import { accessErrorOf } from "../request/failure.ts";
import type { Items, Stored } from "./items.ts";
import type { Tables } from "./read.ts";

export interface WriteDeps {
  readonly send: SendToGraph;
  readonly tables: Tables;
  readonly signal?: AbortSignal | undefined;
}

/** Somebody changed the row meanwhile. SharePoint says 412, elsewhere in Graph the same condition came as 409. */
const isStale = (failure: GraphFailure): boolean =>
  failure.type === "Refused" && (failure.status === 412 || failure.status === 409);

const isMissing = (failure: GraphFailure): boolean => failure.type === "Refused" && failure.status === 404;

const written = (revision: Revision): WriteOutcome =>
  versionOf(revision) === "" ? { type: "Written" } : { type: "Written", revision };

const failed = (failure: GraphFailure, listName: string): WriteOutcome => {
  if (failure.type === "Stopped") return { type: "Skipped" };
  if (failure.type === "Refused" && (failure.status === 400 || failure.status === 422)) {
    return { type: "Invalid", message: failure.message };
  }
  return { type: "Failed", error: accessErrorOf(failure, listName) };
};

const unfit = ({ property, message }: UnfitProperty): WriteOutcome => ({ type: "Invalid", column: property, message });

/** `stored` holds every value that was to be written: an earlier attempt whose answer was lost had already done it. */
const agrees = (stored: Fields, wanted: Fields): boolean =>
  Object.entries(wanted).every(([column, value]) => (stored[column] ?? null) === value);

/** Creates a row, or finds that it was created before: its key is unique in the list. */
const create = async <T>(
  { send, signal }: WriteDeps,
  items: Items<T>,
  key: string,
  fields: Result<Fields, UnfitProperty>,
): Promise<WriteOutcome> => {
  if (!fields.ok) return unfit(fields.error);
  const call = await items.call("POST", "/items", { body: { fields: fields.value } });
  if (!call.ok) return { type: "Failed", error: call.error };
  const answer = await send(call.value, signal);
  if (answer.ok) {
    const itemId = textAt(answer.value.body, "id");
    return itemId === undefined ? { type: "Written" } : written(items.revisionOf(itemId, answer.value.body));
  }
  if (answer.error.type !== "Refused") return failed(answer.error, items.listName);
  const existing = await items.find(key);
  return existing.ok && existing.value ? written(existing.value.revision) : failed(answer.error, items.listName);
};

type Located = Result<string, WriteOutcome>;

const locate = async <T>(items: Items<T>, key: string, basedOn: Revision): Promise<Located> => {
  const known = items.itemIdOf(basedOn);
  if (known !== undefined) return ok(known);
  const found = await items.find(key);
  if (!found.ok) return err(failed(found.error, items.listName));
  return found.value ? ok(found.value.itemId) : err({ type: "Gone" });
};

const reread = async <T>(
  { send }: WriteDeps,
  items: Items<T>,
  itemId: string,
): Promise<Result<Stored<T>, WriteOutcome>> => {
  const call = await items.call("GET", `/items/${itemId}?$expand=${items.expand}`);
  if (!call.ok) return err({ type: "Failed", error: call.error });
  const answer = await send(call.value);
  if (!answer.ok) {
    return err(isMissing(answer.error) ? { type: "Gone" } : failed(answer.error, items.listName));
  }
  const stored = items.decode(answer.value.body);
  return stored ? ok(stored) : err({ type: "Failed", error: { type: "Unexpected", code: "malformedRow" } });
};

interface Change<T> {
  readonly id: string;
  readonly basedOn: Revision;
  readonly fields: Result<Fields, UnfitProperty>;
  /** The cells of a record as stored, to compare with those that were to be written. */
  readonly cellsOf: (record: T) => Result<Fields, UnfitProperty>;
}

const change = async <T extends Objective | KeyResult>(
  deps: WriteDeps,
  items: Items<T>,
  { id, basedOn, fields, cellsOf }: Change<T>,
): Promise<WriteOutcome> => {
  if (!fields.ok) return unfit(fields.error);
  if (Object.keys(fields.value).length === 0) return written(basedOn);
  const itemId = await locate(items, id, basedOn);
  if (!itemId.ok) return itemId.error;
  const headers = { "If-Match": versionOf(basedOn) };
  const call = await items.call("PATCH", `/items/${itemId.value}/fields`, { headers, body: fields.value });
  if (!call.ok) return { type: "Failed", error: call.error };
  const answer = await deps.send(call.value, deps.signal);
  if (answer.ok) return written(items.revisionOf(itemId.value, answer.value.body));
  if (isMissing(answer.error)) return { type: "Gone" };
  if (!isStale(answer.error)) return failed(answer.error, items.listName);
  const stored = await reread(deps, items, itemId.value);
  if (!stored.ok) return stored.error;
  const cells = cellsOf(stored.value.record);
  if (cells.ok && agrees(cells.value, fields.value)) return written(stored.value.revision);
  return stale(stored.value);
};

const stale = (stored: Stored<Objective | KeyResult>): WriteOutcome => ({
  type: "Stale",
  stored: stored.record,
  revision: stored.revision,
  modifiedBy: stored.modifiedBy,
});

const remove = async <T extends Objective | KeyResult>(
  deps: WriteDeps,
  items: Items<T>,
  id: string,
  basedOn: Revision,
): Promise<WriteOutcome> => {
  const itemId = await locate(items, id, basedOn);
  if (!itemId.ok) return itemId.error;
  const call = await items.call("DELETE", `/items/${itemId.value}`, { headers: { "If-Match": versionOf(basedOn) } });
  if (!call.ok) return { type: "Failed", error: call.error };
  const answer = await deps.send(call.value, deps.signal);
  if (answer.ok) return { type: "Written" };
  if (isMissing(answer.error)) return { type: "Gone" };
  if (!isStale(answer.error)) return failed(answer.error, items.listName);
  const stored = await reread(deps, items, itemId.value);
  return stored.ok ? stale(stored.value) : stored.error;
};

/** Makes the row with that key be so; nobody waits for anybody, the last one wins. */
const save = async <T>(
  deps: WriteDeps,
  items: Items<T>,
  key: string,
  fields: Result<Fields, UnfitProperty>,
  cellsOf: (record: T) => Result<Fields, UnfitProperty>,
): Promise<WriteOutcome> => {
  if (!fields.ok) return unfit(fields.error);
  const existing = await items.find(key);
  if (!existing.ok) return failed(existing.error, items.listName);
  if (!existing.value) return create(deps, items, key, ok(withoutEmpty(fields.value)));
  const { itemId, record, revision } = existing.value;
  const cells = cellsOf(record);
  if (cells.ok && agrees(cells.value, fields.value)) return written(revision);
  const headers = { "If-Match": versionOf(revision) };
  const call = await items.call("PATCH", `/items/${itemId}/fields`, { headers, body: fields.value });
  if (!call.ok) return { type: "Failed", error: call.error };
  const answer = await deps.send(call.value, deps.signal);
  if (answer.ok) return written(items.revisionOf(itemId, answer.value.body));
  return isStale(answer.error) ? save(deps, items, key, fields, cellsOf) : failed(answer.error, items.listName);
};

/** Carries out one write whose predecessors have succeeded. */
export const carryOut = (deps: WriteDeps, write: OkrWrite): Promise<WriteOutcome> => {
  const { tables } = deps;
  const objectiveCells = (record: Objective): Result<Fields, UnfitProperty> => encodeRecord(objectiveCodec, record);
  const keyResultCells = (record: KeyResult): Result<Fields, UnfitProperty> => encodeRecord(keyResultCodec, record);
  switch (write.kind) {
    case "createObjective":
      return create(deps, tables.objectives, write.objective.id, encodeNewRow(objectiveCodec, write.objective));
    case "createKeyResult":
      return create(deps, tables.keyResults, write.keyResult.id, encodeNewRow(keyResultCodec, write.keyResult));
    case "addCheckIn":
      return create(deps, tables.checkIns, write.checkIn.id, encodeNewRow(checkInCodec, write.checkIn));
    case "changeObjective": {
      const fields = encodeChanges(objectiveCodec, write.changes);
      return change(deps, tables.objectives, { ...write, fields, cellsOf: objectiveCells });
    }
    case "changeKeyResult": {
      const fields = encodeChanges(keyResultCodec, write.changes);
      return change(deps, tables.keyResults, { ...write, fields, cellsOf: keyResultCells });
    }
    case "removeObjective":
      return remove(deps, tables.objectives, write.id, write.basedOn);
    case "removeKeyResult":
      return remove(deps, tables.keyResults, write.id, write.basedOn);
    case "saveCycle":
      return save(deps, tables.cycles, write.cycle.key, encodeRecord(cycleCodec, write.cycle), (record) =>
        encodeRecord(cycleCodec, record),
      );
    case "saveUnit":
      return save(deps, tables.units, write.unit.key, encodeRecord(unitCodec, write.unit), (record) =>
        encodeRecord(unitCodec, record),
      );
    default:
      return unreachable(write);
  }
};
