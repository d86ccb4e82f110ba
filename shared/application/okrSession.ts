import { dayOf, instantOf, type Day } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { ChangeCursor, OkrRepositoryDep, OkrScope } from "#shared/ports/okrRepository.ts";
import type { VisibilityDep } from "#shared/ports/visibility.ts";
import { mergeChanges } from "./mergeChanges.ts";
import { startingPlace, unitsAround, type Place } from "./place.ts";
import { createStore, type ReadonlyStore } from "./store.ts";

export type OkrsState =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly set: OkrSet }
  | { readonly kind: "failed"; readonly error: AccessError };

/** `live` while changes by others arrive; otherwise why they do not at the moment. */
export type Connection = "live" | "offline" | "busy" | "lost";

export type SessionState =
  | { readonly kind: "starting" }
  | { readonly kind: "failed"; readonly error: AccessError }
  /** Set up, but nobody has made a unit or a cycle yet. */
  | { readonly kind: "empty"; readonly frame: Frame }
  | {
      readonly kind: "ready";
      readonly frame: Frame;
      readonly place: Place;
      readonly okrs: OkrsState;
      readonly connection: Connection;
      readonly today: Day;
    };

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

/** Milliseconds between two questions for changes while somebody looks. Three resource units each. */
const LOOKING_EVERY_MS = 5_000;
/** After a failure, and at most as long as the service asks. */
const FAILED_EVERY_MS = 20_000;

export const createOkrSession = (deps: OkrRepositoryDep & ClockDep & VisibilityDep): OkrSession => {
  const { okrRepository, clock, visibility } = deps;
  const state = createStore<SessionState>({ kind: "starting" });
  let cursor: ChangeCursor | undefined;
  /** Raised by every change of place, so that a slow answer for an earlier place is dropped. */
  let turn = 0;
  let cancelTimer: () => void = () => undefined;
  let asking = false;

  const today = (): Day => dayOf(instantOf(clock.now()));
  const scopeOf = (frame: Frame, place: Place): OkrScope => ({
    cycleKey: place.cycleKey,
    units: unitsAround(frame, place.unitKey),
  });

  const schedule = (ms: number): void => {
    cancelTimer();
    if (visibility.visible()) cancelTimer = clock.after(ms, () => void ask());
  };

  const patch = (change: Partial<Extract<SessionState, { kind: "ready" }>>): void => {
    const now = state.get();
    if (now.kind === "ready") state.set({ ...now, ...change });
  };

  const load = async (frame: Frame, place: Place): Promise<void> => {
    const mine = ++turn;
    cancelTimer();
    state.set({ kind: "ready", frame, place, okrs: { kind: "loading" }, connection: "live", today: today() });
    const started = await okrRepository.startCursor();
    const read = started.ok ? await okrRepository.readOkrs(scopeOf(frame, place)) : started;
    if (mine !== turn) return;
    if (!read.ok) return patch({ okrs: { kind: "failed", error: read.error } });
    cursor = started.ok ? started.value : undefined;
    patch({ okrs: { kind: "ready", set: read.value } });
    schedule(LOOKING_EVERY_MS);
  };

  const ask = async (): Promise<void> => {
    const before = state.get();
    if (asking || !cursor || before.kind !== "ready" || before.okrs.kind !== "ready") return;
    asking = true;
    const mine = turn;
    const answer = await okrRepository.readChanges(cursor);
    asking = false;
    const now = state.get();
    if (mine !== turn || now.kind !== "ready" || now.okrs.kind !== "ready") return;
    if (answer.ok) {
      cursor = answer.value.next;
      const set = mergeChanges(now.okrs.set, answer.value, scopeOf(now.frame, now.place));
      if (set !== now.okrs.set || now.connection !== "live" || now.today !== today()) {
        patch({ okrs: { kind: "ready", set }, connection: "live", today: today() });
      }
      return schedule(LOOKING_EVERY_MS);
    }
    if (answer.error.type === "ResyncNeeded") return load(now.frame, now.place);
    patch({ connection: connectionOf(answer.error) });
    schedule(
      answer.error.type === "Busy" ? Math.max(answer.error.retryAfterMs ?? 0, FAILED_EVERY_MS) : FAILED_EVERY_MS,
    );
  };

  const stopWatching = visibility.onChange((visible) => {
    if (visible) void ask();
    else cancelTimer();
  });

  return {
    state,
    start: async (wanted) => {
      const mine = ++turn;
      state.set({ kind: "starting" });
      const frame = await okrRepository.readFrame();
      if (mine !== turn) return;
      if (!frame.ok) return state.set({ kind: "failed", error: frame.error });
      const place = startingPlace(frame.value, wanted, today());
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
    refresh: ask,
    show: (checkIn) => {
      const now = state.get();
      if (now.kind !== "ready" || now.okrs.kind !== "ready") return;
      const added = { ...nothingChanged, checkIns: [checkIn] };
      patch({ okrs: { kind: "ready", set: mergeChanges(now.okrs.set, added, scopeOf(now.frame, now.place)) } });
    },
    dispose: () => {
      turn += 1;
      cancelTimer();
      stopWatching();
    },
  };
};

const nothingChanged = { ...emptyOkrSet, removed: [] };

const connectionOf = (error: AccessError): Connection => {
  if (error.type === "Offline") return "offline";
  return error.type === "Busy" ? "busy" : "lost";
};
