import { describe, expect, it } from "@jest/globals";
import { cyclesAround, dayOf, epochDay, instant, weekday } from "#simulator/world/calendar.ts";

describe("cyclesAround", () => {
  it("lays out the year, the quarter and its neighbours", () => {
    const spans = Object.entries(cyclesAround("2026-11-22")).map(([role, { key, start, end }]) => [
      role,
      key,
      start,
      end,
    ]);
    expect(spans).toEqual([
      ["annual", "2026", "2026-01-01", "2026-12-31"],
      ["previous", "2026-Q3", "2026-07-01", "2026-09-30"],
      ["current", "2026-Q4", "2026-10-01", "2026-12-31"],
      ["next", "2027-Q1", "2027-01-01", "2027-03-31"],
    ]);
  });

  it.each([
    ["2027-01-01", "2026-Q4", "2027-Q1", "2027-Q2"],
    ["2028-02-29", "2027-Q4", "2028-Q1", "2028-Q2"],
    ["2026-06-30", "2026-Q1", "2026-Q2", "2026-Q3"],
  ])("crosses the year where it must: %s", (today, previous, current, next) => {
    const cycles = cyclesAround(today);
    expect([cycles.previous.key, cycles.current.key, cycles.next.key]).toEqual([previous, current, next]);
  });
});

describe("days", () => {
  it("survive the way to numbers and back", () => {
    expect(["1999-12-31", "2026-03-29", "2028-02-29"].map((day) => dayOf(epochDay(day)))).toEqual([
      "1999-12-31",
      "2026-03-29",
      "2028-02-29",
    ]);
  });

  it("know their weekday and their instants", () => {
    expect(weekday(epochDay("2026-11-23"))).toBe(0);
    expect(instant(epochDay("2026-11-23"), 9, 5, 1)).toBe("2026-11-23T09:05:01.000Z");
  });
});
