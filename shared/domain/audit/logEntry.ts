import type { Brand } from "../brand.ts";
import type { Instant } from "../day.ts";
import type { CycleKey, KeyResultId, ObjectiveId, UnitKey } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Person } from "../okr/person.ts";

/** A GUID made by the client, so that a repeated entry is kept once. */
export type LogEntryId = Brand<string, "LogEntryId">;
export const logEntryId = (text: string): LogEntryId => text as LogEntryId;

export const LOG_ACTIONS = [
  "publish",
  "unlock",
  "openCycle",
  "closeCycle",
  "reopenCycle",
  "repair",
  "restore",
] as const;
export type LogAction = (typeof LOG_ACTIONS)[number];

/** An objective with its key results as they were when it was published or unlocked. */
export interface Agreed {
  readonly objective: Objective;
  readonly keyResults: readonly KeyResult[];
}

/** What somebody did that the versions of rows do not tell. Only ever added. */
export interface LogEntry {
  readonly id: LogEntryId;
  readonly at: Instant;
  readonly author: Person;
  readonly action: LogAction;
  /** Why, in the words of the author; may be empty. */
  readonly reason: string;
  readonly recordId?: ObjectiveId | KeyResultId;
  readonly unitKey?: UnitKey;
  readonly cycleKey?: CycleKey;
  /** Of publishing and unlocking: SharePoint's versions of a row end when it moves to another list. */
  readonly agreed?: Agreed;
}
