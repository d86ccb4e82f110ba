import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { lostRows } from "../journal.ts";
import type { OutboxEntry } from "../outbox.ts";
import type { PushReport, SheetFailure } from "../sheetState.ts";
import type { Workbook } from "../workbook.ts";
import type { SheetParts } from "./parts.ts";
import { sendEntries } from "./sending.ts";

const nameLostRows = async (
  workbook: Workbook,
  outbox: readonly OutboxEntry[],
): Promise<Result<void, SheetFailure>> => {
  const table = await workbook.read();
  if (!table.ok) return table;
  return table.value ? workbook.patch(table.value, lostRows(table.value.rows, outbox)) : ok(undefined);
};

const failureIn = (report: PushReport | undefined): AccessError | undefined => {
  for (const { result } of report?.failed ?? []) if (result.type === "Failed") return result.error;
  return undefined;
};

/** What an earlier push left behind goes first: then everybody knows what was stored. */
export const finishEarlier = async (parts: SheetParts, frame: Frame): Promise<Result<void, SheetFailure>> => {
  const { workbook, memory, view } = parts;
  const { outbox } = memory.now();
  if (outbox.length === 0) return ok(undefined);
  const named = await nameLostRows(workbook, outbox);
  if (!named.ok) return named;
  const kept = await memory.begin(outbox);
  if (!kept.ok) return kept;
  const conflicts = await sendEntries(parts, frame, outbox);
  if (!conflicts.ok) return conflicts;
  const failure = memory.now().outbox.length > 0 ? failureIn(view.opened()?.report) : undefined;
  if (failure) return err(failure);
  view.showConflicts(conflicts.value);
  return ok(undefined);
};
