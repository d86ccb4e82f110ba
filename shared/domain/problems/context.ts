import { alignmentOf, loopsIn, type Alignment } from "../okr/alignment.ts";
import type { Cycle } from "../okr/cycle.ts";
import type { CycleKey, KeyResultId, ObjectiveId, PersonId, UnitKey } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import type { Unit } from "../okr/unit.ts";

/** What a record is judged against, looked up once for a whole set. */
export interface ProblemContext {
  readonly cycles: ReadonlyMap<CycleKey, Cycle>;
  readonly units: ReadonlyMap<UnitKey, Unit>;
  /** The first of each id; ids that occur more than once are in `doubled`. */
  readonly objectives: ReadonlyMap<ObjectiveId, Objective>;
  readonly keyResults: ReadonlyMap<KeyResultId, KeyResult>;
  readonly keyResultsOf: ReadonlyMap<ObjectiveId, readonly KeyResult[]>;
  readonly doubled: ReadonlySet<string>;
  readonly alignment: Alignment;
  readonly loopOf: ReadonlyMap<ObjectiveId, readonly ObjectiveId[]>;
  /** Everybody in the directory; absent when it was not asked, and then nobody is unknown for being missing in it. */
  readonly people?: ReadonlySet<PersonId>;
}

const firstById = <Id extends string, T extends { readonly id: Id }>(
  records: readonly T[],
  doubled: Set<string>,
): ReadonlyMap<Id, T> => {
  const first = new Map<Id, T>();
  for (const record of records) {
    if (first.has(record.id)) doubled.add(record.id);
    else first.set(record.id, record);
  }
  return first;
};

/** Linear in the number of records. To judge an edited record, hand in the set with the edit in its place. */
export const problemContext = (set: OkrSet, frame: Frame, people?: ReadonlySet<PersonId>): ProblemContext => {
  const doubled = new Set<string>();
  const keyResultsOf = new Map<ObjectiveId, KeyResult[]>();
  for (const keyResult of set.keyResults) {
    const siblings = keyResultsOf.get(keyResult.objectiveId);
    if (siblings) siblings.push(keyResult);
    else keyResultsOf.set(keyResult.objectiveId, [keyResult]);
  }
  firstById(set.checkIns, doubled);
  const alignment = alignmentOf(set.objectives, set.keyResults);
  return {
    cycles: new Map(frame.cycles.map((cycle) => [cycle.key, cycle])),
    units: new Map(frame.units.map((unit) => [unit.key, unit])),
    objectives: firstById(set.objectives, doubled),
    keyResults: firstById(set.keyResults, doubled),
    keyResultsOf,
    doubled,
    alignment,
    loopOf: new Map(loopsIn(alignment).flatMap((loop) => loop.map((id) => [id, loop]))),
    ...(people ? { people } : {}),
  };
};
