/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Milliseconds, by the speed of the last half minute; undefined while too little is known. */
  readonly msLeft: number | undefined;
}

/** The speed of longer ago says little about the next minute. */
const WINDOW_MS = 30_000;
/** Below this a speed is chance. */
const ENOUGH_MS = 1000;

export interface ProgressMeter {
  readonly now: () => Progress;
  /** So many are settled by now. */
  readonly reached: (done: number) => void;
  readonly expect: (total: number) => void;
}

export const createProgress = (nowMs: () => number): ProgressMeter => {
  let total = 0;
  let done = 0;
  let marks: readonly { readonly atMs: number; readonly done: number }[] = [{ atMs: nowMs(), done: 0 }];

  const msLeft = (): number | undefined => {
    const first = marks[0];
    const last = marks.at(-1);
    if (!first || !last || last.atMs - first.atMs < ENOUGH_MS || last.done === first.done) return undefined;
    const msEach = (last.atMs - first.atMs) / (last.done - first.done);
    return Math.max(0, Math.round(msEach * (total - last.done) - (nowMs() - last.atMs)));
  };

  return {
    now: () => ({ done, total, msLeft: msLeft() }),
    reached: (count) => {
      done = Math.max(done, Math.min(count, total));
      const atMs = nowMs();
      const first = marks.findLastIndex((mark) => atMs - mark.atMs > WINDOW_MS);
      // The last one before the window stays, so that a pause counts as one.
      marks = [...marks.slice(Math.max(0, first)).filter((mark) => mark.atMs !== atMs), { atMs, done }];
    },
    expect: (count) => {
      total = Math.max(count, done);
    },
  };
};
