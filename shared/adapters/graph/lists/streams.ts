import { parseInstant, type Instant } from "#shared/domain/day.ts";
import { partitionKey, type PartitionKey } from "#shared/domain/okr/ids.ts";
import { ok } from "#shared/domain/result.ts";
import type { ChangeCursor } from "#shared/ports/okrRepository.ts";
import { malformed } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { LEADS_WRITE } from "./rights.ts";

export interface StreamRow {
  readonly key: PartitionKey;
  readonly cursor: ChangeCursor;
  readonly asOf: Instant;
}

const columns = {
  PartitionKey: { kind: "text", required: true, unique: true, description: "Key of the partition" },
  AsOf: { kind: "text", required: true, description: "Up to when its changes are counted, ISO 8601 in UTC" },
  Places: { kind: "note", required: true, description: "Where the changes since then begin; made by the service" },
} as const;

export const streamCodec: ListCodec<StreamRow, typeof columns> = {
  list: {
    displayName: "Drumbeat Streams",
    description: "Up to where changes are counted; made anew by itself",
    rights: LEADS_WRITE,
    columns,
  },
  keyColumn: "PartitionKey",
  cells: {
    key: (PartitionKey) => ({ PartitionKey }),
    asOf: (AsOf) => ({ AsOf }),
    cursor: (Places) => ({ Places }),
  },
  read: (row) => {
    const asOf = parseInstant(row.AsOf);
    if (asOf === undefined) return malformed("AsOf");
    return ok({ key: partitionKey(row.PartitionKey), asOf, cursor: row.Places as ChangeCursor });
  },
};
