/**
 * `npm run bench -- faults`: hundreds of pushes of 500 rows by two people at once, killed and cut off at any step, with clocks that
 * are a day off; and pushes through the Graph adapter into the simulated service. What was lost or doubled is a failure.
 */
import { FORTY, play, playAll, seeds, STORM, type Played } from "#tests/support/faults/play.ts";
import { stormOverGraph, type Weathered } from "#tests/support/faults/graphStorm.ts";
import { FIVE_HUNDRED, type Sizes } from "#tests/support/faults/scene.ts";
import { CLEAR } from "#tests/support/faults/service.ts";
import { line, print } from "../lines.ts";

const show = (name: string, runs: number, played: Played): void => {
  print(line(`${name}: runs`, "times", runs));
  print(line(`${name}: pushed`, "rows", played.rows));
  print(line(`${name}: processes killed`, "times", played.kills));
  print(line(`${name}: merged with a colleague's change`, "rows", played.merges));
  print(line(`${name}: decided by a person`, "rows", played.decisions));
  print(line(`${name}: lost or doubled`, "rows", played.problems.length, { limit: 0 }));
  for (const problem of played.problems) console.error(problem);
  if (played.problems.length > 0) process.exitCode = 1;
};

/** One after the other: each has a service of its own. */
const overGraph = async (name: string, runs: number, sizes: Sizes, killShare: number): Promise<void> => {
  const all: Weathered[] = [];
  for (let seed = 1; seed <= runs; seed += 1) all.push(await stormOverGraph({ seed, sizes, killShare }));
  const problems = all.flatMap((one) => one.problems);
  print(line(`${name}: runs`, "times", runs));
  print(
    line(
      `${name}: pushed`,
      "rows",
      all.reduce((sum, { rows }) => sum + rows, 0),
    ),
  );
  print(
    line(
      `${name}: processes killed`,
      "times",
      all.reduce((sum, { kills }) => sum + kills, 0),
    ),
  );
  print(
    line(
      `${name}: looks of somebody who follows, through 410 and error elements`,
      "times",
      all.reduce((sum, { looks }) => sum + looks, 0),
    ),
  );
  print(line(`${name}: lost or doubled`, "rows", problems.length, { limit: 0 }));
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
};

export const benchFaults = async (): Promise<void> => {
  const storm = seeds(200, { weather: STORM });
  show("faults, drops 429 503 504 409 412", storm.length, await playAll(storm));
  const killed = seeds(400, { weather: STORM, killShare: 0.002 });
  show("faults, and killed at any step", killed.length, await playAll(killed));
  const { steps } = await play({ seed: 1, weather: CLEAR, sizes: FORTY });
  const each = Array.from({ length: steps }, (_, at) => ({ seed: 1, weather: CLEAR, sizes: FORTY, killAt: at + 1 }));
  show("faults, killed before and after each single step", each.length, await playAll(each));
  await overGraph("faults over Graph, 40 rows killed at any call", 100, FORTY, 0.01);
  await overGraph("faults over Graph, 500 rows killed at any call", 10, FIVE_HUNDRED, 0.002);
};
