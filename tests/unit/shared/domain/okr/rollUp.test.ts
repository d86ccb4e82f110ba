import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { progressOf } from "#shared/domain/okr/progress.ts";
import { effectiveWeights, rollUp, rollUpExpected } from "#shared/domain/okr/rollUp.ts";

const part = (share: number | undefined, weight: number) => ({
  progress: share === undefined ? undefined : progressOf(share),
  weight,
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const weight = fc.double({ min: 0, max: 100, noNaN: true });

describe("rollUp", () => {
  it("[RU1] weighs what is measured and leaves out what is not", () => {
    expect(rollUp([part(1, 50), part(0.5, 25), part(undefined, 25)])).toEqual({
      progress: progressOf(62.5 / 75),
      measured: 2,
      total: 3,
    });
  });

  it("[RU1] is undefined, not zero, when nothing measured carries weight", () => {
    for (const parts of [[], [part(undefined, 100)], [part(1, 0)], [part(undefined, 50), part(0.7, 0)]]) {
      expect(rollUp(parts).progress).toBeUndefined();
    }
    expect(rollUp([part(0, 1)]).progress).toBe(0);
  });

  it("[RU1] lies between the least and the most of its parts, and does not depend on the scale of weights", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(share, fc.integer({ min: 1, max: 100 })), { minLength: 1 }), (pairs) => {
        const { progress } = rollUp(pairs.map(([value, w]) => part(value, w)));
        const values = pairs.map(([value]) => value);
        expect(progress).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(progress).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
        expect(rollUp(pairs.map(([value, w]) => part(value, w * 8))).progress).toBeCloseTo(progress ?? Number.NaN, 12);
      }),
    );
  });

  it("[RU2] counts measured and all parts whatever their weight", () => {
    expect(rollUp([part(0.4, 0), part(0.2, 100), part(undefined, 0), part(undefined, 3)])).toMatchObject({
      measured: 2,
      total: 4,
    });
  });

  it("[RU4] takes a negative weight, or none at all, for nothing", () => {
    expect(rollUp([part(1, -50), part(0.25, 10), part(0.9, Number.NaN)]).progress).toBe(0.25);
    expect(effectiveWeights([-20, undefined])).toEqual([0, 100]);
  });
});

describe("effectiveWeights", () => {
  it.each([
    [
      [undefined, undefined],
      [50, 50],
    ],
    [
      [50, undefined, undefined],
      [50, 25, 25],
    ],
    [
      [100, undefined],
      [100, 0],
    ],
    [
      [80, 60, undefined],
      [80, 60, 0],
    ],
    [
      [20, 20],
      [20, 20],
    ],
    [[], []],
  ])("[RU3] %j gives %j", (stated, effective) => {
    expect(effectiveWeights(stated)).toEqual(effective);
  });

  it("[RU3] adds up to 100 wherever something was left to share", () => {
    fc.assert(
      fc.property(fc.array(fc.option(weight, { nil: undefined })), (stated) => {
        const fixed = stated.filter((one) => one !== undefined);
        const sum = fixed.reduce((total, one) => total + one, 0);
        fc.pre(fixed.length < stated.length && sum <= 100);
        expect(effectiveWeights(stated).reduce((total, one) => total + one, 0)).toBeCloseTo(100, 9);
      }),
    );
  });
});

describe("rollUpExpected", () => {
  it("[EX5] is the mean over the same parts and weights as the progress", () => {
    const parts = [
      { ...part(0.2, 75), expected: progressOf(0.5) },
      { ...part(0, 25), expected: progressOf(0) },
      { ...part(undefined, 100), expected: progressOf(1) },
    ];
    expect(rollUpExpected(parts)).toBe(0.375);
    expect(rollUpExpected([])).toBeUndefined();
  });
});
