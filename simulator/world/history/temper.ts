/** How things go, and how people report: the characters behind the check-ins. */
import { createRandom } from "../random.ts";
import type { Random } from "../random.ts";
import type { WorldKeyResult } from "../types.ts";

/** Course of the work. `sandbagged`: the target was never in doubt. `overOptimistic`: always fine, never there. */
export type Course = "steady" | "sandbagged" | "overOptimistic" | "recovering" | "stalling" | "noisy" | "slow";

/** Habit of reporting. `late`: weeks of silence, then everything at once. `never`: no check-in at all. */
export type Habit = "diligent" | "fortnightly" | "late" | "sporadic" | "never";

export interface Temper {
  readonly course: Course;
  readonly habit: Habit;
}

const COURSES: Readonly<Record<Course, number>> = {
  steady: 32,
  sandbagged: 8,
  overOptimistic: 12,
  recovering: 11,
  stalling: 12,
  noisy: 11,
  slow: 14,
};

const HABITS: Readonly<Record<Habit, number>> = { diligent: 56, fortnightly: 13, late: 13, sporadic: 13, never: 5 };

/** People are more alike in reporting within one objective than across: the habit comes from the objective's stream. */
export const temperOf = (seed: string, { objectiveKey, key }: WorldKeyResult): Temper => {
  const ofObjective = createRandom(`${seed}/temper/${objectiveKey}/habit`);
  const ofKeyResult = createRandom(`${seed}/temper/${key}`);
  return {
    habit: ofKeyResult.chance(0.7) ? ofObjective.weighted(HABITS) : ofKeyResult.weighted(HABITS),
    course: ofKeyResult.weighted(COURSES),
  };
};

/** Share of the way covered at a share of the time, both about 0 to 1, before noise. */
export type Curve = (time: number) => number;

const mix = (from: number, to: number, share: number): number => from + (to - from) * Math.min(1, Math.max(0, share));

/** The course as a curve; `final` is where it ends. */
export const curveOf = (course: Course, final: number, random: Random): Curve => {
  const bend = random.between(0.8, 1.3);
  switch (course) {
    case "steady":
    case "slow":
    case "overOptimistic":
      return (time) => final * time ** bend;
    case "sandbagged":
      return (time) => mix(0, final, time / reachedAt(bend));
    case "recovering": {
      const turn = random.between(0.4, 0.6);
      return (time) =>
        time < turn ? mix(0, final * 0.22, time / turn) : mix(final * 0.22, final, (time - turn) / (1 - turn));
    }
    case "stalling": {
      const stop = random.between(0.3, 0.5);
      return (time) => mix(0, final, time / stop);
    }
    case "noisy":
      return (time) => final * time;
  }
};

/** A sandbagged target is reached somewhere between 45 and 75 % of the time. */
const reachedAt = (bend: number): number => 0.45 + (bend - 0.8) * 0.6;

/** Where a course ends, as a share of the way. */
export const finalOf = (course: Course, random: Random): number => {
  const ends: Readonly<Record<Course, readonly [number, number]>> = {
    steady: [0.78, 1.08],
    sandbagged: [1, 1],
    overOptimistic: [0.15, 0.5],
    recovering: [0.7, 1],
    stalling: [0.25, 0.6],
    noisy: [0.45, 1],
    slow: [0.3, 0.65],
  };
  return random.between(...ends[course]);
};

/** Spread of the readings around the curve, as a share of the way. */
export const noiseOf = (course: Course): number =>
  course === "noisy" ? 0.08 : course === "sandbagged" ? 0.01 : course === "stalling" ? 0.015 : 0.03;
