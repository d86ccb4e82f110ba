import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { EDITABLE_FIELDS, sameCell, type Cell, type Cells } from "#shared/domain/sheet/fields.ts";
import { isReady, stateOf } from "#shared/domain/sheet/planTypes.ts";
import { aKeyResult, guid } from "#tests/support/okrs.ts";
import { baseline, codes, editedRows, plan, plannedRow, pulledRows, withRow } from "#tests/support/sheets.ts";

const objective = guid("0", 1);
const availability = guid("1", 1);
const refill = guid("1", 2);
const handbook = guid("1", 3);
const nairobi = guid("1", 4);

const edit = (id: string, cells: Cells) => plannedRow(plan(editedRows(id, cells)), id);
const added = (cells: Cells, rows = pulledRows()) => {
  const last = plan(withRow(cells, rows)).rows.at(-1);
  if (!last) throw new Error("no row");
  return last;
};

describe("the laws of the plan", () => {
  it("[SE7] a sheet that nobody edited asks for nothing", () => {
    expect(plan(pulledRows()).counts).toEqual({
      unchanged: 7,
      problem: 0,
      new: 0,
      changed: 0,
      checkIn: 0,
      delete: 0,
      gone: 0,
    });
    expect(plan(pulledRows()).rows.some(isReady)).toBe(false);
  });

  it("[SE9] any order of the rows gives the same changes", () => {
    const rows = editedRows(availability, { title: "On the shelf", current: 94 });
    const ready = (order: readonly number[]) =>
      plan(order.flatMap((from, at) => (rows[from] ? [{ ...rows[from], at }] : [])))
        .rows.filter(isReady)
        .map(({ id, changes, problems }) => ({ id, changes, problems }));
    const all = rows.map((_, index) => index);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (order) => {
        expect(ready(order)).toEqual(ready(all));
      }),
    );
  });

  it("[SE7] a change says every edited field and nothing else", () => {
    const titles = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => /[a-z]/u.test(text));
    fc.assert(
      fc.property(titles, fc.double({ min: 97, max: 200, noNaN: true }), (title, target) => {
        const row = edit(availability, { title, target });
        const { action } = row;
        if (action?.kind !== "changeKeyResult") throw new Error("no change");
        expect(action.record).toMatchObject({ owner: action.base.owner, order: 1, measure: { target, baseline: 90 } });
        expect(row.changes.map(({ field }) => field).toSorted()).toEqual(["target", "title"]);
      }),
    );
  });

  it("[SE10] a copied row is a new record, whatever was typed into it", () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(fc.string(), fc.double({ noNaN: true }));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...EDITABLE_FIELDS), cell), (cells) => {
        const original = pulledRows().find((row) => row.cells.key === availability);
        const planned = plan(withRow({ ...original?.cells, ...cells, key: availability }));
        expect(planned.rows.filter(({ id }) => id === availability)).toHaveLength(1);
        expect(planned.rows.filter(({ isNew }) => isNew).length).toBeLessThanOrEqual(1);
        expect(planned.rows.length).toBeGreaterThanOrEqual(baseline.rows.size);
      }),
    );
  });
});

describe("edits", () => {
  it("[SE4] spaces, line ends and a lost apostrophe are no edits", () => {
    expect(stateOf(edit(availability, { title: " 'On-shelf availability\r\n" }))).not.toBe("problem");
    expect(stateOf(edit(availability, { title: "'On-shelf availability " }))).toBe("unchanged");
  });

  it("[SE4] a figure that Excel shows in per cent is the same figure", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (thousandths) => {
        const value = thousandths / 1000;
        expect(sameCell({ percent: value / 100 }, value)).toBe(true);
        expect(sameCell(value, { percent: (value + 1) / 100 })).toBe(false);
      }),
    );
    expect(stateOf(edit(availability, { target: { percent: 0.96 }, current: { percent: 0.925 } }))).toBe("unchanged");
  });

  it.each(["=1+1", "+49 stores", "-5 °C", "@home", "مرحبا", "🚀🚀"])("[SE4] keeps %s as text", (title) => {
    expect(edit(availability, { title }).changes).toEqual([
      { field: "title", before: "On-shelf availability", after: title },
    ]);
  });

  it.each<[string, Cell, string, number]>([
    ["45", "45", "en-GB", 45],
    ["45%", "45%", "en-GB", 45],
    ["0.45 in a cell of per cent", { percent: 0.45 }, "en-GB", 45],
    ["a decimal comma", "45,5", "de-DE", 45.5],
    ["a decimal point", "45.5", "en-GB", 45.5],
  ])("[SE8] reads a percentage typed as %s", (_, current, locale, value) => {
    const planned = plan(editedRows(nairobi, { current }), { locale });
    expect(plannedRow(planned, nairobi).checkIn).toMatchObject({ value });
  });

  it("[SE8] takes a day in the order of the workbook and shows a doubt", () => {
    const row = edit(handbook, { due: "03/04/2026" });
    expect(codes(row)).toContain("due: dayDoubtful");
    expect(row.changes).toEqual([{ field: "due", before: "2026-03-15", after: "2026-04-03" }]);
  });

  it("[SE6] a limit stands under Target, and Start has nothing to hold then", () => {
    const row = edit(refill, { measure: "Stay below", start: "", target: 6 });
    expect(row.action).toMatchObject({ record: { measure: { direction: "stayBelow", limit: 6 } } });
    expect(codes(edit(refill, { measure: "Stay below", start: 3 }))).toContain("start: notForMeasure");
  });

  it("[SE6] keeps what has no column", () => {
    expect(edit(handbook, { due: 46_100 }).action).toMatchObject({ record: { measure: { acceptance: "Printed" } } });
  });

  it("[SE13] a check-in holds only what is new, and an emptied cell takes nothing back", () => {
    expect(edit(availability, { note: "Two new trucks" }).checkIn).toEqual({
      keyResultId: availability,
      unitKey: "de",
      cycleKey: "2026-q1",
      note: "Two new trucks",
    });
    expect(codes(edit(availability, { current: "" }))).toEqual(["current: readingStays"]);
  });

  it("[SE7] key results follow their objective to another team, with or without a row", () => {
    const rows = editedRows(objective, { team: "Kenya" }).filter((row) => row.cells.key !== refill);
    const planned = plan(rows.map((row, at) => ({ ...row, at })));
    expect(plannedRow(planned, availability).action).toMatchObject({ record: { unitKey: "ke" } });
    expect(plannedRow(planned, refill)).toMatchObject({ action: { record: { unitKey: "ke" } }, needs: [objective] });
    expect(codes(edit(availability, { team: "Kenya" }))).toEqual(["team: followsObjective"]);
  });
});

describe("new rows", () => {
  it("[SE11] a new key result without a parent belongs to the objective above it", () => {
    const row = added({ type: "Key result", title: "Stores in Mombasa", measure: "Percent done", target: 100 });
    expect(row.action).toMatchObject({ kind: "createKeyResult", record: { objectiveId: guid("0", 3), unitKey: "ke" } });
  });

  it("[SE11] a copied block keeps together", () => {
    const [first, second] = pulledRows();
    const planned = plan(withRow({ ...second?.cells }, withRow({ ...first?.cells })));
    const copies = planned.rows.filter(({ isNew }) => isNew);
    expect(copies[1]?.action).toMatchObject({ record: { objectiveId: copies[0]?.id } });
    expect(copies[1]?.checkIn).toBeUndefined();
  });

  it("[SE12] waits for a parent that has a problem, and everything else goes", () => {
    const rows = withRow(
      { type: "Key result", title: "More", target: 3, start: 1, parent: "New aim" },
      withRow({ type: "Objective", title: "New aim", team: "Nowhere" }),
    );
    const planned = plan(
      rows.map((row) => (row.cells.key === availability ? { ...row, cells: { ...row.cells, title: "T" } } : row)),
    );
    expect(planned.counts).toMatchObject({ problem: 2, changed: 1 });
    expect(planned.rows.slice(-1).flatMap(codes)).toContain("parent: parentHasProblem");
  });

  it.each<[string, Cells, string]>([
    ["no target", { type: "Key result", title: "A", start: 1 }, "target: targetMissing"],
    [
      "a target equal to its start",
      { type: "Key result", title: "A", start: 1, target: 1 },
      "target: targetEqualsStart",
    ],
    [
      "a title of 300 characters",
      { type: "Objective", title: "x".repeat(300), team: "Germany" },
      "title: titleTooLong",
    ],
    ["an unknown owner", { type: "Objective", title: "A", team: "Germany", owner: "Nobody" }, "owner: nameUnknown"],
    [
      "a missing parent",
      { type: "Key result", title: "A", start: 1, target: 2, parent: "No such" },
      "parent: parentUnknown",
    ],
    ["no type", { title: "A" }, "type: typeMissing"],
    ["no team", { type: "Objective", title: "A" }, "team: teamMissing"],
    ["a closed cycle", { type: "Objective", title: "A", team: "Germany", cycle: "Q4 2025" }, "cycle: cycleClosed"],
  ])("[SE12] says at the cell: %s", (_, cells, code) => {
    const row = added(cells);
    expect(codes(row)).toContain(code);
    expect(stateOf(row)).toBe("problem");
  });

  it.each<[string, Cells]>([
    ["team: teamMissing", { type: "Objective", title: "A" }],
    ["team: nameUnknown", { type: "Objective", title: "A", team: "Nowhere" }],
    ["owner: nameUnknown", { type: "Objective", title: "A", team: "Kenya", owner: "X" }],
    ["target: NotANumber", { type: "Key result", title: "A", start: 1, target: "x" }],
    ["start: NotANumber", { type: "Key result", title: "A", start: "x", target: 3 }],
    ["measure: choiceUnknown", { type: "Key result", title: "A", start: 9, target: 3, measure: "x" }],
  ])("[SE12] says one thing about the cell: %s", (problem, cells) => {
    const [field = ""] = problem.split(" ");
    expect(codes(added(cells)).filter((code) => code.startsWith(field))).toEqual([problem]);
  });

  it("[SE12] says first what keeps the row back", () => {
    expect(codes(added({ type: "Key result", title: "A", start: 1 }))).toEqual([
      "target: targetMissing",
      "owner: ownerMissing",
      "unit: measureUnitMissing",
    ]);
  });

  it("[SE12] says nothing that no column can mend", () => {
    expect(codes(added({ type: "Key result", title: "A", measure: "Milestone", due: 46_100 }))).toEqual([
      "owner: ownerMissing",
    ]);
  });

  it("[SE12] finds a circle of parents", () => {
    const rows = pulledRows().map((row) => {
      if (row.cells.key === objective) return { ...row, cells: { ...row.cells, parent: "Kenya grows" } };
      if (row.cells.key === guid("0", 3)) return { ...row, cells: { ...row.cells, parent: "Shelves are full" } };
      return row;
    });
    expect(codes(plannedRow(plan(rows), objective))).toEqual(["parent: parentLoop"]);
  });

  it("[SE5] a shared title is a problem, its label in brackets is not", () => {
    const twice = withRow({ type: "Objective", title: "Kenya grows", team: "Kenya" });
    const rows = (parent: string) => withRow({ type: "Objective", title: "Another", team: "Germany", parent }, twice);
    const last = (parent: string) => plan(rows(parent)).rows.at(-1) ?? plannedRow(plan([]), "");
    expect(codes(last("Kenya grows"))).toContain("parent: nameAmbiguous");
    expect(last(`Kenya grows (#${guid("0", 3).slice(0, 8)})`).action).toBeDefined();
  });

  it("[SE9] empty rows are nothing, foreign keys are new rows, begun ones keep their id", () => {
    expect(plan(withRow({})).rows).toHaveLength(7);
    const row: Cells = { type: "Objective", title: "A", team: "Germany", key: guid("0", 77) };
    expect(added(row)).toMatchObject({ isNew: true, id: guid("0", 901) });
    const begun = plan(withRow(row), { begun: new Set([guid("0", 77)]) });
    expect(begun.rows.at(-1)).toMatchObject({ isNew: true, id: guid("0", 77) });
  });

  it("[SE9] a stored row stays what it was", () => {
    expect(codes(edit(objective, { type: "Key result" }))).toEqual(["type: typeChanged"]);
    expect(codes(edit(objective, { type: "Goal" }))).toEqual(["type: typeUnknown"]);
    expect(stateOf(edit(objective, { type: "" }))).toBe("unchanged");
  });

  it("takes 10,000 pasted rows, good and bad", () => {
    const pasted = Array.from({ length: 10_000 }, (_, n) => ({
      at: 7 + n,
      cells: {
        type: "Key result",
        title: `Pasted ${n}`,
        start: 1,
        target: n % 2 === 0 ? 5 : "",
        parent: "Kenya grows",
      },
    }));
    expect(plan([...pulledRows(), ...pasted]).counts).toMatchObject({ new: 5_000, problem: 5_000, unchanged: 7 });
  });
});

it("fixtures stand for what a store would hold", () => {
  expect(baseline.rows.get(availability)?.record).toMatchObject({
    title: "On-shelf availability",
    measure: aKeyResult(1, 1).measure,
  });
});
