import { describe, expect, it } from "@jest/globals";
import type { SaveAnswer, StoredWorkbook, WorkbookApi } from "#simulator/excel-host/client/api.ts";
import { createAutosave, type Autosave } from "#simulator/excel-host/client/autosave.ts";

interface Bench {
  readonly autosave: Autosave;
  readonly saves: (readonly [basedOn: number, snapshot: unknown])[];
  readonly states: string[];
  readonly conflicts: (StoredWorkbook | undefined)[];
  /** Runs the timer that is set, if any. */
  readonly timeUp: () => Promise<void>;
  document: string;
}

const bench = (answers: readonly SaveAnswer[]): Bench => {
  const queue = [...answers];
  let timer: (() => void) | undefined;
  const state = {
    document: "first",
    saves: [] as [number, unknown][],
    states: [] as string[],
    conflicts: [] as (StoredWorkbook | undefined)[],
  };
  const api: Pick<WorkbookApi, "save"> = {
    save: async (basedOn, snapshot) => {
      state.saves.push([basedOn, snapshot]);
      return queue.shift() ?? { type: "Unreachable" };
    },
  };
  const autosave = createAutosave({
    api: api as WorkbookApi,
    snapshot: () => state.document,
    version: 3,
    delayMs: 600,
    setTimer: (work) => {
      timer = work;
      return () => {
        timer = undefined;
      };
    },
    onState: (next) => state.states.push(next),
    onConflict: (stored) => state.conflicts.push(stored),
  });
  return Object.assign(state, {
    autosave,
    timeUp: async () => {
      const due = timer;
      timer = undefined;
      due?.();
      await autosave.settled();
    },
  });
};

const saved = (version: number): SaveAnswer => ({ type: "Saved", version, savedAt: "2026-11-02T12:00:00Z" });

describe("saving by itself", () => {
  it("[XG4] saves once after a quiet time, each time based on the last saved version", async () => {
    const test = bench([saved(4), saved(5)]);
    test.document = "second";
    test.autosave.changed();
    test.autosave.changed();
    await test.timeUp();
    test.document = "third";
    test.autosave.changed();
    await test.timeUp();
    expect(test.saves).toEqual([
      [3, "second"],
      [4, "third"],
    ]);
    expect(test.states.at(-1)).toBe("saved");
    expect(test.autosave.hasUnsaved()).toBe(false);
  });

  it("[XG6] sends nothing when the workbook is as it was, for example after moving the selection", async () => {
    const test = bench([]);
    test.autosave.changed();
    await test.timeUp();
    expect(test.saves).toEqual([]);
    expect(test.states.at(-1)).toBe("saved");
  });

  it("[XG6] tries again after the server could not be reached", async () => {
    const test = bench([{ type: "Unreachable" }, saved(4)]);
    test.document = "second";
    test.autosave.changed();
    await test.timeUp();
    expect(test.states.at(-1)).toBe("failed");
    expect(test.autosave.hasUnsaved()).toBe(true);
    await test.timeUp();
    expect(test.saves).toEqual([
      [3, "second"],
      [3, "second"],
    ]);
    expect(test.autosave.hasUnsaved()).toBe(false);
  });

  it("[XG5] stops at a conflict and overwrites the other window's workbook only on request", async () => {
    const theirs = { version: 9, savedAt: "2026-11-02T12:00:00Z", snapshot: "theirs" };
    const test = bench([{ type: "StaleVersion", stored: theirs }, saved(10)]);
    test.document = "mine";
    test.autosave.changed();
    await test.timeUp();
    expect(test.conflicts).toEqual([theirs]);
    test.autosave.changed();
    await test.timeUp();
    expect(test.saves).toHaveLength(1);
    expect(await test.autosave.keepMine()).toBe(true);
    expect(test.saves.at(-1)).toEqual([9, "mine"]);
  });

  it("can put an opened file in the workbook's place", async () => {
    const test = bench([saved(4)]);
    expect(await test.autosave.replace("opened file")).toBe(true);
    expect(test.saves).toEqual([[3, "opened file"]]);
  });
});
