import { describe, expect, it } from "@jest/globals";
import type { WorldUnit } from "#simulator/world/types.ts";
import { keyResultsByKey, known, objectivesByKey, untoldWorld, world } from "./support.ts";

const distinct = (values: readonly string[]): number => new Set(values).size;

/** The day on which the least can have been reported: the year and its first quarter begin. */
const TODAY = "2027-01-01";

describe("the enterprise world", () => {
  const made = untoldWorld("enterprise", { today: TODAY });
  const { okrs, users, groups, personas } = made;
  const unitsAt = (level: WorldUnit["level"]): readonly WorldUnit[] =>
    okrs.units.filter((unit) => unit.level === level);

  it("has 80 countries and 2,000 teams, each a group of its own with people and channels", () => {
    expect([unitsAt("company").length, unitsAt("region").length]).toEqual([1, 8]);
    expect(unitsAt("country")).toHaveLength(80);
    expect(unitsAt("team")).toHaveLength(2000);
    const byId = new Map(groups.map((group) => [group.id, group]));
    for (const { groupId } of okrs.units) {
      const group = known(byId, groupId ?? "");
      expect(group.memberIds.length).toBeGreaterThan(3);
      expect(group.channels.length).toBeGreaterThan(1);
    }
    expect(groups).toHaveLength(okrs.units.length + 1);
  });

  it("names no two units, groups, channels or accounts alike", () => {
    expect(distinct(okrs.units.map(({ name }) => name))).toBe(okrs.units.length);
    expect(distinct(groups.map(({ mailNickname }) => mailNickname))).toBe(groups.length);
    const channels = groups.flatMap((group) => group.channels.map(({ id }) => id));
    expect(distinct(channels)).toBe(channels.length);
    expect(distinct(users.map(({ userPrincipalName }) => userPrincipalName))).toBe(users.length);
    expect(distinct(users.map(({ id }) => id))).toBe(users.length);
  });

  it("employs nobody who is in no group, and at most 30,000 people", () => {
    const members = new Set(groups.flatMap(({ memberIds }) => memberIds));
    const idle = users.filter(({ id }) => !members.has(id) && id !== personas.outsider);
    expect(idle).toEqual([]);
    expect(users.length).toBeLessThanOrEqual(30_000);
  });

  it("has exactly 10,000 objectives, 40,000 key results and 500,000 check-ins, none of them twice a day", () => {
    expect(okrs.objectives).toHaveLength(10_000);
    expect(okrs.keyResults).toHaveLength(40_000);
    const keyResults = keyResultsByKey(made);
    const keys = new Set<string>();
    const days = new Set<string>();
    for (const { key, keyResultKey, at } of okrs.checkIns) {
      keys.add(key);
      days.add(`${known(keyResults, keyResultKey).key} ${at.slice(0, 10)}`);
    }
    expect([keys.size, days.size]).toEqual([500_000, 500_000]);
  });

  it("works on more than half of its objectives at present", () => {
    const live = okrs.objectives.filter(({ cycleKey }) => cycleKey === "2027" || cycleKey === "2027-Q1");
    expect(live.length).toBeGreaterThan(5000);
  });

  it("repeats a title only where it is passed down or shared, and numbers none", () => {
    const objectives = objectivesByKey(made);
    const allowed = okrs.duplicates.filter(({ kind }) => kind === "pass-through" || kind === "shared");
    const excused = new Set(
      allowed.flatMap(({ objectiveKeys }) => objectiveKeys.map((key) => known(objectives, key).title)),
    );
    const titles = okrs.objectives.map(({ title }) => title);
    expect(distinct(titles.filter((title) => !excused.has(title)))).toBe(
      titles.filter((title) => !excused.has(title)).length,
    );
    expect(titles.filter((title) => /, step \d+$/.test(title) || title.length > 160)).toEqual([]);
  });

  it("speaks the languages of its countries", () => {
    for (const script of [
      /\p{Script=Arabic}/u,
      /\p{Script=Han}/u,
      /\b(?:und|für|der|die|das)\b/,
      /\b(?:que|los|para)\b/,
    ])
      expect(okrs.objectives.filter(({ title }) => script.test(title)).length).toBeGreaterThan(20);
  });

  it("gives every objective two to five key results, and measures none of them twice", () => {
    const counts = new Map<string, number>();
    for (const { objectiveKey } of okrs.keyResults) counts.set(objectiveKey, (counts.get(objectiveKey) ?? 0) + 1);
    expect(counts.size).toBe(10_000);
    expect(new Set(counts.values())).toEqual(new Set([2, 3, 4, 5]));
    const named = okrs.keyResults.map(({ objectiveKey, title }) => `${objectiveKey} ${title}`);
    expect(distinct(named)).toBe(named.length);
  });

  it("is played by the same people in the same places as the demo world", () => {
    const demo = world("retail");
    const casting = ({ personas: cast, users: people, okrs: { units }, groups: all }: typeof demo | typeof made) =>
      Object.entries(cast).map(([key, id]) => {
        const person = people.find((user) => user.id === id);
        const homes = all.filter(
          ({ memberIds, mailNickname }) => memberIds.includes(id) && mailNickname !== "okr-home",
        );
        const places = units.filter(({ groupId }) => homes.some((group) => group.id === groupId));
        return [key, person?.displayName, person?.jobTitle, places.map(({ name }) => name)];
      });
    expect(casting(made)).toEqual(casting(demo));
  });

  it("leaves the lead and the member a draft for the next quarter", () => {
    const next = okrs.cycles.at(-1)?.key;
    for (const persona of [personas.lead, personas.member]) {
      const homes = groups.filter(({ memberIds, id }) => memberIds.includes(persona) && id !== groups[0]?.id);
      const units = new Set(
        okrs.units.filter(({ groupId }) => homes.some(({ id }) => id === groupId)).map(({ key }) => key),
      );
      const planned = okrs.objectives.filter(({ unitKey, cycleKey }) => units.has(unitKey) && cycleKey === next);
      expect(planned.map(({ stage }) => stage)).toContain("draft");
    }
  });

  it("lets the lead and the member own something", () => {
    const owners = new Set([...okrs.objectives, ...okrs.keyResults].map(({ ownerId }) => ownerId));
    expect([personas.sponsor, personas.lead, personas.member].filter((id) => !owners.has(id))).toEqual([]);
  });
});
