import { describe, expect, it } from "@jest/globals";
import { partitionKey, unitKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { err } from "#shared/domain/result.ts";
import type { OkrScope } from "#shared/ports/okrRepository.ts";
import { aCheckIn, anObjective, aUnit } from "#tests/support/okrs.ts";
import {
  quarter,
  year,
  germany,
  kenya,
  africa,
  frame,
  inGermany,
  inKenya,
  both,
  setUp,
  valueOf,
  titles,
  open,
  changesOf,
  rename,
} from "#tests/support/copiedWorld.ts";

describe("what an opening costs", () => {
  it("[LC1][LC10] a frame and a reading at first, then one question about changes, in a new window too", async () => {
    const { openWindow, asked } = await setUp();
    const window = openWindow();
    expect(await open(window, inGermany)).toEqual(["Objective 1"]);
    expect(asked()).toEqual(["frame", "read de"]);
    expect(await open(window, inGermany)).toEqual(["Objective 1"]);
    expect(asked()).toEqual(["changes of home"]);
    const later = openWindow();
    expect((await later.peekFrame())?.frame.units).toHaveLength(3);
    expect(await open(later, inGermany)).toEqual(["Objective 1"]);
    expect(asked()).toEqual([]);
  });

  it("[LC1] only the reading of a unit that is not covered, beside the changes of what is", async () => {
    const { openWindow, asked } = await setUp();
    const window = openWindow();
    await open(window, inGermany);
    asked();
    expect(await open(window, both)).toEqual(["Objective 1", "Objective 2"]);
    expect(asked().toSorted()).toEqual(["changes of home", "read ke"]);
    await open(window, { cycleKeys: [quarter], units: [germany, unitKey("co"), kenya] });
    expect(asked().toSorted()).toEqual(["changes of home,q1-africa", "read co"]);
  });

  it("[LC1] reads a further cycle of the same units, and then covers it", async () => {
    const { openWindow, asked } = await setUp();
    const window = openWindow();
    await open(window, inGermany);
    asked();
    const wider: OkrScope = { cycleKeys: [quarter, year], units: [germany] };
    await open(window, wider);
    await open(window, wider);
    expect(asked().toSorted()).toEqual(["changes of home", "changes of home", "read de"]);
  });

  it("[LC11] of more units than anybody looks at is that of the server, and nothing is kept", async () => {
    const { home, openWindow, asked, disk } = await setUp();
    for (let n = 0; n < 60; n += 1) home.units.set(`u${n}`, aUnit({ key: unitKey(`u${n}`) }));
    const window = openWindow();
    const opened = valueOf(await window.openOkrs({ cycleKeys: [quarter], units: "all" }));
    expect(titles(opened.set)).toEqual(["Objective 1", "Objective 2"]);
    expect((await changesOf(window, opened.cursors)).objectives).toEqual([]);
    expect(asked()).toEqual(["frame", "read all", "changes of q1-africa,home"]);
    await window.readOkrs({ cycleKeys: [quarter], units: "all" }, "standing");
    expect(asked()).toEqual(["standing of all"]);
    expect(disk.rows.size).toBe(0);
  });

  it("[LC11] begins a partition anew that would cover too much", async () => {
    const { home, openWindow, asked } = await setUp();
    const units = Array.from({ length: 220 }, (_, n) => unitKey(`u${n}`));
    for (const key of units) home.units.set(key, aUnit({ key }));
    const window = openWindow();
    for (let n = 0; n < 220; n += 55) await open(window, { cycleKeys: [quarter], units: units.slice(n, n + 55) });
    asked();
    expect(await window.peekOkrs({ cycleKeys: [quarter], units: units.slice(0, 55) })).toBeUndefined();
    expect(await window.peekOkrs({ cycleKeys: [quarter], units: units.slice(165) })).toBeDefined();
    expect(asked()).toEqual([]);
  });

  it("[LC12] nothing for a partition that was closed before it was last asked", async () => {
    const { home, openWindow, asked, clock } = await setUp();
    const window = openWindow();
    await open(window, inKenya);
    home.partitions = [{ ...frame.partitions[0], key: africa, cycleKey: quarter, roots: [kenya], closed: true }];
    await window.readFrame();
    await clock.pass(1000);
    await open(window, inKenya);
    asked();
    expect(await open(window, inKenya)).toEqual(["Objective 2"]);
    expect(asked()).toEqual([]);
  });
});

describe("what can be shown at once", () => {
  it("[LC2] is a scope that is all there, as of its oldest part", async () => {
    const world = await setUp();
    const { openWindow, clock, asked } = world;
    const window = openWindow();
    expect(await window.peekOkrs(inGermany)).toBeUndefined();
    const first = clock.now();
    await open(window, inGermany);
    expect(await window.peekOkrs(both)).toBeUndefined();
    await clock.pass(60_000);
    await open(window, inKenya);
    await rename(world, 1, "Renamed");
    asked();
    const later = openWindow();
    const shown = await later.peekOkrs(both);
    expect(shown && titles(shown.set)).toEqual(["Objective 1", "Objective 2"]);
    expect(shown?.asOf).toBe(first);
    expect(shown?.set.checkIns).toEqual([aCheckIn(1, 1)]);
    expect(asked()).toEqual([]);
    const changes = await changesOf(later, shown?.cursors ?? new Map());
    expect(titles(changes)).toEqual(["Renamed"]);
  });
});

describe("a device that keeps nothing", () => {
  it("[LC9] lets everything work as without a copy", async () => {
    const { openWindow, disk, others } = await setUp();
    disk.refuse = "failed";
    const window = openWindow();
    expect(await window.peekFrame()).toBeUndefined();
    const { set, cursors } = valueOf(await window.openOkrs(both));
    expect(titles(set)).toEqual(["Objective 1", "Objective 2"]);
    await others.write([{ kind: "addCheckIn", checkIn: aCheckIn(5, 1) }]);
    const changes = await changesOf(window, cursors);
    expect(changes.checkIns).toEqual([aCheckIn(5, 1)]);
    disk.refuse = undefined;
    expect(await open(window, both)).toEqual(["Objective 1", "Objective 2"]);
    disk.refuse = "failed";
    expect((await changesOf(window, changes.next)).checkIns).toEqual([]);
    expect(await window.peekOkrs(both)).toBeUndefined();
    expect(window.hasRoom()).toBe(true);
  });

  it("[LC9] asks to open again whoever followed the copy that went", async () => {
    const { openWindow, disk } = await setUp();
    const window = openWindow();
    const { cursors } = valueOf(await window.openOkrs(inGermany));
    disk.refuse = "failed";
    expect(await window.readChanges(cursors)).toEqual(err({ type: "ResyncNeeded", partitions: [HOME_PARTITION] }));
    expect(await open(window, inGermany)).toEqual(["Objective 1"]);
  });

  it("[LC9] removes the copy when it is full, and says so", async () => {
    const { openWindow, disk } = await setUp();
    const window = openWindow();
    await open(window, inGermany);
    disk.room = 1;
    expect(await open(window, both)).toEqual(["Objective 1", "Objective 2"]);
    expect([window.hasRoom(), disk.rows.size, disk.frame]).toEqual([false, 0, undefined]);
    expect(await open(window, both)).toEqual(["Objective 1", "Objective 2"]);
  });

  it("[LC9] hands on why the server could not be asked", async () => {
    const { openWindow, clock } = await setUp((remote) => ({
      ...remote,
      readChanges: () => Promise.resolve(err({ type: "Offline" })),
    }));
    const window = openWindow();
    await open(window, inGermany);
    await clock.pass(1000);
    expect(await window.openOkrs(inGermany)).toEqual(err({ type: "Offline" }));
    expect(await window.peekOkrs(inGermany)).toBeDefined();
  });
});

describe("the frame", () => {
  it("[LC10] is told to the repository behind, from the copy", async () => {
    const told: number[] = [];
    const { openWindow } = await setUp((remote) => ({
      ...remote,
      knowFrame: (known) => {
        told.push(known.units.length);
        remote.knowFrame(known);
      },
    }));
    await open(openWindow(), inGermany);
    expect(told).toEqual([]);
    await open(openWindow(), inGermany);
    expect(told).toEqual([3]);
  });

  it("[LC10] is read again after a unit was saved", async () => {
    const { openWindow, asked } = await setUp();
    const window = openWindow();
    await open(window, inGermany);
    await window.write([{ kind: "saveUnit", unit: aUnit({ key: unitKey("fr") }) }]);
    expect(await window.peekFrame()).toBeUndefined();
    asked();
    await open(window, inGermany);
    expect(asked()).toEqual(["frame", "changes of home"]);
    expect((await window.peekFrame())?.frame.units).toHaveLength(4);
  });

  it("[LC10] is read again when the server knows other partitions, or no such list", async () => {
    const { home, others, openWindow, asked } = await setUp();
    const window = openWindow();
    await open(window, inGermany);
    home.partitions = [{ key: partitionKey("all"), cycleKey: quarter, roots: [], closed: false }];
    home.objectives.clear();
    await others.write([{ kind: "createObjective", objective: anObjective(9, { unitKey: kenya }) }]);
    asked();
    expect(await open(window, both)).toEqual(["Objective 9"]);
    expect(asked()).toContain("frame");
    expect((await window.peekFrame())?.frame.partitions).toEqual(home.partitions);
  });
});
