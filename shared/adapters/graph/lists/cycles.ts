import { parseDay } from "#shared/domain/day.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { ok } from "#shared/domain/result.ts";
import { malformed } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { LEADS_WRITE } from "./rights.ts";

const columns = {
  Title: { kind: "text", required: true, builtIn: true, description: "Name of the cycle" },
  CycleKey: { kind: "text", required: true, unique: true, description: "Short stable key" },
  CycleKind: {
    kind: "choice",
    required: true,
    choices: ["annual", "quarterly", "custom"],
    description: "How long it is",
  },
  StartsOn: { kind: "text", required: true, description: "First day, YYYY-MM-DD" },
  EndsOn: { kind: "text", required: true, description: "Last day, YYYY-MM-DD" },
  Closed: { kind: "boolean", description: "Whether it is over and scored" },
} as const;

export const cycleCodec: ListCodec<Cycle, typeof columns> = {
  list: {
    displayName: "Drumbeat Cycles",
    description: "Periods in which OKRs are pursued",
    rights: LEADS_WRITE,
    columns,
  },
  keyColumn: "CycleKey",
  cells: {
    key: (CycleKey) => ({ CycleKey }),
    name: (Title) => ({ Title }),
    kind: (CycleKind) => ({ CycleKind }),
    start: (StartsOn) => ({ StartsOn }),
    end: (EndsOn) => ({ EndsOn }),
    closed: (Closed) => ({ Closed }),
  },
  read: (row) => {
    const start = parseDay(row.StartsOn);
    if (start === undefined) return malformed("StartsOn");
    const end = parseDay(row.EndsOn);
    if (end === undefined) return malformed("EndsOn");
    const { CycleKey, Title: name, CycleKind: kind } = row;
    return ok({ key: cycleKey(CycleKey), name, kind, start, end, closed: row.Closed ?? false });
  },
};
