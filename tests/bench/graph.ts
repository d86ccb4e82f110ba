import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createProvisioning } from "#shared/adapters/graph/provision/provision.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import type { SendToGraph } from "#shared/adapters/graph/request/call.ts";
import { createGraphRollUps } from "#shared/adapters/graph/rollUps.ts";
import { createGraphSnapshots } from "#shared/adapters/graph/snapshots/graphSnapshots.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { nodeClock } from "#shared/adapters/node/clock.ts";
import { createTokenSignIn } from "#shared/adapters/node/tokenSignIn.ts";
import type { Provisioning } from "#shared/ports/provisioning.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { RollUps } from "#shared/ports/rollUps.ts";
import { bearerFor } from "#tests/support/graphServer.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

const world = tinyWorld();
const LATENCY_MS = 60;
/** Measured runs of a job; one more warms up. */
export const RUNS = 5;

/** What one job cost the service. */
export interface Cost {
  readonly seconds: number;
  readonly calls: number;
  readonly requests: number;
  readonly resourceUnits: number;
  /** Of all bodies in both directions, before compression. */
  readonly bytes: number;
}

/** What a device has of the service that it has not talked to yet, as the apps compose it. */
export interface FreshDevice {
  readonly okrRepository: OkrRepository;
  readonly rollUps: RollUps;
}

export interface BenchGraph {
  /** Stands in front of `/v1.0`. */
  readonly graphOrigin: string;
  /** `host:/sites/name` */
  readonly site: string;
  /** The token of an OKR lead. */
  readonly bearer: string;
  readonly device: () => FreshDevice;
  /** As an OKR lead, on a connection of its own. */
  readonly connect: () => SendToGraph;
  readonly provisioning: Provisioning;
  /** With the permissions that setting up needs. */
  readonly adminSend: SendToGraph;
  /** Entra object id of whoever is named as author of rows that are filled in. */
  readonly author: string;
  readonly sim: (method: "GET" | "POST" | "DELETE", path: string, body?: unknown) => Promise<unknown>;
  /** A plain call without latency, for preparing and for looking afterwards. */
  readonly look: (path: string) => Promise<Readonly<Record<string, unknown>>>;
  /** Runs a job with the latency of a network and empty throttling windows. */
  readonly measure: (job: () => Promise<unknown>) => Promise<Cost>;
  /**
   * Of each job the run that took the middle time, after one that warms up. They take turns, so that a busy machine is as busy for
   * all of them. For jobs that may be repeated.
   */
  readonly medians: (jobs: readonly (() => Promise<unknown>)[]) => Promise<readonly Cost[]>;
  /** Rules that strike while the job is measured, not while it is prepared. */
  readonly withFaults: <T>(rules: readonly object[], job: () => Promise<T>) => Promise<T>;
  readonly close: () => void;
}

const originOf = (child: ReturnType<typeof spawn>): Promise<string> =>
  new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The simulated Graph ended with ${String(code)}`)));
    if (child.stdout) createInterface(child.stdout).once("line", resolve);
  });

const numberAt = (stats: unknown, name: string): number => Number((stats as Readonly<Record<string, unknown>>)[name]);

const middleOf = (runs: readonly Cost[]): Cost => {
  const middle = runs.toSorted((x, y) => x.seconds - y.seconds)[Math.floor(runs.length / 2)];
  if (!middle) throw new Error("Nothing was measured");
  return middle;
};

/** An empty home site, set up by the product, in a process of its own. */
export const startBenchGraph = async (): Promise<BenchGraph> => {
  const script = join(import.meta.dirname, "graphProcess.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "inherit"] });
  const origin = await originOf(child);
  const graphOrigin = `${origin}/graph.microsoft.com`;
  const site = `${world.tenant.sharePointHost}:/sites/${world.homeGroup}`;
  const bearer = bearerFor(world.personas.lead, ["User.Read", "Sites.Selected", "Sites.ReadWrite.All"]);
  const connect = (token: string): SendToGraph =>
    connectToGraph({ signIn: createTokenSignIn(token), clock: nodeClock, random: Math.random, graphOrigin });

  const sim: BenchGraph["sim"] = async (method, path, body) => {
    const answer = await fetch(`${origin}/sim${path}`, {
      method,
      // Between two of them so much may be prepared that a kept connection is given up by the other side.
      headers: { connection: "close", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };

  const adminSend = connect(bearerFor(world.personas.admin, ["Sites.Manage.All", "Sites.ReadWrite.All"]));
  const provisioning = createProvisioning({ send: adminSend, homeSite: site });
  const report = await provisioning.provision({ organisation: world.tenant.displayName });
  if (!report.ok) throw new Error(`Not set up: ${JSON.stringify(report.error)}`);

  let faults: readonly object[] = [];
  const measure: BenchGraph["measure"] = async (job) => {
    await sim("DELETE", "/stats");
    await sim("POST", "/settings", { latencyMs: LATENCY_MS });
    await sim("POST", "/faults", faults);
    const started = performance.now();
    await job();
    const seconds = (performance.now() - started) / 1000;
    const stats = await sim("GET", "/stats");
    await sim("DELETE", "/faults");
    await sim("POST", "/settings", { latencyMs: 0 });
    return {
      seconds,
      calls: numberAt(stats, "outer"),
      requests: numberAt(stats, "inner"),
      resourceUnits: numberAt(stats, "resourceUnits"),
      bytes: numberAt(stats, "bytesIn") + numberAt(stats, "bytesOut"),
    };
  };
  return {
    graphOrigin,
    site,
    bearer,
    provisioning,
    adminSend,
    author: world.personas.lead,
    device: () => {
      const where = { send: connect(bearer), homeSite: site };
      return {
        okrRepository: createGraphOkrRepository({ ...where, snapshots: createGraphSnapshots(where) }),
        rollUps: createGraphRollUps(where),
      };
    },
    connect: () => connect(bearer),
    sim,
    look: async (path) => {
      const answer = await fetch(`${origin}/graph/v1.0${path}`, { headers: { authorization: `Bearer ${bearer}` } });
      return (await answer.json()) as Readonly<Record<string, unknown>>;
    },
    measure,
    medians: async (jobs) => {
      for (const job of jobs) await job();
      const runs = jobs.map((): Cost[] => []);
      for (let run = 0; run < RUNS; run += 1) {
        for (const [at, job] of jobs.entries()) runs[at]?.push(await measure(job));
      }
      return runs.map(middleOf);
    },
    withFaults: async (rules, job) => {
      faults = rules;
      try {
        return await job();
      } finally {
        faults = [];
      }
    },
    close: () => {
      child.removeAllListeners("exit");
      child.kill();
    },
  };
};
