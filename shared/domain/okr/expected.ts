import { daysBetween, type Day } from "../day.ts";
import { unreachable } from "../result.ts";
import type { Measure } from "./keyResult.ts";
import { progressOf, type Progress } from "./progress.ts";

/** Own dates of an OKR, both days inside. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** A point of a phased plan: by that day, that share of the way. */
export interface Phase {
  readonly day: Day;
  readonly share: Progress;
}

/** Straight line between two points of the plan. Of two points on one day the later one holds from that day. */
const between = (from: Phase, to: Phase, today: Day): Progress => {
  const total = daysBetween(from.day, to.day);
  return progressOf(from.share + ((to.share - from.share) * daysBetween(from.day, today)) / total);
};

/**
 * Share of the way that is due today: elapsed days over total days, 0 on the first day and 1 on the last; with phases,
 * straight lines through each of them. A period that ends before or on its start expects everything from its start on. [EX1] [EX2]
 */
export const expectedShare = (start: Day, end: Day, today: Day, phases: readonly Phase[] = []): Progress => {
  if (today >= end && today >= start) return progressOf(1);
  if (today <= start) return progressOf(0);
  const points = [
    { day: start, share: progressOf(0) },
    ...phases.filter(({ day }) => day > start && day < end).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    { day: end, share: progressOf(1) },
  ];
  const next = points.findIndex(({ day }) => day > today);
  const from = points[next - 1];
  const to = points[next];
  return from && to ? between(from, to, today) : progressOf(1);
};

/** Three digits of the way: nobody expects more of a plan. */
const rounded = (value: number, way: number): number => {
  const digits = way === 0 ? 0 : 2 - Math.floor(Math.log10(Math.abs(way)));
  const step = 10 ** Math.abs(digits);
  return Number((digits < 0 ? Math.round(value / step) * step : Math.round(value * step) / step).toPrecision(12));
};

const expectedOfMetric = (measure: Extract<Measure, { kind: "metric" }>, expected: Progress): number | undefined => {
  switch (measure.direction) {
    case "up":
    case "down": {
      const way = measure.target - measure.baseline;
      return rounded(measure.baseline + expected * way, way);
    }
    case "stayAbove":
    case "stayBelow":
      return measure.limit;
    case "stayBetween":
      return undefined;
  }
};

/** What is expected today as a value of the measure; undefined where there is no such figure. [EX7] */
export const expectedValue = (measure: Measure, expected: Progress): number | undefined => {
  switch (measure.kind) {
    case "metric":
      return expectedOfMetric(measure, expected);
    case "percentage":
      return rounded(expected * measure.target, measure.target);
    case "milestone":
      return Number(expected >= 1);
    case "baseline":
      return undefined;
    default:
      return unreachable(measure);
  }
};

/**
 * What is expected of one key result today. Quantities grow with time; a threshold is to be kept from the first day; a
 * milestone is due at once, on its day. [EX3] [EX4]
 */
export const expectedOf = (measure: Measure, { start, end }: Period, today: Day): Progress => {
  switch (measure.kind) {
    case "metric":
      return measure.direction === "up" || measure.direction === "down"
        ? expectedShare(start, end, today)
        : progressOf(Number(today >= start));
    case "percentage":
    case "baseline":
      return expectedShare(start, end, today);
    case "milestone":
      return progressOf(Number(today >= (measure.due ?? end)));
    default:
      return unreachable(measure);
  }
};
