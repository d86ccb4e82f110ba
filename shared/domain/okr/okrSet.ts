import type { CheckIn } from "./checkIn.ts";
import type { Cycle } from "./cycle.ts";
import type { CheckInId, KeyResultId, ObjectiveId, Revision } from "./ids.ts";
import type { KeyResult } from "./keyResult.ts";
import type { Objective } from "./objective.ts";
import type { Partition } from "../partition/partition.ts";
import type { Level, Unit } from "./unit.ts";

/** The frame in which OKRs live: small, read at start. */
export interface Frame {
  readonly organisation: string;
  readonly levels: readonly Level[];
  readonly units: readonly Unit[];
  readonly cycles: readonly Cycle[];
  /** Beside the home lists, which hold whatever has no partition of its own. */
  readonly partitions: readonly Partition[];
}

export type RecordId = ObjectiveId | KeyResultId | CheckInId;

/** A draft of what is published too: so it is for a moment while a record moves between the lists. */
export type DraftBeside = { readonly revision: Revision } & (
  | { readonly kind: "objective"; readonly record: Objective }
  | { readonly kind: "keyResult"; readonly record: KeyResult }
);

/** OKRs as read at one moment, in no particular order. */
export interface OkrSet {
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly checkIns: readonly CheckIn[];
  /** The version of each record at that moment. */
  readonly revisions: ReadonlyMap<RecordId, Revision>;
  /** They count as soon as the published row is gone. Absent: none. */
  readonly beside?: readonly DraftBeside[];
}

export const emptyOkrSet: OkrSet = { objectives: [], keyResults: [], checkIns: [], revisions: new Map() };
