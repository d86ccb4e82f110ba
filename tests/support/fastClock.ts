import type { Clock } from "#shared/ports/clock.ts";

export interface FastClock extends Clock {
  /** Milliseconds that waiting would have taken so far. */
  readonly waited: () => number;
  /** Time stands still while the work is under way, for example an exchange over the network. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
}

interface Waiting {
  readonly dueMs: number;
  readonly call: () => void;
}

/** Waits take no time: as soon as nothing is held, the clock jumps to the moment of the next call, in the order of due times. */
export const createFastClock = (startMs: number = Date.UTC(2026, 2, 16, 9)): FastClock => {
  let nowMs = startMs;
  let waiting: readonly Waiting[] = [];
  let held = 0;
  let scheduled = false;

  const advance = (): void => {
    scheduled = false;
    if (held > 0) return;
    const [next, ...rest] = waiting.toSorted((a, b) => a.dueMs - b.dueMs);
    if (!next) return;
    waiting = rest;
    nowMs = Math.max(nowMs, next.dueMs);
    next.call();
    schedule();
  };

  // A turn of the event loop, so that whoever was just called can go on before time does.
  const schedule = (): void => {
    if (scheduled || waiting.length === 0) return;
    scheduled = true;
    setImmediate(advance);
  };

  return {
    now: () => nowMs,
    waited: () => nowMs - startMs,
    after: (ms, call) => {
      const entry = { dueMs: nowMs + ms, call };
      waiting = [...waiting, entry];
      schedule();
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    hold: async (work) => {
      held += 1;
      try {
        return await work;
      } finally {
        held -= 1;
        schedule();
      }
    },
  };
};
