import type { Place } from "#shared/domain/okr/keyResult.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { CopiedInitiatives, CopyStore, CopyUnavailable, CopyUpdate } from "#shared/ports/copyStore.ts";
import type { Channel } from "../channel.ts";
import {
  deleteDatabases,
  emptyDatabase,
  fetchDexie,
  openDatabase,
  transact,
  type CopyDatabase,
  type KeptInitiatives,
} from "./database.ts";
import { carryOut, momentOf, readRows, readSince } from "./steps.ts";

export interface DexieCopyStoreOptions {
  /** Whose copy: one name for each person of each organisation. Undefined while nobody is known. */
  readonly whose: () => Promise<string | undefined>;
  readonly newName: () => string;
  /** Reaches the other windows; undefined where the browser offers no such thing. */
  readonly openChannel: (name: string) => Channel | undefined;
}

type Message = "changed" | "cleared";

const nameOf = (reason: unknown): unknown => (reason as { readonly name?: unknown } | undefined)?.name;

/** Whether there is no room. Dexie hands on what the browser said, wrapped once or as one of many. */
export const isFull = (reason: unknown): boolean => {
  const { inner, failures = [] } = (reason ?? {}) as {
    readonly inner?: unknown;
    readonly failures?: readonly unknown[];
  };
  return [reason, inner, ...failures].some((one) => nameOf(one) === "QuotaExceededError");
};

const hasNews = ({ put, putIfKnown, removed }: CopyUpdate): boolean =>
  put.length + putIfKnown.length + removed.length > 0;

const initiativesKey = ({ unitKey, cycleKey }: Place): KeptInitiatives["key"] =>
  `initiatives/${JSON.stringify([cycleKey, unitKey])}`;

const copiedInitiatives = ({ key: _key, ...copied }: KeptInitiatives): CopiedInitiatives => copied;

/** The copy in IndexedDB. Another person's copy is deleted as soon as somebody else is signed in. */
export const createDexieCopyStore = ({ whose, newName, openChannel }: DexieCopyStoreOptions): CopyStore => {
  const listeners = new Set<() => void>();
  const channel = openChannel("drumbeat-copy");
  // Needed a moment after the page has begun; fetched beside it.
  fetchDexie().catch(() => undefined);
  let opened: { readonly owner: string; readonly database: Promise<CopyDatabase> } | undefined;
  let finished = false;

  const close = async (): Promise<void> => {
    const before = opened;
    opened = undefined;
    // One that never opened needs no closing.
    await before?.database.then(({ dexie }) => dexie.close()).catch(() => undefined);
  };

  const openFor = async (owner: string, closed: Promise<void>): Promise<CopyDatabase> => {
    await closed;
    // Another window may hold it for a while; nobody waits for that.
    deleteDatabases(owner).catch(() => undefined);
    return openDatabase(owner, newName);
  };

  const databaseOf = (owner: string): Promise<CopyDatabase> => {
    if (opened?.owner !== owner) opened = { owner, database: openFor(owner, close()) };
    return opened.database;
  };

  const attempt = async <T>(use: (database: CopyDatabase) => Promise<T>): Promise<Result<T, CopyUnavailable>> => {
    const owner = finished ? undefined : await whose();
    if (owner === undefined) return err({ type: "CopyUnavailable", reason: "nobody" });
    try {
      return ok(await use(await databaseOf(owner)));
    } catch (reason) {
      await close();
      return err({ type: "CopyUnavailable", reason: isFull(reason) ? "full" : "failed" });
    }
  };

  const tell = (message: Message): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
    channel?.postMessage(message);
  };
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === "changed") for (const listener of listeners) listener();
      if (data !== "cleared") return;
      finished = true;
      void close();
    };
  }

  return {
    readFrame: () =>
      attempt(async ({ notes }) => {
        const kept = await notes.get("frame");
        return kept?.key === "frame" ? { frame: kept.frame, asOf: kept.asOf } : undefined;
      }),
    writeFrame: (frame) =>
      attempt(async ({ notes }) => {
        await (frame ? notes.put({ key: "frame", ...frame }) : notes.delete("frame"));
      }),
    readInitiatives: (places) =>
      attempt(async ({ notes }) => {
        const kept = await notes.bulkGet(places.map(initiativesKey));
        return kept.flatMap((note) => (note && "place" in note ? [copiedInitiatives(note)] : []));
      }),
    writeInitiatives: (copied) =>
      attempt(async ({ notes }) => {
        await notes.bulkPut(copied.map((one) => ({ key: initiativesKey(one.place), ...one })));
      }),
    readPartitions: (keys) => attempt((database) => transact(database, "r", () => momentOf(database, keys))),
    readRows: (parts) => attempt((database) => transact(database, "r", () => readRows(database, parts))),
    readSince: (steps) => attempt((database) => transact(database, "r", () => readSince(database, steps))),
    update: async (update) => {
      const done = await attempt((database) => transact(database, "rw", () => carryOut(database, update)));
      if (done.ok && done.value === "done" && hasNews(update)) tell("changed");
      return done;
    },
    clear: async () => {
      tell("cleared");
      const emptied = await attempt(emptyDatabase);
      finished = true;
      await close();
      // A forbidden store holds nothing of ours. The files go as soon as no window holds them any more.
      const deleted = deleteDatabases().catch(() => undefined);
      if (!emptied.ok) await deleted;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
