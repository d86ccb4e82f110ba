import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { NewEntry } from "../../outbox/entries.ts";
import { lostRows } from "../journal.ts";
import type { SheetFailure } from "../sheetState.ts";
import type { SheetParts } from "./parts.ts";
import { sendOutbox } from "./sending.ts";

/** Keeps entries in the workbook and on this device before anything is sent. */
export const keepEntries = async (
  { memory, outbox }: SheetParts,
  entries: readonly NewEntry[],
): Promise<Result<void, SheetFailure>> => {
  const kept = await outbox.add(entries);
  return kept.ok ? kept : err(memory.outboxStore.failure() ?? { type: "Unexpected" });
};

const nameLostRows = async ({ workbook, outbox }: SheetParts): Promise<Result<void, SheetFailure>> => {
  const named = await workbook.bringUpToDate(({ rows }) => lostRows(rows, outbox.state.get().entries));
  return named.ok ? ok(undefined) : named;
};

/** What an earlier push left behind goes first: then everybody knows what was stored. */
export const finishEarlier = async (parts: SheetParts, frame: Frame): Promise<Result<void, SheetFailure>> => {
  if (parts.outbox.state.get().entries.length === 0) return ok(undefined);
  const named = await nameLostRows(parts);
  if (!named.ok) return named;
  // What only this device knew of is in the workbook from now on.
  const kept = await keepEntries(parts, []);
  if (!kept.ok) return kept;
  const sent = await sendOutbox(parts, frame);
  if (!sent.ok) return sent;
  return sent.value.failure ? err(sent.value.failure) : ok(undefined);
};
