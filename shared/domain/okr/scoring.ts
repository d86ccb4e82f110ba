import type { KeyResult, Measure, PreScore } from "./keyResult.ts";
import type { Ambition } from "./objective.ts";
import { keyResultProgress } from "./progress.ts";

export type Band = "red" | "yellow" | "green";

/** To one decimal, half up, inside 0.0-1.0. The hair added keeps 0.35 that was computed as 0.34999… on its side. [SC1] */
export const roundScore = (score: number): number => Math.round(Math.min(1, Math.max(0, score)) * 10 + 1e-9) / 10;

/** 0.0-0.3 red, 0.4-0.6 yellow, 0.7-1.0 green, chosen after rounding so that there are no holes. [SC1] */
export const scoreBand = (score: number): Band => {
  const rounded = roundScore(score);
  if (rounded <= 0.3) return "red";
  return rounded < 0.7 ? "yellow" : "green";
};

/** Score at which an OKR counts as achieved. [SC2] */
export const expectedScore = (ambition: Ambition): number => (ambition === "committed" ? 1 : 0.7);

/** A committed OKR below 1.0 needs an explanation; an aspirational one never does. [SC2] */
export const needsExplanation = (ambition: Ambition, score: number): boolean =>
  ambition === "committed" && roundScore(score) < 1;

/** Commit, target and stretch from two numbers: 30 %, 70 % and all of the way. [SC3] */
export const preScoreBetween = (baseline: number, stretch: number): PreScore => ({
  commit: baseline + 0.3 * (stretch - baseline),
  target: baseline + 0.7 * (stretch - baseline),
  stretch,
});

/** Where a pre-score can begin: the value that scores 0. Only quantities that move have one. */
export const scoringBaseline = (measure: Measure): number | undefined => {
  if (measure.kind === "percentage") return 0;
  if (measure.kind !== "metric") return undefined;
  return measure.direction === "up" || measure.direction === "down" ? measure.baseline : undefined;
};

export type PreScoreProblem =
  /** The measure has no start, so steps between start and stretch mean nothing. */
  | { readonly code: "preScoreNotApplicable" }
  /** Start, commit, target and stretch do not follow each other in one direction. */
  | { readonly code: "preScoreNotMonotone"; readonly steps: readonly number[] }
  /** They follow each other, but against the direction of the measure. */
  | { readonly code: "preScoreAgainstDirection"; readonly direction: "up" | "down" };

const isRising = (steps: readonly number[]): boolean =>
  steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? Number.NaN));

/** [SC4] */
export const preScoreProblems = (measure: Measure, preScore: PreScore): readonly PreScoreProblem[] => {
  const baseline = scoringBaseline(measure);
  if (baseline === undefined) return [{ code: "preScoreNotApplicable" }];
  const steps = [baseline, preScore.commit, preScore.target, preScore.stretch];
  const rising = isRising(steps);
  if (!rising && !isRising(steps.map((step) => -step))) return [{ code: "preScoreNotMonotone", steps }];
  const direction = measure.kind === "metric" && measure.direction === "down" ? "down" : "up";
  return rising === (direction === "up") ? [] : [{ code: "preScoreAgainstDirection", direction }];
};

/** Straight lines through the given points; flat before the first and after the last. `xs` must rise. */
const throughPoints = (points: readonly (readonly [number, number])[], x: number): number => {
  const next = points.findIndex(([at]) => x <= at);
  const to = points[next] ?? points.at(-1);
  const from = points[next - 1] ?? to;
  if (!from || !to) return Number.NaN;
  return from[0] === to[0] ? to[1] : from[1] + ((to[1] - from[1]) * (x - from[0])) / (to[0] - from[0]);
};

/**
 * The score the numbers suggest, to one decimal. Pre-scored: straight lines through start, commit, target and stretch at
 * 0, 0.3, 0.7 and 1. Otherwise the shown progress. Undefined when not measured, or when the pre-score contradicts itself. [SC5]
 */
export const suggestedScore = (
  measure: Measure,
  preScore: PreScore | undefined,
  value: number | undefined,
): number | undefined => {
  const progress = keyResultProgress(measure, value);
  if (value === undefined || !progress) return undefined;
  const baseline = scoringBaseline(measure);
  if (!preScore || baseline === undefined) return roundScore(progress.shown);
  if (preScoreProblems(measure, preScore).length > 0) return undefined;
  const sign = preScore.stretch > baseline ? 1 : -1;
  const points = [
    [sign * baseline, 0],
    [sign * preScore.commit, 0.3],
    [sign * preScore.target, 0.7],
    [sign * preScore.stretch, 1],
  ] as const;
  return roundScore(throughPoints(points, sign * value));
};

/** Mean of the key result scores given so far, shown under exactly that name; undefined when none was given. [SC6] */
export const meanOfScores = (keyResults: readonly Pick<KeyResult, "score">[]): number | undefined => {
  const scores = keyResults.map(({ score }) => score).filter((score) => score !== undefined);
  return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length;
};

/** A whole set averaging 0.6-0.7 was neither too easy nor out of reach. [SC7] */
export const isSweetSpot = (meanScore: number): boolean => {
  const rounded = roundScore(meanScore);
  return rounded === 0.6 || rounded === 0.7;
};

/** A given score that differs from the suggested one needs a closing note; both numbers are kept. [SC8] */
export const needsClosingNote = (suggested: number | undefined, given: number): boolean =>
  suggested === undefined || roundScore(suggested) !== roundScore(given);
