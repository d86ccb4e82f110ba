import { describe, expect, it } from "@jest/globals";
import type { Cell } from "#shared/domain/importing/table.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { frame, take, lines, HEADER, objective, keyResult } from "./tables.ts";

describe("columns", () => {
  it("[IM1] finds the header below a title, and lists what was not used", () => {
    const { taken, unusedColumns } = take([["Our plan"], [], [...HEADER, "colour"], objective("O1")]);
    expect(taken).toEqual([4]);
    expect(unusedColumns).toEqual(["colour"]);
  });

  it("[IM1] takes the German word for an aim as the column of targets", () => {
    const { plan, unusedColumns } = take([
      ["Zyklus", "ID", "Eltern", "Art", "Titel", "Start", "Ziel", "Einheit"],
      ["2026-Q1", "O", "", "Objective", "Läden öffnen pünktlich", "", "", ""],
      ["2026-Q1", "K", "O", "Key Result", "Pünktliche Läden", 40, 75, "Läden"],
    ]);
    expect(unusedColumns).toEqual([]);
    expect(plan.keyResults.map(({ measure }) => measure)).toMatchObject([{ baseline: 40, target: 75 }]);
  });

  it("[IM12] refuses a text or a number that a formula could not work out", () => {
    const { rejected } = take([
      [...HEADER, "start", "target"],
      [...objective("A", "", "#REF!"), "", ""],
      [...objective("B"), "", ""],
      [...keyResult("K", "B"), "#DIV/0!", 5],
    ]);
    expect(rejected).toMatchObject([
      { row: 2, reason: { type: "TitleMissing" } },
      { row: 4, reason: { type: "BadCell", column: "start", text: "#DIV/0!", trouble: { type: "NotANumber" } } },
    ]);
  });

  it("[IM1] refuses every row when no column holds the text", () => {
    const { rejected, skipped } = take([["colour", "size"], ["red", 3], []]);
    expect(rejected).toEqual([{ row: 2, reason: { type: "NoTextColumn", headers: ["colour", "size"] } }]);
    expect(lines(skipped)).toEqual(["3 Empty"]);
  });
});

describe("places", () => {
  it("[IM3] finds the unit of an objective", () => {
    const { plan, remarks } = take([
      [...HEADER, "team"],
      [...objective("A"), "Germany"],
      [...objective("B", "A"), ""],
      [...objective("C", "", "Grow [DevRel][Ops]"), ""],
      ["2026-Q1", "H", "", "heading", "Logistics", ""],
      [...objective("D", "H"), ""],
      [...objective("E"), ""],
      [...keyResult("K", "A"), "Elsewhere"],
    ]);
    expect(plan.objectives.map(({ unitKey: unit }) => unit).toSorted()).toEqual([
      "all",
      "de",
      "de",
      "devrel",
      "logistics",
    ]);
    expect(plan.units).toEqual([
      { key: "logistics", name: "Logistics", levelKey: "team", parentKey: "all" },
      { key: "devrel", name: "DevRel", levelKey: "team", parentKey: "all" },
    ]);
    expect(lines(remarks)).toEqual([
      "4 OtherUnits",
      "4 TeamFromTag",
      "5 UnitFromHeading",
      "8 UnitOfObjective",
      "8 TakenAsMilestone",
    ]);
  });

  it("[IM3] makes the root where there is none, and keys for names in any script", () => {
    const { plan } = take([[...HEADER, "team"], [...objective("A"), "الفريق"], objective("B")], {
      frame: { ...frame, units: [] },
    });
    expect(plan.units).toMatchObject([{ key: "company", name: "Tinycart", levelKey: "company" }, { name: "الفريق" }]);
    const alike = take([
      [...HEADER, "team"],
      [...objective("A"), "C++"],
      [...objective("B"), "C#"],
    ]).plan.units;
    expect(alike.map(({ name, key }) => [name, key === "c"])).toEqual([["C++", true], ["C#", false]]); // prettier-ignore
    expect(plan.units[1]?.key).toMatch(/^unit-[0-9a-f]{8}$/u);
  });

  it("[IM4] makes cycles it can date, and refuses those it cannot", () => {
    const at = (cycle: string, id: string): readonly Cell[] => [cycle, id, "", "objective", id];
    const { plan, rejected } = take([HEADER, at("Q1 2026", "A"), at("2026-Q2", "B"), at("FY26", "C"), at("", "D")]);
    expect(plan.cycles.map(({ key }) => key)).toEqual(["2026-q2"]);
    expect(rejected).toEqual([
      { row: 4, reason: { type: "CycleUnknown", text: "FY26" } },
      { row: 5, reason: { type: "CycleMissing" } },
    ]);
    const given = take([HEADER, at("", "D")], { cycleKey: cycleKey("2026-q1") });
    expect(given.plan.objectives).toMatchObject([{ cycleKey: "2026-q1" }]);
  });

  it("[IM4] lets a key result follow its objective into its cycle", () => {
    const { plan, remarks } = take([HEADER, objective("A"), ["2026-Q2", "K", "A", "kr", "Other quarter"]]);
    expect(plan.keyResults).toMatchObject([{ cycleKey: "2026-q1" }]);
    expect(plan.cycles).toEqual([]);
    expect(lines(remarks)).toContain("3 CycleOfObjective");
  });
});
