import { describe, expect, it } from "@jest/globals";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import { viewOkrs } from "#shared/domain/okr/view.ts";
import { unitStatus, unitsBelow, worstOf } from "#shared/domain/sharing/unitStatus.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day, guid, instant } from "#tests/support/okrs.ts";

const de = unitKey("de");
const frame: Frame = {
  organisation: "Tinycart",
  levels: [],
  units: [aUnit(), aUnit({ key: unitKey("de-north"), name: "North", parentKey: de }), aUnit({ key: unitKey("fr") })],
  partitions: [],
  cycles: [aCycle()],
};
const at = (on: string) => instant(`${on}T09:00:00Z`);
const now = at("2026-02-20");
const ask = (set: Partial<OkrSet>, atMost = 3) =>
  unitStatus({ ...emptyOkrSet, ...set }, frame, {
    cycleKey: cycleKey("2026-q1"),
    unitKeys: new Set([de]),
    now,
    days: 7,
    atMost,
  });
const ids = (facts: readonly { keyResultId: string }[]) => facts.map(({ keyResultId }) => keyResultId);
const kr = (n: number) => guid("1", n);

describe("unitStatus", () => {
  it("[SH1] states the numbers of a sentence", () => {
    const { worst } = ask({
      objectives: [anObjective(1, { title: "Shelves are full" })],
      keyResults: [aKeyResult(1, 1, { title: "Availability" })],
      checkIns: [aCheckIn(1, 1, { at: at("2026-02-08"), value: 91.5, confidence: 7 })],
    });
    const expected = 50 / 89;
    expect(worst).toHaveLength(1);
    expect(worst[0]).toMatchObject({
      keyResultId: kr(1),
      title: "Availability",
      objectiveTitle: "Shelves are full",
      status: "atRisk",
      value: 91.5,
      progress: 0.25,
      from: 90,
      target: 96,
      readingAgeDays: 12,
      confidence: 7,
      movedPoints: 0,
    });
    expect(worst[0]?.expectedValue).toBeCloseTo(90 + 6 * expected, 9);
    expect(worst[0]?.gapPoints).toBeCloseTo(100 * (expected - 0.25), 6);
  });

  it("[SH1] leaves out what a measure has not: no start and target for a threshold", () => {
    const measure = { kind: "metric", direction: "stayAbove", unit: "%", limit: 95 } as const;
    const { worst } = ask({
      objectives: [anObjective(1)],
      keyResults: [aKeyResult(1, 1, { measure })],
      checkIns: [aCheckIn(1, 1, { value: 90 })],
    });
    expect(worst[0]).toMatchObject({ value: 90, gapPoints: 100, measure });
    expect(Object.keys(worst[0] ?? {})).not.toEqual(expect.arrayContaining(["target"]));
  });

  it("[SH2] lists the largest gaps first, ties by id, no more than asked for, and none that is fine", () => {
    const set = {
      objectives: [anObjective(1)],
      keyResults: [1, 2, 3, 4, 5].map((n) => aKeyResult(n, 1)),
      checkIns: [91, 90, 96, 91].map((value, n) => aCheckIn(n + 1, n + 1, { value })),
    };
    expect(ids(ask(set).worst)).toEqual([kr(2), kr(1), kr(4)]);
    expect(ids(ask(set, 2).worst)).toEqual([kr(2), kr(1)]);
  });

  it("[SH2] names what is behind, and nothing that was closed or postponed, whatever its gap", () => {
    const views = viewOkrs(
      {
        ...emptyOkrSet,
        objectives: [anObjective(1), anObjective(2, { stage: "postponed" }), anObjective(3, { stage: "closed" })],
        keyResults: [aKeyResult(1, 1), aKeyResult(2, 2), aKeyResult(3, 3), aKeyResult(4, 1)],
        checkIns: [1, 2, 3, 4].map((n) => aCheckIn(n, n, { value: n === 4 ? 91 : 90 })),
      },
      frame,
      day("2026-02-20"),
    );
    const named = (atMost: number) => worstOf(views, atMost).map(({ keyResult }) => keyResult.id);
    expect(named(9)).toEqual([kr(1), kr(4)]);
    expect(named(1)).toEqual([kr(1)]);
  });

  it("[SH3] compares with what was known then", () => {
    const { moved, progress, progressBefore, tally, tallyBefore, checkInsSince } = ask({
      objectives: [anObjective(1)],
      keyResults: [1, 2, 3, 4].map((n) => aKeyResult(n, 1)),
      checkIns: [
        aCheckIn(1, 1, { at: at("2026-02-01"), value: 93 }),
        aCheckIn(2, 1, { at: at("2026-02-18"), value: 91.5 }),
        aCheckIn(3, 2, { at: at("2026-02-01"), value: 90 }),
        aCheckIn(4, 2, { at: at("2026-02-19"), value: 90.6 }),
        aCheckIn(5, 3, { at: at("2026-02-19"), value: 96 }),
        aCheckIn(6, 4, { at: at("2026-02-13"), value: 92 }),
      ],
    });
    expect(moved.map(({ keyResultId, movedPoints }) => [keyResultId, movedPoints])).toEqual([
      [kr(1), -25],
      [kr(2), 10],
    ]);
    expect([tallyBefore.measured, tally.measured, checkInsSince]).toEqual([3, 4, 3]);
    expect(progressBefore.progress).toBeCloseTo((0.5 + 0 + 1 / 3) / 3, 12);
    expect(progress.progress).toBeCloseTo((0.25 + 0.1 + 1 + 1 / 3) / 4, 12);
    expect(progress).toMatchObject({ measured: 1, total: 1 });
  });

  it("[SH4] counts who has been silent", () => {
    const set = {
      objectives: [anObjective(1), anObjective(2, { stage: "closed" }), anObjective(3, { start: day("2026-02-18") })],
      keyResults: [1, 2, 3].map((n) => aKeyResult(n, 1)).concat(aKeyResult(4, 2), aKeyResult(5, 3)),
      checkIns: [aCheckIn(1, 1, { at: at("2026-02-01") }), aCheckIn(2, 2, { at: at("2026-02-15") })],
    } as const;
    expect(ask(set).silent).toBe(2);
  });

  it("[SH5] counts only what was asked about, and nothing from the future", () => {
    const elsewhere = { unitKey: unitKey("fr") };
    const other = { cycleKey: cycleKey("2027") };
    const { tally, checkInsSince } = ask({
      objectives: [anObjective(1), anObjective(2, elsewhere), anObjective(3, other)],
      keyResults: [aKeyResult(1, 1), aKeyResult(2, 2, elsewhere), aKeyResult(3, 3, other)],
      checkIns: [
        aCheckIn(1, 1, { at: at("2026-02-21") }),
        aCheckIn(2, 2, { ...elsewhere, at: at("2026-02-19") }),
        aCheckIn(3, 3, { ...other, at: at("2026-02-19") }),
      ],
    });
    expect(tally).toMatchObject({ objectives: 1, keyResults: 1, measured: 0 });
    expect(checkInsSince).toBe(0);
  });

  it("[SH5] takes a unit with everything below it, also around a circle", () => {
    expect([...unitsBelow(frame, de)]).toEqual(["de", "de-north"]);
    const circle = [aUnit({ parentKey: unitKey("fr") }), aUnit({ key: unitKey("fr"), parentKey: de })];
    expect([...unitsBelow({ ...frame, units: circle }, de)]).toEqual(["de", "fr"]);
  });
});
