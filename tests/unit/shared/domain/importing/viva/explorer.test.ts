import { describe, expect, it } from "@jest/globals";
import { readCsvSheet } from "#shared/adapters/browser/foreignFiles/csvSheet.ts";
import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import { explorerSheet } from "#shared/domain/importing/viva/explorerSheet.ts";
import { taken, tree, untold } from "./support.ts";

const HEADER =
  'Id,Title,Team,Creator,Owner,Period,Start Date,End Date,Description,"Aligned To (weight, Objective ID)",Metric Name,Unit,Target,Object Type,Goal Type,Start,Created At,Last Check-in,Progress %,Actual Progress,Status,Last Check-in Note,Score,Checkins';

const said = (day: string, note: string, value: string): string =>
  `Checkin Date: ${day}; User: Bo Lind; Note: ${note}; Metric Name: Lamps; Status: Behind; Current Value: ${value}; Activity Date: ${day} 09:00:00 UTC;`;

const fromCsv = (...lines: readonly string[]): ForeignSheet => {
  const read = readCsvSheet("VivaGoals_lumen_all_2026_03_01_1", new TextEncoder().encode(lines.join("\n")));
  const sheet = read.ok && read.value[0] ? explorerSheet(read.value[0]) : undefined;
  if (!sheet) throw new Error("No view of the Explorer");
  return sheet;
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const OBJECTIVE =
  "1,Light for everyone,,Ada Fox,Ada Fox,Q1 2026,2026-01-01,2026-03-31,,,Progress,%,100,Objective,Aspirational Goal,0,2026-01-02 14:36:20 UTC,,40,40,At Risk,,,";

const keyResult = (
  id: string,
  aligned: string,
  more: { target?: string; start?: string; type?: string; rest?: string } = {},
) =>
  `${id},Lamps (outside) in use,,Ada Fox,"Bo Lind, Ada Fox",Q1 2026,2026-01-01,2026-03-31,,${quoted(aligned)},Lamps,,${more.target ?? "50"},${more.type ?? "Key result"},Committed Goal,${more.start ?? "10"},2026-01-03 10:00:00 UTC,,0,0,On Track,,,${more.rest ?? ""}`;

const PARENT = "Light for everyone(weight: 14.29%, Id: 1)";

describe("a view of the Explorer", () => {
  it("[VG5] B1: is read by its headers, without ids and in the older layout too", () => {
    const older = fromCsv(
      "Title,Tag,OKR type,Owner,Period,Aligned To,Progress %,Status,Goal Type",
      "Light for everyone,,Objective,Ada Fox,Q1 2026,,40,At Risk,Aspirational Goal",
      '"Lamps, in use",,Key result,Bo Lind,Q1 2026,"Light for everyone(weight: 50%, Id: 22)",30,On Track,Committed Goal',
    );
    const result = taken(older);
    expect(tree(result)).toEqual(["Light for everyone", "Lamps, in use < Light for everyone"]);
    expect(untold(older, result)).toEqual([]);
    expect(
      explorerSheet({ name: "x", top: 0, left: 0, merged: [], rows: [[{ value: "Title" }, { value: "Owner" }]] }),
    ).toBeUndefined();
  });

  it("[VG5] B2: takes parents apart from the right, several of them, with commas and parentheses in titles", () => {
    const sheet = fromCsv(
      HEADER,
      OBJECTIVE,
      OBJECTIVE.replace("1,Light for everyone", '2,"Streets (all), safe"'),
      keyResult("3", `${PARENT}, Streets (all), safe(weight: 60%, Id: 2)`),
    );
    const { plan, judged } = taken(sheet);
    expect(plan.keyResults[0]?.weight).toBe(14.29);
    expect(judged[2]?.fate).toMatchObject({ remarks: expect.arrayContaining([{ type: "FirstParentOnly" }]) });
  });

  it("[VG5] B3: reads check-ins in columns without a name and several in one cell; notes may hold anything", () => {
    const note = "first; second\nStatus unclear: yes";
    const cells = [said("2026-02-09", note, "25"), said("2026-02-02", "", "1,200") + said("2026-01-20", "begun", "12")];
    const { plan } = taken(
      fromCsv(`${HEADER},,`, `${OBJECTIVE},,`, keyResult("2", PARENT, { rest: cells.map(quoted).join(",") })),
    );
    expect(plan.checkIns.filter(({ value }) => value !== undefined)).toMatchObject([
      { at: "2026-01-20T12:00:00.000Z", value: 12, note: "begun\nStatus: Behind", author: { name: "Bo Lind" } },
      { at: "2026-02-02T12:00:00.000Z", value: 1200, note: "Status: Behind" },
      { at: "2026-02-09T12:00:00.000Z", value: 25, note: `${note}\nStatus: Behind` },
    ]);
  });

  it("[VG5] B4 B6: takes names apart at commas, and both spellings of the ambition", () => {
    const { plan, judged } = taken(
      fromCsv(HEADER, OBJECTIVE.replace("Aspirational", "Committed"), keyResult("2", PARENT)),
    );
    expect(plan.objectives[0]?.ambition).toBe("committed");
    expect(plan.keyResults[0]?.owner?.name).toBe("Bo Lind");
    expect(judged[1]?.fate).toMatchObject({
      remarks: expect.arrayContaining([{ type: "OtherOwners", names: ["Ada Fox"] }]),
    });
  });

  it("[VG2] B5: proposes what unknown types are and takes work for work", () => {
    const sheet = fromCsv(
      HEADER,
      OBJECTIVE.replace(",Objective,", ",Moon,"),
      keyResult("2", PARENT, { type: "Lantern" }),
      keyResult("3", PARENT, { type: "Deliverable" }),
    );
    expect(sheet.kinds?.map(({ word, kind }) => [word, kind])).toEqual([
      ["Moon", "objective"],
      ["Lantern", "keyResult"],
    ]);
    const result = taken(sheet);
    expect([result.plan.objectives.length, result.plan.keyResults.length]).toEqual([1, 1]);
    expect(result.passed.map(({ why }) => why)).toEqual(["Header", "Initiative"]);
  });

  it("[VG5] B7 B8 B9: reads days, line breaks and separators of thousands", () => {
    const row = keyResult("2", PARENT, { target: '"2,500"', start: '"1,000"' }).replace(
      "2026-01-01,2026-03-31,",
      '2026-01-10,2026-03-20,"one\ntwo"',
    );
    const sheet = fromCsv(HEADER, OBJECTIVE, row);
    const { plan } = taken(sheet);
    expect(plan.keyResults[0]?.measure).toMatchObject({ baseline: 1000, target: 2500 });
    expect(plan.checkIns[0]).toMatchObject({ at: "2026-01-03T12:00:00.000Z" });
    expect(plan.checkIns[0]?.note).toContain("one\ntwo");
  });

  it("[VG5] B11: takes an objective whose parent is not in the file, and says so", () => {
    const sheet = fromCsv(
      HEADER,
      OBJECTIVE.replace(",,,Progress", ',,"Gone(weight: 5%, Id: 99)",Progress'),
      keyResult("2", "Gone(weight: 5%, Id: 99)"),
    );
    const { judged } = taken(sheet);
    expect(judged[0]?.fate).toMatchObject({
      type: "taken",
      remarks: expect.arrayContaining([{ type: "ParentLeftOut", parent: "99" }]),
    });
    expect(judged[1]?.fate).toMatchObject({ type: "refused", reason: { type: "NoObjective" } });
  });

  it("[VG5] B12: keeps columns that nobody knows, in their own words", () => {
    const { plan } = taken(fromCsv(`${HEADER},Tags,Office`, `${OBJECTIVE},"night, day",Oslo`));
    expect(plan.objectives[0]?.why).toContain("Tags: night, day\nOffice: Oslo");
  });

  it("[IF8] is the same import after a later export with another name", () => {
    const [first, second] = ["a", "b"].map(() => fromCsv(HEADER, OBJECTIVE, keyResult("2", PARENT)));
    expect(first?.name).toBe("Viva Goals");
    expect(second && taken(second).plan).toEqual(first && taken(first).plan);
  });
});
