import { beforeEach, describe, expect, it } from "@jest/globals";
import { revision } from "#shared/domain/okr/ids.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Outbox } from "#shared/application/outbox/outbox.ts";
import type { OkrRepository, OkrWrite } from "#shared/ports/okrRepository.ts";
import { createMemoryLocks } from "#tests/support/copies.ts";
import { createMemoryOutboxDisk, createMemoryOutboxStore } from "#tests/support/memoryOutboxStore.ts";
import { aCheckIn, aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { aChange, anEntry, outboxOver, outboxWorld, states } from "#tests/support/outbox.ts";

let world: ReturnType<typeof outboxWorld>;

beforeEach(() => {
  world = outboxWorld();
});

const createOne: OkrWrite = { kind: "createObjective", objective: anObjective(1) };
const createBelow: OkrWrite = { kind: "createKeyResult", keyResult: aKeyResult(1, 1) };
const checkIn: OkrWrite = { kind: "addCheckIn", checkIn: aCheckIn(1, 1) };

describe("sending", () => {
  it("[OB1] keeps an entry before it is sent, and takes nothing that cannot be kept", async () => {
    const disk = createMemoryOutboxDisk();
    const outbox = outboxOver({ okrRepository: world.mine, outboxStore: createMemoryOutboxStore(disk) });
    await outbox.add([anEntry(createOne)]);
    expect([...disk.entries.values()].map(({ state }) => state.type)).toEqual(["waiting"]);
    expect((await world.stored()).objectives).toEqual([]);
    disk.refuse = "full";
    expect(await outbox.add([anEntry(createBelow)])).toEqual({
      ok: false,
      error: { type: "OutboxUnavailable", reason: "full" },
    });
    expect(states(outbox)).toEqual(["waiting"]);
  });

  it("[OB2] sends what waits, whatever its order, and what another day left behind", async () => {
    const disk = createMemoryOutboxDisk();
    const first = outboxOver({
      okrRepository: world.failing({ type: "Offline" }),
      outboxStore: createMemoryOutboxStore(disk),
    });
    await first.add([checkIn, createBelow, createOne].map((write) => anEntry(write)));
    expect(await first.run()).toEqual({ failure: { type: "Offline" } });
    expect(states(first)).toEqual(["waiting", "waiting", "waiting"]);
    const next = outboxOver({ okrRepository: world.mine, outboxStore: createMemoryOutboxStore(disk) });
    await next.load();
    expect(await next.run()).toEqual({});
    expect(states(next)).toEqual(["done", "done", "done"]);
    const { objectives, keyResults, checkIns } = await world.stored();
    expect([objectives.length, keyResults.length, checkIns.length]).toEqual([1, 1, 1]);
  });

  it("[OB2] sends what is added while others are on their way", async () => {
    let added = false;
    const outbox: Outbox = outboxOver({
      okrRepository: {
        ...world.mine,
        write: async (writes, onOutcome, signal) => {
          if (!added) {
            added = true;
            await outbox.add([anEntry(createBelow)]);
            void outbox.run();
          }
          return world.mine.write(writes, onOutcome, signal);
        },
      },
    });
    await outbox.add([anEntry(createOne)]);
    await outbox.run();
    expect(states(outbox)).toEqual(["done", "done"]);
  });

  it("[OB2] [OB4] sends everything once, though two windows begin at the same moment", async () => {
    const disk = createMemoryOutboxDisk();
    const locks = createMemoryLocks();
    let writes = 0;
    const counting: OkrRepository = {
      ...world.mine,
      write: (list, ...rest) => {
        writes += list.length;
        return world.mine.write(list, ...rest);
      },
    };
    const windows = [1, 2].map(() =>
      outboxOver({ okrRepository: counting, outboxStore: createMemoryOutboxStore(disk), locks }),
    );
    await windows[0]?.add([anEntry(createOne), anEntry(checkIn)]);
    await Promise.all(windows.map((window) => window.run()));
    expect(writes).toBe(2);
    expect(windows.map(states)).toEqual([
      ["done", "done"],
      ["done", "done"],
    ]);
  });

  it("[OB4] sends again what was on its way when everything stopped", async () => {
    const disk = createMemoryOutboxDisk();
    const stopped = outboxOver({
      okrRepository: {
        ...world.mine,
        write: (writes) => world.mine.write(writes).then(() => new Promise(() => undefined)),
      },
      outboxStore: createMemoryOutboxStore(disk),
    });
    await stopped.add([anEntry(createOne), anEntry(checkIn)]);
    void stopped.run();
    await new Promise((resolve) => setImmediate(resolve));
    expect([...disk.entries.values()].map(({ state }) => state.type)).toEqual(["sending", "sending"]);
    const next = outboxOver({ okrRepository: world.mine, outboxStore: createMemoryOutboxStore(disk) });
    await next.run();
    expect(states(next)).toEqual(["done", "done"]);
    expect((await world.stored()).checkIns).toHaveLength(1);
  });
});

describe("order", () => {
  it("[OB3] holds back what needs a refused entry, and lets everything else go", async () => {
    const outbox = outboxOver({ okrRepository: world.mine });
    const tooLong: OkrWrite = { kind: "createObjective", objective: anObjective(1, { title: "x".repeat(300) }) };
    await outbox.add([anEntry(tooLong), anEntry(createBelow), anEntry(checkIn)]);
    await outbox.run();
    await outbox.add([anEntry({ kind: "createObjective", objective: anObjective(2) })]);
    await outbox.run();
    expect(states(outbox)).toEqual(["refused", "waiting", "waiting", "done"]);
    expect((await world.stored()).keyResults).toEqual([]);
  });

  it("[OB3] stores two changes of one record one after the other and asks nobody", async () => {
    const [objective, made] = await world.anObjectiveThere();
    const outbox = outboxOver({ okrRepository: world.mine });
    await outbox.add([
      aChange(objective, { title: "First", why: "One" }, made),
      aChange(objective, { title: "Second", order: 7 }, made),
    ]);
    await outbox.run();
    expect(states(outbox)).toEqual(["done", "done"]);
    expect((await world.stored()).objectives).toEqual([{ ...objective, title: "Second", why: "One", order: 7 }]);
  });

  it("[OB3] changes and removes what it has just made", async () => {
    const outbox = outboxOver({ okrRepository: world.mine });
    await outbox.add([
      anEntry(createOne),
      aChange(anObjective(1), { title: "Better" }, ""),
      anEntry({ kind: "removeObjective", id: anObjective(1).id, basedOn: revision("") }, { base: anObjective(1) }),
    ]);
    await outbox.run();
    expect(states(outbox)).toEqual(["done", "done", "done"]);
    expect((await world.stored()).objectives).toEqual([]);
  });
});

describe("outcomes", () => {
  it.each<readonly [AccessError]>([
    [{ type: "Offline" }],
    [{ type: "Busy", retryAfterMs: 30_000 }],
    [{ type: "SignInNeeded", reason: "interactionRequired", scopes: [] }],
    [{ type: "Unexpected", status: 500 }],
  ])("[OB7] waits after %j and says why", async (error) => {
    const outbox = outboxOver({ okrRepository: world.failing(error) });
    await outbox.add([anEntry(createOne)]);
    expect(await outbox.run()).toEqual({ failure: error });
    expect(outbox.state.get()).toMatchObject({ failure: error, entries: [{ state: { type: "waiting" } }] });
    expect(await outbox.run()).toEqual({});
    expect(outbox.state.get()).not.toHaveProperty("failure");
    expect(states(outbox)).toEqual(["done"]);
  });

  it("[OB7] tells what the service will not take, and lets it try again", async () => {
    const outbox = outboxOver({ okrRepository: world.failing({ type: "Forbidden" }) });
    const change = aChange(anObjective(9), { title: "New" }, "row#1");
    await outbox.add([anEntry(createOne)]);
    await outbox.run();
    await outbox.add([change]);
    await outbox.run();
    expect(outbox.state.get().entries.map(({ state }) => state)).toEqual([
      { type: "refused", reason: { type: "Forbidden" } },
      { type: "refused", reason: { type: "Gone" } },
    ]);
    await outbox.retry(new Set([outbox.state.get().entries[0]?.id ?? ""]));
    await outbox.run();
    expect(states(outbox)).toEqual(["done", "refused"]);
    await outbox.forget(new Set([change.id]));
    expect(states(outbox)).toEqual(["done"]);
  });

  it("[OB9] stops after what is under way and goes on later", async () => {
    const outbox: Outbox = outboxOver({
      okrRepository: {
        ...world.mine,
        write: (writes, onOutcome, signal) =>
          world.mine.write(
            writes,
            (index, outcome) => {
              if (index === 1) outbox.cancel();
              onOutcome?.(index, outcome);
            },
            signal,
          ),
      },
    });
    await outbox.add([1, 2, 3, 4].map((n) => anEntry({ kind: "createObjective", objective: anObjective(n) })));
    expect(await outbox.run()).toEqual({});
    expect(states(outbox)).toEqual(["done", "done", "waiting", "waiting"]);
    await outbox.run();
    expect(states(outbox)).toEqual(["done", "done", "done", "done"]);
  });

  it("[OB10] gives up what is not stored, with what cannot be without it", async () => {
    const outbox = outboxOver({ okrRepository: world.failing({ type: "Offline" }) });
    const entries = [createOne, createBelow, checkIn].map((write) => anEntry(write));
    const other = anEntry({ kind: "createObjective", objective: anObjective(2) });
    await outbox.add([...entries, other]);
    await outbox.run();
    const withdrawn = await outbox.withdraw(new Set([entries[0]?.id ?? ""]));
    expect(withdrawn.ok && withdrawn.value.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    await outbox.run();
    expect((await world.stored()).objectives.map(({ id }) => id)).toEqual([anObjective(2).id]);
    expect(await outbox.withdraw(new Set([other.id]))).toEqual({ ok: true, value: [] });
  });
});
