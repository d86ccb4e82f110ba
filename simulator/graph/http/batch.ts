/** `$batch`: docs, "Combine multiple HTTP requests using JSON batching" (2025-02-21). */
import type { CallerClaims } from "../contract.ts";
import { type Call, isObject, type JsonObject, refuse, type Reply } from "./exchange.ts";
import { shuffled } from "../random.ts";
import { segmentsOf } from "./path.ts";

export interface InnerRequest {
  readonly id: string;
  readonly call: Call;
  readonly dependsOn: readonly string[];
}

const invalidBatch = (message: string): never => refuse(400, "BadRequest", `Invalid batch payload format: ${message}`);

const methods: ReadonlySet<unknown> = new Set(["GET", "POST", "PATCH", "PUT", "DELETE"]);

const headersOf = (entry: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(isObject(entry["headers"]) ? entry["headers"] : {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  );

const idsOf = (value: unknown): readonly string[] => {
  if (value === undefined) return [];
  return Array.isArray(value) && value.every((id) => typeof id === "string")
    ? value
    : invalidBatch("dependsOn must be an array of ids.");
};

interface Outer {
  readonly caller: CallerClaims;
  readonly linkBase: string;
  readonly serverOrigin: string;
}

const readInner = (entry: unknown, outer: Outer): InnerRequest => {
  if (!isObject(entry)) return invalidBatch("a request must be an object.");
  for (const name of Object.keys(entry))
    if (!["id", "method", "url", "headers", "body", "dependsOn"].includes(name))
      return invalidBatch(`unknown property '${name}'.`);
  const { id, method, url, body } = entry;
  if (typeof id !== "string" || id === "") return invalidBatch("every request needs an id.");
  if (!methods.has(method)) return invalidBatch(`the method '${String(method)}' is not supported.`);
  if (typeof url !== "string" || /^https?:/i.test(url)) return invalidBatch("the url must be relative.");
  const headers = headersOf(entry);
  if (body !== undefined && headers["content-type"] === undefined)
    return invalidBatch(`request '${id}' has a body, so a Content-Type header is required.`);
  const target = new URL(url.startsWith("/") ? url : `/${url}`, "http://graph");
  return {
    id,
    dependsOn: idsOf(entry["dependsOn"]),
    call: {
      method: String(method),
      path: target.pathname,
      segments: segmentsOf(target.pathname),
      query: target.searchParams,
      headers,
      body,
      ...outer,
    },
  };
};

/** The inner requests, or the error that refuses the whole batch. */
export const readBatch = (body: unknown, outer: Outer): readonly InnerRequest[] => {
  const requests = isObject(body) ? body["requests"] : undefined;
  if (!Array.isArray(requests) || requests.length === 0)
    return invalidBatch("'requests' must hold at least one request.");
  if (requests.length > 20) return invalidBatch("Number of requests must not exceed 20.");
  const inner = requests.map((entry) => readInner(entry, outer));
  const seen = new Set<string>();
  for (const { id, dependsOn } of inner) {
    for (const other of dependsOn)
      if (!seen.has(other.toLowerCase()))
        return invalidBatch(`request '${id}' depends on '${other}', which is not an earlier request.`);
    if (seen.has(id.toLowerCase())) return invalidBatch(`the id '${id}' is used twice.`);
    seen.add(id.toLowerCase());
  }
  return inner;
};

/** Graph answers an url with the version inside a batch with this error. */
export const demandRelative = (call: Call): void => {
  if (/^(v1\.0|beta)$/i.test(call.segments[0] ?? ""))
    refuse(400, "BadRequest", `Resource not found for the segment '${call.segments[0]}'.`);
};

const failedDependency: Reply = {
  status: 424,
  body: { error: { code: "FailedDependency", message: "A request this one depends on has failed." } },
};

/**
 * Carries out each request once its predecessors succeeded; the answers come in another order.
 * @param random order of the answers
 */
export const runBatch = (
  requests: readonly InnerRequest[],
  perform: (call: Call) => Reply,
  random: () => number,
): Reply => {
  const replies = new Map<string, Reply>();
  for (const { id, call, dependsOn } of requests) {
    const blocked = dependsOn.some((other) => (replies.get(other.toLowerCase())?.status ?? 424) >= 400);
    replies.set(id.toLowerCase(), blocked ? failedDependency : perform(call));
  }
  const responses = requests.map(({ id }) => {
    const reply = replies.get(id.toLowerCase()) ?? failedDependency;
    return {
      id,
      status: reply.status,
      headers: { ...(reply.body === undefined ? {} : { "Content-Type": "application/json" }), ...reply.headers },
      ...(reply.body === undefined ? {} : { body: reply.body }),
    };
  });
  return { status: 200, body: { responses: shuffled(responses, random) } };
};
