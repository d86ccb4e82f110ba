/** Why a check-in is not stored, in words. */
import type { CheckInProblem } from "#shared/application/readCheckIn.ts";
import type { RecordCheckInError } from "#shared/application/recordCheckIn.ts";
import { unreachable } from "#shared/domain/result.ts";
import { accessText } from "../access/accessText.ts";
import type { Messages } from "../text/en.ts";
import type { Format } from "../text/format.ts";

export const problemText = (problem: CheckInProblem, { checkIn }: Messages, format: Format): string => {
  switch (problem.type) {
    case "Nothing":
      return checkIn.nothing;
    case "NotANumber":
    case "NotYesNo":
      return checkIn.notANumber(problem.text);
    case "Shortened":
      return checkIn.shortened(problem.text, format.number(problem.suggestion));
    case "AmbiguousNumber":
    case "AmbiguousPercent":
      return checkIn.ambiguous(problem.text, format.number(problem.readings[0]), format.number(problem.readings[1]));
    case "NoteTooLong":
      return checkIn.tooLong(problem.by);
    default:
      return unreachable(problem);
  }
};

export const failureText = (error: RecordCheckInError, messages: Messages): string => {
  if (error.type === "Refused") return error.message;
  const { title, text } = accessText(error, messages);
  return text === "" ? title : `${title}. ${text}`;
};
