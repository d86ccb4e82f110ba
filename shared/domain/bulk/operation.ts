import type { CycleKey, UnitKey } from "../okr/ids.ts";
import type { Person } from "../okr/person.ts";

/** Columns in which texts are looked for. */
export const TEXT_FIELDS = ["title", "owner", "team", "parent", "unit", "note"] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export type DayStep = "days" | "weeks" | "months";

/** What is to be done with many rows at once. */
export type BulkOperation =
  | { readonly kind: "moveCycle"; readonly cycle: CycleKey; readonly moveDays: boolean }
  /** `text` is what the cell is to say so that it is understood; without a person the cells are emptied. */
  | { readonly kind: "setOwner"; readonly owner?: { readonly person: Person; readonly text: string } }
  /** `by` is a whole number, below 0 for earlier. */
  | { readonly kind: "shiftDays"; readonly by: number; readonly step: DayStep }
  | {
      readonly kind: "rescale";
      readonly factor: number;
      /** Another unit of measure; absent: it stays. */
      readonly unit?: string;
      readonly starts: boolean;
      readonly currents: boolean;
      /** Digits behind the decimal sign; absent: as they come. */
      readonly decimals?: number;
    }
  /** `parent` is the id of an objective or key result; absent: objectives lose their parents. */
  | { readonly kind: "setParent"; readonly parent?: string; readonly add: boolean }
  | { readonly kind: "carryOver"; readonly cycle: CycleKey; readonly keepProgress: boolean }
  | {
      readonly kind: "clone";
      readonly units: readonly UnitKey[];
      /** In titles the new unit's name replaces that of the old one. */
      readonly rename: boolean;
      readonly parents: "same" | "original" | "none";
      readonly keepOwner: boolean;
    }
  | {
      readonly kind: "replace";
      readonly find: string;
      readonly replacement: string;
      readonly wholeWord: boolean;
      readonly matchCase: boolean;
      readonly fields: readonly TextField[];
    };

export type BulkKind = BulkOperation["kind"];
