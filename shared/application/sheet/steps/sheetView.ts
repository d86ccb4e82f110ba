import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { type Result } from "#shared/domain/result.ts";
import { createStore } from "../../store.ts";
import type { ActivityKind, OpenSheet, RowConflict, SheetFailure, SheetState } from "../sheetState.ts";
import type { Remembered } from "./sheetMemory.ts";

type OptionalKey = { [K in keyof OpenSheet]-?: undefined extends OpenSheet[K] ? K : never }[keyof OpenSheet];

/** What the pane shows of the sheet, and the one action that may run in it at a time. */
export const createSheetView = () => {
  const state = createStore<SheetState>({ kind: "starting" });
  let aborter = new AbortController();

  const opened = (): OpenSheet | undefined => {
    const now = state.get();
    return now.kind === "ready" ? now : undefined;
  };

  const patch = (change: Partial<OpenSheet>): void => {
    const now = opened();
    if (now) state.set({ ...now, ...change });
  };

  /** Drops what no longer holds; optional keys are removed, not set to undefined. */
  const clear = (...keys: readonly OptionalKey[]): void => {
    const now = opened();
    if (!now) return;
    const left = { ...now };
    for (const key of keys) delete left[key];
    state.set(left);
  };

  return {
    state,
    opened,
    patch,
    clear,
    signal: (): AbortSignal => aborter.signal,
    /** What is going on ends as soon as it can. */
    abort: (): void => {
      const activity = opened()?.activity;
      aborter.abort();
      if (activity?.stop) patch({ activity: { ...activity, stop: "asked" } });
    },
    /** Runs one action, shows that it runs, and shows what kept it from being carried out. */
    run: async (
      kind: ActivityKind,
      action: (frame: Frame) => Promise<Result<unknown, SheetFailure>>,
    ): Promise<void> => {
      const now = opened();
      if (!now || now.activity) return;
      aborter = new AbortController();
      clear("failure", "endangered", "pullFirst");
      patch({ activity: { kind, done: 0, total: 0 } });
      try {
        const result = await action(now.frame);
        if (!result.ok) patch({ failure: result.error });
      } finally {
        clear("activity");
      }
    },
    /** @param interrupted rows of a push that was not finished */
    showMemory: ({ baseline }: Remembered, interrupted: number): void => {
      if (!baseline) return clear("sheet");
      const { scope, pulledAt, rows } = baseline;
      patch({ sheet: { scope, pulledAt, rows: rows.size }, interrupted });
    },
    showConflicts: (conflicts: readonly RowConflict[]): void => {
      const renewed = new Set(conflicts.map(({ id }) => id));
      const others = opened()?.conflicts.filter(({ id }) => !renewed.has(id)) ?? [];
      patch({ conflicts: [...others, ...conflicts] });
    },
    /** These rows were sent again; what stood against them before is answered. */
    dropConflicts: (ids: ReadonlySet<string>): void => {
      patch({ conflicts: opened()?.conflicts.filter(({ id }) => !ids.has(id)) ?? [] });
    },
  };
};

export type SheetView = ReturnType<typeof createSheetView>;
