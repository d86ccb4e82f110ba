import { unitKey } from "#shared/domain/okr/ids.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { ok } from "#shared/domain/result.ts";
import type { ListCodec } from "./codec.ts";
import { optional } from "./parts.ts";
import { LEADS_WRITE } from "./rights.ts";

const columns = {
  Title: { kind: "text", required: true, builtIn: true, description: "Name of the unit" },
  UnitKey: { kind: "text", required: true, unique: true, description: "Short stable key" },
  LevelKey: { kind: "text", required: true, description: "Level of the organisation" },
  ParentKey: { kind: "text", indexed: true, description: "Key of the unit above" },
  GroupOid: { kind: "text", description: "Microsoft 365 group of the unit" },
  Country: { kind: "text", description: "ISO 3166-1 alpha-2" },
} as const;

export const unitCodec: ListCodec<Unit, typeof columns> = {
  list: {
    displayName: "Drumbeat Units",
    description: "Places in the organisation that have OKRs",
    rights: LEADS_WRITE,
    columns,
  },
  keyColumn: "UnitKey",
  cells: {
    key: (UnitKey) => ({ UnitKey }),
    name: (Title) => ({ Title }),
    levelKey: (LevelKey) => ({ LevelKey }),
    parentKey: (ParentKey) => ({ ParentKey }),
    groupId: (GroupOid) => ({ GroupOid }),
    country: (Country) => ({ Country }),
  },
  read: (row) =>
    ok({
      key: unitKey(row.UnitKey),
      name: row.Title,
      levelKey: row.LevelKey,
      ...optional("parentKey", row.ParentKey === undefined ? undefined : unitKey(row.ParentKey)),
      ...optional("groupId", row.GroupOid),
      ...optional("country", row.Country),
    }),
};
