import { cycleKey, partitionKey, unitKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { parseJson } from "../json.ts";
import { malformed, type MalformedColumn } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { OWNERS_WRITE } from "./rights.ts";

const columns = {
  PartitionKey: {
    kind: "text",
    required: true,
    unique: true,
    description: "Short stable key, part of the lists' names",
  },
  CycleKey: { kind: "text", required: true, indexed: true, description: "Key of the cycle whose OKRs lie there" },
  Roots: {
    kind: "note",
    description: "Keys of the units it is for, with all below them, as JSON; empty for every unit",
  },
  Also: {
    kind: "note",
    description: "Keys of units that stay there though they were put below another root, as JSON",
  },
  Closed: { kind: "boolean", description: "Whether its lists are read-only for ever" },
} as const;

export const partitionCodec: ListCodec<Partition, typeof columns> = {
  list: {
    displayName: "Drumbeat Partitions",
    description: "Which lists hold the OKRs of which units and cycle",
    rights: OWNERS_WRITE,
    columns,
  },
  keyColumn: "PartitionKey",
  cells: {
    key: (PartitionKey) => ({ PartitionKey }),
    cycleKey: (CycleKey) => ({ CycleKey }),
    roots: (roots = []) => ({ Roots: roots.length === 0 ? undefined : JSON.stringify(roots) }),
    also: (units = []) => ({ Also: units.length === 0 ? undefined : JSON.stringify(units) }),
    closed: (Closed) => ({ Closed }),
  },
  read: (row) => {
    const roots = readUnits("Roots", row.Roots);
    if (!roots.ok) return roots;
    const also = readUnits("Also", row.Also);
    if (!also.ok) return also;
    return ok({
      key: partitionKey(row.PartitionKey),
      cycleKey: cycleKey(row.CycleKey),
      roots: roots.value,
      ...(also.value.length === 0 ? {} : { also: also.value }),
      closed: row.Closed ?? false,
    });
  },
};

const readUnits = (column: string, text: string | undefined): Result<readonly UnitKey[], MalformedColumn> => {
  if (text === undefined) return ok([]);
  const list = parseJson(text);
  const isList = Array.isArray(list) && list.every((entry) => typeof entry === "string");
  return isList ? ok(list.map((entry) => unitKey(entry))) : malformed(column);
};
