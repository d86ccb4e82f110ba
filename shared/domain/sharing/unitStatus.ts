import { dayOf, daysBetween, epochMsOf, instantOf, type Instant } from "../day.ts";
import type { CycleKey, KeyResultId, UnitKey } from "../okr/ids.ts";
import type { Measure } from "../okr/keyResult.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import type { Progress } from "../okr/progress.ts";
import { rollUp, type RollUp } from "../okr/rollUp.ts";
import { scoringBaseline } from "../okr/scoring.ts";
import type { Status } from "../okr/status.ts";
import { tally, viewOkrs, type KeyResultView, type ObjectiveView, type Tally } from "../okr/view.ts";

/**
 * The numbers of one neutral sentence, such as "93.1, from 91.0, target 96.0. Expected today 94.5. Gap 28 points. Last reading
 * 12 days ago."
 */
export interface KeyResultFacts {
  readonly keyResultId: KeyResultId;
  readonly title: string;
  readonly objectiveTitle: string;
  readonly measure: Measure;
  readonly status: Status;
  /** In the unit of the measure; absent while not measured. */
  readonly value?: number;
  readonly progress?: Progress;
  /** Where it starts and should end; only measures that move from one to the other have them. */
  readonly from?: number;
  readonly target?: number;
  /** The value the plan asks for today. */
  readonly expectedValue?: number;
  readonly gapPoints?: number;
  /** Whole days since the last reading. */
  readonly readingAgeDays?: number;
  readonly confidence?: number;
  /** Points of progress gained since the moment compared with, negative when lost; absent unless measured at both. */
  readonly movedPoints?: number;
}

/** What a card says about a unit in a cycle. */
export interface UnitStatus {
  readonly at: Instant;
  readonly comparedWith: Instant;
  readonly tally: Tally;
  readonly tallyBefore: Tally;
  /** Plain mean over the objectives that have a progress, with how many of them do. */
  readonly progress: RollUp;
  readonly progressBefore: RollUp;
  /** Behind or at risk, the largest gap first. */
  readonly worst: readonly KeyResultFacts[];
  /** Changed since the moment compared with, the largest change first. */
  readonly moved: readonly KeyResultFacts[];
  readonly checkInsSince: number;
  /** Begun key results without a reading since the moment compared with. */
  readonly silent: number;
}

export interface StatusQuestion {
  readonly cycleKey: CycleKey;
  /** Units to include, for example a country with its teams. */
  readonly unitKeys: ReadonlySet<UnitKey>;
  readonly now: Instant;
  /** How far back to compare. */
  readonly days: number;
  /** Most entries in `worst`, and in `moved`. */
  readonly atMost: number;
}

const MS_PER_DAY = 86_400_000;

const targetOf = (measure: Measure): number | undefined => {
  if (measure.kind === "percentage") return measure.target;
  return measure.kind === "metric" && (measure.direction === "up" || measure.direction === "down")
    ? measure.target
    : undefined;
};

interface Compared {
  readonly view: KeyResultView;
  readonly objective: ObjectiveView;
  readonly movedPoints: number | undefined;
}

const factsOf = ({ view, objective, movedPoints }: Compared, now: Instant): KeyResultFacts => {
  const { keyResult, status, value, valueAt, progress, confidence } = view;
  const { id, title, measure } = keyResult;
  const from = scoringBaseline(measure);
  const target = targetOf(measure);
  const moves = from !== undefined && target !== undefined;
  return {
    keyResultId: id,
    title,
    objectiveTitle: objective.objective.title,
    measure,
    status: status.status,
    ...(value === undefined ? {} : { value }),
    ...(progress ? { progress: progress.shown } : {}),
    ...(moves ? { from, target, expectedValue: from + (target - from) * status.expected } : {}),
    ...(status.gapPoints === undefined ? {} : { gapPoints: status.gapPoints }),
    ...(valueAt === undefined ? {} : { readingAgeDays: daysBetween(dayOf(valueAt), dayOf(now)) }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(movedPoints === undefined ? {} : { movedPoints }),
  };
};

/** To a billionth of a point, as gaps are. */
const pointsBetween = (from: number, to: number): number => Math.round((to - from) * 1e11) / 1e9 + 0;

const compare = (views: readonly ObjectiveView[], before: readonly ObjectiveView[]): readonly Compared[] => {
  const earlier = new Map(
    before.flatMap(({ keyResults }) => keyResults.map(({ keyResult, progress }) => [keyResult.id, progress?.shown])),
  );
  return views.flatMap((objective) =>
    objective.keyResults.map((view) => {
      const [then, today] = [earlier.get(view.keyResult.id), view.progress?.shown];
      const movedPoints = then === undefined || today === undefined ? undefined : pointsBetween(then, today);
      return { view, objective, movedPoints };
    }),
  );
};

const byId = (a: KeyResultView, b: KeyResultView): number => (a.keyResult.id < b.keyResult.id ? -1 : 1);

/** Behind or at risk, the largest gap first; what people closed or postponed is neither, whatever its gap. [SH2] */
const worstFirst = <T>(items: readonly T[], viewOf: (item: T) => KeyResultView): readonly T[] => {
  const isWorrying = ({ status }: KeyResultView["status"]): boolean => status === "behind" || status === "atRisk";
  const gap = (item: T): number => viewOf(item).status.gapPoints ?? 0;
  return items
    .filter((item) => isWorrying(viewOf(item).status))
    .toSorted((a, b) => gap(b) - gap(a) || byId(viewOf(a), viewOf(b)));
};

/** The key results of these objectives that a status names. [SH2] */
export const worstOf = (views: readonly ObjectiveView[], atMost: number): readonly KeyResultView[] =>
  worstFirst(
    views.flatMap(({ keyResults }) => keyResults),
    (view) => view,
  ).slice(0, atMost);

const movedOf = (compared: readonly Compared[]): readonly Compared[] =>
  compared
    .filter(({ movedPoints }) => movedPoints !== undefined && movedPoints !== 0)
    .toSorted((a, b) => Math.abs(b.movedPoints ?? 0) - Math.abs(a.movedPoints ?? 0) || byId(a.view, b.view));

const meanProgress = (views: readonly ObjectiveView[]): RollUp =>
  rollUp(views.map(({ rollUp: { progress } }) => ({ progress, weight: 1 })));

const isSilentSince = (since: Instant, { view: { status, valueAt } }: Compared): boolean => {
  if (status.status === "closed" || status.status === "postponed") return false;
  if (valueAt !== undefined) return valueAt < since;
  return status.lateStart;
};

/** Only what belongs to the question, so that the answer costs no more than the units asked about. */
const scoped = (set: OkrSet, { cycleKey, unitKeys }: StatusQuestion): OkrSet => {
  const belongs = (record: { readonly cycleKey: CycleKey; readonly unitKey: UnitKey }): boolean =>
    record.cycleKey === cycleKey && unitKeys.has(record.unitKey);
  return {
    ...set,
    objectives: set.objectives.filter(belongs),
    keyResults: set.keyResults.filter(belongs),
    checkIns: set.checkIns.filter(belongs),
  };
};

/** The facts of some units in a cycle, and what moved since some days ago. Rules [SH1] to [SH5]. */
export const unitStatus = (set: OkrSet, frame: Frame, question: StatusQuestion): UnitStatus => {
  const { now, days, atMost } = question;
  const comparedWith = instantOf(epochMsOf(now) - days * MS_PER_DAY);
  const current = scoped(set, question);
  const known = current.checkIns.filter(({ at }) => at <= now);
  const earlier = known.filter(({ at }) => at <= comparedWith);
  const views = viewOkrs({ ...current, checkIns: known }, frame, dayOf(now));
  const before = viewOkrs({ ...current, checkIns: earlier }, frame, dayOf(comparedWith));
  const compared = compare(views, before);
  return {
    at: now,
    comparedWith,
    tally: tally(views),
    tallyBefore: tally(before),
    progress: meanProgress(views),
    progressBefore: meanProgress(before),
    worst: worstFirst(compared, ({ view }) => view)
      .slice(0, atMost)
      .map((one) => factsOf(one, now)),
    moved: movedOf(compared)
      .slice(0, atMost)
      .map((one) => factsOf(one, now)),
    checkInsSince: known.length - earlier.length,
    silent: compared.filter((one) => isSilentSince(comparedWith, one)).length,
  };
};

/** A unit with everything below it, once each even if the parents make a circle. [SH5] */
export const unitsBelow = (frame: Frame, unitKey: UnitKey): ReadonlySet<UnitKey> => {
  const below = new Set<UnitKey>([unitKey]);
  const childrenOf = new Map<UnitKey, UnitKey[]>();
  for (const { key, parentKey } of frame.units) {
    if (parentKey === undefined) continue;
    const siblings = childrenOf.get(parentKey);
    if (siblings) siblings.push(key);
    else childrenOf.set(parentKey, [key]);
  }
  for (const key of below) for (const child of childrenOf.get(key) ?? []) below.add(child);
  return below;
};
