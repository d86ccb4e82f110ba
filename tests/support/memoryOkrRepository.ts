/** The port over maps: what a test of a use case needs, and the proof that the contract asks for nothing peculiar to Graph. */
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { afterMove, samePlace } from "#shared/domain/okr/formerPlaces.ts";
import { revisionOfRow, rowOf, type Revision, type RowRef } from "#shared/domain/okr/ids.ts";
import { goingAlong, type Initiative } from "#shared/domain/okr/initiative.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { keepingPlace, type Partition } from "#shared/domain/partition/partition.ts";
import { isDraft, rowRef, type PartitionList } from "#shared/domain/partition/rows.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { ChangeableRecord, OkrRepository, OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import {
  dependencies,
  isHomeWrite,
  isInitiativeWrite,
  workingOrder,
  type HomeWrite,
  type InitiativeWrite,
} from "#shared/ports/writeOrder.ts";
import {
  changesSince,
  cursorsNow,
  finderOf,
  frameOf,
  readInitiatives,
  readScope,
  unreadable,
  type Kept,
  type MemoryHome,
  type Records,
} from "./memoryHome.ts";

export { createMemoryHome, type MemoryHome } from "./memoryHome.ts";

type OkrRecord = ChangeableRecord | CheckIn;

const TITLE_LIMIT = 255;

const tooLong = (title: string | undefined): WriteOutcome | undefined =>
  title !== undefined && title.length > TITLE_LIMIT
    ? { type: "Invalid", column: "title", message: `${title.length} characters` }
    : undefined;

const titleOf = (write: OkrWrite): string | undefined => {
  if (write.kind === "createObjective") return write.objective.title;
  if (write.kind === "createKeyResult") return write.keyResult.title;
  if (write.kind === "createInitiative") return write.initiative.title;
  const changesTitle = ["changeObjective", "changeKeyResult", "changeInitiative"].includes(write.kind);
  return changesTitle && "changes" in write ? write.changes.title : undefined;
};

const stale = (kept: Kept<ChangeableRecord>): WriteOutcome => ({
  type: "Stale",
  stored: kept.record,
  revision: kept.revision,
  modifiedBy: kept.modifiedBy,
});

const shelfOf = (home: MemoryHome, record: OkrRecord): PartitionList => {
  if ("stage" in record) return record.stage === "draft" ? "drafts" : "objectives";
  if ("state" in record) return "initiatives";
  if (!("objectiveId" in record)) return "checkIns";
  return isDraft(home.objectives.get(record.objectiveId)?.revision) ? "drafts" : "keyResults";
};

const rowFor = (home: MemoryHome, record: OkrRecord): RowRef =>
  rowRef({
    partition: finderOf(home).of(record.cycleKey, record.unitKey),
    shelf: shelfOf(home, record),
    item: record.id,
  });

type Move = Extract<OkrWrite, { kind: "publishObjective" | "unlockObjective" }>;
type StageChange = Extract<OkrWrite, { kind: "changeObjective" }>;

const wrongStage: WriteOutcome = { type: "Invalid", column: "stage", message: "The stage belongs to the other list" };

const crossesStages = ({ changes, basedOn }: StageChange): boolean =>
  changes.stage !== undefined && (changes.stage === "draft") !== isDraft(basedOn);

const keepPartition = (home: MemoryHome, partition: Partition): void => {
  home.partitions = [...home.partitions.filter(({ key }) => key !== partition.key), partition];
};

const writeAtHome = (home: MemoryHome, write: HomeWrite): WriteOutcome => {
  switch (write.kind) {
    case "saveCycle":
      home.cycles.set(write.cycle.key, write.cycle);
      break;
    case "saveUnit":
      for (const partition of keepingPlace(frameOf(home), write.unit)) keepPartition(home, partition);
      home.units.set(write.unit.key, write.unit);
      break;
    case "savePartition":
      keepPartition(home, write.partition);
      break;
    case "addLogEntry":
      home.entries.set(write.entry.id, write.entry);
  }
  return { type: "Written" };
};

/** A key result knows where it was. */
const remembering = <T extends ChangeableRecord>(before: T, after: T): T =>
  "measure" in before && "measure" in after && !samePlace(before, after) ? (afterMove(before, after) as T) : after;

const addressed = <T extends CheckIn | Initiative>(home: MemoryHome, typed: T): T => {
  const keyResult = home.keyResults.get(typed.keyResultId ?? "")?.record;
  return keyResult ? { ...typed, unitKey: keyResult.unitKey, cycleKey: keyResult.cycleKey } : typed;
};

/** How a key result stands that is to go along with its objective; one that was removed or went elsewhere meanwhile is left. */
const standing = (
  there: Kept<KeyResult> | undefined,
  record: KeyResult,
  base: Revision | undefined,
): "goes" | "stays" | "stale" => {
  if (base === undefined || there?.revision === base) return "goes";
  if (!there || rowOf(there.revision) !== rowOf(base)) return "stays";
  return JSON.stringify(there.record) === JSON.stringify(record) ? "goes" : "stale";
};

/** Carries out writes at once, one after the other. */
const createWriter = (home: MemoryHome, writer: string): ((write: OkrWrite) => WriteOutcome) => {
  const keep = <T extends OkrRecord>(shelf: Records<T>, record: T): WriteOutcome => {
    home.writes += 1;
    const before = shelf.get(record.id);
    const row = rowFor(home, record);
    const revision = revisionOfRow(row, String(home.writes));
    if (before && rowOf(before.revision) !== row) home.log.push({ id: record.id, row: rowOf(before.revision) });
    shelf.set(record.id, { record, revision, modifiedBy: writer });
    home.log.push({ id: record.id, row });
    return { type: "Written", revision };
  };
  const create = <T extends OkrRecord>(shelf: Records<T>, record: T): WriteOutcome => {
    const kept = shelf.get(record.id);
    return kept ? { type: "Written", revision: kept.revision } : keep(shelf, record);
  };
  /** Those of a key result, or of an objective as a whole, are where it is. */
  const bringInitiatives = (to: Objective | KeyResult): void => {
    const objectiveId = "objectiveId" in to ? to.objectiveId : to.id;
    for (const { record } of home.initiatives.values()) {
      const isTheirs = "objectiveId" in to ? record.keyResultId === to.id : record.objectiveId === to.id;
      if (!isTheirs || ("stage" in to && record.keyResultId !== undefined)) continue;
      const moved: Initiative = goingAlong(record, { ...to, objectiveId });
      if (JSON.stringify(moved) !== JSON.stringify(record)) keep(home.initiatives, moved);
    }
  };
  const change = <T extends ChangeableRecord>(
    shelf: Records<T>,
    write: { readonly id: string; readonly changes: object; readonly basedOn: Revision },
  ): WriteOutcome => {
    const kept = shelf.get(write.id);
    if (!kept) return { type: "Gone" };
    const changed: T = { ...kept.record, ...write.changes };
    for (const [name, value] of Object.entries(write.changes)) {
      if (value === undefined) Reflect.deleteProperty(changed, name);
    }
    if (JSON.stringify(changed) === JSON.stringify(kept.record)) {
      return { type: "Written", revision: kept.revision, stored: kept.record };
    }
    if (kept.revision !== write.basedOn) return stale(kept);
    if (!("state" in changed)) bringInitiatives(changed);
    return keep(shelf, remembering(kept.record, changed));
  };
  const changeObjective = (write: StageChange): WriteOutcome =>
    crossesStages(write) ? wrongStage : change(home.objectives, write);
  const remove = <T extends ChangeableRecord>(shelf: Records<T>, id: string, basedOn: Revision): WriteOutcome => {
    const kept = shelf.get(id);
    if (!kept) return { type: "Gone" };
    if (kept.revision !== basedOn) return stale(kept);
    shelf.delete(id);
    home.log.push({ id, row: rowOf(kept.revision) });
    return { type: "Written" };
  };
  const bringLatecomers = ({ id, stage }: Objective, known: readonly KeyResult[]): void => {
    const ids = new Set(known.map((one) => one.id));
    for (const { record } of home.keyResults.values()) {
      if (stage !== "draft" && record.objectiveId === id && !ids.has(record.id)) keep(home.keyResults, record);
    }
  };
  const move = ({ kind, objective, keyResults, basedOn, entry }: Move): WriteOutcome => {
    if ((objective.stage === "draft") !== (kind === "unlockObjective")) return wrongStage;
    const kept = home.objectives.get(objective.id);
    if (!kept) return { type: "Gone" };
    const isThere = isDraft(kept.revision) === (objective.stage === "draft");
    if (!isThere && kept.revision !== basedOn[objective.id]) return stale(kept);
    const seen = keyResults.map((record) => {
      const there = home.keyResults.get(record.id);
      return { record, there, stands: standing(there, record, basedOn[record.id]) };
    });
    for (const { there, stands } of seen) if (there && stands === "stale") return stale(there);
    const outcome = isThere
      ? ({ type: "Written", revision: kept.revision } as const)
      : keep(home.objectives, objective);
    home.entries.set(entry.id, entry);
    for (const { record, there, stands } of seen) {
      if (stands === "goes") keep(home.keyResults, there ? remembering(there.record, record) : record);
    }
    bringLatecomers(objective, keyResults);
    return outcome;
  };
  const writeInitiative = (write: InitiativeWrite): WriteOutcome => {
    if (write.kind === "createInitiative") return create(home.initiatives, addressed(home, write.initiative));
    if (write.kind === "changeInitiative") return change(home.initiatives, write);
    return remove(home.initiatives, write.id, write.basedOn);
  };
  return (write) => {
    if (isHomeWrite(write)) return writeAtHome(home, write);
    if (isInitiativeWrite(write)) return writeInitiative(write);
    switch (write.kind) {
      case "createObjective":
        return create(home.objectives, write.objective);
      case "createKeyResult":
        return create(home.keyResults, write.keyResult);
      case "addCheckIn":
        return create(home.checkIns, addressed(home, write.checkIn));
      case "changeObjective":
        return changeObjective(write);
      case "changeKeyResult":
        return change(home.keyResults, write);
      case "removeObjective":
        return remove(home.objectives, write.id, write.basedOn);
      case "removeKeyResult":
        return remove(home.keyResults, write.id, write.basedOn);
      case "publishObjective":
      case "unlockObjective":
        return move(write);
    }
  };
};

export const createMemoryOkrRepository = (home: MemoryHome, writer = "Lena Krüger"): OkrRepository => {
  const carryOut = createWriter(home, writer);
  return {
    readFrame: () => Promise.resolve(ok(frameOf(home))),
    knowFrame: () => undefined,
    readOkrs: (scope) => Promise.resolve(ok(readScope(home, scope))),
    openOkrs: (scope, known) =>
      Promise.resolve(ok({ set: readScope(home, scope), cursors: cursorsNow(home, scope, known) })),
    readChanges: (since, question) => {
      const broken = unreadable(since);
      return Promise.resolve(
        broken.length > 0 ? err({ type: "ResyncNeeded", partitions: broken }) : ok(changesSince(home, since, question)),
      );
    },
    readInitiatives: (scope) => Promise.resolve(ok(readInitiatives(home, scope))),
    write: async (writes, onOutcome, signal) => {
      const outcomes = new Map<number, WriteOutcome>();
      const succeeded = (position: number): boolean => {
        const type = outcomes.get(position)?.type;
        return type === "Written" || (type === "Gone" && writes[position]?.kind.startsWith("remove") === true);
      };
      for (const { index, waitsFor } of workingOrder(dependencies(writes))) {
        const write = writes[index];
        await Promise.resolve();
        const isBlocked = signal?.aborted === true || !waitsFor.every(succeeded);
        const outcome: WriteOutcome =
          isBlocked || !write ? { type: "Skipped" } : (tooLong(titleOf(write)) ?? carryOut(write));
        outcomes.set(index, outcome);
        onOutcome?.(index, outcome);
      }
      return writes.map((_, index) => outcomes.get(index) ?? { type: "Skipped" });
    },
  };
};
