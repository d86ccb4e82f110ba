import { describe, expect, it } from "@jest/globals";
import { contradictionOf } from "#shared/domain/okr/contradiction.ts";
import type { ForecastResult } from "#shared/domain/okr/forecast.ts";
import { progressOf } from "#shared/domain/okr/progress.ts";

const outlook = (progressHigh: number): ForecastResult => ({
  type: "Forecast",
  atEnd: 50,
  low: 40,
  high: 60,
  level: 0.8,
  pace: 1,
  progressAtEnd: progressOf(0.5),
  progressLow: progressOf(0.4),
  progressHigh: progressOf(progressHigh),
  basedOn: 5,
});
const silent = { confidence: undefined, gapPoints: undefined, forecast: undefined };

describe("contradictionOf", () => {
  it("[CO1] sets a high confidence against a large gap and a forecast that falls short", () => {
    expect(contradictionOf({ confidence: 8, gapPoints: 26, forecast: outlook(0.9) })).toEqual({
      confidence: 8,
      gapPoints: 26,
      forecastProgressHigh: 0.9,
    });
    expect(contradictionOf({ ...silent, confidence: 9, forecast: outlook(0.99) })).toEqual({
      confidence: 9,
      forecastProgressHigh: 0.99,
    });
  });

  it("[CO1] sets a stated status against the gap, within the limits in force", () => {
    const said = { ...silent, statedStatus: "onTrack", gapPoints: 26 } as const;
    expect(contradictionOf(said)).toEqual({ statedStatus: "onTrack", gapPoints: 26 });
    expect(contradictionOf(said, { behindAbove: 0, atRiskAbove: 30 })).toBeUndefined();
    expect(contradictionOf({ ...said, statedStatus: "behind" })).toBeUndefined();
  });

  it.each([
    { ...silent, confidence: 7, gapPoints: 60 },
    { ...silent, confidence: 10, gapPoints: 25 },
    { ...silent, confidence: 10, forecast: outlook(1) },
    { ...silent, confidence: 10, forecast: { type: "TooFewReadings", have: 1, need: 3 } as const },
    { ...silent, gapPoints: 60 },
  ])("[CO1] sees none in %j", (facts) => {
    expect(contradictionOf(facts)).toBeUndefined();
  });
});
