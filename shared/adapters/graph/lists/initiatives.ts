import { cycleKey, initiativeId, keyResultId, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import { INITIATIVE_STATES, type Initiative } from "#shared/domain/okr/initiative.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { ok } from "#shared/domain/result.ts";
import type { ListCodec } from "./codec.ts";
import { optional, readDay, readPerson } from "./parts.ts";
import { EVERYBODY_CHANGES } from "./rights.ts";
import { listTitle } from "./titles.ts";

const columns = {
  Title: { kind: "text", required: true, builtIn: true, description: "The work" },
  OkrId: { kind: "text", required: true, unique: true, description: "Identity, made by the app" },
  ObjectiveKey: {
    kind: "text",
    required: true,
    indexed: true,
    description: "Identity of the objective that it serves",
  },
  KrId: { kind: "text", indexed: true, description: "Identity of the key result that it should move" },
  UnitKey: { kind: "text", required: true, indexed: true, description: "Key of the unit of the objective" },
  CycleKey: { kind: "text", required: true, indexed: true, description: "Key of the cycle of the objective" },
  OwnerOid: { kind: "text", description: "Entra object id of the owner" },
  OwnerName: { kind: "text", description: "Name of the owner when it was written" },
  OwnerUpn: { kind: "text", description: "Address of the owner when it was written" },
  WorkState: { kind: "choice", required: true, choices: INITIATIVE_STATES, description: "How far it is" },
  DueOn: { kind: "text", description: "Last day on which it is in time, YYYY-MM-DD" },
  Note: { kind: "note", description: "What else there is to know" },
  // Addresses are often longer than a single line of text may be.
  WorkLink: { kind: "note", description: "Where the work is done" },
} as const;

export const initiativeCodec: ListCodec<Initiative, typeof columns> = {
  list: {
    displayName: listTitle(HOME_PARTITION, "initiatives"),
    description: "The work that moves key results; kept by Drumbeat",
    rights: EVERYBODY_CHANGES,
    columns,
  },
  keyColumn: "OkrId",
  cells: {
    id: (OkrId) => ({ OkrId }),
    objectiveId: (ObjectiveKey) => ({ ObjectiveKey }),
    keyResultId: (KrId) => ({ KrId }),
    unitKey: (UnitKey) => ({ UnitKey }),
    cycleKey: (CycleKey) => ({ CycleKey }),
    title: (Title) => ({ Title }),
    owner: (owner) => ({ OwnerOid: owner?.id, OwnerName: owner?.name, OwnerUpn: owner?.upn }),
    state: (WorkState) => ({ WorkState }),
    due: (DueOn) => ({ DueOn }),
    note: (Note) => ({ Note }),
    link: (WorkLink) => ({ WorkLink }),
  },
  read: (row) => {
    const due = readDay("DueOn", row.DueOn);
    if (!due.ok) return due;
    return ok({
      id: initiativeId(row.OkrId),
      objectiveId: objectiveId(row.ObjectiveKey),
      ...optional("keyResultId", row.KrId === undefined ? undefined : keyResultId(row.KrId)),
      unitKey: unitKey(row.UnitKey),
      cycleKey: cycleKey(row.CycleKey),
      title: row.Title,
      ...optional("owner", readPerson(row.OwnerOid, row.OwnerName, row.OwnerUpn)),
      state: row.WorkState,
      ...optional("due", due.value),
      note: row.Note ?? "",
      ...optional("link", row.WorkLink),
    });
  },
};
