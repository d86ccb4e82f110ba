import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { studentT } from "#shared/domain/okr/studentT.ts";

describe("studentT", () => {
  // Two-sided values of any printed table of Student's distribution.
  it.each([
    [0.8, 1, 3.078],
    [0.8, 2, 1.886],
    [0.8, 3, 1.638],
    [0.8, 10, 1.372],
    [0.95, 1, 12.706],
    [0.95, 5, 2.571],
    [0.95, 30, 2.042],
    [0.99, 4, 4.604],
    [0.5, 7, 0.711],
  ])("[FC2] encloses %d at %d degrees within %d", (level, degrees, t) => {
    expect(studentT(level, degrees)).toBeCloseTo(t, 3);
  });

  it("[FC2] falls with more degrees and rises with the level", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (degrees, level) => {
          expect(studentT(level, degrees + 1)).toBeLessThanOrEqual(studentT(level, degrees) + 1e-9);
          expect(studentT(level + 0.04, degrees)).toBeGreaterThan(studentT(level, degrees));
        },
      ),
    );
  });
});
