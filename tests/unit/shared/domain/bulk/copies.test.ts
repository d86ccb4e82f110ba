import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import type { BulkOperation } from "#shared/domain/bulk/operation.ts";
import { previewBulk, rowsAfter } from "#shared/domain/bulk/planBulk.ts";
import { titleFor } from "#shared/domain/bulk/copies.ts";
import { cycleKey, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { baselineOf } from "#shared/domain/sheet/compose.ts";
import type { Cells } from "#shared/domain/sheet/fields.ts";
import { likeKey } from "#shared/domain/sheet/identity.ts";
import { hasError, type PlannedRow } from "#shared/domain/sheet/planTypes.ts";
import { bulk, bulkSheet, check, checkedAfter, everyRow, wideFrame } from "#tests/support/bulk.ts";
import { aUnit, day, guid } from "#tests/support/okrs.ts";
import { codes, editedRows, english, NOW, okrs, plan, pulledRows, withRow } from "#tests/support/sheets.ts";

const shelves = guid("0", 1);
const availability = guid("1", 1);
const refill = guid("1", 2);
const handbook = guid("1", 3);

/** Every field that has no column, at the places where it can stand. */
const rich: OkrSet = {
  ...okrs,
  objectives: okrs.objectives.map((one) => ({ ...one, why: `Why ${one.title}`, start: day("2026-01-11") })),
  keyResults: okrs.keyResults.map((one): KeyResult => ({
    ...one,
    ...(one.id === availability ? { preScore: { commit: 93, target: 95, stretch: 97 } } : {}),
    score: 0.4,
  })),
};
const based = (set: OkrSet): Baseline =>
  baselineOf(
    set,
    wideFrame,
    () => true,
    { book: "b", pushes: [], scope: { unit: "all", below: true }, pulledAt: NOW, today: day("2026-02-16") },
    english.words,
  );
const baseline = based(rich);
const rows = pulledRows(baseline);
const sheet = bulkSheet(rows, () => false, { baseline });
const at = (id: string): number => rows.findIndex(({ cells }) => cells.key === id);
const only = (...ids: readonly string[]): ReadonlySet<number> => new Set(ids.map(at));

const carry = (keepProgress: boolean): BulkOperation => ({
  kind: "carryOver",
  cycle: cycleKey("2026-q2"),
  keepProgress,
});
const cloneTo = (
  units: readonly string[],
  more: Partial<Extract<BulkOperation, { kind: "clone" }>> = {},
): BulkOperation => ({
  kind: "clone",
  units: units.map(unitKey),
  rename: true,
  parents: "same",
  keepOwner: true,
  ...more,
});

const added = (operation: BulkOperation, chosen = everyRow(sheet)): readonly PlannedRow[] =>
  check(rowsAfter(rows, bulk(operation, { sheet, chosen })), baseline).rows.slice(rows.length);

const recordOf = (row: PlannedRow | undefined) => {
  if (row?.action?.kind !== "createObjective" && row?.action?.kind !== "createKeyResult") throw new Error("not new");
  return row.action.record;
};

describe("carrying over", () => {
  it("[BK8] [SE21] makes every objective and key result again in the other cycle, with every field", () => {
    const rowsAdded = added(carry(true), only(shelves));
    expect(rowsAdded.flatMap(codes)).toEqual(["owner: ownerMissing"]);
    const [objective, ...keyResults] = rowsAdded.map(recordOf);
    const [stored] = rich.objectives;
    expect(objective).toEqual({
      ...stored,
      id: objective?.id,
      cycleKey: "2026-q2",
      start: "2026-04-11",
      order: expect.any(Number),
    });
    const originals = rich.keyResults.filter(({ objectiveId }) => objectiveId === shelves);
    expect(keyResults).toEqual(
      originals.map(({ score: _given, ...one }, index) => ({
        ...one,
        id: keyResults[index]?.id,
        objectiveId: objective?.id,
        cycleKey: "2026-q2",
        order: expect.any(Number),
      })),
    );
  });

  it("[BK8] keeps progress as a first reading, or starts at the current value", () => {
    expect(added(carry(true), only(shelves)).map(({ checkIn }) => checkIn?.value)).toEqual([undefined, 92.5, 7]);
    const anew = added(carry(false), only(shelves));
    expect(anew.map(({ checkIn }) => checkIn)).toEqual([undefined, undefined, undefined]);
    expect(anew.slice(1).map((row) => recordOf(row))).toMatchObject([
      { measure: { baseline: 92.5, target: 96 }, preScore: { commit: 93 } },
      { measure: { baseline: 7, target: 5 } },
    ]);
  });

  it("[BK8] names agreed scores that do not fit the new start", () => {
    const later = bulkSheet(
      rows.map((row) => (row.cells.key === availability ? { ...row, cells: { ...row.cells, current: 94 } } : row)),
      () => false,
      { baseline },
    );
    expect(bulk(carry(false), { sheet: later, chosen: only(shelves) }).skipped).toEqual([
      { at: at(availability), field: "target", reason: "preScoreLeft" },
    ]);
  });

  it("[BK8] moves due days and carries the acceptance of a milestone", () => {
    const [, row] = added(carry(false), only(guid("0", 2)));
    expect(recordOf(row)).toMatchObject({ measure: { kind: "milestone", due: "2026-06-13", acceptance: "Printed" } });
  });

  it("[BK2] [BK8] leaves the old rows as they are, and key results without their objective", () => {
    const planned = bulk(carry(true), { sheet, chosen: only(handbook) });
    expect(planned.additions).toEqual([]);
    expect(planned.skipped).toEqual([{ at: at(handbook), field: "parent", reason: "followsObjective" }]);
    const after = plan(rowsAfter(rows, bulk(carry(true), { sheet })), { frame: wideFrame, baseline });
    expect(after.counts).toEqual({ new: 7, unchanged: 7, changed: 0, checkIn: 0, problem: 0, delete: 0, gone: 0 });
  });

  it("[BK10] an objective and its parent carried over together stay unmistakable", () => {
    const kenya = guid("0", 3);
    const aligned = based({
      ...rich,
      objectives: rich.objectives.map((one) =>
        one.id === shelves ? { ...one, parents: [{ kind: "objective", id: objectiveId(kenya) }] } : one,
      ),
    });
    const before = pulledRows(aligned);
    const planned = bulk(carry(true), { sheet: bulkSheet(before, () => false, { baseline: aligned }) });
    expect(planned.additions[0]?.cells.parent).toBe(`Kenya grows (#${kenya.slice(0, 8)})`);
    expect(check(rowsAfter(before, planned), aligned).counts).toMatchObject({ new: 7, problem: 0 });
  });

  it("[BK12] says where an unsent edit becomes ambiguous by an added row", () => {
    const typed = bulkSheet(editedRows(shelves, { parent: "Kenya grows" }));
    const planned = bulk(carry(true), { sheet: typed, chosen: only(guid("0", 3)) });
    expect(previewBulk(typed, planned, check(typed.input.rows)).problems).toMatchObject([
      { at: at(shelves), problem: { field: "parent", cause: { problem: { code: "nameAmbiguous" } } } },
      { problem: { field: "owner" } },
      { problem: { field: "owner" } },
    ]);
  });

  it("[BK8] a row that is not stored yet is carried over like any other", () => {
    const more = withRow({ type: "Objective", title: "Fresh", team: "Kenya", cycle: "Q1 2026" });
    const later = bulkSheet(more);
    const planned = bulk(carry(false), { sheet: later, chosen: new Set([more.length - 1]) });
    expect(planned.additions).toMatchObject([{ title: "Fresh", cells: { key: "", cycle: "Q2 2026" } }]);
    expect(checkedAfter(planned, more).counts.new).toBe(2);
  });
});

describe("cloning", () => {
  it("[BK9] makes a row for each unit, with its name in the titles and without readings", () => {
    const planned = bulk(cloneTo(["fr", "de", "ke"]), { sheet, chosen: only(guid("0", 3)) });
    expect(planned.additions.map(({ title }) => title)).toEqual([
      "France grows",
      "Stores in Nairobi",
      "Germany grows",
      "Stores in Nairobi",
    ]);
    expect(planned.skipped).toEqual([{ at: at(guid("0", 3)), field: "team", reason: "sameUnit" }]);
    const rowsAdded = added(cloneTo(["fr"]), only(guid("0", 3)));
    expect(rowsAdded.map(recordOf)).toMatchObject([
      { unitKey: "fr", title: "France grows", why: "Why Kenya grows" },
      { unitKey: "fr", objectiveId: recordOf(rowsAdded[0]).id },
    ]);
    expect(rowsAdded.some(({ checkIn }) => checkIn)).toBe(false);
  });

  it("[BK9] aligns clones with the original, if asked, and [BK10] tells it from them", () => {
    const rowsAdded = added(cloneTo(["fr", "ke"], { parents: "original", keepOwner: false }), only(shelves));
    expect(rowsAdded.flatMap(codes).filter((code) => !code.startsWith("owner"))).toEqual([]);
    const objectives = rowsAdded.filter(({ type }) => type === "objective").map(recordOf);
    expect(objectives).toMatchObject([
      { unitKey: "fr", parents: [{ kind: "objective", id: shelves }] },
      { unitKey: "ke", parents: [{ kind: "objective", id: shelves }] },
    ]);
    expect(objectives.every((one) => one.owner === undefined)).toBe(true);
    const keyResults = rowsAdded.filter(({ type }) => type === "keyResult").map(recordOf);
    expect(keyResults.map((one) => "objectiveId" in one && one.objectiveId)).toEqual([
      ...Array.from({ length: 2 }, () => objectives[0]?.id),
      ...Array.from({ length: 2 }, () => objectives[1]?.id),
    ]);
  });

  it("[BK9] fills the placeholder, and takes a name for a name only as whole words", () => {
    const france = aUnit({ key: unitKey("fr"), name: "France" });
    const mali = aUnit({ key: unitKey("ml"), name: "Mali" });
    expect(titleFor("Grow in {unit}: {unit}", france, undefined, false)).toBe("Grow in France: France");
    expect(titleFor("Mali and Somalia, Mali's best", france, mali, true)).toBe("France and Somalia, France's best");
    expect(titleFor("Mali", france, mali, false)).toBe("Mali");
  });

  it("[BK9] one row for each objective and key result of each other unit", () => {
    fc.assert(
      fc.property(fc.subarray(["fr", "de", "ke", "tinycart"]), fc.uniqueArray(fc.nat({ max: 6 })), (units, places) => {
        const chosen = new Set(places);
        const { additions } = bulk(cloneTo(units), { sheet, chosen });
        const objectives = [...sheet.drafts.values()].filter(
          (draft) => draft.type === "objective" && chosen.has(draft.identity.row.at),
        );
        const expected = objectives.flatMap((draft) =>
          units
            .filter((key) => draft.type === "objective" && draft.record.unitKey !== key)
            .map(() => 1 + (sheet.below.get(draft.identity.id)?.length ?? 0)),
        );
        expect(additions).toHaveLength(expected.reduce((sum, one) => sum + one, 0));
      }),
    );
  });

  it("[BK12] says beforehand what a check would say about added rows", () => {
    const done: Cells = { current: 96 };
    const finished = bulkSheet(editedRows(availability, done));
    const planned = bulk(carry(false), { sheet: finished, chosen: only(shelves) });
    const before = plan(finished.input.rows, { frame: wideFrame });
    const { problems } = previewBulk(finished, planned, before);
    expect(problems.filter(({ problem }) => problem.severity === "error")).toMatchObject([
      { at: rows.length + 1, problem: { cause: { problem: { code: "targetEqualsStart" } } } },
    ]);
  });
});

describe("rows made after stored ones", () => {
  it("[SE21] a copied row brings along what has no column", () => {
    const original = rows[at(handbook)];
    const planned = plan(withRow({ ...original?.cells, title: "Handbook in French" }, rows), {
      frame: wideFrame,
      baseline,
    });
    expect(recordOf(planned.rows.at(-1))).toMatchObject({ measure: { kind: "milestone", acceptance: "Printed" } });
  });

  it("[SE21] scores that no longer fit stay behind, and a foreign key brings nothing", () => {
    const original = rows[at(availability)]?.cells;
    const made = (cells: Cells) =>
      recordOf(
        plan(withRow({ ...original, key: likeKey(availability), ...cells }, rows), {
          frame: wideFrame,
          baseline,
        }).rows.at(-1),
      );
    expect(made({})).toMatchObject({ preScore: { commit: 93, target: 95, stretch: 97 } });
    expect("preScore" in made({ start: 94 })).toBe(false);
    expect("preScore" in made({ key: likeKey(guid("1", 77)) })).toBe(false);
    expect("score" in made({})).toBe(false);
  });

  it("[SE21] a row whose measure was emptied is unfinished, whatever the original says", () => {
    const original = rows[at(refill)]?.cells;
    const planned = plan(withRow({ ...original, key: likeKey(refill), target: "" }, rows), {
      frame: wideFrame,
      baseline,
    });
    expect(hasError(planned.rows.at(-1) as PlannedRow)).toBe(true);
  });
});
