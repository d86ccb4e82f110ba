import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { CycleKey, PartitionKey, Revision, RowRef, UnitKey } from "#shared/domain/okr/ids.ts";
import type { InitiativeSet } from "#shared/domain/okr/initiative.ts";
import type { KeyResult, Place } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Shelf } from "#shared/domain/partition/rows.ts";
import type { Result } from "#shared/domain/result.ts";
import type { ChangeCursor } from "./okrRepository.ts";

/** Nothing can be kept on this device now. Whatever the server holds is untouched. */
export interface CopyUnavailable {
  readonly type: "CopyUnavailable";
  /** `nobody`: it is not known who is signed in. `full`: the device has no room. */
  readonly reason: "nobody" | "full" | "failed";
}

/** The frame as it was read; `asOf` in milliseconds since 1970. */
export interface CopiedFrame {
  readonly frame: Frame;
  readonly asOf: number;
}

/** All initiatives of a unit in a cycle, as the server had them at `asOf`, in milliseconds since 1970. */
export interface CopiedInitiatives {
  readonly place: Place;
  readonly set: InitiativeSet;
  readonly asOf: number;
}

/** A row of one of the server's lists. While a record moves between lists it lies in two rows. */
export type CopiedRow = { readonly partition: PartitionKey; readonly revision: Revision } & (
  | { readonly kind: "objective"; readonly record: Objective }
  | { readonly kind: "keyResult"; readonly record: KeyResult }
  | { readonly kind: "checkIn"; readonly record: CheckIn }
);

/** Units of some cycles in one partition. */
export interface CopyPart {
  readonly partition: PartitionKey;
  readonly cycleKeys: readonly CycleKey[];
  readonly units: "all" | readonly UnitKey[];
}

/** How far the copy of one partition goes. */
export interface PartitionState {
  readonly key: PartitionKey;
  /** Where its stream goes on. Absent: it has to be read again; what is covered was true at `asOf` all the same. */
  readonly cursor?: ChangeCursor;
  /** Milliseconds since 1970. At that moment what is covered of a list was as the server had it. */
  readonly asOf: Readonly<Record<Shelf, number>>;
  /** The units whose rows are all here, by cycle. */
  readonly covered: ReadonlyMap<CycleKey, "all" | ReadonlySet<UnitKey>>;
  /** It was closed before it was last asked, so nothing will ever change in it. */
  readonly settled: boolean;
}

export interface CopiedPartition extends PartitionState {
  /** Of the step that made this state. */
  readonly version: number;
  /** Of the step that emptied it last; what was remembered of earlier steps says nothing about it. */
  readonly restartedAt: number;
}

/** The copy at one moment. Every update is one step, counted from 1. */
export interface CopyMoment {
  /** Another one after the copy was emptied. */
  readonly copy: string;
  readonly step: number;
  /** Those asked for that are here. */
  readonly partitions: ReadonlyMap<PartitionKey, CopiedPartition>;
}

export interface CopyReading extends CopyMoment {
  readonly rows: readonly CopiedRow[];
}

export interface CopyNews extends CopyMoment {
  /** All rows of every record of which a row came, changed or went. */
  readonly rows: readonly CopiedRow[];
  readonly removed: readonly RowRef[];
}

/** What belongs together: all of it happens or nothing. */
export interface CopyUpdate {
  /** Versions as they were found, undefined for a partition that was not there. If one is another now, nothing happens. */
  readonly expected: ReadonlyMap<PartitionKey, number | undefined>;
  /** New states, after which the versions of these partitions are that of this step. */
  readonly partitions: readonly PartitionState[];
  /** These lose every row first. */
  readonly restarted: readonly PartitionKey[];
  /** What lies in these parts and is not put again is removed. */
  readonly replaced: readonly CopyPart[];
  readonly put: readonly CopiedRow[];
  /** Put only where some row of the record is here already. */
  readonly putIfKnown: readonly CopiedRow[];
  /** Removed last. */
  readonly removed: readonly RowRef[];
}

/** Removals are remembered for that many steps; who has not asked for longer has to read anew. */
export const REMEMBERED_STEPS = 10_000;

/** A copy of what one person of one organisation has read, on this device. Several windows may use it at once. */
export interface CopyStore {
  readonly readFrame: () => Promise<Result<CopiedFrame | undefined, CopyUnavailable>>;
  /** Undefined forgets it. */
  readonly writeFrame: (frame: CopiedFrame | undefined) => Promise<Result<void, CopyUnavailable>>;
  readonly readPartitions: (keys: readonly PartitionKey[]) => Promise<Result<CopyMoment, CopyUnavailable>>;
  /** The rows of the parts and the states of their partitions, all of one moment. */
  readonly readRows: (parts: readonly CopyPart[]) => Promise<Result<CopyReading, CopyUnavailable>>;
  /** What happened in partitions after the given steps. */
  readonly readSince: (steps: ReadonlyMap<PartitionKey, number>) => Promise<Result<CopyNews, CopyUnavailable>>;
  readonly update: (update: CopyUpdate) => Promise<Result<"done" | "moved", CopyUnavailable>>;
  /** Those of the places that are here. */
  readonly readInitiatives: (
    places: readonly Place[],
  ) => Promise<Result<readonly CopiedInitiatives[], CopyUnavailable>>;
  /** Each takes the place of what was kept of its unit and cycle. */
  readonly writeInitiatives: (copied: readonly CopiedInitiatives[]) => Promise<Result<void, CopyUnavailable>>;
  /** Removes every trace from this device, also what other windows hold; they keep nothing from then on. */
  readonly clear: () => Promise<void>;
  /** Calls back after another window updated the copy; the result ends it. */
  readonly onChange: (listener: () => void) => () => void;
}

export interface CopyStoreDep {
  readonly copyStore: CopyStore;
}
