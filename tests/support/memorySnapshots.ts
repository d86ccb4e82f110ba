import { ok } from "#shared/domain/result.ts";
import type { Snapshot, Snapshots } from "#shared/ports/snapshots.ts";

export interface MemorySnapshots extends Snapshots {
  readonly kept: () => readonly Snapshot[];
}

export const createMemorySnapshots = (): MemorySnapshots => {
  const written: Snapshot[] = [];
  return {
    // More than was asked for is allowed.
    read: () => Promise.resolve(ok(written.at(-1))),
    write: (snapshot) => {
      written.push(snapshot);
      return Promise.resolve(ok(undefined));
    },
    kept: () => written,
  };
};
