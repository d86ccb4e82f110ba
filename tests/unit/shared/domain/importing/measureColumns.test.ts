import { describe, expect, it } from "@jest/globals";
import type { Cell } from "#shared/domain/importing/table.ts";
import { take, measured, measureOf, HEADER, objective } from "./tables.ts";

describe("measures", () => {
  it.each<[Readonly<Record<string, Cell>>, object]>([
    [
      { start: "90", target: "96", unit: "%" },
      { kind: "metric", direction: "up", unit: "%", baseline: 90, target: 96 },
    ],
    [
      { start: 12, target: 9, unit: "days" },
      { direction: "down", baseline: 12, target: 9 },
    ],
    [
      { start: "12", target: "9", direction: "reduce" },
      { direction: "down", unit: "" },
    ],
    [
      { target: "20", unit: "shops" },
      { direction: "up", baseline: 0, target: 20 },
    ],
    [
      { target: "95%", direction: "stay above" },
      { direction: "stayAbove", unit: "%", limit: 95 },
    ],
    [
      { target: "≥ 95", unit: "%" },
      { direction: "stayAbove", limit: 95 },
    ],
    [
      { target: "at most 5 h", unit: "h" },
      { direction: "stayBelow", limit: 5 },
    ],
    [
      { target: "2-8", unit: "°C", direction: "between" },
      { direction: "stayBetween", low: 2, high: 8 },
    ],
    [
      { start: "2", target: "8", unit: "°C", direction: "between" },
      { direction: "stayBetween", low: 2, high: 8 },
    ],
    [
      { measure: "percentage", target: "80" },
      { kind: "percentage", target: 80 },
    ],
    [
      { measure: "percentage", target: "" },
      { kind: "percentage", target: 100 },
    ],
    [
      { measure: "milestone", due: "2026-03-01" },
      { kind: "milestone", due: "2026-03-01", acceptance: "" },
    ],
    [
      { measure: "milestone", due: 46_082 },
      { kind: "milestone", due: "2026-03-01" },
    ],
    [
      { measure: "baseline", unit: "h" },
      { kind: "baseline", unit: "h" },
    ],
    [{ target: "" }, { kind: "milestone", acceptance: "" }],
    [{ current: "40%" }, { kind: "percentage", target: 100 }],
    [{ target: "€1,200" }, { unit: "€", target: 1200 }],
    [{ target: "from 12% to 9%" }, { direction: "down", unit: "%", baseline: 12, target: 9 }],
    [{ target: "60 % auf 80 %" }, { direction: "up", unit: "%", baseline: 60, target: 80 }],
    [{ target: "between 10 and 15 days" }, { direction: "stayBetween", unit: "days", low: 10, high: 15 }],
    [{ target: "zwischen 70 % und 85 %" }, { direction: "stayBetween", unit: "%", low: 70, high: 85 }],
    [{ target: "below 2%" }, { direction: "stayBelow", unit: "%", limit: 2 }],
    [{ target: "signed by all" }, { kind: "milestone", acceptance: "signed by all" }],
    [
      { start: "no", target: "yes" },
      { kind: "milestone", acceptance: "" },
    ],
  ])("[IM9] %j is %j", (columns, measure) => {
    expect(measureOf(measured(columns))).toMatchObject(measure);
  });
});

describe("measures that are refused, and the rest of a row", () => {
  it.each<[Readonly<Record<string, Cell>>, object]>([
    [{ start: "90", target: "", unit: "%" }, { type: "TargetMissing" }],
    [{ current: "17", target: "" }, { type: "TargetMissing" }],
    [
      { start: "95", target: "95", unit: "%" },
      { type: "TargetEqualsStart", value: 95 },
    ],
    [
      { start: "12", target: "9", direction: "up" },
      { type: "DirectionContradicts", direction: "up", start: 12, target: 9 },
    ],
    [{ target: "9", direction: "down" }, { type: "StartMissing" }],
    [
      { target: "9", direction: "sideways" },
      { type: "DirectionUnknown", text: "sideways" },
    ],
    [
      { target: "9", measure: "vibes" },
      { type: "MeasureUnknown", text: "vibes" },
    ],
    [
      { target: "8-2", direction: "between" },
      { type: "RangeUnclear", text: "8-2" },
    ],
    [
      { target: "120", measure: "percentage" },
      { type: "PercentTargetOutOfRange", target: 120 },
    ],
    [
      { target: "3k", start: "1" },
      { type: "BadCell", column: "target", text: "3k", trouble: { suggestion: 3000 } },
    ],
    [
      { target: "0.45", unit: "%" },
      { type: "BadCell", trouble: { type: "AmbiguousPercent", readings: [45, 0.45] } },
    ],
    [
      { start: "a", target: "5" },
      { type: "BadCell", column: "start" },
    ],
    [
      { target: "5", current: "x" },
      { type: "BadCell", column: "current" },
    ],
    [
      { target: "5", confidence: "12" },
      { type: "BadCell", column: "confidence" },
    ],
    [
      { target: "5", weight: "130" },
      { type: "BadCell", column: "weight" },
    ],
    [
      { target: "5", score: "2" },
      { type: "BadCell", column: "score" },
    ],
    [
      { measure: "milestone", due: "soon" },
      { type: "BadCell", column: "due", trouble: { type: "NotADay" } },
    ],
  ])("[IM9] %j is refused: %j", (columns, reason) => {
    const result = measured(columns);
    expect(result.plan.keyResults).toEqual([]);
    expect(measureOf(result)).toMatchObject(reason);
  });

  it("[IM9] reads numbers as the table's locale writes them", () => {
    expect(measureOf(measured({ start: "1.000,5", target: "2.000", unit: "t" }, "de"))).toMatchObject({
      baseline: 1000.5,
      target: 2000,
    });
  });

  it("[IM9] takes own dates, and refuses reversed ones", () => {
    const dated = (start: Cell, end: Cell) =>
      take([
        [...HEADER, "start date", "end date"],
        [...objective("A"), start, end],
      ]);
    expect(dated("2026-01-15", "2026-03-31").plan.objectives[0]).toMatchObject({ start: "2026-01-15" });
    expect(dated("2026-01-15", "2026-03-31").plan.objectives[0]).not.toHaveProperty("end");
    expect(dated("2026-03-15", "2026-02-01").rejected).toEqual([
      { row: 2, reason: { type: "DatesReversed", start: "2026-03-15", end: "2026-02-01" } },
    ]);
    expect(dated("02/03/2026", "").remarks).toMatchObject([
      { reason: { type: "DayByLocale", day: "2026-02-03", alternative: "2026-03-02" } },
    ]);
  });
});
