import type { Brand } from "../brand.ts";
import { unreachable } from "../result.ts";
import type { CheckIn } from "./checkIn.ts";
import type { Measure } from "./keyResult.ts";

/** Share of the way from start to target: a fraction in [0, 1], never a percentage. */
export type Progress = Brand<number, "Progress">;

/** Clamps to [0, 1]. */
export const progressOf = (share: number): Progress => Math.min(1, Math.max(0, share)) as Progress;

export interface KeyResultProgress {
  /** What bars and roll-ups use. */
  readonly shown: Progress;
  /** Unclamped, so that over-achievement and loss of ground stay visible. */
  readonly raw: number;
}

/** A reading: a check-in that states a value. */
export type Reading = CheckIn & { readonly value: number };

export const isReading = (checkIn: CheckIn): checkIn is Reading => Number.isFinite(checkIn.value);

/** Newest first; of two check-ins at the same instant the one with the greater id counts as the newer. [PR8] */
export const newestFirst = (a: CheckIn, b: CheckIn): number => {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
};

/** The latest value among the check-ins of one key result; undefined when none states one. [PR7] */
export const currentValue = (checkIns: readonly CheckIn[]): number | undefined => {
  let latest: Reading | undefined;
  for (const checkIn of checkIns) {
    if (isReading(checkIn) && (!latest || newestFirst(checkIn, latest) < 0)) latest = checkIn;
  }
  return latest?.value;
};

/** Adding zero turns -0 into 0, which would otherwise be printed with its sign. */
const from = (raw: number): KeyResultProgress => ({ shown: progressOf(raw), raw: raw + 0 });

/** A target equal to the start is "hold the line": complete while held, zero once lost. [PR2] */
const along = (start: number, target: number, value: number): KeyResultProgress =>
  from(start === target ? Number(value === target) : (value - start) / (target - start));

/** Whether a value satisfies a threshold; undefined for measures that have none. Limits are inside. [PR3] */
const isInside = (measure: Measure, value: number): boolean | undefined => {
  if (measure.kind !== "metric") return undefined;
  switch (measure.direction) {
    case "stayAbove":
      return value >= measure.limit;
    case "stayBelow":
      return value <= measure.limit;
    case "stayBetween":
      return value >= measure.low && value <= measure.high;
    case "up":
    case "down":
      return undefined;
  }
};

/** Undefined means "not measured yet", which is not zero. Rules [PR1] to [PR6]. */
export const keyResultProgress = (measure: Measure, value: number | undefined): KeyResultProgress | undefined => {
  if (value === undefined || !Number.isFinite(value)) return measure.kind === "baseline" ? from(0) : undefined;
  switch (measure.kind) {
    case "metric":
      return measure.direction === "up" || measure.direction === "down"
        ? along(measure.baseline, measure.target, value)
        : from(Number(isInside(measure, value)));
    case "percentage":
      return along(0, measure.target, value);
    case "milestone":
      return from(Number(value >= 1));
    case "baseline":
      return from(1);
    default:
      return unreachable(measure);
  }
};

/** Threshold measures: the share of readings that lay inside. Undefined for other measures and without readings. [PR3] */
export const shareInside = (measure: Measure, checkIns: readonly CheckIn[]): Progress | undefined => {
  const answers = checkIns.filter(isReading).map((reading) => isInside(measure, reading.value));
  const decided = answers.filter((inside) => inside !== undefined);
  return decided.length === 0 ? undefined : progressOf(decided.filter(Boolean).length / decided.length);
};
