/**
 * Eight hundred rows that a company once published, through the whole command line into the simulated Graph. Reads the table
 * beside the project; passes over with a message where that folder is absent.
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "#shared/cli/run.ts";
import { bearerFor } from "#tests/support/graphServer.ts";
import { startHome, type SimulatedHome } from "#tests/support/simulatedHome.ts";

const TABLE = join(__dirname, "..", "..", "..", "..", "..", "shared", "data", "srcd-okrs.csv");
const ROWS = 800;

let home: SimulatedHome;

beforeAll(async () => {
  if (!existsSync(TABLE)) console.warn(`${TABLE} is not there: the import of a real table was not tried.`);
  home = await startHome();
});
afterAll(() => home.close());

interface Report {
  readonly imported: number;
  readonly rejected: readonly { readonly row: number }[];
  readonly skipped: readonly { readonly row: number }[];
}

const importTable = async (): Promise<Report> => {
  const out: string[] = [];
  const who = ["--token", bearerFor(home.world.personas.facilitator), "--site", home.site];
  const where = ["--graph", `${home.server.origin}/graph.microsoft.com`];
  await run(
    ["import", TABLE, "--json", ...who, ...where],
    {},
    { print: (text) => out.push(text), say: () => undefined },
  );
  return JSON.parse(out.join("")) as Report;
};

const counts = async (): Promise<readonly number[]> => {
  const repository = home.repositoryOf("lead");
  const frame = await repository.readFrame();
  const cycleKeys = frame.ok ? frame.value.cycles.map(({ key }) => key) : [];
  const set = await repository.readOkrs({ cycleKeys, units: "all" });
  return set.ok ? [cycleKeys.length, set.value.objectives.length, set.value.keyResults.length] : [];
};

describe("a real table", () => {
  it("[CL2][CL4] is imported with every row accounted for, and once", async () => {
    if (!existsSync(TABLE)) return;
    const first = await importTable();
    const rows = [...first.rejected, ...first.skipped].map(({ row }) => row);
    expect(first.imported + rows.length).toBe(ROWS);
    expect(new Set(rows).size).toBe(rows.length);
    const [cycles, objectives = 0, keyResults = 0] = await counts();
    expect(cycles).toBe(5);
    expect(objectives + keyResults).toBeGreaterThan(700);
    expect(objectives + keyResults).toBeLessThanOrEqual(first.imported);
    const second = await importTable();
    expect([second.imported, second.rejected.length + second.skipped.length]).toEqual([0, ROWS]);
    expect(await counts()).toEqual([cycles, objectives, keyResults]);
  });
});
