import { describe, expect, it } from "@jest/globals";
import type { OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { aCycle, anObjective, aUnit } from "#tests/support/okrs.ts";
import {
  addCheckIn,
  byId,
  create,
  createKeyResult,
  createObjective,
  eachTest,
  read,
  revisionOf,
  types,
  type OpenStorage,
} from "./common.ts";

export const describeCreating = (name: string, open: () => Promise<OpenStorage>): void => {
  describe(`${name}: creating`, () => {
    const people = eachTest(open);
    it("[OR4] takes a create of what exists for done and makes no second one", async () => {
      const writes = [createObjective(1), createKeyResult(1, 1), addCheckIn(1, 1)];
      const first = await people.mine.write(writes);
      const again = await people.theirs.write(writes);
      expect(types(again)).toEqual(["Written", "Written", "Written"]);
      expect(revisionOf(again[0])).toBe(revisionOf(first[0]));
      const set = await read(people.mine);
      expect([set.objectives.length, set.keyResults.length, set.checkIns.length]).toEqual([1, 1, 1]);
    });

    it("[OR9] writes parents before children, whatever their order", async () => {
      const writes: readonly OkrWrite[] = [
        addCheckIn(1, 1),
        createKeyResult(1, 2),
        createObjective(2, { parents: [{ kind: "objective", id: anObjective(1).id }] }),
        createObjective(1),
        { kind: "saveUnit", unit: aUnit() },
        { kind: "saveCycle", cycle: aCycle() },
      ];
      const known: number[] = [];
      expect(types(await people.mine.write(writes, (index) => known.push(index)))).toEqual(writes.map(() => "Written"));
      const place = (index: number): number => known.indexOf(index);
      expect(place(4)).toBeLessThan(place(3));
      expect(place(5)).toBeLessThan(place(3));
      expect(place(3)).toBeLessThan(place(2));
      expect(place(2)).toBeLessThan(place(1));
      expect(place(1)).toBeLessThan(place(0));
    });

    it("[OR9] writes parents that refer to each other in a circle all the same", async () => {
      const child = createObjective(1, { parents: [{ kind: "objective", id: anObjective(2).id }] });
      const parent = createObjective(2, { parents: [{ kind: "objective", id: anObjective(1).id }] });
      expect(types(await people.mine.write([child, parent]))).toEqual(["Written", "Written"]);
      expect((await read(people.mine)).objectives).toHaveLength(2);
    });

    it("[OR10][OR11] refuses only the row with an unfit value, and what depends on it", async () => {
      const outcomes = await people.mine.write([
        createObjective(1, { title: "x".repeat(256) }),
        createKeyResult(1, 1),
        addCheckIn(1, 1),
        createObjective(2, { title: "x".repeat(255) }),
        createKeyResult(2, 2),
      ]);
      expect(types(outcomes)).toEqual(["Invalid", "Skipped", "Skipped", "Written", "Written"]);
      expect(outcomes[0]).toMatchObject({ type: "Invalid", column: "title" });
      const set = await read(people.mine);
      expect(set.objectives.map((objective) => objective.title)).toEqual(["x".repeat(255)]);
      expect(set.keyResults).toHaveLength(1);
    });

    it("[OR12] answers in the order given and tells each outcome once", async () => {
      const writes = Array.from({ length: 50 }, (_, index) =>
        createObjective(index, index % 10 === 3 ? { title: "".padStart(300, "y") } : {}),
      );
      const told = new Map<number, WriteOutcome>();
      let calls = 0;
      const outcomes = await people.mine.write(writes, (index, outcome) => {
        calls += 1;
        told.set(index, outcome);
      });
      expect(types(outcomes)).toEqual(writes.map((_, index) => (index % 10 === 3 ? "Invalid" : "Written")));
      expect(calls).toBe(50);
      expect(writes.map((_, index) => told.get(index))).toEqual(outcomes);
      expect(await people.mine.write([])).toEqual([]);
    });

    it("[OR13] stops when asked to, and loses and doubles nothing when repeated", async () => {
      const writes = Array.from({ length: 130 }, (_, index) => createObjective(index));
      const stop = new AbortController();
      let seen = 0;
      const first = await people.mine.write(
        writes,
        () => {
          seen += 1;
          if (seen === 25) stop.abort();
        },
        stop.signal,
      );
      const written = types(first).filter((type) => type === "Written").length;
      expect(written).toBeGreaterThanOrEqual(25);
      expect(written).toBeLessThan(130);
      expect(new Set(types(first))).toEqual(new Set(["Written", "Skipped"]));
      expect((await read(people.theirs)).objectives).toHaveLength(written);
      expect(new Set(types(await people.mine.write(writes)))).toEqual(new Set(["Written"]));
      expect(byId((await read(people.theirs)).objectives)).toEqual(writes.map((_, index) => anObjective(index)));
    });

    it("[OR17] keeps the check-ins of several people at once", async () => {
      await create(people.mine, createObjective(1), createKeyResult(1, 1));
      await Promise.all([
        people.mine.write(Array.from({ length: 12 }, (_, index) => addCheckIn(index, 1))),
        people.theirs.write(Array.from({ length: 12 }, (_, index) => addCheckIn(100 + index, 1))),
      ]);
      expect((await read(people.mine)).checkIns).toHaveLength(24);
    });
  });
};
