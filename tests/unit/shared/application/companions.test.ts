import { describe, expect, it } from "@jest/globals";
import { createCompanions } from "#shared/application/companions.ts";
import { createLocalCopy } from "#shared/application/copy/localCopy.ts";
import { cycleKey } from "#shared/domain/okr/ids.ts";
import { noLocks } from "#tests/support/copies.ts";
import { newName, openBrowser } from "#tests/support/databases.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createMemoryRollUps } from "#tests/support/memoryRollUps.ts";
import { aCycle, aUnit } from "#tests/support/okrs.ts";

const q1 = cycleKey("2026-q1");

/** What leaves for the server, turn by turn of the event loop. */
const setUp = () => {
  const clock = createManualClock();
  const { leading, along } = createCompanions({ clock });
  const turns: string[][] = [];
  let isOpen = false;
  const note = (what: string): void => {
    if (!isOpen) {
      turns.push([]);
      isOpen = true;
      setImmediate(() => {
        isOpen = false;
      });
    }
    turns.at(-1)?.push(what);
  };
  const memory = createMemoryOkrRepository(createMemoryHome({ units: [aUnit()], cycles: [aCycle()] }));
  const kept = createMemoryRollUps();
  return {
    clock,
    turns,
    remote: leading({
      ...memory,
      openOkrs: (...given) => {
        note("open");
        return memory.openOkrs(...given);
      },
      readChanges: (...given) => {
        note("changes");
        return memory.readChanges(...given);
      },
    }),
    rollUps: along({
      read: (...given) => {
        note("figures");
        return kept.read(...given);
      },
    }),
  };
};

describe("createCompanions", () => {
  it("[LV10] lets figures leave with what the copy asks, however long that looks at the device first", async () => {
    const { clock, turns, remote, rollUps } = setUp();
    const browser = openBrowser();
    const mine = newName();
    const copy = createLocalCopy({ remote, copyStore: browser.openWindow(() => mine), locks: noLocks, clock });
    await copy.readFrame();
    const scope = { cycleKeys: [q1], units: [aUnit().key] };
    const [figures] = await Promise.all([rollUps.read([q1]), copy.openOkrs(scope)]);
    expect(figures.ok).toBe(true);
    expect(turns.map((turn) => turn.toSorted())).toEqual([["figures", "open"]]);
    await clock.pass(60_000);
    await Promise.all([rollUps.read([q1]), copy.openOkrs(scope)]);
    expect(turns.map((turn) => turn.toSorted()).slice(1)).toEqual([["changes", "figures"]]);
    browser.close();
  });

  it("[LV10] lets them leave alone where nothing else is asked", async () => {
    const { clock, turns, rollUps } = setUp();
    const both = Promise.all([rollUps.read([q1]), rollUps.read([q1])]);
    await clock.pass(150);
    expect((await both).every(({ ok }) => ok)).toBe(true);
    expect(turns).toEqual([["figures", "figures"]]);
  });
});
