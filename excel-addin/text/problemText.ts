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

const recordText = (problem: RecordProblem, words: Words, format: Format): string => {
  switch (problem.code) {
    case "titleTooLong":
      return words.titleTooLong(problem.length, problem.limit);
    case "measureUnitTooLong":
    case "noteTooLong":
      return words[problem.code](problem.limit);
    case "ownerUnknown":
    case "ownerGone":
    case "cycleClosed":
      return words[problem.code](problem.name);
    case "weightsNot100":
    case "weightsOver100":
      return words[problem.code](format.number(problem.sum));
    case "directionContradicts":
      return words.directionContradicts(format.number(problem.baseline), format.number(problem.target));
    case "preScoreNotApplicable":
    case "preScoreNotMonotone":
    case "preScoreAgainstDirection":
      return words.preScore;
    case "unitDiffers":
    case "cycleDiffers":
      return words.followsObjective;
    case "valueNotANumber":
      return words.notANumber("");
    // Neither can come from a sheet; the code helps whoever sees one all the same.
    case "keyResultMissing":
    case "nothingStated":
    case "inFuture":
    case "beforeStart":
    case "noKeyResults":
    case "acceptanceMissing":
    case "dueMissing":
      return words.other(problem.code);
    default:
      return words[problem.code];
  }
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
