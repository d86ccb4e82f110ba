/** The four services of the simulated Microsoft 365, opened on one data folder. */
import type { Router } from "express";
import type { DataFolder } from "./dataFolder.ts";
import { createExcelHost } from "./excel-host/index.ts";
import { createGraph } from "./graph/index.ts";
import type { Graph, GraphOptions } from "./graph/index.ts";
import { createSignIn } from "./sign-in/index.ts";
import type { ClientRegistration, SignIn } from "./sign-in/index.ts";
import { createSharePoint } from "./sharepoint/index.ts";
import { createTeamsShell } from "./teams-shell/index.ts";
import type { World } from "./world/types.ts";

export interface ServiceOptions {
  readonly world: World;
  /** Unified manifest of the installed app, as parsed JSON; read anew for every page. */
  readonly manifest: () => unknown;
  /** A language file of its package, as parsed JSON. */
  readonly languageFile?: (name: string) => unknown;
  /** Folder of the simulator's own bundles, `dist/simulator`. */
  readonly clientDir: string;
  /** Apps registered in the tenant. */
  readonly clients: readonly ClientRegistration[];
  /** Rights of the apps on the home site, for `Sites.Selected`. Default: each app may write. */
  readonly homeSiteGrants?: GraphOptions["homeSiteGrants"];
  /** Every Graph exchange is appended here as a JSON line. */
  readonly recordFile?: string;
  readonly latencyMs?: number;
  /** Folder of the app package, for the icon its manifest names. */
  readonly packageDir?: string;
  /** Epoch milliseconds. */
  readonly now?: () => number;
}

export interface Services {
  readonly graph: Graph;
  readonly sharePoint: Router;
  readonly signIn: SignIn;
  readonly teams: Router;
  readonly excel: Router;
  readonly close: () => Promise<void>;
}

/** Of Teams on the web, as Microsoft publishes it: the simulated client calls Graph in its own name, not in the app's. */
const TEAMS_CLIENT_ID = "5e3ce6c0-2b1f-4285-8d4b-75ee78787346";

const grantsFor = (clients: readonly ClientRegistration[]): NonNullable<GraphOptions["homeSiteGrants"]> =>
  clients.map(({ clientId, name }) => ({ appId: clientId, displayName: name, role: "write" }));

/** @param origin for example `http://localhost:3000` */
export const openServices = async (origin: string, data: DataFolder, options: ServiceOptions): Promise<Services> => {
  const { world, manifest, clientDir, clients, now } = options;
  const clock = now ? { now } : {};
  const signIn = await createSignIn({ issuer: `${origin}/entra`, dataFile: data.signInFile, world, clients, ...clock });
  const graph = await createGraph({
    dataFile: data.graphFile,
    verifyToken: signIn.verifyToken,
    homeSiteGrants: options.homeSiteGrants ?? grantsFor(clients),
    ...(options.recordFile === undefined ? {} : { recordFile: options.recordFile }),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    ...clock,
  });
  if (!graph.isSeeded()) await graph.seedTenant(world);
  const teams = createTeamsShell({
    world,
    manifest,
    clientDir,
    dataDir: data.teamsFolder,
    graphBase: `${origin}/graph/v1.0`,
    mintToken: async (userId, scopes) => await signIn.mintToken({ userId, scopes, clientId: TEAMS_CLIENT_ID }),
    ...(options.packageDir === undefined ? {} : { packageDir: options.packageDir }),
  });
  const excel = createExcelHost({
    world,
    manifest,
    clientDir,
    dataDir: data.excelFolder,
    ...(options.languageFile === undefined ? {} : { languageFile: options.languageFile }),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    ...clock,
  });
  return {
    graph,
    sharePoint: createSharePoint({
      engine: graph.engine,
      verifyToken: async (bearer) => await signIn.verifyToken(bearer, "sharePoint"),
    }),
    signIn,
    teams,
    excel,
    close: async () => {
      await graph.close();
      signIn.close();
    },
  };
};
