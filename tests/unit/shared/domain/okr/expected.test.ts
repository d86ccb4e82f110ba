import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { addDays } from "#shared/domain/day.ts";
import { expectedOf, expectedShare } from "#shared/domain/okr/expected.ts";
import { progressOf } from "#shared/domain/okr/progress.ts";
import { periodOf } from "#shared/domain/okr/view.ts";
import { aCycle, anObjective, day } from "#tests/support/okrs.ts";

const start = day("2026-01-01");
const end = day("2026-01-21");

describe("expectedShare", () => {
  it.each([
    ["2025-12-24", 0],
    ["2026-01-01", 0],
    ["2026-01-06", 0.25],
    ["2026-01-11", 0.5],
    ["2026-01-21", 1],
    ["2026-03-01", 1],
  ])("[EX1] on %s it is %d", (today, share) => {
    expect(expectedShare(start, end, day(today))).toBe(share);
  });

  it("[EX1] expects everything from the start of a period without length", () => {
    expect(expectedShare(start, start, day("2025-12-31"))).toBe(0);
    expect(expectedShare(start, start, start)).toBe(1);
    expect(expectedShare(end, start, start)).toBe(0);
    expect(expectedShare(end, start, end)).toBe(1);
  });

  it("[EX1] never falls, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: -50, max: 450 }), fc.nat(30), (length, at, step) => {
        const last = addDays(start, length);
        const [a, b] = [at, at + step].map((days) => expectedShare(start, last, addDays(start, days)));
        expect(b).toBeGreaterThanOrEqual(a ?? Number.NaN);
        expect(a).toBeGreaterThanOrEqual(0);
        expect(b).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("[EX2] runs straight through phases, in whatever order, and leaves out those outside", () => {
    const phases = [
      { day: day("2026-01-16"), share: progressOf(0.4) },
      { day: day("2026-01-06"), share: progressOf(0.1) },
      { day: day("2026-05-01"), share: progressOf(0.9) },
    ];
    const on = (text: string) => expectedShare(start, end, day(text), phases);
    expect(on("2026-01-06")).toBe(0.1);
    expect(on("2026-01-11")).toBe(0.25);
    expect(on("2026-01-16")).toBe(0.4);
    expect(on("2026-01-21")).toBe(1);
  });

  it("[EX2] holds the last of several phases of one day from that day on", () => {
    const phases = [0.2, 0.6].map((share) => ({ day: day("2026-01-11"), share: progressOf(share) }));
    expect(expectedShare(start, end, day("2026-01-11"), phases)).toBe(0.6);
    expect(expectedShare(start, end, day("2026-01-06"), phases)).toBe(0.1);
  });
});

describe("expectedOf", () => {
  const period = { start, end };

  it("[EX3] expects a threshold to be kept from the first day", () => {
    const measure = { kind: "metric", direction: "stayAbove", unit: "%", limit: 95 } as const;
    expect(expectedOf(measure, period, day("2025-12-31"))).toBe(0);
    expect(expectedOf(measure, period, start)).toBe(1);
  });

  it("[EX4] expects a milestone on its day, or on the last", () => {
    const due = { kind: "milestone", acceptance: "", due: day("2026-01-10") } as const;
    expect(expectedOf(due, period, day("2026-01-09"))).toBe(0);
    expect(expectedOf(due, period, day("2026-01-10"))).toBe(1);
    expect(expectedOf({ kind: "milestone", acceptance: "" }, period, day("2026-01-20"))).toBe(0);
    expect(expectedOf({ kind: "milestone", acceptance: "" }, period, end)).toBe(1);
  });

  it("[EX1] lets quantities grow with time", () => {
    const middle = day("2026-01-11");
    expect(expectedOf({ kind: "percentage", target: 100 }, period, middle)).toBe(0.5);
    expect(expectedOf({ kind: "baseline", unit: "h" }, period, middle)).toBe(0.5);
    const metric = { kind: "metric", direction: "down", unit: "d", baseline: 12, target: 9 } as const;
    expect(expectedOf(metric, period, middle)).toBe(0.5);
  });
});

describe("periodOf", () => {
  it("[EX6] takes own dates, and the cycle's where one is missing", () => {
    const cycle = aCycle();
    expect(periodOf(anObjective(1), cycle)).toEqual({ start: cycle.start, end: cycle.end });
    expect(periodOf(anObjective(1, { end: day("2026-02-15") }), cycle)).toEqual({
      start: cycle.start,
      end: "2026-02-15",
    });
    expect(periodOf(anObjective(1, { start, end }), undefined)).toEqual({ start, end });
    expect(periodOf(anObjective(1, { start }), undefined)).toBeUndefined();
  });
});
