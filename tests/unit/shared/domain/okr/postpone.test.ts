import { describe, expect, it } from "@jest/globals";
import { checkInId, cycleKey, keyResultId, objectiveId } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import { postpone, type Postponing } from "#shared/domain/okr/postpone.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, day, guid, instant, lena } from "#tests/support/okrs.ts";

const from = aCycle();
const to = aCycle({ key: cycleKey("2026-q2"), name: "Q2 2026", start: day("2026-04-01"), end: day("2026-06-30") });
const full: KeyResult = aKeyResult(1, 1, {
  owner: lena,
  preScore: { commit: 92, target: 94, stretch: 97 },
  weight: 40,
  score: 0.3,
});

const asked = (more: Partial<Postponing> = {}): Postponing => {
  const numbers = { objective: 500, keyResult: 500, checkIn: 500 };
  return {
    objective: anObjective(1, { start: day("2026-01-15"), end: day("2026-03-31"), owner: lena, why: "because" }),
    keyResults: [full],
    checkIns: [aCheckIn(1, 1, { value: 93 })],
    from,
    to,
    keepProgress: false,
    newIds: {
      objective: () => objectiveId(guid("0", (numbers.objective += 1))),
      keyResult: () => keyResultId(guid("1", (numbers.keyResult += 1))),
      checkIn: () => checkInId(guid("2", (numbers.checkIn += 1))),
    },
    now: instant("2026-04-02T08:00:00Z"),
    author: lena,
    ...more,
  };
};

describe("postpone", () => {
  it("[PO1] takes every field along except scores, and marks the old one", () => {
    const question = asked();
    const { before, objective, keyResults, checkIns } = postpone(question);
    const { score: _score, ...kept } = full;
    expect(before).toEqual({ ...question.objective, stage: "postponed" });
    expect(objective).toEqual({
      ...question.objective,
      id: objectiveId(guid("0", 501)),
      cycleKey: to.key,
      start: "2026-04-15",
      end: "2026-06-29",
    });
    expect(keyResults).toEqual([
      {
        ...kept,
        id: keyResultId(guid("1", 501)),
        objectiveId: objective.id,
        cycleKey: to.key,
        measure: { kind: "metric", direction: "up", unit: "%", baseline: 93, target: 96 },
      },
    ]);
    expect(checkIns).toEqual([]);
  });

  it("[PO2] keeps the progress on request, as a first reading", () => {
    const { keyResults, checkIns } = postpone(asked({ keepProgress: true }));
    expect(keyResults[0]?.measure).toEqual(full.measure);
    expect(checkIns).toMatchObject([{ keyResultId: keyResults[0]?.id, cycleKey: to.key, value: 93, author: lena }]);
  });

  it("[PO2] lets per cent start again, and an unmeasured metric where it was", () => {
    const percent = aKeyResult(2, 1, { measure: { kind: "percentage", target: 100 } });
    const { keyResults, checkIns } = postpone(
      asked({ keyResults: [percent, aKeyResult(3, 1)], checkIns: [aCheckIn(1, 2)] }),
    );
    expect(keyResults.map(({ measure }) => measure)).toEqual([percent.measure, full.measure]);
    expect(checkIns).toEqual([]);
  });

  it("[PO3] moves due days with the cycle, and not out of it", () => {
    const due = (on: string) =>
      aKeyResult(4, 1, { measure: { kind: "milestone", acceptance: "signed", due: day(on) } });
    const { keyResults } = postpone(asked({ keyResults: [due("2026-02-10"), due("2026-09-01"), due("2025-12-01")] }));
    expect(keyResults.map(({ measure }) => measure)).toMatchObject([
      { due: "2026-05-11", acceptance: "signed" },
      { due: "2026-06-30" },
      { due: "2026-04-01" },
    ]);
  });
});
