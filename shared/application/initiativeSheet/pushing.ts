import { INITIATIVE_ENTRIES, type InitiativeCells } from "#shared/domain/initiativeSheet/fields.ts";
import {
  isInitiativeReady,
  type InitiativeAction,
  type InitiativePlan,
  type PlannedInitiative,
} from "#shared/domain/initiativeSheet/planTypes.ts";
import { instantOf } from "#shared/domain/day.ts";
import { changesBetween } from "#shared/domain/merge/records.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { NewEntry } from "../outbox/entries.ts";
import { planUndo } from "../outbox/undo.ts";
import { lostRows } from "../sheet/journal.ts";
import { contextOf, type RowContext } from "../sheet/outbox.ts";
import { isUncertain, reportOf } from "../sheet/push.ts";
import type { SheetFailure } from "../sheet/sheetState.ts";
import { showProgress, undoableAfter } from "../sheet/steps/sending.ts";
import { checkInitiatives, readInitiativePlan } from "./checking.ts";
import { conflictsAmong } from "./conflicts.ts";
import type { OpenInitiativeSheet } from "./initiativeSheetState.ts";
import type { InitiativeTable } from "./initiativeWorkbook.ts";
import type { InitiativeParts } from "./parts.ts";
import { settleInitiatives } from "./settling.ts";

const writeOf = (action: InitiativeAction): Pick<NewEntry, "write" | "base"> => {
  switch (action.kind) {
    case "createInitiative":
      return { write: { kind: action.kind, initiative: action.record } };
    case "changeInitiative": {
      const { kind, base, record, revision: basedOn } = action;
      return { base, write: { kind, id: base.id, basedOn, changes: changesBetween(base, record) } };
    }
    case "removeInitiative": {
      const { kind, base, revision: basedOn } = action;
      return { base, write: { kind, id: base.id, basedOn } };
    }
  }
};

/** Keeps entries in the workbook and on this device before anything is sent. */
export const keepInitiativeEntries = async (
  { memory, outbox }: InitiativeParts,
  entries: readonly NewEntry[],
): Promise<Result<void, SheetFailure>> => {
  const kept = await outbox.add(entries);
  return kept.ok ? kept : err(memory.outboxStore.failure() ?? { type: "Unexpected" });
};

/**
 * Sends what the outbox holds, brings the sheet up to what was answered and remembers it. Repeating it stores nothing twice. [IS7]
 * @param leaveTyped leaves the cells as they were typed, although the store says something else again
 * @returns why some of it could not be sent
 */
export const sendInitiatives = async (
  parts: InitiativeParts,
  frame: Frame,
  leaveTyped = false,
): Promise<Result<AccessError | undefined, SheetFailure>> => {
  const { memory, view, outbox, deps } = parts;
  const stopShowing = showProgress(parts);
  const end = await outbox.run();
  stopShowing();
  const { entries } = outbox.state.get();
  const last = undoableAfter(memory.now().stored, entries);
  const settled = await settleInitiatives(parts, frame, { entries, last, leaveTyped });
  if (!settled.ok) return settled;
  // Memory after the cells, and the outbox with the memory: a stop in between repeats the push, which stores nothing twice.
  const over = entries.filter((entry) => !isUncertain(entry)).map(({ id }) => id);
  const kept = await outbox.forget(new Set(over));
  if (!kept.ok) return err(memory.outboxStore.failure() ?? { type: "Unexpected" });
  const { stored, failed } = reportOf(entries);
  // What was taken back is not said of its row: the row is to be sent again.
  const done = entries.filter(({ state, undoes }) => state.type === "done" && undoes === undefined);
  const storedRows = new Set(done.map((entry) => contextOf(entry).row));
  view.patch({ report: { stored, failed, storedRows, ...(leaveTyped ? { undone: true } : {}) } });
  view.showMemory(memory, outbox);
  const answered = new Set(entries.map((entry) => contextOf(entry).row));
  const { baseline, people } = memory.now();
  const asked = view.opened()?.conflicts ?? [];
  view.patch({
    conflicts: [
      ...asked.filter(({ id }) => !answered.has(id)),
      ...(baseline ? conflictsAmong(entries, baseline, people, deps.texts.vocabulary) : []),
    ],
  });
  return ok(end.failure);
};

/** What an earlier push left behind goes first: then everybody knows what was stored. */
export const finishEarlierInitiatives = async (
  parts: InitiativeParts,
  frame: Frame,
): Promise<Result<void, SheetFailure>> => {
  const { entries } = parts.outbox.state.get();
  if (entries.length === 0) return ok(undefined);
  const named = await parts.workbook.bringUpToDate(({ rows }) => lostRows(rows, entries, INITIATIVE_ENTRIES));
  if (!named.ok) return named;
  // What only this device knew of is in the workbook from now on.
  const kept = await keepInitiativeEntries(parts, []);
  if (!kept.ok) return kept;
  const sent = await sendInitiatives(parts, frame);
  if (!sent.ok) return sent;
  return sent.value ? err(sent.value) : ok(undefined);
};

/** All that a push would do with a row, as the person saw it. */
const saying = ({ action, changes }: PlannedInitiative): string => JSON.stringify([action?.kind, changes]);

const wereShown = (rows: readonly PlannedInitiative[], shown: InitiativePlan): boolean => {
  const seen = new Map(shown.rows.map((row) => [row.id, saying(row)]));
  return rows.every((row) => saying(row) === seen.get(row.id));
};

/**
 * Gives every row what it needs to be sent, and keeps that before anything is.
 * @returns false where somebody edited or moved one of them at this very moment: then nothing may be sent
 */
const prepare = async (
  parts: InitiativeParts,
  table: InitiativeTable,
  ready: readonly PlannedInitiative[],
): Promise<Result<boolean, SheetFailure>> => {
  const { deps, workbook } = parts;
  const author = await deps.signIn.current();
  if (!author.ok) return author;
  const rowAt = new Map(table.rows.map((row) => [row.at, row]));
  const group = deps.ids.guid();
  const entries = ready.flatMap(({ at: place, id: row, title: label, action }): readonly NewEntry[] => {
    const context: RowContext<InitiativeCells> = { row, cells: rowAt.get(place)?.cells ?? {} };
    const common = {
      id: deps.ids.guid(),
      group,
      label,
      at: instantOf(deps.clock.now()),
      author: author.value,
      context,
    };
    return action ? [{ ...common, ...writeOf(action) }] : [];
  });
  const keys = ready.flatMap(({ at, id }) => {
    const row = rowAt.get(at);
    return row ? [{ row, cells: { key: id } }] : [];
  });
  // Keys first, then the outbox: a key alone sends nothing, an entry without its key in the sheet would be stored twice.
  const named = await workbook.patch(table, keys);
  if (!named.ok) return named;
  if (named.value.size > 0) return ok(false);
  const kept = await keepInitiativeEntries(parts, entries);
  return kept.ok ? ok(true) : kept;
};

const isRemoval = ({ action }: PlannedInitiative): boolean => action?.kind === "removeInitiative";

/** What the person has to see or answer before these rows may be sent. [IS5] [IS8] */
const questionBefore = (
  ready: readonly PlannedInitiative[],
  { shown, chosen, confirmed }: Asked,
): Pick<OpenInitiativeSheet, "renewed" | "deleting"> | undefined => {
  if (shown && !wereShown(ready, shown)) return { renewed: true };
  const removals = ready.filter(isRemoval);
  if (removals.every(({ id }) => confirmed.has(id))) return undefined;
  return { deleting: { rows: removals, ...(chosen ? { chosen } : {}) } };
};

interface Asked {
  readonly shown: InitiativePlan | undefined;
  readonly chosen: ReadonlySet<string> | undefined;
  readonly confirmed: ReadonlySet<string>;
}

const sendRows = async (
  parts: InitiativeParts,
  frame: Frame,
  table: InitiativeTable,
  ready: readonly PlannedInitiative[],
): Promise<Result<unknown, SheetFailure>> => {
  const prepared = await prepare(parts, table, ready);
  if (!prepared.ok) return prepared;
  // The sheet moved while it was looked at: what a push would do now is shown first.
  if (!prepared.value) parts.view.patch({ renewed: true });
  const sent = prepared.value ? await sendInitiatives(parts, frame) : ok(undefined);
  if (!sent.ok) return sent;
  const after = await checkInitiatives(parts, frame);
  return after.ok && sent.value ? err(sent.value) : after;
};

/**
 * Sends what is ready: everything, or the chosen rows. Nothing that the shown preview did not say, and nothing is deleted that the
 * person did not agree to delete. [IS5] [IS8]
 */
export const pushInitiatives = async (
  parts: InitiativeParts,
  frame: Frame,
  chosen: ReadonlySet<string> | undefined,
  confirmed: ReadonlySet<string> = new Set(),
): Promise<Result<unknown, SheetFailure>> => {
  const { view } = parts;
  const shown = view.opened()?.preview;
  const earlier = await finishEarlierInitiatives(parts, frame);
  if (!earlier.ok) return earlier;
  const checked = await readInitiativePlan(parts, frame);
  if (!checked.ok) return checked;
  const { plan, table } = checked.value;
  const ready = plan.rows.filter((row) => isInitiativeReady(row) && (chosen?.has(row.id) ?? true));
  const question = questionBefore(ready, { shown, chosen, confirmed });
  if (question || ready.length === 0) {
    const again = await checkInitiatives(parts, frame);
    // Last, because an answer that comes while something is still being written would not be heard.
    if (question) view.patch(question);
    return again;
  }
  return sendRows(parts, frame, table, ready);
};

/**
 * Takes back what the last push stored: initiatives that it made are removed, deleted ones made again, and fields that it changed
 * get their values back unless somebody changed them since. The sheet stays as it was typed. [IS10]
 */
export const undoInitiatives = async (parts: InitiativeParts, frame: Frame): Promise<Result<unknown, SheetFailure>> => {
  const { deps, memory } = parts;
  const earlier = await finishEarlierInitiatives(parts, frame);
  if (!earlier.ok) return earlier;
  const { stored } = memory.now();
  const plan = await planUndo(deps, stored);
  if (!plan.ok) return plan;
  const kept = await keepInitiativeEntries(parts, plan.value.entries);
  if (!kept.ok) return kept;
  const sent = await sendInitiatives(parts, frame, true);
  if (!sent.ok) return sent;
  const after = await checkInitiatives(parts, frame);
  return after.ok && sent.value ? err(sent.value) : after;
};
