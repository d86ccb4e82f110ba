/**
 * One process, one port of this computer: a small Microsoft 365 with one tenant. `SPEC.md` says what it does and what
 * it does not; it knows the app under test only by its manifest.
 */
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response } from "express";
import { openDataFolder } from "./dataFolder.ts";
import type { DataFolder } from "./dataFolder.ts";
import { createGate } from "./gate.ts";
import type { Gate } from "./gate.ts";
import { createLanding } from "./landing/index.ts";
import { localHostOnly, ownPagesOnly } from "./localOnly.ts";
import { createOfficeJs } from "./officeJs.ts";
import { openServices } from "./services.ts";
import type { ServiceOptions, Services } from "./services.ts";
import type { SignIn } from "./sign-in/index.ts";

export interface SimulatorOptions extends ServiceOptions {
  /** 0 picks a free one. */
  readonly port: number;
  /** Kept over restarts; layout in `dataFolder.ts`. */
  readonly dataDir: string;
}

export interface Simulator {
  readonly port: number;
  /** `http://localhost:<port>` */
  readonly origin: string;
  /** A token for anybody, for scripts in the same process. */
  readonly mintToken: SignIn["mintToken"];
  readonly takeSnapshot: () => void;
  readonly close: () => Promise<void>;
}

/** Another program, perhaps another simulator, listens already. */
export class PortInUse extends Error {
  override readonly name = "PortInUse";
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is in use. Stop the program that listens there, or choose another port with --port N.`);
    this.port = port;
  }
}

const listen = async (server: Server, port: number): Promise<number> => {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new PortInUse(port) : error);
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
};

const stop = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
};

/** What every request needs; `services` changes at a reset. */
interface Running {
  readonly options: SimulatorOptions;
  readonly origin: string;
  readonly data: DataFolder;
  readonly gate: Gate;
  readonly startedAt: number;
  services: Services;
}

const reset = async (running: Running, response: Response): Promise<void> => {
  const { data, gate, origin, options } = running;
  if (!data.hasSnapshot()) {
    response.status(409).json({ error: "There is no snapshot to go back to. Take one first: POST /sim/snapshot" });
    return;
  }
  await gate.whileClosed(async () => {
    await running.services.close();
    data.restoreSnapshot();
    running.services = await openServices(origin, data, options);
  });
  response.status(204).end();
};

const health = ({ options, origin, services, data, startedAt }: Running): object => ({
  status: "ok",
  origin,
  world: options.world.name,
  tenant: options.world.tenant.displayName,
  homeSite: `${options.world.tenant.sharePointHost}:/sites/${options.world.homeGroup}`,
  seeded: services.graph.isSeeded(),
  snapshot: data.hasSnapshot(),
  uptimeSeconds: Math.round((Date.now() - startedAt) / 1000),
});

const isPageRequest = (request: Request): boolean =>
  request.method === "GET" && request.accepts("json", "html") === "html";

/** Nothing is guessed: what is not simulated says so by name. */
const refuseUnknown: RequestHandler = (request, response) => {
  const what = `${request.method} ${request.path}`;
  if (isPageRequest(request))
    response.status(404).type("text/plain").send(`The simulator has no page at ${request.path}.`);
  else response.status(501).json({ error: `The simulator does not know ${what}.` });
};

const reportFailure: ErrorRequestHandler = (error: unknown, request, response, next) => {
  const known = error as { readonly status?: number; readonly expose?: boolean; readonly message?: string };
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = known.status ?? 500;
  if (status >= 500) console.error(`simulator: ${request.method} ${request.path} failed`, error);
  const said = known.expose === false ? undefined : known.message;
  const otherwise = status === 404 ? `There is nothing at ${request.path}.` : "Internal error";
  response.status(status).json({ error: said ?? otherwise });
};

const addSimRoutes = (app: Express, running: Running): void => {
  const sim = express.Router();
  sim.use(ownPagesOnly);
  sim.get("/health", (_request, response) => {
    response.json(health(running));
  });
  sim.post("/snapshot", (_request, response) => {
    running.data.takeSnapshot();
    response.status(204).end();
  });
  sim.post("/reset", async (_request, response) => await reset(running, response));
  sim.use(running.gate.handler);
  sim.use((request, response, next) => running.services.signIn.simRouter(request, response, next));
  sim.use((request, response, next) => running.services.graph.simRouter(request, response, next));
  sim.use((request, response) => {
    response.status(404).json({ error: `The simulator has no switch ${request.method} /sim${request.path}.` });
  });
  app.use("/sim", sim);
};

const addServices = (app: Express, running: Running): void => {
  const gated = (path: string, pick: (services: Services) => RequestHandler): void => {
    app.use(path, running.gate.handler, (request, response, next) => pick(running.services)(request, response, next));
  };
  gated("/graph", ({ graph }) => graph.router);
  gated("/graph.microsoft.com", ({ graph }) => graph.router);
  gated("/sharepoint", ({ sharePoint }) => sharePoint);
  app.use((request, response, next) => running.services.signIn.tenantPath(request, response, next));
  gated("/entra", ({ signIn }) => signIn.router);
  app.use("/office-js", createOfficeJs());
  app.use(createLanding(running.options));
  app.use((request, response, next) => running.services.teams(request, response, next));
  app.use((request, response, next) => running.services.excel(request, response, next));
};

/** Milliseconds for which an idle connection stays; a client that is busy for the 5 s that Node allows would use one that is gone. */
const IDLE_MS = 65_000;

export const startSimulator = async (options: SimulatorOptions): Promise<Simulator> => {
  const app = express();
  app.disable("x-powered-by");
  const server = createServer({ keepAliveTimeout: IDLE_MS }, app);
  // The issuer of tokens carries the port, so the port must be known before the services open.
  const port = await listen(server, options.port);
  const origin = `http://localhost:${port}`;
  try {
    const data = openDataFolder(options.dataDir);
    const services = await openServices(origin, data, options);
    const running: Running = { options, origin, data, gate: createGate(), startedAt: Date.now(), services };
    app.use(localHostOnly);
    addSimRoutes(app, running);
    addServices(app, running);
    app.use(refuseUnknown);
    app.use(reportFailure);
    return {
      port,
      origin,
      mintToken: async (parameters) => await running.services.signIn.mintToken(parameters),
      takeSnapshot: data.takeSnapshot,
      close: async () => {
        await stop(server);
        await running.services.close();
      },
    };
  } catch (error) {
    await stop(server);
    throw error;
  }
};
