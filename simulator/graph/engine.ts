/** What the simulated Microsoft Graph offers to the process that hosts it. */
import type express from "express";
import type { World } from "../world/types.ts";
import type { Faults } from "./faults.ts";
import type { Service } from "./service.ts";
import type { Stats } from "./stats.ts";
import type { Throttle } from "./throttle.ts";

/** What SharePoint's own interface shares with Graph: one store, one budget, one set of faults. */
export interface GraphEngine {
  readonly service: Service;
  readonly faults: Faults;
  readonly stats: Stats;
  readonly throttle: Throttle;
}

export interface Graph {
  /** Mounted at `/graph`, where links carry the caller's own origin, and at `/graph.microsoft.com`, where they carry Graph's. */
  readonly router: express.Router;
  /** Mounted at `/sim`. */
  readonly simRouter: express.Router;
  readonly seedTenant: (world: World) => Promise<void>;
  readonly isSeeded: () => boolean;
  readonly engine: GraphEngine;
  readonly close: () => Promise<void>;
}
