/** What was asked of the simulator since it started or was last reset: `GET /sim/stats`. */

interface StatsReport {
  /** HTTP requests; a batch is one. */
  readonly outer: number;
  /** Requests inside batches. */
  readonly inner: number;
  readonly resourceUnits: number;
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
  readonly report: () => StatsReport;
  readonly reset: () => void;
}

export const createStats = (): Stats => {
  let outer = 0;
  let inner = 0;
  let resourceUnits = 0;
  let throttled = 0;
  let byOperation = new Map<string, number>();
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
      resourceUnits += units;
      byOperation.set(operation, (byOperation.get(operation) ?? 0) + 1);
    },
    report: () => ({ outer, inner, resourceUnits, throttled, byOperation: Object.fromEntries(byOperation) }),
    reset: () => {
      outer = inner = resourceUnits = throttled = 0;
      byOperation = new Map();
    },
  };
};
