import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { PortInUse, startSimulator, type Simulator } from "#simulator/server.ts";
import { localAuthority } from "#simulator/sign-in/index.ts";
import { createWorld } from "#simulator/world/index.ts";
import type { World } from "#simulator/world/types.ts";
import { languageFile, teamsManifest } from "../../manifest/teams.ts";
import { readValues } from "../../manifest/values.ts";
import { loadWorld } from "../loadWorld.ts";
import { lockFolder } from "./folderLock.ts";
import type { StartOptions } from "./options.ts";
import { movePinnedTabs, pinCompanyTab } from "./pinnedTab.ts";
import { startProgress } from "./progress.ts";
import { serveProduct } from "./productHost.ts";

export interface LocalWorld {
  /** Of the start page. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Which world a data folder holds, so that a restart continues it. */
interface Kept {
  readonly world: string;
  readonly today: string;
}

const keptFile = (dataDir: string): string => join(dataDir, "world.json");

const readKept = (dataDir: string): Kept | undefined => {
  if (!existsSync(keptFile(dataDir))) return undefined;
  return JSON.parse(readFileSync(keptFile(dataDir), "utf8")) as Kept;
};

/** Only what a simulator puts there: the folder was named by a person and may hold other things. */
const clearData = (dataDir: string): void => {
  const ours = /^(?:(?:graph|sign-in)\.db(?:-wal|-shm)?|teams|excel|snapshot|world\.json)$/;
  if (!existsSync(dataDir)) return;
  for (const name of readdirSync(dataDir)) {
    if (ours.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
};

const openWorld = (options: StartOptions): Result<World, string> => {
  const kept = readKept(options.dataDir);
  if (kept && kept.world !== options.worldName) {
    return err(`${options.dataDir} holds the world "${kept.world}". Choose another --data folder, or --reset it.`);
  }
  const world = createWorld(options.worldName, kept ? { today: kept.today } : {});
  return "type" in world
    ? err(`There is no world "${options.worldName}". There are: ${world.known.join(", ")}.`)
    : ok(world);
};

const reasonOf = (problem: unknown): string => (problem instanceof Error ? problem.message : String(problem));

/** Finds out before anything runs what would otherwise end the process in the middle of its work. */
const prepare = (dataDir: string, recordFile: string | undefined): Result<() => void, string> => {
  try {
    mkdirSync(dataDir, { recursive: true });
    if (recordFile !== undefined) {
      mkdirSync(dirname(recordFile), { recursive: true });
      closeSync(openSync(recordFile, "a"));
    }
    const unlock = lockFolder(dataDir);
    return unlock
      ? ok(unlock)
      : err(`Another Drumbeat uses ${dataDir}. Stop it, or choose another folder with --data DIR.`);
  } catch (problem) {
    return err(`Nothing can be kept there: ${reasonOf(problem)}`);
  }
};

/** Starts the product's pages and the simulated Microsoft 365, and fills it the first time. */
export const startLocalWorld = async (root: string, options: StartOptions): Promise<Result<LocalWorld, string>> => {
  const dataDir = resolve(options.dataDir);
  const recordFile = options.recordFile === undefined ? undefined : resolve(options.recordFile);
  const prepared = prepare(dataDir, recordFile);
  if (!prepared.ok) return prepared;
  const unlock = prepared.value;
  try {
    // A world whose filling was interrupted is begun afresh.
    if (options.reset || !readKept(dataDir)) clearData(dataDir);
    const opened = openWorld(options);
    const started = opened.ok ? await serveWorld(root, options, opened.value) : opened;
    if (!started.ok) {
      unlock();
      return started;
    }
    const { origin, close } = started.value;
    return ok({ origin, close: () => close().finally(unlock) });
  } catch (problem) {
    unlock();
    throw problem;
  }
};

const serveWorld = async (root: string, options: StartOptions, world: World): Promise<Result<LocalWorld, string>> => {
  const dataDir = resolve(options.dataDir);
  const values = readValues(JSON.parse(readFileSync(join(root, "manifest", "values.json"), "utf8")));
  const running: { simulator?: Simulator } = {};
  const simulatorOrigin = (): string => running.simulator?.origin ?? "";
  const product = await serveProduct({
    root,
    port: options.port === 0 ? 0 : options.port + 1,
    configuration: () => configurationFor(world, values.clientId, values.appId, simulatorOrigin()),
    officeJsUrl: () => `${simulatorOrigin()}/office-js/office.js`,
  });
  try {
    movePinnedTabs(dataDir, product.origin);
    const simulator = await startSimulator({
      port: options.port,
      dataDir,
      world,
      manifest: () => teamsManifest({ ...values, origin: product.origin }),
      languageFile: (name) => languageFile(name === "de.json" ? "de" : "ar"),
      clientDir: join(root, "dist", "simulator"),
      packageDir: join(root, "manifest", "icons"),
      clients: [{ clientId: values.clientId, name: "Drumbeat", redirectUris: [`${product.origin}/redirect.html`] }],
      latencyMs: options.latencyMs,
      ...(options.recordFile === undefined ? {} : { recordFile: resolve(options.recordFile) }),
    });
    running.simulator = simulator;
    if (!readKept(dataDir)) await fill(simulator, product.origin, world, dataDir);
    return ok({
      origin: simulator.origin,
      close: async () => {
        await simulator.close();
        await product.close();
      },
    });
  } catch (problem) {
    await product.close();
    if (problem instanceof PortInUse) return err(problem.message);
    throw problem;
  }
};

/** To the product this is a tenant like any other: only the addresses differ. */
const configurationFor = (world: World, clientId: string, appId: string, origin: string) => {
  const { authorityMetadata, cloudDiscoveryMetadata } = localAuthority(origin, world.tenant.id);
  return {
    clientId,
    appId,
    tenantId: world.tenant.id,
    homeSite: `${world.tenant.sharePointHost}:/sites/${world.homeGroup}`,
    graphOrigin: `${origin}/graph.microsoft.com`,
    sharePointOrigin: `${origin}/sharepoint`,
    validMessageOrigins: [origin],
    authorityMetadata,
    cloudDiscoveryMetadata,
  };
};

const fill = async (simulator: Simulator, productOrigin: string, world: World, dataDir: string): Promise<void> => {
  const progress = startProgress(
    `Filling the world "${world.name}" once: ${world.tenant.displayName}, ${world.users.length} people`,
  );
  const tokenFor = (...scopes: readonly string[]): Promise<string> =>
    simulator.mintToken({ userId: world.personas.admin, scopes });
  await loadWorld({
    world,
    origin: simulator.origin,
    tokens: {
      graph: await tokenFor("User.Read", "Sites.Manage.All", "Sites.FullControl.All"),
      sharePoint: await tokenFor("AllSites.FullControl"),
    },
    onProgress: progress.at,
  });
  await pinCompanyTab(simulator.origin, productOrigin, world);
  simulator.takeSnapshot();
  const kept: Kept = { world: world.name, today: world.today };
  writeFileSync(keptFile(dataDir), JSON.stringify(kept));
  progress.end();
};
