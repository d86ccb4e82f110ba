import type { Day } from "../day.ts";
import { storedLength, tidyLine, TITLE_LIMIT } from "../entry/text.ts";
import { isPercentUnit } from "../entry/value.ts";
import type { Period } from "../okr/expected.ts";
import type { Measure } from "../okr/keyResult.ts";
import { unreachable } from "../result.ts";
import type { Problem } from "./problem.ts";

/** Numbers that a form or a sheet has not got yet are absent. */
type Unfinished<T, Numbers extends string> = T extends unknown
  ? { readonly [K in keyof T as K extends Numbers ? never : K]: T[K] } & {
      readonly [K in keyof T as K extends Numbers ? K : never]?: T[K] | undefined;
    }
  : never;
/** A measure while it is being written. Every `Measure` is one. */
export type MeasureDraft = Unfinished<Measure, "baseline" | "target" | "limit" | "low" | "high">;
type MetricDraft = Extract<MeasureDraft, { kind: "metric" }>;

export type MeasureProblem =
  | Problem<"startMissing", "baseline", "error">
  | Problem<"targetMissing", "target", "error">
  | Problem<"limitMissing", "limit", "error">
  | Problem<"rangeIncomplete", "low" | "high", "error">
  | Problem<"rangeReversed", "low", "error", { low: number; high: number }>
  | Problem<"targetEqualsStart", "target", "error", { value: number }>
  | Problem<
      "directionContradicts",
      "direction",
      "error",
      { direction: "up" | "down"; baseline: number; target: number }
    >
  | Problem<"percentTargetOutOfRange", "target", "error", { target: number }>
  | Problem<"measureUnitMissing", "unit", "warning">
  | Problem<"measureUnitTooLong", "unit", "error", { length: number; limit: number }>
  /** A percentage whose numbers are all at most 1: were fractions meant as per cent? */
  | Problem<"percentLooksLikeFraction", "target", "warning", { values: readonly number[] }>
  | Problem<"acceptanceMissing", "acceptance", "warning">
  | Problem<"dueMissing", "due", "info">
  | Problem<"dueOutsidePeriod", "due", "warning", { due: Day } & Period>;

const isNumber = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);

const unitProblems = (unit: string): readonly MeasureProblem[] => {
  const length = storedLength(tidyLine(unit));
  if (length === 0) return [{ code: "measureUnitMissing", field: "unit", severity: "warning" }];
  return length > TITLE_LIMIT
    ? [{ code: "measureUnitTooLong", field: "unit", severity: "error", length, limit: TITLE_LIMIT }]
    : [];
};

const fractionProblems = (unit: string, values: readonly number[]): readonly MeasureProblem[] =>
  isPercentUnit(unit) && values.some((value) => value !== 0) && values.every((value) => Math.abs(value) <= 1)
    ? [{ code: "percentLooksLikeFraction", field: "target", severity: "warning", values }]
    : [];

const movingProblems = (metric: Extract<MetricDraft, { direction: "up" | "down" }>): readonly MeasureProblem[] => {
  const { baseline, target, direction, unit } = metric;
  const missing: readonly MeasureProblem[] = [
    ...(isNumber(baseline) ? [] : [{ code: "startMissing", field: "baseline", severity: "error" } as const]),
    ...(isNumber(target) ? [] : [{ code: "targetMissing", field: "target", severity: "error" } as const]),
  ];
  if (!isNumber(baseline) || !isNumber(target)) return missing;
  if (baseline === target) return [{ code: "targetEqualsStart", field: "target", severity: "error", value: target }];
  const against = target > baseline !== (direction === "up");
  return against
    ? [{ code: "directionContradicts", field: "direction", severity: "error", direction, baseline, target }]
    : fractionProblems(unit, [baseline, target]);
};

const rangeProblems = ({
  low,
  high,
  unit,
}: Extract<MetricDraft, { direction: "stayBetween" }>): readonly MeasureProblem[] => {
  if (!isNumber(low)) return [{ code: "rangeIncomplete", field: "low", severity: "error" }];
  if (!isNumber(high)) return [{ code: "rangeIncomplete", field: "high", severity: "error" }];
  return low >= high
    ? [{ code: "rangeReversed", field: "low", severity: "error", low, high }]
    : fractionProblems(unit, [low, high]);
};

const metricProblems = (metric: MetricDraft): readonly MeasureProblem[] => {
  switch (metric.direction) {
    case "up":
    case "down":
      return movingProblems(metric);
    case "stayAbove":
    case "stayBelow":
      return isNumber(metric.limit)
        ? fractionProblems(metric.unit, [metric.limit])
        : [{ code: "limitMissing", field: "limit", severity: "error" }];
    case "stayBetween":
      return rangeProblems(metric);
    default:
      return unreachable(metric);
  }
};

const percentageProblems = (target: number | undefined): readonly MeasureProblem[] => {
  if (!isNumber(target)) return [{ code: "targetMissing", field: "target", severity: "error" }];
  return target > 0 && target <= 100
    ? []
    : [{ code: "percentTargetOutOfRange", field: "target", severity: "error", target }];
};

const milestoneProblems = (
  { due, acceptance }: Extract<Measure, { kind: "milestone" }>,
  period: Period | undefined,
): readonly MeasureProblem[] => {
  const outside = due !== undefined && period !== undefined && (due < period.start || due > period.end);
  return [
    ...(acceptance.trim() === ""
      ? [{ code: "acceptanceMissing", field: "acceptance", severity: "warning" } as const]
      : []),
    ...(due === undefined ? [{ code: "dueMissing", field: "due", severity: "info" } as const] : []),
    ...(outside ? [{ code: "dueOutsidePeriod", field: "due", severity: "warning", due, ...period } as const] : []),
  ];
};

/** Rules [PB9] to [PB13]. */
export const measureProblems = (measure: MeasureDraft, period: Period | undefined): readonly MeasureProblem[] => {
  switch (measure.kind) {
    case "metric":
      return [...unitProblems(measure.unit), ...metricProblems(measure)];
    case "percentage":
      return percentageProblems(measure.target);
    case "milestone":
      return milestoneProblems(measure, period);
    case "baseline":
      return unitProblems(measure.unit);
    default:
      return unreachable(measure);
  }
};

/** The measure without gaps; undefined while a number is missing. */
export const finishedMeasure = (draft: MeasureDraft): Measure | undefined =>
  measureProblems(draft, undefined).some(({ code }) => MISSING.has(code)) ? undefined : (draft as Measure);

const MISSING: ReadonlySet<MeasureProblem["code"]> = new Set([
  "startMissing",
  "targetMissing",
  "limitMissing",
  "rangeIncomplete",
]);
