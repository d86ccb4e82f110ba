import { dayOf, instantOf } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { ownersIn } from "#shared/domain/sheet/compose.ts";
import { isEmptyCell, type Cells } from "#shared/domain/sheet/fields.ts";
import { planSheet } from "#shared/domain/sheet/plan.ts";
import { stateOf, type PlannedRow, type SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { readLine } from "#shared/domain/sheet/readCells.ts";
import type { SheetWords } from "#shared/domain/sheet/words.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { findPeople } from "./people.ts";
import type { createRowIds } from "./rowIds.ts";
import type { OpenSheet, RowResult, SheetDeps, SheetFailure, SheetTexts } from "./sheetState.ts";
import type { ReadTable, Workbook } from "./workbook.ts";

export interface Checked {
  readonly table: ReadTable;
  readonly plan: SheetPlan;
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

/** What Drumbeat says about a row in the row itself. [SE32] */
const remarksOf = (
  row: PlannedRow,
  pushed: RowResult | undefined,
  stored: boolean,
  { vocabulary, problem, result }: SheetTexts,
): Cells => {
  const { headers } = vocabulary.words;
  const marked = row.problems.filter(({ severity }) => severity === "error");
  return {
    change: changeOf(row, pushed, stored, vocabulary.words),
    message: [...(pushed ? [result(pushed)] : []), ...row.problems.map(problem)].join("\n"),
    marks: marked.length === 0 ? "" : `|${[...new Set(marked.map(({ field }) => headers[field]))].join("|")}|`,
  };
};

const NO_REMARKS: Cells = { change: "", message: "", marks: "" };

/** Remarks for every row, also for those that have nothing to say any more. */
const remarks = (table: ReadTable, plan: SheetPlan, { report, storedRows }: Pushed, texts: SheetTexts) => {
  const results = new Map(report?.failed.map(({ id, result }) => [id, result]));
  const byPlace = new Map(plan.rows.map((row) => [row.at, row]));
  return table.rows.map((row) => {
    const planned = byPlace.get(row.at);
    if (!planned) return { row, cells: NO_REMARKS };
    // A key that was lost comes back. [SE23]
    const key = planned.isNew || !isEmptyCell(row.cells.key) ? {} : { key: planned.id };
    return {
      row,
      cells: { ...remarksOf(planned, results.get(planned.id), storedRows?.has(planned.id) ?? false, texts), ...key },
    };
  });
};

/** Writes at each row what was found about it, and why the last push did not store it. */
export const writeRemarks = (
  workbook: Workbook,
  { table, plan }: Pick<Checked, "table" | "plan">,
  pushed: Pushed,
  texts: SheetTexts,
): Promise<Result<unknown, SheetFailure>> =>
  // A row that was edited at this moment keeps what is said about it until the next look.
  workbook.patch(table, remarks(table, plan, pushed, texts));

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
  const plan = planSheet(
    {
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
    },
    table.columns.missing,
  );
  return ok({ table, plan, people: [...people, ...found.value.people] });
};
