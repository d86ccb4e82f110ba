import type { LogEntry } from "#shared/domain/audit/logEntry.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type {
  CycleKey,
  InitiativeId,
  KeyResultId,
  ObjectiveId,
  PartitionKey,
  Revision,
  RowRef,
  UnitKey,
} from "#shared/domain/okr/ids.ts";
import type { Initiative, InitiativeSet } from "#shared/domain/okr/initiative.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { DraftBeside, Frame, OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";
import type { Shelf } from "#shared/domain/partition/rows.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Brand } from "#shared/domain/brand.ts";
import type { AccessError } from "./access.ts";

/** Which OKRs: those of all units, or of some, in cycles that are looked at together: a quarter and the year around it. */
export interface OkrScope {
  readonly cycleKeys: readonly CycleKey[];
  /** `all` reads every unit. */
  readonly units: "all" | readonly UnitKey[];
}

/** An opaque place in the stream of changes of one partition; it may be kept for days and used by another reader. */
export type ChangeCursor = Brand<string, "ChangeCursor">;
/** Where the streams of several partitions stand. */
export type Cursors = ReadonlyMap<PartitionKey, ChangeCursor>;

/** A scope as read, and where its changes go on. */
export interface OpenedOkrs {
  readonly set: OkrSet;
  /** One for each partition of the scope, none later than the reading: nothing falls between. */
  readonly cursors: Cursors;
}

/** Which lists of which partitions are asked; of all others nothing is said. */
export type Question = ReadonlyMap<PartitionKey, readonly Shelf[]>;

/** What happened since some cursors. Records outside the reader's scope may be among them. */
export interface OkrChanges {
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly checkIns: readonly CheckIn[];
  readonly revisions: ReadonlyMap<RecordId, Revision>;
  readonly beside?: readonly DraftBeside[];
  /** Rows that are gone. A record is gone when its latest revision names such a row; the reader may never have seen it. */
  readonly removed: readonly RowRef[];
  readonly next: Cursors;
}

/** The streams of these partitions cannot be continued; read their part of the scope again and start new ones. */
export interface ResyncNeeded {
  readonly type: "ResyncNeeded";
  readonly partitions: readonly PartitionKey[];
}

/** The fields a change may touch. A key present with the value `undefined` clears that field. */
export type Changes<T, Keys extends keyof T> = { readonly [K in Keys]?: T[K] | undefined };
export type ObjectiveChanges = Changes<Objective, Exclude<keyof Objective, "id">>;
export type KeyResultChanges = Changes<KeyResult, Exclude<keyof KeyResult, "id" | "formerly">>;

export type InitiativeChanges = Changes<Initiative, Exclude<keyof Initiative, "id">>;

/** What may be changed by several people, and so meet itself changed. */
export type ChangeableRecord = Objective | KeyResult | Initiative;

/** The revisions that a write of several records was based on, by record id. */
export type Bases = Readonly<Record<RecordId, Revision>>;

/** An objective that moves with all its key results between the drafts, which everybody may write, and what is published. */
interface Move {
  /** As it is to be there, its stage included. */
  readonly objective: Objective;
  /** All of them, as they are to be there. */
  readonly keyResults: readonly KeyResult[];
  readonly basedOn: Bases;
  /** Goes into the log with it. */
  readonly entry: LogEntry;
}

export type OkrWrite =
  | { readonly kind: "createObjective"; readonly objective: Objective }
  | {
      readonly kind: "changeObjective";
      readonly id: ObjectiveId;
      readonly changes: ObjectiveChanges;
      readonly basedOn: Revision;
    }
  | { readonly kind: "removeObjective"; readonly id: ObjectiveId; readonly basedOn: Revision }
  | { readonly kind: "createKeyResult"; readonly keyResult: KeyResult }
  | {
      readonly kind: "changeKeyResult";
      readonly id: KeyResultId;
      readonly changes: KeyResultChanges;
      readonly basedOn: Revision;
    }
  | { readonly kind: "removeKeyResult"; readonly id: KeyResultId; readonly basedOn: Revision }
  | { readonly kind: "addCheckIn"; readonly checkIn: CheckIn }
  | { readonly kind: "createInitiative"; readonly initiative: Initiative }
  | {
      readonly kind: "changeInitiative";
      readonly id: InitiativeId;
      readonly changes: InitiativeChanges;
      readonly basedOn: Revision;
    }
  | { readonly kind: "removeInitiative"; readonly id: InitiativeId; readonly basedOn: Revision }
  /** The stage must not be draft. Only leads may. May be repeated until it is `Written`. */
  | ({ readonly kind: "publishObjective" } & Move)
  /** The stage must be draft. Only leads may. May be repeated until it is `Written`. */
  | ({ readonly kind: "unlockObjective" } & Move)
  | { readonly kind: "addLogEntry"; readonly entry: LogEntry }
  | { readonly kind: "saveCycle"; readonly cycle: Cycle }
  | { readonly kind: "saveUnit"; readonly unit: Unit }
  /** Its lists have to be there. */
  | { readonly kind: "savePartition"; readonly partition: Partition };

/** What became of one write. Only `written` changed anything. */
export type WriteOutcome =
  /**
   * Also for what an earlier, unanswered attempt had already carried out. Then `stored` is the record as it is now: somebody may
   * have changed more of it since.
   */
  | { readonly type: "Written"; readonly revision?: Revision; readonly stored?: ChangeableRecord }
  /** Somebody else changed the record meanwhile; `stored` is what it is now. */
  | {
      readonly type: "Stale";
      readonly stored: ChangeableRecord;
      readonly revision: Revision;
      readonly modifiedBy: string;
    }
  | { readonly type: "Gone" }
  /** The service refused a value; `column` where it named one. */
  | { readonly type: "Invalid"; readonly column?: string; readonly message: string }
  /** Not tried because a write it depends on failed. */
  | { readonly type: "Skipped" }
  | { readonly type: "Failed"; readonly error: AccessError };

export interface OkrRepository {
  readonly readFrame: () => Promise<Result<Frame, AccessError>>;
  /** A frame from an earlier session: nothing has to be read any more to find where OKRs lie. The next reading replaces it. */
  readonly knowFrame: (frame: Frame) => void;
  /** `standing`: of the check-ins only those are promised that say how each key result stands; older ones may be missing. */
  readonly readOkrs: (scope: OkrScope, detail?: "standing") => Promise<Result<OkrSet, AccessError>>;
  /** Reads a scope to be followed. Partitions whose streams are `known` already are not started anew; their cursors are handed back. */
  readonly openOkrs: (scope: OkrScope, known?: Cursors) => Promise<Result<OpenedOkrs, AccessError>>;
  /**
   * What happened since. With a question, only in the lists that it names: their cursors go on, and what happened in the others is
   * told when they are asked. Nobody waits for it: refused as too many it is not repeated.
   */
  readonly readChanges: (
    since: Cursors,
    question?: Question,
  ) => Promise<Result<OkrChanges, AccessError | ResyncNeeded>>;
  /** The initiatives of a scope, read anew. Nobody follows them: who looks at them asks. */
  readonly readInitiatives: (scope: OkrScope) => Promise<Result<InitiativeSet, AccessError>>;
  /**
   * Carries out writes, parents before children whatever their order in the list. One outcome per write, in the order given.
   * `onOutcome` is called as each becomes known, so that a long push can show progress and survive an interruption.
   */
  readonly write: (
    writes: readonly OkrWrite[],
    onOutcome?: (index: number, outcome: WriteOutcome) => void,
    signal?: AbortSignal,
  ) => Promise<readonly WriteOutcome[]>;
}

export interface OkrRepositoryDep {
  readonly okrRepository: OkrRepository;
}
