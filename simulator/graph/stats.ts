/** What was asked of the simulator since it started or was last reset: `GET /sim/stats`. */

interface StatsReport {
  /** HTTP requests; a batch is one. */
  readonly outer: number;
  /** Requests inside batches. */
  readonly inner: number;
  readonly resourceUnits: number;
  /** The most that fell into one minute of the clock. */
  readonly peakResourceUnitsPerMinute: number;
  /** By the instant at which the minute began, `2026-03-16T12:00:00Z`; minutes without any are left out. */
  readonly resourceUnitsByMinute: Readonly<Record<string, number>>;
  /** Of the bodies of requests, as they were received. */
  readonly bytesIn: number;
  /** Of the bodies of answers that were sent, before any compression. */
  readonly bytesOut: number;
  /** Answers with 429, inside and outside batches. */
  readonly throttled: number;
  /** By method and path template. */
  readonly byOperation: Readonly<Record<string, number>>;
}

export interface Stats {
  readonly countOuter: () => void;
  readonly countInner: () => void;
  readonly countThrottled: () => void;
  readonly count: (operation: string, units: number) => void;
  readonly countBytes: (direction: "in" | "out", bytes: number) => void;
  readonly report: () => StatsReport;
  readonly reset: () => void;
}

const minute = 60_000;

/** @param now epoch milliseconds */
export const createStats = (now: () => number): Stats => {
  let [outer, inner, throttled] = [0, 0, 0];
  let bytes = { in: 0, out: 0 };
  let byOperation = new Map<string, number>();
  let byMinute = new Map<number, number>();
  const minutes = (): readonly (readonly [string, number])[] =>
    [...byMinute].map(([start, units]) => [`${new Date(start).toISOString().slice(0, 19)}Z`, units]);
  return {
    countOuter: () => {
      outer += 1;
    },
    countInner: () => {
      inner += 1;
    },
    countThrottled: () => {
      throttled += 1;
    },
    count: (operation, units) => {
      byOperation.set(operation, (byOperation.get(operation) ?? 0) + 1);
      const start = Math.floor(now() / minute) * minute;
      if (units > 0) byMinute.set(start, (byMinute.get(start) ?? 0) + units);
    },
    countBytes: (direction, length) => {
      bytes[direction] += length;
    },
    report: () => ({
      outer,
      inner,
      resourceUnits: [...byMinute.values()].reduce((sum, units) => sum + units, 0),
      peakResourceUnitsPerMinute: Math.max(0, ...byMinute.values()),
      resourceUnitsByMinute: Object.fromEntries(minutes()),
      bytesIn: bytes.in,
      bytesOut: bytes.out,
      throttled,
      byOperation: Object.fromEntries(byOperation),
    }),
    reset: () => {
      outer = inner = throttled = 0;
      bytes = { in: 0, out: 0 };
      byOperation = new Map();
      byMinute = new Map();
    },
  };
};
