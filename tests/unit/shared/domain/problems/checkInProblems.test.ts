import { describe, expect, it } from "@jest/globals";
import { emptyOkrSet, type Frame } from "#shared/domain/okr/okrSet.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Measure } from "#shared/domain/okr/keyResult.ts";
import { checkInProblems } from "#shared/domain/problems/checkInProblems.ts";
import { problemContext } from "#shared/domain/problems/context.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day, guid, instant } from "#tests/support/okrs.ts";

const now = instant("2026-02-03T12:00:00Z");
const found = (checkIn: CheckIn, measure?: Measure, closed = false) => {
  const frame: Frame = {
    organisation: "Tinycart",
    levels: [],
    units: [aUnit()],
    cycles: [aCycle({ closed })],
    partitions: [],
  };
  const set = {
    ...emptyOkrSet,
    objectives: [anObjective(1, { start: day("2026-01-10") })],
    keyResults: [aKeyResult(1, 1, measure ? { measure } : {})],
  };
  return checkInProblems(checkIn, now, problemContext(set, frame));
};
const codes = (checkIn: CheckIn, measure?: Measure) => found(checkIn, measure).map(({ code }) => code);
const { value: _value, confidence: _confidence, ...silent } = aCheckIn(1, 1);

describe("checkInProblems", () => {
  it("[PB1] finds nothing wrong with a sound check-in", () => {
    expect(found(aCheckIn(1, 1))).toEqual([]);
    expect(found({ ...silent, confidence: 5 })).toEqual([]);
    expect(found({ ...silent, note: "nothing new" })).toEqual([]);
  });

  it("[PB17] wants a key result, and something stated that its measure understands", () => {
    expect(found(aCheckIn(1, 99))).toMatchObject([{ code: "keyResultMissing", field: "keyResultId" }]);
    expect(found({ ...silent, note: "  " })).toEqual([{ code: "nothingStated", field: "value", severity: "error" }]);
    expect(codes(aCheckIn(1, 1, { value: Number.NaN }))).toEqual(["valueNotANumber"]);
    const milestone: Measure = { kind: "milestone", acceptance: "" };
    expect(found(aCheckIn(1, 1, { value: 0.5 }), milestone)).toMatchObject([
      { code: "valueNotDoneOrOpen", value: 0.5 },
    ]);
    expect([0, 1].flatMap((value) => codes(aCheckIn(1, 1, { value }), milestone))).toEqual([]);
  });

  it("[PB18] wonders about values that are probably slips", () => {
    const percent: Measure = { kind: "percentage", target: 100 };
    expect(found(aCheckIn(1, 1, { value: 120 }), percent)).toMatchObject([
      { code: "valueOutsidePercent", severity: "warning", value: 120 },
    ]);
    expect(codes(aCheckIn(1, 1, { value: 0.45 }), percent)).toEqual(["percentLooksLikeFraction"]);
    expect(codes(aCheckIn(1, 1, { value: 0.93 }))).toContain("percentLooksLikeFraction");
    expect(found(aCheckIn(1, 1, { value: 925 }))).toMatchObject([{ code: "valueFarOff", from: 90, to: 96 }]);
    const small: Measure = { kind: "metric", direction: "down", unit: "%", baseline: 1, target: 0.5 };
    expect(codes(aCheckIn(1, 1, { value: 0.7 }), small)).toEqual([]);
    const loss: Measure = { kind: "metric", direction: "down", unit: "%", baseline: 2.1, target: 1 };
    expect([0.95, 0.6].flatMap((value) => codes(aCheckIn(1, 1, { value }), loss))).toEqual([]);
    const limit: Measure = { kind: "metric", direction: "stayAbove", unit: "%", limit: 95 };
    expect(codes(aCheckIn(1, 1, { value: 0.97 }), limit)).toEqual(["percentLooksLikeFraction"]);
    expect([0, 100].flatMap((value) => codes(aCheckIn(1, 1, { value }), percent))).toEqual([]);
  });

  it("[PB19] keeps confidence and note within their limits", () => {
    expect(found(aCheckIn(1, 1, { confidence: 11 }))).toEqual([
      { code: "confidenceOutOfRange", field: "confidence", severity: "error", confidence: 11 },
    ]);
    expect([0, 10].flatMap((confidence) => codes(aCheckIn(1, 1, { confidence })))).toEqual([]);
    expect(found(aCheckIn(1, 1, { note: "n".repeat(64_000) }))).toMatchObject([{ code: "noteTooLong", limit: 63_999 }]);
  });

  it("[PB20] knows when it may have been made", () => {
    expect(found(aCheckIn(1, 1, { at: instant("2026-02-03T12:05:01Z") }))).toMatchObject([{ code: "inFuture", now }]);
    expect(found(aCheckIn(1, 1, { at: instant("2026-02-03T12:05:00Z") }))).toEqual([]);
    expect(found(aCheckIn(1, 1, { at: instant("2026-01-09T12:00:00Z") }))).toMatchObject([
      { code: "beforeStart", severity: "info" },
    ]);
    expect(found(aCheckIn(1, 1), undefined, true)).toMatchObject([{ code: "cycleClosed", name: "Q1 2026" }]);
  });

  it("[PB20] finds a doubled id", () => {
    const frame: Frame = { organisation: "", levels: [], units: [aUnit()], cycles: [aCycle()], partitions: [] };
    const checkIns = [aCheckIn(1, 1), aCheckIn(1, 1)];
    const set = { ...emptyOkrSet, objectives: [anObjective(1)], keyResults: [aKeyResult(1, 1)], checkIns };
    expect(checkInProblems(aCheckIn(1, 1), now, problemContext(set, frame))).toEqual([
      { code: "duplicateId", field: "id", severity: "error", id: guid("2", 1) },
    ]);
  });

  it("[PB21] wants to know where the first figure of a baseline comes from", () => {
    const baseline: Measure = { kind: "baseline", unit: "h" };
    expect(found(aCheckIn(1, 1, { value: 4 }), baseline)).toEqual([
      { code: "sourceMissing", field: "note", severity: "warning" },
    ]);
    expect(found(aCheckIn(1, 1, { value: 4, note: "payroll report" }), baseline)).toEqual([]);
    expect(found({ ...silent, confidence: 3 }, baseline)).toEqual([]);
  });
});
