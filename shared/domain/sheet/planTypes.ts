import type { Day, Instant } from "../day.ts";
import type { CycleKey, KeyResultId, Revision, UnitKey } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Frame } from "../okr/okrSet.ts";
import type { Person } from "../okr/person.ts";
import type { Baseline } from "./baseline.ts";
import type { EditableField, SheetRow } from "./fields.ts";
import type { RowProblem } from "./problem.ts";
import type { RowState, RowType, Vocabulary } from "./words.ts";

/** Everything a plan is made from. */
export interface PlanInput {
  readonly rows: readonly SheetRow[];
  readonly baseline: Baseline;
  readonly frame: Frame;
  /** People whose names are understood: those in the baseline and those the directory found. */
  readonly people: readonly Person[];
  /** Names for which the directory gave no answer. */
  readonly unasked: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  /** BCP 47, of the workbook. */
  readonly locale: string;
  readonly now: Instant;
  readonly today: Day;
  /** Ids that an unfinished push gave to new rows. */
  readonly begun: ReadonlySet<string>;
  readonly newId: (row: SheetRow) => string;
}

export type Shown = string | number | undefined;

/** One readable change: days as `YYYY-MM-DD`, everything else as the sheet shows it. */
export interface FieldChange {
  readonly field: EditableField;
  readonly before: Shown;
  readonly after: Shown;
}

export type RowAction =
  | { readonly kind: "createObjective"; readonly record: Objective }
  | { readonly kind: "createKeyResult"; readonly record: KeyResult }
  | {
      readonly kind: "changeObjective";
      readonly base: Objective;
      readonly revision: Revision;
      readonly record: Objective;
    }
  | {
      readonly kind: "changeKeyResult";
      readonly base: KeyResult;
      readonly revision: Revision;
      readonly record: KeyResult;
    }
  | { readonly kind: "removeObjective"; readonly base: Objective; readonly revision: Revision }
  | { readonly kind: "removeKeyResult"; readonly base: KeyResult; readonly revision: Revision };

/** A new reading; who and when is added when it is sent. */
export interface PlannedCheckIn {
  readonly keyResultId: KeyResultId;
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
  readonly value?: number;
  readonly confidence?: number;
  readonly note: string;
}

export interface PlannedRow {
  /** Place in the table; absent for a key result that is not in the sheet and follows its objective elsewhere. */
  readonly at?: number;
  readonly id: string;
  /** Absent while nobody can say. */
  readonly type?: RowType;
  readonly title: string;
  readonly isNew: boolean;
  /** The person wants its record deleted. */
  readonly marked?: true;
  /** The record is not where it was pulled from any more. */
  readonly gone?: true;
  readonly action?: RowAction;
  readonly checkIn?: PlannedCheckIn;
  readonly changes: readonly FieldChange[];
  readonly problems: readonly RowProblem[];
  /** New rows, or rows that move, which have to be stored with or before this one. */
  readonly needs: readonly string[];
}

export interface SheetPlan {
  /** In the order of the sheet; empty rows are left out. */
  readonly rows: readonly PlannedRow[];
  readonly counts: Readonly<Record<RowState, number>>;
  /** Columns that were deleted, so that their fields cannot be edited. */
  readonly missing: readonly EditableField[];
}

export const hasError = ({ problems }: Pick<PlannedRow, "problems">): boolean =>
  problems.some(({ severity }) => severity === "error");

export const isRemoval = ({ action }: Pick<PlannedRow, "action">): boolean =>
  action?.kind === "removeObjective" || action?.kind === "removeKeyResult";

/** `changed` wins over `checkIn` where a row is both. */
export const stateOf = (row: PlannedRow): RowState => {
  if (hasError(row)) return "problem";
  if (row.gone) return "gone";
  if (isRemoval(row)) return "delete";
  if (row.action) return row.isNew ? "new" : "changed";
  return row.checkIn ? "checkIn" : "unchanged";
};

export const isReady = (row: PlannedRow): boolean => {
  const state = stateOf(row);
  return state !== "problem" && state !== "unchanged" && state !== "gone";
};
