import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { EntryRefusal, OutboxEntry } from "#shared/ports/outboxStore.ts";

/** A check-in that is kept on this device and not known to be stored. */
export interface PendingCheckIn {
  /** Of its entry in the outbox. */
  readonly id: string;
  readonly checkIn: CheckIn;
  /** The title of its key result. */
  readonly label: string;
  /** Absent while it is on its way. */
  readonly refusal?: EntryRefusal;
}

export const pendingCheckIns = (entries: readonly OutboxEntry[]): readonly PendingCheckIn[] =>
  entries.flatMap(({ id, write, label, state }) => {
    if (write.kind !== "addCheckIn" || state.type === "done") return [];
    return [{ id, checkIn: write.checkIn, label, ...(state.type === "refused" ? { refusal: state.reason } : {}) }];
  });

/** The set with check-ins that are on their way, or stored so lately that the set may not know of it. */
export const withCheckInsUnderWay = (set: OkrSet, entries: readonly OutboxEntry[]): OkrSet => {
  const keyResults = new Set(set.keyResults.map(({ id }) => id));
  const known = new Set(set.checkIns.map(({ id }) => id));
  const more = entries.flatMap(({ write, state }) => {
    if (write.kind !== "addCheckIn" || state.type === "refused") return [];
    const { checkIn } = write;
    return keyResults.has(checkIn.keyResultId) && !known.has(checkIn.id) ? [checkIn] : [];
  });
  return more.length === 0 ? set : { ...set, checkIns: [...set.checkIns, ...more] };
};

/** Everything that is on this device alone, whatever it is about. */
export const unsentEntries = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] =>
  entries.filter(({ state }) => state.type !== "done");
