import type { Clock } from "#shared/ports/clock.ts";
import type { Pressure, PressureLevel } from "#shared/ports/pressure.ts";
import type { Visibility } from "#shared/ports/visibility.ts";

export interface ManualClock extends Clock {
  /** Lets that much time pass, calling what falls due, and lets everything that follows settle. */
  readonly pass: (ms: number) => Promise<void>;
}

/** A turn of the event loop: promises that are ready have gone on by then. */
const settle = (): Promise<void> =>
  // A page has no setImmediate.
  new Promise((resolve) => (typeof setImmediate === "function" ? setImmediate(resolve) : setTimeout(resolve, 0)));

export const createManualClock = (startMs: number = Date.UTC(2026, 1, 10, 9)): ManualClock => {
  let nowMs = startMs;
  const waiting = new Set<{ readonly dueMs: number; readonly call: () => void }>();
  return {
    now: () => nowMs,
    after: (ms, call) => {
      const entry = { dueMs: nowMs + ms, call };
      waiting.add(entry);
      return () => {
        waiting.delete(entry);
      };
    },
    pass: async (ms) => {
      const until = nowMs + ms;
      await settle();
      for (;;) {
        const next = [...waiting].filter(({ dueMs }) => dueMs <= until).toSorted((a, b) => a.dueMs - b.dueMs)[0];
        if (!next) break;
        waiting.delete(next);
        nowMs = next.dueMs;
        next.call();
        await settle();
      }
      nowMs = until;
    },
  };
};

export interface ManualVisibility extends Visibility {
  readonly set: (visible: boolean) => void;
  /** Somebody points at something. */
  readonly use: () => void;
}

export const createManualVisibility = (): ManualVisibility => {
  let visible = true;
  const listeners = new Set<(visible: boolean) => void>();
  const users = new Set<() => void>();
  return {
    visible: () => visible,
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    onUse: (listener) => {
      users.add(listener);
      return () => {
        users.delete(listener);
      };
    },
    use: () => {
      for (const user of users) user();
    },
    set: (next) => {
      visible = next;
      for (const listener of listeners) listener(next);
    },
  };
};

export interface ManualPressure extends Pressure {
  readonly set: (level: PressureLevel) => void;
}

const createManualPressure = (): ManualPressure => {
  let level: PressureLevel = "free";
  const listeners = new Set<(level: PressureLevel) => void>();
  return {
    level: () => level,
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    set: (next) => {
      level = next;
      for (const listener of listeners) listener(next);
    },
  };
};

/** Time, eyes and service as a test wants them: somebody looks, nothing is short, and every choice of chance is its largest. */
export const createManualDay = () => ({
  clock: createManualClock(),
  visibility: createManualVisibility(),
  pressure: createManualPressure(),
  chance: () => 1,
});
