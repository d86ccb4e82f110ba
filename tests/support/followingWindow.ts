/** Somebody who looks at a place and follows it, as the session does. */
import type { LocalCopy } from "#shared/application/copy/localCopy.ts";
import { mergeChanges } from "#shared/application/mergeChanges.ts";
import { emptyOkrSet, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Shelf } from "#shared/domain/partition/rows.ts";
import type { Cursors, OkrScope } from "#shared/ports/okrRepository.ts";

export interface FollowingWindow {
  /** Goes to a place: what the copy holds at once, else what the server says. */
  readonly lookAt: (scope: OkrScope) => Promise<void>;
  /** Asks all lists, or those that the question names. */
  readonly poll: (shelves?: readonly Shelf[]) => Promise<void>;
  readonly shown: () => { readonly set: OkrSet; readonly scope: OkrScope };
}

export const followingWindow = (copy: LocalCopy): FollowingWindow => {
  let scope: OkrScope = { cycleKeys: [], units: [] };
  let set: OkrSet = emptyOkrSet;
  let cursors: Cursors = new Map();

  const open = async (wanted: OkrScope, known?: Cursors): Promise<void> => {
    const opened = await copy.openOkrs(wanted, known);
    if (!opened.ok || scope !== wanted) return;
    set = opened.value.set;
    cursors = opened.value.cursors;
  };

  return {
    lookAt: async (wanted) => {
      scope = wanted;
      const copied = await copy.peekOkrs(wanted);
      if (scope !== wanted) return;
      if (!copied) return open(wanted);
      set = copied.set;
      cursors = copied.cursors;
    },
    poll: async (shelves) => {
      const [asked, at] = [scope, cursors];
      if (at.size === 0) return;
      const changes = await copy.readChanges(at, shelves && new Map([...at.keys()].map((key) => [key, shelves])));
      if (scope !== asked || cursors !== at) return;
      if (changes.ok) {
        set = mergeChanges(set, changes.value, asked);
        cursors = changes.value.next;
        return;
      }
      const { error } = changes;
      if (error.type !== "ResyncNeeded") return;
      await open(asked, new Map([...at].filter(([key]) => !error.partitions.includes(key))));
    },
    shown: () => ({ set, scope }),
  };
};
