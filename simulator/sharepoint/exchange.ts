/** The HTTP side of everything at SharePoint's own address: latency, faults, cut connections, counting, errors. */
import { setTimeout as delay } from "node:timers/promises";
import type { ErrorRequestHandler, Request, Response } from "express";
import { allowOrigin } from "../graph/http/cors.ts";
import { Refusal, type Reply } from "../graph/http/exchange.ts";
import type { GraphEngine } from "../graph/index.ts";

/** What the statistics learn of a request. */
export interface Counted {
  readonly operation: string;
  /** Resource units. */
  readonly units: number;
}

export interface Exchange {
  /**
   * Answers with what the work replies or refuses, unless a fault strikes.
   */
  readonly run: (request: Request, response: Response, counted: Counted, work: () => Promise<Reply>) => Promise<void>;
  /** For errors of the body reader, by their type. */
  readonly refuseAs: (type: string, refusal: Refusal) => ErrorRequestHandler;
}

/** How the service words an error. */
type ErrorBody = (refusal: Refusal) => unknown;

export const serverOriginOf = (request: Pick<Request, "protocol" | "get">): string =>
  `${request.protocol}://${request.get("host") ?? "localhost"}`;

/**
 * Objects are sent as JSON, bytes as they are.
 * @returns the length of the body in bytes
 */
const send = (response: Response, { status, headers = {}, body }: Reply): number => {
  response.status(status);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const isFile = body instanceof Uint8Array;
  const bytes = body === undefined || isFile ? body : Buffer.from(JSON.stringify(body));
  if (bytes !== undefined && !isFile) response.type("application/json;charset=utf-8");
  response.end(bytes);
  return bytes?.length ?? 0;
};

export const createExchange = ({ service, faults, stats }: GraphEngine, errorBody: ErrorBody): Exchange => {
  const refused = (refusal: Refusal): Reply => ({
    status: refusal.status,
    headers: refusal.headers,
    body: errorBody(refusal),
  });
  const replyOf = async (work: () => Promise<Reply>): Promise<Reply> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  };
  return {
    run: async (request, response, { operation, units }, work) => {
      allowOrigin(response);
      stats.countOuter();
      stats.countBytes("in", request.body instanceof Buffer ? request.body.length : 0);
      stats.count(operation, units);
      const { latencyMs } = service.settings();
      if (latencyMs > 0) await delay(latencyMs);
      const address = new URL(request.originalUrl, "http://sharepoint");
      const call = { method: request.method, path: address.pathname, query: address.searchParams };
      const drop = faults.dropFor(call);
      const reply = drop === "before" ? undefined : (faults.forCall(call) ?? (await replyOf(work)));
      if (reply?.status === 429) stats.countThrottled();
      if (drop !== undefined || reply === undefined) response.destroy();
      else stats.countBytes("out", send(response, reply));
    },
    refuseAs: (type, refusal) => (error: unknown, _request, response, next) => {
      if (typeof error !== "object" || error === null || !("type" in error) || error.type !== type) next(error);
      else {
        allowOrigin(response);
        send(response, refused(refusal));
      }
    },
  };
};
