import { describe, expect, it } from "@jest/globals";
import { createOkrSession, type OpenSession } from "#shared/application/okrSession.ts";
import type { Place } from "#shared/application/place.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { err } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { copyOf } from "#tests/support/copies.ts";
import { createManualDay } from "#tests/support/manualClock.ts";
import { createMemoryCopyDisk, createMemoryCopyStore } from "#tests/support/memoryCopyStore.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createManualNetwork } from "#tests/support/outbox.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const germany: Place = { unitKey: unitKey("de") };
const company: Place = { unitKey: unitKey("co") };

/** A server, somebody else at work, and a device on which windows are opened one after another. */
const setUp = async () => {
  const home = createMemoryHome({
    cycles: [aCycle()],
    units: [aUnit({ key: unitKey("co") }), aUnit({ parentKey: unitKey("co") })],
  });
  const others = createMemoryOkrRepository(home, "Somebody else");
  await others.write([
    { kind: "createObjective", objective: anObjective(1) },
    { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
  ]);
  const asked: string[] = [];
  const trouble: { error: AccessError | undefined } = { error: undefined };
  const server = createMemoryOkrRepository(home);
  const noted =
    <A extends readonly unknown[], R>(name: string, ask: (...given: A) => Promise<R>) =>
    (...given: A) => {
      asked.push(name);
      return trouble.error ? Promise.resolve(err(trouble.error)) : ask(...given);
    };
  const remote: OkrRepository = {
    ...server,
    readFrame: noted("frame", server.readFrame),
    openOkrs: noted("rows", server.openOkrs),
    readChanges: noted("changes", server.readChanges),
  };
  const disk = createMemoryCopyDisk();
  const manual = createManualDay();
  const people = { checkIns: 0 };
  const network = createManualNetwork();
  const crowd = { perMinute: () => people.checkIns };
  const openWindow = () => {
    const copy = copyOf(remote, { copyStore: createMemoryCopyStore(disk), clock: manual.clock });
    const session = createOkrSession({ ...manual, network, okrRepository: copy, copy, crowd });
    const states: OpenSession[] = [];
    session.state.subscribe(() => {
      const now = session.state.get();
      if (now.kind === "ready") states.push(now);
    });
    const now = (): OpenSession => {
      const state = session.state.get();
      if (state.kind !== "ready") throw new Error(`The session is ${state.kind}`);
      return state;
    };
    const readings = (): number => {
      const { okrs } = now();
      return okrs.kind === "ready" ? okrs.set.checkIns.length : -1;
    };
    return { session, states, now, readings };
  };
  /** A device that has been here before. */
  const warmUp = async (): Promise<void> => {
    const { session } = openWindow();
    await session.start(germany);
    session.dispose();
    await manual.clock.pass(minute);
    asked.splice(0);
  };
  const checkIn = async (n: number): Promise<unknown> =>
    others.write([{ kind: "addCheckIn", checkIn: aCheckIn(n, 1) }]);
  return { ...manual, network, home, disk, asked: () => asked.splice(0), trouble, people, openWindow, warmUp, checkIn };
};

describe("a place that is in the copy", () => {
  it("[LV1] is shown at once as it was, and then as it is, by one question", async () => {
    const { openWindow, warmUp, checkIn, clock, asked } = await setUp();
    const before = clock.now();
    await warmUp();
    await clock.pass(60 * minute);
    await checkIn(1);
    const { session, states, now, readings } = openWindow();
    await session.start(germany);
    const first = states.find(({ okrs }) => okrs.kind === "ready");
    expect([first?.connection, first?.asOf]).toEqual(["updating", before]);
    expect(first?.okrs).toMatchObject({ set: { objectives: [anObjective(1)], checkIns: [] } });
    expect([now().connection, readings()]).toEqual(["live", 1]);
    expect(asked()).toEqual(["changes"]);
  });

  it("[LV1][LV5] is shown while the service cannot be reached, says from when it is, and heals by itself", async () => {
    const { openWindow, warmUp, checkIn, clock, trouble } = await setUp();
    const before = clock.now();
    await warmUp();
    await clock.pass(60 * minute);
    await checkIn(1);
    trouble.error = { type: "Offline" };
    const { session, now, readings } = openWindow();
    await session.start(germany);
    expect([now().connection, now().asOf, readings()]).toEqual(["offline", before, 0]);
    trouble.error = undefined;
    await clock.pass(20_000);
    expect([now().connection, readings()]).toEqual(["live", 1]);
  });

  it("[LV5] says at once that there is no network, and goes on at once when it is back", async () => {
    const { openWindow, checkIn, clock, trouble, network, asked } = await setUp();
    const { session, now, readings } = openWindow();
    await session.start(germany);
    await clock.pass(15_000);
    const before = clock.now();
    asked();
    network.goAway();
    trouble.error = { type: "Offline" };
    expect([now().connection, now().asOf, readings()]).toEqual(["offline", before, 0]);
    await clock.pass(60_000);
    expect(now().connection).toBe("offline");
    await checkIn(1);
    trouble.error = undefined;
    network.comeBack();
    await clock.pass(0);
    expect([now().connection, readings()]).toEqual(["live", 1]);
  });

  it("[LV5] says at once when it is opened without a network, while it still tries", async () => {
    const { openWindow, warmUp, network, clock } = await setUp();
    await warmUp();
    network.goAway();
    const { session, states, now } = openWindow();
    await session.start(germany);
    expect(states.filter(({ okrs }) => okrs.kind === "ready").map(({ connection }) => connection)).toContain("offline");
    await clock.pass(0);
    expect(now().connection).toBe("live");
  });

  it("[LV6] is not shown to somebody who may not see it any more", async () => {
    const { openWindow, warmUp, trouble } = await setUp();
    await warmUp();
    trouble.error = { type: "Forbidden" };
    const { session, now } = openWindow();
    await session.start(germany);
    expect(now().okrs).toEqual({ kind: "failed", error: { type: "Forbidden" } });
  });

  it("[LV4] is good enough while nothing is left, and is brought up to date afterwards", async () => {
    const { openWindow, warmUp, checkIn, clock, pressure, asked } = await setUp();
    await warmUp();
    await checkIn(1);
    pressure.set("spent");
    const { session, now, readings } = openWindow();
    await session.start(germany);
    await clock.pass(30 * minute);
    expect([now().connection, readings(), asked()]).toEqual(["busy", 0, []]);
    pressure.set("free");
    await clock.pass(30_000);
    expect([now().connection, readings()]).toEqual(["live", 1]);
  });

  it("is read when it is not there, and the person stays where nothing can be shown yet until it can", async () => {
    const { openWindow, warmUp, clock, trouble, asked } = await setUp();
    await warmUp();
    const { session, now } = openWindow();
    await session.start(germany);
    trouble.error = { type: "Offline" };
    await session.goTo({ ...company, cycleKey: cycleKey("2026-q1") });
    expect(now().okrs.kind).toBe("ready");
    expect(asked()).toEqual(["changes", "changes"]);
    trouble.error = undefined;
    await clock.pass(20_000);
    expect(now().connection).toBe("live");
  });
});

describe("asking for changes", () => {
  const countPer = async (world: Awaited<ReturnType<typeof setUp>>, ms: number): Promise<number> => {
    world.asked();
    await world.clock.pass(ms);
    return world.asked().length;
  };

  it("[LV2] is rarer the longer nobody has used the page, and as before when somebody does", async () => {
    const world = await setUp();
    const { openWindow, visibility } = world;
    await openWindow().session.start(germany);
    expect(await countPer(world, 4 * minute)).toBe(16);
    await world.clock.pass(2 * minute);
    expect(await countPer(world, 10 * minute)).toBe(10);
    await world.clock.pass(20 * minute);
    expect(await countPer(world, 60 * minute)).toBe(12);
    await world.clock.pass(minute);
    visibility.use();
    expect(await countPer(world, 0)).toBe(1);
    expect(await countPer(world, minute)).toBe(4);
  });

  it("[LV3] does not happen while nobody looks, nor twice within 15 seconds for looking twice", async () => {
    const world = await setUp();
    const { openWindow, visibility } = world;
    await openWindow().session.start(germany);
    visibility.set(false);
    expect(await countPer(world, 60 * minute)).toBe(0);
    visibility.set(true);
    expect(await countPer(world, 0)).toBe(1);
    visibility.set(false);
    visibility.set(true);
    expect(await countPer(world, 14_000)).toBe(0);
    expect(await countPer(world, 1_000)).toBe(1);
  });

  it("[LV4] slows down when little is left", async () => {
    const world = await setUp();
    await world.openWindow().session.start(germany);
    world.pressure.set("tight");
    expect(await countPer(world, 30 * minute)).toBe(6);
  });

  it("[LV12] is rarer among many, and the page says so", async () => {
    const world = await setUp();
    const { session, now } = world.openWindow();
    await session.start(germany);
    world.people.checkIns = 750;
    expect(await countPer(world, 5 * minute)).toBe(3);
    expect([now().connection, now().asOf]).toEqual(["slow", world.clock.now() - 45_000]);
    world.people.checkIns = 0;
    await world.clock.pass(2 * minute);
    expect(now().connection).toBe("live");
  });

  it("[LV5] waits a minute where waiting is not what helps", async () => {
    const world = await setUp();
    await world.openWindow().session.start(germany);
    world.trouble.error = { type: "Unexpected", status: 500 };
    await world.clock.pass(15_000);
    expect(await countPer(world, 3 * minute)).toBe(3);
  });

  it("[LV7] is done by one window; the other shows the same without a question", async () => {
    const world = await setUp();
    const [here, there] = [world.openWindow(), world.openWindow()];
    await here.session.start(germany);
    await there.session.start(germany);
    await world.checkIn(1);
    world.asked();
    await here.session.refresh();
    await world.clock.pass(0);
    expect([here.readings(), there.readings()]).toEqual([1, 1]);
    expect(world.asked()).toEqual(["changes"]);
    expect(await countPer(world, 4 * minute)).toBeLessThanOrEqual(24);
  });
});

describe("the frame in the copy", () => {
  it("[LV8] is read again when it is older than a day and somebody stays, and what is shown follows", async () => {
    const { openWindow, warmUp, clock, home, asked, pressure, visibility } = await setUp();
    await warmUp();
    await clock.pass(day + 1);
    home.units.set("berlin", aUnit({ key: unitKey("berlin"), parentKey: unitKey("de") }));
    const { session, now } = openWindow();
    await session.start(germany);
    expect([now().frame.units.length, asked()]).toEqual([2, ["changes"]]);
    visibility.use();
    pressure.set("tight");
    await clock.pass(13 * minute);
    expect(now().frame.units).toHaveLength(2);
    pressure.set("free");
    await clock.pass(13 * minute);
    expect(now().frame.units).toHaveLength(3);
    expect(asked().filter((what) => what === "frame")).toHaveLength(1);
  });

  it("[LV8] is read before anything is shown when it is older than 35 days, or does not know the place", async () => {
    const { openWindow, warmUp, clock, home, asked, trouble } = await setUp();
    await warmUp();
    home.units.set("berlin", aUnit({ key: unitKey("berlin"), parentKey: unitKey("de") }));
    const berlin = openWindow();
    await berlin.session.start({ unitKey: unitKey("berlin") });
    expect(berlin.now().place.unitKey).toBe("berlin");
    expect(asked()[0]).toBe("frame");
    berlin.session.dispose();
    await clock.pass(36 * day);
    const later = openWindow();
    await later.session.start(germany);
    expect(asked()[0]).toBe("frame");
    later.session.dispose();
    await clock.pass(36 * day);
    trouble.error = { type: "Offline" };
    const offline = openWindow();
    await offline.session.start(germany);
    expect([offline.now().connection, offline.now().place.unitKey]).toEqual(["offline", "de"]);
  });
});
