/** How fast this client may ask: found out from what the service answers, never faster than Microsoft allows a person. */
import type { Clock } from "#shared/ports/clock.ts";
import type { Pressure, PressureLevel } from "#shared/ports/pressure.ts";
import { createGauge } from "./gauge.ts";
import { isAhead } from "./retry.ts";

/** Requests of one person that Microsoft serves in five minutes. */
const PERSON_LIMIT = 3000;
const PERSON_WINDOW_MS = 5 * 60_000;
/** Long work leaves this many of them to people who wait for an answer. */
const KEPT_FOR_PEOPLE = 300;

/** Batches in flight: what measured fastest with 60 ms of latency, and where more brought nothing. */
const FIRST_WINDOW = 3;
const LARGEST_WINDOW = 4;

/** SharePoint names what is left of the minute only below a fifth of it; the less is left, the slower. */
const ENOUGH_LEFT = 0.2;
/** Below this long work waits for the next minute: the rest is for people who wait. */
const NEARLY_NOTHING_LEFT = 0.02;

/** Of a batch, refused: from here on the service refuses this client, and not only one request or another. */
const WHOLESALE = 0.5;
/** Milliseconds. Nobody asks for so long a wait because of one request: everything waits. */
const LONG_WAIT_MS = 3000;
/**
 * Milliseconds within which somebody who was refused for long comes back, beyond the wait that was asked for: everybody was asked to
 * wait until the same moment. What waited meanwhile is more than a minute can bear, so it is longer each time in a row.
 */
const FIRST_COMEBACK_MS = 60_000;
const COMEBACK_GROWS = 4;
const LONGEST_COMEBACK_MS = 10 * 60_000;
/** Lost connections in a row that are no accident. */
const NO_NETWORK = 2;
/** Milliseconds for which a refusal tells something about how busy the service is. */
const REFUSAL_COUNTS_MS = 60_000;

/** What is left of the resource units of the minute, as `RateLimit-*` headers say. */
export interface Allotment {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds until a new one begins. */
  readonly resetMs: number;
}

/** What a batch came to. */
export interface BatchReport {
  readonly requests: number;
  /** Of these, refused for being too many or for want of strength. */
  readonly refused: number;
  /** The longest wait that the service asked for. */
  readonly askedMs: number;
  /** The longest wait that was decided on, spread by chance. */
  readonly waitMs: number;
  /** In [0, 1): when within a comeback it is this client's turn; 0 unless given. */
  readonly chance?: number;
  readonly allotment?: Allotment | undefined;
  /** No answer came at all. */
  readonly lost?: boolean;
}

type Leave =
  { readonly type: "go"; readonly requests: number } | { readonly type: "wait"; readonly untilMs: number | undefined };

export interface Pace {
  /** Whether a batch may leave now, and how large. `untilMs` undefined: as soon as an answer arrives. */
  readonly leave: (forPerson: boolean) => Leave;
  readonly sent: (requests: number) => void;
  readonly came: (report: BatchReport) => void;
  /** There is a network again: a pause that only its absence had caused is over. */
  readonly reachable: () => void;
  readonly pressure: Pressure;
}

/**
 * The number of batches in flight grows by one a round while nothing is refused, and shrinks in proportion to what is: by half
 * when everything was (the rule of DCTCP, RFC 8257 section 3.3). One refusal among many must not stop the others.
 */
export const createPace = (clock: Clock): Pace => {
  const { now } = clock;
  let window = FIRST_WINDOW;
  let inFlight = 0;
  let lostInARow = 0;
  let isPausedByLoss = false;
  let pausedUntilMs = 0;
  /** Times in a row that everything was refused for long. */
  let shortages = 0;
  let refusedAtMs = Number.NEGATIVE_INFINITY;
  let left: { readonly share: number; readonly untilMs: number } | undefined;
  const spent: { readonly atMs: number; readonly requests: number }[] = [];
  let spentSum = 0;

  const shareLeft = (): number => (left && isAhead(left.untilMs, now()) ? left.share : 1);

  const forgetOld = (): void => {
    const isOver = ({ atMs }: { readonly atMs: number }): boolean => !isAhead(atMs + PERSON_WINDOW_MS, now());
    for (let first = spent[0]; first && isOver(first); first = spent[0]) {
      spentSum -= first.requests;
      spent.shift();
    }
  };

  const width = (forPerson: boolean): number => {
    const scale = Math.min(1, shareLeft() / ENOUGH_LEFT);
    return Math.max(1, Math.round(Math.floor(window) * scale)) + (forPerson ? 1 : 0);
  };

  const leave: Pace["leave"] = (forPerson) => {
    if (isAhead(pausedUntilMs, now())) return { type: "wait", untilMs: pausedUntilMs };
    if (!forPerson && left && shareLeft() < NEARLY_NOTHING_LEFT) return { type: "wait", untilMs: left.untilMs };
    const isProbing = shortages > 0;
    if (inFlight >= (isProbing ? 1 : width(forPerson))) return { type: "wait", untilMs: undefined };
    forgetOld();
    const requests = PERSON_LIMIT - (forPerson ? 0 : KEPT_FOR_PEOPLE) - spentSum;
    if (requests > 0) return { type: "go", requests: isProbing ? 1 : requests };
    return { type: "wait", untilMs: (spent[0]?.atMs ?? now()) + PERSON_WINDOW_MS };
  };

  /** Milliseconds within which to come back from a shortage. Batches that were in flight together tell of the same one. */
  const comebackOf = (): number => {
    if (!isAhead(pausedUntilMs, now())) shortages += 1;
    return Math.min(LONGEST_COMEBACK_MS, FIRST_COMEBACK_MS * COMEBACK_GROWS ** (shortages - 1));
  };

  /** @param share of the batch that was refused */
  const pauseAfter = ({ askedMs, waitMs, chance = 0, lost = false }: BatchReport, share: number): void => {
    const isWholesale = lost ? lostInARow >= NO_NETWORK : share >= WHOLESALE;
    const isLong = askedMs >= LONG_WAIT_MS;
    const spreadMs = isWholesale && isLong && !lost ? chance * comebackOf() : 0;
    if (!isWholesale && !isLong) return;
    isPausedByLoss = lost && (isPausedByLoss || !isAhead(pausedUntilMs, now()));
    pausedUntilMs = Math.max(pausedUntilMs, now() + waitMs + spreadMs);
  };

  const isNearlyUsedUp = (): boolean => {
    forgetOld();
    return spentSum >= PERSON_LIMIT - KEPT_FOR_PEOPLE || shareLeft() < NEARLY_NOTHING_LEFT;
  };

  const level = (): PressureLevel => {
    if (isAhead(pausedUntilMs, now()) || isNearlyUsedUp()) return "spent";
    return shareLeft() < ENOUGH_LEFT || isAhead(refusedAtMs + REFUSAL_COUNTS_MS, now()) ? "tight" : "free";
  };

  const gauge = createGauge(clock, level, () => [
    pausedUntilMs,
    left?.untilMs ?? 0,
    refusedAtMs + REFUSAL_COUNTS_MS,
    isNearlyUsedUp() ? (spent[0]?.atMs ?? 0) + PERSON_WINDOW_MS : 0,
  ]);

  return {
    leave,
    pressure: gauge.pressure,
    sent: (requests) => {
      inFlight += 1;
      spent.push({ atMs: now(), requests });
      spentSum += requests;
    },
    reachable: () => {
      lostInARow = 0;
      if (isPausedByLoss) pausedUntilMs = 0;
      gauge.update();
    },
    came: (report) => {
      const { requests, refused, allotment, lost = false } = report;
      inFlight -= 1;
      lostInARow = lost ? lostInARow + 1 : 0;
      const share = lost ? 1 : refused / requests;
      window = Math.min(LARGEST_WINDOW, Math.max(1, window + (1 - share) / window - share / 2));
      if (refused > 0) refusedAtMs = now();
      else if (!lost) shortages = 0;
      pauseAfter(report, share);
      if (allotment) left = { share: allotment.remaining / allotment.limit, untilMs: now() + allotment.resetMs };
      gauge.update();
    },
  };
};
