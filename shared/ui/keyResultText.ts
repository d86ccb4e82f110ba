import type { Measure } from "#shared/domain/okr/keyResult.ts";
import type { RollUp } from "#shared/domain/okr/rollUp.ts";
import { unreachable } from "#shared/domain/result.ts";
import type { Ui } from "./UiContext.ts";

type Words = Pick<Ui, "messages" | "format">;

/** A value of the measure as people say it: `93.1 %`, `done`. */
export const valueText = (measure: Measure, value: number, { messages, format }: Words): string => {
  switch (measure.kind) {
    case "metric":
    case "baseline":
      return format.value(value, measure.unit);
    case "percentage":
      return format.value(value, "%");
    case "milestone":
      return value >= 1 ? messages.keyResult.milestoneDone : messages.keyResult.milestoneOpen;
    default:
      return unreachable(measure);
  }
};

/** The same for a forecast: no more digits than it deserves. */
export const roughText = (measure: Measure, value: number, words: Words): string => {
  switch (measure.kind) {
    case "metric":
    case "baseline":
      return words.format.rough(value, measure.unit);
    case "percentage":
      return words.format.rough(value, "%");
    case "milestone":
      return valueText(measure, value, words);
    default:
      return unreachable(measure);
  }
};

/** What is to be reached, in words: `from 91 % to 96 %`, `stay below 5 days`. */
export const measureText = (measure: Measure, words: Words): string => {
  const { keyResult } = words.messages;
  const { format } = words;
  switch (measure.kind) {
    case "metric":
      return metricText(measure, words);
    case "percentage":
      return keyResult.percentDone(format.value(measure.target, "%"));
    case "milestone":
      return measure.due ? keyResult.milestoneDue(format.day(measure.due)) : keyResult.milestone;
    case "baseline":
      return keyResult.baseline(measure.unit);
    default:
      return unreachable(measure);
  }
};

const metricText = (measure: Extract<Measure, { kind: "metric" }>, { messages, format }: Words): string => {
  const { keyResult } = messages;
  const say = (value: number): string => format.value(value, measure.unit);
  switch (measure.direction) {
    case "up":
    case "down":
      return keyResult.fromTo(say(measure.baseline), say(measure.target));
    case "stayAbove":
      return keyResult.stayAbove(say(measure.limit));
    case "stayBelow":
      return keyResult.stayBelow(say(measure.limit));
    case "stayBetween":
      return keyResult.stayBetween(say(measure.low), say(measure.high));
  }
};

/** How much of an objective is measured: `2 of 4 measured`. */
export const coverageText = ({ measured, total }: RollUp, { messages }: Words): string =>
  total === 0 ? messages.objective.noKeyResults : messages.progress.coverage(measured, total);

/** The figure to be met, alone: `96 %`. */
export const targetText = (measure: Measure, words: Words): string => {
  switch (measure.kind) {
    case "metric":
      return measure.direction === "up" || measure.direction === "down"
        ? words.format.value(measure.target, measure.unit)
        : metricText(measure, words);
    case "percentage":
    case "milestone":
    case "baseline":
      return measureText(measure, words);
    default:
      return unreachable(measure);
  }
};
