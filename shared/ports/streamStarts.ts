import type { Instant } from "#shared/domain/day.ts";
import type { PartitionKey, Revision } from "#shared/domain/okr/ids.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";
import type { ChangeCursor } from "./okrRepository.ts";

/** A place in the stream of a partition up to which its roll-ups are counted. */
export interface StreamStart {
  readonly cursor: ChangeCursor;
  /** By the clock of the service. */
  readonly asOf: Instant;
}

export interface KeptStarts {
  readonly starts: ReadonlyMap<PartitionKey, StreamStart>;
  /** Which rows they lie in, for whoever writes them anew. */
  readonly revisions: ReadonlyMap<PartitionKey, Revision>;
}

/** Kept for all: whoever counts goes on from there, and whoever opens a view need not begin streams of their own. */
export interface StreamStarts {
  readonly read: () => Promise<Result<KeptStarts, AccessError>>;
  /** Makes the kept ones be these; those of other partitions are forgotten. Somebody else's row that is newer than what was read stays. */
  readonly write: (
    starts: ReadonlyMap<PartitionKey, StreamStart>,
    known: KeptStarts,
  ) => Promise<Result<void, AccessError>>;
}

export interface StreamStartsDep {
  readonly streamStarts: StreamStarts;
}
