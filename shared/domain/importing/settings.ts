import type { Instant } from "../day.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import type { Cycle } from "../okr/cycle.ts";
import type { CycleKey, KeyResultId, ObjectiveId, UnitKey } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import type { Person } from "../okr/person.ts";
import type { Unit } from "../okr/unit.ts";
import type { RejectReason, Remark, RowReport, SkipReason } from "./reasons.ts";

export interface ImportSettings {
  /** Names where the table comes from; the same source and row id give the same GUID every time. For example the file name. */
  readonly source: string;
  /** BCP 47; how numbers and days in the table are written. */
  readonly locale: string;
  readonly frame: Frame;
  /** What is stored already: its rows are passed over, and it may hold the parents of new ones. */
  readonly existing: OkrSet;
  /** Author of the check-ins that the table contains. */
  readonly author: Person;
  readonly now: Instant;
  /** Owners as written in the table, to people; ask `ownersIn` which there are. */
  readonly people: ReadonlyMap<string, Person>;
  /** For rows that name no cycle. */
  readonly cycleKey?: CycleKey;
  /** For rows that name no unit; otherwise the first unit without a parent. */
  readonly unitKey?: UnitKey;
  /** Makes no cycles and units: rows that name others go to `cycleKey` and `unitKey`. Needs both. [IF9] */
  readonly onlyKnown?: boolean;
  /** A parent that is nowhere is left out and remarked instead of stopping its row: exports are often a part of the whole. [IM5] */
  readonly looseParents?: boolean;
  /** Objectives that are neither closed nor postponed become drafts, for their leads to publish. */
  readonly asDrafts?: boolean;
}

/** Only what has to be created; everything it refers to is in it or exists. */
export interface ImportPlan {
  readonly cycles: readonly Cycle[];
  readonly units: readonly Unit[];
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly checkIns: readonly CheckIn[];
}

/** Every row below the header is in exactly one of `taken`, `rejected` and `skipped`, each in the order of the table. */
export interface ImportResult {
  readonly plan: ImportPlan;
  /** The row that each planned objective, key result and named unit comes from, to report what storing it came to. */
  readonly rowOf: ReadonlyMap<ObjectiveId | KeyResultId | UnitKey, number>;
  readonly taken: readonly number[];
  readonly rejected: readonly RowReport<RejectReason>[];
  readonly skipped: readonly RowReport<SkipReason>[];
  /** Decisions about rows that were taken. */
  readonly remarks: readonly RowReport<Remark>[];
  /** Headers of columns nothing was made of. */
  readonly unusedColumns: readonly string[];
}
