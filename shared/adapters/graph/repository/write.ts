import { isDraft, placeOfRow } from "#shared/domain/partition/rows.ts";
import {
  rowOf,
  type CycleKey,
  type KeyResultId,
  type ObjectiveId,
  type PartitionKey,
  type Revision,
  type UnitKey,
} from "#shared/domain/okr/ids.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { afterMove, samePlace } from "#shared/domain/okr/formerPlaces.ts";
import type { KeyResult, Place } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { HOME_PARTITION, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { isHomeWrite, isInitiativeWrite } from "#shared/ports/writeOrder.ts";
import { logCodec } from "../lists/log.ts";
import { lookBeside, lookElsewhere, type RacksOfKind, type Seen, type Side } from "./elsewhere.ts";
import { writeAtHome } from "./homeWrites.ts";
import { takeAlong, writeInitiative } from "./initiatives.ts";
import { moveObjective } from "./moves.ts";
import { rackOf, racksOf, type ChangesOf, type Racks } from "./racks.ts";
import { changed, relocate } from "./relocate.ts";
import { change, create, failed, locate, remove, reread, written, type Sending } from "./rowWrites.ts";
import type { Tables } from "./tables.ts";

export interface WriteDeps extends Sending {
  readonly tables: Tables;
  readonly finder: () => Promise<Result<PartitionFinder, AccessError>>;
  /** The frame by which OKRs are found; undefined before it was read. */
  readonly frame: () => Frame | undefined;
  /** What is known of where objectives lie; may be out of date. */
  readonly seen: Map<ObjectiveId, Revision>;
  /** Where key results were when they were read last. */
  readonly places: Map<KeyResultId, Place>;
}

interface Located {
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
}

const sideOf = (revision: Revision): Side => (isDraft(revision) ? "draft" : "published");

const racksIn = ({ tables }: WriteDeps, partition: PartitionKey): Racks => racksOf(tables.of(partition));

const partitionFor = async (
  deps: WriteDeps,
  { cycleKey, unitKey }: Located,
): Promise<Result<PartitionKey, WriteOutcome>> => {
  const finder = await deps.finder();
  return finder.ok ? ok(finder.value.of(cycleKey, unitKey)) : err({ type: "Failed", error: finder.error });
};

/** Where a record lies that is to be changed; its revision says so. */
const placeFrom = (basedOn: Revision): Seen => ({
  partition: placeOfRow(rowOf(basedOn))?.partition ?? HOME_PARTITION,
  side: sideOf(basedOn),
});

/**
 * Whether an objective is a draft: as far as is known, else by looking. One that is nowhere counts as published, so that a member
 * is refused rather than that something appears beside it.
 */
const objectiveRow = async (
  deps: WriteDeps,
  racks: Racks,
  id: ObjectiveId,
  known: Revision | undefined,
): Promise<Result<Revision | undefined, WriteOutcome>> => {
  if (known !== undefined) return ok(known);
  const { published, draft } = racks.objectives;
  const [above, below] = await Promise.all([published.find(id), draft.find(id)]);
  if (!above.ok) return err(failed(above.error, published.items.listName));
  if (!below.ok) return err(failed(below.error, draft.items.listName));
  const revision = above.value?.revision ?? below.value?.revision;
  if (revision !== undefined) deps.seen.set(id, revision);
  return ok(revision);
};

const createObjective = async (deps: WriteDeps, objective: Objective): Promise<WriteOutcome> => {
  const partition = await partitionFor(deps, objective);
  if (!partition.ok) return partition.error;
  const side = objective.stage === "draft" ? "draft" : "published";
  const outcome = await create(deps, racksIn(deps, partition.value).objectives[side], objective.id, objective);
  if (outcome.type === "Written" && outcome.revision !== undefined) deps.seen.set(objective.id, outcome.revision);
  return outcome;
};

/** A key result is written beside its objective. */
const createKeyResult = async (deps: WriteDeps, keyResult: KeyResult): Promise<WriteOutcome> => {
  const partition = await partitionFor(deps, keyResult);
  if (!partition.ok) return partition.error;
  const racks = racksIn(deps, partition.value);
  const { published, draft } = racks.keyResults;
  const row = await objectiveRow(deps, racks, keyResult.objectiveId, deps.seen.get(keyResult.objectiveId));
  if (!row.ok) return row.error;
  if (row.value === undefined || !isDraft(row.value)) return create(deps, published, keyResult.id, keyResult);
  const made = await create(deps, draft, keyResult.id, keyResult);
  if (made.type !== "Written" || made.revision === undefined) return made;
  return followObjective(deps, racks, keyResult, { objective: row.value, keyResult: made.revision });
};

/**
 * Whoever publishes the objective at this very moment takes along the drafts they see; therefore the draft of the objective is
 * looked at once more after a key result was drafted, and the key result follows if it has gone.
 */
const followObjective = async (
  deps: WriteDeps,
  racks: Racks,
  keyResult: KeyResult,
  drafts: { readonly objective: Revision; readonly keyResult: Revision },
): Promise<WriteOutcome> => {
  const made = written(drafts.keyResult);
  const beside = racksIn(deps, placeFrom(drafts.objective).partition);
  const itemId = await locate(beside.objectives.draft, keyResult.objectiveId, drafts.objective);
  const objective = itemId.ok ? await reread(deps, beside.objectives.draft, itemId.value) : itemId;
  if (objective.ok || objective.error.type !== "Gone") return made;
  deps.seen.delete(keyResult.objectiveId);
  const now = await objectiveRow(deps, beside, keyResult.objectiveId, undefined);
  if (!now.ok || now.value === undefined || isDraft(now.value)) return made;
  const followed = await create(deps, racks.keyResults.published, keyResult.id, keyResult);
  await remove(deps, racks.keyResults.draft, { id: keyResult.id, basedOn: drafts.keyResult });
  return followed;
};

interface Change<T> {
  readonly id: T extends { readonly id: infer Id } ? Id : never;
  readonly changes: ChangesOf<T>;
  readonly basedOn: Revision;
}

const changeInPlace = async <T extends Objective | KeyResult>(
  deps: WriteDeps,
  racksOfKind: RacksOfKind<T>,
  write: Change<T>,
): Promise<WriteOutcome> => {
  const here = placeFrom(write.basedOn);
  const rack = racksOfKind(here.partition)[here.side];
  const fields = rack.encodeChanges(write.changes);
  const outcome = await change(deps, rack, { id: write.id, basedOn: write.basedOn, fields });
  return outcome.type === "Gone" ? goneFrom(deps, racksOfKind, write) : outcome;
};

const goneFrom = async <T extends Objective | KeyResult>(
  deps: WriteDeps,
  racksOfKind: RacksOfKind<T>,
  write: Change<T>,
): Promise<WriteOutcome> => {
  const finder = await deps.finder();
  if (!finder.ok) return { type: "Failed", error: finder.error };
  return lookElsewhere(racksOfKind, placeFrom(write.basedOn), write, { finder: finder.value, frame: deps.frame() });
};

/** Where a record belongs after its change. */
const destination = async (
  deps: WriteDeps,
  record: Objective | KeyResult,
  side: Side,
): Promise<Result<Seen, WriteOutcome>> => {
  const partition = await partitionFor(deps, record);
  if (!partition.ok) return partition;
  if (!("objectiveId" in record)) return ok({ partition: partition.value, side });
  const racks = racksIn(deps, partition.value);
  const row = await objectiveRow(deps, racks, record.objectiveId, deps.seen.get(record.objectiveId));
  if (!row.ok) return row;
  return ok({ partition: partition.value, side: row.value === undefined ? side : sideOf(row.value) });
};

const changeRecord = async <T extends Objective | KeyResult>(
  deps: WriteDeps,
  racksOfKind: RacksOfKind<T>,
  write: Change<T>,
): Promise<WriteOutcome> => {
  const here = placeFrom(write.basedOn);
  const racks = racksOfKind(here.partition);
  const mayMove = "unitKey" in write.changes || "cycleKey" in write.changes || "objectiveId" in write.changes;
  if (!mayMove) return changeInPlace(deps, racksOfKind, write);
  const itemId = await locate(racks[here.side], write.id, write.basedOn);
  const row = itemId.ok ? await reread(deps, racks[here.side], itemId.value) : itemId;
  if (!row.ok) return row.error.type === "Gone" ? goneFrom(deps, racksOfKind, write) : row.error;
  const next = changed(row.value.record, write.changes);
  const there = await destination(deps, next, here.side);
  if (!there.ok) return there.error;
  const { partition, side } = there.value;
  const moving = { ...write, changes: { ...write.changes, ...formerPlaces(row.value.record, next) } };
  const isHere = partition === here.partition && side === here.side;
  const carry = (): Promise<WriteOutcome> =>
    isHere
      ? changeInPlace(deps, racksOfKind, moving)
      : relocate(deps, { from: racks[here.side], to: racksOfKind(partition)[side] }, row.value, moving);
  const outcome = (await takeAlong(deps, here.partition, row.value.record, next)) ?? (await carry());
  if (outcome.type === "Written" && "measure" in next) deps.places.set(next.id, placeOf(next));
  return outcome;
};

/** What a key result has to remember of where it was, so that its check-ins are found. [AG37] */
const formerPlaces = (before: Objective | KeyResult, after: Objective | KeyResult): object => {
  if (!("measure" in before) || !("measure" in after) || samePlace(before, after)) return {};
  return { formerly: afterMove(before, after).formerly };
};

const placeOf = ({ unitKey, cycleKey }: Place): Place => ({ unitKey, cycleKey });

const changeObjective = async (
  deps: WriteDeps,
  write: Extract<OkrWrite, { kind: "changeObjective" }>,
): Promise<WriteOutcome> => {
  const { stage } = write.changes;
  const crosses = stage !== undefined && (stage === "draft") !== isDraft(write.basedOn);
  if (crosses) return { type: "Invalid", column: "stage", message: "An objective is published or unlocked as a whole" };
  return changeRecord<Objective>(deps, (partition) => racksIn(deps, partition).objectives, write);
};

const removeRecord = async <T extends Objective | KeyResult>(
  deps: WriteDeps,
  racksOfKind: RacksOfKind<T>,
  write: { readonly id: string; readonly basedOn: Revision },
): Promise<WriteOutcome> => {
  const here = placeFrom(write.basedOn);
  const outcome = await remove(deps, racksOfKind(here.partition)[here.side], write);
  return outcome.type === "Gone" ? lookBeside(racksOfKind, here, write) : outcome;
};

const move = async (
  deps: WriteDeps,
  write: Extract<OkrWrite, { kind: "publishObjective" | "unlockObjective" }>,
): Promise<WriteOutcome> => {
  const finder = await deps.finder();
  if (!finder.ok) return { type: "Failed", error: finder.error };
  const { send, signal, tables } = deps;
  const partitionOf = ({ cycleKey, unitKey }: Place): PartitionKey => finder.value.of(cycleKey, unitKey);
  const outcome = await moveObjective(
    {
      send,
      signal,
      partitionOf,
      racksIn: (partition) => racksIn(deps, partition),
      drafts: tables.of(partitionOf(write.objective)).drafts,
      log: rackOf(tables.home.log, logCodec),
    },
    write,
  );
  if (outcome.type === "Written" && outcome.revision !== undefined) deps.seen.set(write.objective.id, outcome.revision);
  return outcome;
};

/** It may have been typed before its key result moved: then it is written where that is now, as far as is known. */
const addCheckIn = async (deps: WriteDeps, typed: CheckIn): Promise<WriteOutcome> => {
  const checkIn = { ...typed, ...deps.places.get(typed.keyResultId) };
  const partition = await partitionFor(deps, checkIn);
  if (!partition.ok) return partition.error;
  return create(deps, racksIn(deps, partition.value).checkIns, checkIn.id, checkIn);
};

/** Carries out one write whose predecessors have succeeded. */
export const carryOut = (deps: WriteDeps, write: OkrWrite): Promise<WriteOutcome> => {
  const objectives = (partition: PartitionKey): Racks["objectives"] => racksIn(deps, partition).objectives;
  const keyResults = (partition: PartitionKey): Racks["keyResults"] => racksIn(deps, partition).keyResults;
  if (isHomeWrite(write)) return writeAtHome(deps, write);
  if (isInitiativeWrite(write)) return writeInitiative(deps, write);
  switch (write.kind) {
    case "createObjective":
      return createObjective(deps, write.objective);
    case "createKeyResult":
      return createKeyResult(deps, write.keyResult);
    case "addCheckIn":
      return addCheckIn(deps, write.checkIn);
    case "changeObjective":
      return changeObjective(deps, write);
    case "changeKeyResult":
      return changeRecord<KeyResult>(deps, keyResults, write);
    case "removeObjective":
      return removeRecord<Objective>(deps, objectives, write);
    case "removeKeyResult":
      return removeRecord<KeyResult>(deps, keyResults, write);
    case "publishObjective":
    case "unlockObjective":
      return move(deps, write);
  }
};
