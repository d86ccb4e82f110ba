/** A simulated Microsoft Graph on one libsql file: see SPEC.md for what it does and what it does not. */
import type { GraphOptions } from "./contract.ts";
import { loadDirectory } from "./directory.ts";
import { createDispatcher } from "./dispatch.ts";
import type { Graph } from "./engine.ts";
import { createFaults } from "./faults.ts";
import { createRouter } from "./http/router.ts";
import { createRecorder } from "./record.ts";
import { allRoutes } from "./resources/all.ts";
import { seedTenant, worldOf } from "./seed.ts";
import type { Service } from "./service.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { createSimRouter } from "./sim.ts";
import { createStats } from "./stats.ts";
import { openDatabase } from "./store/database.ts";
import { createThrottle } from "./throttle.ts";

export type { CallerClaims, GraphOptions } from "./contract.ts";
export type { Graph, GraphEngine } from "./engine.ts";

export const createGraph = async (options: GraphOptions): Promise<Graph> => {
  const db = openDatabase(options.dataFile);
  const now = options.now ?? Date.now;
  let settings: Settings = { ...defaultSettings, latencyMs: options.latencyMs ?? 0 };
  let resyncEpoch = 0;
  let directory = loadDirectory(db);
  const service: Service = {
    db,
    now,
    settings: () => settings,
    directory: () => directory,
    resyncEpoch: () => resyncEpoch,
  };
  const faults = createFaults(now);
  const stats = createStats(now);
  const throttle = createThrottle(now, () => settings);
  const recorder = createRecorder(options.recordFile);
  const dispatcher = createDispatcher({ service, routes: allRoutes, faults, throttle, stats });
  const changeSettings = (next: Settings): void => {
    if (next.resync !== null && next.resync !== settings.resync) resyncEpoch += 1;
    settings = next;
  };
  return {
    router: createRouter({ service, dispatcher, faults, stats, recorder, verifyToken: options.verifyToken }),
    simRouter: createSimRouter({ service, faults, stats, throttle, changeSettings }),
    seedTenant: async (world) => {
      seedTenant({ db, now, homeSiteGrants: options.homeSiteGrants ?? [] }, world);
      directory = loadDirectory(db);
    },
    isSeeded: () => worldOf(db) !== undefined,
    engine: { service, faults, stats, throttle },
    close: async () => {
      await recorder.close();
      db.close();
    },
  };
};
