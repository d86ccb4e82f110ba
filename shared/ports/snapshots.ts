import type { Instant } from "#shared/domain/day.ts";
import type { CycleKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";
import type { Cursors } from "./okrRepository.ts";

/** Every row of the company in some cycles, as it was at one moment; perhaps of the check-ins only how each key result stands. */
export interface Snapshot {
  readonly asOf: Instant;
  readonly cycleKeys: readonly CycleKey[];
  readonly set: OkrSet;
  /** Where the changes since then begin, none later than the rows. */
  readonly cursors: Cursors;
}

/** Files for all, written by whichever lead is active; whoever reads one brings it up to date by its cursors. */
export interface Snapshots {
  /**
   * Undefined when there is none that can be read.
   * @param detail `standing`: of the check-ins only those that say how each key result stands, which is a fraction of the bytes
   */
  readonly read: (detail?: "standing") => Promise<Result<Snapshot | undefined, AccessError>>;
  /** Keeps all of it, and beside it how everything stands. */
  readonly write: (snapshot: Snapshot) => Promise<Result<void, AccessError>>;
}

export interface SnapshotsDep {
  readonly snapshots: Snapshots;
}
