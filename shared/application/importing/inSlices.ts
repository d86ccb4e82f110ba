import type { Slices } from "#shared/domain/slices.ts";
import type { ClockDep } from "#shared/ports/clock.ts";

/** Milliseconds without a pause: beyond 50, people feel that the pane hangs (RAIL model of web.dev). */
const SLICE_MS = 30;

/** Which work goes on. What was begun before something newer, or before a person stopped it, ends at its next pause. */
export interface Turn {
  readonly isOver: () => boolean;
  /** Told now and then how far the work is, 0 to 1. */
  readonly share: (share: number) => void;
}

/** Does the work so that the pane stays usable meanwhile; undefined when its turn was over before it was done. */
export const inSlices = async <T>(
  { clock }: ClockDep,
  { isOver, share }: Turn,
  work: Slices<T>,
): Promise<T | undefined> => {
  let began = clock.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (clock.now() - began < SLICE_MS) continue;
    share(step.value);
    await new Promise<void>((resolve) => void clock.after(0, resolve));
    if (isOver()) return undefined;
    began = clock.now();
  }
};
