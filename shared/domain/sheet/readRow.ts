import type { Day } from "../day.ts";
import { parseYesNo } from "../entry/yesNo.ts";
import { parseConfidence, parseWeight, rangeOf } from "../entry/value.ts";
import { tidyNote } from "../entry/text.ts";
import { finishedMeasure } from "../problems/measureProblems.ts";
import { err, ok, type Result } from "../result.ts";
import { sameValue } from "../merge/threeWay.ts";
import type { BaseRow } from "./baseline.ts";
import { cellText, isEmptyCell, sameCell, type Cell, type EditableField, type SheetRow } from "./fields.ts";
import type { Labels } from "./labels.ts";
import { measureDraft, USED_COLUMNS, type MeasureFields } from "../merge/measureFields.ts";
import { entryProblem, sheetProblem, type RowProblem } from "./problem.ts";
import {
  readChoice,
  readDayCell,
  readLine,
  readName,
  readNumberCell,
  readOwner,
  typedNumber,
  type NumberMeaning,
} from "./readCells.ts";
import { isPercentMeasure, type SheetLabels } from "./render.ts";
import type { Vocabulary } from "./words.ts";
import { keyResultFields, type KeyResultEdits, type ObjectiveEdits } from "./recordFields.ts";

export interface ReadContext {
  readonly labels: SheetLabels;
  readonly unasked: ReadonlySet<string>;
  readonly vocabulary: Vocabulary;
  readonly locale: string;
  readonly today: Day;
}

export interface CheckInEntry {
  readonly value?: number;
  readonly confidence?: number;
  readonly note: string;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The edits of one row as they are read, and what could not be read. */
interface Reading<E> {
  readonly edits: E;
  readonly problems: readonly RowProblem[];
}

/** Whether somebody typed something there since the row was pulled; in a new row, whether anything stands there. */
export const isEdited = (row: SheetRow, base: BaseRow | undefined, field: EditableField): boolean => {
  const cell = row.cells[field];
  if (cell === undefined) return false;
  return base ? !sameCell(cell, base.cells[field]) && !isUndone(row, base, field) : !isEmptyCell(cell);
};

/** Whether the cell says again what it said before the last refresh: nobody typed that. [SE28] */
export const isUndone = ({ cells }: SheetRow, { was, cells: now }: BaseRow, field: EditableField): boolean =>
  was?.[field] !== undefined && sameCell(cells[field], was[field]) && !sameCell(cells[field], now[field]);

/** Puts what was read into the edits, unless it only says in other words what was there. */
const collect = <E extends object>(before: E | undefined) => {
  const edits: Mutable<E> = { ...({} as E) };
  const problems: RowProblem[] = [];
  const put = <F extends keyof E>(field: F, value: E[F]): void => {
    if (!before || !sameValue(before[field], value)) edits[field] = value;
  };
  return {
    edits,
    problems,
    put,
    take: <F extends keyof E>(field: F, read: Result<E[F], RowProblem>): void => {
      if (read.ok) put(field, read.value);
      else problems.push(read.error);
    },
  };
};

const foreign = (
  row: SheetRow,
  base: BaseRow | undefined,
  fields: readonly EditableField[],
  code: "notForObjective" | "notForKeyResult",
): readonly RowProblem[] =>
  fields
    .filter((field) => isEdited(row, base, field) && !isEmptyCell(row.cells[field]))
    .map((field) => sheetProblem(field, { code }));

const ONLY_KEY_RESULTS = ["measure", "unit", "start", "target", "current", "confidence", "note", "weight"] as const;

const needed = <T>(
  field: EditableField,
  read: Result<T | undefined, RowProblem>,
  code: "teamMissing" | "cycleMissing",
): Result<T, RowProblem> => {
  if (!read.ok) return read;
  return read.value === undefined ? err(sheetProblem(field, { code })) : ok(read.value);
};

const optionalName = <K>(
  field: EditableField,
  cell: Cell | undefined,
  labels: Labels<K>,
): Result<K | undefined, RowProblem> => {
  const text = readLine(cell);
  return text === "" ? ok(undefined) : readName(field, text, labels);
};

/** Everything but the parents. `before` are the fields as pulled. [SE7] */
export const readObjective = (
  row: SheetRow,
  base: BaseRow | undefined,
  before: ObjectiveEdits | undefined,
  { labels, unasked, vocabulary, locale, today }: ReadContext,
): Reading<ObjectiveEdits> => {
  const { cells } = row;
  const { edits, problems, put, take } = collect<ObjectiveEdits>(before);
  const edited = (field: EditableField): boolean => isEdited(row, base, field);
  if (edited("title")) put("title", readLine(cells.title));
  if (edited("owner")) take("owner", readOwner(cells.owner, labels.people, unasked));
  if (edited("team")) take("team", needed("team", optionalName("team", cells.team, labels.units), "teamMissing"));
  if (edited("cycle"))
    take("cycle", needed("cycle", optionalName("cycle", cells.cycle, labels.cycles), "cycleMissing"));
  if (edited("ambition")) {
    const read = readChoice("ambition", cells.ambition, vocabulary.ambitionOf);
    if (!read.ok) problems.push(read.error);
    else put("ambition", read.value ?? "aspirational");
  }
  if (edited("due")) {
    const { day, problem } = readDayCell(cells.due, locale, today);
    if (problem) problems.push(problem);
    if (problem?.severity !== "error") put("due", day);
  }
  return { edits, problems: [...problems, ...foreign(row, base, ONLY_KEY_RESULTS, "notForObjective")] };
};

/** What a new key result is when nobody chose how it is measured: its two numbers tell. */
const guessed = (
  start: Cell | undefined,
  target: Cell | undefined,
  due: Cell | undefined,
): MeasureFields["measure"] => {
  if (isEmptyCell(start) && isEmptyCell(target) && !isEmptyCell(due)) return "milestone";
  return typeof start === "number" && typeof target === "number" && target < start ? "down" : "up";
};

const EMPTY_MEASURE: MeasureFields = { measure: "up", unit: "", start: undefined, target: undefined, due: undefined };

/** How it is measured: chosen, known or guessed. */
const readKind = (
  { cells }: SheetRow,
  edited: boolean,
  before: MeasureFields | undefined,
  { vocabulary }: ReadContext,
): Reading<MeasureFields["measure"]> => {
  const known = before?.measure ?? guessed(cells.start, cells.target, cells.due);
  if (!edited) return { edits: known, problems: [] };
  const read = readChoice("measure", cells.measure, vocabulary.measureOf);
  return read.ok ? { edits: read.value ?? known, problems: [] } : { edits: known, problems: [read.error] };
};

const hasUnit = (measure: MeasureFields["measure"]): boolean => measure !== "percentage" && measure !== "milestone";

const readMeasure = (
  row: SheetRow,
  base: BaseRow | undefined,
  before: MeasureFields | undefined,
  context: ReadContext,
): Reading<Partial<MeasureFields>> => {
  const { cells } = row;
  const { locale, today } = context;
  const { edits, problems, put, take } = collect<Partial<MeasureFields>>(before);
  const edited = (field: EditableField): boolean => isEdited(row, base, field);
  const { edits: measure, problems: unread } = readKind(row, edited("measure"), before, context);
  if (!before || edited("measure")) put("measure", measure);
  if (edited("unit")) put("unit", hasUnit(measure) ? readLine(cells.unit) : "");
  const now = { ...EMPTY_MEASURE, ...before, ...edits, measure };
  const meaning: NumberMeaning = { percent: isPercentMeasure(now), unit: now.unit };
  if (edited("start")) take("start", readNumberCell("start", cells.start, locale, meaning));
  if (edited("target")) {
    const range = measure === "percentage" ? { from: 0, to: 100 } : undefined;
    take("target", readNumberCell("target", cells.target, locale, { ...meaning, range }));
  }
  if (edited("due")) {
    const { day, problem } = readDayCell(cells.due, locale, today);
    if (problem) problems.push(problem);
    if (problem?.severity !== "error") put("due", day);
  }
  const unused = (["start", "target", "due"] as const)
    .filter((field) => !USED_COLUMNS[measure].includes(field))
    .filter((field) => edited(field) && !isEmptyCell(cells[field]))
    .map((field) => sheetProblem(field, { code: "notForMeasure" }));
  return { edits, problems: [...unread, ...problems, ...unused] };
};

/** Everything but the objective it belongs to, and whether team and cycle agree with that. [SE7] */
export const readKeyResult = (
  row: SheetRow,
  base: BaseRow | undefined,
  context: ReadContext,
): Reading<KeyResultEdits> => {
  const { cells } = row;
  const before = base?.kind === "keyResult" ? keyResultFields(base.record) : undefined;
  const { edits, problems, put, take } = collect<KeyResultEdits>(before);
  const edited = (field: EditableField): boolean => isEdited(row, base, field);
  if (edited("title")) put("title", readLine(cells.title));
  if (edited("owner")) take("owner", readOwner(cells.owner, context.labels.people, context.unasked));
  if (edited("weight")) {
    const { text, locale } = typedNumber(cells.weight ?? "", context.locale);
    const read = parseWeight(text, locale);
    take("weight", read.ok ? read : err(entryProblem("weight", read.error)));
  }
  const measure = readMeasure(row, base, before, context);
  return {
    edits: { ...edits, ...measure.edits },
    problems: [...problems, ...measure.problems, ...foreign(row, base, ["ambition"], "notForKeyResult")],
  };
};

/** The figure in a cell: in the unit of the measure, or 0 and 1 for a milestone. [SE8] */
export const readCurrent = (
  cell: Cell,
  measure: MeasureFields,
  locale: string,
): Result<number | undefined, RowProblem> => {
  if (measure.measure === "milestone") {
    const answer = parseYesNo(cellText(cell));
    return answer.ok ? ok(Number(answer.value)) : err(entryProblem("current", answer.error));
  }
  const finished = finishedMeasure(measureDraft(measure, ""));
  return readNumberCell("current", cell, locale, {
    percent: isPercentMeasure(measure),
    range: finished && rangeOf(finished),
    unit: measure.unit,
  });
};

export const readConfidence = (cell: Cell, locale: string): Result<number | undefined, RowProblem> => {
  const typed = typedNumber(cell, locale);
  const read = parseConfidence(typed.text, typed.locale);
  return read.ok ? read : err(entryProblem("confidence", read.error));
};

/** What was typed into a cell of the last reading, if anything was. An emptied one takes nothing back. */
const readReading = (
  row: SheetRow,
  base: BaseRow | undefined,
  field: "current" | "confidence",
  read: (cell: Cell) => Result<number | undefined, RowProblem>,
): Result<number | undefined, RowProblem> => {
  const cell = row.cells[field];
  if (cell === undefined || !isEdited(row, base, field)) return ok(undefined);
  return isEmptyCell(cell) ? err(sheetProblem(field, { code: "readingStays" }, "warning")) : read(cell);
};

const newIn = (read: Result<number | undefined, RowProblem>, known: number | undefined): number | undefined =>
  read.ok && read.value !== known ? read.value : undefined;

/** A new reading, where current value, confidence or note say something new. [SE13] */
export const readCheckIn = (
  row: SheetRow,
  base: BaseRow | undefined,
  measure: MeasureFields,
  { locale }: ReadContext,
): { readonly entry?: CheckInEntry; readonly problems: readonly RowProblem[] } => {
  const known = base?.kind === "keyResult" ? base : undefined;
  const current = readReading(row, base, "current", (cell) => readCurrent(cell, measure, locale));
  const sure = readReading(row, base, "confidence", (cell) => readConfidence(cell, locale));
  const problems = [current, sure].flatMap((read) => (read.ok ? [] : [read.error]));
  const value = newIn(current, known?.value);
  const confidence = newIn(sure, known?.confidence);
  const note = isEdited(row, base, "note") ? tidyNote(cellText(row.cells.note).replace(/^'/u, "")) : "";
  if (value === undefined && confidence === undefined && note === "") return { problems };
  return {
    problems,
    entry: {
      note,
      ...(value === undefined ? {} : { value }),
      ...(confidence === undefined ? {} : { confidence }),
    },
  };
};
