import { describe, expect, it } from "@jest/globals";
import { cycleNamed, findCycle } from "#shared/domain/importing/cycleText.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { aCycle, day } from "#tests/support/okrs.ts";

describe("cycles in a table", () => {
  it.each([
    ["2018-Q1", "2018-q1", "quarterly", "2018-01-01", "2018-03-31"],
    ["Q4 2018", "2018-q4", "quarterly", "2018-10-01", "2018-12-31"],
    ["2018Q2", "2018-q2", "quarterly", "2018-04-01", "2018-06-30"],
    ["1. Quartal 2018", "2018-q1", "quarterly", "2018-01-01", "2018-03-31"],
    ["T3 2018", "2018-q3", "quarterly", "2018-07-01", "2018-09-30"],
    ["H2 2018", "2018-h2", "custom", "2018-07-01", "2018-12-31"],
    ["2018", "2018", "annual", "2018-01-01", "2018-12-31"],
    ["Annual 2025", "2025", "annual", "2025-01-01", "2025-12-31"],
    ["2018-02-01 – 2018-05-15", "2018-02-01-2018-05-15", "custom", "2018-02-01", "2018-05-15"],
  ])("[IM4] %j names %s", (text, key, kind, start, end) => {
    expect(cycleNamed(text)).toMatchObject({ key, kind, start, end, closed: false });
  });

  it.each(["FY26", "FY26 Q1", "Sprint 7", "Q5 2018", "H3 2018", "2018-05-15 – 2018-02-01", "next year", ""])(
    "[IM4] %j cannot be dated",
    (text) => {
      expect(cycleNamed(text)).toBeUndefined();
    },
  );

  it("[IM4] prefers a cycle that is known, by key, by name, or by its days", () => {
    const fiscal = aCycle({
      key: cycleKey("fy26-q1"),
      name: "FY26 Q1",
      start: day("2025-07-01"),
      end: day("2025-09-30"),
    });
    const cycles = [fiscal, aCycle()];
    expect(findCycle("FY26-Q1", cycles)).toBe(fiscal);
    expect(findCycle("fy26 q1", cycles)).toBe(fiscal);
    expect(findCycle("Q3 2025", cycles)).toBe(fiscal);
    expect(findCycle("2026-Q1", cycles)).toBe(cycles[1]);
    expect(findCycle("2026-Q2", cycles)).toMatchObject({ key: "2026-q2" });
  });
});
