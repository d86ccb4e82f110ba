/** What the memory repository keeps: records with the rows they lie in, and a log of every row that was touched. */
import type { LogEntry } from "#shared/domain/audit/logEntry.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import { rowOf, type PartitionKey, type Revision, type RowRef } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Place } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Frame, OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { findPartitions, type Partition, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import { besideKeyResult, findKeyResults } from "#shared/domain/partition/checkIns.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import type { ChangeCursor, Cursors, OkrChanges, OkrScope } from "#shared/ports/okrRepository.ts";

export interface Kept<T> {
  readonly record: T;
  readonly revision: Revision;
  readonly modifiedBy: string;
}

export type Shelf<T> = Map<string, Kept<T>>;

/** What several repositories over one storage share. */
export interface MemoryHome {
  readonly organisation: string;
  readonly levels: Frame["levels"];
  partitions: readonly Partition[];
  readonly cycles: Map<string, Cycle>;
  readonly units: Map<string, Unit>;
  readonly objectives: Shelf<Objective>;
  readonly keyResults: Shelf<KeyResult>;
  readonly checkIns: Shelf<CheckIn>;
  readonly entries: Map<string, LogEntry>;
  /** Ids and rows in the order in which they were touched. */
  readonly log: { readonly id: string; readonly row: RowRef }[];
  writes: number;
}

export const createMemoryHome = (frame: Partial<Frame> = {}): MemoryHome => ({
  organisation: frame.organisation ?? "Tinycart",
  levels: frame.levels ?? [
    { key: "company", name: "Company" },
    { key: "country", name: "Country" },
  ],
  partitions: frame.partitions ?? [],
  cycles: new Map((frame.cycles ?? []).map((cycle) => [cycle.key, cycle])),
  units: new Map((frame.units ?? []).map((unit) => [unit.key, unit])),
  objectives: new Map(),
  keyResults: new Map(),
  checkIns: new Map(),
  entries: new Map(),
  log: [],
  writes: 0,
});

export const frameOf = (home: MemoryHome): Frame => ({
  organisation: home.organisation,
  levels: home.levels,
  units: [...home.units.values()],
  cycles: [...home.cycles.values()],
  partitions: home.partitions,
});

export const finderOf = (home: MemoryHome): PartitionFinder => findPartitions(frameOf(home));

export const readScope = (home: MemoryHome, { cycleKeys, units }: OkrScope): OkrSet => {
  const isInScope = ({ record }: Kept<Place>): boolean =>
    cycleKeys.includes(record.cycleKey) && (units === "all" || units.includes(record.unitKey));
  const keyResults = [...home.keyResults.values()].filter(isInScope);
  const ids = new Set(keyResults.map(({ record }) => record.id));
  const checkIns = [...home.checkIns.values()].filter((kept) => isInScope(kept) || ids.has(kept.record.keyResultId));
  return setOf([...home.objectives.values()].filter(isInScope), keyResults, checkIns);
};

const setOf = (
  objectives: readonly Kept<Objective>[],
  keyResults: readonly Kept<KeyResult>[],
  checkIns: readonly Kept<CheckIn>[],
): OkrSet => {
  const revisions = new Map<RecordId, Revision>();
  for (const kept of [...objectives, ...keyResults]) revisions.set(kept.record.id, kept.revision);
  const find = findKeyResults(
    keyResults.map(({ record }) => record),
    revisions,
  );
  const placed = checkIns.map((kept) => besideKeyResult(kept, find));
  for (const kept of placed) revisions.set(kept.record.id, kept.revision);
  return {
    objectives: objectives.map((kept) => kept.record),
    keyResults: keyResults.map((kept) => kept.record),
    checkIns: placed.map((kept) => kept.record),
    revisions,
  };
};

/** Where every stream of the partitions of a scope stands now; those that are known stay where they are. */
export const cursorsNow = (home: MemoryHome, { cycleKeys, units }: OkrScope, known: Cursors = new Map()): Cursors =>
  new Map(
    [...finderOf(home).ofScope(cycleKeys, units).keys()].map((key) => [key, known.get(key) ?? cursorAt(home)] as const),
  );

const cursorAt = (home: MemoryHome): ChangeCursor => `log ${home.log.length}` as ChangeCursor;

/** The partitions whose cursor cannot be read. */
export const unreadable = (since: Cursors): readonly PartitionKey[] =>
  [...since].filter(([, cursor]) => positionOf(cursor) === undefined).map(([key]) => key);

const positionOf = (cursor: ChangeCursor): number | undefined => {
  const position = /^log (\d+)$/.exec(cursor)?.[1];
  return position === undefined ? undefined : Number(position);
};

export const changesSince = (home: MemoryHome, since: Cursors): OkrChanges => {
  const touched = [...since].flatMap(([key, cursor]) =>
    home.log.slice(positionOf(cursor)).filter(({ row }) => placeOfRow(row)?.partition === key),
  );
  const rows = new Set(touched.map(({ row }) => row));
  const present = <T>(shelf: Shelf<T>): readonly Kept<T>[] =>
    [...shelf.values()].filter(({ revision }) => rows.has(rowOf(revision)));
  const kept = [present(home.objectives), present(home.keyResults), present(home.checkIns)] as const;
  const left = new Set(kept.flat().map(({ revision }) => rowOf(revision)));
  const moved = new Set(kept[1].flatMap(({ record }) => (record.formerly === undefined ? [] : [record.id])));
  const theirs = [...home.checkIns.values()].filter(({ record }) => moved.has(record.keyResultId));
  return {
    ...setOf(kept[0], kept[1], [...new Set([...kept[2], ...theirs])]),
    removed: [...rows].filter((row) => !left.has(row)),
    next: new Map([...since.keys()].map((key) => [key, cursorAt(home)])),
  };
};
