import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { rollUpBranches, rollUpUnits, type UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import { noTally } from "#shared/domain/okr/view.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day, instant } from "#tests/support/okrs.ts";

const ke = unitKey("ke");
const year = cycleKey("2026");

const frame: Frame = {
  organisation: "Tinycart",
  levels: [],
  units: [aUnit(), aUnit({ key: ke, name: "Kenya" })],
  cycles: [aCycle(), aCycle({ key: year, end: day("2026-12-31") })],
  partitions: [],
};

describe("roll-ups of units", () => {
  it("[RU5] count each unit and cycle by itself", () => {
    const set = {
      objectives: [
        anObjective(1),
        anObjective(2, { unitKey: ke }),
        anObjective(3, { cycleKey: year, stage: "closed" }),
      ],
      keyResults: [aKeyResult(1, 1), aKeyResult(2, 1), aKeyResult(3, 2, { unitKey: ke })],
      checkIns: [aCheckIn(1, 1, { value: 93 }), aCheckIn(2, 1, { value: 96, at: instant("2026-02-04T10:00:00Z") })],
      revisions: new Map(),
    };
    const found = rollUpUnits(set, frame, day("2026-02-10"));
    const of = (unit: string, cycle: string) => found.find((one) => one.unitKey === unit && one.cycleKey === cycle);
    expect(found).toHaveLength(3);
    expect(of("de", "2026-q1")).toMatchObject({
      tally: { objectives: 1, keyResults: 2, measured: 1, onTrack: 1, notStarted: 1 },
      progress: 1,
      lastCheckInAt: "2026-02-04T10:00:00.000Z",
    });
    expect(of("de", "2026")).toMatchObject({ tally: { objectives: 1, keyResults: 0, objectivesBy: { closed: 1 } } });
    expect(of("ke", "2026-q1")).toEqual({
      unitKey: ke,
      cycleKey: cycleKey("2026-q1"),
      tally: {
        ...noTally,
        objectives: 1,
        keyResults: 1,
        notStarted: 1,
        objectivesBy: { ...noTally.objectivesBy, notStarted: 1 },
      },
      records: ["00000002", "00000003"],
    });
  });

  const counted = (unit: string, objectives: number): UnitRollUp => ({
    unitKey: unitKey(unit),
    cycleKey: cycleKey("2026-q1"),
    tally: { ...noTally, objectives, keyResults: 2 * objectives, onTrack: 2 * objectives },
  });

  it("[RU6] add up along the tree, each unit once", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ parent: fc.nat(), objectives: fc.nat({ max: 9 }) }), { minLength: 1, maxLength: 30 }),
        (given) => {
          // Each unit lies below an earlier one, the first at the top.
          const units = given.map(({ parent }, at) =>
            aUnit({ key: unitKey(`u${at}`), ...(at === 0 ? {} : { parentKey: unitKey(`u${parent % at}`) }) }),
          );
          const rollUps = given.map(({ objectives }, at) => counted(`u${at}`, objectives));
          const top = rollUpBranches(rollUps, units).get(unitKey("u0"));
          const sum = given.reduce((all, { objectives }) => all + objectives, 0);
          expect(top?.tally).toMatchObject({ objectives: sum, keyResults: 2 * sum, onTrack: 2 * sum });
          expect([top?.units, top?.writing]).toEqual([
            given.length,
            given.filter(({ objectives }) => objectives > 0).length,
          ]);
        },
      ),
    );
  });

  it("[RU6] end where units form a loop, and count a unit without OKRs as one that writes nothing", () => {
    const units = [
      aUnit({ key: unitKey("a"), parentKey: unitKey("b") }),
      aUnit({ key: unitKey("b"), parentKey: unitKey("a") }),
      aUnit({ key: unitKey("c") }),
    ];
    const branches = rollUpBranches([counted("a", 1), counted("b", 2)], units);
    expect(branches.get(unitKey("c"))).toMatchObject({ units: 1, writing: 0, tally: noTally });
    expect(branches.get(unitKey("a"))?.tally.objectives).toBe(3);
  });
});
