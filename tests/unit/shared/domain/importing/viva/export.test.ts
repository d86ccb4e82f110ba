import { describe, expect, it } from "@jest/globals";
import { withFractions, withKindWord } from "#shared/domain/importing/foreign/corrections.ts";
import { guessMapping } from "#shared/domain/importing/foreign/guess.ts";
import { vivaSheet } from "#shared/domain/importing/viva/exportSheet.ts";
import { ADA, BO, checkIn, child, item, metric, OKRS, PERIODS, task } from "#tests/fixtures/viva.ts";
import { lena } from "#tests/support/okrs.ts";
import { exported, taken, tree, untold } from "./support.ts";

describe("the export of a whole organisation", () => {
  it("[VG1] A14: keeps objectives below objectives, three levels deep", () => {
    expect(tree(taken(exported(OKRS)))).toEqual(["Big dream 1", "Big dream 2 < Big dream 1", "Number 3 < Big dream 2"]);
  });

  it("[VG1] A2: reads parents from `Parent IDs` alone, several of them too", () => {
    const sheet = exported([
      item(1, "Dream", { Children: [child(3)] }),
      item(2, "Dream", { Children: [child(3)] }),
      item(3, "Dream", { "Parent IDs": [1, 2], Alignment: null, Children: [child(4)] }),
      item(4, "Number", { "Parent IDs": [3], ...metric(0, 5), Alignment: [{ ID: 9, Title: "old", Weight: "10.0%" }] }),
    ]);
    const result = taken(sheet);
    expect(tree(result)).toContain("Dream 3 < Dream 1 < Dream 2");
    expect(result.plan.keyResults[0]?.weight).toBeUndefined();
  });

  it("[VG1] A6: tells tasks from OKRs among the children, and names every one of them", () => {
    const sheet = exported([
      ...OKRS,
      item(5, "Big dream", { Children: [task(93), child(6)] }),
      item(6, "Number", { "Parent IDs": [5], ...metric(0, 1) }),
    ]);
    const result = taken(sheet);
    expect(untold(sheet, result)).toEqual([]);
    const work = result.passed.filter(({ why }) => why === "Initiative").map(({ text }) => text);
    expect(work).toEqual(["Work 4", "Task 91", "Task 92", "Task 93"]);
    expect(tree(result)).toContain("Number 6 < Big dream 5");
  });

  it("[VG1] needs the file with the OKRs, and finds it by what is in it", () => {
    expect(vivaSheet([{ name: "a.json", content: PERIODS }])).toBeUndefined();
    expect(vivaSheet([{ name: "objectives.json", content: "nonsense" }])).toBeUndefined();
    expect(vivaSheet([{ name: "renamed", content: OKRS }])?.rows).toHaveLength(OKRS.length + 3);
  });

  it("[VG2] A1: proposes kinds by structure whatever the organisation calls them, and a person decides", () => {
    const sheet = exported([...OKRS, item(7, "Number", { "Parent IDs": [2], Progress: 30 })]);
    expect(sheet.kinds?.map(({ word, structure, kind, rows }) => [word, structure, kind, rows])).toEqual([
      ["Big dream", "parent", "objective", 2],
      ["Number", "metric", "keyResult", 1],
      ["Work", "tasks", "initiative", 1],
      ["Task", "tasks", "initiative", 2],
      // Leaves with per cent only are what the same word is elsewhere.
      ["Number", "percent", "keyResult", 1],
    ]);
    const mapping = withKindWord(guessMapping(sheet), "Number (percent)", "objective");
    expect(tree(taken(sheet, { mapping }))).toContain("Number 7 < Big dream 2");
    const asked = withKindWord(guessMapping(sheet), "Number (percent)", undefined);
    expect(taken(sheet, { mapping: asked }).judged.at(-1)?.fate).toMatchObject({
      type: "refused",
      reason: { type: "UnknownKind" },
    });
    expect(taken(sheet, { mapping: withKindWord(asked, "Number (percent)", "ignore") }).passed.at(-1)).toMatchObject({
      text: "Number 7",
      why: "Ignored",
    });
  });

  it("[VG3] A3: takes `Progress` as the value of a metric, and as per cent of anything else, beyond 100 too", () => {
    const { plan } = taken(
      exported([
        item(1, "Dream", { Children: [child(2)] }),
        item(2, "Number", { "Parent IDs": [1], ...metric(0, 5_000_000), Progress: 3_200_000 }),
        item(3, "Number", { "Parent IDs": [1], Progress: 45 }),
        item(4, "Number", { "Parent IDs": [1], Progress: 233 }),
      ]),
    );
    expect(plan.keyResults.map(({ measure }) => measure)).toEqual([
      { kind: "metric", direction: "up", unit: "", baseline: 0, target: 5_000_000 },
      { kind: "percentage", target: 100 },
      { kind: "metric", direction: "up", unit: "%", baseline: 0, target: 100 },
    ]);
    expect(plan.checkIns.flatMap(({ value }) => value ?? [])).toEqual([3_200_000, 45, 233]);
  });

  it("[VG3] keeps a limit a limit and lets numbers say whether they rise or fall", () => {
    const { plan } = taken(
      exported([
        item(1, "Dream", { Children: [child(2)] }),
        item(2, "Number", {
          "Parent IDs": [1],
          ...metric(0, 7, { "Target Type": "Stay Below", "Metric Unit": "Dollar" }),
        }),
        item(3, "Number", { "Parent IDs": [1], ...metric(90, 30, { "Target Type": "Reach" }) }),
      ]),
    );
    expect(plan.keyResults.map(({ measure }) => measure)).toEqual([
      { kind: "metric", direction: "stayBelow", unit: "$", limit: 7 },
      { kind: "metric", direction: "down", unit: "", baseline: 90, target: 30 },
    ]);
  });

  it("[VG3] A4: keeps weights as they are, whatever they add up to", () => {
    const aligned = (weight: string) => ({ Alignment: [{ ID: 1, Title: "Dream 1", Weight: weight }] });
    const { plan } = taken(
      exported([
        item(1, "Dream", { Children: [child(2)] }),
        item(2, "Number", { "Parent IDs": [1], ...metric(0, 5), ...aligned("40.0%") }),
        item(3, "Number", { "Parent IDs": [1], ...metric(0, 5), ...aligned("0.0%") }),
      ]),
    );
    expect(plan.keyResults.map(({ weight }) => weight)).toEqual([40, 0]);
  });

  it("[VG3] A5 A9: keeps stored progress and status beside what is computed; a score of 0 is none", () => {
    const { plan } = taken(exported([...OKRS, item(8, "Number", { "Parent IDs": [2], ...metric(0, 9), Score: 0.7 })]));
    expect(plan.objectives[0]?.why).toBe("Progress: 40\nStatus: On Track");
    expect(plan.keyResults.map(({ score }) => score)).toEqual([undefined, 0.7]);
  });

  it("[VG3] A8: asks whether 0.35 is 35 % where every per cent is at most 1", () => {
    const sheet = exported(
      [
        item(1, "Dream", { Children: [child(2)] }),
        item(2, "Number", { "Parent IDs": [1], ...metric(0.35, 0.5, { "Metric Unit": "Percentage" }), Progress: 0.4 }),
        item(3, "Number", { "Parent IDs": [1], ...metric(35, 50, { "Metric Unit": "Percentage" }), Progress: 0.4 }),
      ],
      [checkIn(1, 2, 0.42)],
    );
    expect([...(sheet.fractions ?? [])]).toEqual([2]);
    const readAs = (how: "shares" | "asTheyStand") => {
      const { plan } = taken(sheet, { mapping: withFractions(guessMapping(sheet), how) });
      return [plan.keyResults[0]?.measure, plan.checkIns.find(({ value }) => value !== undefined)?.value];
    };
    expect(readAs("shares")).toMatchObject([{ unit: "%", baseline: 35, target: 50 }, 42]);
    expect(readAs("asTheyStand")).toMatchObject([{ unit: "%", baseline: 0.35, target: 0.5 }, 0.42]);
  });

  it("[VG3] A10 A11: finds cycles by their days, never by the name, and keeps the days of each item", () => {
    const days = { "Start Date": "2026-01-15", "End Date": "2026-03-15" };
    const { plan, judged } = taken(
      exported([
        item(1, "Dream", { Children: [child(9)], ...days }),
        item(2, "Dream", { Children: [child(9)], "Time Period": { ID: 32, Name: "All year" } }),
      ]),
    );
    expect(plan.cycles).toEqual([]);
    expect(plan.objectives[0]).toMatchObject({ cycleKey: "2026-q1", start: "2026-01-15", end: "2026-03-15" });
    // No cycle of those days is known: the words stay, the row goes to the cycle that was chosen.
    expect(judged[1]?.fate).toMatchObject({ kept: [{ column: "cycle", text: "All year (2026-01-01 - 2026-12-31)" }] });
  });

  it("[VG4] A7 A13: takes the plain note or none, never the HTML, and keeps both days", () => {
    const { plan } = taken(
      exported(OKRS, [
        checkIn(11, 3, 22, { "Check In Note": {} }),
        checkIn(12, 3, 25, { "CheckIn Date": "2026-02-09 00:00:00", "Activity Date": "2026-02-11" }),
      ]),
      { people: new Map([["bo lind <bo@lumen.example>", lena]]) },
    );
    expect(plan.checkIns.filter(({ value }) => value !== undefined)).toMatchObject([
      { at: "2026-02-02T12:00:00.000Z", value: 22, note: "Status: On Track", author: lena },
      { at: "2026-02-09T12:00:00.000Z", value: 25, note: "Going well\nStatus: On Track\nActivity Date: 2026-02-11" },
    ]);
    expect(JSON.stringify(plan)).not.toContain("onclick");
  });

  it("[VG4] A12: believes the rows of check-ins and not the field beside the item", () => {
    const { plan } = taken(
      exported(
        [
          ...OKRS.slice(0, 2),
          item(3, "Number", { "Parent IDs": [2], ...metric(10, 50), Progress: 20, "Last Check-in": "2026-03-01" }),
        ],
        [checkIn(11, 3, 20)],
      ),
    );
    expect(plan.checkIns.filter(({ value }) => value !== undefined).map(({ at }) => at.slice(0, 10))).toEqual([
      "2026-02-02",
    ]);
  });

  it("[VG4] names check-ins that have no place, with the reason", () => {
    const sheet = exported(
      [...OKRS, item(9, "Number", metric(0, 4))],
      [checkIn(1, 1, 5), checkIn(2, 9, 1), checkIn(3, 777, 1)],
    );
    const { leftCheckIns } = taken(sheet);
    // What was said when an item was made that is not taken is left out with it.
    expect(leftCheckIns.filter(({ read }) => read.checkIn.note.startsWith("Going")).map(({ why }) => why)).toEqual([
      "OfObjective",
      "OfRowNotTaken",
      "OfNothing",
    ]);
  });

  it("[VG4] keeps comments, whoever wrote them, and asks the directory by the address", () => {
    const comment = { ID: 5, "OKR ID": 3, Comment: "Well done", "Created By": BO, "Created At": "2026-02-03 08:00:00" };
    const { plan } = taken(exported(OKRS, [], [[comment]]));
    expect(plan.checkIns).toContainEqual(
      expect.objectContaining({ note: "Well done", author: { id: "", name: BO.Name } }),
    );
    expect(plan.objectives[0]?.owner?.name).toBe(ADA.Name);
  });

  it("[IF8] doubles nothing when it is exported and imported again", () => {
    const ids = () => taken(exported(OKRS, [checkIn(11, 3, 22)])).plan;
    expect(ids()).toEqual(ids());
  });
});
