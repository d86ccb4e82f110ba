import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { byField, type ColumnChoices } from "#shared/domain/sheet/conflicts.ts";
import type { Choices } from "#shared/domain/merge/threeWay.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { decided, isRemoval } from "../../outbox/entries.ts";
import { contextOf } from "../outbox.ts";
import { conflictsIn } from "../push.ts";
import type { RowConflict, SheetFailure } from "../sheetState.ts";
import { checkSheet } from "./checking.ts";
import type { SheetParts } from "./parts.ts";
import { keepEntries } from "./recovery.ts";
import { sendOutbox } from "./sending.ts";

/** A record that somebody changed is not deleted after all: nothing is sent, and its row is marked no more. [SE31] */
const unmark = async (parts: SheetParts, frame: Frame, id: string): Promise<Result<unknown, SheetFailure>> => {
  const { workbook, view } = parts;
  const written = await workbook.bringUpToDate(({ rows }) =>
    rows.filter(({ cells }) => cells.key === id).map((row) => ({ row, cells: { change: "" } })),
  );
  if (!written.ok) return written;
  view.dropConflicts(new Set([id]));
  const report = view.opened()?.report;
  if (report) view.patch({ report: { ...report, failed: report.failed.filter((row) => row.id !== id) } });
  return checkSheet(parts, frame);
};

/** What was chosen by field of the record. */
const chosenFields = ({ write, state }: OutboxEntry, choices: ColumnChoices): Choices => {
  if (state.type !== "conflict" || isRemoval(write)) return { removal: "mine" };
  const kind = "ambition" in state.stored ? "objective" : "keyResult";
  return byField(
    kind,
    state.clashes.map(({ field }) => field),
    choices,
  );
};

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
  if (isRemoval(entry.write) && choices.title !== "mine") return unmark(parts, frame, id);
  const table = await workbook.read();
  if (!table.ok) return table;
  const { state, ...next } = decided(entry, chosenFields(entry, choices));
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
