import { dayOf, instantOf, type Day } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { OkrChanges, OkrRepositoryDep, OkrScope } from "#shared/ports/okrRepository.ts";
import type { VisibilityDep } from "#shared/ports/visibility.ts";
import { createChangeFeed, type Connection } from "./changeFeed.ts";
import { mergeChanges } from "./mergeChanges.ts";
import { neededCycles, startingPlace, unitsAround, type Place } from "./place.ts";
import { createStore, type ReadonlyStore } from "./store.ts";

export type OkrsState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly set: OkrSet }
  | { readonly kind: "failed"; readonly error: AccessError };

export interface OpenSession {
  readonly kind: "ready";
  readonly frame: Frame;
  readonly place: Place;
  readonly okrs: OkrsState;
  readonly connection: Connection;
  readonly today: Day;
}

export type SessionState =
  | { readonly kind: "starting" }
  | { readonly kind: "failed"; readonly error: AccessError }
  /** Set up, but nobody has made a unit or a cycle yet. */
  | { readonly kind: "empty"; readonly frame: Frame }
  | OpenSession;

export interface OkrSession {
  readonly state: ReadonlyStore<SessionState>;
  /** Reads the frame and opens the wanted place, or the nearest that exists. Also the way to try again after a failure. */
  readonly start: (wanted: Partial<Place>) => Promise<void>;
  readonly goTo: (place: Place) => Promise<void>;
  /** Asks for changes now instead of at the next turn. */
  readonly refresh: () => Promise<void>;
  /** Shows a check-in that was just stored, without waiting for the next turn. */
  readonly show: (checkIn: CheckIn) => void;
  readonly dispose: () => void;
}

const scopeOf = (frame: Frame, place: Place, today: Day): OkrScope => ({
  cycleKeys: neededCycles(frame, place, today),
  units: unitsAround(frame, place.unitKey),
});

/** One person looking at one place at a time, kept up to date while they look. */
export const createOkrSession = (deps: OkrRepositoryDep & ClockDep & VisibilityDep): OkrSession => {
  const { okrRepository, clock } = deps;
  const state = createStore<SessionState>({ kind: "starting" });
  const feed = createChangeFeed(deps);
  /** Raised by every change of place, so that a slow answer for an earlier place is dropped. */
  let turn = 0;

  const today = (): Day => dayOf(instantOf(clock.now()));

  const patch = (change: Partial<OpenSession>): void => {
    const now = state.get();
    if (now.kind === "ready") state.set({ ...now, ...change });
  };

  const merge = (changes: Omit<OkrChanges, "next">): void => {
    const now = state.get();
    if (now.kind !== "ready" || now.okrs.kind !== "ready") return;
    const set = mergeChanges(now.okrs.set, changes, scopeOf(now.frame, now.place, today()));
    if (set !== now.okrs.set || now.today !== today()) patch({ okrs: { kind: "ready", set }, today: today() });
  };

  const load = async (frame: Frame, place: Place): Promise<void> => {
    const mine = ++turn;
    feed.stop();
    state.set({ kind: "ready", frame, place, okrs: { kind: "loading" }, connection: "live", today: today() });
    const opened = await okrRepository.openOkrs(scopeOf(frame, place, today()));
    if (mine !== turn) return;
    if (!opened.ok) return patch({ okrs: { kind: "failed", error: opened.error } });
    patch({ okrs: { kind: "ready", set: opened.value.set } });
    feed.follow(opened.value.cursors, {
      changed: merge,
      connection: (connection) => {
        const now = state.get();
        if (now.kind === "ready" && now.connection !== connection) patch({ connection });
      },
      resync: () => void load(frame, place),
    });
  };

  return {
    state,
    start: async (wanted) => {
      const mine = ++turn;
      feed.stop();
      state.set({ kind: "starting" });
      const frame = await okrRepository.readFrame();
      if (mine !== turn) return;
      if (!frame.ok) return state.set({ kind: "failed", error: frame.error });
      const place = startingPlace(frame.value, wanted);
      if (!place) return state.set({ kind: "empty", frame: frame.value });
      await load(frame.value, place);
    },
    goTo: async (place) => {
      const now = state.get();
      if (now.kind !== "ready") return;
      const sameView = now.place.unitKey === place.unitKey && now.place.cycleKey === place.cycleKey;
      if (sameView && now.okrs.kind === "ready") return patch({ place });
      await load(now.frame, place);
    },
    refresh: feed.ask,
    show: (checkIn) => merge({ ...emptyOkrSet, checkIns: [checkIn], removed: [] }),
    dispose: () => {
      turn += 1;
      feed.dispose();
    },
  };
};
