import type { PressureLevel } from "#shared/ports/pressure.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Milliseconds. */
interface Attention {
  readonly unusedFor: number;
  readonly pause: number;
}

/** A meeting looks at a board for minutes without touching it; a forgotten window is looked at by nobody. */
const ATTENTION: readonly Attention[] = [
  { unusedFor: 5 * MINUTE, pause: 15 * SECOND },
  { unusedFor: 30 * MINUTE, pause: MINUTE },
  { unusedFor: Infinity, pause: 5 * MINUTE },
];
const LONGEST_PAUSE = 5 * MINUTE;

/**
 * Resource units that all clients may spend in a minute, a tenth below what Microsoft allows an organisation of 15,000 to 50,000
 * licences. One of another size has as many fewer people or as many more units.
 */
const UNITS_A_MINUTE = 4500;
/** Units that come with a check-in, whatever is asked: its writing, and its part of opening the board. Measured by `npm run bench -- monday`. */
const UNITS_A_CHECK_IN = 5.5;
/** People who look at the moment for each check-in a minute: three check-ins take somebody some three minutes. */
const LOOKING_FOR_EACH = 1;

/** What the others leave is shared by those who look: one unit a question. */
const crowdedPause = (checkInsAMinute: number): number => {
  const left = UNITS_A_MINUTE - UNITS_A_CHECK_IN * checkInsAMinute;
  const pause = (LOOKING_FOR_EACH * checkInsAMinute * MINUTE) / Math.max(left, 1);
  return Math.min(LONGEST_PAUSE, pause);
};

export interface PaceFacts {
  readonly level: PressureLevel;
  /** Milliseconds since somebody last pointed, typed or scrolled. */
  readonly unusedMs: number;
  /** Check-ins a minute in the organisation. */
  readonly crowd: number;
  /** How many times longer than usual this window waits since it met a shortage; 1 when it met none lately. */
  readonly slowness: number;
}

/** Milliseconds between two questions about changes; undefined while nothing should be asked. */
export const pauseMs = ({ level, unusedMs, crowd, slowness }: PaceFacts): number | undefined => {
  if (level === "spent") return undefined;
  if (level === "tight") return LONGEST_PAUSE;
  const pause = ATTENTION.find(({ unusedFor }) => unusedMs < unusedFor)?.pause;
  return pause === undefined ? undefined : Math.min(LONGEST_PAUSE, Math.max(pause, crowdedPause(crowd)) * slowness);
};

/** Whether the pause is longer than promised to somebody who uses the page. */
export const isSlow = (facts: PaceFacts): boolean =>
  (pauseMs({ ...facts, unusedMs: 0 }) ?? LONGEST_PAUSE) > 15 * SECOND;

/** Part of a pause that is waited, between four fifths and all of it, so that many windows do not ask in step. */
export const shareOfPause = (chance: number): number => 0.8 + 0.2 * chance;
