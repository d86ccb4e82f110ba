import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { createPace, type BatchReport, type Pace } from "#shared/adapters/graph/request/pace.ts";
import type { PressureLevel } from "#shared/ports/pressure.ts";
import { createManualClock } from "#tests/support/manualClock.ts";

const FIVE_MINUTES = 5 * 60_000;

const report = (more: Partial<BatchReport> = {}): BatchReport => ({
  requests: 20,
  refused: 0,
  askedMs: 0,
  waitMs: 0,
  ...more,
});

/** Batches that may be in flight together now. */
const widthOf = (pace: Pace, forPerson = false): number => {
  let count = 0;
  while (count < 10 && pace.leave(forPerson).type === "go") {
    pace.sent(0);
    count += 1;
  }
  for (let back = 0; back < count; back += 1) pace.came(report());
  return count;
};

const goRound = (pace: Pace, more: Partial<BatchReport> = {}, rounds = 1): void => {
  for (let round = 0; round < rounds; round += 1) {
    pace.sent(0);
    pace.came(report(more));
  }
};

describe("createPace", () => {
  it("[AG23] begins with several batches in flight and grows while nothing is refused", () => {
    const pace = createPace(createManualClock());
    expect(widthOf(pace)).toBe(3);
    goRound(pace, {}, 10);
    expect(widthOf(pace)).toBe(4);
  });

  it("[AG23] shrinks to one when everything is refused, and hardly when little is", () => {
    const refused = createPace(createManualClock());
    goRound(refused, { refused: 20 }, 8);
    expect(widthOf(refused)).toBe(1);
    const once = createPace(createManualClock());
    goRound(once, { refused: 2, askedMs: 1000, waitMs: 1000 }, 20);
    expect(widthOf(once)).toBe(4);
  });

  it("[AG23] stops for all when most of a batch is refused, or for a long time, or nobody answers twice", async () => {
    const stops = async (reports: readonly Partial<BatchReport>[]): Promise<readonly string[]> => {
      const clock = createManualClock();
      const pace = createPace(clock);
      for (const one of reports) goRound(pace, one);
      const before = pace.leave(true);
      await clock.pass(2000);
      return [before.type, pace.leave(true).type];
    };
    expect(await stops([{ refused: 12, waitMs: 2000 }])).toEqual(["wait", "go"]);
    expect(await stops([{ refused: 1, askedMs: 5000, waitMs: 5100 }])).toEqual(["wait", "wait"]);
    expect(await stops([{ refused: 2, askedMs: 1000, waitMs: 1000 }])).toEqual(["go", "go"]);
    expect(await stops([{ lost: true, waitMs: 2000 }])).toEqual(["go", "go"]);
    expect(await stops([{ lost: true }, { lost: true, waitMs: 2000 }])).toEqual(["wait", "go"]);
  });

  it("[AG23] goes on as soon as there is a network again, and not sooner where the service asked to wait", () => {
    const clock = createManualClock();
    const silent = createPace(clock);
    goRound(silent, { lost: true, waitMs: 9000 }, 2);
    expect([silent.leave(true).type, silent.pressure.level()]).toEqual(["wait", "spent"]);
    silent.reachable();
    expect([silent.leave(true).type, silent.pressure.level()]).toEqual(["go", "free"]);
    const asked = createPace(clock);
    goRound(asked, { refused: 20, askedMs: 9000, waitMs: 9000 });
    goRound(asked, { lost: true, waitMs: 400 }, 2);
    asked.reachable();
    expect(asked.leave(true)).toEqual({ type: "wait", untilMs: clock.now() + 9000 });
  });

  it("[AG24] never sends more than 3,000 requests in any five minutes, nor long work more than 2,700", async () => {
    const job = fc.record({
      pauseMs: fc.integer({ min: 0, max: 40_000 }),
      size: fc.integer({ min: 1, max: 400 }),
      forPerson: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(job, { minLength: 20, maxLength: 120 }), async (jobs) => {
        const clock = createManualClock();
        const pace = createPace(clock);
        const sent: { readonly atMs: number; readonly requests: number }[] = [];
        for (const { pauseMs, size, forPerson } of jobs) {
          await clock.pass(pauseMs);
          const leave = pace.leave(forPerson);
          if (leave.type === "wait") continue;
          const requests = Math.min(size, leave.requests);
          sent.push({ atMs: clock.now(), requests });
          pace.sent(requests);
          pace.came(report({ requests }));
          const recent = sent.filter(({ atMs }) => atMs > clock.now() - FIVE_MINUTES);
          const sum = recent.reduce((total, one) => total + one.requests, 0);
          expect(sum).toBeLessThanOrEqual(forPerson ? 3000 : 2700);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("[AG24] tells when the next may be sent", async () => {
    const clock = createManualClock();
    const pace = createPace(clock);
    pace.sent(2700);
    pace.came(report({ requests: 2700 }));
    expect(pace.leave(false)).toEqual({ type: "wait", untilMs: clock.now() + FIVE_MINUTES });
    expect(pace.leave(true)).toEqual({ type: "go", requests: 300 });
    await clock.pass(FIVE_MINUTES);
    expect(pace.leave(false)).toEqual({ type: "go", requests: 2700 });
  });

  it("[AG25] slows down the more the less is left of the minute, and leaves the last to people", async () => {
    const clock = createManualClock();
    const pace = createPace(clock);
    goRound(pace, {}, 10);
    const widths = [1000, 750, 500, 250].map((remaining) => {
      goRound(pace, { allotment: { limit: 5000, remaining, resetMs: 30_000 } });
      return widthOf(pace);
    });
    expect(widths).toEqual([4, 3, 2, 1]);
    goRound(pace, { allotment: { limit: 5000, remaining: 90, resetMs: 30_000 } });
    expect(pace.leave(false)).toEqual({ type: "wait", untilMs: clock.now() + 30_000 });
    expect(pace.leave(true).type).toBe("go");
    await clock.pass(30_000);
    expect(widthOf(pace)).toBe(4);
  });

  it("[AG41] comes back from a shortage at a moment of its own, later each time in a row, with one request first", async () => {
    const comebacks = async (chance: number): Promise<readonly number[]> => {
      const clock = createManualClock();
      const pace = createPace(clock);
      const waits: number[] = [];
      for (let times = 0; times < 4; times += 1) {
        // Two batches that were in flight together tell of one shortage.
        pace.sent(0);
        pace.sent(0);
        for (let n = 0; n < 2; n += 1) pace.came(report({ refused: 20, askedMs: 30_000, waitMs: 30_000, chance }));
        const leave = pace.leave(true);
        const wait = leave.type === "wait" && leave.untilMs !== undefined ? leave.untilMs - clock.now() : Number.NaN;
        waits.push(wait - 30_000);
        await clock.pass(wait);
        expect(pace.leave(true)).toEqual({ type: "go", requests: 1 });
      }
      pace.sent(1);
      expect(pace.leave(true).type).toBe("wait");
      pace.came(report({ requests: 1 }));
      expect(pace.leave(true)).toMatchObject({ type: "go", requests: 2999 });
      return waits;
    };
    expect(await comebacks(0)).toEqual([0, 0, 0, 0]);
    expect(await comebacks(0.5)).toEqual([30_000, 120_000, 300_000, 300_000]);
  });

  it("[AG25] says how busy the service is, also when that is over", async () => {
    const clock = createManualClock();
    const pace = createPace(clock);
    const told: PressureLevel[] = [];
    const stop = pace.pressure.onChange((level) => told.push(level));
    expect(pace.pressure.level()).toBe("free");
    goRound(pace, { allotment: { limit: 5000, remaining: 700, resetMs: 20_000 } });
    goRound(pace, { refused: 20, askedMs: 10_000, waitMs: 11_000 });
    expect(told).toEqual(["tight", "spent"]);
    await clock.pass(11_000);
    expect(told).toEqual(["tight", "spent", "tight"]);
    await clock.pass(60_000);
    expect(told).toEqual(["tight", "spent", "tight", "free"]);
    stop();
    goRound(pace, { refused: 1 });
    expect(told).toHaveLength(4);
    expect(pace.pressure.level()).toBe("tight");
  });
});
