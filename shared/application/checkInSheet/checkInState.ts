import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import type { CheckInPlan, CheckInRowProblem, PlannedCheckInRow } from "#shared/domain/checkInSheet/plan.ts";
import type { CheckInVocabulary } from "#shared/domain/checkInSheet/words.ts";
import type {
  Activity,
  NotOpened,
  PushReport,
  RowResult,
  SheetDeps,
  SheetFailure,
  SheetStatus,
} from "../sheet/sheetState.ts";

/** Words that are written into the sheet beside its own. */
export interface CheckInTexts {
  readonly vocabulary: CheckInVocabulary;
  readonly problem: (problem: CheckInRowProblem) => string;
  readonly result: (result: RowResult) => string;
}

/** `spreadsheet` is the table of check-ins. */
export type CheckInDeps = Omit<SheetDeps, "texts" | "directory"> & { readonly texts: CheckInTexts };

export type CheckInReport = Pick<PushReport, "checkIns" | "failed"> & {
  /** Keys of the rows that were stored. */
  readonly stored: ReadonlySet<string>;
};

export interface OpenCheckIns {
  readonly kind: "ready";
  readonly frame: Frame;
  /** Absent: the workbook holds no such table yet. */
  readonly sheet?: SheetStatus;
  readonly activity?: Activity;
  readonly failure?: SheetFailure;
  readonly preview?: CheckInPlan;
  /** A push found something else than what was shown, and sent nothing. */
  readonly renewed?: true;
  readonly report?: CheckInReport;
  /** Rows of a push that was not finished. */
  readonly interrupted: number;
  /** Filled rows that another scope does not hold; the person decides. */
  readonly endangered?: { readonly scope: SheetScope; readonly rows: readonly PlannedCheckInRow[] };
}

export type CheckInState = OpenCheckIns | NotOpened;
