import { unreachable } from "#shared/domain/result.ts";
import type { EntryProblem, RowProblem, SheetOnlyProblem } from "#shared/domain/sheet/problem.ts";
import type { EditableField } from "#shared/domain/sheet/fields.ts";
import type { Format } from "#shared/ui/text/format.ts";
import type { ExcelMessages } from "./en.ts";

type Words = ExcelMessages["problem"];

const sheetText = (field: EditableField, problem: SheetOnlyProblem, words: Words, format: Format): string => {
  if (problem.code === "nameUnknown") {
    return field === "owner" ? words.ownerUnknown(problem.text) : words.nameUnknown(problem.text);
  }
  if (problem.code === "parentHasProblem") return words.parentHasProblem(problem.title);
  if ("count" in problem) return words[problem.code](problem.count);
  if (problem.code === "dayDoubtful") {
    return words.dayDoubtful(format.day(problem.day), format.day(problem.alternative));
  }
  return "text" in problem ? words[problem.code](problem.text) : words[problem.code];
};

const entryText = (problem: EntryProblem, words: Words, format: Format): string => {
  switch (problem.type) {
    case "Empty":
      return words.notANumber("");
    case "NotANumber":
      return words.notANumber(problem.text);
    case "Shortened":
      return words.shortened(problem.text, format.number(problem.suggestion));
    case "AmbiguousNumber":
    case "AmbiguousPercent":
      return words.ambiguous(problem.text, format.number(problem.readings[0]), format.number(problem.readings[1]));
    case "OutOfRange":
      return words.outOfRange(format.number(problem.low), format.number(problem.high));
    case "NotWhole":
      return words.notWhole;
    case "NotYesNo":
      return words.notYesNo(problem.text);
    case "NotADay":
      return words.notADay(problem.text);
    case "NoSuchDay":
      return words.noSuchDay(problem.text);
    case "YearMissing":
      return words.yearMissing(problem.text);
    default:
      return unreachable(problem);
  }
};

type RecordProblem = Extract<RowProblem["cause"], { from: "objective" | "keyResult" | "checkIn" }>["problem"];

type RecordCode = RecordProblem["code"];

/** Codes whose text is one sentence, whatever the values. */
type PlainCode = {
  [C in RecordCode]: C extends keyof Words ? (Words[C] extends string ? C : never) : never;
}[RecordCode];

type TextOf<C extends RecordCode> = (
  problem: Extract<RecordProblem, { readonly code: C }>,
  words: Words,
  format: Format,
) => string;

/** None of these can come from a sheet; the code helps whoever sees one all the same. */
const foreign = ({ code }: RecordProblem, words: Words): string => words.other(code);

const TEXTS: { readonly [C in Exclude<RecordCode, PlainCode>]: TextOf<C> } = {
  titleTooLong: ({ length, limit }, words) => words.titleTooLong(length, limit),
  measureUnitTooLong: ({ limit }, words) => words.measureUnitTooLong(limit),
  noteTooLong: ({ limit }, words) => words.noteTooLong(limit),
  ownerUnknown: ({ name }, words) => words.ownerUnknown(name),
  ownerGone: ({ name }, words) => words.ownerGone(name),
  cycleClosed: ({ name }, words) => words.cycleClosed(name),
  weightsNot100: ({ sum }, words, format) => words.weightsNot100(format.number(sum)),
  weightsOver100: ({ sum }, words, format) => words.weightsOver100(format.number(sum)),
  directionContradicts: ({ baseline, target }, words, format) =>
    words.directionContradicts(format.number(baseline), format.number(target)),
  preScoreNotApplicable: (_, words) => words.preScore,
  preScoreNotMonotone: (_, words) => words.preScore,
  preScoreAgainstDirection: (_, words) => words.preScore,
  unitDiffers: (_, words) => words.followsObjective,
  cycleDiffers: (_, words) => words.followsObjective,
  valueNotANumber: (_, words) => words.notANumber(""),
  keyResultMissing: foreign,
  nothingStated: foreign,
  inFuture: foreign,
  beforeStart: foreign,
  noKeyResults: foreign,
  acceptanceMissing: foreign,
  dueMissing: foreign,
};

const isPlain = (code: RecordCode): code is PlainCode => !(code in TEXTS);

const recordText = (problem: RecordProblem, words: Words, format: Format): string => {
  const { code } = problem;
  if (isPlain(code)) return words[code];
  // Each text takes the problem of its own code, which the compiler cannot follow through a union.
  const text = TEXTS[code] as (problem: RecordProblem, words: Words, format: Format) => string;
  return text(problem, words, format);
};

/** A problem in the terms of the person who typed it. */
export const problemText = ({ field, cause }: RowProblem, words: Words, format: Format): string => {
  switch (cause.from) {
    case "sheet":
      return sheetText(field, cause.problem, words, format);
    case "entry":
      return entryText(cause.problem, words, format);
    case "objective":
    case "keyResult":
    case "checkIn":
      return recordText(cause.problem, words, format);
    default:
      return unreachable(cause);
  }
};
