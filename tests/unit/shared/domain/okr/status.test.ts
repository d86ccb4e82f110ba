import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { progressOf } from "#shared/domain/okr/progress.ts";
import { statusOf, type StatusInput } from "#shared/domain/okr/status.ts";
import { day } from "#tests/support/okrs.ts";

const input = (more: Partial<StatusInput> = {}): StatusInput => ({
  stage: "active",
  period: { start: day("2026-01-01"), end: day("2026-03-31") },
  today: day("2026-02-15"),
  expected: progressOf(0.5),
  progress: progressOf(0.5),
  hasReading: true,
  ...more,
});
const at = (expected: number, progress: number) =>
  statusOf(input({ expected: progressOf(expected), progress: progressOf(progress) }));

describe("statusOf", () => {
  it.each([
    [0.5, 0.5, "onTrack", 0],
    [0.5, 0.8, "onTrack", -30],
    [0.5, 0.499, "behind", 0.1],
    [0.5, 0.25, "behind", 25],
    [0.5, 0.24, "atRisk", 26],
  ])("[ST1] expected %d, there %d: %s with a gap of %d points", (expected, progress, status, gapPoints) => {
    expect(at(expected, progress)).toMatchObject({ status, gapPoints });
  });

  it("[ST1] takes other limits", () => {
    const facts = input({ expected: progressOf(0.5), progress: progressOf(0.4) });
    expect(statusOf(facts, { behindAbove: 10, atRiskAbove: 40 }).status).toBe("onTrack");
    expect(statusOf(facts, { behindAbove: 0, atRiskAbove: 5 }).status).toBe("atRisk");
  });

  it("[ST1] more progress never makes the status worse", () => {
    const rank = { onTrack: 0, behind: 1, atRisk: 2, notStarted: 3, closed: 3, postponed: 3 };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (expected, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(rank[at(expected, more).status]).toBeLessThanOrEqual(rank[at(expected, less).status]);
      }),
    );
  });

  it("[ST2] does not let binary fractions decide", () => {
    expect(at(0.55, 0.3)).toMatchObject({ status: "behind", gapPoints: 25 });
    expect(at(0.3, 0.1 + 0.2)).toMatchObject({ status: "onTrack", gapPoints: 0 });
  });

  it("[ST3] is not started before the start, as a draft, without reading and without dates", () => {
    const { period: _dates, ...undated } = input();
    for (const facts of [
      input({ today: day("2025-12-31") }),
      input({ stage: "draft" }),
      input({ progress: undefined, hasReading: false }),
      input({ progress: progressOf(0), hasReading: false }),
      { ...undated, period: undefined },
    ]) {
      expect(statusOf(facts).status).toBe("notStarted");
    }
    expect(statusOf({ ...undated, period: undefined }).gapPoints).toBeUndefined();
  });

  it.each([
    ["2026-01-08", false],
    ["2026-01-09", true],
  ])("[ST4] without a reading on %s the start is late: %s", (today, lateStart) => {
    expect(statusOf(input({ today: day(today), progress: undefined, hasReading: false })).lateStart).toBe(lateStart);
  });

  it("[ST4] knows no late start with a reading, as a draft, or once closed", () => {
    const unmeasured = { progress: undefined, hasReading: false };
    expect(statusOf(input()).lateStart).toBe(false);
    expect(statusOf(input({ ...unmeasured, stage: "draft" })).lateStart).toBe(false);
    expect(statusOf(input({ ...unmeasured, stage: "closed" })).lateStart).toBe(false);
  });

  it("[ST5] closed and postponed win, and the gap stays known", () => {
    const progress = progressOf(0.1);
    expect(statusOf(input({ stage: "closed", progress }))).toMatchObject({ status: "closed", gapPoints: 40 });
    expect(statusOf(input({ stage: "postponed", today: day("2025-06-01") })).status).toBe("postponed");
  });
});
