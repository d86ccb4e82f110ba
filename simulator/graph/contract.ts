/** What the simulated Microsoft Graph offers to the process that hosts it. */
import type express from "express";
import type { World } from "../world/types.ts";
import type { Faults } from "./faults.ts";
import type { Service } from "./service.ts";
import type { Stats } from "./stats.ts";
import type { Throttle } from "./throttle.ts";

/** Who calls, as read from a verified access token. */
export interface CallerClaims {
  readonly oid: string;
  readonly tid: string;
  readonly appid: string;
  /** Delegated permission names. */
  readonly scp: readonly string[];
  readonly name: string;
  readonly upn: string;
}

type TokenRefusal = { readonly error: "expired" | "invalid" | "audience" };

/** Roles an application can be granted on one site or list: docs, "Overview of Selected permissions". */
export type AppRole = "read" | "write" | "manage" | "owner" | "fullcontrol";

export interface GraphOptions {
  /** libsql file; ":memory:" keeps nothing. */
  readonly dataFile: string;
  readonly verifyToken: (bearer: string) => Promise<CallerClaims | TokenRefusal>;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  /** JSON Lines of every outer exchange are appended here. */
  readonly recordFile?: string;
  /** Added to every outer request. */
  readonly latencyMs?: number;
  /** Grants written when the tenant is seeded, so that `Sites.Selected` works on the home site. */
  readonly homeSiteGrants?: readonly { readonly appId: string; readonly displayName: string; readonly role: AppRole }[];
}

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
