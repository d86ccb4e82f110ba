/**
 * Monday morning: 15,000 people open their board within three hours and check in, all through one app registration with 5,000
 * resource units a minute. The clients are the product's own: session, polling, requests, retries. Only the service is a bill.
 */
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { createOkrSession } from "#shared/application/okrSession.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { instantOf } from "#shared/domain/day.ts";
import { createRandom } from "#simulator/graph/random.ts";
import { defaultSettings } from "#simulator/graph/settings.ts";
import { createManualVisibility } from "#tests/support/manualClock.ts";
import { aCheckIn } from "#tests/support/okrs.ts";
import { line, print } from "../lines.ts";
import { COUNTRIES, TEAMS_PER_COUNTRY } from "./organisation.ts";
import { createService, type Service } from "./service.ts";
import { createVirtualClock, type VirtualClock } from "./virtualClock.ts";

const PEOPLE = 15_000;
const CHECK_INS_EACH = 3;
const HOURS = 3;
const MINUTE = 60_000;
const START = Date.UTC(2026, 1, 16, 8);
const SEED = 2026;
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
}

const morningOf = async (person: number, { clock, service, chance, waits, failed }: Day): Promise<void> => {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));
  const send = connectToGraph({
    signIn: createTokenSignIn("token"),
    clock,
    random: chance,
    fetch: service.fetchAs(String(person)),
  });
  const okrRepository = createGraphOkrRepository({ send, homeSite: "monday.example:/sites/okrs" });
  const visibility = createManualVisibility();
  const session = createOkrSession({ okrRepository, clock, visibility });
  const team = unitKey(`c${person % COUNTRIES}-t${Math.floor(person / COUNTRIES) % TEAMS_PER_COUNTRY}`);
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
  const day: Day = { clock, service, chance, waits: [], failed: { count: 0 } };
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
