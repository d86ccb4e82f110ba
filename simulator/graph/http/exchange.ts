/** One Graph request and its answer, outside HTTP: the same shape serves plain requests and the inner ones of a `$batch`. */
import type { CallerClaims } from "../contract.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export interface Call {
  readonly method: string;
  /** Path below the version, as the caller wrote it: `/sites/root/lists`. */
  readonly path: string;
  /** Decoded path segments; a site addressed by path is one segment. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; bytes where the operation takes a file. */
  readonly body: unknown;
  readonly caller: CallerClaims;
  /** Origin and version for links, for example `https://graph.microsoft.com/v1.0`. */
  readonly linkBase: string;
  /** Where this server really is: for addresses that are not Graph's, such as those of downloads. */
  readonly serverOrigin: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/**
 * A request that Graph answers with an error. Thrown, not returned: whatever the request has already written
 * must be rolled back, and the transaction that encloses it does so on the way out.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const refuse = (
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): never => {
  throw new Refusal(status, code, message, headers);
};

export const invalid = (message: string): never => refuse(400, "invalidRequest", message);

export const notFound = (message = "The resource could not be found."): never => refuse(404, "itemNotFound", message);

export const accessDenied = (): never => refuse(403, "accessDenied", "Access denied");

/** The simulator knows nothing about this; guessing would teach the product something untrue. */
export const notEmulated = (what: string): never =>
  refuse(501, "notImplemented", `The simulated Graph does not emulate ${what}.`);

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A string as it is; anything else as the empty one. */
export const textOr = (value: unknown, fallback = ""): string => (typeof value === "string" ? value : fallback);

/** The body as an object, or the error Graph gives for anything else. */
export const objectBody = (call: Call): JsonObject =>
  isObject(call.body)
    ? call.body
    : refuse(
        400,
        "BadRequest",
        "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
      );

/** Refuses properties that nobody here interprets. `@odata` annotations pass. */
export const onlyProperties = (body: JsonObject, known: readonly string[], where: string): void => {
  for (const name of Object.keys(body))
    if (!name.includes("@odata.") && !known.includes(name)) notEmulated(`the property '${name}' of ${where}`);
};

export const ok = (body: unknown, headers?: Readonly<Record<string, string>>): Reply =>
  headers === undefined ? { status: 200, body } : { status: 200, body, headers };

export const created = (body: unknown): Reply => ({ status: 201, body });

export const noContent: Reply = { status: 204 };
