import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { Outbox } from "../../outbox/outbox.ts";
import { contextOf, isCheckIn, rowsIn } from "../outbox.ts";
import { conflictsIn, isUncertain, reportOf } from "../push.ts";
import { byRow, settle } from "../settle.ts";
import type { SheetFailure } from "../sheetState.ts";
import { renewMemory } from "./standing.ts";
import type { SheetParts } from "./parts.ts";
import type { SheetView } from "./sheetView.ts";

/** Silence after which a person wonders whether anything still happens. Microsoft 365 makes large pushes wait for minutes. */
const SILENCE_MS = 8_000;

interface Sending {
  readonly deps: ClockDep;
  readonly view: Pick<SheetView, "signal" | "show">;
  readonly outbox: Pick<Outbox, "state" | "cancel">;
}

/** Shows how far a run is, until that is told to stop. */
export const showProgress = ({ deps, view, outbox }: Sending): (() => void) => {
  const signal = view.signal();
  let stopWaiting = (): void => undefined;
  const show = (): void => {
    const { running } = outbox.state.get();
    // Once stopped, everything left is over at once and says nothing about what was stored.
    if (!running || signal.aborted) return;
    stopWaiting();
    const { done, total, msLeft } = running;
    const left = msLeft === undefined ? {} : { msLeft };
    const activity = { kind: "pushing", done, total, ...left, stop: "possible" } as const;
    view.show(activity);
    stopWaiting = deps.clock.after(SILENCE_MS, () => {
      if (!signal.aborted) view.show({ ...activity, waiting: true });
    });
  };
  signal.addEventListener("abort", outbox.cancel, { once: true });
  const unsubscribe = outbox.state.subscribe(show);
  return () => {
    unsubscribe();
    stopWaiting();
  };
};

/** Stored, by a push and not by taking one back. */
const canBeTakenBack = (entry: OutboxEntry): boolean =>
  entry.state.type === "done" && entry.undoes === undefined && !isCheckIn(entry);

/** What a row said is of no use any more once it is stored. */
const withoutCells = (entry: OutboxEntry): OutboxEntry => ({ ...entry, context: { ...contextOf(entry), cells: {} } });

/**
 * What can be taken back after a run. Another push takes the place of the one before; answers to its conflicts belong to it, and
 * taking back some of its rows leaves the others. [SE20] [SE30]
 */
export const undoableAfter = (
  before: readonly OutboxEntry[],
  entries: readonly OutboxEntry[],
): readonly OutboxEntry[] => {
  const pushes = new Set(entries.filter(({ undoes }) => undoes === undefined).map(({ group }) => group));
  const answered = new Set(entries.filter((entry) => !isUncertain(entry)).map(({ undoes }) => undoes));
  const stays = before.filter(({ id, group }) => !answered.has(id) && (pushes.size === 0 || pushes.has(group)));
  return [...stays, ...entries.filter(canBeTakenBack).map(withoutCells)];
};

/** How a run ended. */
export interface Sent {
  /** Why some of it could not be sent. */
  readonly failure?: AccessError;
  /** What was in the outbox, with what became of it. */
  readonly entries: readonly OutboxEntry[];
}

/**
 * Sends what the outbox holds, shows how far that is, brings the sheet up to what was answered and remembers it. Repeating it
 * stores nothing twice.
 */
export const sendOutbox = async (
  parts: SheetParts,
  frame: Frame,
  leaveTyped = false,
): Promise<Result<Sent, SheetFailure>> => {
  const { deps, workbook, memory, view, outbox } = parts;
  if (!memory.now().baseline) return ok({ entries: [] });
  const { push } = memory.now();
  const stopShowing = showProgress(parts);
  const end = await outbox.run();
  stopShowing();
  const { entries } = outbox.state.get();
  // Another pane may have pushed meanwhile; what it remembers is not to be lost.
  const renewed = await renewMemory(parts);
  if (!renewed.ok) return renewed;
  const { baseline, stored: before } = memory.now();
  if (!baseline) return ok({ entries });
  const settled = await settle(deps, workbook, { frame, baseline, push }, byRow(entries), leaveTyped);
  if (!settled.ok) return settled;
  // Memory after the cells, and the outbox with the memory: a stop in between repeats the push, which stores nothing twice.
  const stored = undoableAfter(before, entries);
  memory.outboxStore.alongside(settled.value, stored);
  const over = entries.filter((entry) => !isUncertain(entry));
  const kept = await outbox.forget(new Set(over.map(({ id }) => id)));
  if (!kept.ok) return err(memory.outboxStore.failure() ?? { type: "Unexpected" });
  memory.learn({ baseline: settled.value, stored });
  // What was taken back is not said of its row: the row is to be sent again.
  const written = entries.filter(({ state, undoes }) => state.type === "done" && undoes === undefined);
  const failed = new Set(entries.filter(({ state }) => state.type !== "done").map((entry) => contextOf(entry).row));
  const storedRows = new Set(written.map((entry) => contextOf(entry).row).filter((id) => !failed.has(id)));
  view.patch({ storedRows, report: { ...reportOf(entries), undoable: rowsIn(stored) } });
  view.showMemory(memory.now(), rowsIn(outbox.state.get().entries));
  view.dropConflicts(new Set(entries.map((entry) => contextOf(entry).row)));
  view.showConflicts(conflictsIn(entries, { frame, baseline: settled.value, texts: deps.texts }));
  return ok({ entries, ...(end.failure ? { failure: end.failure } : {}) });
};
