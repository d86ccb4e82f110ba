import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry } from "../outbox.ts";
import { send } from "../push.ts";
import type { RowConflict, SheetFailure } from "../sheetState.ts";
import type { SheetParts } from "./parts.ts";

/** Sends entries that the outbox holds, shows how far that is, and remembers what became of them. */
export const sendEntries = async (
  { deps, workbook, memory, view }: SheetParts,
  frame: Frame,
  entries: readonly OutboxEntry[],
): Promise<Result<readonly RowConflict[], SheetFailure>> => {
  const { baseline, push } = memory.now();
  if (!baseline) return ok([]);
  const signal = view.signal();
  const progress = (done: number, total: number): void => {
    // Once stopped, everything left is over at once and says nothing about what was stored.
    if (!signal.aborted) view.patch({ activity: { kind: "pushing", done, total, stop: "possible" } });
  };
  progress(0, entries.length);
  const sent = await send(deps, workbook, { push, frame, baseline, entries, signal, progress });
  if (!sent.ok) return sent;
  memory.learn({ baseline: sent.value.baseline, outbox: sent.value.left });
  view.patch({ report: sent.value.report });
  view.showMemory(memory.now());
  return ok(sent.value.conflicts);
};
