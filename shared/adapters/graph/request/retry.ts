/** How often and how long a request is repeated before the failure is handed on. */
export interface RetryLimits {
  readonly attempts: number;
  readonly totalMs: number;
}

/** For long pushes: outlasts one minute window of throttling. */
export const RETRY_LIMITS: RetryLimits = { attempts: 8, totalMs: 150_000 };

/** For screens that somebody waits for: long enough for a hiccup, then the person decides. */
export const WAITING_PERSON_LIMITS: RetryLimits = { attempts: 5, totalMs: 10_000 };

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 30_000;
/** Beyond what was asked for, at most a quarter of it and so much. */
const LONGEST_SPREAD_MS = 5000;

/** Nobody asks for longer; a clock that is a day off would. */
const LONGEST_BELIEVED_MS = 15 * 60_000;

/** Whether a moment is still to come. One too far ahead is not: the clock of this computer was set back meanwhile. */
export const isAhead = (momentMs: number, nowMs: number): boolean =>
  momentMs > nowMs && momentMs <= nowMs + LONGEST_BELIEVED_MS;

/**
 * Milliseconds of a Retry-After header: seconds or an HTTP date (RFC 9110 section 10.2.3). Undefined when absent, unreadable, or
 * a date that only a wrong clock of this computer can explain.
 */
export const retryAfterMs = (header: string | null | undefined, nowMs: number): number | undefined => {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return isAhead(date, nowMs) ? date - nowMs : undefined;
};

export interface Attempt {
  /** 1 for the first one that failed. */
  readonly number: number;
  readonly startedAtMs: number;
  readonly nowMs: number;
  readonly retryAfterMs?: number | undefined;
  /** A random number in [0, 1): spreads clients that were refused at the same moment. */
  readonly chance: number;
}

/** Milliseconds to wait before the next attempt, never less than asked for; undefined when it is time to give up. */
export const nextWaitMs = (attempt: Attempt, limits: RetryLimits = RETRY_LIMITS): number | undefined => {
  if (attempt.number >= limits.attempts) return undefined;
  const doubling = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt.number - 1));
  const asked = attempt.retryAfterMs ?? 0;
  const wait =
    asked > 0 ? asked + attempt.chance * Math.min(LONGEST_SPREAD_MS, asked / 4) : doubling * (0.5 + attempt.chance / 2);
  const spent = attempt.nowMs - attempt.startedAtMs;
  return spent + wait > limits.totalMs ? undefined : Math.round(wait);
};
