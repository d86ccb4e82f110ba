import { epochMsOf, instantOf, parseInstant } from "#shared/domain/day.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { PressureDep } from "#shared/ports/pressure.ts";
import type { VisibilityDep } from "#shared/ports/visibility.ts";
import type { ChanceDep } from "../changeFeed.ts";
import { isCrowded, type CrowdDep } from "../crowd.ts";
import type { UpkeepOutcome } from "./runUpkeep.ts";

export interface UpkeepSchedule {
  readonly dispose: () => void;
}

export interface RunDep {
  /** {@link runUpkeep}, which is large and loaded when it is first needed. */
  readonly run: () => Promise<UpkeepOutcome>;
}

const MINUTE_MS = 60_000;
/** Most visits are shorter; whoever stays can spare it. */
const FIRST_AFTER_MS = 4 * MINUTE_MS;
const AGAIN_AFTER_MS = 15 * MINUTE_MS;
const SPREAD_MS = 4 * MINUTE_MS;
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

  const wasRefused = (): boolean => {
    const at = parseInstant(keep.get(REFUSED) ?? "");
    return at !== undefined && clock.now() - epochMsOf(at) < REFUSED_FOR_MS;
  };

  const wait = (ms: number): void => {
    cancel();
    if (!isOver && visibility.visible()) cancel = clock.after(ms + chance() * SPREAD_MS, () => void turn());
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
    wait(AGAIN_AFTER_MS);
  };

  if (wasRefused()) return { dispose: () => undefined };
  const forget = visibility.onChange(() => wait(FIRST_AFTER_MS));
  wait(FIRST_AFTER_MS);
  return {
    dispose: () => {
      isOver = true;
      cancel();
      forget();
    },
  };
};
