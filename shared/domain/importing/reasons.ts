import type { Day } from "../day.ts";
import type { DayProblem } from "../entry/dayEntry.ts";
import type { AmbiguousPercent, NotWhole, OutOfRange } from "../entry/value.ts";
import type { NumberProblem } from "../entry/number.ts";
import type { YesNoProblem } from "../entry/yesNo.ts";

export type EntryTrouble = NumberProblem | AmbiguousPercent | OutOfRange | NotWhole | YesNoProblem | DayProblem;

/** Why a row could not be taken. `row` numbers count as in a spreadsheet: the header is row 1. */
export type RejectReason =
  | { readonly type: "NoTextColumn"; readonly headers: readonly string[] }
  | { readonly type: "TitleMissing" }
  | { readonly type: "TitleTooLong"; readonly length: number; readonly limit: number }
  | { readonly type: "UnknownKind"; readonly text: string }
  | { readonly type: "CycleMissing" }
  | { readonly type: "CycleUnknown"; readonly text: string }
  | { readonly type: "DuplicateId"; readonly id: string; readonly firstRow: number }
  | { readonly type: "ParentMissing"; readonly parent: string }
  | { readonly type: "ParentLoop"; readonly rows: readonly number[] }
  | { readonly type: "ParentNotTaken"; readonly parentRow: number }
  | { readonly type: "NoObjective" }
  | { readonly type: "BadCell"; readonly column: string; readonly text: string; readonly trouble: EntryTrouble }
  | { readonly type: "DirectionUnknown"; readonly text: string }
  | { readonly type: "MeasureUnknown"; readonly text: string }
  | { readonly type: "StartMissing" }
  | { readonly type: "TargetMissing" }
  | { readonly type: "TargetEqualsStart"; readonly value: number }
  | {
      readonly type: "DirectionContradicts";
      readonly direction: "up" | "down";
      readonly start: number;
      readonly target: number;
    }
  | { readonly type: "RangeUnclear"; readonly text: string }
  | { readonly type: "PercentTargetOutOfRange"; readonly target: number }
  | { readonly type: "DatesReversed"; readonly start: Day; readonly end: Day };

/** Why a row was passed over although nothing is wrong with it. */
export type SkipReason =
  | { readonly type: "Empty" }
  | { readonly type: "DocumentTitle" }
  | { readonly type: "CycleName" }
  | { readonly type: "Contents"; readonly row: number }
  | { readonly type: "Repeated"; readonly firstRow: number }
  | { readonly type: "AlreadyThere" }
  | { readonly type: "Initiative"; readonly kind: string };

/** What was decided about a row that was taken. */
export type Remark =
  | { readonly type: "TakenAsObjective" }
  | { readonly type: "KindInferred"; readonly kind: "objective" | "keyResult" }
  | { readonly type: "StartAssumed" }
  | { readonly type: "MeasureFromText" }
  | { readonly type: "TakenAsMilestone" }
  | { readonly type: "TargetInWords"; readonly text: string }
  | { readonly type: "OwnerUnknown"; readonly name: string }
  | { readonly type: "OtherOwners"; readonly names: readonly string[] }
  | { readonly type: "DayByLocale"; readonly day: Day; readonly alternative: Day }
  | { readonly type: "TeamFromTag"; readonly tag: string }
  | { readonly type: "UnitFromHeading" }
  | { readonly type: "StruckOut" }
  | { readonly type: "StateNotUnderstood"; readonly text: string }
  | { readonly type: "CycleOfObjective"; readonly text: string }
  | { readonly type: "UnitOfObjective"; readonly text: string }
  | { readonly type: "OtherUnits"; readonly names: readonly string[] }
  | { readonly type: "FirstParentOnly" }
  | { readonly type: "ParentLeftOut"; readonly parent: string };

export interface RowReport<Reason> {
  readonly row: number;
  readonly reason: Reason;
}
