import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { ChangeableRecord, OkrRepositoryDep, OkrWrite } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { isChange, isRemoval, storedOf, type NewEntry } from "./entries.ts";

/** The opposite of an entry that is stored. */
interface Inverse {
  readonly of: OutboxEntry;
  readonly write: OkrWrite;
  readonly base?: ChangeableRecord;
}

/** The record that a removal took away, to be made again with the id it had. */
const remade = (base: ChangeableRecord | undefined): OkrWrite | undefined => {
  if (!base) return undefined;
  if ("ambition" in base) return { kind: "createObjective", objective: base };
  return "state" in base
    ? { kind: "createInitiative", initiative: base }
    : { kind: "createKeyResult", keyResult: base };
};

/** Undefined for what cannot be taken back: check-ins, log entries, moves, units and cycles. [OB8] */
const inverseOf = (entry: OutboxEntry): Inverse | undefined => {
  const { write, state, base } = entry;
  if (state.type !== "done") return undefined;
  if (isRemoval(write)) {
    const again = remade(base);
    return again && { of: entry, write: again };
  }
  const record = storedOf(entry);
  const { revision } = state;
  if (!record || revision === undefined) return undefined;
  if (isChange(write) && base) {
    const before = base as unknown as Readonly<Record<string, unknown>>;
    const changes = Object.fromEntries(Object.keys(write.changes).map((key) => [key, before[key]]));
    return { of: entry, base: record, write: { ...write, changes, basedOn: revision } as OkrWrite };
  }
  // Somebody had changed it before its author knew that it was there.
  if (state.stored) return undefined;
  if (write.kind === "createObjective") {
    return { of: entry, base: record, write: { kind: "removeObjective", id: write.objective.id, basedOn: revision } };
  }
  if (write.kind === "createKeyResult") {
    return { of: entry, base: record, write: { kind: "removeKeyResult", id: write.keyResult.id, basedOn: revision } };
  }
  if (write.kind === "createInitiative") {
    return { of: entry, base: record, write: { kind: "removeInitiative", id: write.initiative.id, basedOn: revision } };
  }
  return undefined;
};

/** Objectives that would be removed although somebody has hung key results below them since: they stay. [OB8] */
const inUse = async (
  { okrRepository }: OkrRepositoryDep,
  inverses: readonly Inverse[],
): Promise<Result<ReadonlySet<string>, AccessError>> => {
  const removed = inverses.flatMap(({ write, base }) =>
    write.kind === "removeObjective" && base && "ambition" in base ? [base] : [],
  );
  if (removed.length === 0) return ok(new Set());
  const scope = {
    cycleKeys: [...new Set(removed.map(({ cycleKey }) => cycleKey))],
    units: [...new Set(removed.map(({ unitKey }) => unitKey))],
  };
  const read = await okrRepository.readOkrs(scope);
  if (!read.ok) return read;
  const leaving = new Set<string>(
    inverses.flatMap(({ write }) => (write.kind === "removeKeyResult" ? [write.id] : [])),
  );
  return ok(new Set(read.value.keyResults.filter(({ id }) => !leaving.has(id)).map(({ objectiveId }) => objectiveId)));
};

/** How entries that are stored are taken back. */
export interface UndoPlan {
  readonly entries: readonly NewEntry[];
  /** Ids of those that it takes back. */
  readonly taken: ReadonlySet<string>;
  /** Titles of the others: they cannot be taken back, or somebody has built on them since. */
  readonly stays: readonly string[];
}

export const planUndo = async (
  deps: OkrRepositoryDep & IdsDep,
  done: readonly OutboxEntry[],
): Promise<Result<UndoPlan, AccessError>> => {
  const inverses = done.flatMap((entry) => inverseOf(entry) ?? []).toReversed();
  const used = await inUse(deps, inverses);
  if (!used.ok) return used;
  const possible = inverses.filter(({ write }) => write.kind !== "removeObjective" || !used.value.has(write.id));
  const taken = new Set(possible.map(({ of }) => of.id));
  const group = deps.ids.guid();
  return ok({
    taken,
    stays: done.filter(({ id }) => !taken.has(id)).map(({ label }) => label),
    entries: possible.map(({ of: { state: _state, base: _base, ...of }, write, base }) => ({
      ...of,
      id: deps.ids.guid(),
      group,
      undoes: of.id,
      write,
      ...(base ? { base } : {}),
    })),
  });
};
