import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { byField, type ColumnChoices } from "#shared/domain/sheet/conflicts.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { decided } from "../../outbox/entries.ts";
import { contextOf } from "../outbox.ts";
import { conflictsIn } from "../push.ts";
import type { RowConflict, SheetFailure } from "../sheetState.ts";
import { checkSheet } from "./checking.ts";
import type { SheetParts } from "./parts.ts";
import { keepEntries } from "./recovery.ts";
import { sendOutbox } from "./sending.ts";

/** Stores what the person chose, on top of what is stored now. [SE14] */
export const resolveRow = async (
  parts: SheetParts,
  frame: Frame,
  { id, entry }: RowConflict,
  choices: ColumnChoices,
): Promise<Result<unknown, SheetFailure>> => {
  const { deps, workbook, memory, view } = parts;
  const { baseline } = memory.now();
  if (!baseline || entry.state.type !== "conflict") return ok(undefined);
  const table = await workbook.read();
  if (!table.ok) return table;
  const kind = "ambition" in entry.state.stored ? "objective" : "keyResult";
  const fields = entry.state.clashes.map(({ field }) => field);
  const { state, ...next } = decided(entry, byField(kind, fields, choices));
  if (state.type === "conflict") {
    // What was chosen raises another question, for example a measure that cannot be.
    view.showConflicts(conflictsIn([{ ...next, state }], { frame, baseline, texts: deps.texts }));
    return ok(undefined);
  }
  const cells = table.value?.rows.find((row) => row.cells.key === id)?.cells ?? {};
  const context = { ...contextOf(entry), cells };
  const kept = await keepEntries(parts, [{ ...next, id: deps.ids.guid(), context }]);
  if (!kept.ok) return kept;
  const sent = await sendOutbox(parts, frame);
  return sent.ok ? checkSheet(parts, frame) : sent;
};
