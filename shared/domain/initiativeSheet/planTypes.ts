import type { Day } from "../day.ts";
import type { Revision } from "../okr/ids.ts";
import type { Initiative } from "../okr/initiative.ts";
import type { Frame } from "../okr/okrSet.ts";
import type { Person } from "../okr/person.ts";
import type { InitiativeProblem } from "../problems/initiativeProblems.ts";
import type { Severity } from "../problems/problem.ts";
import type { Shown } from "../sheet/planTypes.ts";
import type { ProblemCause } from "../sheet/problem.ts";
import type { InitiativeEntry, InitiativeField, InitiativeSheetRow } from "./fields.ts";
import type { InitiativeBaseline } from "./rows.ts";
import type { InitiativeRowState, InitiativeVocabulary } from "./words.ts";

/** What only this sheet can get wrong. */
export type InitiativeSheetOnlyProblem =
  /** Work that serves nothing moves nothing. */
  { readonly code: "servesMissing" };

/** A problem at a cell. An `error` keeps its row from being sent. */
export interface InitiativeRowProblem {
  readonly field: InitiativeField;
  readonly severity: Severity;
  readonly cause:
    | ProblemCause
    | { readonly from: "initiative"; readonly problem: InitiativeProblem }
    | { readonly from: "initiativeSheet"; readonly problem: InitiativeSheetOnlyProblem };
}

export type InitiativeAction =
  | { readonly kind: "createInitiative"; readonly record: Initiative }
  | {
      readonly kind: "changeInitiative";
      readonly base: Initiative;
      readonly revision: Revision;
      readonly record: Initiative;
    }
  | { readonly kind: "removeInitiative"; readonly base: Initiative; readonly revision: Revision };

/** One readable change: days as `YYYY-MM-DD`, everything else as the sheet shows it. */
export interface InitiativeChange {
  readonly field: InitiativeEntry;
  readonly before: Shown;
  readonly after: Shown;
}

export interface PlannedInitiative {
  /** Place in the table. */
  readonly at: number;
  readonly id: string;
  readonly title: string;
  readonly isNew: boolean;
  /** The person wants its record deleted. */
  readonly marked?: true;
  /** The record is not where it was pulled from any more. */
  readonly gone?: true;
  readonly action?: InitiativeAction;
  readonly changes: readonly InitiativeChange[];
  readonly problems: readonly InitiativeRowProblem[];
}

export interface InitiativePlan {
  /** In the order of the sheet; empty rows are left out. */
  readonly rows: readonly PlannedInitiative[];
  readonly counts: Readonly<Record<InitiativeRowState, number>>;
  /** Columns that were deleted, so that their fields cannot be edited. */
  readonly missing: readonly InitiativeEntry[];
}

export interface InitiativePlanInput {
  readonly rows: readonly InitiativeSheetRow[];
  readonly baseline: InitiativeBaseline;
  readonly frame: Frame;
  /** Whom the directory found beside those in the sheet. */
  readonly people: readonly Person[];
  /** Names for which the directory gave no answer. */
  readonly unasked: ReadonlySet<string>;
  readonly vocabulary: InitiativeVocabulary;
  /** BCP 47, of the workbook. */
  readonly locale: string;
  readonly today: Day;
  /** Ids that an unfinished push gave to new rows. */
  readonly begun: ReadonlySet<string>;
  readonly newId: (row: InitiativeSheetRow) => string;
}

export const initiativeStateOf = (row: PlannedInitiative): InitiativeRowState => {
  if (row.problems.some(({ severity }) => severity === "error")) return "problem";
  if (row.gone) return "gone";
  if (row.action?.kind === "removeInitiative") return "delete";
  if (row.action) return row.isNew ? "new" : "changed";
  return "unchanged";
};

export const isInitiativeReady = (row: PlannedInitiative): boolean => {
  const state = initiativeStateOf(row);
  return state === "new" || state === "changed" || state === "delete";
};
