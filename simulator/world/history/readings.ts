/** What was measured on each day of a check-in. */
import { epochDay } from "../calendar.ts";
import { boundsOf, clamp, readingStep, roundTo, spanOf } from "../okrs/measures.ts";
import type { WrittenKeyResult } from "../okrs/write.ts";
import type { Random } from "../random.ts";
import type { WorldCycle, WorldMeasure } from "../types.ts";
import { curveOf, finalOf, noiseOf } from "./temper.ts";
import type { Temper } from "./temper.ts";

/** One reading: absent while nothing is measured yet, with the share of the way it stands for (may be below 0 or above 1). */
export interface Reading {
  readonly day: number;
  readonly value?: number;
  readonly progress?: number;
}

type Movement = Extract<WorldMeasure, { readonly baseline: number }>;
type Limit = Exclude<Extract<WorldMeasure, { readonly kind: "metric" }>, Movement>;
type Timeline = { readonly days: readonly number[]; readonly shareOf: (day: number) => number };

const timelineOf = (days: readonly number[], cycle: WorldCycle): Timeline => {
  const [start, end] = [epochDay(cycle.start), epochDay(cycle.end)];
  return { days, shareOf: (day) => (day - start) / (end - start) };
};

/** Nobody writes half a per cent where the way is many of them; and it would look like a fraction meant as per cent. */
const sayable = (value: number, { unit, baseline, target }: Movement): number =>
  unit === "%" && value < 1 && Math.min(baseline, target) === 0 ? Math.round(value) : value;

/** Now and then the figure simply was not there yet. */
const MISSING_VALUE = 0.025;

const movementReadings = (
  measure: Movement,
  closesAt: number | undefined,
  temper: Temper,
  { days, shareOf }: Timeline,
  random: Random,
): readonly Reading[] => {
  const { baseline, target, unit } = measure;
  const grain = readingStep(measure);
  const final = closesAt === undefined ? finalOf(temper.course, random) : (closesAt - baseline) / (target - baseline);
  const curve = curveOf(temper.course, final, random);
  // What is counted up piece by piece seldom goes back; shares and averages do.
  const piecewise = measure.direction === "up" && Number.isInteger(grain) && unit !== "%";
  const noise = noiseOf(temper.course) * (piecewise ? 0.35 : 1);
  let drift = 0;
  return days.map((day, index) => {
    const time = shareOf(day);
    drift = drift * 0.6 + random.bell() * noise;
    // The closing figure of a quarter is the one the next quarter starts from.
    const closing = closesAt !== undefined && index === days.length - 1 && time > 0.93;
    const course = curve(time) + drift * Math.min(1, time * 4);
    const reading = roundTo(clamp(baseline + (target - baseline) * course, boundsOf(unit)), grain);
    const value = closing ? closesAt : sayable(reading, measure);
    if (!closing && random.chance(MISSING_VALUE)) return { day };
    return { day, value, progress: (value - baseline) / (target - baseline) };
  });
};

/** Middle of where a limit's readings lie, how far they swing, and which of them are in order. */
const limitOf = (
  measure: Limit,
): { readonly centre: number; readonly swing: number; readonly holds: (value: number) => boolean } => {
  const span = spanOf(measure);
  if ("low" in measure) {
    const { low, high } = measure;
    return { centre: (low + high) / 2, swing: span * 0.22, holds: (value) => value >= low && value <= high };
  }
  const { limit, direction, unit } = measure;
  const side = direction === "stayAbove" ? 1 : -1;
  const room =
    unit === "%" && direction === "stayAbove" ? Math.min(span, (100 - limit) * 0.5) : Math.min(span, limit * 0.4);
  return { centre: limit + side * room * 0.6, swing: room * 0.4, holds: (value) => (value - limit) * side >= 0 };
};

const limitReadings = (
  measure: Limit,
  temper: Temper,
  { days, shareOf }: Timeline,
  random: Random,
): readonly Reading[] => {
  const { centre, swing, holds } = limitOf(measure);
  const grain = readingStep(measure);
  const slips = { steady: 0, sandbagged: 0, noisy: 0, recovering: -1.6, slow: 1.2, stalling: 0.9, overOptimistic: 1.4 }[
    temper.course
  ];
  const side = "limit" in measure && measure.direction === "stayBelow" ? 1 : -1;
  return days.map((day) => {
    const time = shareOf(day);
    const slip = slips < 0 ? -slips * (1 - time) : slips * time;
    const value = roundTo(
      clamp(centre + swing * (random.bell() * 0.9 + side * slip * 2), boundsOf(measure.unit)),
      grain,
    );
    return { day, value, progress: holds(value) ? 1 : 0 };
  });
};

const percentageReadings = (
  target: number,
  temper: Temper,
  { days, shareOf }: Timeline,
  random: Random,
): readonly Reading[] => {
  const curve = curveOf(temper.course, finalOf(temper.course, random), random);
  let reached = 0;
  return days.map((day) => {
    reached = Math.max(reached, roundTo(clamp(target * (curve(shareOf(day)) + random.bell() * 0.02), [0, 100]), 5));
    return { day, value: reached, progress: reached / target };
  });
};

/** Passed on time, weeks late, or not at all. */
const milestoneReadings = (
  due: string,
  temper: Temper,
  cycle: WorldCycle,
  days: readonly number[],
  random: Random,
): readonly Reading[] => {
  const delay = { steady: 0, sandbagged: -21, noisy: 6, recovering: 9, slow: 25, stalling: 400, overOptimistic: 400 }[
    temper.course
  ];
  const passed = Math.max(epochDay(cycle.start) + 5, epochDay(due) + delay + random.int(-4, 4));
  return days.map((day) => {
    const value = day >= passed ? 1 : 0;
    return { day, value, progress: value };
  });
};

/** Nothing for a while, then one figure that is confirmed or corrected a little. */
const baselineReadings = (
  known: WrittenKeyResult,
  temper: Temper,
  { days, shareOf }: Timeline,
  random: Random,
): readonly Reading[] => {
  const { measure } = known.pattern;
  if (measure.kind !== "baseline") throw new Error("Not a baseline");
  const from = temper.course === "stalling" || temper.course === "overOptimistic" ? 2 : random.between(0.35, 0.8);
  const whole = measure.reading.every(Number.isInteger);
  const found = roundTo(random.between(...measure.reading), whole ? 1 : 0.1);
  return days.map((day) => (shareOf(day) < from ? { day } : { day, value: found, progress: 1 }));
};

/** The readings of one key result on the days of its check-ins. */
export const readingsOf = (
  known: WrittenKeyResult,
  cycle: WorldCycle,
  days: readonly number[],
  temper: Temper,
  random: Random,
): readonly Reading[] => {
  const { measure } = known.keyResult;
  const timeline = timelineOf(days, cycle);
  switch (measure.kind) {
    case "metric":
      return "baseline" in measure
        ? movementReadings(measure, known.closesAt, temper, timeline, random)
        : limitReadings(measure, temper, timeline, random);
    case "percentage":
      return percentageReadings(measure.target, temper, timeline, random);
    case "milestone":
      return milestoneReadings(measure.due, temper, cycle, days, random);
    case "baseline":
      return baselineReadings(known, temper, timeline, random);
  }
};
