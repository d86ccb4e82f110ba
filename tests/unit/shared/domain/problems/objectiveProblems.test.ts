import { describe, expect, it } from "@jest/globals";
import { cycleKey, keyResultId, objectiveId, personId, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { problemContext } from "#shared/domain/problems/context.ts";
import { objectiveProblems } from "#shared/domain/problems/objectiveProblems.ts";
import { hasErrors } from "#shared/domain/problems/problem.ts";
import { aCycle, aKeyResult, anObjective, aUnit, day, guid, lena } from "#tests/support/okrs.ts";

const frame: Frame = {
  organisation: "Tinycart",
  levels: [{ key: "country", name: "Country" }],
  units: [aUnit()],
  partitions: [],
  cycles: [aCycle(), aCycle({ key: cycleKey("2025"), name: "2025", closed: true })],
};
/** Nothing wrong with it, as long as it has a key result. */
const sound = (more: Partial<Objective> = {}) => anObjective(1, { owner: lena, ...more });
const found = (objective: Objective, more: Partial<OkrSet> = {}, people?: ReadonlySet<typeof lena.id>) => {
  const set = { ...emptyOkrSet, objectives: [objective], keyResults: [aKeyResult(1, 1)], ...more };
  return objectiveProblems(objective, problemContext(set, frame, people));
};

describe("objectiveProblems", () => {
  it("[PB1] finds nothing wrong with a sound objective", () => {
    expect(found(sound())).toEqual([]);
    expect(hasErrors(found(sound()))).toBe(false);
  });

  it("[PB2] wants a title of at most 255 units", () => {
    expect(found(sound({ title: " \n " }))).toEqual([{ code: "titleMissing", field: "title", severity: "error" }]);
    expect(found(sound({ title: "x".repeat(300) }))).toEqual([
      { code: "titleTooLong", field: "title", severity: "error", length: 300, limit: 255 },
    ]);
    expect(found(sound({ title: ` ${"x".repeat(255)} ` }))).toEqual([]);
    expect(found(sound({ title: "👍".repeat(128) }))).toMatchObject([{ code: "titleTooLong", length: 256 }]);
    expect(found(sound({ title: "=+-@ مرحبا 👍" }))).toEqual([]);
  });

  it("[PB3] tells a missing owner from an unknown one and from one who left", () => {
    const { owner: _none, ...ownerless } = sound();
    expect(found(ownerless)).toEqual([{ code: "ownerMissing", field: "owner", severity: "warning" }]);
    expect(found(sound({ owner: { id: personId(""), name: "Nobody" } }))).toEqual([
      { code: "ownerUnknown", field: "owner", severity: "error", name: "Nobody" },
    ]);
    expect(found(sound(), {}, new Set())).toEqual([
      { code: "ownerGone", field: "owner", severity: "warning", name: lena.name },
    ]);
    expect(found(sound(), {}, new Set([lena.id]))).toEqual([]);
  });

  it("[PB4] wants a unit and an open cycle that exist", () => {
    expect(found(sound({ unitKey: unitKey("xx"), cycleKey: cycleKey("2099") }))).toEqual([
      { code: "unitUnknown", field: "unitKey", severity: "error", unitKey: "xx" },
      { code: "cycleUnknown", field: "cycleKey", severity: "error", cycleKey: "2099" },
    ]);
    expect(found(sound({ cycleKey: cycleKey("2025") }))).toEqual([
      { code: "cycleClosed", field: "cycleKey", severity: "error", cycleKey: "2025", name: "2025" },
    ]);
  });

  it("[PB5] finds an id that a copied row doubled", () => {
    const objectives = [sound(), sound({ title: "copy" })];
    expect(found(sound(), { objectives })).toEqual([
      { code: "duplicateId", field: "id", severity: "error", id: guid("0", 1) },
    ]);
  });

  it("[PB6] wants own dates in order and inside the cycle", () => {
    expect(found(sound({ start: day("2026-03-01"), end: day("2026-02-01") }))).toMatchObject([
      { code: "datesReversed" },
    ]);
    expect(found(sound({ end: day("2025-12-01") }))).toMatchObject([{ code: "datesReversed", end: "2025-12-01" }]);
    expect(found(sound({ start: day("2025-12-31"), end: day("2026-04-01") }))).toEqual([
      { code: "dateOutsideCycle", field: "start", severity: "error", day: "2025-12-31", ...cycleDays },
      { code: "dateOutsideCycle", field: "end", severity: "error", day: "2026-04-01", ...cycleDays },
    ]);
    expect(found(sound({ start: day("2026-01-01"), end: day("2026-03-31") }))).toEqual([]);
  });
  const cycleDays = { cycleStart: "2026-01-01", cycleEnd: "2026-03-31" };

  it("[PB7] finds parents that lead nowhere, and circles with all that is in them", () => {
    const nowhere = { kind: "objective", id: objectiveId(guid("0", 9)) } as const;
    const orphaned = { kind: "keyResult", id: keyResultId(guid("1", 5)) } as const;
    const keyResults = [aKeyResult(1, 1), aKeyResult(5, 77)];
    expect(found(sound({ parents: [nowhere, orphaned] }), { keyResults })).toEqual([
      { code: "parentMissing", field: "parents", severity: "error", parent: nowhere },
      { code: "parentMissing", field: "parents", severity: "error", parent: orphaned },
    ]);
    const own = sound({ parents: [{ kind: "keyResult", id: keyResultId(guid("1", 1)) }] });
    expect(found(own)).toEqual([{ code: "parentLoop", field: "parents", severity: "error", loop: [own.id] }]);
    const other = anObjective(2, { parents: [{ kind: "objective", id: own.id }] });
    const round = sound({ parents: [{ kind: "objective", id: other.id }] });
    expect(found(round, { objectives: [round, other] })).toMatchObject([
      { code: "parentLoop", loop: [round.id, other.id] },
    ]);
  });

  it.each([
    [[60, 60], "weightsOver100", "error", 120],
    [[100.5, undefined], "weightsOver100", "error", 100.5],
    [[30, 30], "weightsNot100", "warning", 60],
  ])("[PB8] weights of %j: %s", (weights, code, severity, sum) => {
    expect(found(sound(), weighing(weights))).toEqual([{ code, field: "weights", severity, sum }]);
  });
  const weighing = (weights: readonly (number | undefined)[]): Partial<OkrSet> => ({
    keyResults: weights.map((weight, n) => aKeyResult(n, 1, weight === undefined ? {} : { weight })),
  });

  it.each([[[50, 50]], [[33.333333, 33.333333, 33.333333]], [[33.3, 33.3, 33.4]], [[30, undefined]], [[undefined]]])(
    "[PB8] weights of %j are fine",
    (weights) => {
      expect(found(sound(), weighing(weights))).toEqual([]);
    },
  );

  it("[PB8] mentions an objective without key results", () => {
    const problems = found(sound(), { keyResults: [] });
    expect(problems).toEqual([{ code: "noKeyResults", field: "keyResults", severity: "info" }]);
    expect(hasErrors(problems)).toBe(false);
  });
});
