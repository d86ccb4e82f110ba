import type { Instant } from "#shared/domain/day.ts";
import type { CycleKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";
import type { Cursors } from "./okrRepository.ts";

/** Every row of the company in some cycles, as it was at one moment. */
export interface Snapshot {
  readonly asOf: Instant;
  readonly cycleKeys: readonly CycleKey[];
  readonly set: OkrSet;
  /** Where the changes since then begin, none later than the rows. */
  readonly cursors: Cursors;
}

/** One file for all, written by whichever lead is active; whoever reads it brings it up to date by its cursors. */
export interface Snapshots {
  /** Undefined when there is none that can be read. */
  readonly read: () => Promise<Result<Snapshot | undefined, AccessError>>;
  readonly write: (snapshot: Snapshot) => Promise<Result<void, AccessError>>;
}

export interface SnapshotsDep {
  readonly snapshots: Snapshots;
}
