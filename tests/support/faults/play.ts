/** Two people push the same rows at the same time, in bad weather, their computers killed and their clocks a day off. */
import { aCycle, aUnit } from "../okrs.ts";
import { createChance } from "./chance.ts";
import { createClient } from "./client.ts";
import { fill, FIVE_HUNDRED, pushOf, type Sizes } from "./scene.ts";
import { createWatchedHome, type Weather } from "./service.ts";
import { judge, type Pushed } from "./verdict.ts";

const DAY_MS = 24 * 60 * 60_000;

/** What a push of 40 rows is made of: small enough to be killed at each of its steps. */
export const FORTY: Sizes = {
  objectives: 4,
  keyResults: 16,
  newObjectives: 4,
  newKeyResults: 8,
  changes: 16,
  removals: 2,
  checkIns: 10,
};

/** What the colleague pushes at the same time: mostly changes of the same rows. */
const colleague = (sizes: Sizes): Sizes => ({
  ...sizes,
  newObjectives: 2,
  newKeyResults: 2,
  changes: Math.round(sizes.changes / 2),
  removals: 0,
  checkIns: 10,
});

export const STORM: Weather = { dropBefore: 0.02, dropAfter: 0.02, busy: 0.04, gatewayTimeout: 0.01, background: 0.02 };

export interface Run {
  readonly seed: number;
  readonly weather: Weather;
  readonly sizes?: Sizes;
  /** Chance to be killed before and after each step that reaches the outside. */
  readonly killShare?: number;
  /** Kills the first person's process there and nowhere else; steps are counted over all lives. */
  readonly killAt?: number;
}

export interface Played {
  /** Everything that was lost or doubled. */
  readonly problems: readonly string[];
  readonly rows: number;
  readonly kills: number;
  /** Changes that met another one: merged by themselves, and decided by a person. */
  readonly merges: number;
  readonly decisions: number;
  /** Places at which the first person's process could be killed. */
  readonly steps: number;
}

export const play = async ({ seed, weather, sizes = FIVE_HUNDRED, killShare = 0, killAt }: Run): Promise<Played> => {
  const chance = createChance(seed);
  const watched = createWatchedHome({ cycles: [aCycle()], units: [aUnit()] });
  const { home } = watched;
  await fill(home, sizes);
  let steps = 0;
  const person = (name: string, number: number, own: Sizes, isKilled: () => boolean): Pushed => {
    const skewMs = chance.pick([-DAY_MS, 0, DAY_MS]);
    const client = createClient({ name, home, chance, weather, isKilled, skewMs });
    return { name, client, entries: pushOf(home, own, { number, chance }) };
  };
  const pushed = [
    person("Lena", 1, sizes, () => {
      steps += 1;
      return killAt === undefined ? chance.happens(killShare) : steps === killAt;
    }),
    person("Farid", 2, colleague(sizes), () => chance.happens(killShare)),
  ];
  await Promise.all(pushed.map(({ client, entries }) => client.push(entries)));
  const sum = (of: (one: Pushed) => number): number => pushed.reduce((total, one) => total + of(one), 0);
  const decisions = sum(({ client }) => client.decided.length);
  const rebased = sum(({ client, entries }) => {
    const before = new Map(entries.map((entry) => [entry.id, entry.base]));
    return client.entries().filter(({ id, base }) => JSON.stringify(base) !== JSON.stringify(before.get(id))).length;
  });
  return {
    problems: judge(watched, pushed)
      .slice(0, 5)
      .map((problem) => `seed ${seed}: ${problem}`),
    rows: sum(({ entries }) => entries.length),
    kills: sum(({ client }) => client.kills()),
    merges: rebased,
    decisions,
    steps,
  };
};

/** One after the other; everything added up. */
export const playAll = async (runs: readonly Run[]): Promise<Played> => {
  const all: Played[] = [];
  for (const run of runs) all.push(await play(run));
  const sum = (of: (one: Played) => number): number => all.reduce((total, one) => total + of(one), 0);
  return {
    problems: all.flatMap(({ problems }) => problems),
    rows: sum(({ rows }) => rows),
    kills: sum(({ kills }) => kills),
    merges: sum(({ merges }) => merges),
    decisions: sum(({ decisions }) => decisions),
    steps: sum(({ steps }) => steps),
  };
};

/** The same evening with other chances. */
export const seeds = (count: number, run: Omit<Run, "seed">): readonly Run[] =>
  Array.from({ length: count }, (_, seed) => ({ seed: seed + 1, ...run }));
