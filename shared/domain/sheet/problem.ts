import type { Day } from "../day.ts";
import type { DayProblem } from "../entry/dayEntry.ts";
import type { AmbiguousPercent, NotWhole, OutOfRange } from "../entry/value.ts";
import type { NumberProblem } from "../entry/number.ts";
import type { YesNoProblem } from "../entry/yesNo.ts";
import type { CheckInProblem } from "../problems/checkInProblems.ts";
import type { KeyResultProblem } from "../problems/keyResultProblems.ts";
import type { ObjectiveProblem } from "../problems/objectiveProblems.ts";
import type { Severity } from "../problems/problem.ts";
import type { EditableField } from "./fields.ts";

/** What only a sheet can get wrong: names that mean nothing, rows that fit nowhere. */
export type SheetOnlyProblem =
  | { readonly code: "typeMissing" }
  | { readonly code: "typeUnknown"; readonly text: string }
  /** A stored objective cannot become a key result, nor the other way round. */
  | { readonly code: "typeChanged" }
  | { readonly code: "teamMissing" }
  | { readonly code: "cycleMissing" }
  | { readonly code: "nameUnknown"; readonly text: string }
  /** Nobody could be asked whom this means. */
  | { readonly code: "nameUnasked"; readonly text: string }
  /** Several things are called so; the list of the cell tells them apart. */
  | { readonly code: "nameAmbiguous"; readonly text: string }
  | { readonly code: "choiceUnknown"; readonly text: string }
  | { readonly code: "parentNeeded" }
  | { readonly code: "parentUnknown"; readonly text: string }
  | { readonly code: "parentNotObjective"; readonly text: string }
  /** The parent's own row has a problem, so it cannot be stored yet. */
  | { readonly code: "parentHasProblem"; readonly title: string }
  /** Something typed where this kind of row, or this measure, has nothing to keep. */
  | { readonly code: "notForObjective" }
  | { readonly code: "notForKeyResult" }
  | { readonly code: "notForMeasure" }
  | { readonly code: "followsObjective" }
  /** Removed, or moved out of what is shown here, since the row was pulled. */
  | { readonly code: "removedElsewhere" }
  /** Removed by a push from here. */
  | { readonly code: "removedHere" }
  /** Marked for deletion, but nothing of it is stored. */
  | { readonly code: "deleteNew" }
  /** Marked for deletion, while this many key results still belong to it. */
  | { readonly code: "deleteHasKeyResults"; readonly count: number }
  /** Marked for deletion, while this many others are aligned to it. */
  | { readonly code: "deleteHasChildren"; readonly count: number }
  /** Marked for deletion; what else was typed in the row is not sent. */
  | { readonly code: "deleteWithEdits" }
  /** Stored, and pulled into this workbook earlier, but not part of what is here now. */
  | { readonly code: "pulledBefore" }
  /** Others stored this in the field meanwhile. */
  | { readonly code: "changedElsewhere"; readonly text: string }
  /** The cell says what it said before the last pull, and something else is stored. */
  | { readonly code: "olderValue"; readonly text: string }
  /** The result of a formula is sent, and the formula stays. */
  | { readonly code: "byFormula" }
  /** The formula has no result. */
  | { readonly code: "formulaError"; readonly text: string }
  /** Something else is stored than the formula says; a formula is never written over. */
  | { readonly code: "formulaStays"; readonly text: string }
  /** A reading once given stays; an emptied cell takes nothing back. */
  | { readonly code: "readingStays" }
  | { readonly code: "dayDoubtful"; readonly day: Day; readonly alternative: Day };

/** A text in a cell that could not be read. */
export type EntryProblem = NumberProblem | AmbiguousPercent | OutOfRange | NotWhole | YesNoProblem | DayProblem;

export type ProblemCause =
  | { readonly from: "sheet"; readonly problem: SheetOnlyProblem }
  | { readonly from: "entry"; readonly problem: EntryProblem }
  | { readonly from: "objective"; readonly problem: ObjectiveProblem }
  | { readonly from: "keyResult"; readonly problem: KeyResultProblem }
  | { readonly from: "checkIn"; readonly problem: CheckInProblem };

/** A problem at a cell. An `error` keeps its row from being pushed; the other rows go. [SE12] */
export interface RowProblem {
  readonly field: EditableField;
  readonly severity: Severity;
  readonly cause: ProblemCause;
}

export const sheetProblem = (
  field: EditableField,
  problem: SheetOnlyProblem,
  severity: Severity = "error",
): RowProblem => ({ field, severity, cause: { from: "sheet", problem } });

export const entryProblem = (field: EditableField, problem: EntryProblem): RowProblem => ({
  field,
  severity: "error",
  cause: { from: "entry", problem },
});

/** The column in which a problem of a stored field is seen. */
const COLUMN_OF: Readonly<Record<string, EditableField>> = {
  title: "title",
  owner: "owner",
  unitKey: "team",
  cycleKey: "cycle",
  start: "due",
  end: "due",
  parents: "parent",
  objectiveId: "parent",
  baseline: "start",
  low: "start",
  target: "target",
  limit: "target",
  high: "target",
  direction: "measure",
  preScore: "target",
  unit: "unit",
  due: "due",
  acceptance: "measure",
  weight: "weight",
  weights: "weight",
  score: "weight",
  value: "current",
  confidence: "confidence",
  note: "note",
  at: "current",
};

/** The column where a problem of the domain belongs; things no column can change stand at the title. */
export const columnOfProblem = (field: string): EditableField => COLUMN_OF[field] ?? "title";
