import type { Day } from "../day.ts";
import type { CycleKey, KeyResultId, ObjectiveId, UnitKey } from "./ids.ts";
import type { Person } from "./person.ts";

/**
 * How a key result is measured. Values are in `unit` (free text such as `%`, `days`, `€ m`); a percentage unit holds 96 for
 * 96 %, as people type it.
 */
export type Measure =
  | {
      readonly kind: "metric";
      readonly direction: "up" | "down";
      readonly unit: string;
      readonly baseline: number;
      readonly target: number;
    }
  | {
      readonly kind: "metric";
      readonly direction: "stayAbove" | "stayBelow";
      readonly unit: string;
      readonly limit: number;
    }
  | {
      readonly kind: "metric";
      readonly direction: "stayBetween";
      readonly unit: string;
      readonly low: number;
      readonly high: number;
    }
  /** Percent complete, 0 to `target` (usually 100). */
  | { readonly kind: "percentage"; readonly target: number }
  /** Done or not done; `acceptance` says what counts as done. */
  | { readonly kind: "milestone"; readonly due?: Day; readonly acceptance: string }
  /** The figure is not known yet; measuring it is the result. */
  | { readonly kind: "baseline"; readonly unit: string };

/** What scores 0.3, 0.7 and 1.0 mean, in the unit of the measure, agreed before the cycle starts. */
export interface PreScore {
  readonly commit: number;
  readonly target: number;
  readonly stretch: number;
}

/** A unit in a cycle. */
export interface Place {
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
}

export interface KeyResult {
  readonly id: KeyResultId;
  readonly objectiveId: ObjectiveId;
  /** Copies of the objective's, so that one indexed filter finds all rows of a unit. */
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
  readonly title: string;
  readonly owner?: Person;
  readonly measure: Measure;
  readonly preScore?: PreScore;
  /** Share of its objective in percent, 0-100; absent means an equal part of what the others leave. */
  readonly weight?: number;
  /** End score given by people, 0.0-1.0 in steps of 0.1. */
  readonly score?: number;
  readonly order: number;
  /**
   * Where it was before it moved; its check-ins of that time lie there still, because they are only ever added. Kept by the
   * storage: whoever changes a key result does not name it.
   */
  readonly formerly?: readonly Place[];
}
