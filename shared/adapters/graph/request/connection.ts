import { Client, ResponseType } from "@microsoft/microsoft-graph-client";
import type { AccessError } from "#shared/ports/access.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { listAt, parseJson } from "../json.ts";
import { createBatchExecutor, type PostBatch } from "./batch.ts";
import type { SendToGraph } from "./call.ts";
import { accessErrorOf, failureOfStatus, isBusy } from "./failure.ts";
import type { BatchAnswer } from "./judge.ts";
import { Authentication, Exchange, GRAPH_ORIGIN, LastHop } from "./middleware.ts";
import { createPace, type Pace } from "./pace.ts";
import { retryAfterMs, RETRY_LIMITS, type RetryLimits } from "./retry.ts";

export interface GraphConnection {
  readonly signIn: Pick<SignIn, "token">;
  readonly clock: Clock;
  /** Measures how long an answer takes; the same unless given, for those who listen to how long is waited. */
  readonly watch?: Clock;
  /** Numbers in [0, 1); spreads repeated requests. */
  readonly random: () => number;
  /** Stands in front of `/v1.0`; Graph's own unless told otherwise. */
  readonly graphOrigin?: string;
  readonly fetch?: typeof globalThis.fetch;
  /** How patiently a request is repeated; for long pushes unless told otherwise. */
  readonly limits?: RetryLimits;
  /** Shared by those who want to know how busy the service is; an own one unless given. */
  readonly pace?: Pace;
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
      new Authentication(connection.signIn),
      new LastHop(fetch, connection.graphOrigin ?? GRAPH_ORIGIN, connection.watch ?? clock),
    ],
  });
  const post: PostBatch = async (requests, scopes) => {
    const exchange = new Exchange(scopes);
    try {
      const request = client.api("/$batch").middlewareOptions([exchange]).responseType(ResponseType.RAW);
      const response: unknown = await request.post({ requests });
      if (!(response instanceof Response)) return failed({ type: "Unexpected", code: "noResponse" });
      const { ok, status, headers } = response;
      const body = parseJson(await response.text());
      if (ok) return { type: "Answered", responses: listAt(body, "responses") };
      if (isBusy(status)) {
        return { type: "Busy", status, retryAfterMs: retryAfterMs(headers.get("Retry-After"), clock.now()) };
      }
      return failed(accessErrorOf(failureOfStatus(status, body, scopes), "$batch"));
    } catch {
      return exchange.failure ? failed(exchange.failure) : { type: "Lost" };
    }
  };
  return createBatchExecutor({ post, clock, random, limits, pace: connection.pace ?? createPace(clock) });
};

const failed = (error: AccessError): BatchAnswer => ({ type: "Failed", error });
