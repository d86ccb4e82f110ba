import type { Instant } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import type { EditableField, SheetField } from "#shared/domain/sheet/fields.ts";
import type { FieldChange, PlanInput, PlannedRow, Shown, SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import type { RowProblem } from "#shared/domain/sheet/problem.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { DirectoryDep } from "#shared/ports/directory.ts";
import type { GridDep } from "#shared/ports/grid.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { LocksDep } from "#shared/ports/locks.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import type { SpreadsheetDep, SpreadsheetError } from "#shared/ports/spreadsheet.ts";
import type { Vocabulary } from "#shared/domain/sheet/words.ts";

/** Words that are written into the sheet beside its own. */
export interface SheetTexts {
  readonly vocabulary: Vocabulary;
  readonly problem: (problem: RowProblem) => string;
  readonly result: (result: RowResult) => string;
}

/** All that reading a table needs of them. */
export interface VocabularyDep {
  readonly texts: Pick<SheetTexts, "vocabulary">;
}

export interface SheetTextsDep {
  readonly texts: SheetTexts;
}

/** What the writing rules suggest about a cell of a row, as it is read. */
export interface RowHint {
  readonly field: EditableField;
  /** Why, and how it could be instead. */
  readonly text: string;
  /** Why alone: for the cell, which makes its row as high as what it says. */
  readonly short: string;
}

/** By place in the table; the gravest of a row first. */
export type RowHints = ReadonlyMap<number, readonly RowHint[]>;

export interface HintsDep {
  /** About the rows that a push would store; empty where they cannot be fetched. Absent: nobody is to be told. [SE38] */
  readonly hintsFor?: (input: PlanInput, plan: SheetPlan) => Promise<RowHints>;
}

export type SheetDeps = OkrRepositoryDep &
  DirectoryDep &
  SignInDep &
  ClockDep &
  IdsDep &
  SpreadsheetDep &
  GridDep &
  KeepDep &
  LocksDep &
  HintsDep &
  SheetTextsDep;

/** What kept an action from being carried out. */
export type SheetFailure =
  | AccessError
  | SpreadsheetError
  /** The table is there, but what the workbook remembered about it is gone; only pulling again is safe. */
  | { readonly type: "MemoryMissing" }
  | { readonly type: "ColumnsMissing"; readonly fields: readonly SheetField[] };

/** The table as this workbook remembers it. */
export interface SheetStatus {
  readonly scope: SheetScope;
  readonly pulledAt: Instant;
  readonly rows: number;
  /** Rows of the last push that can be taken back; absent where there are none. */
  readonly undoable?: number;
}

/** What can be asked for without looking at the pane first. */
export type SheetCommand = "pull" | "check" | "push";

/** `filling` is the second half of pulling: what was read goes into the table. */
export type ActivityKind = "pulling" | "filling" | "checking" | "pushing";

export interface Activity {
  readonly kind: ActivityKind;
  readonly done: number;
  /** 0 while nobody knows. */
  readonly total: number;
  /** Milliseconds until the end, by the speed of the last half minute; absent while too little is known. */
  readonly msLeft?: number;
  /** Nothing was heard for a while: the service makes us wait, or does not answer. */
  readonly waiting?: true;
  /** Absent: it cannot be stopped where it is now. */
  readonly stop?: "possible" | "asked";
}

export interface ShownConflict {
  readonly field: EditableField;
  readonly base: Shown;
  readonly mine: Shown;
  readonly theirs: Shown;
}

/** A row that somebody else changed in the same fields meanwhile. */
export interface RowConflict {
  readonly id: string;
  readonly title: string;
  readonly modifiedBy: string;
  readonly fields: readonly ShownConflict[];
  /** It was to be deleted; `mine` of a field is nothing then. */
  readonly removal?: true;
  readonly entry: OutboxEntry;
}

/** What became of a row that was pushed and did not simply succeed. */
export type RowResult =
  | { readonly type: "Gone" }
  | { readonly type: "Refused"; readonly message: string }
  | { readonly type: "Waiting" }
  | { readonly type: "Failed"; readonly error: AccessError }
  | { readonly type: "Conflict"; readonly modifiedBy: string }
  /** It was to be deleted, and somebody has put key results below it. */
  | { readonly type: "InUse" };

export interface PushReport {
  readonly stored: number;
  readonly checkIns: number;
  readonly failed: readonly { readonly id: string; readonly title: string; readonly result: RowResult }[];
  /** Rows whose records can be taken back. */
  readonly undoable: number;
  /** A push was taken back: `stored` rows are as they were, and these stay. */
  readonly kept?: readonly KeptBack[];
}

/** A field that stays, with what is stored there. */
export interface KeptField {
  readonly field: EditableField;
  readonly now: Shown;
}

/** Something of a push that was to be taken back and stays. */
export interface KeptBack {
  readonly id: string;
  readonly title: string;
  /**
   * `fields`: only these, somebody changed them since. `changed`: the whole record was. `used`: somebody hung key results below
   * it. `gone`: it was removed or moved elsewhere. `refused`: the service did not take it.
   */
  readonly reason: "fields" | "changed" | "used" | "gone" | "refused";
  readonly fields: readonly KeptField[];
  readonly by?: string;
}

/** What taking back one row of the last push would do. */
export interface UndoRow {
  readonly id: string;
  readonly title: string;
  /** The record is removed, made again, or gets values back. */
  readonly kind: "remove" | "remake" | "restore";
  readonly changes: readonly FieldChange[];
  readonly kept: readonly KeptField[];
  /** Nothing of it can be taken back. */
  readonly stays?: Exclude<KeptBack["reason"], "fields" | "refused">;
}

export interface Preview {
  readonly plan: SheetPlan;
  readonly hints?: RowHints;
  /** The sheet was edited after this was read. */
  readonly outdated: boolean;
  /** A push found this in place of what was shown, and sent nothing. */
  readonly renewed?: true;
}

export interface OpenSheet {
  readonly kind: "ready";
  readonly frame: Frame;
  /** Absent: the workbook holds no table yet. */
  readonly sheet?: SheetStatus;
  readonly activity?: Activity;
  readonly failure?: SheetFailure;
  readonly preview?: Preview;
  readonly conflicts: readonly RowConflict[];
  readonly report?: PushReport;
  /** Rows that the last push stored. */
  readonly storedRows?: ReadonlySet<string>;
  /** Records that a push would delete, and what it was asked to send; the person confirms. */
  readonly deleting?: { readonly rows: readonly PlannedRow[]; readonly chosen?: ReadonlySet<string> };
  /** Of the selected rows none can be pushed. */
  readonly nothingSelected?: true;
  /** Rows of the table in which something is selected. */
  readonly selected?: ReadonlySet<number>;
  /** What of the last push may be taken back; the person chooses. */
  readonly takingBack?: readonly UndoRow[];
  /** What is remembered was kept under this name, elsewhere: the person says whether this is a copy. */
  readonly copied?: { readonly from: string };
  /** The workbook is open for reading only. */
  readonly readOnly?: true;
  /** The sheet is protected and its cells are locked. */
  readonly locked?: true;
  /** Something was asked for that needs a table, and there is none yet. */
  readonly pullFirst?: true;
  /** Rows of a push that was not finished. */
  readonly interrupted: number;
  /** Unsent changes that a pull would throw away; the person decides. Without `rows` nobody can tell whether there are any. */
  readonly endangered?: { readonly scope: SheetScope; readonly rows?: readonly PlannedRow[] };
}

/** Before it is open, or when it cannot be opened. */
export type NotOpened =
  | { readonly kind: "starting" }
  | { readonly kind: "failed"; readonly failure: SheetFailure }
  /** Set up, but nobody has made a unit or a cycle yet. */
  | { readonly kind: "empty" };

export type SheetState = OpenSheet | NotOpened;
