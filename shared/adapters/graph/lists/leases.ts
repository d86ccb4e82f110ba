import { leaseHolder, type LeaseHolder } from "#shared/ports/leases.ts";
import { ok } from "#shared/domain/result.ts";
import type { ListCodec } from "./codec.ts";
import { optional } from "./parts.ts";
import { LEADS_WRITE } from "./rights.ts";

/** A lease counts from the moment when its row was written, by the clock of the service. */
export interface LeaseRow {
  readonly key: string;
  /** Absent: free. */
  readonly holder?: LeaseHolder;
  readonly ms: number;
}

const columns = {
  LeaseKey: { kind: "text", required: true, unique: true, description: "What is done on behalf of all" },
  Holder: { kind: "text", description: "Which client does it" },
  ForMs: { kind: "number", description: "Milliseconds for which it is held after the row was written" },
} as const;

export const leaseCodec: ListCodec<LeaseRow, typeof columns> = {
  list: {
    displayName: "Drumbeat Leases",
    description: "Which client does what all need, so that it is done once",
    rights: LEADS_WRITE,
    columns,
  },
  keyColumn: "LeaseKey",
  cells: {
    key: (LeaseKey) => ({ LeaseKey }),
    holder: (Holder) => ({ Holder }),
    ms: (ForMs) => ({ ForMs }),
  },
  read: (row) =>
    ok({
      key: row.LeaseKey,
      ...optional("holder", row.Holder === undefined ? undefined : leaseHolder(row.Holder)),
      ms: row.ForMs ?? 0,
    }),
};
