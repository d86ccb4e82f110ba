import { describe, expect, it } from "@jest/globals";
import { standingCheckIns } from "#shared/domain/okr/standing.ts";
import { viewOkrs } from "#shared/domain/okr/view.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { instantOf } from "#shared/domain/day.ts";
import { fc } from "#tests/support/properties.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day } from "#tests/support/okrs.ts";

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 5, 9);

/** Few moments, so that some are the same. */
const checkIns: fc.Arbitrary<readonly CheckIn[]> = fc
  .array(
    fc.record({
      of: fc.integer({ min: 1, max: 3 }),
      hour: fc.nat(6),
      value: fc.option(fc.integer({ min: 80, max: 110 }), { nil: undefined }),
      confidence: fc.option(fc.nat(10), { nil: undefined }),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ of, hour, value, confidence }, n) => {
      const {
        value: _value,
        confidence: _confidence,
        ...bare
      } = aCheckIn(n, of, { at: instantOf(START + hour * HOUR) });
      return {
        ...bare,
        ...(value === undefined ? {} : { value }),
        ...(confidence === undefined ? {} : { confidence }),
      };
    }),
  );

const shown = (readings: readonly CheckIn[]) => {
  const keyResults = [1, 2, 3].map((n) => aKeyResult(n, 1));
  const set = { objectives: [anObjective(1)], keyResults, checkIns: readings, revisions: new Map() };
  const frame = { organisation: "", levels: [], units: [aUnit()], cycles: [aCycle()], partitions: [] };
  return viewOkrs(set, frame, day("2026-02-10")).map(({ rollUp, status, confidence, lastCheckInAt, ...view }) => ({
    rollUp,
    status,
    confidence,
    lastCheckInAt,
    keyResults: view.keyResults.map((one) => [one.value, one.valueAt, one.confidence, one.progress, one.status]),
  }));
};

describe("standingCheckIns", () => {
  it("[PR9] leaves enough to show how everything stands, and of each key result three at most", () => {
    fc.assert(
      fc.property(checkIns, (all) => {
        const left = standingCheckIns(all);
        expect(shown(left)).toEqual(shown(all));
        for (const n of [1, 2, 3]) {
          const { id } = aKeyResult(n, 1);
          expect(left.filter(({ keyResultId }) => keyResultId === id).length).toBeLessThanOrEqual(3);
        }
        expect(new Set(left).size).toBe(left.length);
      }),
    );
  });
});
