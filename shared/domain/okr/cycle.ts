import { daysBetween, type Day } from "../day.ts";
import type { CycleKey } from "./ids.ts";

export type CycleKind = "annual" | "quarterly" | "custom";

/** A period in which OKRs are pursued. Cycles may overlap: a quarter lies inside its year. */
export interface Cycle {
  readonly key: CycleKey;
  readonly name: string;
  readonly kind: CycleKind;
  /** First and last day, both inside the cycle. */
  readonly start: Day;
  readonly end: Day;
  readonly closed: boolean;
}

export const cycleContains = (cycle: Cycle, day: Day): boolean => cycle.start <= day && day <= cycle.end;

/** The cycle to show first: the shortest open one that contains the day, else the latest that has begun, else the first. */
export const currentCycle = (cycles: readonly Cycle[], today: Day): Cycle | undefined => {
  const open = cycles.filter((cycle) => !cycle.closed && cycleContains(cycle, today));
  const shortest = open.toSorted((a, b) => spanDays(a) - spanDays(b))[0];
  if (shortest) return shortest;
  const byStart = cycles.toSorted((a, b) => a.start.localeCompare(b.start));
  return byStart.findLast((cycle) => cycle.start <= today) ?? byStart[0];
};

/** All open cycles that contain the day, so the quarter and the year around it; else the one to show first. */
export const runningCycles = (cycles: readonly Cycle[], today: Day): readonly Cycle[] => {
  const running = cycles.filter((cycle) => !cycle.closed && cycleContains(cycle, today));
  if (running.length > 0) return running;
  const nearest = currentCycle(cycles, today);
  return nearest ? [nearest] : [];
};

/** The cycle and those that contain its whole period: where its OKRs and what they align to are found. */
export const cyclesAround = (cycles: readonly Cycle[], key: CycleKey): readonly Cycle[] => {
  const cycle = cycles.find((one) => one.key === key);
  return cycle ? cycles.filter((one) => one.start <= cycle.start && cycle.end <= one.end) : [];
};

const spanDays = ({ start, end }: Cycle): number => daysBetween(start, end);
