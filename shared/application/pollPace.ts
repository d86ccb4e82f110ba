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
const TIGHT_PAUSE = 5 * MINUTE;

/**
 * Milliseconds between two questions about changes; undefined while nothing should be asked.
 * @param unusedMs since somebody last pointed, typed or scrolled
 */
export const pauseMs = (level: PressureLevel, unusedMs: number): number | undefined => {
  if (level === "spent") return undefined;
  if (level === "tight") return TIGHT_PAUSE;
  return ATTENTION.find(({ unusedFor }) => unusedMs < unusedFor)?.pause;
};

/** Part of a pause that is waited, between four fifths and all of it, so that many windows do not ask in step. */
export const shareOfPause = (chance: number): number => 0.8 + 0.2 * chance;
