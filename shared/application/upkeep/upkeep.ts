import { epochMsOf, instantOf, parseInstant } from "#shared/domain/day.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { PressureDep } from "#shared/ports/pressure.ts";
import type { VisibilityDep } from "#shared/ports/visibility.ts";
import type { ChanceDep } from "../changeFeed.ts";
import { isCrowded, type CrowdDep } from "../crowd.ts";
import type { UpkeepOutcome } from "./runUpkeep.ts";

export interface UpkeepSchedule {
  /** Somebody looks at figures that nobody has ever counted: begins in seconds instead of minutes. */
  readonly hurry: () => void;
  readonly dispose: () => void;
}

export interface RunDep {
  /** {@link runUpkeep}, which is large and loaded when it is first needed. */
  readonly run: () => Promise<UpkeepOutcome>;
  /** It was done by this client. */
  readonly onDone?: () => void;
}

const MINUTE_MS = 60_000;
/** Most visits are shorter; whoever stays can spare it. */
const FIRST_AFTER_MS = 4 * MINUTE_MS;
const AGAIN_AFTER_MS = 15 * MINUTE_MS;
const SPREAD_MS = 4 * MINUTE_MS;
/** What is on the screen is read first. */
const HURRIED = { afterMs: 5000, spreadMs: 10_000 };
/** Somebody else is at it, or went away in the middle of it: a lease that is not renewed is over in three minutes. */
const HURRIED_AGAIN = { afterMs: MINUTE_MS, spreadMs: 30_000 };
const MOST_HURRIED_AGAIN = 5;
const REFUSED_FOR_MS = 30 * 24 * 60 * MINUTE_MS;
const REFUSED = "upkeep/refused";

/** Does the upkeep now and then while somebody who may is there. */
export const scheduleUpkeep = (
  deps: ClockDep & VisibilityDep & PressureDep & ChanceDep & KeepDep & RunDep & CrowdDep,
): UpkeepSchedule => {
  const { clock, visibility, pressure, chance, keep } = deps;
  let cancel: () => void = () => undefined;
  let isOver = false;
  let isRunning = false;
  /** Beyond them it was not hurried, or often enough. */
  let hurriedAgain = MOST_HURRIED_AGAIN;
  let first = { afterMs: FIRST_AFTER_MS, spreadMs: SPREAD_MS };

  const wasRefused = (): boolean => {
    const at = parseInstant(keep.get(REFUSED) ?? "");
    return at !== undefined && clock.now() - epochMsOf(at) < REFUSED_FOR_MS;
  };

  const wait = ({ afterMs, spreadMs }: typeof first): void => {
    cancel();
    if (!isOver && visibility.visible()) cancel = clock.after(afterMs + chance() * spreadMs, () => void turn());
  };

  const pauseAfter = (outcome: UpkeepOutcome | undefined): typeof first => {
    const isSoonAgain = outcome?.type === "NotDue" && hurriedAgain < MOST_HURRIED_AGAIN;
    if (isSoonAgain) hurriedAgain += 1;
    return isSoonAgain ? HURRIED_AGAIN : { afterMs: AGAIN_AFTER_MS, spreadMs: SPREAD_MS };
  };

  const turn = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    const outcome = pressure.level() === "free" && !isCrowded(deps) ? await deps.run() : undefined;
    isRunning = false;
    if (outcome?.type === "Failed" && outcome.error.type === "Forbidden") {
      keep.set(REFUSED, instantOf(clock.now()));
      isOver = true;
    }
    first = { afterMs: FIRST_AFTER_MS, spreadMs: SPREAD_MS };
    wait(pauseAfter(outcome));
    if (outcome?.type === "Done") deps.onDone?.();
  };

  if (wasRefused()) return { hurry: () => undefined, dispose: () => undefined };
  const forget = visibility.onChange(() => wait(first));
  wait(first);
  let isHurried = false;
  return {
    hurry: () => {
      if (isHurried) return;
      isHurried = true;
      first = HURRIED;
      hurriedAgain = 0;
      wait(first);
    },
    dispose: () => {
      isOver = true;
      cancel();
      forget();
    },
  };
};
