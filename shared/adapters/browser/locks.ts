import type { Locks } from "#shared/ports/locks.ts";

/** What is used of `navigator.locks`; absent in old web views and on pages that are not secure. */
export type LockManagerLike = Pick<LockManager, "request">;

export const createBrowserLocks = (manager: LockManagerLike | undefined): Locks => ({
  hold: (name, work) => (manager ? manager.request(`drumbeat:${name}`, work) : work()),
});
