import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { rejectText, skipText } from "#shared/domain/importing/reasonText.ts";
import type { Cell } from "#shared/domain/importing/table.ts";
import { emptyOkrSet } from "#shared/domain/okr/okrSet.ts";
import { problemContext } from "#shared/domain/problems/context.ts";
import { keyResultProblems } from "#shared/domain/problems/keyResultProblems.ts";
import { anObjective, lena } from "#tests/support/okrs.ts";
import { frame, take, lines, HEADER, objective, keyResult, type Rows } from "./tables.ts";

describe("importTable", () => {
  it("makes objectives, key results and check-ins out of rows", () => {
    const { plan, taken, rejected, skipped } = take([
      [...HEADER, "owner", "start", "target", "unit", "current", "weight", "confidence", "note", "colour"],
      [...objective("O1"), "Lena Krüger"],
      [...keyResult("K1", "O1"), "LENA KRÜGER", "90", "96", "%", "93", "60", "7", "on the way", "green"],
    ]);
    expect({ taken, rejected, skipped }).toEqual({ taken: [2, 3], rejected: [], skipped: [] });
    expect(plan.cycles).toEqual([]);
    expect(plan.objectives).toMatchObject([
      { title: "Objective O1", cycleKey: "2026-q1", unitKey: "all", owner: lena, stage: "active", parents: [] },
    ]);
    expect(plan.keyResults).toMatchObject([
      {
        objectiveId: plan.objectives[0]?.id,
        unitKey: "all",
        measure: { kind: "metric", direction: "up", unit: "%", baseline: 90, target: 96 },
        weight: 60,
      },
    ]);
    expect(plan.checkIns).toMatchObject([
      {
        keyResultId: plan.keyResults[0]?.id,
        value: 93,
        confidence: 7,
        note: "on the way",
        at: "2026-02-20T12:00:00.000Z",
        author: lena,
      },
    ]);
  });

  it("plans nothing that the rules for records refuse", () => {
    const { plan } = take([
      [...HEADER, "owner", "start", "target", "unit"],
      [...objective("O1"), "Lena Krüger"],
      [...keyResult("K1", "O1"), "Lena Krüger", "90", "96", "%"],
      [...keyResult("K2", "O1", "Open 20 shops"), "Lena Krüger"],
    ]);
    const context = problemContext({ ...emptyOkrSet, ...plan }, frame);
    const errors = plan.keyResults
      .flatMap((one) => keyResultProblems(one, context))
      .filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
  });

  it("keeps text that looks like a formula, other scripts and emoji", () => {
    const texts = ["=SUM(A1:A9)", "+49 shops", "-5 % waste", "@home", "خفض الهدر", "👩🏽‍🌾 markets"];
    const { plan } = take([HEADER, ...texts.map((text, n) => objective(`O${n}`, "", text))], {
      existing: { ...emptyOkrSet, objectives: [anObjective(1)] },
    });
    expect(plan.objectives.map(({ title }) => title)).toEqual(texts);
  });
});

describe("identity", () => {
  const rows: Rows = [HEADER, objective("O1"), keyResult("K1", "O1"), objective("", "O1", "Nameless"), keyResult("", "O1", "One"), keyResult("", "O1", "One")]; // prettier-ignore

  it("[IM2] gives the same GUIDs every time, others to another source", () => {
    const [first, again, elsewhere] = [take(rows), take(rows), take(rows, { source: "other.csv" })];
    expect(again.plan).toEqual(first.plan);
    const ids = [...first.plan.objectives, ...first.plan.keyResults].map(({ id }) => id);
    expect(new Set(ids).size).toBe(5);
    expect(elsewhere.plan.objectives[0]?.id).not.toBe(first.plan.objectives[0]?.id);
  });

  it("[IM2] takes a GUID for what it is", () => {
    const guid = "2ED6657D-E927-568B-95E1-2665A8AEA6A2";
    expect(take([HEADER, objective(guid)]).plan.objectives[0]?.id).toBe(guid.toLowerCase());
  });

  it("[IM2] passes over what was imported before, and hangs new rows below it", () => {
    const { plan } = take(rows);
    const existing = { ...emptyOkrSet, objectives: plan.objectives, keyResults: plan.keyResults };
    const second = take([...rows, keyResult("K9", "O1")], { existing });
    expect(lines(second.skipped)).toEqual([2, 3, 4, 5, 6].map((row) => `${row} AlreadyThere`));
    expect(second.plan).toMatchObject({ objectives: [], keyResults: [{ objectiveId: plan.objectives[0]?.id }] });
    const alone = take([HEADER, keyResult("K9", "O1")], { existing });
    expect(alone.plan.keyResults).toEqual([{ ...second.plan.keyResults[0], order: 0 }]);
  });
});

describe("account", () => {
  const cell = fc.constantFrom<Cell>(
    "A",
    "B",
    "C",
    "",
    "objective",
    "kr",
    "heading",
    "x",
    "2026-Q1",
    "OKRs",
    3,
    true,
    undefined,
  );

  it("[IM12] puts every row into exactly one of taken, refused and passed over, with a sentence", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 30 }), (rows) => {
        const { taken, rejected, skipped, plan } = take([[...HEADER, "target", "state"], ...rows]);
        const all = [...taken, ...rejected.map(({ row }) => row), ...skipped.map(({ row }) => row)];
        expect(all.toSorted((a, b) => a - b)).toEqual(rows.map((_, at) => at + 2));
        for (const { reason } of rejected) expect(rejectText(reason)).toMatch(/^\S.{5,}/u);
        for (const { reason } of skipped) expect(skipText(reason)).toMatch(/^The row /u);
        expect(plan.objectives.length + plan.keyResults.length).toBeLessThanOrEqual(taken.length);
      }),
    );
  });

  it("[IM12] hands out only records whose references lead somewhere", () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 30 }), (rows) => {
        const { plan } = take([HEADER, ...rows]);
        const objectives = new Set<string>(plan.objectives.map(({ id }) => id));
        const keyResults = new Set<string>(plan.keyResults.map(({ id }) => id));
        const units = new Set<string>([...frame.units, ...plan.units].map(({ key }) => key));
        expect(plan.keyResults.filter(({ objectiveId }) => !objectives.has(objectiveId))).toEqual([]);
        expect(plan.checkIns.filter(({ keyResultId }) => !keyResults.has(keyResultId))).toEqual([]);
        const parents = plan.objectives.flatMap((one) => one.parents.map(({ id }) => id as string));
        expect(parents.filter((id) => !objectives.has(id) && !keyResults.has(id))).toEqual([]);
        expect(plan.objectives.filter(({ unitKey: unit }) => !units.has(unit))).toEqual([]);
      }),
    );
  });

  it("[IM12] copes with ten thousand rows, in one chain", () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => objective(`O${n}`, n === 0 ? "" : `O${n - 1}`));
    expect(take([HEADER, ...rows.toReversed()]).plan.objectives).toHaveLength(10_000);
  });
});
