import { parseInstant } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { checkInId, cycleKey, keyResultId, personId, unitKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { ok } from "#shared/domain/result.ts";
import { malformed } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { optional } from "./parts.ts";
import { EVERYBODY_ADDS } from "./rights.ts";
import { listTitle } from "./titles.ts";

const columns = {
  OkrId: { kind: "text", required: true, unique: true, description: "Identity, made by the app" },
  KrId: { kind: "text", required: true, indexed: true, description: "Identity of the key result" },
  UnitKey: { kind: "text", required: true, indexed: true, description: "Key of the unit of the key result" },
  CycleKey: { kind: "text", required: true, indexed: true, description: "Key of the cycle of the key result" },
  // Text, because date columns drop fractions of a second; ISO 8601 in UTC sorts like time.
  At: { kind: "text", required: true, indexed: true, description: "When, ISO 8601 in UTC" },
  ByOid: { kind: "text", description: "Entra object id of the author" },
  ByName: { kind: "text", description: "Name of the author when it was written" },
  ByUpn: { kind: "text", description: "Address of the author when it was written" },
  Value: { kind: "number", description: "Value in the unit of the key result" },
  Confidence: { kind: "number", description: "How sure the author is, 0 to 10" },
  Note: { kind: "note", description: "What happened" },
} as const;

export const checkInCodec: ListCodec<CheckIn, typeof columns> = {
  list: {
    displayName: listTitle(HOME_PARTITION, "checkIns"),
    description: "Check-ins kept by Drumbeat; only ever added",
    rights: EVERYBODY_ADDS,
    columns,
  },
  keyColumn: "OkrId",
  cells: {
    id: (OkrId) => ({ OkrId }),
    keyResultId: (KrId) => ({ KrId }),
    unitKey: (UnitKey) => ({ UnitKey }),
    cycleKey: (CycleKey) => ({ CycleKey }),
    at: (At) => ({ At }),
    author: (author) => ({ ByOid: author?.id, ByName: author?.name, ByUpn: author?.upn }),
    value: (Value) => ({ Value }),
    confidence: (Confidence) => ({ Confidence }),
    note: (Note) => ({ Note }),
  },
  read: (row) => {
    const instant = parseInstant(row.At);
    if (instant === undefined) return malformed("At");
    return ok({
      id: checkInId(row.OkrId),
      keyResultId: keyResultId(row.KrId),
      unitKey: unitKey(row.UnitKey),
      cycleKey: cycleKey(row.CycleKey),
      at: instant,
      author: { id: personId(row.ByOid ?? ""), name: row.ByName ?? "", ...optional("upn", row.ByUpn) },
      ...optional("value", row.Value),
      ...optional("confidence", row.Confidence),
      note: row.Note ?? "",
    });
  },
};
