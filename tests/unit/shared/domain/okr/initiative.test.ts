import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { addDays, daysBetween } from "#shared/domain/day.ts";
import {
  compareInitiatives,
  daysOverdue,
  goingAlong,
  INITIATIVE_STATES,
  initiativesOf,
  isOpen,
  isWebAddress,
  serving,
  tallyInitiatives,
  type Initiative,
} from "#shared/domain/okr/initiative.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { aKeyResult, anInitiative, anInitiativeOf, anObjective, day } from "#tests/support/okrs.ts";

const today = day("2026-02-10");

/** Few values, so that ties occur; ids are told apart. */
const some: fc.Arbitrary<readonly Initiative[]> = fc
  .array(
    fc.record({
      state: fc.constantFrom(...INITIATIVE_STATES),
      late: fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined }),
      title: fc.constantFrom("a", "b"),
      keyResult: fc.integer({ min: 0, max: 3 }),
      objective: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ state, late, title, keyResult, objective }, n) => {
      const more = { state, title, ...(late === undefined ? {} : { due: addDays(today, -late) }) };
      const { id: objectiveId } = anObjective(objective);
      return keyResult === 0
        ? anInitiativeOf(n, objective, more)
        : anInitiative(n, keyResult, { ...more, objectiveId });
    }),
  );

describe("initiatives", () => {
  it("[IV1] are overdue while they are open and their day has gone", () => {
    const late = anInitiative(1, 1, { due: day("2026-02-07") });
    expect(daysOverdue(late, today)).toBe(3);
    expect(daysOverdue({ ...late, state: "notStarted" }, today)).toBe(3);
    expect(daysOverdue({ ...late, due: today }, today)).toBeUndefined();
    expect(daysOverdue(anInitiative(1, 1), today)).toBeUndefined();
    for (const state of ["done", "dropped"] as const) {
      expect(isOpen({ state })).toBe(false);
      expect(daysOverdue({ ...late, state }, today)).toBeUndefined();
    }
  });

  it("[IV2] come with the most urgent first, whatever order they are given in", () => {
    const late = anInitiative(5, 1, { due: day("2026-01-20"), state: "notStarted" });
    const soon = anInitiative(4, 1, { due: day("2026-03-01") });
    const undated = anInitiative(3, 1);
    const done = anInitiative(2, 1, { state: "done", due: day("2026-01-05") });
    const dropped = anInitiative(1, 1, { state: "dropped" });
    const ordered = [late, soon, undated, done, dropped];
    expect(ordered.toReversed().toSorted(compareInitiatives)).toEqual(ordered);
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (initiatives, chance) => {
        const shuffled = initiatives
          .map((initiative) => ({ initiative, at: chance.next().value }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ initiative }) => initiative);
        expect(shuffled.toSorted(compareInitiatives)).toEqual(initiatives.toSorted(compareInitiatives));
      }),
    );
  });

  it("[IV3] are shown in exactly one place", () => {
    const orphan = anInitiative(3, 9);
    const shown = initiativesOf(
      anObjective(1),
      [aKeyResult(1, 1)],
      [anInitiative(1, 1), anInitiativeOf(2, 1), orphan, anInitiativeOf(4, 2)],
    );
    expect(shown.objective.map(({ title }) => title)).toEqual(["Initiative 2", "Initiative 3"]);
    expect(shown.keyResults.get(aKeyResult(1, 1).id)).toEqual([anInitiative(1, 1)]);
    const keyResults = [aKeyResult(1, 1), aKeyResult(2, 1)];
    fc.assert(
      fc.property(some, (initiatives) => {
        const parts = initiativesOf(anObjective(1), keyResults, initiatives);
        const all = [...parts.objective, ...[...parts.keyResults.values()].flat()];
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        const ours = (one: Initiative): boolean =>
          one.objectiveId === anObjective(1).id || keyResults.some(({ id }) => id === one.keyResultId);
        expect(all.toSorted(compareInitiatives)).toEqual(initiatives.filter(ours).toSorted(compareInitiatives));
      }),
    );
  });

  it("[IV4] are counted by state, the overdue ones beside", () => {
    fc.assert(
      fc.property(some, (initiatives) => {
        const { overdue, ...states } = tallyInitiatives(initiatives, today);
        expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(initiatives.length);
        expect(overdue).toBe(
          initiatives.filter((one) => isOpen(one) && one.due !== undefined && daysBetween(one.due, today) > 0).length,
        );
      }),
    );
  });

  it("[IV5] have the place of what they serve, and go where it goes", () => {
    const kenya = anObjective(2, { unitKey: unitKey("ke") });
    expect(serving(kenya)).toEqual({ objectiveId: kenya.id, unitKey: "ke", cycleKey: "2026-q1" });
    const served = serving(kenya, aKeyResult(3, 2));
    expect(served).toEqual({ ...serving(kenya), keyResultId: aKeyResult(3, 2).id });
    const moved = goingAlong(anInitiative(1, 3), served);
    expect(moved).toEqual({ ...anInitiative(1, 3), ...served });
    expect(goingAlong(moved, served)).toEqual(moved);
  });

  it("[IV8] have links that are addresses of the web and nothing else", () => {
    expect([
      "https://contoso.example/a b",
      "javascript:alert(1)",
      "file:///etc",
      "contoso.example",
      "https://",
    ]).toEqual(
      ["https://contoso.example/a b", "javascript:alert(1)", "file:///etc", "contoso.example", "https://"].filter(
        (link) => !isWebAddress(link),
      ),
    );
    expect(isWebAddress("https://contoso.example/sites/okr?id=7#x")).toBe(true);
    fc.assert(fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), isWebAddress));
  });
});
