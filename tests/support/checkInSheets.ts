/** Monday's sheet over the OKRs of tests/support/sheets.ts, as it looks right after a pull. */
import { createCheckInSession, type CheckInSession } from "#shared/application/checkInSheet/checkInSession.ts";
import type { OpenCheckIns } from "#shared/application/checkInSheet/checkInState.ts";
import {
  CHECK_IN_FIELDS,
  type CheckInCells,
  type CheckInField,
  type CheckInSheetRow,
} from "#shared/domain/checkInSheet/fields.ts";
import {
  planCheckIns,
  type CheckInPlan,
  type CheckInPlanInput,
  type CheckInRowProblem,
  type PlannedCheckInRow,
} from "#shared/domain/checkInSheet/plan.ts";
import { checkInBaseline, type CheckInBaseline } from "#shared/domain/checkInSheet/rows.ts";
import { createCheckInVocabulary } from "#shared/domain/checkInSheet/words.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { CHECK_IN_WORDS } from "../../excel-addin/tools/checkIns/text/words.ts";
import { depsOver, type SessionParts } from "./excelSession.ts";
import { frame, NOW, okrs } from "./sheets.ts";
import { day } from "./okrs.ts";

export const checkInEnglish = createCheckInVocabulary(CHECK_IN_WORDS.en, Object.values(CHECK_IN_WORDS));

export const checkInsOf = (set: OkrSet): CheckInBaseline =>
  checkInBaseline(
    set,
    frame,
    () => true,
    { book: "book", pushes: [], scope: { unit: "all", below: true }, pulledAt: NOW, today: day("2026-02-16") },
    checkInEnglish.words,
  );

export const pulled: CheckInBaseline = checkInsOf(okrs);

/** The rows of the sheet as pulled, with what is filled in by key. */
export const filled = (
  entries: Readonly<Record<string, CheckInCells>>,
  base: CheckInBaseline = pulled,
): readonly CheckInSheetRow[] =>
  [...base.rows].map(([id, { cells }], at) => ({
    at,
    cells: { ...cells, current: "", confidence: "", note: "", ...entries[id], key: id },
  }));

export const planOf = (rows: readonly CheckInSheetRow[], more: Partial<CheckInPlanInput> = {}): CheckInPlan =>
  planCheckIns({ rows, baseline: pulled, frame, vocabulary: checkInEnglish, locale: "en-GB", now: NOW, ...more });

export const plannedAt = ({ rows }: CheckInPlan, id: string): PlannedCheckInRow | undefined =>
  rows.find((row) => row.id === id);

const codeOf = ({ cause: { problem } }: CheckInRowProblem): string => ("code" in problem ? problem.code : problem.type);

export const codesOf = (row: PlannedCheckInRow | undefined): readonly string[] =>
  (row?.problems ?? []).map((problem) => `${problem.field}: ${codeOf(problem)}`);

export const checkInSession = (parts: SessionParts): CheckInSession =>
  createCheckInSession({
    ...depsOver(parts),
    texts: { vocabulary: checkInEnglish, problem: codeOf, result: ({ type }) => type },
  });

export const openCheckIns = (session: CheckInSession): OpenCheckIns => {
  const state = session.state.get();
  if (state.kind !== "ready") throw new Error(state.kind);
  return state;
};

const columnOf = (field: CheckInField): string => String.fromCodePoint(65 + CHECK_IN_FIELDS.indexOf(field));

/** Row of the sheet that carries the key, as Excel counts. */
export const rowOf = (id: string): number => {
  for (let row = 2; row < 40; row += 1) {
    if (simulatedExcel.value(`Check-ins!${columnOf("key")}${row}`) === id) return row;
  }
  throw new Error(`${id} is not in the sheet`);
};

export const fillIn = (id: string, field: CheckInField, text: string): void =>
  void simulatedExcel.type(`Check-ins!${columnOf(field)}${rowOf(id)}`, text);

export const cellAt = (id: string, field: CheckInField): string | number | boolean =>
  simulatedExcel.value(`Check-ins!${columnOf(field)}${rowOf(id)}`);
