import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { dayOf } from "#shared/domain/day.ts";
import { keyResultId, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import { viewOkrs } from "#shared/domain/okr/view.ts";
import { defaultLevel, summarise } from "#shared/domain/summary/summary.ts";
import { aCheckIn, aKeyResult, anObjective, aUnit, guid } from "#tests/support/okrs.ts";
import { frame, NOW, okrs } from "#tests/support/sheets.ts";

const today = dayOf(NOW);
const summary = summarise(okrs, frame, today, "country");

describe("groups", () => {
  it("[SU1] hold the OKRs of a branch, whatever lies below it, and add up to the total", () => {
    const berlin = aUnit({ key: unitKey("berlin"), name: "Berlin", levelKey: "team", parentKey: unitKey("de") });
    const wide: Frame = {
      ...frame,
      levels: [...frame.levels, { key: "team", name: "Team" }],
      units: [...frame.units, berlin],
    };
    const set: OkrSet = { ...okrs, objectives: [...okrs.objectives, anObjective(4, { unitKey: berlin.key })] };
    const { groups, total } = summarise(set, wide, today, "country");
    expect(groups.map(({ name, tally }) => [name, tally.objectives, tally.keyResults])).toEqual([
      ["Germany", 3, 3],
      ["Kenya", 1, 1],
    ]);
    expect(total.tally).toMatchObject({ objectives: 4, keyResults: 4 });
  });

  it("[SU1] keep what lies above the level under its own name", () => {
    const set: OkrSet = { ...okrs, objectives: [...okrs.objectives, anObjective(9, { unitKey: unitKey("tinycart") })] };
    expect(summarise(set, frame, today, "country").groups.map(({ name }) => name)).toEqual([
      "Tinycart",
      "Germany",
      "Kenya",
    ]);
  });

  it("[SU2] say what is measured and what was expected of the same, and nothing where nothing is", () => {
    const [germany, kenya] = summary.groups;
    const measured = viewOkrs(okrs, frame, today).filter(({ rollUp }) => rollUp.progress !== undefined);
    expect(measured).toHaveLength(1);
    expect(germany).toMatchObject({
      progress: measured[0]?.rollUp.progress,
      expected: measured[0]?.status.expected,
      confidence: 5,
    });
    expect(kenya).toEqual({ name: "Kenya", tally: kenya?.tally });
  });

  it("[SU1] [SU3] lose and double nothing, whatever the tree of units looks like", () => {
    const keys = ["a", "b", "c", "d", "e"];
    const anyUnits = fc.tuple(
      ...keys.map((key) =>
        fc.record({
          key: fc.constant(unitKey(key)),
          name: fc.constant(key.toUpperCase()),
          levelKey: fc.constantFrom("company", "country", "team"),
          parentKey: fc.constantFrom(...keys.map((parent) => unitKey(parent)), unitKey("gone")),
        }),
      ),
    );
    const anyPlaces = fc.array(fc.tuple(fc.constantFrom(...keys, "gone"), fc.nat(3)), { maxLength: 12 });
    const law = fc.property(
      anyUnits,
      anyPlaces,
      fc.constantFrom("company", "country", "team"),
      (units, places, level) => {
        const objectives = places.map(([unit], at) => anObjective(at + 1, { unitKey: unitKey(unit) }));
        const keyResults = places.flatMap(([unit, count], at) =>
          Array.from({ length: count }, (_, n) => aKeyResult(at * 10 + n + 1, at + 1, { unitKey: unitKey(unit) })),
        );
        const set = { ...emptyOkrSet, objectives, keyResults };
        const { groups, total, facts } = summarise(set, { ...frame, units }, today, level);
        const sum = (of: "objectives" | "keyResults"): number => groups.reduce((all, { tally }) => all + tally[of], 0);
        expect([sum("objectives"), sum("keyResults")]).toEqual([objectives.length, keyResults.length]);
        expect([total.tally.objectives, total.tally.keyResults]).toEqual([objectives.length, keyResults.length]);
        expect(facts).toHaveLength(places.reduce((all, [, count]) => all + Math.max(1, count), 0));
      },
    );
    fc.assert(law);
  });
});

describe("facts", () => {
  it("[SU3] are one row for each key result, with the names at every level", () => {
    expect(summary.levels.map(({ name }) => name)).toEqual(["Company", "Country"]);
    expect(summary.facts.find(({ keyResult }) => keyResult === "On-shelf availability")).toEqual({
      path: ["Tinycart", "Germany"],
      unit: "Germany",
      cycle: "Q1 2026",
      objective: "Shelves are full",
      objectiveOwner: "Lena Krüger",
      keyResult: "On-shelf availability",
      owner: "Lena Krüger",
      kind: "metric",
      measureUnit: "%",
      start: 90,
      target: 96,
      value: 92.5,
      progress: expect.closeTo(2.5 / 6),
      expected: expect.closeTo(46 / 89, 1),
      gapPoints: expect.any(Number),
      status: "behind",
      confidence: 6,
      lastCheckIn: "2026-02-03",
    });
  });

  it("[SU3] leave empty what is not measured", () => {
    const fact = summary.facts.find(({ keyResult }) => keyResult === "Stores in Nairobi");
    expect(fact).toMatchObject({ start: 0, target: 100, measureUnit: "%" });
    expect(Object.keys(fact ?? {})).not.toEqual(expect.arrayContaining(["value"]));
    expect(fact?.progress).toBeUndefined();
  });

  it("[SU3] name an objective that has no key results once", () => {
    const set = { ...emptyOkrSet, objectives: [anObjective(1)] };
    expect(summarise(set, frame, today, "country").facts).toMatchObject([{ objective: "Objective 1", keyResult: "" }]);
  });

  it.each([
    [{ kind: "milestone", acceptance: "Printed" }, { measureUnit: "" }],
    [{ kind: "baseline", unit: "days" }, { measureUnit: "days" }],
    [
      { kind: "metric", direction: "stayBelow", unit: "€", limit: 4 },
      { measureUnit: "€", target: 4 },
    ],
    [{ kind: "metric", direction: "stayBetween", unit: "€", low: 2, high: 4 }, { measureUnit: "€" }],
  ] as const)("[SU3] say of %j what it starts from and goes to as far as that is one number", (measure, said) => {
    const set = {
      ...emptyOkrSet,
      objectives: [anObjective(1)],
      keyResults: [
        aKeyResult(1, 1, { measure, id: keyResultId(guid("1", 1)), objectiveId: objectiveId(guid("0", 1)) }),
      ],
      checkIns: [aCheckIn(1, 1, { value: 3 })],
    };
    const { start, target, measureUnit } = summarise(set, frame, today, "country").facts[0] ?? {};
    expect(JSON.parse(JSON.stringify({ start, target, measureUnit }))).toEqual(said);
  });
});

describe("the level to group by", () => {
  it("[SU4] is the highest on which the OKRs fall apart", () => {
    expect(defaultLevel(okrs, frame)?.key).toBe("country");
  });

  it("[SU4] is the lowest they have where they never do", () => {
    const set = { objectives: [anObjective(1, { unitKey: unitKey("tinycart") })] };
    expect(defaultLevel(set, frame)?.key).toBe("company");
    expect(defaultLevel({ objectives: [] }, { ...frame, units: [] })).toBeUndefined();
  });
});
