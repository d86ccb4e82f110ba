import type { Choices } from "#shared/domain/merge/threeWay.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { LocksDep } from "#shared/ports/locks.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry, OutboxStoreDep, OutboxUnavailable } from "#shared/ports/outboxStore.ts";
import { createStore, type ReadonlyStore } from "../store.ts";
import { decided, type NewEntry } from "./entries.ts";
import { createLedger } from "./ledger.ts";
import type { Progress } from "./progress.ts";
import { runOnce, type RunEnd } from "./run.ts";
import { withFollowers } from "./sendable.ts";
import { planUndo } from "./undo.ts";

export interface OutboxState {
  /** In the order in which they were asked for. */
  readonly entries: readonly OutboxEntry[];
  /** Present while entries are being sent by this window. */
  readonly running?: Progress;
  /** Why what waits could not be sent the last time. */
  readonly failure?: AccessError;
}

/** What taking back a group came to. */
export interface Undone {
  /** The group of the opposite entries; undefined where there is none. */
  readonly group: string | undefined;
  readonly takenBack: number;
  /** Titles of what stays: it cannot be taken back, or somebody has built on it since. */
  readonly stays: readonly string[];
}

/** Writes on their way: kept before they are sent, sent in order, settled one by one, whatever happens in between. */
export interface Outbox {
  readonly state: ReadonlyStore<OutboxState>;
  /** Reads what earlier days left. */
  readonly load: () => Promise<Result<void, OutboxUnavailable>>;
  /** Keeps entries; sends nothing yet. */
  readonly add: (entries: readonly NewEntry[]) => Promise<Result<void, OutboxUnavailable>>;
  /** Sends what waits. One run at a time among all windows; what is added meanwhile goes with it. */
  readonly run: () => Promise<RunEnd>;
  /** Stops after what is under way; the rest waits. */
  readonly cancel: () => void;
  /** Gives up entries that are not stored, and those that cannot be without them. The entries that were given up. */
  readonly withdraw: (ids: ReadonlySet<string>) => Promise<Result<readonly OutboxEntry[], OutboxUnavailable>>;
  /** What a person chose for a conflict: by field, or of a removal one side for all of it. */
  readonly resolve: (id: string, choices: Choices) => Promise<Result<void, OutboxUnavailable>>;
  /** Lets refused entries wait again, unchanged. */
  readonly retry: (ids: ReadonlySet<string>) => Promise<Result<void, OutboxUnavailable>>;
  /** Forgets entries that nobody needs to see any more. */
  readonly forget: (ids: ReadonlySet<string>) => Promise<Result<void, OutboxUnavailable>>;
  /** Adds the opposite of what of a group is stored. */
  readonly undo: (group: string) => Promise<Result<Undone, AccessError | OutboxUnavailable>>;
  readonly dispose: () => void;
}

export type OutboxDeps = OkrRepositoryDep & OutboxStoreDep & ClockDep & IdsDep & LocksDep;

const isDecided = ({ state }: OutboxEntry): boolean => state.type !== "sending" && state.type !== "done";

/** @param name of the lock that all windows over the same store share */
export const createOutbox = (deps: OutboxDeps, name: string): Outbox => {
  const { outboxStore, locks } = deps;
  const ledger = createLedger(outboxStore);
  const state = createStore<OutboxState>({ entries: [] });
  let aborter = new AbortController();
  let running: Promise<RunEnd> | undefined;
  let again = false;
  let progress: Progress | undefined;
  let failure: AccessError | undefined;

  const show = (): void =>
    state.set({
      entries: ledger.entries.get(),
      ...(progress ? { running: progress } : {}),
      ...(failure ? { failure } : {}),
    });
  const stopShowing = ledger.entries.subscribe(show);

  const runAlone = (signal: AbortSignal): Promise<RunEnd> =>
    locks.hold(name, async () => {
      // Another window may have sent some of them before it was our turn.
      await ledger.load();
      const onProgress = (next: Progress): void => {
        progress = next;
        show();
      };
      return runOnce(deps, { ledger, signal, onProgress });
    });

  const runAll = async (): Promise<RunEnd> => {
    aborter = new AbortController();
    const { signal } = aborter;
    let end: RunEnd;
    do {
      again = false;
      end = await runAlone(signal);
    } while (again && !end.failure && !signal.aborted);
    return end;
  };

  const run: Outbox["run"] = () => {
    again = true;
    running ??= runAll()
      .then((end) => {
        failure = end.failure;
        return end;
      })
      .finally(() => {
        running = undefined;
        progress = undefined;
        show();
      });
    return running;
  };

  const add: Outbox["add"] = (entries) =>
    ledger.append(entries.map((entry) => ({ ...entry, state: { type: "waiting" } })));

  const change = (wanted: ReadonlySet<string>, to: (entry: OutboxEntry) => OutboxEntry) => {
    ledger.set(
      ledger.entries
        .get()
        .filter(({ id }) => wanted.has(id))
        .map(to),
    );
    return ledger.flush();
  };

  return {
    state,
    load: ledger.load,
    add,
    run,
    cancel: () => aborter.abort(),
    withdraw: async (wanted) => {
      const all = withFollowers(ledger.entries.get(), wanted);
      const withdrawn = ledger.entries.get().filter((entry) => all.has(entry.id) && isDecided(entry));
      const removed = await ledger.remove(new Set(withdrawn.map(({ id }) => id)));
      return removed.ok ? ok(withdrawn) : removed;
    },
    resolve: (id, choices) => change(new Set([id]), (entry) => decided(entry, choices)),
    retry: (wanted) =>
      change(wanted, (entry) => (entry.state.type === "refused" ? { ...entry, state: { type: "waiting" } } : entry)),
    forget: ledger.remove,
    undo: async (group) => {
      const done = ledger.entries.get().filter((entry) => entry.group === group && entry.state.type === "done");
      const plan = await planUndo(deps, done);
      if (!plan.ok) return plan;
      const { entries, taken, stays } = plan.value;
      const added = await add(entries);
      if (!added.ok) return added;
      const forgotten = await ledger.remove(taken);
      return forgotten.ok ? ok({ group: entries[0]?.group, takenBack: entries.length, stays }) : forgotten;
    },
    dispose: () => {
      aborter.abort();
      stopShowing();
      ledger.dispose();
    },
  };
};
