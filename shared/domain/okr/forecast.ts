import { dayNumber, dayOf, type Day } from "../day.ts";
import type { CheckIn } from "./checkIn.ts";
import type { Measure } from "./keyResult.ts";
import { isReading, keyResultProgress, newestFirst, progressOf, type Progress } from "./progress.ts";
import { studentT } from "./studentT.ts";

/** Where a key result is heading. Values are in the unit of the measure and are not clamped. */
export interface Forecast {
  readonly type: "Forecast";
  readonly atEnd: number;
  /** The interval that holds the value at the end with probability `level`, if things go on as they went. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** Change per day. */
  readonly pace: number;
  readonly progressAtEnd: Progress;
  /** Least and most progress over the interval, whichever end of it that is. */
  readonly progressLow: Progress;
  readonly progressHigh: Progress;
  /** Number of days with a reading. */
  readonly basedOn: number;
}

export type ForecastResult =
  | Forecast
  /** Fewer than three days with a reading, so a pace would have no measurable scatter. */
  | { readonly type: "TooFewReadings"; readonly have: number; readonly need: number }
  /** Done-or-not measures have no pace. */
  | { readonly type: "NotForecast" };

const NEEDED_DAYS = 3;
/** Even a perfectly even history is given this scatter over a whole period, as a share of the way: regularity proves little. */
const LEAST_SCATTER = 0.05;
/** The pace of a step counts half for each third of the history that it lies back. */
const HALVES_OVER_HISTORY = 3;

interface Step {
  readonly days: number;
  readonly change: number;
  readonly weight: number;
}

interface DayReading {
  /** Days since 1970-01-01. */
  readonly on: number;
  readonly value: number;
}

/** The last reading of each day up to today, oldest first, so that a correction replaces what it corrects. [FC1] */
const dailyReadings = (checkIns: readonly CheckIn[], today: Day): readonly DayReading[] => {
  const byDay = new Map<Day, DayReading>();
  for (const { at, value } of checkIns.filter(isReading).toSorted(newestFirst)) {
    const day = dayOf(at);
    if (day <= today && !byDay.has(day)) byDay.set(day, { on: dayNumber(day), value });
  }
  return [...byDay.values()].toReversed();
};

const stepsOf = (readings: readonly DayReading[], first: DayReading, last: DayReading): readonly Step[] => {
  const history = last.on - first.on;
  return readings.slice(1).map((to, at) => {
    const from = readings[at] ?? to;
    const back = last.on - (from.on + to.on) / 2;
    return {
      days: to.on - from.on,
      change: to.value - from.value,
      weight: 2 ** ((-HALVES_OVER_HISTORY * back) / history),
    };
  });
};

const sum = (steps: readonly Step[], of: (step: Step) => number): number =>
  steps.reduce((total, step) => total + of(step), 0);

/** The width of the road from start to target; zero for measures that only have a limit. */
const wayOf = (measure: Measure): number => {
  if (measure.kind === "percentage") return Math.abs(measure.target);
  if (measure.kind !== "metric") return 0;
  switch (measure.direction) {
    case "up":
    case "down":
      return Math.abs(measure.target - measure.baseline);
    case "stayBetween":
      return Math.abs(measure.high - measure.low);
    case "stayAbove":
    case "stayBelow":
      return 0;
  }
};

interface Outlook {
  readonly pace: number;
  readonly atEnd: number;
  readonly halfWidth: number;
}

/**
 * Goes on from the last reading at the recent average pace; the interval comes from the scatter of the steps around that pace
 * (a Brownian path with drift, which takes unequal distances between readings as they are):
 *
 *   pace      d = Σ w·Δy / Σ w·Δt          w halves for each third of the history that a step lies back
 *   scatter   σ² = Σ (Δy − d·Δt)²/Δt / (m − 1)   over m steps, at least (0.05·way)² per period
 *   at end    y + d·h ± t(level, m − 1)·σ·√(h + h²·V),   V = Σ w²·Δt / (Σ w·Δt)²,   h = days from the last reading to the end
 */
const outlook = (steps: readonly Step[], last: number, h: number, level: number, leastVariance: number): Outlook => {
  const weighted = sum(steps, ({ weight, days }) => weight * days);
  const pace = sum(steps, ({ weight, change }) => weight * change) / weighted;
  const variance = sum(steps, ({ change, days }) => (change - pace * days) ** 2 / days) / (steps.length - 1);
  const paceVariance = sum(steps, ({ weight, days }) => weight * weight * days) / (weighted * weighted);
  const scatter = Math.sqrt(Math.max(variance, leastVariance));
  return {
    pace,
    atEnd: last + pace * h,
    halfWidth: studentT(level, steps.length - 1) * scatter * Math.sqrt(h + h * h * paceVariance),
  };
};

/**
 * The value to expect on the last day of the period. Needs readings on three days up to `today`. Rules [FC1] to [FC6].
 * @param level probability of the interval, in (0, 1)
 */
export const forecast = (
  measure: Measure,
  checkIns: readonly CheckIn[],
  start: Day,
  end: Day,
  today: Day,
  level = 0.8,
): ForecastResult => {
  if (measure.kind === "milestone" || measure.kind === "baseline") return { type: "NotForecast" };
  const readings = dailyReadings(checkIns, today);
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last || readings.length < NEEDED_DAYS) {
    return { type: "TooFewReadings", have: readings.length, need: NEEDED_DAYS };
  }
  const lastDay = dayNumber(end);
  const periodDays = Math.max(1, lastDay - Math.min(first.on, dayNumber(start)));
  const h = Math.max(0, lastDay - last.on);
  const leastVariance = (LEAST_SCATTER * wayOf(measure)) ** 2 / periodDays;
  const { pace, atEnd, halfWidth } = outlook(stepsOf(readings, first, last), last.value, h, level, leastVariance);
  const low = atEnd - halfWidth;
  const high = atEnd + halfWidth;
  const progressAt = (value: number): number => keyResultProgress(measure, value)?.shown ?? 0;
  const progresses = [progressAt(low), progressAt(atEnd), progressAt(high)];
  return {
    type: "Forecast",
    atEnd,
    low,
    high,
    level,
    pace,
    progressAtEnd: progressOf(progressAt(atEnd)),
    progressLow: progressOf(Math.min(...progresses)),
    progressHigh: progressOf(Math.max(...progresses)),
    basedOn: readings.length,
  };
};
