import { dayOf, type Day, type Instant } from "../day.ts";
import type { UnitKey } from "../okr/ids.ts";
import type { Measure } from "../okr/keyResult.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import type { Progress } from "../okr/progress.ts";
import { rollUp, rollUpExpected } from "../okr/rollUp.ts";
import type { Status } from "../okr/status.ts";
import type { Level, Unit } from "../okr/unit.ts";
import { tally, viewOkrs, type KeyResultView, type ObjectiveView, type Tally } from "../okr/view.ts";

/** How the OKRs of one branch of the organisation stand. */
export interface SummaryGroup {
  readonly name: string;
  readonly tally: Tally;
  /** Mean of its measured objectives, and what is expected of the same ones today; absent when none is measured. */
  readonly progress?: Progress;
  readonly expected?: Progress;
  /** Mean of the latest confidences, 0-10; absent when nobody gave one. */
  readonly confidence?: number;
  readonly lastCheckInAt?: Instant;
}

/** One key result, or an objective that has none, with everything a pivot table may group or count by. */
export interface SummaryFact {
  /** Name of its unit's ancestor, or of the unit itself, at each of the summary's levels; empty where it has none. */
  readonly path: readonly string[];
  readonly unit: string;
  readonly cycle: string;
  readonly objective: string;
  readonly objectiveOwner: string;
  /** Empty for an objective without key results. */
  readonly keyResult: string;
  readonly owner: string;
  readonly kind?: Measure["kind"];
  readonly measureUnit: string;
  readonly start?: number;
  readonly target?: number;
  readonly value?: number;
  readonly progress?: Progress;
  readonly expected: Progress;
  /** Expected minus actual, in points of 100. */
  readonly gapPoints?: number;
  readonly status: Status;
  readonly confidence?: number;
  readonly lastCheckIn?: Day;
}

export interface Summary {
  readonly today: Day;
  /** Those that have a unit in the organisation, from the top. */
  readonly levels: readonly Level[];
  readonly groups: readonly SummaryGroup[];
  readonly total: SummaryGroup;
  readonly facts: readonly SummaryFact[];
}

const levelsOf = ({ levels, units }: Frame): readonly Level[] => {
  const used = new Set(units.map(({ levelKey }) => levelKey));
  return levels.filter(({ key }) => used.has(key));
};

/** The unit and its ancestors by level; the nearest of several on one level. Safe against a loop. */
const byLevelOf = (units: ReadonlyMap<UnitKey, Unit>, key: UnitKey): ReadonlyMap<string, Unit> => {
  const found = new Map<string, Unit>();
  const seen = new Set<UnitKey>();
  let unit = units.get(key);
  while (unit && !seen.has(unit.key)) {
    seen.add(unit.key);
    if (!found.has(unit.levelKey)) found.set(unit.levelKey, unit);
    unit = unit.parentKey === undefined ? undefined : units.get(unit.parentKey);
  }
  return found;
};

const meanOf = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

const latestOf = (views: readonly ObjectiveView[]): Instant | undefined =>
  views.reduce<Instant | undefined>(
    (last, { lastCheckInAt: at }) => (at !== undefined && (last === undefined || at > last) ? at : last),
    undefined,
  );

const groupOf = (name: string, views: readonly ObjectiveView[]): SummaryGroup => {
  const parts = views.map((view) => ({
    progress: view.rollUp.progress,
    expected: view.status.expected,
    weight: 1,
  }));
  const { progress } = rollUp(parts);
  const expected = rollUpExpected(parts);
  const confidence = meanOf(
    views.flatMap(({ keyResults }) =>
      keyResults.flatMap((view) => (view.confidence === undefined ? [] : [view.confidence])),
    ),
  );
  const lastCheckInAt = latestOf(views);
  return {
    name,
    tally: tally(views),
    ...(progress === undefined ? {} : { progress }),
    ...(expected === undefined ? {} : { expected }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(lastCheckInAt === undefined ? {} : { lastCheckInAt }),
  };
};

/** Where a measure starts and ends, as far as it says so with one number each. */
const spanOf = (measure: Measure): { readonly start?: number; readonly target?: number } => {
  if (measure.kind === "percentage") return { start: 0, target: measure.target };
  if (measure.kind !== "metric") return {};
  switch (measure.direction) {
    case "up":
    case "down":
      return { start: measure.baseline, target: measure.target };
    case "stayAbove":
    case "stayBelow":
      return { target: measure.limit };
    case "stayBetween":
      return {};
  }
};

const measureUnitOf = (measure: Measure): string => {
  if (measure.kind === "percentage") return "%";
  return measure.kind === "milestone" ? "" : measure.unit;
};

const keyResultFact = (view: KeyResultView): Partial<SummaryFact> => {
  const { keyResult, value, progress, status, confidence, latest } = view;
  return {
    keyResult: keyResult.title,
    owner: keyResult.owner?.name ?? "",
    kind: keyResult.measure.kind,
    measureUnit: measureUnitOf(keyResult.measure),
    ...spanOf(keyResult.measure),
    ...(value === undefined ? {} : { value }),
    ...(progress === undefined ? {} : { progress: progress.shown }),
    ...(status.gapPoints === undefined ? {} : { gapPoints: status.gapPoints }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(latest === undefined ? {} : { lastCheckIn: dayOf(latest.at) }),
    expected: status.expected,
    status: status.status,
  };
};

const factsOf = (view: ObjectiveView, place: Pick<SummaryFact, "path" | "unit" | "cycle">): readonly SummaryFact[] => {
  const bare: SummaryFact = {
    ...place,
    objective: view.objective.title,
    objectiveOwner: view.objective.owner?.name ?? "",
    keyResult: "",
    owner: "",
    measureUnit: "",
    expected: view.status.expected,
    status: view.status.status,
  };
  if (view.keyResults.length === 0) return [bare];
  return view.keyResults.map((keyResult) => ({ ...bare, ...keyResultFact(keyResult) }));
};

/** The highest level on which the OKRs fall into at least two groups, else the lowest they have; undefined without units. [SU4] */
export const defaultLevel = (set: Pick<OkrSet, "objectives">, frame: Frame): Level | undefined => {
  const levels = levelsOf(frame);
  const units = new Map(frame.units.map((unit) => [unit.key, unit]));
  const used = [...new Set(set.objectives.map(({ unitKey }) => unitKey))].map((key) => byLevelOf(units, key));
  const groupsOn = ({ key }: Level): number => new Set(used.flatMap((path) => path.get(key)?.key ?? [])).size;
  return levels.find((level) => groupsOn(level) > 1) ?? levels.findLast((level) => groupsOn(level) > 0) ?? levels[0];
};

/** Groups and facts of everything in the set, grouped by the branch at a level. Rules [SU1] to [SU3]. */
export const summarise = (set: OkrSet, frame: Frame, today: Day, levelKey: string): Summary => {
  const levels = levelsOf(frame);
  const units = new Map(frame.units.map((unit) => [unit.key, unit]));
  const cycles = new Map(frame.cycles.map(({ key, name }) => [key, name]));
  const paths = new Map<UnitKey, ReadonlyMap<string, Unit>>();
  const pathOf = (key: UnitKey): ReadonlyMap<string, Unit> => {
    const path = paths.get(key) ?? byLevelOf(units, key);
    paths.set(key, path);
    return path;
  };
  const views = viewOkrs(set, frame, today);
  const grouped = new Map<UnitKey, { readonly name: string; readonly views: ObjectiveView[] }>();
  const facts: SummaryFact[] = [];
  for (const view of views) {
    const { unitKey, cycleKey } = view.objective;
    const path = pathOf(unitKey);
    // What lies above the level, or beside all levels, stands for itself.
    const unit = path.get(levelKey) ?? units.get(unitKey);
    const key = unit?.key ?? unitKey;
    const group = grouped.get(key) ?? { name: unit?.name ?? unitKey, views: [] };
    group.views.push(view);
    grouped.set(key, group);
    facts.push(
      ...factsOf(view, {
        path: levels.map((level) => path.get(level.key)?.name ?? ""),
        unit: units.get(unitKey)?.name ?? unitKey,
        cycle: cycles.get(cycleKey) ?? cycleKey,
      }),
    );
  }
  return {
    today,
    levels,
    groups: [...grouped.values()].map((group) => groupOf(group.name, group.views)),
    total: groupOf("", views),
    facts,
  };
};
