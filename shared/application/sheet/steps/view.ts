import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Result } from "#shared/domain/result.ts";
import { createStore } from "../../store.ts";
import type { Activity, ActivityKind, NotOpened, SheetFailure } from "../sheetState.ts";

/** What a pane over any of our tables shows at least. */
interface Opened {
  readonly kind: "ready";
  readonly frame: Frame;
  readonly activity?: Activity;
  readonly failure?: SheetFailure;
}

type OptionalKey<O> = { [K in keyof O]-?: undefined extends O[K] ? K : never }[keyof O];

/**
 * What the pane shows of a table, and the one action that may run in it at a time.
 * @param questions what no longer holds once another action begins
 */
export const createView = <O extends Opened>(questions: readonly OptionalKey<O>[]) => {
  const state = createStore<O | NotOpened>({ kind: "starting" });
  let aborter = new AbortController();

  const opened = (): O | undefined => {
    const now = state.get();
    return now.kind === "ready" ? now : undefined;
  };

  const patch = (change: Partial<O>): void => {
    const now = opened();
    if (now) state.set({ ...now, ...change });
  };

  /** Drops what no longer holds; optional keys are removed, not set to undefined. */
  const clear = (...keys: readonly OptionalKey<O>[]): void => {
    const now = opened();
    if (!now) return;
    const left = { ...now };
    for (const key of keys) delete left[key];
    state.set(left);
  };

  const show = (activity: Activity): void => {
    const now = opened();
    if (now) state.set({ ...now, activity });
  };

  return {
    state,
    opened,
    patch,
    clear,
    show,
    signal: (): AbortSignal => aborter.signal,
    /** What is going on ends as soon as it can. */
    abort: (): void => {
      const activity = opened()?.activity;
      aborter.abort();
      if (activity?.stop) show({ ...activity, stop: "asked" });
    },
    /** Runs one action, shows that it runs, and shows what kept it from being carried out. */
    run: async (
      kind: ActivityKind,
      action: (frame: Frame) => Promise<Result<unknown, SheetFailure>>,
    ): Promise<void> => {
      const now = opened();
      if (!now || now.activity) return;
      aborter = new AbortController();
      clear(...questions);
      show({ kind, done: 0, total: 0 });
      try {
        const result = await action(now.frame);
        const then = opened();
        if (!result.ok && then) state.set({ ...then, failure: result.error });
      } finally {
        const then = opened();
        if (then) {
          const { activity: _over, ...left } = then;
          state.set(left as O);
        }
      }
    },
  };
};
