import { daysBetween, type Day } from "../day.ts";
import type { Period } from "./expected.ts";
import type { Stage } from "./objective.ts";
import { progressOf, type Progress } from "./progress.ts";

export type Status = "notStarted" | "onTrack" | "behind" | "atRisk" | "closed" | "postponed";

/** Gap in points above which an OKR counts as behind, and as at risk. */
export interface StatusLimits {
  readonly behindAbove: number;
  readonly atRiskAbove: number;
}

export const defaultStatusLimits: StatusLimits = { behindAbove: 0, atRiskAbove: 25 };

/** Days after the start from which a missing first reading is worth an alert. */
const SILENT_START_DAYS = 7;

export interface StatusFacts {
  readonly status: Status;
  readonly expected: Progress;
  /** Expected minus actual, in points of 100; negative when ahead. Undefined while there is nothing to compare. */
  readonly gapPoints: number | undefined;
  /** No reading yet although it began more than seven days ago. */
  readonly lateStart: boolean;
}

export interface StatusInput {
  readonly stage: Stage;
  /** Undefined when neither the objective nor a known cycle gives dates. */
  readonly period: Period | undefined;
  readonly today: Day;
  readonly expected: Progress;
  readonly progress: Progress | undefined;
  /** Whether anybody has stated a value. */
  readonly hasReading: boolean;
}

/** Rounded to a billionth of a point, so that 55 % against 30 % is 25 and not 25.000000000000004. [ST2] */
const pointsBetween = (expected: Progress, progress: Progress): number =>
  Math.round((expected - progress) * 1e11) / 1e9 + 0;

const ofGap = (gapPoints: number, limits: StatusLimits): Status => {
  if (gapPoints > limits.atRiskAbove) return "atRisk";
  return gapPoints > limits.behindAbove ? "behind" : "onTrack";
};

const gapOf = ({ period, progress, hasReading, expected }: StatusInput): number | undefined =>
  period === undefined || progress === undefined || !hasReading ? undefined : pointsBetween(expected, progress);

/** Rules [ST1] to [ST5]. Closed and postponed are people's decisions; the rest is computed. */
export const statusOf = (input: StatusInput, limits: StatusLimits = defaultStatusLimits): StatusFacts => {
  const { stage, period, today, hasReading } = input;
  const facts = { expected: period ? input.expected : progressOf(0), gapPoints: gapOf(input), lateStart: false };
  if (stage === "closed" || stage === "postponed") return { ...facts, status: stage };
  if (stage === "draft" || !period || today < period.start) return { ...facts, status: "notStarted" };
  if (facts.gapPoints !== undefined) return { ...facts, status: ofGap(facts.gapPoints, limits) };
  const lateStart = !hasReading && daysBetween(period.start, today) > SILENT_START_DAYS;
  return { ...facts, status: "notStarted", lateStart };
};
