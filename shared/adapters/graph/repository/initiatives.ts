/** Initiatives: read when somebody looks at them, written by everybody, and always where what they serve is. */
import { samePlace } from "#shared/domain/okr/formerPlaces.ts";
import {
  rowOf,
  type InitiativeId,
  type KeyResultId,
  type PartitionKey,
  type Revision,
} from "#shared/domain/okr/ids.ts";
import { goingAlong, type Initiative, type InitiativeSet } from "#shared/domain/okr/initiative.ts";
import type { KeyResult, Place } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { HOME_PARTITION, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrScope, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { InitiativeWrite } from "#shared/ports/writeOrder.ts";
import { lookOutside } from "./elsewhere.ts";
import { equals } from "./filters.ts";
import type { Stored } from "./items.ts";
import { racksOf, type ChangesOf, type Rack } from "./racks.ts";
import { readInitiativeRows } from "./readRows.ts";
import { changed, relocate } from "./relocate.ts";
import { change, create, failed, locate, remove, reread, type Sending } from "./rowWrites.ts";
import type { Tables } from "./tables.ts";

export const readInitiatives = async (
  tables: Tables,
  finder: PartitionFinder,
  { cycleKeys, units }: OkrScope,
): Promise<Result<InitiativeSet, AccessError>> => {
  const shares = [...finder.ofScope(cycleKeys, units)];
  const parts = await Promise.all(shares.map(([key, share]) => readInitiativeRows(tables.of(key), share)));
  const rows = new Map<InitiativeId, Stored<Initiative>>();
  for (const part of parts) {
    if (!part.ok) return part;
    // While one moves it lies in two lists; which of them is told makes no difference to what it says.
    for (const row of part.value) rows.set(row.record.id, row);
  }
  return ok({
    initiatives: [...rows.values()].map(({ record }) => record),
    revisions: new Map([...rows].map(([id, { revision }]) => [id, revision])),
  });
};

interface InitiativeDeps extends Sending {
  readonly tables: Tables;
  readonly finder: () => Promise<Result<PartitionFinder, AccessError>>;
  readonly frame: () => Frame | undefined;
  /** Where key results were when they were read last. */
  readonly places: ReadonlyMap<KeyResultId, Place>;
}

const rackIn = ({ tables }: InitiativeDeps, partition: PartitionKey): Rack<Initiative> =>
  racksOf(tables.of(partition)).initiatives;

/** Makes the changes to a row that was read, in another list where they take it there. */
const carryTo = async (
  deps: InitiativeDeps,
  from: PartitionKey,
  row: Stored<Initiative>,
  { basedOn, changes }: { readonly basedOn: Revision; readonly changes: ChangesOf<Initiative> },
): Promise<WriteOutcome> => {
  const finder = await deps.finder();
  if (!finder.ok) return { type: "Failed", error: finder.error };
  const next = changed(row.record, changes);
  const there = finder.value.of(next.cycleKey, next.unitKey);
  const rack = rackIn(deps, from);
  if (there !== from) return relocate(deps, { from: rack, to: rackIn(deps, there) }, row, { basedOn, changes });
  return change(deps, rack, { id: row.record.id, basedOn, fields: rack.encodeChanges(changes) });
};

type Change = Extract<InitiativeWrite, { kind: "changeInitiative" }>;

/** Where the row lies that a revision speaks of. */
const partitionOf = (basedOn: Revision): PartitionKey => placeOfRow(rowOf(basedOn))?.partition ?? HOME_PARTITION;

const changeInitiative = async (deps: InitiativeDeps, { id, basedOn, changes }: Change): Promise<WriteOutcome> => {
  const from = partitionOf(basedOn);
  const rack = rackIn(deps, from);
  if (!("unitKey" in changes) && !("cycleKey" in changes)) {
    return change(deps, rack, { id, basedOn, fields: rack.encodeChanges(changes) });
  }
  const itemId = await locate(rack, id, basedOn);
  const row = itemId.ok ? await reread(deps, rack, itemId.value) : itemId;
  return row.ok ? carryTo(deps, from, row.value, { basedOn, changes }) : row.error;
};

/** A row that is not there any more may have gone along with what it serves: then it is to be looked at again, not lost. [OR27] */
const orElsewhere = async (
  deps: InitiativeDeps,
  write: { readonly id: InitiativeId; readonly basedOn: Revision; readonly changes?: ChangesOf<Initiative> },
  outcome: WriteOutcome,
): Promise<WriteOutcome> => {
  if (outcome.type !== "Gone") return outcome;
  const finder = await deps.finder();
  if (!finder.ok) return { type: "Failed", error: finder.error };
  const places = { finder: finder.value, frame: deps.frame() };
  return lookOutside((partition) => [rackIn(deps, partition)], partitionOf(write.basedOn), write, places);
};

/** It lies where its key result is now, as far as is known. */
const createInitiative = async (deps: InitiativeDeps, typed: Initiative): Promise<WriteOutcome> => {
  const { keyResultId } = typed;
  const initiative = { ...typed, ...(keyResultId === undefined ? {} : deps.places.get(keyResultId)) };
  const finder = await deps.finder();
  if (!finder.ok) return { type: "Failed", error: finder.error };
  const partition = finder.value.of(initiative.cycleKey, initiative.unitKey);
  return create(deps, rackIn(deps, partition), initiative.id, initiative);
};

export const writeInitiative = async (deps: InitiativeDeps, write: InitiativeWrite): Promise<WriteOutcome> => {
  switch (write.kind) {
    case "createInitiative":
      return createInitiative(deps, write.initiative);
    case "changeInitiative":
      return orElsewhere(deps, write, await changeInitiative(deps, write));
    case "removeInitiative": {
      const { id, basedOn } = write;
      return orElsewhere(deps, { id, basedOn }, await remove(deps, rackIn(deps, partitionOf(basedOn)), write));
    }
  }
};

type Mover = Objective | KeyResult;

/** What of a key result or objective has to be the same at its initiatives. */
const isElsewhere = (before: Mover, after: Mover): boolean =>
  !samePlace(before, after) ||
  ("objectiveId" in before && "objectiveId" in after && before.objectiveId !== after.objectiveId);

/** How often an initiative that somebody keeps changing is tried again. */
const ATTEMPTS = 5;

/**
 * Takes the initiatives of a key result, or those of an objective as a whole, to where it is about to go. They go first: whoever is
 * interrupted repeats the move of what they serve. Undefined when all are there. [OR26]
 */
export const takeAlong = async (
  deps: InitiativeDeps,
  from: PartitionKey,
  before: Mover,
  after: Mover,
): Promise<WriteOutcome | undefined> => {
  if (!isElsewhere(before, after)) return undefined;
  const { items, find } = rackIn(deps, from);
  const ofKeyResult = "objectiveId" in after;
  const rows = await deps.tables.of(from).initiatives.read(equals(ofKeyResult ? "KrId" : "ObjectiveKey", before.id));
  if (!rows.ok) return failed(rows.error, items.listName);
  const to = { ...after, objectiveId: ofKeyResult ? after.objectiveId : after.id };
  const takeOne = async (row: Stored<Initiative>, left: number): Promise<WriteOutcome | undefined> => {
    const { objectiveId, unitKey, cycleKey } = goingAlong(row.record, to);
    const changes = { objectiveId, unitKey, cycleKey };
    const outcome = await carryTo(deps, from, row, { basedOn: row.revision, changes });
    if (outcome.type === "Written" || outcome.type === "Gone") return undefined;
    if (outcome.type !== "Stale" || left === 0) return outcome;
    const again = await find(row.record.id);
    return again.ok && again.value ? takeOne(again.value, left - 1) : undefined;
  };
  const theirs = rows.value.filter(({ record }) => ofKeyResult || record.keyResultId === undefined);
  const outcomes = await Promise.all(theirs.map((row) => takeOne(row, ATTEMPTS)));
  return outcomes.find((outcome) => outcome !== undefined);
};
