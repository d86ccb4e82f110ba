import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import { currentValue, keyResultProgress, newestFirst, shareInside } from "#shared/domain/okr/progress.ts";
import { aCheckIn, instant } from "#tests/support/okrs.ts";

const moving = (baseline: number, target: number): Measure => ({
  kind: "metric",
  direction: target >= baseline ? "up" : "down",
  unit: "days",
  baseline,
  target,
});
const above: Measure = { kind: "metric", direction: "stayAbove", unit: "%", limit: 95 };
const below: Measure = { kind: "metric", direction: "stayBelow", unit: "%", limit: 5 };
const between: Measure = { kind: "metric", direction: "stayBetween", unit: "°C", low: 2, high: 8 };
const milestone: Measure = { kind: "milestone", acceptance: "" };
const percentage: Measure = { kind: "percentage", target: 80 };
const baseline: Measure = { kind: "baseline", unit: "h" };
const value = fc.integer({ min: -1_000, max: 1_000 });

describe("keyResultProgress", () => {
  it.each([
    [moving(90, 96), 93, 0.5, 0.5],
    [moving(12, 9), 10, 2 / 3, 2 / 3],
    [moving(90, 96), 99, 1, 1.5],
    [moving(90, 96), 87, 0, -0.5],
    [moving(12, 9), 12, 0, 0],
  ])("[PR1] %j at %d shows %d and keeps %d", (measure, current, shown, raw) => {
    const progress = keyResultProgress(measure, current);
    expect(progress?.shown).toBeCloseTo(shown, 12);
    expect(progress?.raw).toBeCloseTo(raw, 12);
  });

  it("[PR1] the numbers decide where the stated direction contradicts them", () => {
    const contradicting: Measure = { kind: "metric", direction: "up", unit: "", baseline: 12, target: 9 };
    expect(keyResultProgress(contradicting, 9)).toEqual({ shown: 1, raw: 1 });
  });

  it("[PR1] moving everything by the same amount changes nothing, nor does another unit", () => {
    fc.assert(
      fc.property(
        value,
        value,
        value,
        value,
        fc.integer({ min: 1, max: 64 }),
        (start, target, current, shift, times) => {
          fc.pre(start !== target);
          const before = keyResultProgress(moving(start, target), current);
          expect(keyResultProgress(moving(start + shift, target + shift), current + shift)).toEqual(before);
          expect(keyResultProgress(moving(start * times, target * times), current * times)?.raw).toBeCloseTo(
            before?.raw ?? Number.NaN,
            9,
          );
        },
      ),
    );
  });

  it("[PR1] closer to the target is never less, and shown stays between 0 and 1", () => {
    fc.assert(
      fc.property(value, value, value, fc.nat(100), (start, target, current, step) => {
        fc.pre(start !== target);
        const measure = moving(start, target);
        const nearer = current + (target > start ? step : -step);
        const [a, b] = [keyResultProgress(measure, current), keyResultProgress(measure, nearer)];
        expect(b?.raw).toBeGreaterThanOrEqual(a?.raw ?? Number.NaN);
        expect(a?.shown).toBeGreaterThanOrEqual(0);
        expect(a?.shown).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("[PR1] zero is written without a sign", () => {
    expect(Object.is(keyResultProgress(moving(5, 1), 5)?.raw, 0)).toBe(true);
  });

  it("[PR2] a target equal to the start is held or lost", () => {
    expect(keyResultProgress(moving(7, 7), 7)).toEqual({ shown: 1, raw: 1 });
    expect(keyResultProgress(moving(7, 7), 8)).toEqual({ shown: 0, raw: 0 });
  });

  it.each([
    [above, 95, 1],
    [above, 94.9, 0],
    [below, 5, 1],
    [below, 5.1, 0],
    [between, 2, 1],
    [between, 8, 1],
    [between, 8.1, 0],
    [{ ...between, low: 8, high: 2 }, 5, 0],
  ] as const)("[PR3] %j at %d is %d", (measure, current, shown) => {
    expect(keyResultProgress(measure, current)).toEqual({ shown, raw: shown });
  });

  it("[PR4] per cent complete is a share of its target, a milestone is done or not", () => {
    expect(keyResultProgress(percentage, 40)).toEqual({ shown: 0.5, raw: 0.5 });
    expect(keyResultProgress(percentage, 100)).toEqual({ shown: 1, raw: 1.25 });
    expect(keyResultProgress({ kind: "percentage", target: 0 }, 0)).toEqual({ shown: 1, raw: 1 });
    expect([0, 0.5, 1, 2].map((at) => keyResultProgress(milestone, at)?.shown)).toEqual([0, 0, 1, 1]);
  });

  it("[PR5] a baseline is open until somebody states a value, whatever value", () => {
    expect(keyResultProgress(baseline, undefined)).toEqual({ shown: 0, raw: 0 });
    expect(keyResultProgress(baseline, 0)).toEqual({ shown: 1, raw: 1 });
  });

  it("[PR6] unmeasured is not zero", () => {
    for (const measure of [moving(1, 2), above, below, between, percentage, milestone]) {
      expect(keyResultProgress(measure, undefined)).toBeUndefined();
      expect(keyResultProgress(measure, Number.NaN)).toBeUndefined();
      expect(keyResultProgress(measure, 0)).toBeDefined();
    }
  });
});

describe("currentValue", () => {
  const { value: _none, ...noteOnly } = aCheckIn(3, 1, { at: instant("2026-03-01T00:00:00Z"), note: "on leave" });

  it("[PR7] takes the latest check-in that states a value", () => {
    const older = aCheckIn(1, 1, { at: instant("2026-01-10T00:00:00Z"), value: 91 });
    const newer = aCheckIn(2, 1, { at: instant("2026-02-10T00:00:00Z"), value: 92 });
    expect(currentValue([newer, noteOnly, older])).toBe(92);
    expect(currentValue([noteOnly])).toBeUndefined();
    expect(currentValue([])).toBeUndefined();
  });

  it("[PR8] does not depend on the order given; the greater id wins a tie", () => {
    const checkIns = fc.array(
      fc.record({ n: fc.nat(50), second: fc.nat(3), value: fc.option(value, { nil: undefined }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(checkIns, (facts) => {
        const list = facts.map(({ n, second, value: stated }) => {
          const { value: _value, ...rest } = aCheckIn(n, 1, { at: instant(`2026-02-03T10:00:0${second}Z`) });
          return stated === undefined ? rest : { ...rest, value: stated };
        });
        const unique = [...new Map(list.map((checkIn) => [checkIn.id, checkIn])).values()];
        expect(currentValue(unique.toReversed())).toBe(currentValue(unique));
        expect(unique.toReversed().toSorted(newestFirst)).toEqual(unique.toSorted(newestFirst));
      }),
    );
    const tie = [1, 2].map((n) => aCheckIn(n, 1, { at: instant("2026-02-03T10:00:00Z"), value: n }));
    expect(currentValue(tie)).toBe(2);
  });
});

describe("shareInside", () => {
  it("[PR3] is the share of readings inside, for thresholds only", () => {
    const readings = [94, 95, 96, 97].map((reading, n) => aCheckIn(n, 1, { value: reading }));
    expect(shareInside(above, readings)).toBe(0.75);
    expect(shareInside(above, [])).toBeUndefined();
    expect(shareInside(moving(90, 96), readings)).toBeUndefined();
  });
});
