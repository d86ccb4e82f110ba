import type { StoredWorkbook, WorkbookApi } from "./api.ts";
import type { SaveState } from "./uiState.ts";

export interface AutosaveOptions {
  readonly api: WorkbookApi;
  readonly snapshot: () => unknown;
  /** Version that was loaded; 0 for a new workbook. */
  readonly version: number;
  /** Quiet time after a change before it is saved, milliseconds. */
  readonly delayMs: number;
  readonly setTimer: (work: () => void, delayMs: number) => () => void;
  readonly onState: (state: SaveState) => void;
  /** Another window saved in between. Nothing more is saved until `keepMine` or a reload. */
  readonly onConflict: (stored: StoredWorkbook | undefined) => void;
}

export interface Autosave {
  readonly changed: () => void;
  /** Saves at once if there is anything to save; true when the server has it all. */
  readonly flush: () => Promise<boolean>;
  /** After a conflict: this window's workbook replaces what is stored. */
  readonly keepMine: () => Promise<boolean>;
  readonly hasUnsaved: () => boolean;
  /** Resolves when no save is under way. */
  readonly settled: () => Promise<void>;
  /** Stores another snapshot in place of the workbook shown here, which is to be left afterwards. */
  readonly replace: (snapshot: unknown) => Promise<boolean>;
  /** Gives up what is not saved. */
  readonly abandon: () => void;
}

export const createAutosave = (options: AutosaveOptions): Autosave => {
  let { version } = options;
  let conflict: { readonly version: number } | undefined;
  let changes = 0;
  let saved = 0;
  let cancelTimer: (() => void) | undefined;
  let running: Promise<boolean> | undefined;
  let { snapshot } = options;
  // Moving the selection counts as a change of the workbook but leaves its content alone.
  let lastContent = JSON.stringify(options.snapshot());

  const schedule = (): void => {
    cancelTimer?.();
    cancelTimer = options.setTimer(() => void flush(), options.delayMs);
  };

  const attempt = async (): Promise<boolean> => {
    const upTo = changes;
    const next = snapshot();
    const content = JSON.stringify(next);
    if (content === lastContent) {
      saved = upTo;
      options.onState("saved");
      return true;
    }
    options.onState("saving");
    const answer = await options.api.save(version, next);
    switch (answer.type) {
      case "Saved":
        version = answer.version;
        lastContent = content;
        saved = upTo;
        options.onState(changes === saved ? "saved" : "unsaved");
        return true;
      case "StaleVersion":
        conflict = { version: answer.stored?.version ?? 0 };
        options.onState("failed");
        options.onConflict(answer.stored);
        return false;
      case "Unreachable":
        options.onState("failed");
        schedule();
        return false;
    }
  };

  const flush = async (): Promise<boolean> => {
    cancelTimer?.();
    if (running !== undefined) {
      await running;
      return flush();
    }
    if (conflict !== undefined) return false;
    if (changes === saved) return true;
    running = attempt();
    try {
      return await running;
    } finally {
      running = undefined;
    }
  };

  return {
    changed: () => {
      changes += 1;
      if (conflict !== undefined) return;
      schedule();
    },
    flush,
    keepMine: () => {
      version = conflict?.version ?? version;
      conflict = undefined;
      changes += 1;
      return flush();
    },
    hasUnsaved: () => changes !== saved && JSON.stringify(snapshot()) !== lastContent,
    settled: async () => {
      await running;
    },
    replace: (other) => {
      snapshot = () => other;
      changes += 1;
      return flush();
    },
    abandon: () => {
      cancelTimer?.();
      saved = changes;
    },
  };
};
