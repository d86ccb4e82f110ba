import { noInitiatives, type InitiativeSet } from "#shared/domain/okr/initiative.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { OkrRepositoryDep, OkrScope } from "#shared/ports/okrRepository.ts";
import type { PressureDep } from "#shared/ports/pressure.ts";
import { isCrowded, type CrowdDep } from "../crowd.ts";
import type { Peeks } from "../copy/localCopy.ts";
import type { OkrSession } from "../okrSession.ts";
import type { Outbox } from "../outbox/outbox.ts";
import { createStore, type ReadonlyStore } from "../store.ts";
import { initiativeEntries, withStored } from "./underWay.ts";

export type InitiativesState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly set: InitiativeSet }
  | { readonly kind: "failed"; readonly error: AccessError };

/** The initiatives of what somebody looks at, as the server has them. */
export interface ShownInitiatives {
  readonly state: ReadonlyStore<InitiativesState>;
  /** They show from now on, and are read again while others may change them; the result ends it. */
  readonly follow: (scope: OkrScope) => () => void;
  /** Reads them now. */
  readonly refresh: () => Promise<void>;
}

export type ShownInitiativesDeps = OkrRepositoryDep &
  ClockDep &
  PressureDep &
  CrowdDep & {
    /** What is on this device already; absent where nothing is kept. */
    readonly copy?: Pick<Peeks, "peekInitiatives">;
    readonly session: Pick<OkrSession, "looks">;
    readonly outbox: Pick<Outbox, "state">;
  };

/** Milliseconds: a look that comes together with the first reading needs no second one. */
const SHORTEST_PAUSE_MS = 10_000;
/** Nothing about them is urgent enough to stand in the way of check-ins. */
const PAUSE_IN_A_CROWD_MS = 600_000;

interface Following {
  readonly scope: OkrScope;
}

export const createShownInitiatives = (deps: ShownInitiativesDeps): ShownInitiatives => {
  const { okrRepository, clock, pressure, copy, session, outbox } = deps;
  const state = createStore<InitiativesState>({ kind: "loading" });
  let following: Following | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  /** Entries that were stored before what is shown was read, or are shown. */
  let told: ReadonlySet<string> = new Set();

  /** [LV14] */
  const showStored = (): void => {
    const done = initiativeEntries(outbox.state.get().entries).filter((entry) => entry.state.type === "done");
    const now = state.get();
    const fresh = done.filter(({ id }) => !told.has(id));
    told = new Set(done.map(({ id }) => id));
    if (now.kind !== "ready" || fresh.length === 0) return;
    state.set({ kind: "ready", set: fresh.reduce(withStored, now.set) });
  };

  const read = async (mine: Following): Promise<void> => {
    askedAt = clock.now();
    const before = outbox.state.get().entries;
    const found = await okrRepository.readInitiatives(mine.scope);
    if (following !== mine) return;
    if (found.ok) {
      // What was stored while it was being read may be missing in it.
      const since = initiativeEntries(outbox.state.get().entries).filter(
        ({ id }) => before.find((entry) => entry.id === id)?.state.type !== "done",
      );
      state.set({ kind: "ready", set: since.reduce(withStored, found.value) });
    } else if (state.get().kind !== "ready") state.set({ kind: "failed", error: found.error });
  };

  /** [LV13] */
  const onLook = (): void => {
    if (!following) return;
    const isShort = isCrowded(deps) || pressure.level() !== "free";
    if (clock.now() - askedAt >= (isShort ? PAUSE_IN_A_CROWD_MS : SHORTEST_PAUSE_MS)) void read(following);
  };

  const begin = async (mine: Following): Promise<void> => {
    const kept = await copy?.peekInitiatives(mine.scope);
    if (following !== mine) return;
    if (kept) state.set({ kind: "ready", set: kept.set });
    const isFresh = kept && clock.now() - kept.asOf < (isCrowded(deps) ? PAUSE_IN_A_CROWD_MS : SHORTEST_PAUSE_MS);
    if (!isFresh) await read(mine);
  };

  return {
    state,
    follow: (scope) => {
      const mine = { scope };
      following = mine;
      state.set({ kind: "loading" });
      told = new Set(
        initiativeEntries(outbox.state.get().entries).flatMap((entry) =>
          entry.state.type === "done" ? [entry.id] : [],
        ),
      );
      const ends = [session.looks.subscribe(onLook), outbox.state.subscribe(showStored)];
      void begin(mine);
      return () => {
        for (const end of ends) end();
        if (following !== mine) return;
        following = undefined;
        state.set({ kind: "ready", set: noInitiatives });
      };
    },
    refresh: () => (following ? read(following) : Promise.resolve()),
  };
};
