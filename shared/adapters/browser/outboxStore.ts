import type { Dexie, Table } from "dexie";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { OutboxEntry, OutboxStore, OutboxUnavailable } from "#shared/ports/outboxStore.ts";
import type { Channel } from "./channel.ts";
import { fetchDexie } from "./copy/database.ts";
import { isFull } from "./copy/dexieCopyStore.ts";

/** Entries of another shape are taken along by an upgrade of the database: they hold what people typed. */
const SHAPE = 1;
const PREFIX = "drumbeat-outbox:";

export interface BrowserOutboxStoreOptions {
  /** Whose entries: one name for each person of each organisation. Undefined while nobody is known. */
  readonly whose: () => Promise<string | undefined>;
  /** Reaches the other windows; undefined where the browser offers no such thing. */
  readonly openChannel: (name: string) => Channel | undefined;
}

/** `order` counts on by itself, in the order in which entries were appended. */
type Kept = OutboxEntry & { readonly order?: number };

interface Opened {
  readonly owner: string;
  readonly dexie: Dexie;
  readonly entries: Table<Kept, number>;
}

const openFor = async (owner: string): Promise<Opened> => {
  const DexieClass = await fetchDexie();
  const dexie = new DexieClass(PREFIX + owner);
  dexie.version(SHAPE).stores({ entries: "++order, &id" });
  // Another window deletes it, or opens a newer shape of it; nothing here may hold that up.
  dexie.on("versionchange", () => {
    dexie.close();
    return false;
  });
  await dexie.open();
  return { owner, dexie, entries: dexie.table("entries") };
};

/** By what name the outbox of somebody's imports goes, which the pane of Excel fills and every sign-out empties. */
export const importsOf = (personId: string): string => `import/${personId}`;

/** Forgets the outbox of that name. The name alone tells whose it was; where nothing can be opened there is nothing to delete. */
export const deleteOutbox = async (owner: string): Promise<void> => {
  try {
    const DexieClass = await fetchDexie();
    await DexieClass.delete(PREFIX + owner);
  } catch {
    // A forbidden database holds nothing of ours.
  }
};

const plain = ({ order: _order, ...entry }: Kept): OutboxEntry => entry;

/** Entries in IndexedDB, which survives the tab, the browser and the computer. */
export const createBrowserOutboxStore = ({ whose, openChannel }: BrowserOutboxStoreOptions): OutboxStore => {
  const listeners = new Set<() => void>();
  const channel = openChannel("drumbeat-outbox");
  if (channel) {
    channel.onmessage = () => {
      for (const listener of listeners) listener();
    };
  }
  let opened: { readonly owner: string; readonly database: Promise<Opened> } | undefined;

  const close = async (): Promise<void> => {
    const before = opened;
    opened = undefined;
    // One that never opened needs no closing.
    await before?.database.then(({ dexie }) => dexie.close()).catch(() => undefined);
  };

  const databaseOf = async (owner: string): Promise<Opened> => {
    if (opened?.owner !== owner) {
      await close();
      opened = { owner, database: openFor(owner) };
    }
    return opened.database;
  };

  const attempt = async <T>(
    mode: "r" | "rw",
    use: (entries: Opened["entries"]) => Promise<T>,
  ): Promise<Result<T, OutboxUnavailable>> => {
    const owner = await whose();
    if (owner === undefined) return err({ type: "OutboxUnavailable", reason: "nobody" });
    try {
      const { dexie, entries } = await databaseOf(owner);
      // Dexie follows awaits only through a function that is declared async.
      const value = await dexie.transaction(mode, entries, async () => use(entries));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of this origin has no other target
      if (mode === "rw") channel?.postMessage("changed");
      return ok(value);
    } catch (reason) {
      await close();
      return err({ type: "OutboxUnavailable", reason: isFull(reason) ? "full" : "failed" });
    }
  };

  const knownOf = (entries: Opened["entries"], ids: readonly string[]): Promise<Kept[]> =>
    entries.where("id").anyOf(ids).toArray();

  return {
    list: () => attempt("r", async (entries) => (await entries.orderBy("order").toArray()).map(plain)),
    append: (added) =>
      attempt("rw", async (entries) => {
        const known = new Set(
          (
            await knownOf(
              entries,
              added.map(({ id }) => id),
            )
          ).map(({ id }) => id),
        );
        await entries.bulkAdd(added.filter(({ id }) => !known.has(id)));
      }),
    patch: (patched) =>
      attempt("rw", async (entries) => {
        const known = await knownOf(
          entries,
          patched.map(({ id }) => id),
        );
        const orders = new Map(known.map(({ id, order }) => [id, order]));
        await entries.bulkPut(
          patched.flatMap((entry) => {
            const order = orders.get(entry.id);
            return order === undefined ? [] : [{ ...entry, order }];
          }),
        );
        return new Set(orders.keys());
      }),
    remove: (ids) =>
      attempt("rw", async (entries) => {
        await entries.where("id").anyOf(ids).delete();
      }),
    onForeignChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    clear: async () => {
      const owner = await whose();
      await attempt("rw", (entries) => entries.clear());
      await close();
      if (owner !== undefined) await deleteOutbox(owner);
    },
  };
};
