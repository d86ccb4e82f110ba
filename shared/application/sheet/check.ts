import { dayOf, instantOf } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { ownersIn } from "#shared/domain/sheet/compose.ts";
import { isEmptyCell, type Cells } from "#shared/domain/sheet/fields.ts";
import { planSheet } from "#shared/domain/sheet/plan.ts";
import { stateOf, type PlanInput, type PlannedRow, type SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { readLine } from "#shared/domain/sheet/readCells.ts";
import type { SheetWords } from "#shared/domain/sheet/words.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { findPeople } from "./people.ts";
import type { createRowIds } from "./rowIds.ts";
import type { OpenSheet, RowHint, RowHints, RowResult, SheetDeps, SheetFailure, SheetTexts } from "./sheetState.ts";
import type { ReadTable, Workbook } from "./workbook.ts";

export interface Checked {
  readonly table: ReadTable;
  readonly plan: SheetPlan;
  readonly hints: RowHints;
  /** Found on the way; asked once per opening of the pane. */
  readonly people: readonly Person[];
}

export interface CheckInput {
  readonly frame: Frame;
  readonly baseline: Baseline | undefined;
  readonly people: readonly Person[];
  readonly begun: ReadonlySet<string>;
  /** Given to rows without one. */
  readonly idsFor: ReturnType<typeof createRowIds>;
}

/** What the last push did. */
export type Pushed = Pick<OpenSheet, "report" | "storedRows">;

const changeOf = (
  row: PlannedRow,
  failed: RowResult | undefined,
  stored: boolean,
  { states, results }: SheetWords,
): string => {
  // A mark stays, whatever else is to be said about the row.
  if (row.marked) return states.delete;
  const state = stateOf(row);
  if (state === "problem") return states.problem;
  if (state !== "unchanged") return failed ? results.failed : states[state];
  return stored ? results.stored : "";
};

interface Said {
  readonly failed: RowResult | undefined;
  readonly stored: boolean;
  readonly hints: readonly RowHint[];
}

/** What Drumbeat says about a row in the row itself. [SE32] [SE38] */
const remarksOf = (
  row: PlannedRow,
  { failed, stored, hints }: Said,
  { vocabulary, problem, result }: SheetTexts,
): Cells => {
  const { headers } = vocabulary.words;
  const marked = row.problems.filter(({ severity }) => severity === "error");
  return {
    change: changeOf(row, failed, stored, vocabulary.words),
    message: [
      ...(failed ? [result(failed)] : []),
      ...row.problems.map(problem),
      ...hints.slice(0, 1).map(({ short }) => short),
    ].join("\n"),
    marks: marked.length === 0 ? "" : `|${[...new Set(marked.map(({ field }) => headers[field]))].join("|")}|`,
  };
};

const NO_REMARKS: Cells = { change: "", message: "", marks: "" };

type Remarkable = Pick<Checked, "table" | "plan" | "hints">;

/** Remarks for every row, also for those that have nothing to say any more. */
const remarks = ({ table, plan, hints }: Remarkable, { report, storedRows }: Pushed, texts: SheetTexts) => {
  const results = new Map(report?.failed.map(({ id, result }) => [id, result]));
  const byPlace = new Map(plan.rows.map((row) => [row.at, row]));
  return table.rows.map((row) => {
    const planned = byPlace.get(row.at);
    if (!planned) return { row, cells: NO_REMARKS };
    // A key that was lost comes back. [SE23]
    const key = planned.isNew || !isEmptyCell(row.cells.key) ? {} : { key: planned.id };
    const said: Said = {
      failed: results.get(planned.id),
      stored: storedRows?.has(planned.id) ?? false,
      hints: hints.get(row.at) ?? [],
    };
    return { row, cells: { ...remarksOf(planned, said, texts), ...key } };
  });
};

/** Writes at each row what was found about it, and why the last push did not store it. */
export const writeRemarks = (
  workbook: Workbook,
  checked: Remarkable,
  pushed: Pushed,
  texts: SheetTexts,
): Promise<Result<unknown, SheetFailure>> =>
  // A row that was edited at this moment keeps what is said about it until the next look.
  workbook.patch(checked.table, remarks(checked, pushed, texts));

/** Reads the sheet and compares it with what was pulled. Changes nothing anywhere. */
export const check = async (
  deps: SheetDeps,
  workbook: Workbook,
  { frame, baseline, people, begun, idsFor }: CheckInput,
): Promise<Result<Checked, SheetFailure>> => {
  const { directory, spreadsheet, texts, clock } = deps;
  const read = await workbook.read();
  if (!read.ok) return read;
  const table = read.value;
  if (!table) return err({ type: "TableMissing" });
  if (!baseline) return err({ type: "MemoryMissing" });
  const known = [...ownersIn(baseline), ...people];
  const found = await findPeople(
    directory,
    table.rows.map(({ cells }) => readLine(cells.owner)),
    known,
  );
  if (!found.ok) return found;
  const now = instantOf(clock.now());
  const input: PlanInput = {
    rows: table.rows,
    baseline,
    frame,
    people: [...known, ...found.value.people],
    unasked: found.value.unasked,
    vocabulary: texts.vocabulary,
    locale: await spreadsheet.locale(),
    now,
    today: dayOf(now),
    begun,
    newId: idsFor(table.rows, (id) => baseline.rows.has(id) || begun.has(id)),
  };
  const plan = planSheet(input, table.columns.missing);
  const hints = (await deps.hintsFor?.(input, plan)) ?? new Map<number, readonly RowHint[]>();
  return ok({ table, plan, hints, people: [...people, ...found.value.people] });
};
