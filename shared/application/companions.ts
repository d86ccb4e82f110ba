/** Figures that are read along: they leave together with what is asked of the server next, in one exchange. */
import type { ClockDep } from "#shared/ports/clock.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { RollUps } from "#shared/ports/rollUps.ts";

type Figures = Pick<RollUps, "read">;

export interface Companions {
  /** The same repository; its questions take along whatever waits. */
  readonly leading: (remote: OkrRepository) => OkrRepository;
  readonly along: (rollUps: Figures) => Figures;
}

/** Milliseconds; a copy on the device has been looked at by then, and whoever asks nothing takes nobody along. */
const PATIENCE_MS = 150;

export const createCompanions = ({ clock }: ClockDep): Companions => {
  let waiting: readonly (() => void)[] = [];
  let cancelTimer: () => void = () => undefined;

  const release = (): void => {
    cancelTimer();
    const ready = waiting;
    waiting = [];
    for (const leave of ready) leave();
  };

  const next = (): Promise<void> =>
    new Promise((resolve) => {
      waiting = [...waiting, resolve];
      cancelTimer();
      cancelTimer = clock.after(PATIENCE_MS, release);
    });

  return {
    leading: (remote) => ({
      ...remote,
      openOkrs: (...given) => {
        release();
        return remote.openOkrs(...given);
      },
      readChanges: (...given) => {
        release();
        return remote.readChanges(...given);
      },
    }),
    along: (rollUps) => ({
      read: async (...given) => {
        await next();
        return rollUps.read(...given);
      },
    }),
  };
};
