import TinyQueue from "tinyqueue";
import type { Clock } from "#shared/ports/clock.ts";

export interface VirtualClock extends Clock {
  /** Lets everything happen that is due until then, in order, without waiting. */
  readonly runUntil: (endMs: number) => Promise<void>;
}

interface Due {
  readonly atMs: number;
  /** Of two due at once, the one asked for first. */
  readonly order: number;
  call: (() => void) | undefined;
}

/** Promises that are ready have gone on by then. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Time for thousands of clients at once: hours pass in seconds. */
export const createVirtualClock = (startMs: number): VirtualClock => {
  const queue = new TinyQueue<Due>([], (a, b) => a.atMs - b.atMs || a.order - b.order);
  let nowMs = startMs;
  let asked = 0;
  return {
    now: () => nowMs,
    after: (ms, call) => {
      asked += 1;
      const due: Due = { atMs: nowMs + Math.max(0, ms), order: asked, call };
      queue.push(due);
      return () => {
        due.call = undefined;
      };
    },
    runUntil: async (endMs) => {
      await settle();
      for (let next = queue.peek(); next && next.atMs <= endMs; next = queue.peek()) {
        queue.pop();
        if (!next.call) continue;
        nowMs = next.atMs;
        next.call();
        await settle();
      }
      nowMs = endMs;
    },
  };
};
