import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { NetworkDep } from "#shared/ports/network.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { Outbox } from "./outbox.ts";
import type { RunEnd } from "./run.ts";

/** Milliseconds until the next attempt after the first failure, doubled each time. */
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** Whoever asks for so long a wait refuses everybody. */
const SHORTAGE_MS = 3_000;
/** Milliseconds within which what waited is sent after a shortage: others wait too, and people who open a page go before. */
const SHORTAGE_SPREAD_MS = 10 * 60_000;

export interface SenderDeps extends ClockDep, NetworkDep {
  readonly outbox: Outbox;
  /** Numbers in [0, 1): keeps many clients that were refused together apart. */
  readonly chance: () => number;
}

/** Sends by itself whatever waits, as soon as that is possible. */
export interface Sender {
  /** Begins with what earlier days left. */
  readonly start: () => Promise<void>;
  /** Tries now: something was added, or somebody asked for it. */
  readonly now: () => Promise<RunEnd>;
  /** The service has just answered somebody else: what could not be sent may go now. */
  readonly nudge: () => void;
  readonly dispose: () => void;
}

const isWaiting = ({ state }: OutboxEntry): boolean => state.type === "waiting" || state.type === "sending";

/** Somebody has to do something first; asking again and again would not help. */
const needsSomebody = ({ type }: AccessError): boolean =>
  type === "SignInNeeded" || type === "NoLicence" || type === "NotSetUp";

export const createSender = ({ outbox, clock, network, chance }: SenderDeps): Sender => {
  let failures = 0;
  let cancelTimer: () => void = () => undefined;
  let disposed = false;
  let loaded = false;

  const waitAfter = (failure: AccessError): number => {
    const doubled = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 10));
    const asked = failure.type === "Busy" ? (failure.retryAfterMs ?? 0) : 0;
    const spread = asked >= SHORTAGE_MS ? SHORTAGE_SPREAD_MS * chance() : doubled * (0.5 + chance());
    return Math.min(LONGEST_WAIT_MS, asked) + spread;
  };

  const now: Sender["now"] = async () => {
    cancelTimer();
    const end = await outbox.run();
    failures = end.failure ? failures + 1 : 0;
    if (end.failure && !disposed && !needsSomebody(end.failure)) {
      cancelTimer();
      cancelTimer = clock.after(waitAfter(end.failure), () => void now());
    }
    return end;
  };

  const hasWaiting = (): boolean => outbox.state.get().entries.some(isWaiting);

  /** Until somebody is signed in nobody knows whose entries to look for. */
  const start = async (): Promise<void> => {
    const known = await outbox.load();
    if (!known.ok || disposed) return;
    loaded = true;
    const done = outbox.state.get().entries.filter(({ state }) => state.type === "done");
    if (done.length > 0) await outbox.forget(new Set(done.map(({ id }) => id)));
    if (hasWaiting()) await now();
  };

  const nudge = (): void => {
    failures = 0;
    if (!loaded) void start();
    else if (hasWaiting() && !outbox.state.get().running) void now();
  };
  const stopListening = network.onOnline(nudge);

  return {
    start,
    now,
    nudge,
    dispose: () => {
      disposed = true;
      cancelTimer();
      stopListening();
      outbox.dispose();
    },
  };
};
