import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { labelsFor } from "#shared/domain/sheet/compose.ts";
import { columnOf } from "#shared/domain/sheet/conflicts.ts";
import { showField } from "#shared/domain/sheet/render.ts";
import type { EntryRefusal, OutboxEntry } from "#shared/ports/outboxStore.ts";
import { isRemoval } from "../outbox/entries.ts";
import { contextOf } from "./outbox.ts";
import { byRow, isWritten } from "./settle.ts";
import type { PushReport, RowConflict, RowResult, SheetTexts } from "./sheetState.ts";

const refusedResult = (reason: EntryRefusal): RowResult => {
  switch (reason.type) {
    case "Gone":
      return { type: "Gone" };
    case "Invalid":
      return { type: "Refused", message: reason.message };
    case "Forbidden":
      return { type: "Failed", error: reason };
    case "ChangedSince":
      return { type: "Conflict", modifiedBy: reason.modifiedBy };
  }
};

/** What became of an entry that is not simply stored. */
const resultOf = (entry: OutboxEntry | undefined): RowResult | undefined => {
  const state = entry?.state;
  switch (state?.type) {
    case undefined:
    case "done":
      return undefined;
    case "waiting":
      return state.failure ? { type: "Failed", error: state.failure } : { type: "Waiting" };
    case "sending":
      return { type: "Waiting" };
    case "conflict":
      return { type: "Conflict", modifiedBy: state.modifiedBy };
    case "refused":
      return refusedResult(state.reason);
  }
};

export const reportOf = (entries: readonly OutboxEntry[]): Omit<PushReport, "undoable"> => {
  const rows = byRow(entries);
  return {
    stored: rows.filter(({ action }) => isWritten(action)).length,
    checkIns: rows.filter(({ checkIn }) => isWritten(checkIn)).length,
    failed: rows.flatMap(({ id, title, action, checkIn }) => {
      const result = resultOf(action) ?? resultOf(checkIn);
      return result ? [{ id, title, result }] : [];
    }),
  };
};

/** Nobody knows whether these arrived; they are sent again first next time. What never left is still said by its row. */
export const isUncertain = ({ state }: OutboxEntry): boolean =>
  state.type === "sending" || (state.type === "waiting" && state.failure !== undefined);

/** What somebody else changed in the same columns, as the sheet shows it. [SE14] */
export const conflictsIn = (
  entries: readonly OutboxEntry[],
  { frame, baseline, texts }: { readonly frame: Frame; readonly baseline: Baseline; readonly texts: SheetTexts },
): readonly RowConflict[] => {
  const labels = labelsFor(baseline, frame);
  const { words } = texts.vocabulary;
  return entries.flatMap((entry) => {
    const { state, label: title } = entry;
    if (state.type !== "conflict") return [];
    const kind = "ambition" in state.stored ? "objective" : "keyResult";
    const fields = state.clashes.flatMap(({ field: name, base, mine, theirs }) => {
      const field = columnOf(kind, name);
      const show = (value: unknown) => (field === undefined ? undefined : showField(field, value, labels, words));
      return field === undefined ? [] : [{ field, base: show(base), mine: show(mine), theirs: show(theirs) }];
    });
    const removal = isRemoval(entry.write) ? { removal: true as const } : {};
    return [{ id: contextOf(entry).row, title, modifiedBy: state.modifiedBy, fields, entry, ...removal }];
  });
};
