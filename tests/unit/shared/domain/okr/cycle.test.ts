import { describe, expect, it } from "@jest/globals";
import { currentCycle, cycleContains } from "#shared/domain/okr/cycle.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { aCycle, day } from "#tests/support/okrs.ts";

const quarter = aCycle();
const year = aCycle({ key: cycleKey("2026"), kind: "annual", end: day("2026-12-31") });
const next = aCycle({ key: cycleKey("2027"), start: day("2027-01-01"), end: day("2027-12-31") });

describe("cycles", () => {
  it.each([
    ["2025-12-31", false],
    ["2026-01-01", true],
    ["2026-03-31", true],
    ["2026-04-01", false],
  ])("[CY1] %s inside: %s", (today, inside) => {
    expect(cycleContains(quarter, day(today))).toBe(inside);
  });

  it("[CY2] shows the shortest open cycle of today, whatever the order", () => {
    expect(currentCycle([year, quarter, next], day("2026-02-01"))).toBe(quarter);
    expect(currentCycle([next, year, { ...quarter, closed: true }], day("2026-02-01"))).toBe(year);
    expect(currentCycle([year, quarter], day("2026-06-01"))).toBe(year);
  });

  it("[CY2] falls back to the latest begun, then to the first, then to none", () => {
    expect(currentCycle([next, year], day("2028-02-01"))).toBe(next);
    expect(currentCycle([next, year], day("2020-02-01"))).toBe(year);
    expect(currentCycle([], day("2026-02-01"))).toBeUndefined();
  });
});
