import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import {
  changesBetween,
  mergeInitiatives,
  mergeKeyResults,
  mergeObjectives,
  type Sides,
} from "#shared/domain/merge/records.ts";
import { mergeFields, sameValue, type Choices, type FieldClash, type Side } from "#shared/domain/merge/threeWay.ts";
import { objectiveId, personId, unitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { aKeyResult, anInitiative, anInitiativeOf, anObjective, day, guid, lena } from "#tests/support/okrs.ts";

/** Few values, so that the three versions often agree and often do not. */
const text = fc.constantFrom("a", "b", "c");
const amount = fc.integer({ min: 0, max: 3 });
const person = fc.constantFrom("1", "2").map((id) => ({ id: personId(id), name: `Person ${id}` }));

const measure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({
    kind: fc.constant("metric" as const),
    direction: fc.constantFrom("up" as const, "down" as const),
    unit: text,
    baseline: amount,
    target: amount,
  }),
  fc.record({
    kind: fc.constant("metric" as const),
    direction: fc.constantFrom("stayAbove" as const, "stayBelow" as const),
    unit: text,
    limit: amount,
  }),
  fc.record({
    kind: fc.constant("metric" as const),
    direction: fc.constant("stayBetween" as const),
    unit: text,
    low: amount,
    high: amount,
  }),
  fc.record({ kind: fc.constant("percentage" as const), target: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant("milestone" as const), acceptance: text }),
  fc.record({ kind: fc.constant("baseline" as const), unit: text }),
);

const keyResult: fc.Arbitrary<KeyResult> = fc
  .record(
    {
      title: text,
      measure,
      weight: amount,
      owner: person,
      order: amount,
      objective: amount,
      unit: text,
    },
    { requiredKeys: ["title", "measure", "order", "objective", "unit"] },
  )
  .map(({ objective, unit, ...more }) => aKeyResult(1, objective, { ...more, unitKey: unitKey(unit) }));

const objective: fc.Arbitrary<Objective> = fc
  .record(
    { title: text, why: text, owner: person, order: amount, ambition: fc.constantFrom("committed", "aspirational") },
    { requiredKeys: ["title", "why", "order", "ambition"] },
  )
  .map((more) => anObjective(1, more));

/** One side wherever somebody has to choose. */
const always = (side: Side, clashes: readonly FieldClash[]): Choices =>
  Object.fromEntries(clashes.map(({ field }) => [field, side]));

const sidesOf = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<Sides<T>> => fc.record({ base: one, mine: one, theirs: one });
const flip = <T>({ base, mine, theirs }: Sides<T>): Sides<T> => ({ base, mine: theirs, theirs: mine });

describe("merging any two changes of one key result", () => {
  it("[ME1] without a change by the others keeps mine, and without one of mine keeps theirs", () => {
    fc.assert(
      fc.property(keyResult, keyResult, (base, changed) => {
        expect(mergeKeyResults({ base, mine: changed, theirs: base })).toEqual({ record: changed, clashes: [] });
        expect(mergeKeyResults({ base, mine: base, theirs: changed })).toEqual({ record: changed, clashes: [] });
      }),
    );
  });

  it("[ME2] never asks about what both want", () => {
    fc.assert(
      fc.property(keyResult, keyResult, (base, both) => {
        expect(mergeKeyResults({ base, mine: both, theirs: both })).toEqual({ record: both, clashes: [] });
      }),
    );
  });

  it("[ME3] asks only where all three differ, except inside a measure that cannot be, and shows all three", () => {
    fc.assert(
      fc.property(sidesOf(keyResult), (sides) => {
        for (const { field, base, mine, theirs } of mergeKeyResults(sides).clashes) {
          expect(sameValue(mine, theirs)).toBe(false);
          if (!["title", "weight", "owner", "order", "objectiveId"].includes(field)) continue;
          const values = [sides.base, sides.mine, sides.theirs].map((one) => one[field as keyof KeyResult]);
          expect(values).toEqual([base, mine, theirs]);
          expect(sameValue(base, mine) || sameValue(base, theirs)).toBe(false);
        }
      }),
    );
  });

  it("[ME8] is the same from the other side, where nobody has to choose", () => {
    fc.assert(
      fc.property(sidesOf(keyResult), (sides) => {
        const { record, clashes } = mergeKeyResults(sides);
        const flipped = mergeKeyResults(flip(sides));
        expect(new Set(flipped.clashes.map(({ field }) => field))).toEqual(new Set(clashes.map(({ field }) => field)));
        if (clashes.length === 0) expect(flipped.record).toEqual(record);
      }),
    );
  });

  it("[ME7] with one side chosen everywhere ends, and holds every field that only one side changed", () => {
    fc.assert(
      fc.property(sidesOf(keyResult), fc.constantFrom("mine" as const, "theirs" as const), (sides, side) => {
        const first = mergeKeyResults(sides);
        const second = mergeKeyResults(sides, always(side, first.clashes));
        const { record, clashes } = mergeKeyResults(sides, always(side, [...first.clashes, ...second.clashes]));
        expect(clashes).toEqual([]);
        for (const field of ["title", "weight", "owner", "order"] as const) {
          const { base, mine, theirs } = sides;
          const wanted = sameValue(mine[field], base[field])
            ? theirs[field]
            : sameValue(theirs[field], base[field]) || side === "mine"
              ? mine[field]
              : theirs[field];
          expect(sameValue(record[field], wanted)).toBe(true);
        }
      }),
    );
  });

  it("[ME7] never asks where one side is to be taken", () => {
    fc.assert(
      fc.property(sidesOf(keyResult), fc.constantFrom("mine" as const, "theirs" as const), (sides, side) => {
        const { record, clashes } = mergeKeyResults(sides, {}, side);
        expect(clashes).toEqual([]);
        expect(mergeKeyResults(sides, always(side, mergeKeyResults(sides).clashes)).record.title).toBe(record.title);
      }),
    );
  });

  it("[ME6] leaves every key result in the team of the objective it was moved to", () => {
    fc.assert(
      fc.property(sidesOf(keyResult), (sides) => {
        const { record, clashes } = mergeKeyResults(sides);
        if (clashes.length > 0) return;
        const movers = [sides.mine, sides.theirs].filter(({ objectiveId: to }) => to !== sides.base.objectiveId);
        if (movers.length > 0) {
          const teams = movers.filter(({ objectiveId: to }) => to === record.objectiveId).map((one) => one.unitKey);
          expect(teams).toContain(record.unitKey);
        }
      }),
    );
  });
});

describe("merging two changes of one objective", () => {
  it("[ME1] [ME8] is neutral to no change and the same from both sides", () => {
    fc.assert(
      fc.property(sidesOf(objective), (sides) => {
        const { base, mine } = sides;
        expect(mergeObjectives({ base, mine, theirs: base }).record).toEqual(mine);
        expect(mergeObjectives({ base, mine: base, theirs: mine }).record).toEqual(mine);
        const { record, clashes } = mergeObjectives(sides);
        if (clashes.length === 0) expect(mergeObjectives(flip(sides)).record).toEqual(record);
      }),
    );
  });

  it("[ME2] knows people by who they are, and values whatever the order of their parts", () => {
    expect(sameValue(lena, { ...lena, name: "Lena Krüger-Ott" })).toBe(true);
    expect(sameValue(lena, { ...lena, id: personId("x") })).toBe(false);
    expect(sameValue({ ...lena, id: personId("") }, { id: personId(""), name: "Ada" })).toBe(false);
    expect(sameValue({ commit: 1, target: 2 }, { target: 2, commit: 1 })).toBe(true);
    expect(sameValue([{ a: 1 }], [{ a: 1 }, { a: 2 }])).toBe(false);
  });

  it("[ME1] writes only what is different, and empties what is gone", () => {
    const before = anObjective(1, { owner: lena, why: "Because" });
    const { owner: _owner, ...without } = before;
    expect(changesBetween<Objective>(before, { ...without, title: "New" })).toEqual({ title: "New", owner: undefined });
    fc.assert(
      fc.property(objective, objective, (a, b) => {
        const merged: Objective = { ...a, ...(changesBetween(a, b) as Partial<Objective>) };
        expect(sameValue(merged, b)).toBe(true);
      }),
    );
  });
});

describe("measures", () => {
  const base = aKeyResult(1, 1);
  const with_ = (part: Partial<Extract<Measure, { direction: "up" | "down" }>>): KeyResult => ({
    ...base,
    measure: { kind: "metric", direction: "up", unit: "%", baseline: 90, target: 96, ...part },
  });

  it("[ME4] lets one set the target while another corrects the start", () => {
    const { record, clashes } = mergeKeyResults({ base, mine: with_({ target: 97 }), theirs: with_({ baseline: 88 }) });
    expect(clashes).toEqual([]);
    expect(record).toEqual(with_({ target: 97, baseline: 88 }));
  });

  it("[ME4] takes a missing number from the side that chose the kind", () => {
    const mine: KeyResult = { ...base, measure: { kind: "percentage", target: 100 } };
    const theirs = with_({ direction: "down", target: 80 });
    const asked = mergeKeyResults({ base, mine, theirs });
    expect(asked.clashes.map(({ field }) => field)).toEqual(["target", "measure"]);
    const { record } = mergeKeyResults({ base, mine, theirs }, { measure: "theirs", target: "theirs" });
    expect(record.measure).toEqual({ kind: "metric", direction: "down", unit: "", baseline: 90, target: 80 });
  });

  it("[ME5] asks where two sound changes make a measure that cannot be", () => {
    const mine = with_({ direction: "down", target: 80 });
    const theirs = with_({ baseline: 70 });
    const { record, clashes } = mergeKeyResults({ base, mine, theirs });
    expect(clashes.map(({ field }) => field)).toEqual(["measure", "start", "target"]);
    expect(record).toEqual(theirs);
    expect(mergeKeyResults({ base, mine, theirs }, always("mine", clashes)).record).toEqual(mine);
  });

  it("[ME6] takes team and cycle along to another objective, and asks when both moved it", () => {
    const moved = (n: number, unit: string): KeyResult => ({
      ...base,
      objectiveId: objectiveId(guid("0", n)),
      unitKey: unitKey(unit),
    });
    const followed = { ...base, unitKey: unitKey("ke") };
    expect(mergeKeyResults({ base, mine: moved(2, "pl"), theirs: followed })).toEqual({
      record: moved(2, "pl"),
      clashes: [],
    });
    const asked = mergeKeyResults({ base, mine: moved(2, "pl"), theirs: moved(3, "ke") });
    expect(asked.clashes.map(({ field }) => field)).toEqual(["objectiveId"]);
    const chosen = mergeKeyResults({ base, mine: moved(2, "pl"), theirs: moved(3, "ke") }, { objectiveId: "mine" });
    expect(chosen).toEqual({ record: moved(2, "pl"), clashes: [] });
  });
});

describe("mergeInitiatives", () => {
  const base = anInitiative(1, 1, { owner: lena, due: day("2026-02-20") });

  it("[ME1] [ME2] [ME3] merges field by field, and asks where both changed the same", () => {
    const { due: _due, ...mine } = { ...base, state: "done" } as const;
    const theirs = { ...base, title: "Theirs" };
    const { due: _later, ...merged } = { ...theirs, state: "done" };
    expect(mergeInitiatives({ base, mine, theirs })).toEqual({ record: merged, clashes: [] });
    const asked = mergeInitiatives({ base, mine: { ...base, title: "Mine" }, theirs });
    expect(asked).toEqual({
      record: theirs,
      clashes: [{ field: "title", base: base.title, mine: "Mine", theirs: "Theirs" }],
    });
  });

  it("[ME10] takes objective, team and cycle along to what it serves, and asks when both moved it", () => {
    const whole = anInitiativeOf(1, 2, { owner: lena, due: day("2026-02-20"), unitKey: unitKey("ke") });
    const theirs = { ...base, keyResultId: aKeyResult(2, 1).id };
    expect(mergeInitiatives({ base, mine: whole, theirs: { ...base, title: "Theirs" } })).toEqual({
      record: { ...whole, title: "Theirs" },
      clashes: [],
    });
    const asked = mergeInitiatives({ base, mine: whole, theirs });
    expect([asked.record, asked.clashes.map(({ field }) => field)]).toEqual([theirs, ["serves"]]);
    expect(mergeInitiatives({ base, mine: whole, theirs }, { serves: "mine" })).toEqual({ record: whole, clashes: [] });
  });
});

describe("mergeFields", () => {
  it("[ME7] puts what was chosen on top of theirs", () => {
    const sides = { base: { a: 1, b: 1, c: 1 }, mine: { a: 2, b: 2, c: 1 }, theirs: { a: 3, b: 3, c: 3 } };
    expect(mergeFields(sides, { a: "mine" })).toEqual({
      merged: { a: 2, b: 3, c: 3 },
      clashes: [{ field: "b", base: 1, mine: 2, theirs: 3 }],
    });
    expect(mergeFields(sides, { a: "mine", b: "theirs" })).toEqual({ merged: { a: 2, b: 3, c: 3 }, clashes: [] });
  });
});
