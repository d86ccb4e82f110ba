/** What an entry is about, what it makes of its record, and what becomes of it after an answer. */
import {
  mergeInitiatives,
  mergeKeyResults,
  mergeObjectives,
  changesBetween,
  type Merged,
  type Sides,
} from "#shared/domain/merge/records.ts";
import { fieldNames, type Choices, type FieldClash, type Side } from "#shared/domain/merge/threeWay.ts";
import type { Revision } from "#shared/domain/okr/ids.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { ChangeableRecord, OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { EntryRefusal, EntryState, OutboxEntry } from "#shared/ports/outboxStore.ts";

/** As somebody asks for it. */
export type NewEntry = Omit<OutboxEntry, "state">;

type Stored = ChangeableRecord;
type ChangeWrite = Extract<OkrWrite, { kind: "changeObjective" | "changeKeyResult" | "changeInitiative" }>;
type RemoveWrite = Extract<OkrWrite, { kind: "removeObjective" | "removeKeyResult" | "removeInitiative" }>;

export const isChange = (write: OkrWrite): write is ChangeWrite =>
  write.kind === "changeObjective" || write.kind === "changeKeyResult" || write.kind === "changeInitiative";
export const isRemoval = (write: OkrWrite): write is RemoveWrite =>
  write.kind === "removeObjective" || write.kind === "removeKeyResult" || write.kind === "removeInitiative";

const isObjective = (record: Stored): record is Objective => "ambition" in record;
const isInitiative = (record: Stored): record is Initiative => "state" in record;

/** Keys that a change empties are absent afterwards. */
const applied = <T extends Stored>(base: T, changes: object): T => {
  const record = { ...base, ...changes };
  for (const key of fieldNames(record)) if (record[key] === undefined) delete record[key];
  return record;
};

/** The record as it is once the entry is stored; undefined where there is none then, or it is not about one. */
const resultOf = ({ write, base }: Pick<OutboxEntry, "write" | "base">): Stored | undefined => {
  if (write.kind === "createObjective") return write.objective;
  if (write.kind === "createKeyResult") return write.keyResult;
  if (write.kind === "createInitiative") return write.initiative;
  return isChange(write) && base ? applied(base, write.changes) : undefined;
};

/** The record as it was when the entry was stored. */
export const storedOf = (entry: OutboxEntry): Stored | undefined =>
  (entry.state.type === "done" ? entry.state.stored : undefined) ?? resultOf(entry);

/** The id of the objective, key result or initiative that an entry writes. */
export const subjectOf = (write: OkrWrite): string | undefined => {
  if (write.kind === "createObjective") return write.objective.id;
  if (write.kind === "createKeyResult") return write.keyResult.id;
  if (write.kind === "createInitiative") return write.initiative.id;
  return isChange(write) || isRemoval(write) ? write.id : undefined;
};

const merge = ({ base, mine, theirs }: Sides<Stored>, { choices, otherwise }: Decision): Merged<Stored> => {
  if (isObjective(base) && isObjective(mine) && isObjective(theirs)) {
    return mergeObjectives({ base, mine, theirs }, choices, otherwise);
  }
  if (isInitiative(base) && isInitiative(mine) && isInitiative(theirs)) {
    return mergeInitiatives({ base, mine, theirs }, choices, otherwise);
  }
  return mergeKeyResults({ base, mine, theirs } as Sides<KeyResult>, choices, otherwise);
};

export interface StoredNow {
  readonly stored: Stored;
  readonly revision: Revision;
  readonly modifiedBy: string;
}

const done = (revision: Revision | undefined): Extract<EntryState, { type: "done" }> => ({
  type: "done",
  ...(revision === undefined ? {} : { revision }),
});

/** The same change on top of what is stored now. */
const rebased = (entry: OutboxEntry, { stored, revision }: StoredNow, record: Stored): OutboxEntry => {
  const { write } = entry;
  if (!isChange(write)) return entry;
  const changes = changesBetween<object>(stored, record);
  return {
    ...entry,
    base: stored,
    write: { ...write, changes, basedOn: revision },
    state: fieldNames(changes).length === 0 ? done(revision) : { type: "waiting" },
  };
};

const refused = (entry: OutboxEntry, reason: EntryRefusal): OutboxEntry => ({
  ...entry,
  state: { type: "refused", reason },
});

const conflicting = (
  entry: OutboxEntry,
  { stored, revision, modifiedBy }: StoredNow,
  clashes: readonly FieldClash[],
): OutboxEntry => ({ ...entry, state: { type: "conflict", stored, revision, modifiedBy, clashes } });

/** What to do about fields that both sides changed: what a person chose, or always the same side. */
export interface Decision {
  readonly choices?: Choices;
  readonly otherwise?: Side;
}

/** A change meets a record that somebody changed: on top of it where they touch different fields. [OB5] */
export const mergeChange = (entry: OutboxEntry, now: StoredNow, decision: Decision = {}): OutboxEntry => {
  const { base, write } = entry;
  const mine = resultOf(entry);
  if (!base || !mine || !isChange(write)) return refused(entry, { type: "ChangedSince", modifiedBy: now.modifiedBy });
  const { record, clashes } = merge({ base, mine, theirs: now.stored }, decision);
  return clashes.length > 0 ? conflicting(entry, now, clashes) : rebased(entry, now, record);
};

/** What a removal would take along that its author never saw. */
const unseen = (base: Stored, stored: Stored): readonly FieldClash[] => {
  const [before, now]: readonly Readonly<Record<string, unknown>>[] = [{ ...base }, { ...stored }];
  return Object.keys(changesBetween<object>(base, stored)).map((field) => ({
    field,
    base: before?.[field],
    mine: undefined,
    theirs: now?.[field],
  }));
};

/** A removal meets a record that somebody changed. Its version alone may have been raised in the background. [OB6] */
export const mergeRemoval = (entry: OutboxEntry, now: StoredNow, choice?: Side): OutboxEntry => {
  const { base, write } = entry;
  if (!isRemoval(write)) return entry;
  const clashes = base ? unseen(base, now.stored) : [];
  if (choice === "theirs") return { ...entry, state: done(now.revision) };
  if (clashes.length > 0 && choice === undefined) {
    return entry.undoes === undefined
      ? conflicting(entry, now, clashes)
      : refused(entry, { type: "ChangedSince", modifiedBy: now.modifiedBy });
  }
  return {
    ...entry,
    base: now.stored,
    write: { ...write, basedOn: now.revision },
    state: { type: "waiting" },
  };
};

const stale = (entry: OutboxEntry, now: StoredNow): OutboxEntry => {
  if (isRemoval(entry.write)) return mergeRemoval(entry, now);
  return mergeChange(entry, now, entry.undoes === undefined ? {} : { otherwise: "theirs" });
};

/** The entry after an answer. Waiting again: the answer says nothing final. */
export const afterOutcome = (entry: OutboxEntry, outcome: WriteOutcome): OutboxEntry => {
  switch (outcome.type) {
    case "Written":
      return { ...entry, state: { ...done(outcome.revision), ...(outcome.stored ? { stored: outcome.stored } : {}) } };
    case "Stale":
      return stale(entry, outcome);
    case "Gone":
      // What somebody else removed already needs no removing.
      return isRemoval(entry.write) ? { ...entry, state: done(undefined) } : refused(entry, outcome);
    case "Invalid":
      return refused(entry, outcome);
    case "Skipped":
      return { ...entry, state: { type: "waiting" } };
    case "Failed":
      return outcome.error.type === "Forbidden"
        ? refused(entry, { type: "Forbidden" })
        : { ...entry, state: { type: "waiting", failure: outcome.error } };
  }
};

/** What a person chose for a conflict: by field, or of a removal one side for all of it. */
export const decided = (entry: OutboxEntry, choices: Choices): OutboxEntry => {
  if (entry.state.type !== "conflict") return entry;
  const { stored, revision, modifiedBy } = entry.state;
  const now = { stored, revision, modifiedBy };
  if (!isRemoval(entry.write)) return mergeChange(entry, now, { choices });
  return mergeRemoval(entry, now, Object.values(choices).includes("theirs") ? "theirs" : "mine");
};
