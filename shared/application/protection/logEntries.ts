import { logEntryId, type LogAction, type LogEntry } from "#shared/domain/audit/logEntry.ts";
import { instantOf } from "#shared/domain/day.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { IdsDep } from "#shared/ports/ids.ts";

type About = Omit<LogEntry, "id" | "at" | "author" | "action" | "reason">;

export const newEntry = (
  { clock, ids }: ClockDep & IdsDep,
  author: Person,
  action: LogAction,
  reason: string,
  about: About = {},
): LogEntry => ({ id: logEntryId(ids.guid()), at: instantOf(clock.now()), author, action, reason, ...about });
