import { createWorld } from "#simulator/world/index.ts";
import type { WorldOptions } from "#simulator/world/index.ts";
import type { World, WorldCheckIn, WorldKeyResult, WorldObjective, WorldOkrs } from "#simulator/world/types.ts";

/** A day late in its year, so that a good part of the annual cycle has a history. */
const TODAY = "2026-11-22";

/** A world whose check-ins have all been made. */
export interface ToldWorld extends World {
  readonly okrs: WorldOkrs & { readonly checkIns: readonly WorldCheckIn[] };
}

const made = new Map<string, ToldWorld>();

/** A world on that day; the same question is answered from memory, because worlds are values that nobody changes. */
export const world = (name: string, options: WorldOptions = {}): ToldWorld => {
  const key = JSON.stringify([name, options]);
  const result = made.get(key) ?? freshWorld(name, options);
  made.set(key, result);
  return result;
};

export const untoldWorld = (name: string, options: WorldOptions = {}): World => {
  const created = createWorld(name, { today: TODAY, ...options });
  if ("type" in created) throw new Error(`No world ${name}`);
  return created;
};

export const freshWorld = (name: string, options: WorldOptions = {}): ToldWorld => {
  const { okrs, ...rest } = untoldWorld(name, options);
  return { ...rest, okrs: { ...okrs, checkIns: [...okrs.checkIns] } };
};

export const objectivesByKey = ({ okrs }: World): ReadonlyMap<string, WorldObjective> =>
  new Map(okrs.objectives.map((objective) => [objective.key, objective]));

export const keyResultsByKey = ({ okrs }: World): ReadonlyMap<string, WorldKeyResult> =>
  new Map(okrs.keyResults.map((keyResult) => [keyResult.key, keyResult]));

/** The value, or an error that names what was looked for. */
export const known = <T>(map: ReadonlyMap<string, T>, key: string): T => {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Nothing known as ${key}`);
  return value;
};

export const repeated = (values: readonly string[]): readonly string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
