import { LOG_ACTIONS, logEntryId, type Agreed, type LogEntry } from "#shared/domain/audit/logEntry.ts";
import { parseInstant } from "#shared/domain/day.ts";
import { cycleKey, objectiveId, personId, unitKey } from "#shared/domain/okr/ids.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { agreed } from "#shared/domain/transfer/records.ts";
import { parseJson } from "../json.ts";
import { malformed, type MalformedColumn } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { NOTE_LIMIT } from "./columns.ts";
import { optional } from "./parts.ts";
import { LEADS_ADD } from "./rights.ts";

const columns = {
  EntryId: { kind: "text", required: true, unique: true, description: "Identity, made by the app" },
  At: { kind: "text", required: true, indexed: true, description: "When, ISO 8601 in UTC" },
  ByOid: { kind: "text", description: "Entra object id of who did it" },
  ByName: { kind: "text", description: "Name of who did it" },
  ByUpn: { kind: "text", description: "Address of who did it" },
  Action: { kind: "choice", required: true, choices: LOG_ACTIONS, description: "What was done" },
  Reason: { kind: "note", description: "Why" },
  OkrKey: { kind: "text", indexed: true, description: "Identity of the objective or key result" },
  UnitKey: { kind: "text", indexed: true, description: "Key of the unit" },
  CycleKey: { kind: "text", indexed: true, description: "Key of the cycle" },
  Agreed: { kind: "note", description: "The OKR as it was published or unlocked, as JSON" },
} as const;

export const logCodec: ListCodec<LogEntry, typeof columns> = {
  list: {
    displayName: "Drumbeat Log",
    description: "What people did to OKRs; only ever added",
    rights: LEADS_ADD,
    columns,
  },
  keyColumn: "EntryId",
  cells: {
    id: (EntryId) => ({ EntryId }),
    at: (At) => ({ At }),
    author: (author) => ({ ByOid: author?.id, ByName: author?.name, ByUpn: author?.upn }),
    action: (Action) => ({ Action }),
    reason: (Reason) => ({ Reason }),
    recordId: (OkrKey) => ({ OkrKey }),
    unitKey: (UnitKey) => ({ UnitKey }),
    cycleKey: (CycleKey) => ({ CycleKey }),
    agreed: (value) => ({ Agreed: writeAgreed(value) }),
  },
  read: (row) => {
    const at = parseInstant(row.At);
    if (at === undefined) return malformed("At");
    const what = readAgreed(row.Agreed);
    if (!what.ok) return what;
    return ok({
      id: logEntryId(row.EntryId),
      at,
      author: { id: personId(row.ByOid ?? ""), name: row.ByName ?? "", ...optional("upn", row.ByUpn) },
      action: row.Action,
      reason: row.Reason ?? "",
      ...optional("recordId", row.OkrKey === undefined ? undefined : objectiveId(row.OkrKey)),
      ...optional("unitKey", row.UnitKey === undefined ? undefined : unitKey(row.UnitKey)),
      ...optional("cycleKey", row.CycleKey === undefined ? undefined : cycleKey(row.CycleKey)),
      ...optional("agreed", what.value),
    });
  },
};

/** What does not fit is left out: that somebody published matters more than what the history can then show. */
const writeAgreed = (value: Agreed | undefined): string | undefined => {
  const text = value && JSON.stringify(value);
  return text !== undefined && text.length <= NOTE_LIMIT ? text : undefined;
};

const readAgreed = (text: string | undefined): Result<Agreed | undefined, MalformedColumn> => {
  if (text === undefined) return ok(undefined);
  const read = agreed(parseJson(text), "");
  return read.ok ? read : malformed("Agreed");
};
