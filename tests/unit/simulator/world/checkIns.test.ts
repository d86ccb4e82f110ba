import { describe, expect, it } from "@jest/globals";
import type { WorldCheckIn } from "#simulator/world/types.ts";
import { keyResultsByKey, known, objectivesByKey, untoldWorld, world, type ToldWorld } from "./support.ts";

const byKeyResult = ({ okrs }: ToldWorld): ReadonlyMap<string, readonly WorldCheckIn[]> => {
  const histories = new Map<string, WorldCheckIn[]>();
  for (const checkIn of okrs.checkIns) {
    const history = histories.get(checkIn.keyResultKey);
    if (history === undefined) histories.set(checkIn.keyResultKey, [checkIn]);
    else history.push(checkIn);
  }
  return histories;
};

describe.each([
  ["retail", "2026-11-22"],
  ["retail", "2027-01-02"],
  ["small", "2026-07-01"],
])("the check-ins of the world %s on %s", (name, today) => {
  const made = world(name, { today });
  const objectives = objectivesByKey(made);
  const keyResults = keyResultsByKey(made);
  const cycles = new Map(made.okrs.cycles.map((cycle) => [cycle.key, cycle]));
  const units = new Map(made.okrs.units.map((unit) => [unit.key, unit]));
  const members = new Map(made.groups.map(({ id, memberIds }) => [id, new Set(memberIds)]));

  it("lie inside their cycle, before today, in order of time", () => {
    for (const [key, history] of byKeyResult(made)) {
      const cycle = known(cycles, known(objectives, known(keyResults, key).objectiveKey).cycleKey);
      const days = history.map(({ at }) => at.slice(0, 10));
      expect(days.every((day) => day >= cycle.start && day <= cycle.end && day < today)).toBe(true);
      expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).toSorted());
      expect(new Set(days).size).toBe(days.length);
    }
  });

  it("are written by members of the unit's group", () => {
    const strangers = made.okrs.checkIns.filter(({ authorId, keyResultKey }) => {
      const { unitKey } = known(objectives, known(keyResults, keyResultKey).objectiveKey);
      return !known(members, known(units, unitKey).groupId ?? "").has(authorId);
    });
    expect(strangers).toEqual([]);
  });

  it("carry values within the bounds of their measure", () => {
    const impossible = made.okrs.checkIns.filter(({ value, keyResultKey }) => {
      const { measure } = known(keyResults, keyResultKey);
      const isShare = measure.kind === "percentage" || ("unit" in measure && measure.unit === "%");
      const highest = measure.kind === "milestone" ? 1 : isShare ? 100 : Number.MAX_SAFE_INTEGER;
      return value !== undefined && !(value >= 0 && value <= highest);
    });
    expect(impossible).toEqual([]);
  });

  it("never write a share as a fraction where it moves by many per cent", () => {
    const fractions = made.okrs.checkIns.filter(({ value = 0, keyResultKey }) => {
      const { measure } = known(keyResults, keyResultKey);
      const way = measure.kind === "percentage" ? measure.target : "target" in measure ? measure.target : 0;
      const isShare = measure.kind === "percentage" || ("unit" in measure && measure.unit === "%");
      return isShare && way > 1 && value > 0 && value < 1;
    });
    expect(fractions).toEqual([]);
  });

  it("state confidence in whole numbers from 0 to 10", () => {
    const stated = new Set(made.okrs.checkIns.flatMap(({ confidence }) => confidence ?? []));
    expect(
      [...stated].filter((confidence) => !Number.isInteger(confidence) || confidence < 0 || confidence > 10),
    ).toEqual([]);
    expect(stated.size).toBeGreaterThan(8);
  });
});

it("are the same however often and however far they are read", () => {
  const { checkIns } = untoldWorld("small").okrs;
  const [first] = checkIns;
  const all = [...checkIns];
  expect(all[0]).toEqual(first);
  expect([...checkIns]).toEqual(all);
});

describe("the check-ins of the retail world", () => {
  const made = world("retail");
  const keyResults = keyResultsByKey(made);
  const histories = byKeyResult(made);

  /** Share of the way at a check-in, for key results that have one. */
  const progressOf = ({ keyResultKey, value }: WorldCheckIn): number | undefined => {
    const { measure } = known(keyResults, keyResultKey);
    return measure.kind === "metric" && "baseline" in measure && value !== undefined
      ? (value - measure.baseline) / (measure.target - measure.baseline)
      : undefined;
  };
  const lastOf = (history: readonly WorldCheckIn[]): WorldCheckIn => {
    const last = history.at(-1);
    if (last === undefined) throw new Error("An empty history");
    return last;
  };
  const endsOfPreviousQuarter = [...histories.values()]
    .map(lastOf)
    .filter(({ at }) => at >= "2026-09-24" && at < "2026-10-01");

  it.each(["2026-11-22", "2027-05-15", "2027-08-20"])("number 9,000 to 13,000 in the course of a year: %s", (today) => {
    const { length } = world("retail", { today }).okrs.checkIns;
    expect(length).toBeGreaterThanOrEqual(9000);
    expect(length).toBeLessThanOrEqual(13_000);
  });

  it("show how the previous quarter ended", () => {
    expect(endsOfPreviousQuarter.length).toBeGreaterThan(250);
    const ends = endsOfPreviousQuarter.flatMap((checkIn) => progressOf(checkIn) ?? []);
    expect(ends.filter((progress) => progress >= 0.95).length).toBeGreaterThan(30);
    expect(ends.filter((progress) => progress < 0.7).length).toBeGreaterThan(30);
  });

  it("know people who are sure of themselves while far behind", () => {
    const halfway = made.okrs.checkIns.filter(({ at, confidence }) => at >= "2026-11-09" && (confidence ?? 0) >= 8);
    const behind = halfway.filter((checkIn) => (progressOf(checkIn) ?? 1) < 0.2);
    expect(behind.length).toBeGreaterThan(10);
  });

  it("know targets that were never in doubt", () => {
    const sandbagged = [...histories.values()].filter((history) => {
      const sure = history.every(({ confidence }) => (confidence ?? 10) >= 9);
      return history.length > 4 && sure && (progressOf(lastOf(history)) ?? 0) >= 0.97;
    });
    expect(sandbagged.length).toBeGreaterThan(15);
  });

  it("are missing for some key results, and long ago for others", () => {
    const live = made.okrs.objectives.filter(({ cycleKey }) => cycleKey === "2026" || cycleKey === "2026-Q4");
    const keys = new Set(live.map(({ key }) => key));
    const own = made.okrs.keyResults.filter(({ objectiveKey }) => keys.has(objectiveKey)).map(({ key }) => key);
    expect(own.filter((key) => !histories.has(key)).length).toBeGreaterThan(20);
    expect(
      own.filter((key) => histories.has(key) && lastOf(histories.get(key) ?? []).at < "2026-10-25").length,
    ).toBeGreaterThan(10);
  });

  it("seldom say the same", () => {
    const notes = made.okrs.checkIns.map(({ note }) => note);
    expect(new Set(notes).size).toBeGreaterThan(notes.length * 0.3);
  });

  it("are partly in the languages of their authors", () => {
    const notes = made.okrs.checkIns.map(({ note }) => note);
    expect(notes.filter((note) => /\p{Script=Arabic}/u.test(note)).length).toBeGreaterThan(50);
    expect(notes.filter((note) => /\p{Script=Han}/u.test(note)).length).toBeGreaterThan(20);
  });
});
