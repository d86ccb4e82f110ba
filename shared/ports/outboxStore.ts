import type { Instant } from "#shared/domain/day.ts";
import type { FieldClash } from "#shared/domain/merge/threeWay.ts";
import type { Revision } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";
import type { ChangeableRecord, OkrWrite, WriteOutcome } from "./okrRepository.ts";

/** Why the service will not take an entry as it is; sending it again unchanged would not help. */
export type EntryRefusal =
  | Extract<WriteOutcome, { type: "Invalid" | "Gone" }>
  | { readonly type: "Forbidden" }
  /** Somebody changed it meanwhile, and there is nothing to choose by fields; taking it back was given up for the same reason. */
  | { readonly type: "ChangedSince"; readonly modifiedBy: string };

export type EntryState =
  /** `failure`: what kept the last attempt from an answer; it may have arrived all the same. Absent where it never left. */
  | { readonly type: "waiting"; readonly failure?: AccessError }
  /** On its way. After a stop nobody knows whether it arrived; sending it again does no harm. */
  | { readonly type: "sending" }
  /** `revision` absent where the service named none. `stored` where more than this entry had changed meanwhile. */
  | { readonly type: "done"; readonly revision?: Revision; readonly stored?: ChangeableRecord }
  /** Somebody else changed the same fields meanwhile; a person decides. */
  | {
      readonly type: "conflict";
      readonly stored: ChangeableRecord;
      readonly revision: Revision;
      readonly modifiedBy: string;
      readonly clashes: readonly FieldClash[];
    }
  | { readonly type: "refused"; readonly reason: EntryRefusal };

/** One write on its way into the store, kept with all ids it will ever have, so that sending it again stores it once. */
export interface OutboxEntry {
  /** A GUID. */
  readonly id: string;
  /** What was asked for together: one push, one import, one click. */
  readonly group: string;
  /** What people call it: the title of its record. */
  readonly label: string;
  /** By the clock of this device; only to be shown. */
  readonly at: Instant;
  readonly author: Person;
  readonly write: OkrWrite;
  /** Of a change or a removal: the record that it was made from, at the revision that it names. */
  readonly base?: ChangeableRecord;
  /** It takes back what was done; where somebody changed something since, theirs stays. */
  readonly undoes?: string;
  /** What the caller needs to go on with it; kept and handed back, never read. Plain JSON. */
  readonly context?: unknown;
  readonly state: EntryState;
}

/** Nothing can be kept on this device now. */
export interface OutboxUnavailable {
  readonly type: "OutboxUnavailable";
  /** `nobody`: it is not known who is signed in. `full`: there is no room. */
  readonly reason: "nobody" | "full" | "failed";
}

/** What survives a crash. Each call is one transaction: all of it or nothing. */
export interface OutboxStore {
  /** In the order in which they were appended. */
  readonly list: () => Promise<Result<readonly OutboxEntry[], OutboxUnavailable>>;
  /** An entry whose id is known already stays as it is. */
  readonly append: (entries: readonly OutboxEntry[]) => Promise<Result<void, OutboxUnavailable>>;
  /**
   * Puts entries in the place of those with their ids. The ids of those that were still there; others are passed over. A store
   * may keep that with the next append or removal only: an entry that is sent again because of it is stored once all the same.
   */
  readonly patch: (entries: readonly OutboxEntry[]) => Promise<Result<ReadonlySet<string>, OutboxUnavailable>>;
  readonly remove: (ids: readonly string[]) => Promise<Result<void, OutboxUnavailable>>;
  /** Calls back after changes that somebody else made, for example in another window; the result ends it. */
  readonly onForeignChange: (listener: () => void) => () => void;
  /** Forgets everything, for example at sign-out; best effort. */
  readonly clear: () => Promise<void>;
}

export interface OutboxStoreDep {
  readonly outboxStore: OutboxStore;
}
