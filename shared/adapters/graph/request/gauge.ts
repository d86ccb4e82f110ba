import type { Clock } from "#shared/ports/clock.ts";
import type { Pressure, PressureLevel } from "#shared/ports/pressure.ts";

/**
 * Tells listeners when the level is another one: after `update`, and as time goes by.
 * @param moments when it may become another one without an update, in milliseconds since 1970
 */
export const createGauge = (clock: Clock, level: () => PressureLevel, moments: () => readonly number[]) => {
  const listeners = new Set<(level: PressureLevel) => void>();
  let told: PressureLevel = "free";
  let cancelTimer: () => void = () => undefined;

  const update = (): void => {
    cancelTimer();
    const now = level();
    const next = Math.min(...moments().filter((moment) => moment > clock.now()));
    if (next < Number.POSITIVE_INFINITY && listeners.size > 0) cancelTimer = clock.after(next - clock.now(), update);
    if (now === told) return;
    told = now;
    for (const listener of listeners) listener(now);
  };

  const pressure: Pressure = {
    level,
    onChange: (listener) => {
      listeners.add(listener);
      update();
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return { pressure, update };
};
