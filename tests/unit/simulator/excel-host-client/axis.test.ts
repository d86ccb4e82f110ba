import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { createAxis } from "#simulator/excel-host/client/grid/axis.ts";

const sizes = fc.array(fc.tuple(fc.nat(60), fc.constantFrom(0, 0, 7, 20, 90)), { maxLength: 30 });

/** The same question answered by adding up every line. */
const slowOffset = (special: ReadonlyMap<number, number>, index: number): number =>
  Array.from({ length: index }, (_, line) => special.get(line) ?? 20).reduce((sum, size) => sum + size, 0);

describe("an axis of lines", () => {
  it("[XG10] agrees with adding up every line", () => {
    fc.assert(
      fc.property(sizes, fc.nat(61), (entries, index) => {
        const axis = createAxis({ count: 61, defaultSize: 20, sizes: entries });
        expect(axis.offset(index)).toBe(slowOffset(new Map(entries), index));
      }),
    );
  });

  it("[XG10] finds for every pixel a visible line that covers it", () => {
    fc.assert(
      fc.property(sizes, fc.nat(1200), (entries, distance) => {
        const axis = createAxis({ count: 61, defaultSize: 20, sizes: entries });
        fc.pre(distance < axis.total);
        const line = axis.indexAt(distance);
        expect(axis.size(line)).toBeGreaterThan(0);
        expect(axis.offset(line)).toBeLessThanOrEqual(distance);
        expect(axis.offset(line) + axis.size(line)).toBeGreaterThan(distance);
      }),
    );
  });

  it("[XG10] stays on the last visible line beyond the end, and steps over hidden ones", () => {
    const axis = createAxis({
      count: 6,
      defaultSize: 20,
      sizes: [
        [2, 0],
        [3, 0],
        [5, 0],
      ],
    });
    expect(axis.indexAt(9999)).toBe(4);
    expect(axis.step(1, 1)).toBe(4);
    expect(axis.step(4, -1)).toBe(1);
    expect(axis.step(4, 1)).toBe(4);
    expect(axis.total).toBe(60);
  });
});
