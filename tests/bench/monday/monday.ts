/**
 * Monday morning: 15,000 people open their board within three hours and check in, all through one app registration with 5,000
 * resource units a minute. The clients are the product's own: session, polling, outbox, requests, retries. Only the service is a
 * bill. A second morning shows what they do when the budget is gone for ten minutes.
 */
import { createRandom } from "#simulator/graph/random.ts";
import { defaultSettings } from "#simulator/graph/settings.ts";
import { createMemoryCopyDisk, type MemoryCopyDisk } from "#tests/support/memoryCopyStore.ts";
import { createMemoryOutboxDisk } from "#tests/support/memoryOutboxStore.ts";
import { line, print } from "../lines.ts";
import { COUNTRIES, frame, TEAMS_PER_COUNTRY } from "../organisation.ts";
import { between, CHECK_INS_EACH, morningOf, visit, type Day, type Notes } from "./person.ts";
import { createService, type Service } from "./service.ts";
import { createVirtualClock, type VirtualClock } from "./virtualClock.ts";

const PEOPLE = 15_000;
const HOURS = 3;
const MINUTE = 60_000;
const START = Date.UTC(2026, 1, 16, 8);
const SEED = 2026;
const WEEK = 7 * 24 * 60 * MINUTE;
/** Share of people who open the tab where nothing is kept yet. */
const NEW_DEVICES = 0.1;
/** The busiest minute has three times the average: a bell of this width around the first hour. */
const WIDTH_MINUTES = (HOURS * 60) / (3 * Math.sqrt(2 * Math.PI));
/** What a week of check-ins leaves in each list of them: 40,000 key results, each once, in 13 partitions of the quarter. */
const CHECK_INS_A_WEEK = 3_100;
/** Minutes around the busiest one. */
const RUSH = [45, 75] as const;
/** Minutes in which nothing is left. */
const SHORTAGE = [60, 70] as const;

type Chance = () => number;

/** Box-Muller. */
const bell = (chance: Chance): number => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());

const arrivalOf = (chance: Chance): number => {
  for (;;) {
    const minute = 60 + bell(chance) * WIDTH_MINUTES;
    if (minute >= 0 && minute < HOURS * 60) return minute * MINUTE;
  }
};

const noNotes = (): Notes => ({
  pressed: new Map(),
  kept: new Set(),
  refusals: [],
  updates: [],
  returns: 0,
  closedDoors: 0,
});

const latencyOf = (chance: Chance) => (): number => between(chance, 40, 120);

/** What last Monday's visit left on the devices of each team. */
const lastWeek = async (chance: Chance): Promise<readonly MemoryCopyDisk[]> => {
  const clock = createVirtualClock(START - WEEK);
  const known = { frame, asOf: clock.now() };
  const copies = Array.from({ length: COUNTRIES * TEAMS_PER_COUNTRY }, () => ({
    ...createMemoryCopyDisk(),
    frame: known,
  }));
  copies.forEach((copy, team) => {
    // Each with a service of its own: what it costs is no concern of today.
    const day: Day = { clock, service: createService(clock, () => 50, 0), chance, notes: noNotes() };
    clock.after(0, () => void visit(team, day, { copy, outbox: createMemoryOutboxDisk() }, 10_000));
  });
  await clock.runUntil(START - WEEK + MINUTE);
  return copies;
};

const copyOfDisk = (disk: MemoryCopyDisk): MemoryCopyDisk => ({
  ...disk,
  partitions: new Map(disk.partitions),
  rows: new Map(disk.rows),
  gone: new Map(disk.gone),
  windows: new Set(),
});

interface Morning {
  readonly service: Service;
  readonly notes: Notes;
}

/** @param during what else happens that day */
const runMorning = async (
  copies: readonly MemoryCopyDisk[],
  during: (clock: VirtualClock, service: Service) => void = () => undefined,
): Promise<Morning> => {
  const chance = createRandom(SEED);
  const clock = createVirtualClock(START);
  const service = createService(clock, latencyOf(chance), CHECK_INS_A_WEEK);
  const notes = noNotes();
  for (let person = 0; person < PEOPLE; person += 1) {
    clock.after(arrivalOf(chance), () => {
      const known = chance() < NEW_DEVICES ? undefined : copies[person % copies.length];
      const copy = known ? copyOfDisk(known) : createMemoryCopyDisk();
      void morningOf(person, { clock, service, chance, notes }, { copy, outbox: createMemoryOutboxDisk() });
    });
  }
  during(clock, service);
  await clock.runUntil(START + (HOURS + 1) * 60 * MINUTE);
  return { service, notes };
};

const share = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? 0;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Which minute of the morning a moment lies in. */
const minuteOf = (atMs: number): number => Math.floor((atMs - START) / MINUTE);

const inMinutes = (minutes: readonly number[], [from, to]: readonly [number, number]): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => minutes[from + index] ?? 0);

const WHOLE_DAY = [0, (HOURS + 1) * 60] as const;

const tellOutcome = (name: string, { service: { bill }, notes }: Morning): void => {
  const wanted = PEOPLE * CHECK_INS_EACH;
  const waits = [...notes.pressed].flatMap(([id, at]) => {
    const stored = bill.stored.get(id);
    return stored === undefined ? [] : [stored - at];
  });
  print(line(`${name}, check-ins stored`, "rows", bill.stored.size, { limit: wanted }));
  print(line(`${name}, check-ins doubled`, "rows", bill.doubled, { limit: 0 }));
  print(
    line(`${name}, check-ins lost or refused`, "rows", wanted - waits.length + notes.refusals.length, { limit: 0 }),
  );
  print(line(`${name}, check-ins kept on the device first`, "rows", notes.kept.size));
  print(line(`${name}, people who came back until theirs were sent`, "times", notes.returns));
  print(line(`${name}, a check-in is stored after, median`, "seconds", share(waits, 0.5) / 1000));
  print(line(`${name}, a check-in is stored after, 99 of 100`, "seconds", share(waits, 0.99) / 1000));
};

const tellFreshness = (name: string, { updates }: Notes): void => {
  const inRush = ({ at }: { readonly at: number }): boolean => minuteOf(at) >= RUSH[0] && minuteOf(at) < RUSH[1];
  const parts = [
    ["in the rush", updates.filter(inRush)],
    ["outside it", updates.filter((update) => !inRush(update))],
  ] as const;
  for (const [when, some] of parts) {
    const pauses = some.map(({ after }) => after);
    print(line(`${name}, between two looks at changes ${when}, median`, "seconds", share(pauses, 0.5) / 1000));
    print(line(`${name}, between two looks at changes ${when}, 99 of 100`, "seconds", share(pauses, 0.99) / 1000));
  }
};

const tellBill = (name: string, { service: { bill } }: Morning): void => {
  const limit = defaultSettings.resourceUnitsPerMinute;
  const minutes = inMinutes(bill.perMinute, WHOLE_DAY);
  const three = inMinutes(bill.perMinute, [0, HOURS * 60]);
  const within = minutes.filter((units) => units <= limit).length;
  print(line(`${name}, busiest minute`, "resource units a minute", Math.max(...minutes), { limit }));
  print(line(`${name}, average`, "resource units a minute", sum(three) / three.length, { limit }));
  print(line(`${name}, minutes inside the limit`, "times", within, { limit: minutes.length }));
  print(line(`${name}, per person`, "resource units", sum(minutes) / PEOPLE));
  print(line(`${name}, calls`, "calls", bill.calls));
  print(line(`${name}, questions about changes`, "requests", bill.polls));
  print(line(`${name}, requests refused as too many`, "requests", sum(inMinutes(bill.refusedPerMinute, WHOLE_DAY))));
};

/** Another client of the same app takes everything, minute after minute. */
const useUpTheBudget = (clock: VirtualClock, service: Service): void => {
  for (let minute = SHORTAGE[0]; minute < SHORTAGE[1]; minute += 1) clock.after(minute * MINUTE, service.useUp);
};

const tellShortage = (name: string, { service: { bill }, notes }: Morning): void => {
  const refused = inMinutes(bill.refusedPerMinute, SHORTAGE);
  const after = inMinutes(bill.perMinute, [SHORTAGE[1], HOURS * 60]);
  print(line(`${name}, requests refused in the worst minute`, "requests", Math.max(...refused)));
  print(
    line(`${name}, requests refused afterwards`, "requests", sum(inMinutes(bill.refusedPerMinute, [SHORTAGE[1], 240]))),
  );
  print(line(`${name}, busiest minute afterwards`, "resource units a minute", Math.max(...after), { limit: 5000 }));
  print(line(`${name}, openings that could not be answered`, "times", notes.closedDoors));
};

export const benchMonday = async (): Promise<void> => {
  const copies = await lastWeek(createRandom(SEED));
  const morning = await runMorning(copies);
  tellBill("Monday", morning);
  tellOutcome("Monday", morning);
  tellFreshness("Monday", morning.notes);
  const short = await runMorning(copies, useUpTheBudget);
  const name = "Monday, budget gone for ten minutes";
  tellShortage(name, short);
  tellOutcome(name, short);
};
