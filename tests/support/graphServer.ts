/** The simulated Graph on a real port, for tests. Tokens are plain claims: checking signatures is the sign-in's part. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { type CallerClaims, createGraph, type Graph, type GraphOptions } from "#simulator/graph/index.ts";
import { createSharePoint } from "#simulator/sharepoint/index.ts";
import type { World } from "#simulator/world/types.ts";
import { tinyWorld } from "./worlds.ts";

export const testAppId = "d0000000-0000-4000-8000-000000000001";

export const allScopes: readonly string[] = [
  "User.Read",
  "User.ReadBasic.All",
  "GroupMember.Read.All",
  "Group.ReadBasic.All",
  "Group.ReadWrite.All",
  "Team.ReadBasic.All",
  "Channel.ReadBasic.All",
  "ChannelMessage.Send",
  "ChannelMessage.Read.All",
  "TeamsActivity.Send",
  "Calendars.ReadWrite",
  "Sites.ReadWrite.All",
  "Sites.Manage.All",
  "Sites.FullControl.All",
];

/** A bearer that {@link startGraph} accepts; "expired", "invalid" and "audience" are refused for that reason. */
export const bearerFor = (oid: string, scp: readonly string[] = allScopes, appid = testAppId): string =>
  Buffer.from(JSON.stringify({ oid, scp, appid, tid: "t", name: oid, upn: oid })).toString("base64url");

/** A token with permissions of SharePoint is for SharePoint, every other for Graph. */
const verifyFor =
  (resource: "graph" | "sharePoint"): GraphOptions["verifyToken"] =>
  (bearer) => {
    if (bearer === "expired" || bearer === "audience" || bearer === "invalid")
      return Promise.resolve({ error: bearer });
    const claims = JSON.parse(Buffer.from(bearer, "base64url").toString("utf8")) as CallerClaims;
    const isForSharePoint = claims.scp.some((scope) => scope.startsWith("AllSites."));
    return Promise.resolve(isForSharePoint === (resource === "sharePoint") ? claims : { error: "audience" });
  };

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read what they expect; a wrong guess fails the test
  readonly body: any;
}

export interface CallOptions {
  readonly user?: string;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface GraphServer {
  readonly graph: Graph;
  /** `http://localhost:N` */
  readonly origin: string;
  /** Calls `/graph/v1.0` + path, or an absolute address. */
  readonly call: (method: string, path: string, body?: unknown, options?: CallOptions) => Promise<Answer>;
  /** Sends bytes or text as they are, to `/graph/v1.0` + path or an absolute address; without a token of its own. */
  readonly send: (
    method: string,
    path: string,
    body: string | Uint8Array<ArrayBuffer> | undefined,
    headers: Readonly<Record<string, string>>,
  ) => Promise<Answer>;
  /** Calls `/sim` + path. */
  readonly sim: (method: string, path: string, body?: unknown) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

const answerOf = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === "" ? undefined : (JSON.parse(text) as unknown),
  };
};

export const startGraph = async (
  options: Partial<GraphOptions> = {},
  world: World = tinyWorld(),
): Promise<GraphServer> => {
  const graph = await createGraph({ dataFile: ":memory:", verifyToken: verifyFor("graph"), ...options });
  await graph.seedTenant(world);
  const app = express();
  app.use("/graph", graph.router);
  app.use("/graph.microsoft.com", graph.router);
  app.use("/sharepoint", createSharePoint({ engine: graph.engine, verifyToken: verifyFor("sharePoint") }));
  app.use("/sim", graph.simRouter);
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const addressOf = (path: string): string => (path.startsWith("http") ? path : `${origin}/graph/v1.0${path}`);
  const send = async (
    method: string,
    url: string,
    body: unknown,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const type: Record<string, string> = body === undefined ? {} : { "content-type": "application/json" };
    return answerOf(await fetch(url, { method, ...json, headers: { ...type, ...headers } }));
  };
  return {
    graph,
    origin,
    call: (method, path, body, { user = world.personas.facilitator, bearer = bearerFor(user), headers = {} } = {}) =>
      send(method, addressOf(path), body, {
        authorization: `Bearer ${bearer}`,
        ...headers,
      }),
    send: async (method, path, body, headers) =>
      answerOf(await fetch(addressOf(path), { method, headers, ...(body === undefined ? {} : { body }) })),
    sim: (method, path, body) => send(method, `${origin}/sim${path}`, body, {}),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
      await graph.close();
    },
  };
};
