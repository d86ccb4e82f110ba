import { describe, expect, it } from "@jest/globals";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame } from "#shared/domain/okr/okrSet.ts";
import { problemContext } from "#shared/domain/problems/context.ts";
import { keyResultProblems, type KeyResultDraft } from "#shared/domain/problems/keyResultProblems.ts";
import { finishedMeasure, type MeasureDraft } from "#shared/domain/problems/measureProblems.ts";
import { aCycle, aKeyResult, anObjective, aUnit, day, lena } from "#tests/support/okrs.ts";

const frame: Frame = { organisation: "Tinycart", levels: [], units: [aUnit()], cycles: [aCycle()], partitions: [] };
const context = problemContext({ ...emptyOkrSet, objectives: [anObjective(1)] }, frame);
const found = (more: Partial<KeyResultDraft>) =>
  keyResultProblems({ ...aKeyResult(1, 1, { owner: lena }), ...more }, context);
const withMeasure = (measure: MeasureDraft) => found({ measure });
const codes = (measure: MeasureDraft) => withMeasure(measure).map(({ code, field }) => `${code} at ${field}`);
const moving = { kind: "metric", direction: "up", unit: "%" } as const;

describe("keyResultProblems", () => {
  it("[PB1] finds nothing wrong with a sound key result", () => {
    expect(found({})).toEqual([]);
    expect(codes({ kind: "percentage", target: 100 })).toEqual([]);
    expect(codes({ kind: "baseline", unit: "h" })).toEqual([]);
  });

  it("[PB2] shares the rules for titles", () => {
    expect(found({ title: "x".repeat(300) })).toMatchObject([{ code: "titleTooLong", length: 300 }]);
  });

  it("[PB9] names the number that is missing", () => {
    expect(withMeasure({ ...moving, baseline: 12 })).toEqual([
      { code: "targetMissing", field: "target", severity: "error" },
    ]);
    expect(codes({ ...moving, target: Number.NaN })).toEqual(["startMissing at baseline", "targetMissing at target"]);
    expect(codes({ kind: "percentage" })).toEqual(["targetMissing at target"]);
    expect(codes({ kind: "metric", direction: "stayAbove", unit: "h" })).toEqual(["limitMissing at limit"]);
    expect(codes({ kind: "metric", direction: "stayBetween", unit: "h", high: 3 })).toEqual(["rangeIncomplete at low"]);
    expect(codes({ kind: "metric", direction: "stayBetween", unit: "h", low: 3 })).toEqual(["rangeIncomplete at high"]);
  });

  it("[PB9] hands a measure on only once it is whole", () => {
    expect(finishedMeasure({ ...moving, baseline: 12 })).toBeUndefined();
    expect(finishedMeasure({ ...moving, baseline: 12, target: 12 })).toEqual({ ...moving, baseline: 12, target: 12 });
  });

  it("[PB10] sees numbers that contradict themselves", () => {
    expect(withMeasure({ ...moving, baseline: 95, target: 95 })).toEqual([
      { code: "targetEqualsStart", field: "target", severity: "error", value: 95 },
    ]);
    expect(withMeasure({ ...moving, baseline: 12, target: 9 })).toEqual([
      { code: "directionContradicts", field: "direction", severity: "error", direction: "up", baseline: 12, target: 9 },
    ]);
    expect(codes({ ...moving, direction: "down", baseline: 9, target: 12 })).toEqual([
      "directionContradicts at direction",
    ]);
    expect(withMeasure({ kind: "metric", direction: "stayBetween", unit: "h", low: 8, high: 2 })).toEqual([
      { code: "rangeReversed", field: "low", severity: "error", low: 8, high: 2 },
    ]);
  });

  it.each([0, -5, 100.5])("[PB11] per cent complete cannot aim at %d", (target) => {
    expect(withMeasure({ kind: "percentage", target })).toEqual([
      { code: "percentTargetOutOfRange", field: "target", severity: "error", target },
    ]);
  });

  it("[PB12] asks for a unit, and about percentages that look like fractions", () => {
    expect(codes({ ...moving, unit: " ", baseline: 1, target: 2 })).toEqual(["measureUnitMissing at unit"]);
    expect(codes({ kind: "baseline", unit: "" })).toEqual(["measureUnitMissing at unit"]);
    expect(withMeasure({ ...moving, unit: "u".repeat(256), baseline: 1, target: 2 })).toMatchObject([
      { code: "measureUnitTooLong", length: 256 },
    ]);
    expect(withMeasure({ ...moving, baseline: 0.35, target: 0.5 })).toEqual([
      { code: "percentLooksLikeFraction", field: "target", severity: "warning", values: [0.35, 0.5] },
    ]);
    expect(codes({ ...moving, baseline: 0.35, target: 5 })).toEqual([]);
    expect(codes({ kind: "metric", direction: "stayBelow", unit: "%", limit: 0 })).toEqual([]);
    expect(codes({ ...moving, unit: "days", baseline: 0.35, target: 0.5 })).toEqual([]);
  });

  it("[PB13] wants to know what done means and when", () => {
    expect(codes({ kind: "milestone", acceptance: " " })).toEqual([
      "acceptanceMissing at acceptance",
      "dueMissing at due",
    ]);
    const due = day("2026-04-01");
    expect(withMeasure({ kind: "milestone", acceptance: "signed", due })).toMatchObject([
      { code: "dueOutsidePeriod", severity: "warning", due, start: "2026-01-01", end: "2026-03-31" },
    ]);
    expect(codes({ kind: "milestone", acceptance: "signed", due: day("2026-03-31") })).toEqual([]);
  });

  it("[PB14] belongs where its objective belongs", () => {
    expect(found({ ...aKeyResult(1, 99, { owner: lena }) })).toMatchObject([{ code: "objectiveMissing" }]);
    expect(found({ unitKey: unitKey("fr"), cycleKey: cycleKey("2027") }).map(({ code }) => code)).toEqual([
      "unitUnknown",
      "cycleUnknown",
      "unitDiffers",
      "cycleDiffers",
    ]);
  });

  it("[PB15] wants pre-scores that rise in the direction of the measure", () => {
    const preScore = { commit: 94, target: 92, stretch: 97 };
    expect(found({ preScore })).toEqual([
      { code: "preScoreNotMonotone", field: "preScore", severity: "error", steps: [90, 94, 92, 97] },
    ]);
    expect(found({ preScore: { commit: 80, target: 70, stretch: 60 } })).toMatchObject([
      { code: "preScoreAgainstDirection", severity: "error", direction: "up" },
    ]);
    const limit: MeasureDraft = { kind: "metric", direction: "stayAbove", unit: "%", limit: 95 };
    expect(found({ preScore, measure: limit })).toMatchObject([{ code: "preScoreNotApplicable", severity: "warning" }]);
    expect(found({ preScore, measure: { ...moving, baseline: 90 } }).map(({ code }) => code)).toEqual([
      "targetMissing",
    ]);
    expect(found({ preScore: { commit: 92, target: 94, stretch: 97 } })).toEqual([]);
  });

  it("[PB16] keeps weights and scores in their range", () => {
    expect(found({ weight: 101, score: 1.1 })).toEqual([
      { code: "weightOutOfRange", field: "weight", severity: "error", weight: 101 },
      { code: "scoreOutOfRange", field: "score", severity: "error", score: 1.1 },
    ]);
    expect(found({ weight: -1, score: -0.1 })).toHaveLength(2);
    expect(found({ weight: 0, score: 0 })).toEqual([]);
  });
});
