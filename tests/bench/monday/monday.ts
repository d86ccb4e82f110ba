/**
 * Monday morning: 15,000 people open their board within three hours and check in, all through one app registration with 5,000
 * resource units a minute. The clients are the product's own: session, polling, requests, retries. Only the service is a bill.
 */
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { createPace } from "#shared/adapters/graph/request/pace.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { createOkrSession, type OkrSession } from "#shared/application/okrSession.ts";
import { unitKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { instantOf } from "#shared/domain/day.ts";
import { createRandom } from "#simulator/graph/random.ts";
import { defaultSettings } from "#simulator/graph/settings.ts";
import { createManualVisibility, type ManualVisibility } from "#tests/support/manualClock.ts";
import { createMemoryCopyDisk, createMemoryCopyStore, type MemoryCopyDisk } from "#tests/support/memoryCopyStore.ts";
import { aCheckIn } from "#tests/support/okrs.ts";
import { copyOf, noLocks } from "#tests/support/copies.ts";
import { line, print } from "../lines.ts";
import { COUNTRIES, TEAMS_PER_COUNTRY } from "../organisation.ts";
import { createService, type Service } from "./service.ts";
import { createVirtualClock, type VirtualClock } from "./virtualClock.ts";

const PEOPLE = 15_000;
const CHECK_INS_EACH = 3;
const HOURS = 3;
const MINUTE = 60_000;
const START = Date.UTC(2026, 1, 16, 8);
const SEED = 2026;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Share of people who open the tab where nothing is kept yet. */
const NEW_DEVICES = 0.1;
/** The busiest minute has three times the average: a bell of this width around the first hour. */
const WIDTH_MINUTES = (HOURS * 60) / (3 * Math.sqrt(2 * Math.PI));

type Chance = () => number;

/** Box-Muller. */
const bell = (chance: Chance): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

const arrivalOf = (chance: Chance): number => {
  for (;;) {
    const minute = 60 + bell(chance) * WIDTH_MINUTES;
    if (minute >= 0 && minute < HOURS * 60) return START + minute * MINUTE;
  }
};

const between = (chance: Chance, least: number, most: number): number => least + chance() * (most - least);

interface Day {
  readonly clock: VirtualClock;
  readonly service: Service;
  readonly chance: Chance;
  /** Milliseconds from pressing the button to the answer, of each check-in. */
  readonly waits: number[];
  readonly failed: { count: number };
  /** What devices hold, by team. */
  readonly disks: readonly MemoryCopyDisk[];
}

interface Desk {
  readonly session: OkrSession;
  readonly okrRepository: OkrRepository;
  readonly visibility: ManualVisibility;
}

/** The product as the tab composes it, on a device with that disk. */
const deskOf = (
  person: number,
  { clock, service, chance }: Pick<Day, "clock" | "service" | "chance">,
  disk: MemoryCopyDisk,
): Desk => {
  const pace = createPace(clock);
  const send = connectToGraph({
    signIn: createTokenSignIn("token"),
    clock,
    random: chance,
    pace,
    fetch: service.fetchAs(String(person)),
  });
  const remote = createGraphOkrRepository({ send, homeSite: "monday.example:/sites/okrs" });
  const copy = copyOf(remote, { copyStore: createMemoryCopyStore(disk), locks: noLocks, clock });
  const visibility = createManualVisibility();
  const session = createOkrSession({ okrRepository: copy, copy, clock, visibility, chance, pressure: pace.pressure });
  return { session, okrRepository: copy, visibility };
};

const teamOf = (person: number): UnitKey =>
  unitKey(`c${person % COUNTRIES}-t${Math.floor(person / COUNTRIES) % TEAMS_PER_COUNTRY}`);

/** What last Monday's visit left on the devices of each team. */
const lastWeek = async (chance: Chance): Promise<readonly MemoryCopyDisk[]> => {
  const disks: MemoryCopyDisk[] = [];
  for (let team = 0; team < COUNTRIES * TEAMS_PER_COUNTRY; team += 1) {
    const clock = createVirtualClock(START - WEEK);
    const service = createService(clock, () => 50);
    const disk = createMemoryCopyDisk();
    const { session } = deskOf(team, { clock, service, chance }, disk);
    void session.start({ unitKey: teamOf(team) });
    await clock.runUntil(START - WEEK + 10_000);
    session.dispose();
    disks.push(disk);
  }
  return disks;
};

const copyOfDisk = (disk: MemoryCopyDisk): MemoryCopyDisk => ({
  ...disk,
  partitions: new Map(disk.partitions),
  rows: new Map(disk.rows),
  gone: new Map(disk.gone),
  windows: new Set(),
});

const morningOf = async (person: number, day: Day): Promise<void> => {
  const { clock, chance, waits, failed, disks } = day;
  const pause = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));
  const known = disks[person % disks.length];
  const isNew = !known || chance() < NEW_DEVICES;
  const disk = isNew ? createMemoryCopyDisk() : copyOfDisk(known);
  const { session, okrRepository, visibility } = deskOf(person, day, disk);
  const team = teamOf(person);
  await session.start({ unitKey: team });
  for (let n = 0; n < CHECK_INS_EACH; n += 1) {
    await pause(between(chance, 15_000, 40_000));
    const pressed = clock.now();
    const checkIn = aCheckIn(person * CHECK_INS_EACH + n, 1, { unitKey: team, at: instantOf(pressed) });
    const [outcome] = await okrRepository.write([{ kind: "addCheckIn", checkIn }]);
    if (outcome?.type === "Written") waits.push(clock.now() - pressed);
    else failed.count += 1;
  }
  await pause(between(chance, 10_000, 120_000));
  visibility.set(false);
  session.dispose();
};

const share = (sorted: readonly number[], part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;

export const benchMonday = async (): Promise<void> => {
  const chance = createRandom(SEED);
  const clock = createVirtualClock(START);
  const service = createService(clock, () => between(chance, 40, 120));
  const disks = await lastWeek(chance);
  const day: Day = { clock, service, chance, waits: [], failed: { count: 0 }, disks };
  for (let person = 0; person < PEOPLE; person += 1) {
    clock.after(arrivalOf(chance) - START, () => void morningOf(person, day));
  }
  await clock.runUntil(START + (HOURS + 1) * 60 * MINUTE);

  const { bill, waits, failed } = { ...service, ...day };
  const minutes = Array.from({ length: HOURS * 60 }, (_, minute) => bill.perMinute[minute] ?? 0);
  const sorted = waits.toSorted((a, b) => a - b);
  const limit = defaultSettings.resourceUnitsPerMinute;
  const average = minutes.reduce((sum, units) => sum + units, 0) / minutes.length;
  print(line("Monday, busiest minute", "resource units a minute", Math.max(...minutes), { limit }));
  print(line("Monday, average", "resource units a minute", average, { limit }));
  print(line("Monday, per person", "resource units", (average * minutes.length) / PEOPLE));
  print(line("Monday, calls", "calls", bill.calls));
  print(line("Monday, requests refused as too many", "requests", bill.refused, { limit: 0 }));
  print(line("Monday, polls", "requests", bill.polls));
  print(line("Monday, check-ins stored", "rows", bill.stored.size, { limit: PEOPLE * CHECK_INS_EACH }));
  print(line("Monday, check-ins doubled", "rows", bill.doubled, { limit: 0 }));
  print(line("Monday, check-ins not answered", "rows", PEOPLE * CHECK_INS_EACH - waits.length, { limit: 0 }));
  print(line("Monday, check-ins failed", "rows", failed.count, { limit: 0 }));
  print(line("Monday, a check-in is stored after, median", "seconds", share(sorted, 0.5) / 1000));
  print(line("Monday, a check-in is stored after, 99 of 100", "seconds", share(sorted, 0.99) / 1000));
};
