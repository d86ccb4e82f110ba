import { type Day, type Instant } from "../day.ts";
import type { CheckIn } from "./checkIn.ts";
import { contradictionOf, type Contradiction } from "./contradiction.ts";
import type { Cycle } from "./cycle.ts";
import { expectedOf, expectedShare, type Period } from "./expected.ts";
import { forecast, type ForecastResult } from "./forecast.ts";
import type { CycleKey, KeyResultId, ObjectiveId } from "./ids.ts";
import type { KeyResult } from "./keyResult.ts";
import type { Objective } from "./objective.ts";
import type { Frame, OkrSet } from "./okrSet.ts";
import {
  isReading,
  keyResultProgress,
  newestFirst,
  progressOf,
  shareInside,
  type KeyResultProgress,
  type Progress,
} from "./progress.ts";
import { countingKeyResults } from "../partition/rows.ts";
import { effectiveWeights, rollUp, rollUpExpected, type RollUp } from "./rollUp.ts";
import { defaultStatusLimits, statusOf, type Status, type StatusFacts, type StatusLimits } from "./status.ts";

/** Everything a screen shows of one key result. */
export interface KeyResultView {
  readonly keyResult: KeyResult;
  /** Newest first. */
  readonly checkIns: readonly CheckIn[];
  readonly latest?: CheckIn;
  /** The latest value, and when it was stated; a later check-in may have given only confidence or a note. */
  readonly value?: number;
  readonly valueAt?: Instant;
  /** The latest confidence anybody gave, 0-10. */
  readonly confidence?: number;
  /** Absent: not measured yet. */
  readonly progress?: KeyResultProgress;
  /** Threshold measures: share of readings inside. */
  readonly shareInside?: Progress;
  readonly status: StatusFacts;
  /** Absent when no dates are known. */
  readonly forecast?: ForecastResult;
  /** Effective share of its objective in percent. */
  readonly weight: number;
  readonly contradiction?: Contradiction;
}

/** Everything a screen shows of one objective. */
export interface ObjectiveView {
  readonly objective: Objective;
  /** Own dates, else those of the cycle; absent when neither is known. */
  readonly period?: Period;
  /** By order, then title, then id. */
  readonly keyResults: readonly KeyResultView[];
  readonly rollUp: RollUp;
  readonly status: StatusFacts;
  readonly lastCheckInAt?: Instant;
  /** Over the key results that have one. */
  readonly confidence?: { readonly low: number; readonly mean: number; readonly high: number };
}

export interface ViewOptions {
  readonly limits?: StatusLimits;
  /** Probability of the forecast interval. */
  readonly level?: number;
}

/** Drops keys whose value is undefined, so that absent stays absent. */
type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
const defined = <T extends object>(fields: T): Defined<T> => {
  const kept: Partial<T> = {};
  for (const key of Object.keys(fields) as (keyof T)[]) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as Defined<T>;
};

const groupBy = <T, K>(items: readonly T[], keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** Compares by UTF-16 units: the same on every machine and, unlike collation, fast on ten thousand titles. */
const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

const inOrder = (
  a: { order: number; title: string; id: string },
  b: { order: number; title: string; id: string },
): number => a.order - b.order || byText(a.title, b.title) || byText(a.id, b.id);

/** Own dates where given, else those of the cycle. [EX6] */
export const periodOf = (objective: Objective, cycle: Cycle | undefined): Period | undefined => {
  const start = objective.start ?? cycle?.start;
  const end = objective.end ?? cycle?.end;
  return start && end ? { start, end } : undefined;
};

interface Context {
  readonly today: Day;
  readonly limits: StatusLimits;
  readonly level: number | undefined;
  readonly checkInsOf: ReadonlyMap<KeyResultId, readonly CheckIn[]>;
  readonly keyResultsOf: ReadonlyMap<ObjectiveId, readonly KeyResult[]>;
  readonly cycles: ReadonlyMap<CycleKey, Cycle>;
}

const viewKeyResult = (
  keyResult: KeyResult,
  weight: number,
  objective: Objective,
  period: Period | undefined,
  { today, limits, level, checkInsOf }: Context,
): KeyResultView => {
  const { measure } = keyResult;
  const checkIns = (checkInsOf.get(keyResult.id) ?? []).toSorted(newestFirst);
  const reading = checkIns.find(isReading);
  const progress = keyResultProgress(measure, reading?.value);
  const confidence = checkIns.find((checkIn) => checkIn.confidence !== undefined)?.confidence;
  const status = statusOf(
    {
      stage: objective.stage,
      period,
      today,
      expected: period ? expectedOf(measure, period, today) : progressOf(0),
      progress: progress?.shown,
      hasReading: reading !== undefined,
    },
    limits,
  );
  const outlook = period && forecast(measure, checkIns, period.start, period.end, today, level);
  const contradiction = contradictionOf({ confidence, gapPoints: status.gapPoints, forecast: outlook }, limits);
  return {
    keyResult,
    checkIns,
    status,
    weight,
    ...defined({
      latest: checkIns[0],
      value: reading?.value,
      valueAt: reading?.at,
      confidence,
      progress,
      shareInside: shareInside(measure, checkIns),
      forecast: outlook,
      contradiction,
    }),
  };
};

const confidenceOf = (views: readonly KeyResultView[]): ObjectiveView["confidence"] => {
  const given = views.map(({ confidence }) => confidence).filter((confidence) => confidence !== undefined);
  if (given.length === 0) return undefined;
  const mean = given.reduce((sum, confidence) => sum + confidence, 0) / given.length;
  return { low: Math.min(...given), mean, high: Math.max(...given) };
};

const lastCheckIn = (views: readonly KeyResultView[]): Instant | undefined =>
  views.reduce<Instant | undefined>(
    (last, { latest }) => (latest && (last === undefined || latest.at > last) ? latest.at : last),
    undefined,
  );

const viewObjective = (objective: Objective, context: Context): ObjectiveView => {
  const period = periodOf(objective, context.cycles.get(objective.cycleKey));
  const own = (context.keyResultsOf.get(objective.id) ?? []).toSorted(inOrder);
  const weights = effectiveWeights(own.map(({ weight }) => weight));
  const keyResults = own.map((keyResult, at) => viewKeyResult(keyResult, weights[at] ?? 0, objective, period, context));
  const parts = keyResults.map(({ progress, weight, status }) => ({
    progress: progress?.shown,
    expected: status.expected,
    weight,
  }));
  const rolledUp = rollUp(parts);
  const status = statusOf(
    {
      stage: objective.stage,
      period,
      today: context.today,
      expected:
        rollUpExpected(parts) ?? (period ? expectedShare(period.start, period.end, context.today) : progressOf(0)),
      progress: rolledUp.progress,
      hasReading: keyResults.some(({ value }) => value !== undefined),
    },
    context.limits,
  );
  return {
    objective,
    keyResults,
    rollUp: rolledUp,
    status,
    ...defined({ period, lastCheckInAt: lastCheckIn(keyResults), confidence: confidenceOf(keyResults) }),
  };
};

/**
 * What screens, cards and sheets show, computed once, in the order of the frame's units, then the objectives' own order.
 * Key results without their objective are not in it; the check finds them. Linear in the number of records. [VW1]
 */
export const viewOkrs = (
  set: OkrSet,
  frame: Frame,
  today: Day,
  { limits = defaultStatusLimits, level }: ViewOptions = {},
): readonly ObjectiveView[] => {
  const context: Context = {
    today,
    limits,
    level,
    checkInsOf: groupBy(set.checkIns, ({ keyResultId }) => keyResultId),
    keyResultsOf: groupBy(countingKeyResults(set), ({ objectiveId }) => objectiveId),
    cycles: new Map(frame.cycles.map((cycle) => [cycle.key, cycle])),
  };
  const place = new Map(frame.units.map(({ key }, at) => [key, at]));
  const placeOf = ({ unitKey }: Objective): number => place.get(unitKey) ?? frame.units.length;
  return set.objectives
    .toSorted((a, b) => placeOf(a) - placeOf(b) || byText(a.unitKey, b.unitKey) || inOrder(a, b))
    .map((objective) => viewObjective(objective, context));
};

export type StatusCounts = { readonly [S in Status]: number };

/** Counts of key results by status, with those of objectives beside them. */
export interface Tally extends StatusCounts {
  readonly objectives: number;
  readonly keyResults: number;
  /** Key results that have a value. */
  readonly measured: number;
  readonly objectivesBy: StatusCounts;
}

const noCounts: StatusCounts = { notStarted: 0, onTrack: 0, behind: 0, atRisk: 0, closed: 0, postponed: 0 };

export const noTally: Tally = { ...noCounts, objectives: 0, keyResults: 0, measured: 0, objectivesBy: noCounts };

const countStatuses = (facts: readonly StatusFacts[]): StatusCounts => {
  const counts = { ...noCounts };
  for (const { status } of facts) counts[status] += 1;
  return counts;
};

/** [VW2] */
export const tally = (views: readonly ObjectiveView[]): Tally => {
  const keyResults = views.flatMap((view) => view.keyResults);
  return {
    objectives: views.length,
    keyResults: keyResults.length,
    measured: keyResults.filter(({ value }) => value !== undefined).length,
    ...countStatuses(keyResults.map(({ status }) => status)),
    objectivesBy: countStatuses(views.map(({ status }) => status)),
  };
};
