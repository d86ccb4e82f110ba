import { ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry, OutboxStore, OutboxUnavailable } from "#shared/ports/outboxStore.ts";
import { createStore, type ReadonlyStore } from "../store.ts";

/** The entries as this window knows them, and their way into what survives a crash. */
export interface Ledger {
  readonly entries: ReadonlyStore<readonly OutboxEntry[]>;
  /** With what was set a moment ago. */
  readonly current: () => readonly OutboxEntry[];
  readonly load: () => Promise<Result<void, OutboxUnavailable>>;
  readonly append: (entries: readonly OutboxEntry[]) => Promise<Result<void, OutboxUnavailable>>;
  /** Known here at once; kept with others of the same moment. */
  readonly set: (entries: readonly OutboxEntry[]) => void;
  /** Waits until everything that was set is kept. */
  readonly flush: () => Promise<Result<void, OutboxUnavailable>>;
  readonly remove: (ids: ReadonlySet<string>) => Promise<Result<void, OutboxUnavailable>>;
  readonly dispose: () => void;
}

/** What becomes known within a few turns of the microtask queue is kept together. */
const GATHERING_TURNS = 20;

export const createLedger = (store: OutboxStore): Ledger => {
  const entries = createStore<readonly OutboxEntry[]>([]);
  /** Changed here and not kept yet. */
  let changed = new Map<string, OutboxEntry>();
  let keeping: Promise<Result<void, OutboxUnavailable>> | undefined;

  const withChanges = (known: readonly OutboxEntry[]): readonly OutboxEntry[] =>
    known.map((entry) => changed.get(entry.id) ?? entry);
  const show = (known: readonly OutboxEntry[]): void => entries.set(withChanges(known));

  const load: Ledger["load"] = async () => {
    const listed = await store.list();
    if (!listed.ok) return listed;
    show(listed.value);
    return ok(undefined);
  };

  const keep = async (): Promise<Result<void, OutboxUnavailable>> => {
    while (changed.size > 0) {
      for (let turn = 0; turn < GATHERING_TURNS; turn += 1) await Promise.resolve();
      const batch = new Map(changed);
      show(entries.get());
      const kept = await store.patch([...batch.values()]);
      if (!kept.ok) return kept;
      // What was set once more meanwhile is kept by the next turn.
      changed = new Map([...changed].filter(([id, entry]) => batch.get(id) !== entry));
      const gone = [...batch.keys()].filter((id) => !kept.value.has(id));
      if (gone.length > 0) show(entries.get().filter(({ id }) => !gone.includes(id)));
    }
    return ok(undefined);
  };

  const flush: Ledger["flush"] = async () => {
    keeping ??= keep().finally(() => {
      keeping = undefined;
    });
    return keeping;
  };

  const stopListening = store.onForeignChange(() => void load());

  return {
    entries,
    current: () => withChanges(entries.get()),
    load,
    flush,
    append: async (added) => {
      const appended = await store.append(added);
      if (!appended.ok) return appended;
      const known = new Set(entries.get().map(({ id }) => id));
      show([...entries.get(), ...added.filter(({ id }) => !known.has(id))]);
      return appended;
    },
    set: (next) => {
      for (const entry of next) changed.set(entry.id, entry);
      void flush();
    },
    remove: async (ids) => {
      const removed = await store.remove([...ids]);
      if (!removed.ok) return removed;
      for (const id of ids) changed.delete(id);
      show(entries.get().filter(({ id }) => !ids.has(id)));
      return removed;
    },
    dispose: stopListening,
  };
};
