import { dayOf, instantOf, type Day } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { OkrChanges, OkrRepositoryDep, OkrScope } from "#shared/ports/okrRepository.ts";
import type { PressureDep } from "#shared/ports/pressure.ts";
import type { VisibilityDep } from "#shared/ports/visibility.ts";
import { createChangeFeed, type ChanceDep, type FeedListener, type MaybeNetwork } from "./changeFeed.ts";
import type { Peeks } from "./copy/localCopy.ts";
import { isCrowded, type CrowdDep } from "./crowd.ts";
import { mergeChanges } from "./mergeChanges.ts";
import { childrenOf, neededCycles, shownCycles, type Place } from "./place.ts";
import { createAsking } from "./questions.ts";
import type { Connection, OpenSession, SessionState } from "./sessionState.ts";
import { createStore, type ReadonlyStore, type Store } from "./store.ts";
import { createFigures, isWide, neededUnits, type RollUpsReading } from "./unitsBelow.ts";

export interface CopyDep {
  /** What is on this device already; absent where nothing is kept. */
  readonly copy?: Peeks;
}

export type ShownDeps = OkrRepositoryDep &
  ClockDep &
  VisibilityDep &
  PressureDep &
  ChanceDep &
  CopyDep &
  CrowdDep &
  MaybeNetwork &
  RollUpsReading;

/** The OKRs of one place, shown and kept up to date. */
export interface ShownOkrs {
  /** Shows what the copy holds at once, and brings it up to date; without a copy, reads. */
  readonly load: (frame: Frame, place: Place) => Promise<void>;
  /** Leaves the place. Whether a later moment is still the same visit is asked of the result. */
  readonly leave: () => () => boolean;
  readonly patch: (change: Partial<OpenSession>) => void;
  readonly merge: (changes: Omit<OkrChanges, "next">) => void;
  readonly refresh: () => Promise<void>;
  /** The moment of the last look for changes that was answered, in milliseconds since 1970; 0 before the first. */
  readonly looks: ReadonlyStore<number>;
  /** Looks for figures that nobody had counted, now instead of at the next turn. */
  readonly lookBelow: () => void;
}

const scopeOf = (frame: Frame, place: Place, today: Day, reading: RollUpsReading): OkrScope => ({
  cycleKeys: neededCycles(frame, place, today),
  units: neededUnits(frame, place.unitKey, reading),
});

/** What of the scope shows on the screen; the rest is only what that may be aligned to. */
const lookedAt = (frame: Frame, place: Place, today: Day): OkrScope => ({
  cycleKeys: shownCycles(frame, place, today).map(({ key }) => key),
  units: [place.unitKey, ...childrenOf(frame, place.unitKey).map(({ key }) => key)],
});

const connectionOf = (error: AccessError): Connection => {
  if (error.type === "Offline") return "offline";
  return error.type === "Busy" ? "busy" : "lost";
};

/** Whoever may not see it any more is not shown what was kept. */
export const forbidsShowing = ({ type }: AccessError): boolean =>
  type === "Forbidden" || type === "NoLicence" || type === "NotSetUp";

export const createShownOkrs = (deps: ShownDeps, state: Store<SessionState>): ShownOkrs => {
  const { okrRepository, clock, pressure, copy } = deps;
  const feed = createChangeFeed({ ...deps, ...(copy ? { onNews: copy.onNews } : {}) });
  /** Raised by every change of place, so that a slow answer for an earlier place is dropped. */
  let turn = 0;
  /** When what is shown was last true. */
  let asOf = 0;
  let asking = createAsking(clock.now);
  const looks = createStore(0);

  const today = (): Day => dayOf(instantOf(clock.now()));
  const hasRoom = (): boolean => copy?.hasRoom() ?? true;

  const patch = (change: Partial<OpenSession>): void => {
    const now = state.get();
    if (now.kind === "ready") state.set({ ...now, ...change });
  };

  const figures = createFigures(deps, (below) => patch({ below }));

  const merge = (changes: Omit<OkrChanges, "next">): void => {
    const now = state.get();
    if (now.kind !== "ready" || now.okrs.kind !== "ready") return;
    const set = mergeChanges(now.okrs.set, changes, scopeOf(now.frame, now.place, today(), deps));
    if (set !== now.okrs.set || now.today !== today()) patch({ okrs: { kind: "ready", set }, today: today() });
  };

  const connect = (connection: Connection): void => {
    const now = state.get();
    if (now.kind !== "ready") return;
    const isSaid = connection !== "live";
    if (now.connection !== connection || (isSaid && now.asOf !== asOf)) patch({ connection, asOf });
  };

  const isShown = (): boolean => {
    const now = state.get();
    return now.kind === "ready" && now.okrs.kind === "ready";
  };

  const fail = (error: AccessError): void => {
    if (isShown() && !forbidsShowing(error)) return connect(connectionOf(error));
    patch({ okrs: { kind: "failed", error } });
  };

  const listenerFor = (scope: OkrScope, isStillMine: () => boolean): FeedListener => ({
    open: async (known) => {
      const opened = await okrRepository.openOkrs(scope, known);
      if (!opened.ok) return opened;
      asking.opened();
      if (isStillMine()) patch({ okrs: { kind: "ready", set: opened.value.set }, hasRoom: hasRoom() });
      return ok(opened.value.cursors);
    },
    question: () => {
      const now = state.get();
      if (now.kind !== "ready" || now.okrs.kind !== "ready") return undefined;
      return asking.next(now.okrs.set, lookedAt(now.frame, now.place, today()), isCrowded(deps));
    },
    changed: (changes) => {
      asking.answered(changes.removed.length > 0);
      merge(changes);
    },
    current: (moment, slow) => {
      asOf = moment;
      connect(slow ? "slow" : "live");
      looks.set(moment);
    },
    failed: fail,
    offline: () => isShown() && connect("offline"),
  });

  const leave = (): (() => boolean) => {
    turn += 1;
    const mine = turn;
    figures.leave();
    feed.stop();
    return () => mine === turn;
  };

  return {
    load: async (frame, place) => {
      const isStillMine = leave();
      const scope = scopeOf(frame, place, today(), deps);
      asOf = clock.now();
      const isCounted = deps.rollUps !== undefined && isWide(frame, place.unitKey);
      const below = { kind: isCounted ? "loading" : "rows" } as const;
      const empty = { okrs: { kind: "loading" }, connection: "updating", asOf, hasRoom: hasRoom(), below } as const;
      state.set({ kind: "ready", frame, place, today: today(), ...empty });
      asking = createAsking(clock.now);
      const copied = await copy?.peekOkrs(scope, lookedAt(frame, place, today()));
      if (!isStillMine()) return;
      if (copied) {
        asOf = copied.asOf;
        patch({ okrs: { kind: "ready", set: copied.set }, asOf });
        if (deps.network?.isOffline()) connect("offline");
      }
      if (isCounted) {
        const cycleKeys = shownCycles(frame, place, today()).map(({ key }) => key);
        void figures.look(frame, cycleKeys, isStillMine);
      }
      feed.follow(copied?.cursors, listenerFor(scope, isStillMine));
      // What is shown is good enough until the shortage is over.
      if (copied && pressure.level() === "spent") connect("busy");
      else await feed.ask();
    },
    looks,
    leave,
    patch,
    merge,
    lookBelow: figures.lookNow,
    refresh: () => {
      asking.hurry();
      return feed.ask();
    },
  };
};
