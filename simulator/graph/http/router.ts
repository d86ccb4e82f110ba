/** The HTTP side: tokens, bodies, batches, latency, cut connections, recording. */
import { setTimeout as delay } from "node:timers/promises";
import express, { type NextFunction, type Request, type Response } from "express";
import type { CallerClaims, GraphOptions } from "../contract.ts";
import type { Dispatcher } from "../dispatch.ts";
import type { Faults } from "../faults.ts";
import { createRandom } from "../random.ts";
import type { Recorder } from "../record.ts";
import type { Service } from "../service.ts";
import type { Stats } from "../stats.ts";
import { newGuid } from "../store/names.ts";
import { demandRelative, readBatch, runBatch } from "./batch.ts";
import { allowOrigin, answerPreflight } from "./cors.ts";
import { errorReply } from "./errors.ts";
import { type Call, notEmulated, refuse, Refusal, type Reply } from "./exchange.ts";
import { segmentsOf } from "./path.ts";

export interface RouterParts {
  readonly service: Service;
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  readonly stats: Stats;
  readonly recorder: Recorder;
  readonly verifyToken: GraphOptions["verifyToken"];
}

const graphOrigin = "https://graph.microsoft.com";

const serverOriginOf = (request: Request): string => `${request.protocol}://${request.get("host") ?? "localhost"}`;

/** Links carry the Graph origin for callers whose transport rewrote it, and the address they used for everybody else. */
const originOf = (request: Request): string =>
  request.baseUrl.endsWith("/graph.microsoft.com") ? graphOrigin : `${serverOriginOf(request)}${request.baseUrl}`;

const unauthorized = (message: string): never =>
  refuse(401, "InvalidAuthenticationToken", message, {
    "WWW-Authenticate":
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
  });

const reasons = {
  expired: "Lifetime validation failed, the token is expired.",
  audience: "Access token validation failure. Invalid audience.",
  invalid: "Access token validation failure. The signature or the format of the token is invalid.",
} as const;

const callerOf = async (request: Request, verify: GraphOptions["verifyToken"]): Promise<CallerClaims> => {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.get("authorization") ?? "")?.[1];
  if (bearer === undefined) return unauthorized("Access token is empty.");
  const claims = await verify(bearer);
  return "error" in claims ? unauthorized(reasons[claims.error]) : claims;
};

/** Operations whose body is a file: whatever its type says, it is not read as JSON. */
const takesBytes = (request: Request): boolean => request.method === "PUT" && /\/content$/i.test(request.path);

const bodyOf = (request: Request): unknown => {
  const bytes: unknown = request.body;
  if (takesBytes(request)) return bytes instanceof Buffer ? bytes : Buffer.alloc(0);
  if (!(bytes instanceof Buffer) || bytes.length === 0) return undefined;
  const text = bytes.toString("utf8");
  if (!/^application\/json\b/i.test(request.get("content-type") ?? ""))
    return refuse(415, "UnsupportedMediaType", "The content type must be application/json.");
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse(
      400,
      "BadRequest",
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
};

const headersOf = (request: Request): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );

const versioned = (request: Request): URL => {
  const target = new URL(request.url, "http://graph");
  if (!/^\/v1\.0(\/|$)/i.test(target.pathname)) notEmulated(`the path ${target.pathname}; only /v1.0 is there`);
  target.pathname = target.pathname.replace(/^\/v1\.0/i, "") || "/";
  return target;
};

const callOf = (request: Request, caller: CallerClaims): Call => {
  const target = versioned(request);
  return {
    method: request.method,
    path: target.pathname,
    segments: segmentsOf(target.pathname),
    query: target.searchParams,
    headers: headersOf(request),
    body: bodyOf(request),
    caller,
    linkBase: `${originOf(request)}/v1.0`,
    serverOrigin: serverOriginOf(request),
  };
};

const tooLarge = new Refusal(413, "RequestEntityTooLarge", "The request is larger than 4 MB.");

/** Undefined when the connection is to be cut. */
type Answer = Reply | undefined;

const isBatch = (call: Call): boolean => call.method === "POST" && call.path === "/$batch";

const answerPlain = (parts: RouterParts, call: Call): Answer => {
  const drop = parts.faults.dropFor(call);
  if (drop === "before") return undefined;
  const reply = parts.dispatcher.perform(call);
  return drop === "after" ? undefined : reply;
};

/** Faults whose rule names `/$batch` strike the batch as a whole. */
const answerBatch = (parts: RouterParts, call: Call, random: () => number): Answer => {
  const whole = parts.faults.forCall(call);
  if (whole !== undefined) return whole;
  const requests = readBatch(call.body, {
    caller: call.caller,
    linkBase: call.linkBase,
    serverOrigin: call.serverOrigin,
  });
  const drops = new Set([call, ...requests.map((request) => request.call)].map((each) => parts.faults.dropFor(each)));
  if (drops.has("before")) return undefined;
  const perform = (inner: Call): Reply => {
    parts.stats.countInner();
    try {
      demandRelative(inner);
    } catch (error) {
      if (error instanceof Refusal) return errorReply(error, parts.service.now());
      throw error;
    }
    const reply = parts.dispatcher.perform(inner);
    if (reply.status === 429) parts.stats.countThrottled();
    return reply;
  };
  const reply = parts.service.db.transaction(() => runBatch(requests, perform, random));
  return drops.has("after") ? undefined : reply;
};

/** @returns the length of the body in bytes */
const send = (request: Request, response: Response, reply: Reply): number => {
  const id = newGuid();
  response.status(reply.status);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.setHeader("request-id", id);
  response.setHeader("client-request-id", request.get("client-request-id") ?? id);
  if (reply.body === undefined) {
    response.end();
    return 0;
  }
  response.setHeader("OData-Version", "4.0");
  response.setHeader(
    "Content-Type",
    "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8",
  );
  const body = Buffer.from(JSON.stringify(reply.body));
  response.end(body);
  return body.length;
};

export const createRouter = (parts: RouterParts): express.Router => {
  const { service, stats, recorder } = parts;
  // A later batch of the same caller must come in another order, yet a rerun in the same.
  let batches = 0;
  const answer = async (request: Request, caller: CallerClaims): Promise<Answer> => {
    const call = callOf(request, caller);
    if (!isBatch(call)) return answerPlain(parts, call);
    batches += 1;
    return answerBatch(parts, call, createRandom(service.settings().shuffleSeed + batches));
  };
  const handle = async (request: Request, response: Response): Promise<void> => {
    allowOrigin(response);
    stats.countOuter();
    stats.countBytes("in", request.body instanceof Buffer ? request.body.length : 0);
    const { latencyMs } = service.settings();
    if (latencyMs > 0) await delay(latencyMs);
    if (!service.db.isOpen()) {
      // Stopped, or set back, while this was on its way.
      response.destroy();
      return;
    }
    let caller: CallerClaims | undefined;
    let reply: Answer;
    try {
      caller = await callerOf(request, parts.verifyToken);
      reply = await answer(request, caller);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      reply = errorReply(error, service.now(), request.get("client-request-id"));
    }
    if (reply?.status === 429) stats.countThrottled();
    recorder.write({
      request,
      app: caller?.appid,
      reply,
      linkBase: `${originOf(request)}/v1.0`,
      serverOrigin: serverOriginOf(request),
      binary: takesBytes(request),
    });
    if (reply === undefined) response.destroy();
    else stats.countBytes("out", send(request, response, reply));
  };
  const router = express.Router();
  router.use((request, response, next) => {
    if (request.method === "OPTIONS") answerPreflight(response, request.get("access-control-request-headers"));
    else next();
  });
  router.use(express.raw({ type: () => true, limit: "4mb" }));
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- express 5 hands a rejection to its error handlers
  router.use(handle);
  router.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    // What the body reader refuses; anything else is a bug and goes on to the host's own handler.
    if (typeof error !== "object" || error === null || !("type" in error)) next(error);
    else if (error.type === "entity.too.large")
      send(request, response, errorReply(tooLarge, service.now(), request.get("client-request-id")));
    else next(error);
  });
  return router;
};
