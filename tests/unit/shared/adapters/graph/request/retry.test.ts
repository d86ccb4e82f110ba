import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { nextWaitMs, RETRY_LIMITS, retryAfterMs } from "#shared/adapters/graph/request/retry.ts";

const now = Date.UTC(2026, 2, 16, 9, 0, 0);

describe("retryAfterMs", () => {
  it("[AG4] reads seconds and dates, and nothing else", () => {
    expect(retryAfterMs("12", now)).toBe(12_000);
    expect(retryAfterMs("0.5", now)).toBe(500);
    expect(retryAfterMs(" 3 ", now)).toBe(3000);
    expect(retryAfterMs("Mon, 16 Mar 2026 09:00:30 GMT", now)).toBe(30_000);
    // A clock that is a day off makes of thirty seconds a day, or nothing.
    expect(retryAfterMs("Mon, 16 Mar 2026 08:00:00 GMT", now)).toBeUndefined();
    expect(retryAfterMs("Tue, 17 Mar 2026 09:00:30 GMT", now)).toBeUndefined();
    expect(retryAfterMs("soon", now)).toBeUndefined();
    expect(retryAfterMs("", now)).toBeUndefined();
    expect(retryAfterMs(null, now)).toBeUndefined();
  });
});

describe("nextWaitMs", () => {
  const attempt = fc.record({
    number: fc.integer({ min: 1, max: 20 }),
    startedAtMs: fc.constant(now),
    nowMs: fc.integer({ min: now, max: now + 400_000 }),
    retryAfterMs: fc.option(fc.integer({ min: 0, max: 300_000 }), { nil: undefined }),
    chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });

  it("[AG4] never waits less than it was asked to, and never beyond its limits", () => {
    fc.assert(
      fc.property(attempt, (made) => {
        const wait = nextWaitMs(made);
        if (wait === undefined) return;
        expect(wait).toBeGreaterThanOrEqual(made.retryAfterMs ?? 0);
        expect(made.nowMs - made.startedAtMs + wait).toBeLessThanOrEqual(RETRY_LIMITS.totalMs + 1);
        expect(made.number).toBeLessThan(RETRY_LIMITS.attempts);
      }),
    );
  });

  it("[AG4] waits longer after each failure when it was not told how long", () => {
    const waits = [1, 2, 3, 4].map((number) => nextWaitMs({ number, startedAtMs: now, nowMs: now, chance: 0 }));
    expect(waits).toEqual([200, 400, 800, 1600]);
  });

  it("[AG4] spreads those who were refused at the same moment", () => {
    const early = nextWaitMs({ number: 3, startedAtMs: now, nowMs: now, chance: 0, retryAfterMs: 5000 });
    const late = nextWaitMs({ number: 3, startedAtMs: now, nowMs: now, chance: 0.9, retryAfterMs: 5000 });
    expect(early).toBe(5000);
    expect(late).toBe(6125);
  });
});
