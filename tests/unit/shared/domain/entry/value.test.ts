import { describe, expect, it } from "@jest/globals";
import {
  isPercentUnit,
  parseConfidence,
  parsePercentEntry,
  parseScore,
  parseValueEntry,
  parseWeight,
} from "#shared/domain/entry/value.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";

const metric = (unit: string, baseline: number, target: number): Measure => ({
  kind: "metric",
  direction: target > baseline ? "up" : "down",
  unit,
  baseline,
  target,
});
const outcome = (read: { ok: true; value: unknown } | { ok: false; error: { type: string } }) =>
  read.ok ? read.value : read.error.type;

describe("parsePercentEntry", () => {
  it.each([
    ["45", 30, 60, 45],
    ["45%", 30, 60, 45],
    ["45 %", 30, 60, 45],
    ["0.45", 30, 60, 45],
    ["0,45", 30, 60, 45],
    ["0.29", 20, 60, 29],
    ["0.45%", 30, 60, 0.45],
    ["0.8", 2, 0.5, 0.8],
    ["0", 30, 60, 0],
    ["0.0", 0, 100, 0],
    ["1", 80, 100, 100],
    ["1", 0, 100, 1],
    ["1", 30, 60, 1],
    ["0.8", 0, 10, 0.8],
    ["0.95", 95, 95, 95],
  ])("[EN6] %j between %d and %d is %d", (text, from, to, value) => {
    expect(parsePercentEntry(text, "en", { from, to })).toEqual({ ok: true, value });
  });

  it("[EN6] asks when both readings fit, or neither, and hands both back", () => {
    const question = { ok: false, error: { type: "AmbiguousPercent", text: "0.45", readings: [45, 0.45] } };
    expect(parsePercentEntry("0.45", "en", { from: 0, to: 100 })).toEqual(question);
    expect(parsePercentEntry("0.45", "en", undefined)).toEqual(question);
    expect(parsePercentEntry("0.45", "en", { from: 80, to: 90 })).toEqual(question);
  });

  it("[EN6] is used for every unit that means per cent", () => {
    expect(["%", " % ", "Prozent", "percent", "pour cent", "٪"].map(isPercentUnit)).toEqual(Array(6).fill(true));
    expect(["pp", "days", "", "% change"].map(isPercentUnit)).toEqual(Array(4).fill(false));
    expect(outcome(parseValueEntry("0.93", metric("%", 91, 96), "en"))).toBe(93);
    expect(outcome(parseValueEntry("0.4", { kind: "percentage", target: 100 }, "en"))).toBe("AmbiguousPercent");
    const kept: Measure = { kind: "metric", direction: "stayAbove", unit: "%", limit: 95 };
    const between: Measure = { kind: "metric", direction: "stayBetween", unit: "%", low: 10, high: 20 };
    expect([kept, between].map((measure) => outcome(parseValueEntry("0.15", measure, "en")))).toEqual([
      "AmbiguousPercent",
      15,
    ]);
  });
});

describe("other values", () => {
  it("[EN7] reads a value in the way of its measure", () => {
    const milestone: Measure = { kind: "milestone", acceptance: "" };
    expect(["done", "✓", "nein", "1", "maybe"].map((text) => outcome(parseValueEntry(text, milestone, "en")))).toEqual([
      1,
      1,
      0,
      1,
      "NotYesNo",
    ]);
    expect(outcome(parseValueEntry("11,5 Tage", metric("Tage", 12, 9), "de"))).toBe(11.5);
    expect(outcome(parseValueEntry("4 h", { kind: "baseline", unit: "h" }, "en"))).toBe(4);
    expect(outcome(parseValueEntry("", metric("h", 1, 2), "en"))).toBe("Empty");
  });

  it.each([
    ["7", 7],
    ["7/10", 7],
    ["٨", 8],
    ["0", 0],
    ["11", "OutOfRange"],
    ["-1", "OutOfRange"],
    ["7.5", "NotWhole"],
    ["high", "NotANumber"],
    ["", "Empty"],
  ])("[EN8] confidence %j is %s", (text, result) => {
    expect(outcome(parseConfidence(text, "ar"))).toBe(result);
  });

  it.each([
    ["", undefined],
    ["25", 25],
    ["25%", 25],
    ["33,3", 33.3],
    ["120", "OutOfRange"],
    ["-5", "OutOfRange"],
    ["0.25", "AmbiguousPercent"],
    ["half", "NotANumber"],
  ])("[EN9] weight %j is %s", (text, result) => {
    expect(outcome(parseWeight(text, "en"))).toBe(result);
  });

  it.each([
    ["0.7", 0.7],
    ["0,7", 0.7],
    ["70%", 0.7],
    ["1", 1],
    ["7", "OutOfRange"],
    ["-0.1", "OutOfRange"],
    ["green", "NotANumber"],
  ])("[EN10] score %j is %s", (text, result) => {
    expect(outcome(parseScore(text, "en"))).toBe(result);
  });
});
