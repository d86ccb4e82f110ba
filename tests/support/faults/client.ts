/** One person before the service: pushes, is interrupted in every way, comes back, decides conflicts. */
import type { NewEntry } from "#shared/application/outbox/entries.ts";
import { createOutbox, type Outbox } from "#shared/application/outbox/outbox.ts";
import type { Choices, Side } from "#shared/domain/merge/threeWay.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { createMemoryLocks } from "../copies.ts";
import { createMemoryOkrRepository } from "../memoryOkrRepository.ts";
import type { MemoryHome } from "../memoryHome.ts";
import { createMemoryOutboxDisk, createMemoryOutboxStore } from "../memoryOutboxStore.ts";
import type { Chance } from "./chance.ts";
import { createLife, storeOf } from "./mortal.ts";
import { CLEAR, createFaultyRepository, type Weather } from "./service.ts";

export interface ClientOptions {
  readonly name: string;
  readonly home: MemoryHome;
  readonly chance: Chance;
  readonly weather: Weather;
  /** Asked before and after every step that reaches the outside: whether the process is killed there. */
  readonly isKilled: () => boolean;
  /** Milliseconds by which the clock of this client is wrong. */
  readonly skewMs: number;
}

/** What was shown to the person and decided by them. */
export interface Decided {
  readonly entry: OutboxEntry;
  readonly choices: Choices;
}

export interface Client {
  readonly entries: () => readonly OutboxEntry[];
  readonly decided: readonly Decided[];
  /** How often a process of this client was killed, and how many runs it took. */
  readonly kills: () => number;
  readonly runs: () => number;
  /** Asks for a push and sees it through, whatever happens in between. */
  readonly push: (entries: readonly NewEntry[]) => Promise<void>;
}

/** After so many runs of one push the weather is clear: every storm ends. */
const STORM_RUNS = 12;
const MOST_RUNS = 60;

const isOpen = ({ state }: OutboxEntry): boolean => state.type === "waiting" || state.type === "sending";

export const createClient = ({ name, home, chance, weather, isKilled, skewMs }: ClientOptions): Client => {
  const disk = createMemoryOutboxDisk();
  const decided: Decided[] = [];
  let kills = 0;
  let runs = 0;
  let stormRuns = 0;
  let made = 0;

  /** What a process does in its life: takes the push unless it has it already, sends, decides. */
  const live = async (outbox: Outbox, entries: readonly NewEntry[]): Promise<void> => {
    await outbox.load();
    await outbox.add(entries);
    await outbox.run();
    for (const entry of outbox.state.get().entries) {
      if (entry.state.type !== "conflict") continue;
      const choices: Choices = Object.fromEntries(
        entry.state.clashes.map(({ field }) => [field, chance.pick<Side>(["mine", "theirs"])]),
      );
      decided.push({ entry, choices });
      await outbox.resolve(entry.id, choices);
    }
  };

  const startProcess = async (entries: readonly NewEntry[]): Promise<void> => {
    const isStorm = stormRuns < STORM_RUNS;
    const life = createLife(() => isStorm && isKilled());
    const okrRepository = createFaultyRepository({
      inner: createMemoryOkrRepository(home, name),
      home,
      chance,
      life,
      weather: () => (isStorm ? weather : CLEAR),
    });
    const outbox = createOutbox(
      {
        okrRepository,
        outboxStore: storeOf(createMemoryOutboxStore(disk), life),
        clock: { now: () => Date.UTC(2026, 1, 10) + skewMs + runs * 1000, after: () => () => undefined },
        ids: { guid: () => `${name} ${(made += 1)}` },
        locks: createMemoryLocks(),
      },
      "outbox",
    );
    runs += 1;
    stormRuns += 1;
    await Promise.race([live(outbox, entries), life.ended]);
    if (life.isOver()) kills += 1;
    life.end();
    outbox.dispose();
  };

  return {
    decided,
    entries: () => [...disk.entries.values()],
    kills: () => kills,
    runs: () => runs,
    push: async (entries) => {
      stormRuns = 0;
      const ids = new Set(entries.map(({ id }) => id));
      for (let run = 0; run < MOST_RUNS; run += 1) {
        await startProcess(entries);
        const mine = [...disk.entries.values()].filter(({ id }) => ids.has(id));
        const isSettled = mine.length === ids.size && !mine.some((one) => isOpen(one) || one.state.type === "conflict");
        if (isSettled) return;
      }
      throw new Error(`The push of ${name} was never finished`);
    },
  };
};
