import { describe, expect, it } from "@jest/globals";
import { createCrowd, isCrowded } from "#shared/application/crowd.ts";
import { instantOf } from "#shared/domain/day.ts";
import { cycleKey, partitionKey, unitKey } from "#shared/domain/okr/ids.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";

const quarter = cycleKey("2026-q1");
const units = ["co", "de", "ke", "fr"].map((key) =>
  aUnit({ key: unitKey(key), ...(key === "co" ? {} : { parentKey: unitKey("co") }) }),
);
const partitions = [
  ...["de", "ke", "fr"].map((key) => ({
    key: partitionKey(`q1-${key}`),
    cycleKey: quarter,
    roots: [unitKey(key)],
    closed: false,
  })),
  { key: partitionKey("q1"), cycleKey: quarter, roots: [], closed: false },
];

/** Somebody who looks at Germany, and others who check in there. */
const setUp = async (ofPartitions: typeof partitions) => {
  const home = createMemoryHome({ cycles: [aCycle()], units, partitions: ofPartitions });
  const others = createMemoryOkrRepository(home, "Somebody else");
  await others.write([
    { kind: "createObjective", objective: anObjective(1) },
    { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
  ]);
  const clock = createManualClock();
  const crowd = createCrowd({ clock });
  const repository = crowd.watching(createMemoryOkrRepository(home));
  await repository.readFrame();
  const opened = await repository.openOkrs({ cycleKeys: [quarter], units: [unitKey("de")] });
  let cursors = opened.ok ? opened.value.cursors : new Map();
  let made = 0;
  const checkIn = async (count: number, at = clock.now()): Promise<void> => {
    for (let n = 0; n < count; n += 1) {
      made += 1;
      await others.write([{ kind: "addCheckIn", checkIn: aCheckIn(made, 1, { at: instantOf(at) }) }]);
    }
  };
  const look = async (): Promise<void> => {
    const changes = await repository.readChanges(cursors);
    if (changes.ok) cursors = changes.value.next;
  };
  return { clock, crowd, checkIn, look };
};

describe("how many people are at it", () => {
  it("[LV12] is told by the check-ins of the last minute, for the partitions that were not asked too", async () => {
    const { clock, crowd, checkIn, look } = await setUp(partitions);
    expect(crowd.perMinute()).toBe(0);
    await clock.pass(60_000);
    await checkIn(4);
    await checkIn(5, clock.now() - 60_000);
    await look();
    expect(crowd.perMinute()).toBe(12);
    await clock.pass(30_000);
    await checkIn(30);
    await look();
    expect([crowd.perMinute(), isCrowded({ crowd })]).toEqual([102, true]);
    await clock.pass(30_000);
    await look();
    expect([crowd.perMinute(), isCrowded({ crowd })]).toEqual([90, false]);
  });

  it("[LV12] is believed until the next look, and forgotten when there is none", async () => {
    const { clock, crowd, checkIn, look } = await setUp(partitions);
    await clock.pass(60_000);
    await checkIn(40);
    await look();
    await clock.pass(5 * 60_000);
    expect(crowd.perMinute()).toBe(120);
    await clock.pass(60_000);
    expect(crowd.perMinute()).toBe(0);
  });

  it("[LV12] is told at the first look already by whoever has only just come", async () => {
    const { clock, crowd, checkIn, look } = await setUp(partitions);
    await checkIn(10);
    await clock.pass(15_000);
    await look();
    expect(crowd.perMinute()).toBe(120);
  });

  it("[LV12] is what comes by where everything lies in the home lists", async () => {
    const { clock, crowd, checkIn, look } = await setUp([]);
    await clock.pass(60_000);
    await checkIn(7);
    await look();
    expect(crowd.perMinute()).toBe(7);
  });
});
