import type { CheckIn } from "./checkIn.ts";
import type { Cycle } from "./cycle.ts";
import type { KeyResultId, ObjectiveId, Revision } from "./ids.ts";
import type { KeyResult } from "./keyResult.ts";
import type { Objective } from "./objective.ts";
import type { Level, Unit } from "./unit.ts";

/** The frame in which OKRs live: small, read at start. */
export interface Frame {
  readonly organisation: string;
  readonly levels: readonly Level[];
  readonly units: readonly Unit[];
  readonly cycles: readonly Cycle[];
}

/** OKRs as read at one moment, in no particular order. */
export interface OkrSet {
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly checkIns: readonly CheckIn[];
  /** The version of each objective and key result at that moment. */
  readonly revisions: ReadonlyMap<ObjectiveId | KeyResultId, Revision>;
}

export const emptyOkrSet: OkrSet = { objectives: [], keyResults: [], checkIns: [], revisions: new Map() };
