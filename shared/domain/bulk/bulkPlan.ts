import type { Cell, Cells, EditableField } from "../sheet/fields.ts";
import type { RowProblem } from "../sheet/problem.ts";

/** One cell as it is and as it is to be. */
export interface BulkCell {
  readonly at: number;
  readonly field: EditableField;
  readonly before: Cell;
  readonly after: Cell;
}

/** A row to be added, made after the row at `of`. */
export interface BulkAddition {
  readonly of: number;
  readonly title: string;
  /** What differs from the row it was made after. */
  readonly changes: readonly Omit<BulkCell, "at">[];
  readonly cells: Cells;
}

/** Why something chosen was left alone. */
export type SkipReason =
  | "formula"
  | "noColumn"
  | "unreadable"
  | "followsObjective"
  | "notForRow"
  | "sameCycle"
  | "sameUnit"
  | "ownParent"
  | "parentNotObjective"
  /** Scores agreed beforehand do not fit the new start. */
  | "preScoreLeft";

export interface BulkSkip {
  readonly at: number;
  readonly field: EditableField;
  readonly reason: SkipReason;
}

/** What an operation would do to the cells of the sheet. */
export interface BulkPlan {
  /** In the order of the sheet. */
  readonly changes: readonly BulkCell[];
  readonly additions: readonly BulkAddition[];
  readonly skipped: readonly BulkSkip[];
}

/** With what a check would newly say about any row; added rows count on from the last row of the table. [BK12] */
export interface BulkPreview extends BulkPlan {
  readonly problems: readonly { readonly at: number; readonly problem: RowProblem }[];
}
