import { epochDay } from "../calendar.ts";
import type { WorldCycle, WorldKeyResult } from "../types.ts";
import type { Reading } from "./readings.ts";

/** How a key result stands on the day of a check-in, as an honest person would see it. */
export interface Situation {
  readonly state: "done" | "ahead" | "onTrack" | "behind" | "atRisk" | "unmeasured" | "pending";
  readonly trend: "first" | "better" | "worse" | "still";
  /** Share of the cycle that is over, 0 to 1. */
  readonly time: number;
  /** The last report of a finished cycle. */
  readonly closing: boolean;
  readonly value?: number;
  readonly previous?: number;
  readonly progress?: number;
}

/** Progress points lost against the straight line before somebody says "behind", and before "at risk". */
const BEHIND = 0.08;
const AT_RISK = 0.25;

const stateOf = (keyResult: WorldKeyResult, progress: number | undefined, time: number): Situation["state"] => {
  const { measure } = keyResult;
  if (progress === undefined) return "unmeasured";
  if (measure.kind === "milestone") return progress >= 1 ? "done" : "pending";
  if (measure.kind === "metric" && !("baseline" in measure)) return progress >= 1 ? "onTrack" : "atRisk";
  if (progress >= 0.995) return "done";
  const gap = time - progress;
  return gap > AT_RISK ? "atRisk" : gap > BEHIND ? "behind" : gap < -0.1 ? "ahead" : "onTrack";
};

const trendOf = (now: Reading, before: Reading | undefined): Situation["trend"] => {
  if (before?.progress === undefined || now.progress === undefined) return before === undefined ? "first" : "still";
  const change = now.progress - before.progress;
  return Math.abs(change) < 0.005 ? "still" : change > 0 ? "better" : "worse";
};

export const situationOf = (
  readings: readonly Reading[],
  index: number,
  keyResult: WorldKeyResult,
  cycle: WorldCycle,
): Situation => {
  const [before, now] = [readings[index - 1], readings[index]];
  if (now === undefined) throw new Error("No such reading");
  const [start, end] = [epochDay(cycle.start), epochDay(cycle.end)];
  const time = (now.day - start) / (end - start);
  return {
    state: stateOf(keyResult, now.progress, time),
    trend: trendOf(now, before),
    time,
    closing: index === readings.length - 1 && end - now.day <= 7,
    ...(now.value === undefined ? {} : { value: now.value }),
    ...(before?.value === undefined ? {} : { previous: before.value }),
    ...(now.progress === undefined ? {} : { progress: now.progress }),
  };
};
