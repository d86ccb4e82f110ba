import { describe, expect, it } from "@jest/globals";
import { scheduleUpkeep } from "#shared/application/upkeep/upkeep.ts";
import type { UpkeepOutcome } from "#shared/application/upkeep/runUpkeep.ts";
import type { Keep } from "#shared/ports/keep.ts";
import { createManualDay } from "#tests/support/manualClock.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const MINUTE = 60_000;

const scene = (outcome: UpkeepOutcome = { type: "Done" }, keep: Keep = memoryKeep()) => {
  const day = createManualDay();
  let runs = 0;
  const run = (): Promise<UpkeepOutcome> => {
    runs += 1;
    return Promise.resolve(outcome);
  };
  const people = { checkIns: 0 };
  let done = 0;
  const onDone = (): void => {
    done += 1;
  };
  const schedule = scheduleUpkeep({ ...day, keep, run, onDone, crowd: { perMinute: () => people.checkIns } });
  return { ...day, people, keep, schedule, runs: () => runs, done: () => done };
};

describe("the times of upkeep", () => {
  it("[UK2] begins some minutes after somebody came, and goes on while they stay", async () => {
    const { clock, runs } = scene();
    await clock.pass(4 * MINUTE);
    expect(runs()).toBe(0);
    await clock.pass(5 * MINUTE);
    expect(runs()).toBe(1);
    await clock.pass(20 * MINUTE);
    expect(runs()).toBe(2);
  });

  it("[UK2] begins in seconds where nobody has ever counted, once, and tells when it is done", async () => {
    const { clock, visibility, schedule, runs, done } = scene();
    await clock.pass(1000);
    schedule.hurry();
    schedule.hurry();
    await clock.pass(5000);
    expect([runs(), done()]).toEqual([0, 0]);
    visibility.set(false);
    await clock.pass(MINUTE);
    visibility.set(true);
    await clock.pass(15_000);
    expect([runs(), done()]).toEqual([1, 1]);
    schedule.hurry();
    await clock.pass(10 * MINUTE);
    expect(runs()).toBe(1);
    const other = scene({ type: "NotDue" });
    other.schedule.hurry();
    await other.clock.pass(MINUTE);
    expect([other.runs(), other.done()]).toEqual([1, 0]);
    await other.clock.pass(1.5 * MINUTE);
    expect(other.runs()).toBe(2);
    await other.clock.pass(9 * MINUTE);
    expect(other.runs()).toBe(6);
    await other.clock.pass(5 * MINUTE);
    expect(other.runs()).toBe(6);
  });

  it("[UK2] waits until the many have gone", async () => {
    const { clock, people, runs } = scene();
    people.checkIns = 100;
    await clock.pass(60 * MINUTE);
    expect(runs()).toBe(0);
    people.checkIns = 99;
    await clock.pass(20 * MINUTE);
    expect(runs()).toBe(1);
  });

  it("[UK2] waits for eyes and for a service that is at ease", async () => {
    const { clock, visibility, pressure, runs } = scene();
    visibility.set(false);
    await clock.pass(60 * MINUTE);
    expect(runs()).toBe(0);
    visibility.set(true);
    pressure.set("tight");
    await clock.pass(30 * MINUTE);
    expect(runs()).toBe(0);
    pressure.set("free");
    await clock.pass(20 * MINUTE);
    expect(runs()).toBe(1);
  });

  it("[UK3] asks whoever was refused not again for thirty days", async () => {
    const first = scene({ type: "Failed", error: { type: "Forbidden" } });
    await first.clock.pass(60 * MINUTE);
    expect(first.runs()).toBe(1);
    const second = scene({ type: "Done" }, first.keep);
    await second.clock.pass(60 * MINUTE);
    expect(second.runs()).toBe(0);
    const offline = scene({ type: "Failed", error: { type: "Offline" } });
    await offline.clock.pass(60 * MINUTE);
    expect(offline.runs()).toBeGreaterThan(1);
  });

  it("[UK2] ends with the page", async () => {
    const { clock, schedule, visibility, runs } = scene();
    schedule.dispose();
    visibility.set(true);
    await clock.pass(60 * MINUTE);
    expect(runs()).toBe(0);
  });
});
