import { dayOf, instantOf } from "#shared/domain/day.ts";
import { ENTRY_FIELDS, type CheckInCells } from "#shared/domain/checkInSheet/fields.ts";
import {
  checkInStateOf,
  planCheckIns,
  type CheckInPlan,
  type PlannedCheckInRow,
} from "#shared/domain/checkInSheet/plan.ts";
import { withReadings } from "#shared/domain/checkInSheet/rows.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { cellText, sameCell } from "#shared/domain/sheet/fields.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { untilStill } from "../sheet/fieldTable.ts";
import { entriesOf, rowsIn } from "../sheet/outbox.ts";
import { isUncertain, reportOf } from "../sheet/push.ts";
import { byRow, isWritten, PUSHES, type Settled } from "../sheet/settle.ts";
import type { RowResult, SheetFailure } from "../sheet/sheetState.ts";
import { showProgress } from "../sheet/steps/sending.ts";
import type { CheckInDeps } from "./checkInState.ts";
import type { CheckInTable, CheckInWorkbook } from "./checkInWorkbook.ts";
import type { CheckInMemory, CheckInView } from "./parts.ts";

/** What every step of a session works with. */
export interface CheckInParts {
  readonly deps: CheckInDeps;
  readonly workbook: CheckInWorkbook;
  readonly memory: CheckInMemory;
  readonly view: CheckInView;
  readonly outbox: Outbox;
}

export interface CheckedCheckIns {
  readonly table: CheckInTable;
  readonly plan: CheckInPlan;
}

/** Reads the sheet and says what a push of it would store. Changes nothing anywhere. */
export const readPlan = async (
  { deps, workbook, memory }: CheckInParts,
  frame: Frame,
): Promise<Result<CheckedCheckIns, SheetFailure>> => {
  const read = await workbook.read();
  if (!read.ok) return read;
  const table = read.value;
  const { baseline } = memory.now();
  if (!table) return err({ type: "TableMissing" });
  if (!baseline) return err({ type: "MemoryMissing" });
  const { spreadsheet, texts, clock } = deps;
  const locale = await spreadsheet.locale();
  const now = instantOf(clock.now());
  const { vocabulary } = texts;
  return ok({
    table,
    plan: planCheckIns({ rows: table.rows, baseline, frame, vocabulary, locale, now }, table.missing),
  });
};

const NO_REMARKS: CheckInCells = { change: "", message: "", marks: "" };

/** What is said about a row in the row itself. */
const remarksOf = (
  row: PlannedCheckInRow | undefined,
  pushed: { readonly stored: boolean; readonly result: RowResult | undefined },
  { vocabulary: { words }, problem, result }: CheckInDeps["texts"],
): CheckInCells => {
  const { states, headers } = words;
  const state = row ? checkInStateOf(row) : "empty";
  const stored = state === "empty" && pushed.stored ? states.stored : "";
  const marked = (row?.problems ?? []).filter(({ severity }) => severity === "error");
  return {
    ...NO_REMARKS,
    change: state === "empty" ? stored : states[state],
    message: [...(pushed.result ? [result(pushed.result)] : []), ...(row?.problems ?? []).map(problem)].join("\n"),
    marks: marked.length === 0 ? "" : `|${[...new Set(marked.map(({ field }) => headers[field]))].join("|")}|`,
  };
};

/** The preview, and what it says about a row also in that row. */
export const checkCheckIns = async (
  parts: CheckInParts,
  frame: Frame,
): Promise<Result<CheckedCheckIns, SheetFailure>> => {
  const checked = await readPlan(parts, frame);
  if (!checked.ok) return checked;
  const { table, plan } = checked.value;
  const byPlace = new Map(plan.rows.map((row) => [row.at, row]));
  parts.view.patch({ preview: plan });
  const { report } = parts.view.opened() ?? {};
  const results = new Map(report?.failed.map(({ id, result }) => [id, result]));
  const written = await parts.workbook.patch(
    table,
    table.rows.map((row) => {
      const key = cellText(row.cells.key).trim().toLowerCase();
      const pushed = { stored: report?.stored.has(key) ?? false, result: results.get(key) };
      return { row, cells: remarksOf(byPlace.get(row.at), pushed, parts.deps.texts) };
    }),
  );
  return written.ok ? checked : written;
};

/** What was stored leaves its cells, unless they say something newer by now. [CK8] */
const clearedCells = (cells: CheckInCells, { cells: sent }: Settled): CheckInCells =>
  Object.fromEntries(
    ENTRY_FIELDS.filter((field) => cells[field] !== undefined && sameCell(cells[field], sent[field])).map((field) => [
      field,
      "",
    ]),
  );

const readingsOf = (stored: readonly Settled[]) =>
  new Map(
    stored.flatMap(({ id, checkIn }) => {
      const write = checkIn?.write;
      const said = write?.kind === "addCheckIn" ? write.checkIn : undefined;
      return said?.value === undefined ? [] : [[id, { value: said.value, at: said.at }] as const];
    }),
  );

/** Brings the sheet up to what was stored, and says what is to be remembered. */
const settle = async (
  { deps, workbook, memory }: CheckInParts,
  frame: Frame,
  stored: readonly Settled[],
): Promise<Result<void, SheetFailure>> => {
  const { baseline, push } = memory.now();
  if (!baseline) return ok(undefined);
  const today = dayOf(instantOf(deps.clock.now()));
  const { words } = deps.texts.vocabulary;
  const named = { ...baseline, pushes: [...baseline.pushes, push].slice(-PUSHES) };
  const next = withReadings(named, readingsOf(stored), { frame, today, words });
  const byKey = new Map(stored.map((one) => [one.id, one]));
  const patched = await untilStill(workbook.read, (table) =>
    workbook.patch(
      table,
      table.rows.flatMap((row) => {
        const key = cellText(row.cells.key).trim().toLowerCase();
        const one = byKey.get(key);
        const known = next.rows.get(key);
        return one && known ? [{ row, cells: { ...known.cells, ...clearedCells(row.cells, one) } }] : [];
      }),
    ),
  );
  if (!patched.ok) return patched;
  memory.outboxStore.alongside(next);
  memory.learn({ baseline: next });
  return ok(undefined);
};

const unkept = ({ memory }: CheckInParts): SheetFailure => memory.outboxStore.failure() ?? { type: "Unexpected" };

/**
 * Sends what the outbox holds and brings the sheet up to what was answered. Repeating it stores nothing twice.
 * @returns why some of it could not be sent
 */
const send = async (parts: CheckInParts, frame: Frame): Promise<Result<AccessError | undefined, SheetFailure>> => {
  const { outbox, view, memory } = parts;
  const stopShowing = showProgress(parts);
  const end = await outbox.run();
  stopShowing();
  const { entries } = outbox.state.get();
  const stored = byRow(entries).filter(({ checkIn }) => isWritten(checkIn));
  const settled = await settle(parts, frame, stored);
  if (!settled.ok) return settled;
  // Memory after the cells, and the outbox with the memory: a stop in between repeats the push, which stores nothing twice.
  const over = entries.filter((entry) => !isUncertain(entry)).map(({ id }) => id);
  const kept = await outbox.forget(new Set(over));
  if (!kept.ok) return err(unkept(parts));
  const { checkIns, failed } = reportOf(entries);
  view.patch({ report: { checkIns, failed, stored: new Set(stored.map(({ id }) => id)) } });
  view.showMemory(memory.now().baseline, rowsIn(outbox.state.get().entries));
  return ok(end.failure);
};

/** What an earlier push left behind goes first: then everybody knows what was stored. */
export const finishEarlier = async (parts: CheckInParts, frame: Frame): Promise<Result<void, SheetFailure>> => {
  if (parts.outbox.state.get().entries.length === 0) return ok(undefined);
  // What only this device knew of is in the workbook from now on.
  const kept = await parts.outbox.add([]);
  if (!kept.ok) return err(unkept(parts));
  const sent = await send(parts, frame);
  if (!sent.ok) return sent;
  return sent.value ? err(sent.value) : ok(undefined);
};

/** Whether the person saw all of it. */
const wereShown = (rows: readonly PlannedCheckInRow[], shown: CheckInPlan): boolean => {
  const changes = new Map(shown.rows.map((row) => [row.id, row.changes]));
  return rows.every((row) => JSON.stringify(row.changes) === JSON.stringify(changes.get(row.id)));
};

/** Keeps each check-in with its id before anything is sent. [CK8] */
const keepRows = async (
  parts: CheckInParts,
  { rows }: CheckInTable,
  ready: readonly PlannedCheckInRow[],
): Promise<Result<void, SheetFailure>> => {
  const { deps, outbox } = parts;
  const author = await deps.signIn.current();
  if (!author.ok) return author;
  const newId = deps.ids.guid;
  const pushing = { group: newId(), author: author.value, nowMs: deps.clock.now(), newId };
  const cellsAt = new Map(rows.map(({ at, cells }) => [at, cells]));
  const entries = ready.flatMap((row) => {
    const { current, confidence, note } = cellsAt.get(row.at) ?? {};
    return entriesOf(row, { current: current ?? "", confidence: confidence ?? "", note: note ?? "" }, pushing);
  });
  const kept = await outbox.add(entries);
  return kept.ok ? kept : err(unkept(parts));
};

/** Sends what is ready: everything, or the chosen rows. Nothing that the shown preview did not say. [CK9] */
export const pushCheckIns = async (
  parts: CheckInParts,
  frame: Frame,
  chosen: ReadonlySet<string> | undefined,
): Promise<Result<unknown, SheetFailure>> => {
  const shown = parts.view.opened()?.preview;
  const earlier = await finishEarlier(parts, frame);
  if (!earlier.ok) return earlier;
  const checked = await readPlan(parts, frame);
  if (!checked.ok) return checked;
  const { plan, table } = checked.value;
  const ready = plan.rows.filter((row) => checkInStateOf(row) === "ready" && (chosen?.has(row.id) ?? true));
  const unseen = shown !== undefined && !wereShown(ready, shown);
  if (unseen) parts.view.patch({ renewed: true });
  if (unseen || ready.length === 0) return checkCheckIns(parts, frame);
  const kept = await keepRows(parts, table, ready);
  if (!kept.ok) return kept;
  const sent = await send(parts, frame);
  if (!sent.ok) return sent;
  const after = await checkCheckIns(parts, frame);
  if (!after.ok) return after;
  return sent.value ? err(sent.value) : after;
};
