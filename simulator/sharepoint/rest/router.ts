/** The HTTP side of SharePoint's REST service: tokens, methods in headers, query options, throttling. */
import express, { type Request } from "express";
import type { CallerClaims, GraphEngine, GraphOptions } from "../../graph/index.ts";
import { refuse, Refusal, type Reply } from "../../graph/http/exchange.ts";
import type { SiteRow } from "../../graph/store/sites.ts";
import type { Exchange } from "../exchange.ts";
import { type RestAddress, readAddress } from "./address.ts";
import { assignmentRoutes } from "./assignments.ts";
import type { RestCall, RestRoute } from "./call.ts";
import { definitionRoutes } from "./definitions.ts";
import { groupRoutes } from "./groups.ts";
import { listRoutes } from "./lists.ts";
import { notSimulated } from "./refusals.ts";

const routes: readonly RestRoute[] = [...assignmentRoutes, ...definitionRoutes, ...groupRoutes, ...listRoutes];

/** docs of throttling publish no units for REST: "they usually consume more than Graph APIs"; that of Graph's permission calls. */
const restUnits = 5;

const unauthorized = (message: string): never => refuse(401, "unauthenticated", message);

const reasons = {
  expired: "Invalid JWT token. The token is expired.",
  audience: "Invalid audience Uri.",
  invalid: "Invalid JWT token. The token is not valid.",
} as const;

const callerOf = async (request: Request, verify: GraphOptions["verifyToken"]): Promise<CallerClaims> => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.get("authorization") ?? "")?.[1];
  if (bearer === undefined) return unauthorized("There is no token.");
  const claims = await verify(bearer);
  return "error" in claims ? unauthorized(reasons[claims.error]) : claims;
};

/** docs "Complete basic operations": a POST may carry the real method in `X-HTTP-Method`; PATCH and MERGE do the same. */
const methodOf = (request: Request): string => {
  const given = request.method === "POST" ? request.get("x-http-method") : undefined;
  const method = (given ?? request.method).toUpperCase();
  return method === "PATCH" ? "MERGE" : method;
};

const listIn = (text: string | undefined): readonly string[] | undefined =>
  text
    ?.split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Lower-case names without `$`; aliases are read with the address. */
const optionsOf = (query: URLSearchParams, route: RestRoute): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const [name, value] of query) {
    if (name.startsWith("@")) continue;
    const bare = name.toLowerCase().replace(/^\$/, "");
    if (!route.query?.some((known) => known === bare)) notSimulated(`the query option '${name}' on this address`);
    found.set(bare, value);
  }
  return found;
};

const demandFormat = (request: Request): void => {
  if (!/odata=nometadata/i.test(request.get("accept") ?? ""))
    notSimulated("other answers than application/json;odata=nometadata");
  const wanted = request.get("if-match");
  if (wanted !== undefined && wanted !== "*") notSimulated("If-Match with an eTag");
};

const jsonOf = (request: Request): unknown => {
  const bytes: unknown = request.body;
  if (!(bytes instanceof Buffer) || bytes.length === 0) return undefined;
  try {
    return JSON.parse(bytes.toString("utf8")) as unknown;
  } catch {
    return refuse(400, "-1, Microsoft.SharePoint.Client.InvalidClientQueryException", "The body is not valid JSON.");
  }
};

interface Asked {
  readonly address: RestAddress;
  readonly query: URLSearchParams;
  readonly method: string;
}

const askedOf = (request: Request): Asked | undefined => {
  const { pathname, searchParams } = new URL(request.url, "http://sharepoint");
  const address = readAddress(pathname, searchParams);
  return address === undefined ? undefined : { address, query: searchParams, method: methodOf(request) };
};

const routeOf = ({ method, address }: Asked): RestRoute | undefined =>
  routes.find((route) => route.method === method && route.shape === address.shape);

export interface RestOptions {
  readonly engine: GraphEngine;
  readonly exchange: Exchange;
  /** Checks that a token is for SharePoint. */
  readonly verifyToken: GraphOptions["verifyToken"];
}

const siteAt = ({ service }: GraphEngine, path: string): SiteRow =>
  service.db.get<SiteRow>("SELECT * FROM sites WHERE lower(path) = ?", path.toLowerCase()) ??
  refuse(404, "-2147024893, System.IO.DirectoryNotFoundException", "404 FILE NOT FOUND");

const answer = (options: RestOptions, request: Request, asked: Asked, caller: CallerClaims): Reply => {
  const { engine } = options;
  const verdict = engine.throttle.charge(
    { caller, method: asked.method, path: `/sharepoint${request.path}` },
    restUnits,
  );
  if (verdict.type === "throttled")
    return refuse(429, "-1, Microsoft.SharePoint.Client.TooManyRequests", "The request has been throttled.", {
      "Retry-After": String(verdict.retryAfterSeconds),
      ...verdict.headers,
    });
  const route = routeOf(asked) ?? notSimulated(`${asked.method} _api/${asked.address.shape}`);
  demandFormat(request);
  const found = optionsOf(asked.query, route);
  const call: RestCall = {
    service: engine.service,
    caller,
    site: siteAt(engine, asked.address.site),
    steps: asked.address.steps,
    body: jsonOf(request),
    select: listIn(found.get("select")),
    expand: listIn(found.get("expand")) ?? [],
  };
  const reply = route.handle(call);
  return { ...reply, headers: { ...verdict.headers, ...reply.headers } };
};

const tooLarge = new Refusal(413, "-1, Microsoft.SharePoint.Client.RequestTooLarge", "The request is too large.");

export const createRest = (options: RestOptions): express.Router => {
  const { engine, exchange, verifyToken } = options;
  const router = express.Router();
  router.use(express.raw({ type: () => true, limit: "1mb" }));
  router.use((request, response, next) => {
    const asked = askedOf(request);
    if (asked === undefined) {
      next();
      return undefined;
    }
    const route = routeOf(asked);
    const operation = `${asked.method} ${route === undefined ? "unknown" : `/_api/${route.shape}`}`;
    return exchange.run(request, response, { operation, units: restUnits }, async () => {
      const caller = await callerOf(request, verifyToken);
      return engine.service.db.transaction(() => answer(options, request, asked, caller));
    });
  });
  router.use(exchange.refuseAs("entity.too.large", tooLarge));
  return router;
};
