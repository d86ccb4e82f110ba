import type { Instant } from "../day.ts";
import { measureFields } from "../merge/measureFields.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import { checkInId, personId } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Frame } from "../okr/okrSet.ts";
import { tidyNote } from "../entry/text.ts";
import { checkInProblems } from "../problems/checkInProblems.ts";
import { problemContext, type ProblemContext } from "../problems/context.ts";
import type { Severity } from "../problems/problem.ts";
import { ok, type Result } from "../result.ts";
import { cellText, isEmptyCell, sameCell, type Cell } from "../sheet/fields.ts";
import type { PlannedCheckIn, Shown } from "../sheet/planTypes.ts";
import type { ProblemCause, RowProblem } from "../sheet/problem.ts";
import { readConfidence, readCurrent } from "../sheet/readRow.ts";
import {
  CONTEXT_FIELDS,
  ENTRY_FIELDS,
  isFilled,
  type CheckInField,
  type CheckInSheetRow,
  type EntryField,
} from "./fields.ts";
import { valueCell, type CheckInBaseline, type CheckInRow } from "./rows.ts";
import type { CheckInRowState, CheckInVocabulary } from "./words.ts";

/** What only this sheet can get wrong. */
export type CheckInSheetOnlyProblem =
  /** Filled in, and its key was never pulled here. */
  | { readonly code: "rowUnknown" }
  /** Two filled rows for one key result. */
  | { readonly code: "rowDoubled" }
  | { readonly code: "removedElsewhere" }
  /** There is no last value that could still hold. */
  | { readonly code: "nothingToRepeat" }
  /** Something typed where one can only read. */
  | { readonly code: "onlyToRead" };

/** A problem at a cell. An `error` keeps its row from being sent. */
export interface CheckInRowProblem {
  readonly field: CheckInField;
  readonly severity: Severity;
  readonly cause: ProblemCause | { readonly from: "checkInSheet"; readonly problem: CheckInSheetOnlyProblem };
}

/** One thing that a push would say, as the sheet shows it. */
export interface EntryChange {
  readonly field: EntryField;
  readonly before: Shown;
  readonly after: Shown;
}

export interface PlannedCheckInRow {
  /** Place in the table. */
  readonly at: number;
  /** Its key; of a row that is not known, made from its place. */
  readonly id: string;
  readonly title: string;
  readonly checkIn?: PlannedCheckIn;
  readonly changes: readonly EntryChange[];
  readonly problems: readonly CheckInRowProblem[];
}

export interface CheckInPlan {
  /** In the order of the sheet; rows of which nothing is to be said are left out. */
  readonly rows: readonly PlannedCheckInRow[];
  readonly counts: Readonly<Record<CheckInRowState, number>>;
  /** Columns that were deleted, so that they cannot be filled in. */
  readonly missing: readonly EntryField[];
}

export const checkInStateOf = ({ problems, checkIn }: PlannedCheckInRow): CheckInRowState => {
  if (problems.some(({ severity }) => severity === "error")) return "problem";
  return checkIn ? "ready" : "empty";
};

export interface CheckInPlanInput {
  readonly rows: readonly CheckInSheetRow[];
  readonly baseline: CheckInBaseline;
  readonly frame: Frame;
  readonly vocabulary: CheckInVocabulary;
  /** BCP 47, of the workbook. */
  readonly locale: string;
  readonly now: Instant;
}

interface Scene extends CheckInPlanInput {
  readonly context: ProblemContext;
  /** Keys that stand in several filled rows. */
  readonly doubled: ReadonlySet<string>;
}

const own = (
  field: CheckInField,
  problem: CheckInSheetOnlyProblem,
  severity: Severity = "error",
): CheckInRowProblem => ({ field, severity, cause: { from: "checkInSheet", problem } });

const keyOf = ({ cells }: CheckInSheetRow): string => cellText(cells.key).trim().toLowerCase();

const isEntryField = (field: string): field is EntryField => ENTRY_FIELDS.some((entry) => entry === field);

/** Problems of the domain stand at the column that can mend them. */
const atColumn = ({ field, severity, cause }: RowProblem): CheckInRowProblem => ({
  field: isEntryField(field) ? field : "current",
  severity,
  cause,
});

const readValue = (
  cell: Cell | undefined,
  { record, value }: CheckInRow,
  { vocabulary, locale }: Scene,
): Result<number | undefined, CheckInRowProblem> => {
  if (cell === undefined || isEmptyCell(cell)) return ok(undefined);
  if (typeof cell === "string" && vocabulary.saysSame(cell)) {
    return value === undefined ? { ok: false, error: own("current", { code: "nothingToRepeat" }) } : ok(value);
  }
  const read = readCurrent(cell, measureFields(record.measure), locale);
  return read.ok ? read : { ok: false, error: atColumn(read.error) };
};

const readSure = (cell: Cell | undefined, locale: string): Result<number | undefined, CheckInRowProblem> => {
  if (cell === undefined || isEmptyCell(cell)) return ok(undefined);
  const read = readConfidence(cell, locale);
  return read.ok ? read : { ok: false, error: atColumn(read.error) };
};

/** What the rules of every check-in say about this one. [CK3] */
const judged = (checkIn: PlannedCheckIn, { now, context }: Scene): readonly CheckInRowProblem[] => {
  const pretended: CheckIn = {
    ...checkIn,
    id: checkInId("not stored yet"),
    at: now,
    author: { id: personId(""), name: "" },
  };
  return checkInProblems(pretended, now, context)
    .filter(({ severity }) => severity !== "info")
    .map((problem) => ({
      field: isEntryField(problem.field) ? problem.field : "current",
      severity: problem.severity,
      cause: { from: "checkIn", problem },
    }));
};

const planned = (
  { id, unitKey, cycleKey }: KeyResult,
  said: Pick<PlannedCheckIn, "value" | "confidence" | "note">,
) => ({
  ...said,
  keyResultId: id,
  unitKey,
  cycleKey,
});

const changesOf = (
  { value, confidence, note }: PlannedCheckIn,
  { record, value: last }: CheckInRow,
  { vocabulary: { words } }: Scene,
): readonly EntryChange[] => {
  const shown = (one: number | undefined): Shown => valueCell(record.measure, one, words);
  return [
    ...(value === undefined ? [] : [{ field: "current", before: shown(last), after: shown(value) } as const]),
    ...(confidence === undefined ? [] : [{ field: "confidence", before: undefined, after: confidence } as const]),
    ...(note === "" ? [] : [{ field: "note", before: undefined, after: note } as const]),
  ];
};

/** What was typed beside the cells to be filled. [CK5] */
const onlyToRead = ({ cells }: CheckInSheetRow, base: CheckInRow): readonly CheckInRowProblem[] => {
  const touched = CONTEXT_FIELDS.find(
    (field) => cells[field] !== undefined && !sameCell(cells[field], base.cells[field]),
  );
  return touched === undefined ? [] : [own(touched, { code: "onlyToRead" }, "warning")];
};

/** A filled row of a key result that is there. [CK1] */
const planFilled = (
  row: CheckInSheetRow,
  base: CheckInRow,
  scene: Scene,
): Omit<PlannedCheckInRow, "at" | "id" | "title"> => {
  const { cells } = row;
  const value = readValue(cells.current, base, scene);
  const sure = readSure(cells.confidence, scene.locale);
  const unread = [value, sure].flatMap((read) => (read.ok ? [] : [read.error]));
  const note = tidyNote(cellText(cells.note).replace(/^'/u, ""));
  const checkIn = planned(base.record, {
    note,
    ...(value.ok && value.value !== undefined ? { value: value.value } : {}),
    ...(sure.ok && sure.value !== undefined ? { confidence: sure.value } : {}),
  });
  // A cell that could not be read has that one problem; the rest is judged as it stands.
  const unreadFields = new Set(unread.map(({ field }) => field));
  const problems = [
    ...unread,
    ...judged(checkIn, scene).filter(
      ({ field, cause }) => !unreadFields.has(field) && !(unread.length > 0 && isNothingStated(cause)),
    ),
  ];
  return { checkIn, changes: changesOf(checkIn, base, scene), problems };
};

const isNothingStated = ({ problem }: CheckInRowProblem["cause"]): boolean =>
  "code" in problem && problem.code === "nothingStated";

const planRow = (row: CheckInSheetRow, scene: Scene): PlannedCheckInRow => {
  const key = keyOf(row);
  const base = scene.baseline.rows.get(key);
  const { at, cells } = row;
  const none = {
    at,
    id: base ? key : `row ${at}`,
    title: base?.record.title ?? cellText(cells.keyResult),
    changes: [],
  };
  if (!isFilled(row)) return { ...none, problems: base && !base.gone ? onlyToRead(row, base) : [] };
  if (!base) return { ...none, problems: [own("current", { code: "rowUnknown" })] };
  if (base.gone) return { ...none, problems: [own("current", { code: "removedElsewhere" })] };
  if (scene.doubled.has(key)) {
    return { ...none, id: `${key} ${at}`, problems: [own("current", { code: "rowDoubled" })] };
  }
  const { problems, ...rest } = planFilled(row, base, scene);
  return { ...none, ...rest, problems: [...problems, ...onlyToRead(row, base)] };
};

/** What a push of the sheet would store. Pure, linear in the number of rows. [CK1] to [CK6] */
export const planCheckIns = (input: CheckInPlanInput, missing: readonly EntryField[] = []): CheckInPlan => {
  const { rows, baseline, frame } = input;
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const key of rows.filter(isFilled).map(keyOf)) {
    if (seen.has(key)) doubled.add(key);
    seen.add(key);
  }
  const keyResults = [...baseline.rows.values()].map(({ record }) => record);
  const context = problemContext(
    { objectives: baseline.around.objectives, keyResults, checkIns: [], revisions: new Map() },
    frame,
  );
  const all = rows.map((row) => planRow(row, { ...input, context, doubled }));
  const counts = { empty: 0, ready: 0, problem: 0 };
  for (const row of all) counts[checkInStateOf(row)] += 1;
  return { rows: all.filter((row) => row.checkIn ?? row.problems.length > 0), counts, missing };
};
