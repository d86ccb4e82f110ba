import type { Brand } from "../brand.ts";
import type { Instant } from "../day.ts";
import type { CycleKey, KeyResultId, ObjectiveId, UnitKey } from "../okr/ids.ts";
import type { Person } from "../okr/person.ts";

/** A GUID made by the client, so that a repeated entry is kept once. */
export type LogEntryId = Brand<string, "LogEntryId">;
export const logEntryId = (text: string): LogEntryId => text as LogEntryId;

export const LOG_ACTIONS = ["publish", "unlock", "openCycle", "closeCycle", "reopenCycle", "repair", "restore"] as const;
export type LogAction = (typeof LOG_ACTIONS)[number];

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
}
