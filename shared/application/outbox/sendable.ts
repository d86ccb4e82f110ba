import { dependencies } from "#shared/ports/writeOrder.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { isChange, isRemoval, mergeChange, mergeRemoval, storedOf, subjectOf, type StoredNow } from "./entries.ts";

const isOpen = ({ state }: OutboxEntry): boolean => state.type !== "done";
const isStuck = ({ state }: OutboxEntry): boolean => state.type === "conflict" || state.type === "refused";

/** Positions of what waits for one of these, directly or not. */
const followersOf = (before: readonly (readonly number[])[], first: readonly number[]): ReadonlySet<number> => {
  const followers = new Map<number, number[]>();
  before.forEach((needs, index) => {
    for (const need of needs) {
      const known = followers.get(need);
      if (known) known.push(index);
      else followers.set(need, [index]);
    }
  });
  const found = new Set<number>();
  const queue = [...first];
  for (const index of queue) {
    for (const follower of followers.get(index) ?? []) {
      if (found.has(follower)) continue;
      found.add(follower);
      queue.push(follower);
    }
  }
  return found;
};

/** All that cannot be stored without these: what they make is needed by it. */
export const withFollowers = (entries: readonly OutboxEntry[], ids: ReadonlySet<string>): ReadonlySet<string> => {
  const open = entries.filter(isOpen);
  const chosen = open.flatMap(({ id, write }, index) =>
    ids.has(id) && write.kind.startsWith("create") ? [index] : [],
  );
  const followers = followersOf(dependencies(open.map(({ write }) => write)), chosen);
  return new Set([...ids, ...[...followers].flatMap((index) => open[index]?.id ?? [])]);
};

/**
 * What may be sent now. Not what needs an entry that is in conflict or refused, and of several entries for one record only the
 * first: the next one is put on top of what that one made. [OB3]
 */
export const sendable = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] => {
  const open = entries.filter(isOpen);
  const stuck = open.flatMap((entry, index) => (isStuck(entry) ? [index] : []));
  const blocked = followersOf(dependencies(open.map(({ write }) => write)), stuck);
  const begun = new Set<string>();
  return open.filter((entry, index) => {
    const subject = subjectOf(entry.write);
    const isFirst = subject === undefined || !begun.has(subject);
    if (subject !== undefined) begun.add(subject);
    return isFirst && !isStuck(entry) && !blocked.has(index);
  });
};

/**
 * The next entry for the record of one that was stored a moment ago, on top of it; made by the same hand, so nobody is asked. With it
 * those before it that have nothing left to send. [OB3]
 */
export const following = (entries: readonly OutboxEntry[], stored: OutboxEntry): readonly OutboxEntry[] => {
  const subject = subjectOf(stored.write);
  const record = storedOf(stored);
  if (stored.state.type !== "done" || stored.state.revision === undefined || !record) return [];
  const now = { stored: record, revision: stored.state.revision, modifiedBy: stored.author.name };
  const followers: OutboxEntry[] = [];
  for (const entry of entries.slice(entries.findIndex(({ id }) => id === stored.id) + 1)) {
    if (!isOpen(entry) || subjectOf(entry.write) !== subject) continue;
    if (isStuck(entry)) break;
    const next = onto(entry, now);
    followers.push(next);
    if (isOpen(next)) break;
  }
  return followers;
};

const onto = (entry: OutboxEntry, now: StoredNow): OutboxEntry => {
  if (isChange(entry.write)) return mergeChange(entry, now, { otherwise: "mine" });
  return isRemoval(entry.write) ? mergeRemoval(entry, now, "mine") : entry;
};
