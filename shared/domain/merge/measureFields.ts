import type { Day } from "../day.ts";
import type { Measure } from "../okr/keyResult.ts";
import type { MeasureDraft } from "../problems/measureProblems.ts";
import { unreachable } from "../result.ts";

/** How a key result is measured, as one word of a list. */
export const MEASURE_CHOICES = [
  "up",
  "down",
  "stayAbove",
  "stayBelow",
  "stayBetween",
  "percentage",
  "milestone",
  "baseline",
] as const;
export type MeasureChoice = (typeof MEASURE_CHOICES)[number];

/** A measure laid out in columns: limits and the upper end of a range stand under Target, the lower end under Start. [SE6] */
export interface MeasureFields {
  readonly measure: MeasureChoice;
  readonly unit: string;
  readonly start: number | undefined;
  readonly target: number | undefined;
  readonly due: Day | undefined;
}

const EMPTY = { unit: "", start: undefined, target: undefined, due: undefined } as const;

const metricFields = (measure: Extract<Measure, { kind: "metric" }>): MeasureFields => {
  const { direction: choice, unit } = measure;
  switch (measure.direction) {
    case "up":
    case "down":
      return { ...EMPTY, measure: choice, unit, start: measure.baseline, target: measure.target };
    case "stayAbove":
    case "stayBelow":
      return { ...EMPTY, measure: choice, unit, target: measure.limit };
    case "stayBetween":
      return { ...EMPTY, measure: choice, unit, start: measure.low, target: measure.high };
    default:
      return unreachable(measure);
  }
};

export const measureFields = (measure: Measure): MeasureFields => {
  switch (measure.kind) {
    case "metric":
      return metricFields(measure);
    case "percentage":
      return { ...EMPTY, measure: "percentage", target: measure.target };
    case "milestone":
      return { ...EMPTY, measure: "milestone", due: measure.due };
    case "baseline":
      return { ...EMPTY, measure: "baseline", unit: measure.unit };
    default:
      return unreachable(measure);
  }
};

/** The measure that the columns describe. Numbers may still be missing; `acceptance` has no column and is kept. [SE6] */
export const measureDraft = (fields: MeasureFields, acceptance: string): MeasureDraft => {
  const { measure: choice, unit, start, target, due } = fields;
  switch (choice) {
    case "up":
    case "down":
      return { kind: "metric", direction: choice, unit, baseline: start, target };
    case "stayAbove":
    case "stayBelow":
      return { kind: "metric", direction: choice, unit, limit: target };
    case "stayBetween":
      return { kind: "metric", direction: choice, unit, low: start, high: target };
    case "percentage":
      return { kind: "percentage", target };
    case "milestone":
      return { kind: "milestone", acceptance, ...(due === undefined ? {} : { due }) };
    case "baseline":
      return { kind: "baseline", unit };
    default:
      return unreachable(choice);
  }
};

export const acceptanceOf = (measure: Measure | undefined): string =>
  measure?.kind === "milestone" ? measure.acceptance : "";

/** Columns that mean something for a measure; anything in the others would be lost. [SE6] */
export const USED_COLUMNS: Readonly<Record<MeasureChoice, readonly (keyof MeasureFields)[]>> = {
  up: ["unit", "start", "target"],
  down: ["unit", "start", "target"],
  stayAbove: ["unit", "target"],
  stayBelow: ["unit", "target"],
  stayBetween: ["unit", "start", "target"],
  percentage: ["target"],
  milestone: ["due"],
  baseline: ["unit"],
};
