import { describe, expect, it } from "@jest/globals";
import { initiativeStateOf } from "#shared/domain/initiativeSheet/planTypes.ts";
import type { InitiativeCells } from "#shared/domain/initiativeSheet/fields.ts";
import { changesBetween } from "#shared/domain/merge/records.ts";
import { keyResultId, objectiveId } from "#shared/domain/okr/ids.ts";
import { serialOf } from "#shared/domain/sheet/render.ts";
import { anyInitiative } from "#tests/support/arbitraries.ts";
import {
  codesOfRow,
  initiatives,
  initiativesOf,
  planOfInitiatives,
  pulledInitiatives,
  typedInto,
} from "#tests/support/initiativeSheets.ts";
import { anInitiative, anInitiativeOf, day, guid, lena } from "#tests/support/okrs.ts";
import { fc } from "#tests/support/properties.ts";

const call = guid("3", 1);
const truck = guid("3", 2);
const ask = guid("3", 3);

const plannedWith = (id: string, cells: InitiativeCells) =>
  planOfInitiatives(typedInto({ [id]: cells })).rows.find((row) => row.id === id);

const changed = (id: string, cells: InitiativeCells): unknown => {
  const action = plannedWith(id, cells)?.action;
  return action?.kind === "changeInitiative" ? changesBetween(action.base, action.record) : action;
};

const aNewRow = (cells: InitiativeCells) =>
  planOfInitiatives([...typedInto(), { at: 3, cells }]).rows.find(({ at }) => at === 3);

describe("the plan of a sheet of initiatives", () => {
  it("[IS1] holds them objective by objective, the most urgent of each key result first", () => {
    const shuffled = [initiatives[2], initiatives[1], initiatives[0]].flatMap((one) => one ?? []);
    expect([...initiativesOf(shuffled).rows.keys()]).toEqual([call, truck, ask]);
    expect(pulledInitiatives.rows.get(call)?.cells).toEqual({
      serves: "On-shelf availability",
      title: "Call ten shops",
      state: "Under way",
      owner: lena.name,
      due: serialOf(day("2026-02-20")),
      link: "",
      note: "",
    });
    expect(pulledInitiatives.rows.get(ask)?.cells.serves).toBe("Stores like working with us");
  });

  it("[IS1] plans nothing for a sheet that nobody edited, whatever the initiatives are", () => {
    expect(planOfInitiatives(typedInto()).counts).toMatchObject({ unchanged: 3, changed: 0, problem: 0 });
    fc.assert(
      fc.property(fc.uniqueArray(anyInitiative, { selector: ({ id }) => id, maxLength: 5 }), (records) => {
        const baseline = initiativesOf(records);
        const { counts } = planOfInitiatives(typedInto({}, baseline), { baseline });
        expect(counts).toMatchObject({ unchanged: records.length, changed: 0, new: 0, problem: 0 });
      }),
    );
  });

  it("[IS2] reads each field as it is typed, and changes only those", () => {
    expect(changed(truck, { state: "läuft" })).toEqual({ state: "underWay" });
    expect(changed(truck, { due: "20/3/2026", owner: lena.name })).toEqual({ due: day("2026-03-20"), owner: lena });
    expect(changed(truck, { note: "", link: "planner.example/7" })).toEqual({
      note: "",
      link: "https://planner.example/7",
    });
    expect(changed(call, { due: "", owner: "" })).toEqual({ due: undefined, owner: undefined });
    expect(plannedWith(call, { title: "Call twenty shops", state: "Done" })?.changes).toEqual([
      { field: "title", before: "Call ten shops", after: "Call twenty shops" },
      { field: "state", before: "Under way", after: "Done" },
    ]);
  });

  it("[IS3] goes where what it serves is, key result or objective", () => {
    expect(changed(truck, { serves: "Stores like working with us" })).toEqual({
      objectiveId: objectiveId(guid("0", 2)),
      keyResultId: undefined,
    });
    expect(changed(ask, { serves: "days to refill" })).toEqual({
      objectiveId: objectiveId(guid("0", 1)),
      keyResultId: keyResultId(guid("1", 2)),
    });
    expect(codesOfRow(plannedWith(truck, { serves: "Nothing like that" }))).toEqual(["serves: parentUnknown"]);
    expect(codesOfRow(plannedWith(truck, { serves: "" }))).toEqual(["serves: servesMissing"]);
  });

  it("[IS4] makes an initiative of a new row and of a copied one, the original being the one like what was pulled", () => {
    const made = aNewRow({ title: "Paint the vans", serves: "Days to refill", due: "20 Mar 2026" });
    expect(made?.action).toEqual({
      kind: "createInitiative",
      record: {
        ...anInitiative(0, 2, { title: "Paint the vans", state: "notStarted", due: day("2026-03-20") }),
        id: guid("3", 903),
      },
    });
    expect(codesOfRow(made)).toEqual(["owner: ownerMissing"]);
    const { cells = {} } = typedInto()[0] ?? {};
    const rows = [{ at: 9, cells: { ...cells, title: "Call their bosses" } }, ...typedInto()];
    expect(planOfInitiatives(rows).rows.map((row) => [row.id, initiativeStateOf(row)])).toEqual([
      [guid("3", 909), "new"],
      [call, "unchanged"],
      [truck, "unchanged"],
      [ask, "unchanged"],
    ]);
  });

  it("[IS4] tells what is wrong at its cell, and of the other rows nothing", () => {
    expect(codesOfRow(aNewRow({ title: "Paint the vans" }))).toEqual(["serves: servesMissing"]);
    expect(codesOfRow(aNewRow({ serves: "Days to refill", owner: lena.name }))).toEqual(["title: titleMissing"]);
    const cells = { state: "soon", due: "tomorrow?", owner: "Nobody we know", link: "javascript:alert(1)", title: "" };
    const plan = planOfInitiatives(typedInto({ [call]: cells }));
    expect(codesOfRow(plan.rows[0])).toEqual([
      "state: choiceUnknown",
      "owner: nameUnknown",
      "due: NotADay",
      "title: titleMissing",
      "link: linkUnreadable",
    ]);
    expect(plan.counts).toMatchObject({ problem: 1, unchanged: 2 });
    expect(codesOfRow(plannedWith(call, { due: "2027-01-01" }))).toEqual(["due: dueOutsidePeriod"]);
  });

  it("[IS5] deletes what is marked, in any language, and nothing else", () => {
    expect(plannedWith(call, { change: "löschen" })).toMatchObject({
      marked: true,
      action: { kind: "removeInitiative" },
    });
    expect(codesOfRow(plannedWith(call, { change: "Delete", title: "Other" }))).toEqual(["title: deleteWithEdits"]);
    expect(codesOfRow(aNewRow({ title: "New", change: "Delete" }))).toEqual(["title: deleteNew"]);
    expect(planOfInitiatives(typedInto().slice(1)).counts).toMatchObject({ delete: 0, unchanged: 2 });
  });

  it("[IS6] neither changes nor makes again what is not there any more", () => {
    const rows = new Map([...pulledInitiatives.rows].map(([id, row]) => [id, { ...row, gone: true as const }]));
    const plan = planOfInitiatives(typedInto({ [call]: { title: "Other" } }), {
      baseline: { ...pulledInitiatives, rows, former: [guid("3", 77)] },
    });
    expect(plan.rows.map((row) => [initiativeStateOf(row), codesOfRow(row)])).toEqual([
      ["problem", ["title: removedElsewhere"]],
      ["gone", ["title: removedElsewhere"]],
      ["gone", ["title: removedElsewhere"]],
    ]);
  });

  it("[IS3] shows one whose key result was removed under its objective, and leaves it where it is", () => {
    const baseline = initiativesOf([anInitiative(4, 99), anInitiativeOf(5, 99)]);
    expect([...baseline.rows.values()].map(({ cells }) => cells.serves)).toEqual(["", "Shelves are full"]);
    expect(planOfInitiatives(typedInto({}, baseline), { baseline }).counts).toMatchObject({ unchanged: 2 });
  });
});
