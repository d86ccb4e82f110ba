import type { CycleSet } from "../calendar.ts";
import type { KeyResultPattern, Theme } from "../material/parse.ts";
import type { Unit } from "../organisation/staff.ts";
import type { WorldCycle } from "../types.ts";

/** The part a cycle plays in the story. */
export type Role = keyof CycleSet;

/** A place for one objective: a unit in a cycle. */
export interface Slot {
  /** Unique within the world and independent of chance: unit, role, number. */
  readonly key: string;
  readonly unit: Unit;
  readonly role: Role;
  readonly cycle: WorldCycle;
}

/** Why an objective is what it is; the truth behind the duplicates. */
type Origin =
  | { readonly type: "own" }
  /** The next step of an objective of the same unit in an earlier quarter. */
  | { readonly type: "continued"; readonly by: Draft }
  | { readonly type: "passedDown"; readonly from: Draft }
  | { readonly type: "shared"; readonly with: Unit; readonly half: 0 | 1 };

/** A slot with the theme it was given. */
export interface Draft {
  readonly slot: Slot;
  readonly theme: Theme;
  readonly origin: Origin;
}

/** A draft with its final words. */
export interface WordedDraft extends Draft {
  readonly title: string;
  readonly patterns: readonly KeyResultPattern[];
}

/** Whether two cycles have a day in common. */
export const overlap = (one: WorldCycle, other: WorldCycle): boolean =>
  one.start <= other.end && other.start <= one.end;
