import { dayOf, epochMsOf, type Instant } from "../day.ts";
import { NOTE_LIMIT, storedLength } from "../entry/text.ts";
import { isPercentUnit, rangeOf } from "../entry/value.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import type { CycleKey, KeyResultId } from "../okr/ids.ts";
import type { Measure } from "../okr/keyResult.ts";
import { periodOf } from "../okr/view.ts";
import type { ProblemContext } from "./context.ts";
import type { Problem } from "./problem.ts";

export type CheckInProblem =
  | Problem<"keyResultMissing", "keyResultId", "error", { keyResultId: KeyResultId }>
  /** Neither value, nor confidence, nor note. */
  | Problem<"nothingStated", "value", "error">
  | Problem<"valueNotANumber", "value", "error">
  /** A milestone knows only 0 and 1. */
  | Problem<"valueNotDoneOrOpen", "value", "error", { value: number }>
  | Problem<"valueOutsidePercent", "value", "warning", { value: number }>
  /** A fraction where the measure moves in whole per cent. */
  | Problem<"percentLooksLikeFraction", "value", "warning", { value: number }>
  /** More than ten times the way from start to target away from it: a slip of the finger? */
  | Problem<"valueFarOff", "value", "warning", { value: number; from: number; to: number }>
  | Problem<"confidenceOutOfRange", "confidence", "error", { confidence: number }>
  | Problem<"noteTooLong", "note", "error", { length: number; limit: number }>
  /** The first figure of a baseline key result should say where it comes from. */
  | Problem<"sourceMissing", "note", "warning">
  | Problem<"inFuture", "at", "error", { at: Instant; now: Instant }>
  | Problem<"beforeStart", "at", "info", { at: Instant }>
  | Problem<"cycleClosed", "cycleKey", "error", { cycleKey: CycleKey; name: string }>
  | Problem<"duplicateId", "id", "error", { id: string }>;

/** Clocks differ; a check-in may be this far ahead of ours. Milliseconds. */
const CLOCK_TOLERANCE = 5 * 60_000;
const FAR_OFF = 10;

/** How far outside the range. */
const outside = (value: number, from: number, to: number): number =>
  Math.max(Math.min(from, to) - value, value - Math.max(from, to), 0);

/** A fraction where its hundredfold would be at home; 0.9 of a loss that goes from 2 to 1 per cent is none. */
const percentProblems = (value: number, from: number, to: number): readonly CheckInProblem[] =>
  value !== 0 && Math.abs(value) < 1 && outside(value * 100, from, to) <= outside(value, from, to)
    ? [{ code: "percentLooksLikeFraction", field: "value", severity: "warning", value }]
    : [];

const quantityProblems = (value: number, measure: Measure): readonly CheckInProblem[] => {
  const range = rangeOf(measure);
  if (!range) return [];
  const { from, to } = range;
  const isPercent = measure.kind === "percentage" || (measure.kind === "metric" && isPercentUnit(measure.unit));
  const way = Math.abs(to - from);
  const off = outside(value, from, to);
  return [
    ...(measure.kind === "percentage" && (value < 0 || value > 100)
      ? [{ code: "valueOutsidePercent", field: "value", severity: "warning", value } as const]
      : []),
    ...(isPercent ? percentProblems(value, from, to) : []),
    ...(way > 0 && off > FAR_OFF * way
      ? [{ code: "valueFarOff", field: "value", severity: "warning", value, from, to } as const]
      : []),
  ];
};

const valueProblems = (value: number | undefined, measure: Measure): readonly CheckInProblem[] => {
  if (value === undefined) return [];
  if (!Number.isFinite(value)) return [{ code: "valueNotANumber", field: "value", severity: "error" }];
  if (measure.kind !== "milestone") return quantityProblems(value, measure);
  return value === 0 || value === 1 ? [] : [{ code: "valueNotDoneOrOpen", field: "value", severity: "error", value }];
};

const saidProblems = ({ value, confidence, note }: CheckIn): readonly CheckInProblem[] => {
  const length = storedLength(note);
  const nothing = value === undefined && confidence === undefined && note.trim() === "";
  return [
    ...(nothing ? [{ code: "nothingStated", field: "value", severity: "error" } as const] : []),
    ...(confidence === undefined || (confidence >= 0 && confidence <= 10)
      ? []
      : [{ code: "confidenceOutOfRange", field: "confidence", severity: "error", confidence } as const]),
    ...(length > NOTE_LIMIT
      ? [{ code: "noteTooLong", field: "note", severity: "error", length, limit: NOTE_LIMIT } as const]
      : []),
  ];
};

const timeProblems = ({ at, cycleKey }: CheckIn, now: Instant, context: ProblemContext): readonly CheckInProblem[] => {
  const cycle = context.cycles.get(cycleKey);
  return [
    ...(epochMsOf(at) > epochMsOf(now) + CLOCK_TOLERANCE
      ? [{ code: "inFuture", field: "at", severity: "error", at, now } as const]
      : []),
    ...(cycle?.closed
      ? [{ code: "cycleClosed", field: "cycleKey", severity: "error", cycleKey, name: cycle.name } as const]
      : []),
  ];
};

/** Everything wrong with one check-in, at the moment `now`. Rules [PB17] to [PB21]. */
export const checkInProblems = (checkIn: CheckIn, now: Instant, context: ProblemContext): readonly CheckInProblem[] => {
  const { id, keyResultId, value, note, at } = checkIn;
  const keyResult = context.keyResults.get(keyResultId);
  const objective = keyResult && context.objectives.get(keyResult.objectiveId);
  const period = objective && periodOf(objective, context.cycles.get(objective.cycleKey));
  const unsourced = keyResult?.measure.kind === "baseline" && value !== undefined && note.trim() === "";
  return [
    ...(keyResult
      ? valueProblems(value, keyResult.measure)
      : [{ code: "keyResultMissing", field: "keyResultId", severity: "error", keyResultId } as const]),
    ...saidProblems(checkIn),
    ...(unsourced ? [{ code: "sourceMissing", field: "note", severity: "warning" } as const] : []),
    ...timeProblems(checkIn, now, context),
    ...(period && dayOf(at) < period.start
      ? [{ code: "beforeStart", field: "at", severity: "info", at } as const]
      : []),
    ...(context.doubled.has(id) ? [{ code: "duplicateId", field: "id", severity: "error", id } as const] : []),
  ];
};
