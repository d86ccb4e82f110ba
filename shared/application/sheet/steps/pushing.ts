import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { isReady, type PlannedRow, type SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { writeRemarks, type Checked } from "../check.ts";
import { entriesOf } from "../outbox.ts";
import type { SheetFailure } from "../sheetState.ts";
import { checkSheet, previewSheet } from "./checking.ts";
import type { SheetParts } from "./parts.ts";
import { finishEarlier, keepEntries } from "./recovery.ts";
import { sendOutbox } from "./sending.ts";

/** Rows that the chosen ones cannot do without. */
const withNeeds = (rows: readonly PlannedRow[], chosen: ReadonlySet<string>): ReadonlySet<string> => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all = new Set<string>();
  const queue = [...chosen];
  for (const id of queue) {
    if (all.has(id)) continue;
    all.add(id);
    queue.push(...(byId.get(id)?.needs ?? []));
  }
  return all;
};

const readyRows = (rows: readonly PlannedRow[], chosen: ReadonlySet<string> | undefined): readonly PlannedRow[] => {
  const ready = rows.filter(isReady);
  if (!chosen) return ready;
  const wanted = withNeeds(rows, chosen);
  return ready.filter((row) => wanted.has(row.id) || (row.at === undefined && row.needs.some((id) => wanted.has(id))));
};

/** Whether the person saw all of it: these rows with these changes. */
const wereShown = (rows: readonly PlannedRow[], shown: SheetPlan): boolean => {
  const changes = new Map(shown.rows.map((row) => [row.id, row.changes]));
  return rows.every((row) => JSON.stringify(row.changes) === JSON.stringify(changes.get(row.id)));
};

/**
 * Gives every row what it needs to be sent, and keeps that before anything is.
 * @returns false where somebody edited or moved one of them at this very moment: then nothing may be sent
 */
const prepare = async (
  parts: SheetParts,
  table: Checked["table"],
  ready: readonly PlannedRow[],
): Promise<Result<boolean, SheetFailure>> => {
  const { deps, workbook } = parts;
  const author = await deps.signIn.current();
  if (!author.ok) return author;
  const newId = deps.ids.guid;
  const pushing = { group: newId(), author: author.value, nowMs: deps.clock.now(), newId };
  const rowAt = new Map(table.rows.map((row) => [row.at, row]));
  const placed = ready.map((planned) => ({
    planned,
    row: planned.at === undefined ? undefined : rowAt.get(planned.at),
  }));
  const entries = placed.flatMap(({ planned, row }) => entriesOf(planned, row?.cells ?? {}, pushing));
  // Keys first, then the outbox: a key alone sends nothing, an entry without its key in the sheet would be stored twice.
  const keys = placed.flatMap(({ planned, row }) => (row ? [{ row, cells: { key: planned.id } }] : []));
  const named = await workbook.patch(table, keys);
  if (!named.ok) return named;
  if (named.value.size > 0) return ok(false);
  const kept = await keepEntries(parts, entries);
  return kept.ok ? ok(true) : kept;
};

/** The sheet moved while it was looked at: what a push would do now is shown first. */
const showAnew = async (parts: SheetParts, frame: Frame): Promise<Result<unknown, SheetFailure>> => {
  const again = await checkSheet(parts, frame);
  if (again.ok) parts.view.patch({ preview: { plan: again.value.plan, outdated: false, renewed: true } });
  return again;
};

const sendRows = async (
  parts: SheetParts,
  frame: Frame,
  table: Checked["table"],
  ready: readonly PlannedRow[],
): Promise<Result<unknown, SheetFailure>> => {
  const prepared = await prepare(parts, table, ready);
  if (!prepared.ok) return prepared;
  if (!prepared.value) return showAnew(parts, frame);
  const sent = await sendOutbox(parts, frame);
  return sent.ok ? checkSheet(parts, frame) : sent;
};

/** Sends what is ready: everything, or the chosen rows and what they need. Nothing that the shown preview did not say. [SE19] */
export const pushRows = async (
  parts: SheetParts,
  frame: Frame,
  chosen: ReadonlySet<string> | undefined,
): Promise<Result<unknown, SheetFailure>> => {
  const shown = parts.view.opened()?.preview?.plan;
  const earlier = await finishEarlier(parts, frame);
  if (!earlier.ok) return earlier;
  // The rows are told what was found about them at the end, when most of it no longer holds.
  const checked = await previewSheet(parts, frame);
  if (!checked.ok) return checked;
  const { plan, table } = checked.value;
  const ready = readyRows(plan.rows, chosen);
  const unseen = shown !== undefined && !wereShown(ready, shown);
  if (unseen) parts.view.patch({ preview: { plan, outdated: false, renewed: true } });
  if (unseen || ready.length === 0) {
    return writeRemarks(parts.workbook, checked.value, parts.view.opened()?.report, parts.deps.texts);
  }
  return sendRows(parts, frame, table, ready);
};
