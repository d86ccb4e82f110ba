import { describe, expect, it } from "@jest/globals";
import { createOkrSession } from "#shared/application/okrSession.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { rollUpUnits } from "#shared/domain/okr/unitRollUp.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { RollUps } from "#shared/ports/rollUps.ts";
import { createManualDay } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createMemoryRollUps } from "#tests/support/memoryRollUps.ts";
import { aCycle, anObjective, aUnit, day, instant } from "#tests/support/okrs.ts";

const quarter = cycleKey("2026-q1");
const company = unitKey("co");
const countries = Array.from({ length: 13 }, (_, n) => unitKey(`c${n}`));

/** A company of thirteen countries, the first of which has one team. */
const setUp = async (cycles = [aCycle()]) => {
  const home = createMemoryHome({
    cycles,
    units: [
      aUnit({ key: company, levelKey: "company" }),
      ...countries.map((key) => aUnit({ key, parentKey: company })),
      aUnit({ key: unitKey("team"), parentKey: unitKey("c0") }),
    ],
  });
  const memory = createMemoryOkrRepository(home);
  await memory.write(
    [company, unitKey("c0"), unitKey("team")].map((key, n) => ({
      kind: "createObjective",
      objective: anObjective(n, { unitKey: key }),
    })),
  );
  const units: string[] = [];
  const okrRepository: OkrRepository = {
    ...memory,
    openOkrs: (scope, known) => {
      units.push([scope.units].flat().join());
      return memory.openOkrs(scope, known);
    },
  };
  const kept = createMemoryRollUps();
  let reads = 0;
  const rollUps: RollUps = {
    ...kept,
    read: (keys) => {
      reads += 1;
      return kept.read(keys);
    },
  };
  const count = async (): Promise<void> => {
    const [frame, set, known] = [
      await memory.readFrame(),
      await memory.readOkrs({ cycleKeys: [quarter], units: "all" }),
      await kept.read([quarter]),
    ];
    if (!frame.ok || !set.ok || !known.ok) throw new Error("not readable");
    const figures = rollUpUnits(set.value, frame.value, day("2026-02-10"));
    await kept.write(figures, new Map([[quarter, instant("2026-02-10T06:00:00Z")]]), known.value);
  };
  const manual = createManualDay();
  const session = createOkrSession({ ...manual, okrRepository, rollUps });
  const below = () => {
    const now = session.state.get();
    if (now.kind !== "ready") throw new Error(now.kind);
    return now.below;
  };
  return { ...manual, session, below, count, units, reads: () => reads };
};

describe("the units below", () => {
  it("[LV10] are shown by figures counted beforehand where they are many, with the moment, and are not read", async () => {
    const { session, below, count, units, clock } = await setUp();
    await count();
    await session.start({ unitKey: company });
    await clock.pass(0);
    const shown = below();
    if (shown.kind !== "counted") throw new Error(shown.kind);
    expect(shown.asOf).toBe(instant("2026-02-10T06:00:00Z"));
    expect(shown.branches.get(unitKey("c0"))).toMatchObject({ tally: { objectives: 2 }, units: 2, writing: 2 });
    expect(units).toEqual(["co"]);
  });

  it("[LV10] are read with the unit where they are few", async () => {
    const { session, below, units, reads } = await setUp();
    await session.start({ unitKey: unitKey("c0") });
    expect(below()).toEqual({ kind: "rows" });
    expect([units, reads()]).toEqual([["co,c0,team"], 0]);
  });

  it("[LV10] say so when nobody has counted, and are there within a minute after somebody has", async () => {
    const { session, below, count, clock, visibility, reads } = await setUp();
    await session.start({ unitKey: company });
    await clock.pass(0);
    expect(below()).toEqual({ kind: "notCounted" });
    await session.goTo({ unitKey: unitKey("c1") });
    await session.goTo({ unitKey: company });
    await clock.pass(59_999);
    expect([below().kind, reads()]).toEqual(["notCounted", 1]);
    visibility.set(false);
    await count();
    await clock.pass(5 * 60_000);
    expect(reads()).toBe(1);
    visibility.set(true);
    await clock.pass(60_000);
    expect([below().kind, reads()]).toEqual(["counted", 2]);
    await clock.pass(60 * 60_000);
    expect(reads()).toBe(2);
  });

  it("[LV10] are there as soon as this window has counted them", async () => {
    const { session, below, count, clock } = await setUp();
    await session.start({ unitKey: company });
    await clock.pass(0);
    expect(below().kind).toBe("notCounted");
    await count();
    session.lookBelow();
    await clock.pass(0);
    expect(below().kind).toBe("counted");
  });

  it("[LV10] are not said to be counted while a cycle that runs beside is not, except where that was closed", async () => {
    const year = aCycle({ key: cycleKey("2026"), start: day("2026-01-01"), end: day("2026-12-31") });
    for (const [closed, expected] of [
      [false, "notCounted"],
      [true, "counted"],
    ] as const) {
      const { session, below, count, clock } = await setUp([aCycle(), { ...year, closed }]);
      await count();
      await session.start({ unitKey: company });
      await clock.pass(0);
      expect(below().kind).toBe(expected);
    }
  });

  it("[LV10] are asked for again after a quarter of an hour only", async () => {
    const { session, below, count, clock, reads } = await setUp();
    await count();
    for (const expected of [1, 2]) {
      await session.start({ unitKey: company });
      await session.goTo({ unitKey: unitKey("c1") });
      await session.goTo({ unitKey: company });
      await clock.pass(0);
      expect([below().kind, reads()]).toEqual(["counted", expected]);
      await clock.pass(15 * 60_000);
    }
  });
});
