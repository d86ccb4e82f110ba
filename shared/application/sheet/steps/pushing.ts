import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { isReady, isRemoval, type PlannedRow, type SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { writeRemarks, type Checked } from "../check.ts";
import { entriesOf } from "../outbox.ts";
import type { OpenSheet, SheetFailure } from "../sheetState.ts";
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

/** All that a push would do with a row, as the person saw it. */
const saying = (row: PlannedRow): string => JSON.stringify([isRemoval(row), row.changes]);

/** Whether the person saw all of it: these rows with these changes. */
const wereShown = (rows: readonly PlannedRow[], shown: SheetPlan): boolean => {
  const seen = new Map(shown.rows.map((row) => [row.id, saying(row)]));
  return rows.every((row) => saying(row) === seen.get(row.id));
};

/** Objectives to be deleted below which somebody has put key results meanwhile: they stay. [SE31] */
const inUse = async (
  { deps: { okrRepository } }: SheetParts,
  ready: readonly PlannedRow[],
): Promise<Result<readonly PlannedRow[], AccessError>> => {
  const records = ready.flatMap(({ action }) => (action?.kind === "removeObjective" ? [action.base] : []));
  if (records.length === 0) return ok([]);
  const read = await okrRepository.readOkrs({
    cycleKeys: [...new Set(records.map(({ cycleKey }) => cycleKey))],
    units: [...new Set(records.map(({ unitKey }) => unitKey))],
  });
  if (!read.ok) return read;
  const leaving = new Set<string>(ready.flatMap((row) => (row.type === "keyResult" && row.action ? [row.id] : [])));
  const used = new Set<string>(
    read.value.keyResults.filter(({ id }) => !leaving.has(id)).map(({ objectiveId }) => objectiveId),
  );
  return ok(ready.filter((row) => isRemoval(row) && used.has(row.id)));
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
  if (!again.ok) return again;
  const { plan, hints } = again.value;
  parts.view.patch({ preview: { plan, hints, outdated: false, renewed: true } });
  return again;
};

const sendRows = async (
  parts: SheetParts,
  frame: Frame,
  table: Checked["table"],
  wanted: readonly PlannedRow[],
): Promise<Result<unknown, SheetFailure>> => {
  const asked = await inUse(parts, wanted);
  if (!asked.ok) return asked;
  const used = asked.value;
  const prepared = await prepare(
    parts,
    table,
    wanted.filter((row) => !used.includes(row)),
  );
  if (!prepared.ok) return prepared;
  if (!prepared.value) return showAnew(parts, frame);
  const sent = await sendOutbox(parts, frame);
  if (!sent.ok) return sent;
  tellUsed(parts, used);
  return checkSheet(parts, frame);
};

/** Says of rows that were not sent why not. */
const tellUsed = ({ view }: SheetParts, used: readonly PlannedRow[]): void => {
  const report = view.opened()?.report ?? { stored: 0, checkIns: 0, failed: [], undoable: 0 };
  const failed = used.map(({ id, title }) => ({ id, title, result: { type: "InUse" } as const }));
  if (used.length > 0) view.patch({ report: { ...report, failed: [...report.failed, ...failed] } });
};

/** Records that a push would delete and the person has not agreed to delete yet. */
const unconfirmed = (ready: readonly PlannedRow[], confirmed: ReadonlySet<string>): readonly PlannedRow[] => {
  const removals = ready.filter(isRemoval);
  return removals.every(({ id }) => confirmed.has(id)) ? [] : removals;
};

interface Asked {
  readonly shown: SheetPlan | undefined;
  readonly chosen: ReadonlySet<string> | undefined;
  readonly confirmed: ReadonlySet<string>;
}

/** What the person has to see or answer before these rows may be sent. */
const questionBefore = (
  { plan, hints }: Pick<Checked, "plan" | "hints">,
  ready: readonly PlannedRow[],
  { shown, chosen, confirmed }: Asked,
): Pick<OpenSheet, "preview" | "deleting"> | undefined => {
  if (shown && !wereShown(ready, shown)) return { preview: { plan, hints, outdated: false, renewed: true } };
  const removals = unconfirmed(ready, confirmed);
  return removals.length === 0 ? undefined : { deleting: { rows: removals, ...(chosen ? { chosen } : {}) } };
};

/**
 * Sends what is ready: everything, or the chosen rows and what they need. Nothing that the shown preview did not say, and nothing
 * is deleted that the person did not agree to delete. [SE19] [SE31]
 */
export const pushRows = async (
  parts: SheetParts,
  frame: Frame,
  chosen: ReadonlySet<string> | undefined,
  confirmed: ReadonlySet<string> = new Set(),
): Promise<Result<unknown, SheetFailure>> => {
  const { view } = parts;
  const shown = view.opened()?.preview?.plan;
  const earlier = await finishEarlier(parts, frame);
  if (!earlier.ok) return earlier;
  // The rows are told what was found about them at the end, when most of it no longer holds.
  const checked = await previewSheet(parts, frame);
  if (!checked.ok) return checked;
  const { plan, table } = checked.value;
  const ready = readyRows(plan.rows, chosen);
  const question = questionBefore(checked.value, ready, { shown, chosen, confirmed });
  if (question || ready.length === 0) {
    const written = await writeRemarks(parts.workbook, checked.value, view.opened() ?? {}, parts.deps.texts);
    // Last, because an answer that comes while something is still being written would not be heard.
    if (question) view.patch(question);
    return written;
  }
  return sendRows(parts, frame, table, ready);
};
