import { Client, ResponseType } from "@microsoft/microsoft-graph-client";
import { err, ok } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { listAt, parseJson } from "../json.ts";
import { createBatchExecutor, type PostBatch } from "./batch.ts";
import type { SendToGraph } from "./call.ts";
import { accessErrorOf, failureOfStatus, isBusy } from "./failure.ts";
import { Authentication, Exchange, GRAPH_ORIGIN, LastHop, Retry } from "./middleware.ts";
import { retryAfterMs, RETRY_LIMITS, type RetryLimits } from "./retry.ts";

export interface GraphConnection {
  readonly signIn: Pick<SignIn, "token">;
  readonly clock: Clock;
  /** Numbers in [0, 1); spreads repeated requests. */
  readonly random: () => number;
  /** Stands in front of `/v1.0`; Graph's own unless told otherwise. */
  readonly graphOrigin?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** How patiently a request is repeated; for long pushes unless told otherwise. */
  readonly limits?: RetryLimits;
}

/**
 * Everything travels in `$batch`, even single calls: a browser cannot read the Retry-After header of a plain answer, but that
 * of an inner one is part of the JSON.
 */
export const connectToGraph = (connection: GraphConnection): SendToGraph => {
  const { clock, random, limits = RETRY_LIMITS } = connection;
  const fetch = connection.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const client = Client.initWithMiddleware({
    baseUrl: GRAPH_ORIGIN,
    defaultVersion: "v1.0",
    middleware: [
      new Retry(clock, random, limits),
      new Authentication(connection.signIn),
      new LastHop(fetch, connection.graphOrigin ?? GRAPH_ORIGIN, clock),
    ],
  });
  const post: PostBatch = async (requests, { scopes, repeatable }) => {
    const exchange = new Exchange(scopes, repeatable);
    try {
      const request = client.api("/$batch").middlewareOptions([exchange]).responseType(ResponseType.RAW);
      const response: unknown = await request.post({ requests });
      if (!(response instanceof Response)) return err({ type: "Unexpected", code: "noResponse" });
      const body = parseJson(await response.text());
      if (response.ok) return ok(listAt(body, "responses"));
      return err(outerFailure(response, body, scopes, clock.now()));
    } catch {
      return err(exchange.failure ?? { type: "Offline" });
    }
  };
  return createBatchExecutor({ post, clock, random, limits });
};

const outerFailure = (response: Response, body: unknown, scopes: readonly string[], nowMs: number): AccessError => {
  if (isBusy(response.status)) {
    const wait = retryAfterMs(response.headers.get("Retry-After"), nowMs);
    return wait === undefined ? { type: "Busy" } : { type: "Busy", retryAfterMs: wait };
  }
  return accessErrorOf(failureOfStatus(response.status, body, scopes), "$batch");
};
