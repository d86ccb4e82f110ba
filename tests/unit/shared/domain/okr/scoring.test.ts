import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import {
  expectedScore,
  isSweetSpot,
  meanOfScores,
  needsClosingNote,
  needsExplanation,
  preScoreBetween,
  preScoreProblems,
  roundScore,
  scoreBand,
  suggestedScore,
} from "#shared/domain/okr/scoring.ts";

const metric = (baseline: number, target: number): Measure => ({
  kind: "metric",
  direction: target > baseline ? "up" : "down",
  unit: "days",
  baseline,
  target,
});

describe("bands", () => {
  it.each([
    [0, "red"],
    [0.34, "red"],
    [0.35, "yellow"],
    [0.64, "yellow"],
    [0.65, "green"],
    [1, "green"],
    [1.7, "green"],
    [-0.2, "red"],
  ])("[SC1] %d is %s", (score, band) => {
    expect(scoreBand(score)).toBe(band);
  });

  it("[SC1] rounds half up, also where the half was computed", () => {
    expect([0.05, 0.25, 0.35, 9.35 - 9, 0.1 + 0.2 + 0.05].map(roundScore)).toEqual([0.1, 0.3, 0.4, 0.4, 0.4]);
  });

  it("[SC1] has no holes and never goes back", () => {
    const rank = { red: 0, yellow: 1, green: 2 };
    const score = fc.double({ min: -1, max: 2, noNaN: true });
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(rank[scoreBand(high)]).toBeGreaterThanOrEqual(rank[scoreBand(low)]);
      }),
    );
  });

  it("[SC2] committed expects 1.0 and explains less, aspirational expects 0.7", () => {
    expect([expectedScore("committed"), expectedScore("aspirational")]).toEqual([1, 0.7]);
    expect([needsExplanation("committed", 0.9), needsExplanation("committed", 0.96)]).toEqual([true, false]);
    expect(needsExplanation("aspirational", 0.1)).toBe(false);
  });
});

describe("pre-scores", () => {
  it("[SC3] lays commit and target between start and stretch", () => {
    expect(preScoreBetween(10, 20)).toEqual({ commit: 13, target: 17, stretch: 20 });
    expect(preScoreBetween(20, 10)).toEqual({ commit: 17, target: 13, stretch: 10 });
  });

  it.each([
    [metric(10, 20), { commit: 13, target: 17, stretch: 20 }, []],
    [metric(20, 10), { commit: 17, target: 13, stretch: 10 }, []],
    [metric(10, 20), { commit: 17, target: 13, stretch: 20 }, ["preScoreNotMonotone"]],
    [metric(10, 20), { commit: 10, target: 13, stretch: 20 }, ["preScoreNotMonotone"]],
    [metric(10, 20), { commit: 8, target: 5, stretch: 1 }, ["preScoreAgainstDirection"]],
    [{ kind: "percentage", target: 100 } as const, { commit: 30, target: 70, stretch: 100 }, []],
    [{ kind: "milestone", acceptance: "" } as const, { commit: 1, target: 2, stretch: 3 }, ["preScoreNotApplicable"]],
    [
      { kind: "metric", direction: "stayAbove", unit: "", limit: 3 } as const,
      { commit: 1, target: 2, stretch: 3 },
      ["preScoreNotApplicable"],
    ],
  ])("[SC4] %j with %j has %j", (measure, preScore, codes) => {
    expect(preScoreProblems(measure, preScore).map(({ code }) => code)).toEqual(codes);
  });
});

describe("suggestedScore", () => {
  it.each([
    [5, 0],
    [10, 0],
    [12, 0.2],
    [13, 0.3],
    [15, 0.5],
    [17, 0.7],
    [20, 1],
    [30, 1],
  ])("[SC5] pre-scored, %d gives %d", (value, score) => {
    const preScore = { commit: 13, target: 17, stretch: 20 };
    expect(suggestedScore(metric(10, 17), preScore, value)).toBe(score);
    expect(suggestedScore(metric(-10, -17), { commit: -13, target: -17, stretch: -20 }, -value)).toBe(score);
  });

  it("[SC5] without a pre-score it is the progress, and nothing when not measured", () => {
    expect(suggestedScore(metric(10, 20), undefined, 14.6)).toBe(0.5);
    expect(suggestedScore({ kind: "milestone", acceptance: "" }, undefined, 1)).toBe(1);
    expect(suggestedScore(metric(10, 20), undefined, undefined)).toBeUndefined();
    expect(suggestedScore({ kind: "baseline", unit: "" }, undefined, undefined)).toBeUndefined();
  });

  it("[SC5] suggests nothing from a pre-score that contradicts itself", () => {
    expect(suggestedScore(metric(10, 20), { commit: 17, target: 13, stretch: 20 }, 15)).toBeUndefined();
  });

  it("[SC5] never falls as the value nears the stretch", () => {
    const steps = fc.tuple(fc.integer(), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), fc.nat(1e6));
    fc.assert(
      fc.property(steps, ([start, a, b, c, at, step]) => {
        const preScore = { commit: start + a + 1, target: start + a + b + 2, stretch: start + a + b + c + 3 };
        const measure = metric(start, preScore.target);
        const [less, more] = [at, at + step].map((gone) => suggestedScore(measure, preScore, start + gone));
        expect(more).toBeGreaterThanOrEqual(less ?? Number.NaN);
      }),
    );
  });
});

describe("closing", () => {
  it("[SC6] means over the scores given", () => {
    expect(meanOfScores([{ score: 0.4 }, {}, { score: 0.8 }])).toBeCloseTo(0.6, 12);
    expect(meanOfScores([{}, {}])).toBeUndefined();
    expect(meanOfScores([{ score: 0 }])).toBe(0);
  });

  it("[SC7] knows the sweet spot after rounding", () => {
    expect([0.54, 0.55, 0.6, 0.74, 0.75].map(isSweetSpot)).toEqual([false, true, true, true, false]);
  });

  it("[SC8] asks for a note where the given score is not the suggested one", () => {
    expect(needsClosingNote(0.8, 0.3)).toBe(true);
    expect(needsClosingNote(0.84, 0.8)).toBe(false);
    expect(needsClosingNote(undefined, 0.5)).toBe(true);
  });
});
