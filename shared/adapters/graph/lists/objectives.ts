import { cycleKey, keyResultId, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import type { Objective, ParentRef } from "#shared/domain/okr/objective.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { isRecord, parseJson, textAt } from "../json.ts";
import { malformed, type MalformedColumn } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { optional, readDay, readPerson } from "./parts.ts";
import { LEADS_WRITE } from "./rights.ts";
import { listTitle } from "./titles.ts";

const columns = {
  Title: { kind: "text", required: true, builtIn: true, description: "The objective" },
  OkrId: { kind: "text", required: true, unique: true, description: "Identity, made by the app" },
  Why: { kind: "note", description: "Why it matters now" },
  UnitKey: { kind: "text", required: true, indexed: true, description: "Key of the unit that pursues it" },
  CycleKey: { kind: "text", required: true, indexed: true, description: "Key of its cycle" },
  OwnerOid: { kind: "text", description: "Entra object id of the owner" },
  OwnerName: { kind: "text", description: "Name of the owner when it was written" },
  OwnerUpn: { kind: "text", description: "Address of the owner when it was written" },
  Parents: { kind: "note", description: "Objectives and key results it contributes to, as JSON" },
  ParentKey: { kind: "text", indexed: true, description: "Identity of the first parent" },
  Ambition: {
    kind: "choice",
    required: true,
    choices: ["committed", "aspirational"],
    description: "Expected score 1.0 or 0.7",
  },
  Stage: {
    kind: "choice",
    required: true,
    choices: ["draft", "active", "closed", "postponed"],
    description: "What people decided about it",
  },
  StartsOn: { kind: "text", description: "First day, YYYY-MM-DD, where it differs from the cycle's" },
  EndsOn: { kind: "text", description: "Last day, YYYY-MM-DD, where it differs from the cycle's" },
  Place: { kind: "number", required: true, description: "Place among the objectives of its unit" },
} as const;

export const objectiveCodec: ListCodec<Objective, typeof columns> = {
  list: {
    displayName: listTitle(HOME_PARTITION, "objectives"),
    description: "Objectives kept by Drumbeat",
    rights: LEADS_WRITE,
    columns,
  },
  keyColumn: "OkrId",
  cells: {
    id: (OkrId) => ({ OkrId }),
    title: (Title) => ({ Title }),
    why: (Why) => ({ Why }),
    unitKey: (UnitKey) => ({ UnitKey }),
    cycleKey: (CycleKey) => ({ CycleKey }),
    owner: (owner) => ({ OwnerOid: owner?.id, OwnerName: owner?.name, OwnerUpn: owner?.upn }),
    parents: (parents = []) => ({
      Parents: parents.length === 0 ? undefined : JSON.stringify(parents.map(({ kind, id }) => ({ kind, id }))),
      ParentKey: parents[0]?.id,
    }),
    ambition: (Ambition) => ({ Ambition }),
    stage: (Stage) => ({ Stage }),
    start: (StartsOn) => ({ StartsOn }),
    end: (EndsOn) => ({ EndsOn }),
    order: (Place) => ({ Place }),
  },
  read: (row) => {
    const parents = readParents(row.Parents);
    if (!parents.ok) return parents;
    const start = readDay("StartsOn", row.StartsOn);
    if (!start.ok) return start;
    const end = readDay("EndsOn", row.EndsOn);
    if (!end.ok) return end;
    return ok({
      id: objectiveId(row.OkrId),
      title: row.Title,
      why: row.Why ?? "",
      unitKey: unitKey(row.UnitKey),
      cycleKey: cycleKey(row.CycleKey),
      ...optional("owner", readPerson(row.OwnerOid, row.OwnerName, row.OwnerUpn)),
      parents: parents.value,
      ambition: row.Ambition,
      stage: row.Stage,
      ...optional("start", start.value),
      ...optional("end", end.value),
      order: row.Place,
    });
  },
};

const readParents = (text: string | undefined): Result<readonly ParentRef[], MalformedColumn> => {
  if (text === undefined) return ok([]);
  const list = parseJson(text);
  if (!Array.isArray(list)) return malformed("Parents");
  const parents: ParentRef[] = [];
  for (const entry of list) {
    const id = isRecord(entry) ? textAt(entry, "id") : undefined;
    const kind = textAt(entry, "kind");
    if (id === undefined) return malformed("Parents");
    if (kind === "objective") parents.push({ kind, id: objectiveId(id) });
    else if (kind === "keyResult") parents.push({ kind, id: keyResultId(id) });
    else return malformed("Parents");
  }
  return ok(parents);
};
