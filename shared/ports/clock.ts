export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** Calls back once after that many milliseconds; the result cancels it. */
  readonly after: (ms: number, call: () => void) => () => void;
}

export interface ClockDep {
  readonly clock: Clock;
}
