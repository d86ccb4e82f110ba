/** Repositories with a copy of their own on a device that forgets it. */
import { createLocalCopy, type LocalCopy } from "#shared/application/copy/localCopy.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { CopyStore } from "#shared/ports/copyStore.ts";
import type { Locks } from "#shared/ports/locks.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { createManualClock } from "./manualClock.ts";
import { createMemoryCopyStore } from "./memoryCopyStore.ts";

/** What `navigator.locks` does, for windows of one process. */
export const createMemoryLocks = (): Locks => {
  const last = new Map<string, Promise<unknown>>();
  return {
    hold: async (name, work) => {
      const before = last.get(name);
      const mine = (async () => {
        await before?.catch(() => undefined);
        return work();
      })();
      last.set(name, mine);
      return mine;
    },
  };
};

/** The browser offers no locks. */
export const noLocks: Locks = { hold: (_, work) => work() };

export const copyOf = (
  remote: OkrRepository,
  {
    copyStore = createMemoryCopyStore(),
    locks = createMemoryLocks(),
    clock = createManualClock(),
  }: { readonly copyStore?: CopyStore; readonly locks?: Locks; readonly clock?: Clock } = {},
): LocalCopy => createLocalCopy({ remote, copyStore, locks, clock });
