import type { RecordVersion } from "#shared/domain/audit/history.ts";
import type { LogEntry } from "#shared/domain/audit/logEntry.ts";
import type { ObjectiveId, Revision } from "#shared/domain/okr/ids.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

export interface History {
  /** What the row of a revision held and who wrote it, as far back as SharePoint keeps versions of it; oldest first. */
  readonly versionsOf: (revision: Revision) => Promise<Result<readonly RecordVersion[], AccessError>>;
  /** What people did to an objective, or everything that was logged. In no particular order. */
  readonly readLog: (about: ObjectiveId | "everything") => Promise<Result<readonly LogEntry[], AccessError>>;
}

export interface HistoryDep {
  readonly history: History;
}
