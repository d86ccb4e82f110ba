import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { emptyOkrSet, type Frame } from "#shared/domain/okr/okrSet.ts";
import { isCrowded } from "./crowd.ts";
import { startingPlace, type Place } from "./place.ts";
import type { SessionState } from "./sessionState.ts";
import { createShownOkrs, forbidsShowing, type ShownDeps } from "./shownOkrs.ts";
import { createStore, type ReadonlyStore } from "./store.ts";

export type { OpenSession } from "./sessionState.ts";

export interface OkrSession {
  readonly state: ReadonlyStore<SessionState>;
  /** Finds the frame and opens the wanted place, or the nearest that exists. Also the way to try again after a failure. */
  readonly start: (wanted: Partial<Place>) => Promise<void>;
  readonly goTo: (place: Place) => Promise<void>;
  /** Asks for changes now instead of at the next turn. */
  readonly refresh: () => Promise<void>;
  /** Looks now for figures of units below that nobody had counted. */
  readonly lookBelow: () => void;
  /** Shows a check-in that was just stored, without waiting for the next turn. */
  readonly show: (checkIn: CheckIn) => void;
  /** The moment of the last look for changes that was answered; whoever shows more than the session asks again then. */
  readonly looks: ReadonlyStore<number>;
  readonly dispose: () => void;
}

const DAY_MS = 86_400_000;
/** A frame this old is read again at some moment of looking; one that is older still, before anything is shown. */
const FRAME_OLD_MS = DAY_MS;
const FRAME_TOO_OLD_MS = 35 * DAY_MS;
/** Many begin their week in the same minutes, and leave after a few: only who stays reads it, and not all at once. */
const FRAME_AFTER_MS = 180_000;
const FRAME_SPREAD_MS = 600_000;

const knows = (frame: Frame, { unitKey, cycleKey }: Partial<Place>): boolean =>
  (unitKey === undefined || frame.units.some(({ key }) => key === unitKey)) &&
  (cycleKey === undefined || frame.cycles.some(({ key }) => key === cycleKey));

/** One person looking at one place at a time, kept up to date while they look. */
export const createOkrSession = (deps: ShownDeps): OkrSession => {
  const { okrRepository, clock, visibility, pressure, chance, copy } = deps;
  const state = createStore<SessionState>({ kind: "starting" });
  const shown = createShownOkrs(deps, state);
  let cancelFrame: () => void = () => undefined;

  const open = async (frame: Frame, wanted: Partial<Place>): Promise<void> => {
    const place = startingPlace(frame, wanted);
    if (place) await shown.load(frame, place);
    else state.set({ kind: "empty", frame });
  };

  /** Reads the frame again, and goes on where one is then, or as near as there still is. */
  const refreshFrame = async (): Promise<void> => {
    if (!visibility.visible() || pressure.level() !== "free" || isCrowded(deps)) return waitForRefresh();
    const frame = await okrRepository.readFrame();
    const now = state.get();
    if (!frame.ok || now.kind !== "ready") return;
    const isSame = JSON.stringify(frame.value) === JSON.stringify(now.frame);
    if (!isSame) await open(frame.value, now.place);
  };

  const waitForRefresh = (): void => {
    cancelFrame = clock.after(FRAME_AFTER_MS + chance() * FRAME_SPREAD_MS, () => void refreshFrame());
  };

  const openCopied = async (frame: Frame, readAt: number, wanted: Partial<Place>): Promise<void> => {
    const isOld = clock.now() - readAt > FRAME_OLD_MS;
    if (isOld) waitForRefresh();
    await open(frame, wanted);
  };

  return {
    state,
    looks: shown.looks,
    start: async (wanted) => {
      const isStillMine = shown.leave();
      cancelFrame();
      state.set({ kind: "starting" });
      const copied = await copy?.peekFrame();
      if (!isStillMine()) return;
      const isGood = copied && knows(copied.frame, wanted) && clock.now() - copied.asOf < FRAME_TOO_OLD_MS;
      if (isGood) return openCopied(copied.frame, copied.asOf, wanted);
      const frame = await okrRepository.readFrame();
      if (!isStillMine()) return;
      if (frame.ok) return open(frame.value, wanted);
      if (copied && !forbidsShowing(frame.error)) return openCopied(copied.frame, copied.asOf, wanted);
      state.set({ kind: "failed", error: frame.error });
    },
    goTo: async (place) => {
      const now = state.get();
      if (now.kind !== "ready") return;
      const sameView = now.place.unitKey === place.unitKey && now.place.cycleKey === place.cycleKey;
      if (sameView && now.okrs.kind === "ready") return shown.patch({ place });
      await shown.load(now.frame, place);
    },
    refresh: shown.refresh,
    lookBelow: shown.lookBelow,
    show: (checkIn) => shown.merge({ ...emptyOkrSet, checkIns: [checkIn], removed: [] }),
    dispose: () => {
      shown.leave();
      cancelFrame();
    },
  };
};
