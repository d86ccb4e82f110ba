import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { createRandom, guidOf } from "#simulator/world/random.ts";

const draws = (name: string, count: number): readonly number[] => {
  const random = createRandom(name);
  return Array.from({ length: count }, () => random.next());
};

describe("createRandom", () => {
  it("repeats itself for the same name and only then", () => {
    expect(draws("a", 50)).toEqual(draws("a", 50));
    expect(draws("a", 50)).not.toEqual(draws("b", 50));
  });

  it("spreads evenly over [0, 1)", () => {
    const values = draws("even", 20_000);
    expect(values.filter((value) => value < 0 || value >= 1)).toEqual([]);
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => values.filter((value) => Math.floor(value * 10) === tenth).length,
    );
    expect(Math.min(...tenths)).toBeGreaterThan(1800);
    expect(Math.max(...tenths)).toBeLessThan(2200);
  });

  it("gives a fork a stream of its own, whatever was drawn before", () => {
    const [early, late] = [createRandom("x"), createRandom("x")];
    late.next();
    expect(early.fork("child").next()).toBe(late.fork("child").next());
  });

  it("draws whole numbers within both bounds", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat({ max: 50 }), (name, low, width) => {
        const value = createRandom(name).int(low, low + width);
        expect(Number.isInteger(value) && value >= low && value <= low + width).toBe(true);
      }),
    );
  });

  it("samples different items, at most as many as there are", () => {
    fc.assert(
      fc.property(fc.string(), fc.uniqueArray(fc.integer()), fc.nat({ max: 20 }), (name, items, count) => {
        const sample = createRandom(name).sample(items, count);
        expect(new Set(sample).size).toBe(Math.min(count, items.length));
        expect(sample.filter((item) => !items.includes(item))).toEqual([]);
      }),
    );
  });

  it("never picks what has no weight", () => {
    const random = createRandom("weights");
    const picks = new Set(Array.from({ length: 500 }, () => random.weighted({ never: 0, seldom: 1, often: 9 })));
    expect([...picks].toSorted()).toEqual(["often", "seldom"]);
  });

  it("throws when there is nothing to pick from", () => {
    expect(() => createRandom("empty").pick([])).toThrow("Nothing to pick from");
  });
});

describe("guidOf", () => {
  it("keeps a hundred thousand names apart, in version 4 shape", () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => guidOf(`seed/check-in/${index}`));
    expect(new Set(ids).size).toBe(ids.length);
    expect(
      ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toEqual([]);
  });
});
