import { epochDay, weekday } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { WorldCycle } from "../types.ts";
import type { Habit } from "./temper.ts";

const SATURDAY = 5;

/** Reports come on working days; the Gulf and some others work on other days, which nobody here is held to. */
const toWorkday = (day: number): number => (weekday(day) >= SATURDAY ? day - (weekday(day) - SATURDAY + 1) : day);

const stepOf = (habit: Exclude<Habit, "never">, interval: number, random: Random): number => {
  switch (habit) {
    case "diligent":
      return interval + random.int(-1, 1);
    case "fortnightly":
      return Math.max(interval, 14) + random.int(-1, 2);
    case "late":
      return interval + random.int(2, 9);
    case "sporadic":
      return random.chance(0.35) ? interval * random.int(3, 5) : interval + random.int(0, 4);
  }
};

/**
 * Days of check-ins within a cycle, before `today`, as days since 1970. The first comes after about one interval; the last
 * of a finished cycle falls into its last days, unless it was forgotten.
 */
export const checkInDays = (
  cycle: WorldCycle,
  today: string,
  habit: Habit,
  interval: number,
  random: Random,
): readonly number[] => {
  if (habit === "never") return [];
  const [start, end] = [epochDay(cycle.start), epochDay(cycle.end)];
  const last = Math.min(end, epochDay(today) - 1);
  const days: number[] = [];
  const anchor =
    start + random.int(2, Math.min(9, interval)) + (habit === "late" || habit === "sporadic" ? random.int(4, 16) : 0);
  const least = Math.min(2, interval);
  for (let day = anchor; day <= last; day += Math.max(least, stepOf(habit, interval, random)))
    days.push(toWorkday(day));
  if (end < epochDay(today) && (habit !== "sporadic" || random.chance(0.5)))
    days.push(toWorkday(end - random.int(0, 3)));
  return [...new Set(days)].filter((day) => day >= start && day <= last).sort((one, other) => one - other);
};

/** Days between two check-ins of a year's key result, so that the year holds about as many as planned. */
export const annualInterval = (cycle: WorldCycle, today: string, planned: number): number => {
  const elapsed = Math.min(epochDay(today), epochDay(cycle.end)) - epochDay(cycle.start);
  return Math.max(7, Math.round(elapsed / planned));
};
