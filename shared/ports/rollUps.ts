import type { Instant } from "#shared/domain/day.ts";
import type { CycleKey, Revision } from "#shared/domain/okr/ids.ts";
import type { UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

/** How every unit stood at some moment. Written by whichever lead is active; nobody may depend on its being fresh. */
export interface KeptRollUps {
  readonly rollUps: readonly UnitRollUp[];
  /** When the OKRs of a cycle were as counted; a cycle that was never counted is missing. */
  readonly asOf: ReadonlyMap<CycleKey, Instant>;
  /** Which rows they lie in, for whoever writes them anew. */
  readonly revisions: ReadonlyMap<string, Revision>;
}

export interface RollUps {
  /** All units of the cycles, in one exchange; without the records that were counted unless they are asked for. */
  readonly read: (cycleKeys: readonly CycleKey[], detail?: "records") => Promise<Result<KeptRollUps, AccessError>>;
  /**
   * Makes the kept ones be these, writing only rows that differ from what was read with its records; the moment comes last. Somebody else's row
   * that is newer than what was read stays.
   * @returns rows written, of which each may hold several units
   */
  readonly write: (
    rollUps: readonly UnitRollUp[],
    asOf: ReadonlyMap<CycleKey, Instant>,
    known: KeptRollUps,
  ) => Promise<Result<number, AccessError>>;
}

export interface RollUpsDep {
  readonly rollUps: RollUps;
}
