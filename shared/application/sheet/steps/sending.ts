import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry } from "../outbox.ts";
import { send } from "../push.ts";
import type { RowConflict, SheetFailure } from "../sheetState.ts";
import type { SheetParts } from "./parts.ts";

/** Silence after which a person wonders whether anything still happens. Microsoft 365 makes large pushes wait for minutes. */
const SILENCE_MS = 8_000;

/** Sends entries that the outbox holds, shows how far that is, and remembers what became of them. */
export const sendEntries = async (
  { deps, workbook, memory, view }: SheetParts,
  frame: Frame,
  entries: readonly OutboxEntry[],
): Promise<Result<readonly RowConflict[], SheetFailure>> => {
  const { baseline, push } = memory.now();
  if (!baseline) return ok([]);
  const signal = view.signal();
  let stopWaiting = (): void => undefined;
  const progress = (done: number, total: number): void => {
    stopWaiting();
    // Once stopped, everything left is over at once and says nothing about what was stored.
    if (signal.aborted) return;
    const activity = { kind: "pushing", done, total, stop: "possible" } as const;
    view.patch({ activity });
    stopWaiting = deps.clock.after(SILENCE_MS, () => {
      if (!signal.aborted) view.patch({ activity: { ...activity, waiting: true } });
    });
  };
  progress(0, entries.length);
  const sent = await send(deps, workbook, { push, frame, baseline, entries, signal, progress });
  stopWaiting();
  if (!sent.ok) return sent;
  memory.learn({ baseline: sent.value.baseline, outbox: sent.value.left });
  view.patch({ report: sent.value.report });
  view.showMemory(memory.now());
  return ok(sent.value.conflicts);
};
