import { dayOf, instantOf } from "#shared/domain/day.ts";
import type { InitiativeCells } from "#shared/domain/initiativeSheet/fields.ts";
import { planInitiatives } from "#shared/domain/initiativeSheet/plan.ts";
import {
  initiativeStateOf,
  type InitiativePlan,
  type PlannedInitiative,
} from "#shared/domain/initiativeSheet/planTypes.ts";
import { initiativeLabels } from "#shared/domain/initiativeSheet/rows.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { isEmptyCell } from "#shared/domain/sheet/fields.ts";
import { readLine } from "#shared/domain/sheet/readCells.ts";
import { begunIds } from "../sheet/outbox.ts";
import { findPeople } from "../sheet/people.ts";
import type { RowResult, SheetFailure } from "../sheet/sheetState.ts";
import type { InitiativeSheetTexts } from "./initiativeSheetState.ts";
import type { InitiativeTable } from "./initiativeWorkbook.ts";
import type { InitiativeParts } from "./parts.ts";

export interface CheckedInitiatives {
  readonly table: InitiativeTable;
  readonly plan: InitiativePlan;
}

/** Reads the sheet and says what a push of it would store. Changes nothing anywhere. */
export const readInitiativePlan = async (
  { deps, workbook, memory, outbox }: InitiativeParts,
  frame: Frame,
): Promise<Result<CheckedInitiatives, SheetFailure>> => {
  const read = await workbook.read();
  if (!read.ok) return read;
  const table = read.value;
  const { baseline, people } = memory.now();
  if (!table) return err({ type: "TableMissing" });
  if (!baseline) return err({ type: "MemoryMissing" });
  const { spreadsheet, texts, clock, directory } = deps;
  const known = initiativeLabels(baseline, people);
  const named = table.rows
    .map(({ cells }) => readLine(cells.owner))
    .filter((text) => known.people.find(text).type === "none");
  const found = await findPeople(directory, named, people);
  if (!found.ok) return found;
  memory.learn({ people: [...people, ...found.value.people] });
  const begun = begunIds(outbox.state.get().entries);
  const plan = planInitiatives(
    {
      rows: table.rows,
      baseline,
      frame,
      people: memory.now().people,
      unasked: found.value.unasked,
      vocabulary: texts.vocabulary,
      locale: await spreadsheet.locale(),
      today: dayOf(instantOf(clock.now())),
      begun,
      newId: memory.idsFor(table.rows, (id) => baseline.rows.has(id) || begun.has(id)),
    },
    table.missing,
  );
  return ok({ table, plan });
};

const changeOf = (
  row: PlannedInitiative,
  failed: RowResult | undefined,
  stored: boolean,
  { vocabulary: { words } }: InitiativeSheetTexts,
): string => {
  // A mark stays, whatever else is to be said about the row.
  if (row.marked) return words.states.delete;
  const state = initiativeStateOf(row);
  if (state === "problem") return words.states.problem;
  if (state !== "unchanged") return failed ? words.results.failed : words.states[state];
  return stored ? words.results.stored : "";
};

const remarksOf = (
  row: PlannedInitiative,
  failed: RowResult | undefined,
  stored: boolean,
  texts: InitiativeSheetTexts,
): InitiativeCells => {
  const { headers } = texts.vocabulary.words;
  const marked = row.problems.filter(({ severity }) => severity === "error");
  return {
    change: changeOf(row, failed, stored, texts),
    message: [...(failed ? [texts.result(failed)] : []), ...row.problems.map(texts.problem)].join("\n"),
    marks: marked.length === 0 ? "" : `|${[...new Set(marked.map(({ field }) => headers[field]))].join("|")}|`,
  };
};

const NO_REMARKS: InitiativeCells = { change: "", message: "", marks: "" };

/** What is said about each row in the row itself; a key that was lost comes back. */
const writeRemarks = (
  { workbook, view, deps }: InitiativeParts,
  { table, plan }: CheckedInitiatives,
): Promise<Result<unknown, SheetFailure>> => {
  const { report } = view.opened() ?? {};
  const results = new Map(report?.failed.map(({ id, result }) => [id, result]));
  const byPlace = new Map(plan.rows.map((row) => [row.at, row]));
  return workbook.patch(
    table,
    table.rows.map((row) => {
      const planned = byPlace.get(row.at);
      if (!planned) return { row, cells: NO_REMARKS };
      const key = planned.isNew || !isEmptyCell(row.cells.key) ? {} : { key: planned.id };
      const stored = report?.storedRows.has(planned.id) ?? false;
      return { row, cells: { ...remarksOf(planned, results.get(planned.id), stored, deps.texts), ...key } };
    }),
  );
};

/** The preview, and what it says about a row also in that row. */
export const checkInitiatives = async (
  parts: InitiativeParts,
  frame: Frame,
): Promise<Result<CheckedInitiatives, SheetFailure>> => {
  const checked = await readInitiativePlan(parts, frame);
  if (!checked.ok) return checked;
  parts.view.patch({ preview: checked.value.plan });
  const written = await writeRemarks(parts, checked.value);
  return written.ok ? checked : written;
};
