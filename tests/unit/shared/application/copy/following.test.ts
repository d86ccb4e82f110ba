import { describe, expect, it } from "@jest/globals";
import { revision, unitKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { err } from "#shared/domain/result.ts";
import { REMEMBERED_STEPS } from "#shared/ports/copyStore.ts";
import { noLocks } from "#tests/support/copies.ts";
import { aCheckIn, anObjective } from "#tests/support/okrs.ts";
import type { OkrScope } from "#shared/ports/okrRepository.ts";
import {
  germany,
  kenya,
  africa,
  inGermany,
  both,
  setUp,
  valueOf,
  titles,
  open,
  changesOf,
  rename,
} from "#tests/support/copiedWorld.ts";

describe("changes", () => {
  it("[LC3] come to every window once, and cost one question", async () => {
    const world = await setUp();
    const { openWindow, others, asked, clock } = world;
    const [here, there] = [openWindow(), openWindow()];
    const { cursors } = valueOf(await here.openOkrs(both));
    const seenThere = (await there.peekOkrs(both))?.cursors ?? new Map();
    await rename(world, 1, "Renamed");
    await others.write([{ kind: "addCheckIn", checkIn: aCheckIn(2, 1) }]);
    await clock.pass(15_000);
    asked();
    const first = await changesOf(here, cursors);
    expect([titles(first), first.checkIns, first.revisions.size]).toEqual([["Renamed"], [aCheckIn(2, 1)], 2]);
    const second = await changesOf(there, seenThere);
    expect(second).toEqual(first);
    expect(asked()).toEqual(["changes of home,q1-africa"]);
    await clock.pass(15_000);
    expect(await changesOf(there, second.next)).toMatchObject({ objectives: [], checkIns: [], removed: [] });
    expect(await changesOf(here, first.next)).toMatchObject({ objectives: [], checkIns: [], removed: [] });
  });

  it("[LC3] tell removed rows by their address", async () => {
    const { openWindow, others, home } = await setUp();
    const window = openWindow();
    const { cursors } = valueOf(await window.openOkrs(inGermany));
    const basedOn = home.objectives.get(anObjective(1).id)?.revision ?? revision("");
    await others.write([{ kind: "removeObjective", id: anObjective(1).id, basedOn }]);
    const changes = await changesOf(window, cursors);
    expect(changes.removed).toEqual([basedOn.slice(0, basedOn.lastIndexOf("#"))]);
    expect(await open(window, inGermany)).toEqual([]);
  });

  it("[LC5] are asked by this window all the same once it has written, or when the other's question is old", async () => {
    const { openWindow, asked, clock } = await setUp();
    const [here, there] = [openWindow(), openWindow()];
    const { cursors } = valueOf(await here.openOkrs(inGermany));
    await there.peekFrame();
    asked();
    await clock.pass(9_000);
    await open(there, inGermany);
    expect(asked()).toEqual([]);
    await there.write([{ kind: "addCheckIn", checkIn: aCheckIn(3, 1) }]);
    await open(there, inGermany);
    expect(asked()).toEqual(["changes of home"]);
    await clock.pass(10_000);
    expect((await changesOf(here, cursors)).checkIns).toEqual([aCheckIn(3, 1)]);
    expect(asked()).toEqual(["changes of home"]);
  });

  it("[LC5] are asked by one window at a time", async () => {
    const { openWindow, asked, clock } = await setUp();
    const [here, there] = [openWindow(), openWindow()];
    await open(here, inGermany);
    await there.peekFrame();
    await clock.pass(20_000);
    asked();
    await Promise.all([open(here, inGermany), open(there, inGermany)]);
    expect(asked()).toEqual(["changes of home"]);
  });

  it("[LC7] of units that nobody looks at are not kept; what leaves is seen leaving", async () => {
    const { openWindow, others, home, disk } = await setUp();
    const window = openWindow();
    const { cursors } = valueOf(await window.openOkrs(inGermany));
    const rows = disk.rows.size;
    const company = unitKey("co");
    await others.write([{ kind: "createObjective", objective: anObjective(7, { unitKey: company }) }]);
    expect(titles(await changesOf(window, cursors))).toEqual([]);
    expect(disk.rows.size).toBe(rows);
    const basedOn = home.objectives.get(anObjective(1).id)?.revision ?? revision("");
    await others.write([{ kind: "changeObjective", id: anObjective(1).id, changes: { unitKey: company }, basedOn }]);
    expect((await changesOf(window, cursors)).objectives).toEqual([anObjective(1, { unitKey: company })]);
    expect(await open(window, inGermany)).toEqual([]);
  });

  it("[LC14] cannot be told after very many updates", async () => {
    const { openWindow, disk } = await setUp();
    const window = openWindow();
    const { cursors } = valueOf(await window.openOkrs(inGermany));
    disk.step += REMEMBERED_STEPS;
    expect(await window.readChanges(cursors)).toEqual(err({ type: "ResyncNeeded", partitions: [HOME_PARTITION] }));
    expect(await open(window, inGermany)).toEqual(["Objective 1"]);
  });
});

describe("a stream that breaks", () => {
  it("[LC4] lets its partition alone be read again, and shows it until then", async () => {
    let broken = false;
    const { openWindow, asked } = await setUp((remote) => ({
      ...remote,
      readChanges: (since) => {
        if (!broken || !since.has(africa)) return remote.readChanges(since);
        broken = false;
        return Promise.resolve(err({ type: "ResyncNeeded", partitions: [africa] }));
      },
    }));
    const window = openWindow();
    const { cursors } = valueOf(await window.openOkrs(both));
    asked();
    broken = true;
    expect(await window.readChanges(cursors)).toEqual(err({ type: "ResyncNeeded", partitions: [africa] }));
    expect(titles((await window.peekOkrs(both))?.set ?? { objectives: [] })).toEqual(["Objective 1", "Objective 2"]);
    expect(await window.readChanges(cursors)).toEqual(err({ type: "ResyncNeeded", partitions: [africa] }));
    expect(asked()).toEqual(["changes of home,q1-africa"]);
    const again = valueOf(await window.openOkrs(both, cursors));
    expect(asked().toSorted()).toEqual(["changes of home", "read ke"]);
    expect(again.cursors.get(HOME_PARTITION)).toBe(cursors.get(HOME_PARTITION));
    expect(again.cursors.get(africa)).not.toBe(cursors.get(africa));
    expect(await changesOf(window, again.cursors)).toMatchObject({ objectives: [], removed: [] });
  });

  it("[LC4] is noticed while opening, and mended in the same opening", async () => {
    let broken = true;
    const { openWindow, asked } = await setUp((remote) => ({
      ...remote,
      readChanges: (since) => {
        if (!broken) return remote.readChanges(since);
        broken = false;
        return Promise.resolve(err({ type: "ResyncNeeded", partitions: [] }));
      },
    }));
    const window = openWindow();
    await open(window, inGermany);
    asked();
    expect(await open(window, inGermany)).toEqual(["Objective 1"]);
    expect(asked()).toEqual(["changes of home", "read de"]);
  });
});

describe("windows without locks", () => {
  it("[LC6] never put an old answer over a newer copy", async () => {
    let hold: Promise<void> | undefined;
    const world = await setUp((remote) => ({
      ...remote,
      openOkrs: async (scope, known) => {
        const answer = await remote.openOkrs(scope, known);
        await hold;
        return answer;
      },
    }));
    const { openWindow, home, others } = world;
    home.partitions = [];
    const [slow, quick] = [openWindow(noLocks), openWindow(noLocks)];
    await open(slow, inGermany);
    await quick.peekFrame();
    let release = (): void => undefined;
    hold = new Promise((resolve) => {
      release = resolve;
    });
    const opening = open(slow, both);
    await world.clock.pass(11_000);
    await rename(world, 2, "Kenya, renamed");
    await others.write([{ kind: "createObjective", objective: anObjective(3, { unitKey: kenya }) }]);
    expect(await open(quick, inGermany)).toEqual(["Objective 1"]);
    release();
    expect(await opening).toEqual(["Kenya, renamed", "Objective 1", "Objective 3"]);
  });
});

describe("a record in two rows", () => {
  it("[LC8] is the published one while it is there, then the draft", async () => {
    const { openWindow, others, home } = await setUp();
    const window = openWindow();
    await others.write([{ kind: "createObjective", objective: anObjective(8, { stage: "draft", title: "Draft" }) }]);
    const { cursors } = valueOf(await window.openOkrs(inGermany));
    const draft = home.objectives.get(anObjective(8).id);
    const published = { ...anObjective(8, { title: "Published" }) };
    const row = draft?.revision ?? revision("");
    home.objectives.set("second row", {
      record: published,
      revision: revision("home/o/8#1"),
      modifiedBy: "Somebody else",
    });
    home.log.push({ id: published.id, row: "home/o/8" as never });
    expect(titles(await changesOf(window, cursors))).toEqual(["Published"]);
    expect(await open(window, inGermany)).toEqual(["Objective 1", "Published"]);
    home.objectives.delete("second row");
    home.log.push({ id: published.id, row: "home/o/8" as never });
    const changes = await changesOf(window, cursors);
    expect([titles(changes), changes.revisions.get(published.id)]).toEqual([["Draft"], row]);
    expect(await open(window, inGermany)).toEqual(["Draft", "Objective 1"]);
  });
});

describe("questions about some lists", () => {
  it("[LC15] bring these up to date, and serve other windows for these alone", async () => {
    const world = await setUp();
    const { openWindow, others, questions, clock } = world;
    const [here, there] = [openWindow(), openWindow()];
    const opened = clock.now();
    const { cursors } = valueOf(await here.openOkrs(inGermany));
    const seenThere = (await there.peekOkrs(inGermany))?.cursors ?? new Map();
    await clock.pass(60_000);
    await rename(world, 1, "Renamed");
    await others.write([{ kind: "addCheckIn", checkIn: aCheckIn(2, 1) }]);
    questions();
    const figures = valueOf(await here.readChanges(cursors, new Map([[HOME_PARTITION, ["checkIns"]]])));
    expect([titles(figures), figures.checkIns]).toEqual([[], [aCheckIn(2, 1)]]);
    const asOf = async (units: OkrScope["units"]) => (await here.peekOkrs(inGermany, { ...inGermany, units }))?.asOf;
    expect([await asOf([germany]), (await here.peekOkrs(inGermany))?.asOf]).toEqual([opened, opened]);
    const all = valueOf(await there.readChanges(seenThere));
    expect([titles(all), all.checkIns]).toEqual([["Renamed"], [aCheckIn(2, 1)]]);
    expect(questions()).toEqual([["checkIns"], ["objectives", "keyResults", "drafts"]]);
    expect(await asOf([germany])).toBe(opened + 60_000);
  });
});
