import { describe, expect, it } from "@jest/globals";
import { take, lines, HEADER, objective, keyResult } from "./tables.ts";

describe("rows that cannot be taken", () => {
  it("[IM5] says which and why", () => {
    const { taken, rejected, skipped } = take([
      HEADER,
      objective("A"),
      ["2026-Q1", "B", "", "banana", "What is this"],
      objective("C", "", "  "),
      objective("D", "", "x".repeat(300)),
      keyResult("E", "D"),
      objective("A", "", "Another one"),
      objective("A"),
      objective("F", "missing"),
      objective("G", "H"),
      objective("H", "I"),
      objective("I", "G"),
      keyResult("J", "G"),
      keyResult("K", ""),
      [],
    ]);
    expect(taken).toEqual([2]);
    expect(rejected).toEqual([
      { row: 3, reason: { type: "UnknownKind", text: "banana" } },
      { row: 4, reason: { type: "TitleMissing" } },
      { row: 5, reason: { type: "TitleTooLong", length: 300, limit: 255 } },
      { row: 6, reason: { type: "ParentNotTaken", parentRow: 5 } },
      { row: 7, reason: { type: "DuplicateId", id: "A", firstRow: 2 } },
      { row: 9, reason: { type: "ParentMissing", parent: "missing" } },
      { row: 10, reason: { type: "ParentLoop", rows: [10, 11, 12] } },
      { row: 11, reason: { type: "ParentLoop", rows: [10, 11, 12] } },
      { row: 12, reason: { type: "ParentLoop", rows: [10, 11, 12] } },
      { row: 13, reason: { type: "ParentNotTaken", parentRow: 10 } },
      { row: 14, reason: { type: "NoObjective" } },
    ]);
    expect(skipped).toEqual([
      { row: 8, reason: { type: "Repeated", firstRow: 2 } },
      { row: 15, reason: { type: "Empty" } },
    ]);
  });

  it("[IM5] refuses headings below a refused row too", () => {
    const heading = ["2026-Q1", "H", "D", "heading", "Logistics"];
    const { rejected, plan } = take([HEADER, objective("D", "", "x".repeat(300)), heading, objective("A", "H")]);
    expect(lines(rejected)).toEqual(["2 TitleTooLong", "3 ParentNotTaken", "4 ParentNotTaken"]);
    expect(plan.units).toEqual([]);
  });

  it("[IM5] refuses what hangs below a row that a bad cell ruled out", () => {
    const { rejected } = take([
      [...HEADER, "end date"],
      [...objective("A"), "31.02.2026"],
      [...objective("B", "A"), ""],
      [...keyResult("K", "B"), ""],
    ]);
    expect(lines(rejected)).toEqual(["2 BadCell", "3 ParentNotTaken", "4 ParentNotTaken"]);
  });
});

describe("outline", () => {
  it("[IM6] takes a key result with key results of its own for an objective", () => {
    const { plan, remarks } = take([HEADER, objective("A"), keyResult("B", "A"), keyResult("C", "B")]);
    const [a, b] = plan.objectives;
    expect(b).toMatchObject({ title: "Key result B", parents: [{ kind: "objective", id: a?.id }] });
    expect(plan.keyResults).toMatchObject([{ title: "Key result C", objectiveId: b?.id }]);
    expect(lines(remarks)).toEqual(["3 TakenAsObjective", "4 TakenAsMilestone"]);
  });

  it("[IM6] aligns an objective with a key result", () => {
    const { plan } = take([HEADER, objective("A"), keyResult("B", "A"), objective("C", "B")]);
    expect(plan.objectives[1]?.parents).toEqual([{ kind: "keyResult", id: plan.keyResults[0]?.id }]);
  });

  it("[IM6] infers kinds that are not stated", () => {
    const { plan, remarks } = take([
      ["cycle", "id", "parent", "title"],
      ["2026-Q1", "A", "", "Top"],
      ["2026-Q1", "B", "A", "Leaf"],
      ["2026-Q1", "C", "", "Alone"],
    ]);
    expect(plan.objectives.map(({ title }) => title)).toEqual(["Top", "Alone"]);
    expect(plan.keyResults.map(({ title }) => title)).toEqual(["Leaf"]);
    expect(lines(remarks)).toContain("3 KindInferred");
  });

  it("[IM6] passes over titles, cycle names, contents and initiatives; what hangs below them moves up", () => {
    const { plan, skipped } = take([
      HEADER,
      ["2026-Q1", "T", "", "heading", "OKRs 2026 Q1"],
      objective("Q", "T", "Q1 2026"),
      keyResult("L", "T", "OKRs 2026 Q1"),
      keyResult("L1", "L", "[Win shops](#win-shops)"),
      keyResult("L2", "L1", "Not in the list below"),
      objective("A", "Q", "Win shops"),
      keyResult("K", "A", "Open 20 shops"),
      ["2026-Q1", "I", "A", "initiative", "Rent a hall"],
    ]);
    expect(lines(skipped)).toEqual(["2 DocumentTitle", "3 CycleName", "4 DocumentTitle", "5 Contents", "9 Initiative"]);
    expect(plan.objectives).toMatchObject([{ title: "Win shops", parents: [] }]);
    expect(plan.keyResults.map(({ title }) => title).toSorted()).toEqual(["Not in the list below", "Open 20 shops"]);
    expect(plan.units).toEqual([]);
  });

  it("[IM6] keeps a key result that repeats an objective from under another one", () => {
    const { plan } = take([HEADER, objective("A"), keyResult("K", "A", "Win shops"), objective("B", "A", "Win shops")]);
    expect(plan.keyResults.map(({ title }) => title)).toEqual(["Win shops"]);
  });

  it("[IM6] follows the order of rows where no column names a parent, and titles where no id does", () => {
    const byOrder = take([
      ["kind", "title", "cycle"],
      ["KR", "Too early", "2026-Q1"],
      ["Objective", "First", "2026-Q1"],
      ["KR", "Below first", "2026-Q1"],
      ["Objective", "Second", "2026-Q1"],
      ["KR", "Below second", "2026-Q1"],
    ]);
    const [first, second] = byOrder.plan.objectives;
    expect(byOrder.plan.keyResults.map(({ objectiveId }) => objectiveId)).toEqual([first?.id, second?.id]);
    expect(lines(byOrder.rejected)).toEqual(["2 NoObjective"]);
    const byTitle = take([
      ["kind", "title", "cycle", "aligned to"],
      ["Objective", "First", "2026-Q1", ""],
      ["KR", "Below", "2026-Q1", "FIRST"],
      ["Objective", "Other", "2026-Q1", "First(weight: 14.29%, Id: nobody)"],
    ]);
    expect(byTitle.taken).toEqual([2, 3]);
    expect(byTitle.rejected).toMatchObject([{ reason: { type: "ParentMissing", parent: "nobody" } }]);
  });

  it("[IM7] takes strike-through for given up, and priority for order", () => {
    const { plan } = take([
      [...HEADER, "priority"],
      [...objective("A", "", "~~Old dream~~"), ""],
      [...objective("B"), "P2"],
      [...objective("C"), "P0"],
      [...keyResult("K", "B", "~~Dropped~~"), ""],
      [...keyResult("L", "A", "~~Dropped too~~"), ""],
    ]);
    expect(plan.objectives).toMatchObject([
      { title: "Old dream", stage: "postponed", order: 2 },
      { title: "Objective B", stage: "active", order: 1 },
      { title: "Objective C", order: 0 },
    ]);
    const byTitle = new Map(plan.keyResults.map((one) => [one.title, one.weight]));
    expect([byTitle.get("Dropped"), byTitle.get("Dropped too")]).toEqual([0, undefined]);
  });
});
