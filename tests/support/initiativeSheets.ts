/** The sheet of initiatives over the OKRs of tests/support/sheets.ts, as it looks right after a pull. */
import {
  createInitiativeSession,
  type InitiativeSession,
} from "#shared/application/initiativeSheet/initiativeSession.ts";
import type { OpenInitiativeSheet } from "#shared/application/initiativeSheet/initiativeSheetState.ts";
import {
  INITIATIVE_FIELDS,
  type InitiativeCells,
  type InitiativeField,
  type InitiativeSheetRow,
} from "#shared/domain/initiativeSheet/fields.ts";
import { planInitiatives } from "#shared/domain/initiativeSheet/plan.ts";
import type {
  InitiativePlan,
  InitiativePlanInput,
  InitiativeRowProblem,
  PlannedInitiative,
} from "#shared/domain/initiativeSheet/planTypes.ts";
import { initiativeBaseline, type InitiativeBaseline } from "#shared/domain/initiativeSheet/rows.ts";
import { createInitiativeVocabulary } from "#shared/domain/initiativeSheet/words.ts";
import { revision } from "#shared/domain/okr/ids.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import { INITIATIVE_WORDS } from "../../excel-addin/tools/initiatives/text/words.ts";
import { depsOver, type SessionParts } from "./excelSession.ts";
import { anInitiative, anInitiativeOf, day, guid, lena } from "./okrs.ts";
import { frame, NOW, okrs } from "./sheets.ts";

const initiativeEnglish = createInitiativeVocabulary(INITIATIVE_WORDS.en, Object.values(INITIATIVE_WORDS));

export const initiatives: readonly Initiative[] = [
  anInitiative(1, 1, { title: "Call ten shops", owner: lena, due: day("2026-02-20") }),
  anInitiative(2, 1, { title: "Second truck", state: "notStarted", note: "After the fair" }),
  anInitiativeOf(3, 2, { title: "Ask what they like", state: "done", link: "https://planner.example/3" }),
];

export const initiativesOf = (records: readonly Initiative[]): InitiativeBaseline =>
  initiativeBaseline(
    okrs,
    { initiatives: records, revisions: new Map(records.map(({ id }, n) => [id, revision(`"${n}"`)])) },
    { book: "book", pushes: [], scope: { unit: "all", below: true }, pulledAt: NOW },
    initiativeEnglish.words,
  );

export const pulledInitiatives: InitiativeBaseline = initiativesOf(initiatives);

/** The rows of the sheet as pulled, with what was typed by key. */
export const typedInto = (
  typed: Readonly<Record<string, InitiativeCells>> = {},
  base: InitiativeBaseline = pulledInitiatives,
): readonly InitiativeSheetRow[] =>
  [...base.rows].map(([id, { cells }], at) => ({ at, cells: { ...cells, change: "", key: id, ...typed[id] } }));

export const planOfInitiatives = (
  rows: readonly InitiativeSheetRow[],
  more: Partial<InitiativePlanInput> = {},
): InitiativePlan =>
  planInitiatives({
    rows,
    baseline: pulledInitiatives,
    frame,
    people: [],
    unasked: new Set(),
    vocabulary: initiativeEnglish,
    locale: "en-GB",
    today: day("2026-02-16"),
    begun: new Set(),
    newId: ({ at }) => guid("3", 900 + at),
    ...more,
  });

const codeOf = ({ cause: { problem } }: InitiativeRowProblem): string =>
  "code" in problem ? problem.code : problem.type;

export const codesOfRow = (row: PlannedInitiative | undefined): readonly string[] =>
  (row?.problems ?? []).map((problem) => `${problem.field}: ${codeOf(problem)}`);

export const initiativeSession = (parts: SessionParts): InitiativeSession =>
  createInitiativeSession({
    ...depsOver(parts),
    texts: { vocabulary: initiativeEnglish, problem: codeOf, result: ({ type }) => type },
  });

export const openInitiatives = (session: InitiativeSession): OpenInitiativeSheet => {
  const state = session.state.get();
  if (state.kind !== "ready") throw new Error(state.kind);
  return state;
};

export const initiativeColumn = (field: InitiativeField): string =>
  String.fromCodePoint(65 + INITIATIVE_FIELDS.indexOf(field));

/** Row of the sheet that carries the key, as Excel counts. */
export const initiativeRow = (id: string): number => {
  for (let row = 2; row < 40; row += 1) {
    if (simulatedExcel.value(`Initiatives!${initiativeColumn("key")}${row}`) === id) return row;
  }
  throw new Error(`${id} is not in the sheet`);
};

export const typeAt = (row: number, field: InitiativeField, text: string): void =>
  void simulatedExcel.type(`Initiatives!${initiativeColumn(field)}${row}`, text);

export const initiativeCell = (id: string, field: InitiativeField): string | number | boolean =>
  simulatedExcel.value(`Initiatives!${initiativeColumn(field)}${initiativeRow(id)}`);
