import { describe, expect, it } from "@jest/globals";
import { recordInitiative, type InitiativeEdit } from "#shared/application/initiatives/recordInitiative.ts";
import { createShownInitiatives } from "#shared/application/initiatives/shownInitiatives.ts";
import { initiativesUnderWay } from "#shared/application/initiatives/underWay.ts";
import { createStore } from "#shared/application/store.ts";
import { createSender } from "#shared/application/outbox/sender.ts";
import { cycleKey, revision, unitKey } from "#shared/domain/okr/ids.ts";
import { noInitiatives } from "#shared/domain/okr/initiative.ts";
import { err } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { copyOf } from "#tests/support/copies.ts";
import { createManualDay } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createManualNetwork, outboxOver } from "#tests/support/outbox.ts";
import { anInitiative, guid, lena } from "#tests/support/okrs.ts";

const minute = 60_000;
const germany = { cycleKeys: [cycleKey("2026-q1")], units: [unitKey("de")] };

const setUp = () => {
  const home = createMemoryHome();
  const others = createMemoryOkrRepository(home, "Farid Haddad");
  const server = createMemoryOkrRepository(home);
  const asked: string[] = [];
  const trouble: { error?: AccessError } = {};
  const remote: OkrRepository = {
    ...server,
    readInitiatives: (scope) => {
      asked.push("initiatives");
      return trouble.error ? Promise.resolve(err(trouble.error)) : server.readInitiatives(scope);
    },
    write: (writes, ...rest) =>
      trouble.error
        ? Promise.resolve(writes.map(() => ({ type: "Failed", error: trouble.error ?? { type: "Offline" } })))
        : server.write(writes, ...rest),
  };
  const { clock, pressure } = createManualDay();
  const copy = copyOf(remote, { clock });
  const outbox = outboxOver({ okrRepository: remote, clock });
  const sender = createSender({ outbox, clock, network: createManualNetwork(), chance: () => 0 });
  const looks = createStore(0);
  const people = { checkIns: 0 };
  const crowd = { perMinute: () => people.checkIns };
  const shown = createShownInitiatives({
    okrRepository: copy,
    clock,
    pressure,
    crowd,
    copy,
    session: { looks },
    outbox,
  });
  let made = 0;
  const ids = { guid: () => guid("2", (made += 1)) };
  const signIn = { current: () => Promise.resolve({ ok: true, value: lena } as const) };
  const record = recordInitiative({ clock, ids, signIn, outbox, sender });
  const visible = () => {
    const state = shown.state.get();
    return initiativesUnderWay(state.kind === "ready" ? state.set : noInitiatives, outbox.state.get().entries);
  };
  return {
    home,
    others,
    outbox,
    clock,
    trouble,
    people,
    shown,
    visible,
    titles: () => visible().map(({ initiative }) => initiative.title),
    asked: () => asked.splice(0).length,
    look: async () => {
      looks.set(clock.now());
      await clock.pass(0);
    },
    edit: async (edit: InitiativeEdit) => {
      expect(await record(edit)).toEqual({ ok: true, value: undefined });
      await clock.pass(0);
    },
  };
};

const make = (n: number): InitiativeEdit => ({ kind: "make", after: anInitiative(n, 1) });

describe("initiatives that are looked at", () => {
  it("[LV13] are read with one question, asked again at each look while they show, and not else", async () => {
    const world = setUp();
    await world.look();
    expect(world.asked()).toBe(0);
    const leave = world.shown.follow(germany);
    await world.clock.pass(0);
    await world.look();
    expect(world.asked()).toBe(1);
    await world.others.write([{ kind: "createInitiative", initiative: anInitiative(1, 1) }]);
    await world.clock.pass(15_000);
    await world.look();
    expect([world.asked(), world.titles()]).toEqual([1, ["Initiative 1"]]);
    world.people.checkIns = 200;
    for (let minutes = 0; minutes < 9; minutes += 1) {
      await world.clock.pass(minute);
      await world.look();
    }
    expect(world.asked()).toBe(0);
    await world.clock.pass(minute);
    await world.look();
    expect(world.asked()).toBe(1);
    leave();
    await world.clock.pass(20 * minute);
    await world.look();
    expect(world.asked()).toBe(0);
  });

  it("[LV13] are shown from the copy at once, also when nobody can be asked", async () => {
    const world = setUp();
    await world.others.write([{ kind: "createInitiative", initiative: anInitiative(1, 1) }]);
    const leave = world.shown.follow(germany);
    await world.clock.pass(0);
    leave();
    await world.clock.pass(minute);
    world.trouble.error = { type: "Offline" };
    world.shown.follow(germany);
    await world.clock.pass(0);
    expect(world.titles()).toEqual(["Initiative 1"]);
    world.shown.follow({ ...germany, units: [unitKey("ke")] });
    await world.clock.pass(0);
    expect(world.shown.state.get()).toEqual({ kind: "failed", error: { type: "Offline" } });
  });

  it("[LV14] show at once what somebody types, whether it can be sent or not", async () => {
    const world = setUp();
    world.shown.follow(germany);
    await world.clock.pass(0);
    world.trouble.error = { type: "Offline" };
    await world.edit(make(1));
    const [made] = world.visible();
    expect(made).toMatchObject({ initiative: anInitiative(1, 1), entry: { state: { type: "waiting" } } });
    const after = anInitiative(1, 1, { state: "done" });
    await world.edit({ kind: "change", before: anInitiative(1, 1), after, revision: revision("") });
    expect(world.visible().map(({ initiative }) => initiative)).toEqual([after]);
    delete world.trouble.error;
    await world.outbox.run();
    expect(world.visible()).toEqual([{ initiative: after, revision: expect.any(String) }]);
    expect([...world.home.initiatives.values()].map(({ record }) => record)).toEqual([after]);
    expect(world.asked()).toBe(1);
  });

  it("[LV14] show what was stored without a question, and what others do afterwards", async () => {
    const world = setUp();
    world.shown.follow(germany);
    await world.clock.pass(0);
    await world.edit(make(1));
    const [shown] = world.visible();
    if (!shown?.revision) throw new Error("not stored");
    expect(world.asked()).toBe(1);
    const theirs = { title: "Theirs" };
    const { initiative: before, revision: basedOn } = shown;
    await world.others.write([{ kind: "changeInitiative", id: before.id, changes: theirs, basedOn }]);
    await world.edit({ kind: "change", before, after: { ...before, state: "done" }, revision: basedOn });
    expect(world.visible().map(({ initiative }) => initiative)).toEqual([{ ...before, ...theirs, state: "done" }]);
    const [now] = world.visible();
    if (!now?.revision) throw new Error("not stored");
    await world.edit({ kind: "remove", before: now.initiative, revision: now.revision });
    expect(world.visible()).toEqual([]);
    await world.clock.pass(15_000);
    await world.look();
    expect([world.visible(), world.home.initiatives.size]).toEqual([[], 0]);
  });

  it("[LV14] keep a conflict beside what is stored, until somebody decides", async () => {
    const world = setUp();
    world.shown.follow(germany);
    await world.clock.pass(0);
    await world.edit(make(1));
    const [shown] = world.visible();
    if (!shown?.revision) throw new Error("not stored");
    const { initiative: before, revision: basedOn } = shown;
    await world.others.write([{ kind: "changeInitiative", id: before.id, changes: { state: "dropped" }, basedOn }]);
    await world.edit({ kind: "change", before, after: { ...before, state: "done" }, revision: basedOn });
    const [asked] = world.visible();
    expect(asked?.entry?.state).toMatchObject({
      type: "conflict",
      modifiedBy: "Farid Haddad",
      clashes: [{ field: "state", base: "underWay", mine: "done", theirs: "dropped" }],
    });
    await world.outbox.resolve(asked?.entry?.id ?? "", { state: "mine" });
    await world.outbox.run();
    expect(world.visible().map(({ initiative }) => initiative.state)).toEqual(["done"]);
  });
});
