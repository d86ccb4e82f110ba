import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { addDays, instantOf, epochMsOf, type Day } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { forecast, type Forecast } from "#shared/domain/okr/forecast.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import { aCheckIn, day, instant } from "#tests/support/okrs.ts";

const start = day("2026-01-01");
const end = day("2026-03-31");
const rising = (baseline: number, target: number): Measure => ({
  kind: "metric",
  direction: target > baseline ? "up" : "down",
  unit: "%",
  baseline,
  target,
});
const noon = (on: Day, hour = 12) => instant(`${on}T${String(hour).padStart(2, "0")}:00:00Z`);
/** Readings on days counted from the start. */
const readings = (values: readonly (readonly [number, number])[]): readonly CheckIn[] =>
  values.map(([days, value], n) => aCheckIn(n, 1, { at: noon(addDays(start, days)), value }));
const history = (values: readonly (readonly [number, number])[], measure = rising(0, 100), last = end): Forecast => {
  const result = forecast(measure, readings(values), start, last, end);
  if (result.type !== "Forecast") throw new Error(result.type);
  return result;
};

/** Three to twelve readings on different days of the quarter. */
const paths = fc
  .uniqueArray(fc.nat(80), { minLength: 3, maxLength: 12 })
  .chain((days) =>
    fc.tuple(
      fc.constant(days.toSorted((a, b) => a - b)),
      fc.array(fc.integer({ min: -500, max: 500 }), { minLength: days.length, maxLength: days.length }),
    ),
  )
  .map(([days, values]) => days.map((on, at): readonly [number, number] => [on, values[at] ?? 0]));

const close = (a: number, b: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(a)));

describe("forecast", () => {
  it("[FC1] needs readings on three days and says how many there are", () => {
    const three = readings([[5, 1], [6, 2], [6, 3]]); // prettier-ignore
    expect(forecast(rising(0, 100), three, start, end, end)).toEqual({ type: "TooFewReadings", have: 2, need: 3 });
    expect(forecast(rising(0, 100), [], start, end, end)).toEqual({ type: "TooFewReadings", have: 0, need: 3 });
  });

  it("[FC1] counts only the last reading of a day, and none after today", () => {
    const slip = aCheckIn(50, 1, { at: noon(addDays(start, 20), 9), value: 9_999 });
    const later = aCheckIn(51, 1, { at: noon(addDays(start, 60)), value: 90 });
    const known = readings([[0, 0], [10, 10], [20, 20]]); // prettier-ignore
    const today = addDays(start, 30);
    const clean = forecast(rising(0, 100), known, start, end, today);
    expect(forecast(rising(0, 100), [slip, ...known, later], start, end, today)).toEqual(clean);
    expect(clean).toMatchObject({ type: "Forecast", basedOn: 3 });
  });

  it("goes on at the pace of an even history", () => {
    const { atEnd, pace } = history([[0, 0], [10, 10], [20, 20], [30, 30]]); // prettier-ignore
    expect(pace).toBeCloseTo(1, 9);
    expect(atEnd).toBeCloseTo(89, 9);
  });

  it("gives recent steps more say than old ones", () => {
    const plateau = history([[0, 0], [10, 20], [20, 40], [30, 60], [40, 60], [50, 60], [60, 60]]); // prettier-ignore
    expect(plateau.pace).toBeGreaterThan(0);
    expect(plateau.pace).toBeLessThan(60 / 60);
    expect(plateau.atEnd).toBeGreaterThanOrEqual(60);
  });

  it("takes one big step for scatter, not for a trend", () => {
    const even = history([[0, 0], [10, 10], [20, 20], [30, 30], [40, 40]]); // prettier-ignore
    const step = history([[0, 0], [10, 0], [20, 0], [30, 40], [40, 40]]); // prettier-ignore
    expect(step.high - step.low).toBeGreaterThan(2 * (even.high - even.low));
  });
});

describe("its interval", () => {
  it("[FC2] is the one of the formula", () => {
    const { low, high, atEnd, pace } = history([[0, 0], [10, 10], [20, 30]], rising(0, 100)); // prettier-ignore
    const [w1, w2] = [2 ** ((-3 * 15) / 20), 2 ** ((-3 * 5) / 20)];
    const d = (w1 * 10 + w2 * 20) / (w1 * 10 + w2 * 10);
    const variance = (10 - 10 * d) ** 2 / 10 + (20 - 10 * d) ** 2 / 10;
    const v = (w1 * w1 * 10 + w2 * w2 * 10) / (w1 * 10 + w2 * 10) ** 2;
    const h = 69;
    // Student's t with one degree of freedom at 80 %: tan(0.4·π).
    const half = Math.tan(0.4 * Math.PI) * Math.sqrt(variance) * Math.sqrt(h + h * h * v);
    expect(pace).toBeCloseTo(d, 9);
    close(atEnd, 30 + d * h);
    close(high - atEnd, half);
    close(atEnd - low, half);
  });

  it("[FC2] contains the forecast, wider for a higher level", () => {
    fc.assert(
      fc.property(paths, (path) => {
        const narrow = forecast(rising(0, 100), readings(path), start, end, end, 0.5);
        const wide = forecast(rising(0, 100), readings(path), start, end, end, 0.95);
        if (narrow.type !== "Forecast" || wide.type !== "Forecast") throw new Error("too few");
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(narrow.low).toBeLessThanOrEqual(narrow.atEnd);
        expect(narrow.atEnd).toBeLessThanOrEqual(narrow.high);
        expect(narrow.high).toBeLessThanOrEqual(wide.high);
        expect(wide.level).toBe(0.95);
        expect(history(path).level).toBe(0.8);
      }),
    );
  });

  it("[FC3] widens with the distance to the end", () => {
    fc.assert(
      fc.property(paths, fc.nat(200), fc.integer({ min: 1, max: 200 }), (path, length, more) => {
        const near = history(path, rising(0, 100), addDays(end, length));
        const far = history(path, rising(0, 100), addDays(end, length + more));
        expect(far.high - far.low).toBeGreaterThan(near.high - near.low);
      }),
    );
  });

  it("[FC3] has nothing left to forecast once the end is measured", () => {
    const { low, high, atEnd } = history([[0, 0], [40, 30], [89, 77], [95, 80]], rising(0, 100)); // prettier-ignore
    expect([low, atEnd, high]).toEqual([77, 77, 77]);
  });

  it("[FC4] keeps a scatter even where every reading was the same", () => {
    const flat = history([[0, 50], [10, 50], [20, 50]]); // prettier-ignore
    expect(flat.atEnd).toBe(50);
    expect(flat.high).toBeGreaterThan(50);
    const doubled = history([[0, 50], [10, 50], [20, 50]], rising(0, 200)); // prettier-ignore
    close(doubled.high - 50, 2 * (flat.high - 50));
  });

  it("[FC5] moves with the values, and grows with them", () => {
    fc.assert(
      fc.property(paths, fc.integer({ min: -300, max: 300 }), fc.integer({ min: 1, max: 20 }), (path, shift, times) => {
        const before = history(path, rising(0, 100));
        const shifted = history(
          path.map(([on, value]) => [on, value + shift]),
          rising(shift, 100 + shift),
        );
        const scaled = history(
          path.map(([on, value]) => [on, value * times]),
          rising(0, 100 * times),
        );
        close(shifted.atEnd, before.atEnd + shift);
        close(shifted.high - shifted.low, before.high - before.low);
        close(scaled.atEnd, before.atEnd * times);
        close(scaled.low, before.low * times);
      }),
    );
  });

  it("[FC5] does not depend on when it all happens, nor on the order given", () => {
    fc.assert(
      fc.property(paths, fc.integer({ min: 1, max: 700 }), (path, later) => {
        const list = readings(path);
        const moved = list.map((checkIn) => ({
          ...checkIn,
          at: instantOf(epochMsOf(checkIn.at) + later * 86_400_000),
        }));
        const before = forecast(rising(0, 100), list, start, end, end);
        const [from, to] = [addDays(start, later), addDays(end, later)];
        expect(forecast(rising(0, 100), moved.toReversed(), from, to, to)).toEqual(before);
      }),
    );
  });

  it("a higher last reading never lowers the forecast", () => {
    fc.assert(
      fc.property(paths, fc.integer({ min: 1, max: 100 }), (path, more) => {
        const raised = path.map(([on, value], at): readonly [number, number] =>
          at === path.length - 1 ? [on, value + more] : [on, value],
        );
        expect(history(raised).atEnd).toBeGreaterThan(history(path).atEnd);
      }),
    );
  });

  it("[FC5] clamps progress, not values, and names the worse end first", () => {
    const over = history([[0, 0], [10, 40], [20, 90]]); // prettier-ignore
    expect(over.atEnd).toBeGreaterThan(100);
    expect(over.progressAtEnd).toBe(1);
    const falling = history([[0, 12], [20, 11.5], [40, 11.2]], rising(12, 9)); // prettier-ignore
    expect(falling.progressLow).toBeLessThanOrEqual(falling.progressAtEnd);
    expect(falling.progressHigh).toBeGreaterThanOrEqual(falling.progressAtEnd);
  });

  it("[FC6] makes none for what is done or not, but for thresholds", () => {
    const three = readings([[0, 0], [10, 1], [20, 1]]); // prettier-ignore
    expect(forecast({ kind: "milestone", acceptance: "" }, three, start, end, end)).toEqual({ type: "NotForecast" });
    expect(forecast({ kind: "baseline", unit: "h" }, three, start, end, end)).toEqual({ type: "NotForecast" });
    const limit: Measure = { kind: "metric", direction: "stayBelow", unit: "", limit: 5 };
    expect(history([[0, 4], [10, 3], [20, 4]], limit)).toMatchObject({ progressHigh: 1 }); // prettier-ignore
    const range: Measure = { kind: "metric", direction: "stayBetween", unit: "", low: 2, high: 8 };
    expect(history([[0, 5], [10, 5], [20, 5]], range)).toMatchObject({ progressAtEnd: 1 }); // prettier-ignore
  });
});
