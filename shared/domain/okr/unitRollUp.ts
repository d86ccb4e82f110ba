import type { Day, Instant } from "../day.ts";
import type { CycleKey, KeyResultId, ObjectiveId, UnitKey } from "./ids.ts";
import type { Frame, OkrSet } from "./okrSet.ts";
import type { Progress } from "./progress.ts";
import { rollUp } from "./rollUp.ts";
import type { Unit } from "./unit.ts";
import { noTally, tally, viewOkrs, type ObjectiveView, type StatusCounts, type Tally } from "./view.ts";

/** How a unit stands in a cycle, without the units below it. */
export interface UnitRollUp {
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
  readonly tally: Tally;
  /** Mean of its objectives that are measured; absent when none is. */
  readonly progress?: Progress;
  readonly lastCheckInAt?: Instant;
  /** Marks of the objectives and key results that were counted, in order; for whoever has to find the unit that a record left. */
  readonly records?: readonly string[];
}

/** Enough of an id to find a record by; two that share it cost a look more. */
export const recordMark = (id: ObjectiveId | KeyResultId): string => id.slice(-8);

/** As JSON, so that no two pairs have the same text, whatever their keys hold. */
export const rollUpKey = ({ unitKey, cycleKey }: Pick<UnitRollUp, "unitKey" | "cycleKey">): string =>
  JSON.stringify([cycleKey, unitKey]);

const latest = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

const rollUpOf = (views: readonly ObjectiveView[]): Pick<UnitRollUp, "tally" | "progress" | "lastCheckInAt"> => {
  const { progress } = rollUp(views.map((view) => ({ progress: view.rollUp.progress, weight: 1 })));
  const lastCheckInAt = views.reduce<Instant | undefined>((last, view) => latest(last, view.lastCheckInAt), undefined);
  return {
    tally: tally(views),
    ...(progress === undefined ? {} : { progress }),
    ...(lastCheckInAt === undefined ? {} : { lastCheckInAt }),
  };
};

const marksOf = (views: readonly ObjectiveView[]): readonly string[] =>
  views
    .flatMap(({ objective, keyResults }) => [objective.id, ...keyResults.map(({ keyResult }) => keyResult.id)])
    .map(recordMark)
    .toSorted();

/** One for each unit and cycle that has an objective. [RU5] */
export const rollUpUnits = (set: OkrSet, frame: Frame, today: Day): readonly UnitRollUp[] => {
  const views = new Map<string, ObjectiveView[]>();
  for (const view of viewOkrs(set, frame, today)) {
    const key = rollUpKey(view.objective);
    const known = views.get(key);
    if (known) known.push(view);
    else views.set(key, [view]);
  }
  return [...views.values()].flatMap((ofUnit) => {
    const [first] = ofUnit;
    if (!first) return [];
    const { unitKey, cycleKey } = first.objective;
    return [{ unitKey, cycleKey, ...rollUpOf(ofUnit), records: marksOf(ofUnit) }];
  });
};

const addCounts = (a: StatusCounts, b: StatusCounts): StatusCounts => ({
  notStarted: a.notStarted + b.notStarted,
  onTrack: a.onTrack + b.onTrack,
  behind: a.behind + b.behind,
  atRisk: a.atRisk + b.atRisk,
  closed: a.closed + b.closed,
  postponed: a.postponed + b.postponed,
});

const addTallies = (a: Tally, b: Tally): Tally => ({
  ...addCounts(a, b),
  objectives: a.objectives + b.objectives,
  keyResults: a.keyResults + b.keyResults,
  measured: a.measured + b.measured,
  objectivesBy: addCounts(a.objectivesBy, b.objectivesBy),
});

/** A unit with all units below it, in whatever cycles are given. */
export interface BranchRollUp {
  readonly tally: Tally;
  /** Units of the branch that have objectives, and all of them. */
  readonly writing: number;
  readonly units: number;
  readonly lastCheckInAt?: Instant;
}

const noBranch: BranchRollUp = { tally: noTally, writing: 0, units: 0 };

const addBranches = (a: BranchRollUp, b: BranchRollUp): BranchRollUp => {
  const lastCheckInAt = latest(a.lastCheckInAt, b.lastCheckInAt);
  return {
    tally: addTallies(a.tally, b.tally),
    writing: a.writing + b.writing,
    units: a.units + b.units,
    ...(lastCheckInAt === undefined ? {} : { lastCheckInAt }),
  };
};

/** Every unit with all below it, in one pass. Safe against a loop among the units. [RU6] */
export const rollUpBranches = (
  rollUps: readonly UnitRollUp[],
  units: readonly Unit[],
): ReadonlyMap<UnitKey, BranchRollUp> => {
  const own = new Map<UnitKey, BranchRollUp>();
  for (const { unitKey, tally: counts, lastCheckInAt } of rollUps) {
    const known = own.get(unitKey) ?? { ...noBranch, units: 1, writing: counts.objectives > 0 ? 1 : 0 };
    const added = { ...noBranch, tally: counts, ...(lastCheckInAt === undefined ? {} : { lastCheckInAt }) };
    own.set(unitKey, addBranches(known, added));
  }
  const below = new Map<UnitKey, UnitKey[]>();
  for (const { key, parentKey } of units) {
    if (parentKey !== undefined) below.set(parentKey, [...(below.get(parentKey) ?? []), key]);
  }
  const branches = new Map<UnitKey, BranchRollUp>();
  const open = new Set<UnitKey>();
  const branchOf = (unit: UnitKey): BranchRollUp => {
    const known = branches.get(unit);
    if (known) return known;
    if (open.has(unit)) return noBranch;
    open.add(unit);
    const branch = (below.get(unit) ?? []).reduce(
      (sum, child) => addBranches(sum, branchOf(child)),
      own.get(unit) ?? { ...noBranch, units: 1 },
    );
    open.delete(unit);
    branches.set(unit, branch);
    return branch;
  };
  for (const { key } of units) branchOf(key);
  return branches;
};
