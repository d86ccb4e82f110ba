/** The port over maps: what a test of a use case needs, and the proof that the contract asks for nothing peculiar to Graph. */
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import { revisionOfRow, type Revision, type RowRef } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Frame, OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { err, ok, unreachable } from "#shared/domain/result.ts";
import type {
  ChangeCursor,
  Cursors,
  OkrRepository,
  OkrScope,
  OkrWrite,
  WriteOutcome,
} from "#shared/ports/okrRepository.ts";

interface Kept<T> {
  readonly record: T;
  readonly revision: Revision;
  readonly modifiedBy: string;
}

type Shelf<T> = Map<string, Kept<T>>;

/** What several repositories over one storage share. */
export interface MemoryHome {
  readonly organisation: string;
  readonly levels: Frame["levels"];
  readonly cycles: Map<string, Cycle>;
  readonly units: Map<string, Unit>;
  readonly objectives: Shelf<Objective>;
  readonly keyResults: Shelf<KeyResult>;
  readonly checkIns: Shelf<CheckIn>;
  /** Ids in the order in which they were touched. */
  readonly log: string[];
  writes: number;
}

export const createMemoryHome = (frame: Partial<Frame> = {}): MemoryHome => ({
  organisation: frame.organisation ?? "Tinycart",
  levels: frame.levels ?? [
    { key: "company", name: "Company" },
    { key: "country", name: "Country" },
  ],
  cycles: new Map((frame.cycles ?? []).map((cycle) => [cycle.key, cycle])),
  units: new Map((frame.units ?? []).map((unit) => [unit.key, unit])),
  objectives: new Map(),
  keyResults: new Map(),
  checkIns: new Map(),
  log: [],
  writes: 0,
});

const TITLE_LIMIT = 255;

const tooLong = (title: string | undefined): WriteOutcome | undefined =>
  title !== undefined && title.length > TITLE_LIMIT
    ? { type: "Invalid", column: "title", message: `${title.length} characters` }
    : undefined;

const titleOf = (write: OkrWrite): string | undefined => {
  if (write.kind === "createObjective") return write.objective.title;
  if (write.kind === "createKeyResult") return write.keyResult.title;
  return write.kind === "changeObjective" || write.kind === "changeKeyResult" ? write.changes.title : undefined;
};

/** What has to be made before a write, and what it makes; enough to put a list of writes in order. */
const needsOf = (write: OkrWrite): readonly string[] => {
  switch (write.kind) {
    case "createObjective":
      return [write.objective.unitKey, write.objective.cycleKey, ...write.objective.parents.map((parent) => parent.id)];
    case "createKeyResult":
      return [write.keyResult.objectiveId];
    case "addCheckIn":
      return [write.checkIn.keyResultId];
    case "saveUnit":
      return write.unit.parentKey === undefined ? [] : [write.unit.parentKey];
    case "changeObjective":
    case "changeKeyResult":
    case "removeObjective":
    case "removeKeyResult":
    case "saveCycle":
      return [];
  }
};

const makesOf = (write: OkrWrite): string | undefined => {
  switch (write.kind) {
    case "createObjective":
      return write.objective.id;
    case "createKeyResult":
      return write.keyResult.id;
    case "saveUnit":
      return write.unit.key;
    case "saveCycle":
      return write.cycle.key;
    case "addCheckIn":
    case "changeObjective":
    case "changeKeyResult":
    case "removeObjective":
    case "removeKeyResult":
      return undefined;
  }
};

export const createMemoryOkrRepository = (home: MemoryHome, writer = "Lena Krüger"): OkrRepository => {
  const keep = <T extends Objective | KeyResult | CheckIn>(shelf: Shelf<T>, record: T): WriteOutcome => {
    home.writes += 1;
    const next = revisionOfRow(rowRef(record.id), String(home.writes));
    shelf.set(record.id, { record, revision: next, modifiedBy: writer });
    home.log.push(record.id);
    return { type: "Written", revision: next };
  };
  const create = <T extends Objective | KeyResult | CheckIn>(shelf: Shelf<T>, record: T): WriteOutcome => {
    const kept = shelf.get(record.id);
    return kept ? { type: "Written", revision: kept.revision } : keep(shelf, record);
  };
  const change = <T extends Objective | KeyResult>(
    shelf: Shelf<T>,
    write: { readonly id: string; readonly changes: object; readonly basedOn: Revision },
  ): WriteOutcome => {
    const kept = shelf.get(write.id);
    if (!kept) return { type: "Gone" };
    const changed: T = { ...kept.record, ...write.changes };
    for (const [name, value] of Object.entries(write.changes)) {
      if (value === undefined) Reflect.deleteProperty(changed, name);
    }
    if (JSON.stringify(changed) === JSON.stringify(kept.record)) return { type: "Written", revision: kept.revision };
    if (kept.revision !== write.basedOn) return stale(kept);
    return keep(shelf, changed);
  };
  const remove = <T extends Objective | KeyResult>(shelf: Shelf<T>, id: string, basedOn: Revision): WriteOutcome => {
    const kept = shelf.get(id);
    if (!kept) return { type: "Gone" };
    if (kept.revision !== basedOn) return stale(kept);
    shelf.delete(id);
    home.log.push(id);
    return { type: "Written" };
  };
  const write = (write: OkrWrite): WriteOutcome => {
    switch (write.kind) {
      case "createObjective":
        return create(home.objectives, write.objective);
      case "createKeyResult":
        return create(home.keyResults, write.keyResult);
      case "addCheckIn":
        return create(home.checkIns, write.checkIn);
      case "changeObjective":
        return change(home.objectives, write);
      case "changeKeyResult":
        return change(home.keyResults, write);
      case "removeObjective":
        return remove(home.objectives, write.id, write.basedOn);
      case "removeKeyResult":
        return remove(home.keyResults, write.id, write.basedOn);
      case "saveCycle":
        home.cycles.set(write.cycle.key, write.cycle);
        return { type: "Written" };
      case "saveUnit":
        home.units.set(write.unit.key, write.unit);
        return { type: "Written" };
      default:
        return unreachable(write);
    }
  };
  const carryOut = (given: OkrWrite): WriteOutcome => tooLong(titleOf(given)) ?? write(given);
  return {
    readFrame: () =>
      Promise.resolve(
        ok({
          organisation: home.organisation,
          levels: home.levels,
          units: [...home.units.values()],
          cycles: [...home.cycles.values()],
          partitions: [],
        }),
      ),
    readOkrs: (scope) => Promise.resolve(ok(readScope(home, scope))),
    openOkrs: (scope, known) =>
      Promise.resolve(ok({ set: readScope(home, scope), cursors: known?.size ? known : cursorsAt(home.log.length) })),
    readChanges: (since) => {
      const from = /^log (\d+)$/.exec(since.get(HOME_PARTITION) ?? "")?.[1];
      return Promise.resolve(
        from === undefined
          ? err({ type: "ResyncNeeded", partitions: [HOME_PARTITION] })
          : ok(changesSince(home, Number(from))),
      );
    },
    write: async (writes, onOutcome, signal) => {
      const makers = new Map(writes.map((write, index) => [makesOf(write), index]));
      const outcomes = new Map<number, WriteOutcome>();
      const begun = new Set<number>();
      const settle = async (index: number): Promise<void> => {
        const write = writes[index];
        if (!write || begun.has(index)) return;
        begun.add(index);
        const before = needsOf(write).map((need) => makers.get(need));
        for (const position of before) if (position !== undefined) await settle(position);
        await Promise.resolve();
        const blocked = before.some((position) => {
          const outcome = position === undefined ? undefined : outcomes.get(position);
          return outcome !== undefined && outcome.type !== "Written";
        });
        const outcome: WriteOutcome = blocked || signal?.aborted ? { type: "Skipped" } : carryOut(write);
        outcomes.set(index, outcome);
        onOutcome?.(index, outcome);
      };
      for (const index of writes.keys()) await settle(index);
      return writes.map((_, index) => outcomes.get(index) ?? { type: "Skipped" });
    },
  };
};

const stale = (kept: Kept<Objective | KeyResult>): WriteOutcome => ({
  type: "Stale",
  stored: kept.record,
  revision: kept.revision,
  modifiedBy: kept.modifiedBy,
});

const rowRef = (id: string): RowRef => `row ${id}` as RowRef;

const cursorsAt = (position: number): Cursors => new Map([[HOME_PARTITION, `log ${position}` as ChangeCursor]]);

const readScope = (home: MemoryHome, { cycleKeys, units }: OkrScope): OkrSet => {
  const inScope = <T extends Objective | KeyResult | CheckIn>(shelf: Shelf<T>): readonly Kept<T>[] =>
    [...shelf.values()].filter(
      ({ record }) => cycleKeys.includes(record.cycleKey) && (units === "all" || units.includes(record.unitKey)),
    );
  const objectives = inScope(home.objectives);
  const keyResults = inScope(home.keyResults);
  const checkIns = inScope(home.checkIns);
  const revisions = new Map<RecordId, Revision>();
  for (const kept of [...objectives, ...keyResults, ...checkIns]) revisions.set(kept.record.id, kept.revision);
  return {
    objectives: objectives.map((kept) => kept.record),
    keyResults: keyResults.map((kept) => kept.record),
    checkIns: checkIns.map((kept) => kept.record),
    revisions,
  };
};

const changesSince = (home: MemoryHome, from: number) => {
  const touched = [...new Set(home.log.slice(from))];
  const present = <T>(shelf: Shelf<T>): readonly Kept<T>[] =>
    touched.map((id) => shelf.get(id)).filter((kept) => kept !== undefined);
  const objectives = present(home.objectives);
  const keyResults = present(home.keyResults);
  const checkIns = present(home.checkIns);
  const revisions = new Map<RecordId, Revision>();
  for (const kept of [...objectives, ...keyResults, ...checkIns]) revisions.set(kept.record.id, kept.revision);
  const removed = touched
    .filter((id) => !home.objectives.has(id) && !home.keyResults.has(id) && !home.checkIns.has(id))
    .map(rowRef);
  return {
    objectives: objectives.map((kept) => kept.record),
    keyResults: keyResults.map((kept) => kept.record),
    checkIns: checkIns.map((kept) => kept.record),
    revisions,
    removed,
    next: cursorsAt(home.log.length),
  };
};
