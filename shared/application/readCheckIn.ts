import { NOTE_LIMIT, storedLength, tidyNote } from "#shared/domain/entry/text.ts";
import { parseValueEntry, type ValueProblem } from "#shared/domain/entry/value.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { CheckInDraft, CheckInEntry } from "./recordCheckIn.ts";

export type CheckInProblem =
  | Exclude<ValueProblem, { type: "Empty" }>
  /** Neither value nor confidence nor note. */
  | { readonly type: "Nothing" }
  | { readonly type: "NoteTooLong"; readonly by: number };

/** What a typed check-in says, or the first thing that keeps it from being stored. */
export const readCheckIn = (
  measure: Measure,
  draft: CheckInDraft,
  locale: string,
): Result<CheckInEntry, CheckInProblem> => {
  const note = tidyNote(draft.note);
  if (storedLength(note) > NOTE_LIMIT) return err({ type: "NoteTooLong", by: storedLength(note) - NOTE_LIMIT });
  const confidence = draft.confidence === undefined ? {} : { confidence: draft.confidence };
  const value = parseValueEntry(draft.value, measure, locale);
  if (value.ok) return ok({ note, value: value.value, ...confidence });
  if (value.error.type !== "Empty") return err(value.error);
  return note === "" && draft.confidence === undefined ? err({ type: "Nothing" }) : ok({ note, ...confidence });
};
