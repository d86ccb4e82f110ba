import { describe, expect, it } from "@jest/globals";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import { tally, viewOkrs, type ObjectiveView } from "#shared/domain/okr/view.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day, guid, instant } from "#tests/support/okrs.ts";

const today = day("2026-02-14");
const frame: Frame = {
  organisation: "Tinycart",
  levels: [{ key: "country", name: "Country" }],
  units: [aUnit({ key: unitKey("fr"), name: "France" }), aUnit()],
  partitions: [],
  cycles: [aCycle()],
};
const okrs = (more: Partial<OkrSet>): OkrSet => ({ ...emptyOkrSet, ...more });
const at = (on: string) => instant(`${on}T09:00:00Z`);
const only = (views: readonly ObjectiveView[]): ObjectiveView => {
  const [view] = views;
  if (!view || views.length !== 1) throw new Error(`${views.length} objectives`);
  return view;
};
const titles = (views: readonly ObjectiveView[]) => views.map(({ objective }) => objective.title);

describe("viewOkrs", () => {
  it("[VW1] orders by unit as in the frame, then order, title and id", () => {
    const objectives = [
      anObjective(5, { unitKey: unitKey("nowhere"), title: "lost", order: 0 }),
      anObjective(4, { unitKey: unitKey("fr"), title: "A", order: 0 }),
      anObjective(3, { title: "B", order: 2 }),
      anObjective(2, { title: "A", order: 2 }),
      anObjective(1, { title: "C", order: 1 }),
      anObjective(6, { title: "A", order: 2 }),
    ];
    const views = viewOkrs(okrs({ objectives }), frame, today);
    expect(titles(views)).toEqual(["A", "C", "A", "A", "B", "lost"]);
    expect(views.map(({ objective }) => objective.id).slice(2, 4)).toEqual(
      [2, 6].map((n) => objectiveId(guid("0", n))),
    );
  });

  it("[VW1] gives the same whatever the order of what was read", () => {
    const set = okrs({
      objectives: [1, 2, 3].map((n) => anObjective(n, { order: 0 })),
      keyResults: [1, 2, 3, 4].map((n) => aKeyResult(n, (n % 3) + 1, { order: 0 })),
      checkIns: Array.from({ length: 12 }, (_, n) => aCheckIn(n, (n % 4) + 1, { value: 90 + n / 4 })),
    });
    const turned = okrs({
      objectives: set.objectives.toReversed(),
      keyResults: set.keyResults.toReversed(),
      checkIns: set.checkIns.toReversed(),
    });
    expect(viewOkrs(turned, frame, today)).toEqual(viewOkrs(set, frame, today));
  });

  it("brings together what a screen shows of an objective", () => {
    const { value: _none, ...note } = aCheckIn(3, 1, { at: at("2026-02-12"), confidence: 9, note: "waiting" });
    const set = okrs({
      objectives: [anObjective(1)],
      keyResults: [aKeyResult(1, 1, { weight: 75 }), aKeyResult(2, 1), aKeyResult(3, 99)],
      checkIns: [aCheckIn(1, 1, { at: at("2026-02-01"), value: 91.5, confidence: 4 }), note],
    });
    const view = only(viewOkrs(set, frame, today));
    const [first, second] = view.keyResults;
    expect(view.keyResults).toHaveLength(2);
    expect(first).toMatchObject({
      checkIns: [{ note: "waiting" }, { value: 91.5 }],
      latest: { note: "waiting" },
      value: 91.5,
      valueAt: at("2026-02-01"),
      confidence: 9,
      progress: { shown: 0.25, raw: 0.25 },
      weight: 75,
      status: { status: "behind" },
      forecast: { type: "TooFewReadings", have: 1, need: 3 },
    });
    expect(second).toMatchObject({ checkIns: [], weight: 25, status: { status: "notStarted", lateStart: true } });
    expect(second && "progress" in second).toBe(false);
    expect(view).toMatchObject({
      period: { start: "2026-01-01", end: "2026-03-31" },
      rollUp: { progress: 0.25, measured: 1, total: 2 },
      lastCheckInAt: at("2026-02-12"),
      status: { status: "behind" },
    });
  });
});

describe("a view of an objective", () => {
  it("[EX5] compares an objective with what its measured key results are expected to have reached", () => {
    const set = okrs({
      objectives: [anObjective(1)],
      keyResults: [aKeyResult(1, 1, { measure: { kind: "milestone", acceptance: "" } }), aKeyResult(2, 1)],
      checkIns: [aCheckIn(1, 1, { value: 0 })],
    });
    expect(only(viewOkrs(set, frame, today)).status).toMatchObject({ status: "onTrack", expected: 0, gapPoints: 0 });
    const unmeasured = only(viewOkrs(okrs({ objectives: [anObjective(1)] }), frame, today));
    expect(unmeasured.status).toMatchObject({ status: "notStarted", gapPoints: undefined });
    expect(unmeasured.status.expected).toBeCloseTo(44 / 89, 12);
    expect(unmeasured.rollUp).toEqual({ progress: undefined, measured: 0, total: 0 });
  });

  it("[VW3] shows the spread of the latest confidence", () => {
    const said = (n: number, keyResult: number, on: string, confidence: number): CheckIn =>
      aCheckIn(n, keyResult, { at: at(on), confidence });
    const set = okrs({
      objectives: [anObjective(1)],
      keyResults: [1, 2, 3].map((n) => aKeyResult(n, 1)),
      checkIns: [said(1, 1, "2026-01-10", 1), said(2, 1, "2026-02-01", 4), said(3, 2, "2026-02-01", 9)],
    });
    const view = only(viewOkrs(set, frame, today));
    expect(view.confidence).toEqual({ low: 4, mean: 6.5, high: 9 });
    expect("confidence" in (only(viewOkrs({ ...set, checkIns: [] }, frame, today)) as object)).toBe(false);
  });

  it("[CO1] marks a key result whose confidence its numbers do not bear out", () => {
    const set = okrs({
      objectives: [anObjective(1)],
      keyResults: [aKeyResult(1, 1)],
      checkIns: [aCheckIn(1, 1, { value: 90, confidence: 9 })],
    });
    expect(only(viewOkrs(set, frame, today)).keyResults[0]?.contradiction).toMatchObject({ confidence: 9 });
  });

  it("[ST5] hands the stage of an objective down to its key results", () => {
    const set = okrs({
      objectives: [anObjective(1, { stage: "postponed" })],
      keyResults: [aKeyResult(1, 1)],
      checkIns: [aCheckIn(1, 1)],
    });
    expect(only(viewOkrs(set, frame, today)).keyResults[0]?.status.status).toBe("postponed");
  });

  it("[ST3] shows OKRs of a cycle nobody knows as not started, with what was measured", () => {
    const set = okrs({ objectives: [anObjective(1)], keyResults: [aKeyResult(1, 1)], checkIns: [aCheckIn(1, 1)] });
    const view = only(viewOkrs(set, { ...frame, cycles: [] }, today));
    expect(view.keyResults[0]).toMatchObject({ value: 92.5, status: { status: "notStarted" } });
    expect(view.keyResults[0] && "forecast" in view.keyResults[0]).toBe(false);
  });

  it("[VW1] copes with ten thousand objectives", () => {
    const count = 10_000;
    const set = okrs({
      objectives: Array.from({ length: count }, (_, n) => anObjective(n)),
      keyResults: Array.from({ length: count }, (_, n) => aKeyResult(n, n)),
      checkIns: Array.from({ length: count }, (_, n) => aCheckIn(n, n)),
    });
    const views = viewOkrs(set, frame, today);
    expect(tally(views)).toMatchObject({ objectives: count, keyResults: count, measured: count, onTrack: 0 });
  });
});

describe("tally", () => {
  it("[VW2] counts key results by status, objectives beside them, and everything once", () => {
    const set = okrs({
      objectives: [anObjective(1), anObjective(2, { stage: "closed" })],
      keyResults: [1, 2, 3, 4].map((n) => aKeyResult(n, n === 4 ? 2 : 1)),
      checkIns: [aCheckIn(1, 1, { value: 96 }), aCheckIn(2, 2, { value: 90 })],
    });
    expect(tally(viewOkrs(set, frame, today))).toEqual({
      objectives: 2,
      keyResults: 4,
      measured: 2,
      notStarted: 1,
      onTrack: 1,
      behind: 0,
      atRisk: 1,
      closed: 1,
      postponed: 0,
      objectivesBy: { notStarted: 0, onTrack: 1, behind: 0, atRisk: 0, closed: 1, postponed: 0 },
    });
    expect(tally([])).toMatchObject({ objectives: 0, keyResults: 0, measured: 0 });
  });
});
