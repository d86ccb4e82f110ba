import { describe, expect, it } from "@jest/globals";
import { keyResultsByKey, known, objectivesByKey, repeated, untoldWorld } from "./support.ts";

describe.each([
  ["small", "2026-11-22"],
  ["retail", "2027-01-02"],
])("the initiatives of the world %s on %s", (name, today) => {
  const made = untoldWorld(name, { today });
  const initiatives = [...made.okrs.initiatives];
  const objectives = objectivesByKey(made);
  const cycles = new Map(made.okrs.cycles.map((cycle) => [cycle.key, cycle]));

  it("are the same each time, and no two alike", () => {
    expect([...made.okrs.initiatives]).toEqual(initiatives);
    expect(repeated(initiatives.map(({ key }) => key))).toEqual([]);
    expect(initiatives.length).toBeGreaterThan(made.okrs.keyResults.length * 0.7);
  });

  it("serve a key result or an objective, within its cycle", () => {
    const keyResults = keyResultsByKey(made);
    for (const { objectiveKey, keyResultKey, due } of initiatives) {
      if (keyResultKey !== undefined) expect(known(keyResults, keyResultKey).objectiveKey).toBe(objectiveKey);
      const cycle = known(cycles, known(objectives, objectiveKey).cycleKey);
      expect(due === undefined || (due >= cycle.start && due <= cycle.end)).toBe(true);
    }
    expect(initiatives.some(({ keyResultKey }) => keyResultKey === undefined)).toBe(true);
  });

  it("are in every state, some overdue, and none begun long before its time", () => {
    expect(new Set(initiatives.map(({ state }) => state)).size).toBe(4);
    const isOpen = (state: string): boolean => state === "notStarted" || state === "underWay";
    const overdue = initiatives.filter(({ state, due }) => isOpen(state) && due !== undefined && due < today);
    expect(overdue.length).toBeGreaterThan(0);
    expect(overdue.length).toBeLessThan(initiatives.length / 3);
    expect(initiatives.every(({ writtenAt }) => writtenAt.slice(0, 10) <= today)).toBe(true);
  });

  it("are worded without places left open", () => {
    expect(initiatives.filter(({ title }) => /[{}[\]]|^$/u.test(title))).toEqual([]);
  });

  it("belong to people of the unit", () => {
    const users = new Set(made.users.map(({ id }) => id));
    expect(initiatives.filter(({ ownerId, writtenBy }) => !users.has(ownerId ?? writtenBy))).toEqual([]);
  });
});
