/** The port over a map. Several stores over one disk are several windows of one person. */
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry, OutboxStore, OutboxUnavailable } from "#shared/ports/outboxStore.ts";

export interface MemoryOutboxDisk {
  entries: readonly OutboxEntry[];
  /** Every call is answered with this; undefined lets everything through. */
  refuse: OutboxUnavailable["reason"] | undefined;
  readonly windows: Set<Set<() => void>>;
}

export const createMemoryOutboxDisk = (): MemoryOutboxDisk => ({ entries: [], refuse: undefined, windows: new Set() });

export const createMemoryOutboxStore = (disk: MemoryOutboxDisk = createMemoryOutboxDisk()): OutboxStore => {
  const listeners = new Set<() => void>();
  disk.windows.add(listeners);

  const attempt = async <T>(use: () => T): Promise<Result<T, OutboxUnavailable>> => {
    await Promise.resolve();
    return disk.refuse ? err({ type: "OutboxUnavailable", reason: disk.refuse }) : ok(use());
  };

  /** Everything kept is a copy: nobody shares an object with the disk. */
  const write = (entries: readonly OutboxEntry[]): void => {
    disk.entries = structuredClone(entries);
    for (const others of disk.windows) if (others !== listeners) for (const listener of others) listener();
  };

  return {
    list: () => attempt(() => structuredClone(disk.entries)),
    append: (added) =>
      attempt(() => {
        const known = new Set(disk.entries.map(({ id }) => id));
        write([...disk.entries, ...added.filter(({ id }) => !known.has(id))]);
      }),
    patch: (patched) =>
      attempt(() => {
        const byId = new Map(patched.map((entry) => [entry.id, entry]));
        const present = new Set(disk.entries.filter(({ id }) => byId.has(id)).map(({ id }) => id));
        write(disk.entries.map((entry) => byId.get(entry.id) ?? entry));
        return present;
      }),
    remove: (ids) => attempt(() => write(disk.entries.filter(({ id }) => !ids.includes(id)))),
    clear: async () => {
      await attempt(() => write([]));
    },
    onForeignChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
