import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { rebase, type Choices } from "#shared/domain/sheet/merge.ts";
import type { Result } from "#shared/domain/result.ts";
import type { OutboxEntry } from "../outbox.ts";
import type { RowConflict, SheetFailure } from "../sheetState.ts";
import { checkSheet } from "./checking.ts";
import type { SheetParts } from "./parts.ts";
import { sendEntries } from "./sending.ts";

/** Stores what the person chose, on top of what is stored now. [SE14] */
export const resolveRow = async (
  parts: SheetParts,
  frame: Frame,
  { id, title, action, now }: RowConflict,
  choices: Choices,
): Promise<Result<unknown, SheetFailure>> => {
  const { workbook, memory, view } = parts;
  const table = await workbook.read();
  if (!table.ok) return table;
  const rebased = rebase(action, now, choices);
  if (!rebased) return checkSheet(parts, frame);
  const row = table.value?.rows.find(({ cells }) => cells.key === id);
  const entry: OutboxEntry = { id, title, cells: row?.cells ?? {}, action: rebased };
  const kept = await memory.begin([...memory.now().outbox, entry]);
  if (!kept.ok) return kept;
  const conflicts = await sendEntries(parts, frame, memory.now().outbox);
  if (!conflicts.ok) return conflicts;
  view.dropConflicts(new Set([id]));
  view.showConflicts(conflicts.value);
  return checkSheet(parts, frame);
};
