/** The port over a map. Several stores over one disk are several windows of one person. */
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry, OutboxStore, OutboxUnavailable } from "#shared/ports/outboxStore.ts";

export interface MemoryOutboxDisk {
  /** By id, in the order in which they were appended. */
  readonly entries: Map<string, OutboxEntry>;
  /** Every call is answered with this, only those that need room where there is none; undefined lets everything through. */
  refuse: OutboxUnavailable["reason"] | undefined;
  readonly windows: Set<Set<() => void>>;
}

export const createMemoryOutboxDisk = (): MemoryOutboxDisk => ({
  entries: new Map(),
  refuse: undefined,
  windows: new Set(),
});

export const createMemoryOutboxStore = (disk: MemoryOutboxDisk = createMemoryOutboxDisk()): OutboxStore => {
  const listeners = new Set<() => void>();
  disk.windows.add(listeners);

  const attempt = async <T>(use: () => T, needsRoom = false): Promise<Result<T, OutboxUnavailable>> => {
    await Promise.resolve();
    const isRefused = disk.refuse !== undefined && (needsRoom || disk.refuse !== "full");
    return isRefused ? err({ type: "OutboxUnavailable", reason: disk.refuse ?? "failed" }) : ok(use());
  };

  const tellOthers = (): void => {
    for (const others of disk.windows) if (others !== listeners) for (const listener of others) listener();
  };

  return {
    list: () => attempt(() => [...disk.entries.values()]),
    append: (added) =>
      attempt(() => {
        for (const entry of added) if (!disk.entries.has(entry.id)) disk.entries.set(entry.id, entry);
        tellOthers();
      }, true),
    patch: (patched) =>
      attempt(() => {
        const present = patched.filter(({ id }) => disk.entries.has(id));
        for (const entry of present) disk.entries.set(entry.id, entry);
        tellOthers();
        return new Set(present.map(({ id }) => id));
      }),
    remove: (ids) =>
      attempt(() => {
        for (const id of ids) disk.entries.delete(id);
        tellOthers();
      }),
    clear: async () => {
      await attempt(() => {
        disk.entries.clear();
        tellOthers();
      });
    },
    onForeignChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
