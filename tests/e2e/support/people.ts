/** What somebody has at hand who is somewhere else: the product's own adapters, over the wire. */
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { nodeClock } from "#shared/adapters/node/clock.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import { dayOf, instantOf } from "#shared/domain/day.ts";
import { runningCycles } from "#shared/domain/okr/cycle.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { Drumbeat } from "./drumbeat.ts";

const tokenOf = async (drumbeat: Drumbeat, user: string): Promise<string> => {
  const answer = await fetch(`${drumbeat.origin}/sim/token?user=${user}`);
  return ((await answer.json()) as { readonly token: string }).token;
};

export interface Person {
  readonly repository: OkrRepository;
  /** Straight to Graph, past everything of ours. */
  readonly ask: (method: string, path: string, body?: object) => Promise<Response>;
}

/** @param homeSite `host:/sites/name` */
export const somebody = async (drumbeat: Drumbeat, user: string, homeSite: string): Promise<Person> => {
  const token = await tokenOf(drumbeat, user);
  const graphOrigin = `${drumbeat.origin}/graph.microsoft.com`;
  const signIn = createTokenSignIn(token);
  return {
    repository: createGraphOkrRepository({
      send: connectToGraph({ signIn, clock: nodeClock, random: Math.random, graphOrigin }),
      homeSite,
    }),
    ask: (method, path, body) =>
      fetch(`${graphOrigin}/v1.0${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "if-match": "*" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
};

export interface Look {
  readonly frame: Frame;
  readonly unit: Unit;
  readonly set: OkrSet;
}

/** What runs now in a unit. */
export const lookAtUnit = async ({ repository }: Person, name: string): Promise<Look> => {
  const frame = await repository.readFrame();
  const unit = frame.ok ? frame.value.units.find((one) => one.name === name) : undefined;
  if (!frame.ok || !unit) throw new Error(`No unit ${name}`);
  const cycleKeys = runningCycles(frame.value.cycles, dayOf(instantOf(Date.now()))).map(({ key }) => key);
  const set = await repository.readOkrs({ cycleKeys, units: [unit.key] });
  if (!set.ok) throw new Error(`Not readable: ${set.error.type}`);
  return { frame: frame.value, unit, set: set.value };
};
