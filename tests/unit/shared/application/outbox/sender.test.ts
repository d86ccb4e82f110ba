import { describe, expect, it } from "@jest/globals";
import { createSender } from "#shared/application/outbox/sender.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createMemoryOutboxDisk, createMemoryOutboxStore } from "#tests/support/memoryOutboxStore.ts";
import { aCheckIn } from "#tests/support/okrs.ts";
import { anEntry, createManualNetwork, outboxOver } from "#tests/support/outbox.ts";

/** A sender before a service that answers with these errors, one attempt after the other. */
const open = (...errors: AccessError[]) => {
  const home = createMemoryHome();
  const memory = createMemoryOkrRepository(home);
  const clock = createManualClock();
  const network = createManualNetwork();
  const disk = createMemoryOutboxDisk();
  const attempts: number[] = [];
  const begun = clock.now();
  const okrRepository: OkrRepository = {
    ...memory,
    write: (writes, onOutcome, signal) => {
      attempts.push(clock.now() - begun);
      const error = errors.shift();
      if (!error) return memory.write(writes, onOutcome, signal);
      writes.forEach((_, index) => onOutcome?.(index, { type: "Failed", error }));
      return Promise.resolve(writes.map(() => ({ type: "Failed", error })));
    },
  };
  const outbox = outboxOver({ okrRepository, clock, outboxStore: createMemoryOutboxStore(disk) });
  const sender = createSender({ outbox, clock, network, chance: () => 0.5 });
  const add = () => outbox.add([anEntry({ kind: "addCheckIn", checkIn: aCheckIn(1, 1) })]);
  return { home, disk, clock, network, outbox, sender, attempts, add };
};

const offline: AccessError = { type: "Offline" };

describe("createSender", () => {
  it("[OB2] sends at the start what an earlier day left, and forgets what was done", async () => {
    const { home, disk, outbox, sender, add } = open();
    await add();
    await sender.start();
    expect(home.checkIns.size).toBe(1);
    expect([...disk.entries.values()].map(({ state }) => state.type)).toEqual(["done"]);
    await sender.start();
    expect(outbox.state.get().entries).toEqual([]);
  });

  it("[OB2] tries again by itself, more and more seldom, and ends when all is sent", async () => {
    const { clock, sender, attempts, add } = open(offline, offline, offline);
    await add();
    await sender.now();
    await clock.pass(10 * 60_000);
    expect(attempts).toEqual([0, 5000, 15_000, 35_000]);
  });

  it("[OB7] waits as long as the service asks, at most five minutes of it, and comes at its own moment of the ten minutes after", async () => {
    const { clock, sender, attempts, add } = open(
      { type: "Busy", retryAfterMs: 30_000 },
      { type: "Busy", retryAfterMs: 9e9 },
    );
    await add();
    await sender.now();
    await clock.pass(20 * 60_000);
    expect(attempts).toEqual([0, 330_000, 330_000 + 600_000]);
  });

  it("[OB7] does not ask again and again what only somebody can change, until something is answered", async () => {
    const signIn: AccessError = { type: "SignInNeeded", reason: "failed", scopes: [] };
    const { clock, sender, attempts, add, home } = open(signIn, signIn);
    await add();
    await sender.now();
    await clock.pass(60 * 60_000);
    expect(attempts).toEqual([0]);
    sender.nudge();
    await clock.pass(0);
    expect(home.checkIns.size).toBe(0);
    sender.nudge();
    await clock.pass(0);
    expect(home.checkIns.size).toBe(1);
  });

  it("[OB2] sends as soon as there is a network again", async () => {
    const { clock, network, sender, attempts, add } = open(offline);
    await add();
    await sender.start();
    network.comeBack();
    await clock.pass(0);
    expect(attempts).toEqual([0, 0]);
    network.comeBack();
    await clock.pass(60_000);
    expect(attempts).toEqual([0, 0]);
  });

  it("[OB2] looks for what waits once it is known who is signed in", async () => {
    const { clock, disk, sender, home, add } = open();
    await add();
    disk.refuse = "nobody";
    await sender.start();
    expect(home.checkIns.size).toBe(0);
    disk.refuse = undefined;
    sender.nudge();
    await clock.pass(0);
    expect(home.checkIns.size).toBe(1);
  });

  it("does nothing any more after its end", async () => {
    const { clock, network, sender, attempts, add } = open(offline);
    await add();
    await sender.now();
    sender.dispose();
    network.comeBack();
    await clock.pass(60_000);
    expect(attempts).toEqual([0]);
  });
});
