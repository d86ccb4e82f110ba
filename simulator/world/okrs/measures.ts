/** Turns a pattern into numbers a unit could have agreed. */
import { dayOf, epochDay } from "../calendar.ts";
import type { MeasurePattern, Range } from "../material/parse.ts";
import type { Random } from "../random.ts";
import type { WorldCycle, WorldKeyResult, WorldMeasure } from "../types.ts";

/** The nearest of 1, 2, 5, 10, 20 … (or 0.1, 0.2 …) not above the size. */
const niceStep = (size: number): number => {
  const power = 10 ** Math.floor(Math.log10(size));
  const lead = size / power;
  return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
};

/** Rounds without leaving the dust of binary fractions. */
export const roundTo = (value: number, step: number): number =>
  Number((Math.round(value / step) * step).toFixed(step < 1 ? 2 : 0));

/** Whether the unit counts whole things. */
const isWhole = (unit: string, ranges: readonly Range[]): boolean =>
  unit !== "%" && ranges.flat().every(Number.isInteger);

/** Lowest and highest value that makes sense in a unit. */
export const boundsOf = (unit: string): Range => [
  0,
  unit === "%" ? 100 : unit === "of 5" ? 5 : Number.POSITIVE_INFINITY,
];

export const clamp = (value: number, [low, high]: Range): number => Math.min(high, Math.max(low, value));

/** Step in which readings of a measure are written down. */
export const readingStep = (measure: WorldMeasure): number => {
  if (measure.kind === "percentage") return 5;
  if (measure.kind !== "metric") return 1;
  const span = spanOf(measure);
  const numbers = Object.values(measure).filter((value) => typeof value === "number");
  const finest = measure.unit !== "%" && numbers.every(Number.isInteger) ? 1 : 0.1;
  return Math.max(finest, niceStep(span / 60));
};

/** A typical size of movement of the measure, always above 0. */
export const spanOf = (measure: WorldMeasure): number => {
  if (measure.kind !== "metric") return 100;
  switch (measure.direction) {
    case "up":
    case "down":
      return Math.abs(measure.target - measure.baseline);
    case "stayBetween":
      return measure.high - measure.low;
    case "stayAbove":
    case "stayBelow":
      return Math.max(Math.abs(measure.limit) * 0.06, 0.5);
  }
};

type Movement = Extract<MeasurePattern, { readonly direction: "up" | "down" }>;

const drawMovement = ({ unit, from, to, direction }: Movement, random: Random): WorldMeasure => {
  const [low, high] = [random.between(...from), random.between(...to)];
  const span = Math.abs(high - low);
  const whole = isWhole(unit, [from, to]);
  const floor = whole ? 1 : 0.1;
  const baseline = roundTo(low, Math.max(floor, niceStep(span / 50)));
  const target = to[0] === to[1] ? to[0] : roundTo(high, Math.max(floor, niceStep(span / 12)));
  return { kind: "metric", direction, unit, baseline, target: clamp(target, boundsOf(unit)) };
};

const drawLimit = ([low, high]: Range, random: Random): number => {
  const step = Number.isInteger(low) && Number.isInteger(high) ? (high - low >= 20 ? 5 : 1) : 0.5;
  return clamp(roundTo(random.between(low, high), step), [low, high]);
};

/** A measure for a key result of that cycle. */
export const drawMeasure = (pattern: MeasurePattern, cycle: WorldCycle, random: Random): WorldMeasure => {
  switch (pattern.kind) {
    case "percentage":
      return { kind: "percentage", target: pattern.target };
    case "baseline":
      return { kind: "baseline", unit: pattern.unit };
    case "milestone": {
      const [start, end] = [epochDay(cycle.start), epochDay(cycle.end)];
      return {
        kind: "milestone",
        due: dayOf(Math.round(start + (end - start) * random.between(0.4, 0.97))),
        acceptance: pattern.acceptance,
      };
    }
    case "metric":
      if ("from" in pattern) return drawMovement(pattern, random);
      if ("limit" in pattern)
        return {
          kind: "metric",
          direction: pattern.direction,
          unit: pattern.unit,
          limit: drawLimit(pattern.limit, random),
        };
      return {
        kind: "metric",
        direction: pattern.direction,
        unit: pattern.unit,
        low: pattern.band[0],
        high: pattern.band[1],
      };
  }
};

/**
 * The same measure one quarter earlier, or one later: it ends (or starts) where the known one starts (or was aimed at).
 * Undefined where the numbers leave no room, for example below zero.
 */
export const shiftMeasure = (
  known: WorldMeasure,
  by: "earlier" | "later",
  random: Random,
): WorldMeasure | undefined => {
  if (known.kind !== "metric" || !("baseline" in known)) return undefined;
  const step = known.target - known.baseline;
  const grain = readingStep(known);
  const at = (share: number): number => roundTo(clamp(known.baseline + step * share, boundsOf(known.unit)), grain);
  const [baseline, target] =
    by === "earlier"
      ? [at(-random.between(0.25, 0.55)), at(random.between(-0.08, 0.42))]
      : [at(random.between(0.5, 0.85)), at(random.between(1.05, 1.18))];
  const moves = known.direction === "up" ? target - baseline : baseline - target;
  // Nobody sets out from nothing for one per cent.
  const tiny = known.unit === "%" && Math.max(baseline, target) <= 1;
  return moves >= grain * 2 && !tiny ? { ...known, baseline, target } : undefined;
};

/**
 * Commit, target and stretch for a measure with a target: 0.3, 0.7 and 1.0 on one line through the target. Undefined where
 * the bounds of the unit leave no room for a stretch.
 */
export const preScoreOf = (measure: WorldMeasure): WorldKeyResult["preScore"] => {
  if (measure.kind !== "metric" || !("baseline" in measure)) return undefined;
  const { baseline, target, unit } = measure;
  const grain = Math.max(readingStep(measure), niceStep(Math.abs(target - baseline) / 25));
  const commit = roundTo(baseline + ((target - baseline) * 3) / 7, grain);
  const stretch = roundTo(clamp(baseline + ((target - baseline) * 10) / 7, boundsOf(unit)), grain);
  const rises = target > baseline;
  const ordered = [baseline, commit, target, stretch].every(
    (value, index, all) => index === 0 || (value > (all[index - 1] ?? value) === rises && value !== all[index - 1]),
  );
  return ordered ? { commit, target, stretch } : undefined;
};
