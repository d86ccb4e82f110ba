/** What the memory repository keeps: records with the rows they lie in, and a log of every row that was touched. */
import type { LogEntry } from "#shared/domain/audit/logEntry.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import { rowOf, type PartitionKey, type Revision, type RowRef } from "#shared/domain/okr/ids.ts";
import type { Initiative, InitiativeSet } from "#shared/domain/okr/initiative.ts";
import type { KeyResult, Place } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Frame, OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { findPartitions, type Partition, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import { besideKeyResult, findKeyResults } from "#shared/domain/partition/checkIns.ts";
import { placeOfRow, SHELVES, type PartitionList, type Shelf } from "#shared/domain/partition/rows.ts";
import type { ChangeCursor, Cursors, OkrChanges, OkrScope, Question } from "#shared/ports/okrRepository.ts";

export interface Kept<T> {
  readonly record: T;
  readonly revision: Revision;
  readonly modifiedBy: string;
}

export type Records<T> = Map<string, Kept<T>>;

/** What several repositories over one storage share. */
export interface MemoryHome {
  readonly organisation: string;
  readonly levels: Frame["levels"];
  partitions: readonly Partition[];
  readonly cycles: Map<string, Cycle>;
  readonly units: Map<string, Unit>;
  readonly objectives: Records<Objective>;
  readonly keyResults: Records<KeyResult>;
  readonly checkIns: Records<CheckIn>;
  readonly initiatives: Records<Initiative>;
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
  initiatives: new Map(),
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

export const readInitiatives = (home: MemoryHome, { cycleKeys, units }: OkrScope): InitiativeSet => {
  const kept = [...home.initiatives.values()].filter(
    ({ record }) => cycleKeys.includes(record.cycleKey) && (units === "all" || units.includes(record.unitKey)),
  );
  return {
    initiatives: kept.map(({ record }) => record),
    revisions: new Map(kept.map(({ record, revision }) => [record.id, revision])),
  };
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

/** Where each list of a partition stands in the log. */
type Positions = Readonly<Record<Shelf, number>>;

const cursorOf = (positions: Positions): ChangeCursor => `log ${JSON.stringify(positions)}` as ChangeCursor;

const cursorAt = ({ log: { length } }: MemoryHome): ChangeCursor =>
  cursorOf({ objectives: length, keyResults: length, drafts: length, checkIns: length });

/** The partitions whose cursor cannot be read. */
export const unreadable = (since: Cursors): readonly PartitionKey[] =>
  [...since].filter(([, cursor]) => positionsOf(cursor) === undefined).map(([key]) => key);

const positionsOf = (cursor: ChangeCursor): Positions | undefined => {
  const positions = /^log (.+)$/.exec(cursor)?.[1];
  return positions === undefined ? undefined : (JSON.parse(positions) as Positions);
};

const isShelf =
  (list: PartitionList) =>
  (shelf: Shelf): boolean =>
    shelf === list;

export const changesSince = (home: MemoryHome, since: Cursors, question?: Question): OkrChanges => {
  const next = new Map<PartitionKey, ChangeCursor>();
  const rows = new Set<RowRef>();
  for (const [key, cursor] of since) {
    const before = positionsOf(cursor);
    if (!before) continue;
    const asked = question ? (question.get(key) ?? []) : SHELVES;
    next.set(key, cursorOf({ ...before, ...Object.fromEntries(asked.map((shelf) => [shelf, home.log.length])) }));
    for (const [at, { row }] of home.log.entries()) {
      const place = placeOfRow(row);
      const shelf = place?.partition === key ? asked.find(isShelf(place.shelf)) : undefined;
      if (shelf && at >= before[shelf]) rows.add(row);
    }
  }
  const present = <T>(records: Records<T>): readonly Kept<T>[] =>
    [...records.values()].filter(({ revision }) => rows.has(rowOf(revision)));
  const kept = [present(home.objectives), present(home.keyResults), present(home.checkIns)] as const;
  const left = new Set(kept.flat().map(({ revision }) => rowOf(revision)));
  const moved = new Set(kept[1].flatMap(({ record }) => (record.formerly === undefined ? [] : [record.id])));
  const theirs = [...home.checkIns.values()].filter(({ record }) => moved.has(record.keyResultId));
  return {
    ...setOf(kept[0], kept[1], [...new Set([...kept[2], ...theirs])]),
    removed: [...rows].filter((row) => !left.has(row)),
    next,
  };
};
