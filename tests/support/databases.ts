/** IndexedDB for Node. */
import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange, IDBObjectStore } from "fake-indexeddb";
import { createDexieCopyStore } from "#shared/adapters/browser/copy/dexieCopyStore.ts";
import { createBrowserOutboxStore } from "#shared/adapters/browser/outboxStore.ts";
import type { CopyStore } from "#shared/ports/copyStore.ts";
import type { OutboxStore } from "#shared/ports/outboxStore.ts";

let made = 0;

/** Unlike any before. */
export const newName = (): string => {
  made += 1;
  return `name ${made}`;
};

export interface Browser {
  /** A window of whoever `owner` names at that moment. */
  readonly openWindow: (owner: () => string | undefined) => CopyStore;
  /** The same for what is on its way. */
  readonly openOutbox: (owner: () => string | undefined) => OutboxStore;
  /** From now on nothing can be opened (`SecurityError`), or nothing can be stored any more (`QuotaExceededError`). */
  readonly refuse: (name: "SecurityError" | "QuotaExceededError") => void;
  /** The names of what is on this device. */
  readonly databases: () => Promise<readonly string[]>;
  readonly close: () => void;
}

/** A browser without any databases, whose windows reach each other. Only the last one opened is in use. */
export const openBrowser = (): Browser => {
  const channels: BroadcastChannel[] = [];
  const prefix = newName();
  const indexedDB = new IDBFactory();
  const storing = Object.getOwnPropertyDescriptors(IDBObjectStore.prototype);
  Dexie.dependencies = { indexedDB, IDBKeyRange };
  const openChannel = (name: string): BroadcastChannel => {
    const channel = new BroadcastChannel(`${prefix} ${name}`);
    channels.push(channel);
    return channel;
  };
  return {
    openWindow: (owner) => createDexieCopyStore({ whose: () => Promise.resolve(owner()), newName, openChannel }),
    openOutbox: (owner) => createBrowserOutboxStore({ whose: () => Promise.resolve(owner()), openChannel }),
    refuse: (name) => {
      const refusal = (): never => {
        throw new DOMException("", name);
      };
      if (name === "SecurityError") Object.assign(indexedDB, { open: refusal, databases: refusal });
      else Object.assign(IDBObjectStore.prototype, { put: refusal, add: refusal });
    },
    databases: async () => (await indexedDB.databases()).map(({ name }) => name ?? ""),
    close: () => {
      Object.defineProperties(IDBObjectStore.prototype, { put: storing.put, add: storing.add });
      for (const channel of channels) channel.close();
    },
  };
};
