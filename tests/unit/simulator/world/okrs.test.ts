import { describe, expect, it } from "@jest/globals";
import type { WorldKeyResult, WorldMeasure, WorldObjective } from "#simulator/world/types.ts";
import { keyResultsByKey, known, objectivesByKey, repeated, world } from "./support.ts";

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const numbersOf = (measure: WorldMeasure): readonly number[] =>
  Object.values(measure).filter((value): value is number => typeof value === "number");

const isConsistent = (measure: WorldMeasure): boolean => {
  if (measure.kind !== "metric") return true;
  if ("baseline" in measure) {
    return measure.direction === "up" ? measure.target > measure.baseline : measure.target < measure.baseline;
  }
  return "low" in measure ? measure.low < measure.high : true;
};

const isOrdered = ({ measure, preScore }: WorldKeyResult): boolean => {
  if (preScore === undefined) return true;
  if (measure.kind !== "metric" || !("baseline" in measure) || preScore.target !== measure.target) return false;
  const levels = [measure.baseline, preScore.commit, preScore.target, preScore.stretch];
  const rising = levels.toSorted((one, other) => one - other);
  return JSON.stringify(levels) === JSON.stringify(measure.direction === "up" ? rising : rising.toReversed());
};

describe.each([
  ["retail", "2026-11-22"],
  ["retail", "2027-01-02"],
  ["small", "2026-11-22"],
  ["small", "2028-02-29"],
])("the OKRs of the world %s on %s", (name, today) => {
  const made = world(name, { today });
  const { okrs, groups } = made;
  const objectives = objectivesByKey(made);
  const keyResults = keyResultsByKey(made);
  const units = new Map(okrs.units.map((unit) => [unit.key, unit]));
  const cycles = new Map(okrs.cycles.map((cycle) => [cycle.key, cycle]));
  const members = new Map(groups.map((group) => [group.id, new Set(group.memberIds)]));
  const membersOf = (unitKey: string) => known(members, known(units, unitKey).groupId ?? "");

  it("has no key twice and only keys of GUID shape", () => {
    const keys = [...okrs.objectives, ...okrs.keyResults, ...okrs.checkIns].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !GUID.test(key))).toEqual([]);
  });

  it("lets members of the unit's group own everything", () => {
    const owned = [
      ...okrs.objectives.map(({ ownerId, unitKey }) => ({ ownerId, unitKey })),
      ...okrs.keyResults.map(({ ownerId, objectiveKey }) => ({
        ownerId,
        unitKey: known(objectives, objectiveKey).unitKey,
      })),
    ];
    expect(owned.filter(({ ownerId, unitKey }) => ownerId !== undefined && !membersOf(unitKey).has(ownerId))).toEqual(
      [],
    );
  });

  it("links to parents that exist, higher up the line, in a cycle that contains the child's", () => {
    for (const child of okrs.objectives) {
      for (const key of child.parentKeys) {
        const parent = known(objectives, keyResults.get(key)?.objectiveKey ?? key);
        const [inner, outer] = [known(cycles, child.cycleKey), known(cycles, parent.cycleKey)];
        expect(outer.start <= inner.start && inner.end <= outer.end).toBe(true);
        expect(parent.unitKey !== child.unitKey || parent.cycleKey !== child.cycleKey).toBe(true);
      }
      expect(repeated(child.parentKeys)).toEqual([]);
    }
  });

  it("keeps texts within the limits of a list and leaves no placeholder in them", () => {
    const titles = [...okrs.objectives, ...okrs.keyResults].map(({ title }) => title);
    expect(titles.filter((title) => title.length > 255 || title.trim() === "")).toEqual([]);
    const texts = [...titles, ...okrs.objectives.map(({ why }) => why ?? ""), ...okrs.checkIns.map(({ note }) => note)];
    expect(texts.filter((text) => /[{}[\]|]|undefined|NaN/.test(text))).toEqual([]);
    expect(okrs.checkIns.filter(({ note }) => note === "" || note.length > 1000)).toEqual([]);
  });

  it("repeats a title only where it is passed down or shared", () => {
    const allowed = okrs.duplicates.filter(({ kind }) => kind === "pass-through" || kind === "shared");
    const excused = new Set(
      allowed.flatMap(({ objectiveKeys }) => objectiveKeys.map((key) => known(objectives, key).title)),
    );
    expect(repeated(okrs.objectives.map(({ title }) => title)).filter((title) => !excused.has(title))).toEqual([]);
  });

  it("measures in finite numbers that fit the direction and the bounds of percentages", () => {
    const highest = (measure: WorldMeasure): number =>
      "unit" in measure && measure.unit === "%" ? 100 : Number.MAX_SAFE_INTEGER;
    const impossible = okrs.keyResults.filter(({ measure }) =>
      numbersOf(measure).some((value) => !(value >= 0 && value <= highest(measure))),
    );
    expect(impossible).toEqual([]);
    expect(okrs.keyResults.filter(({ measure }) => !isConsistent(measure))).toEqual([]);
    expect(okrs.keyResults.filter((keyResult) => !isOrdered(keyResult))).toEqual([]);
  });

  it("gives every objective two to five key results whose weights leave something to share, or total 100", () => {
    for (const objective of okrs.objectives) {
      const own = okrs.keyResults.filter(({ objectiveKey }) => objectiveKey === objective.key);
      expect([2, 3, 4, 5]).toContain(own.length);
      const weights = own.flatMap(({ weight }) => weight ?? []);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      expect(weights.length === own.length ? total === 100 : total < 100).toBe(true);
    }
  });

  it("sets dates inside the cycle", () => {
    for (const { measure, objectiveKey } of okrs.keyResults) {
      const cycle = known(cycles, known(objectives, objectiveKey).cycleKey);
      if (measure.kind === "milestone") expect(measure.due >= cycle.start && measure.due <= cycle.end).toBe(true);
    }
    expect(okrs.cycles.filter(({ start, end }) => start <= today && today <= end).map(({ kind }) => kind)).toEqual([
      "annual",
      "quarterly",
    ]);
  });

  it("tells the truth about duplicates in terms that can be checked", () => {
    const branchOf = (unitKey: string): readonly string[] => {
      const { parentKey } = known(units, unitKey);
      return [unitKey, ...(parentKey === undefined ? [] : branchOf(parentKey))];
    };
    const sameTime = (one: WorldObjective, other: WorldObjective): boolean => {
      const [first, second] = [known(cycles, one.cycleKey), known(cycles, other.cycleKey)];
      return first.start <= second.end && second.start <= first.end;
    };
    const beside = (one: WorldObjective, other: WorldObjective): boolean =>
      sameTime(one, other) &&
      !branchOf(one.unitKey).includes(other.unitKey) &&
      !branchOf(other.unitKey).includes(one.unitKey);
    for (const { kind, objectiveKeys } of okrs.duplicates) {
      const involved = objectiveKeys.map((key) => known(objectives, key));
      const [first, second] = involved;
      if (first === undefined || second === undefined) throw new Error("A group of one");
      if (kind === "pass-through") expect(second).toMatchObject({ title: first.title, parentKeys: [first.key] });
      if (kind === "shared") expect(second.why).toContain(known(units, first.unitKey).name);
      if (kind === "parallel") {
        expect(involved.filter((one) => !involved.some((other) => beside(one, other)))).toEqual([]);
      }
      if (kind === "contrary") expect(sameTime(first, second) && first.title !== second.title).toBe(true);
    }
  });
});

describe("the OKRs of the retail world", () => {
  const { okrs } = world("retail");
  const groupsOf = (kind: string): number => okrs.duplicates.filter((duplicate) => duplicate.kind === kind).length;

  it("have the promised volume", () => {
    expect(okrs.objectives.length).toBeGreaterThanOrEqual(380);
    expect(okrs.objectives.length).toBeLessThanOrEqual(430);
    expect(okrs.keyResults.length).toBeGreaterThanOrEqual(1400);
    expect(okrs.keyResults.length).toBeLessThanOrEqual(1600);
  });

  it("hide the promised duplicates", () => {
    expect(groupsOf("parallel")).toBeGreaterThanOrEqual(25);
    expect(groupsOf("contrary")).toBeGreaterThanOrEqual(6);
    expect(groupsOf("pass-through")).toBeGreaterThanOrEqual(4);
    expect(groupsOf("shared")).toBeGreaterThanOrEqual(3);
  });

  it("leave most objectives free of them", () => {
    const parallel = okrs.duplicates
      .filter(({ kind }) => kind === "parallel")
      .flatMap(({ objectiveKeys }) => objectiveKeys);
    expect(new Set(parallel).size).toBeLessThan(okrs.objectives.length * 0.5);
  });

  it("hide some of them across scripts", () => {
    const titles = new Map(okrs.objectives.map(({ key, title }) => [key, title]));
    const foreign = /\p{Script=Arabic}|\p{Script=Han}/u;
    const mixed = okrs.duplicates.filter(({ kind, objectiveKeys }) => {
      const scripts = new Set(objectiveKeys.map((key) => foreign.test(known(titles, key))));
      return kind === "parallel" && scripts.size === 2;
    });
    expect(mixed.length).toBeGreaterThanOrEqual(3);
  });

  it("use every kind of measure and every direction", () => {
    const kinds = new Set(
      okrs.keyResults.map(({ measure }) => ("direction" in measure ? measure.direction : measure.kind)),
    );
    expect([...kinds].toSorted()).toEqual(
      ["baseline", "down", "milestone", "percentage", "stayAbove", "stayBelow", "stayBetween", "up"].toSorted(),
    );
  });

  it("leave a few without an owner or a parent, and give some several parents", () => {
    const share = (count: number): number => count / okrs.objectives.length;
    expect(share(okrs.objectives.filter(({ ownerId }) => ownerId === undefined).length)).toBeLessThan(0.08);
    expect(okrs.objectives.some(({ ownerId }) => ownerId === undefined)).toBe(true);
    expect(share(okrs.objectives.filter(({ parentKeys }) => parentKeys.length === 0).length)).toBeLessThan(0.35);
    expect(okrs.objectives.filter(({ parentKeys }) => parentKeys.length > 1).length).toBeGreaterThan(15);
  });

  it("leave drafts in this quarter and the next, on which nobody has reported", () => {
    const drafts = okrs.objectives.filter(({ stage }) => stage === "draft");
    expect([...new Set(drafts.map(({ cycleKey }) => cycleKey))].toSorted()).toEqual(["2026-Q4", "2027-Q1"]);
    expect(drafts.filter(({ cycleKey }) => cycleKey === "2027-Q1").length).toBeGreaterThan(10);
    expect(okrs.objectives.some(({ cycleKey, stage }) => cycleKey === "2027-Q1" && stage === undefined)).toBe(true);
    const undecided = new Set(drafts.map(({ key }) => key));
    const ofDrafts = new Set(
      okrs.keyResults.filter(({ objectiveKey }) => undecided.has(objectiveKey)).map(({ key }) => key),
    );
    expect(okrs.checkIns.filter(({ keyResultKey }) => ofDrafts.has(keyResultKey))).toEqual([]);
  });

  it("start from a company set of four objectives", () => {
    const company = okrs.objectives.filter(({ unitKey }) => unitKey === "company");
    expect(company).toHaveLength(4);
    expect(company.every(({ ownerId, parentKeys }) => ownerId !== undefined && parentKeys.length === 0)).toBe(true);
  });

  it.each([
    ["ae", /\p{Script=Arabic}/u],
    ["de", /\b(?:der|die|das|und|für|wenn|auf|ohne|Zeit)\b|ü|ä|ö/],
    ["cn", /\p{Script=Han}/u],
  ])("are partly in the language of the country: %s", (country, language) => {
    const own = okrs.objectives.filter(({ unitKey }) => unitKey === country || unitKey.startsWith(`${country}-`));
    const local = own.filter(({ title }) => language.test(title));
    expect(local.length).toBeGreaterThanOrEqual(3);
    expect(local.length).toBeLessThan(own.length);
  });
});
