import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Scopes, SignIn } from "#shared/ports/signIn.ts";
import { parseJson, textAt } from "../graph/json.ts";
import { retryAfterMs } from "../graph/request/retry.ts";

/** A call to SharePoint's own REST service, for what Graph cannot do: say who may do what on a list. */
export interface SharePointCall {
  readonly method: "GET" | "POST" | "MERGE";
  /** Below `{site}/_api/`, with its query. */
  readonly path: string;
  readonly body?: object;
}

/** SharePoint understood the call and will not do it, however often it is repeated. */
interface Declined {
  readonly type: "Declined";
  readonly status: number;
  readonly code?: string;
  readonly message: string;
}

export type SharePointFailure = Declined | AccessError;

/** Only answers with a 2xx status are ok; the value is their JSON, undefined where there is none. */
export type SendToSharePoint = (call: SharePointCall) => Promise<Result<unknown, SharePointFailure>>;

export interface SharePointConnection {
  readonly signIn: Pick<SignIn, "token">;
  readonly clock: Clock;
  /** Numbers in [0, 1); spreads repeated requests. */
  readonly random: () => number;
  /** `host:/sites/name` */
  readonly homeSite: string;
  /** Stands in front of the path of the site; `https://{host}` unless told otherwise. */
  readonly sharePointOrigin?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * The one permission that lets an owner set rights on lists; asked for when somebody sets them, and nowhere else.
 * It never gives more than the person has.
 */
export const sharePointScopes = (homeSite: string): Scopes => [`https://${hostOf(homeSite)}/AllSites.FullControl`];

const hostOf = (homeSite: string): string => homeSite.slice(0, homeSite.indexOf(":"));
const pathOf = (homeSite: string): string =>
  homeSite
    .slice(homeSite.indexOf(":") + 1)
    .split("/")
    .map(encodeURIComponent)
    .join("/");

const ATTEMPTS = 6;
const FIRST_WAIT_MS = 1000;
/** A connection silent for this long is lost. */
const ANSWER_LIMIT_MS = 60_000;

const JSON_TYPE = "application/json;odata=nometadata";

/** Everything of this service may be repeated: giving what is given and taking what is gone change nothing. */
export const connectToSharePoint = (connection: SharePointConnection): SendToSharePoint => {
  const { clock, random, homeSite } = connection;
  const fetch = connection.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const base = `${(connection.sharePointOrigin ?? `https://${hostOf(homeSite)}`).replace(/\/$/, "")}${pathOf(homeSite)}/_api/`;
  const scopes = sharePointScopes(homeSite);

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      clock.after(ms, resolve);
    });

  /** Undefined when no answer came. */
  const ask = async ({ method, path, body }: SharePointCall, token: string): Promise<Response | undefined> => {
    try {
      return await fetch(base + path, {
        method: method === "GET" ? "GET" : "POST",
        headers: {
          Accept: JSON_TYPE,
          Authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { "Content-Type": JSON_TYPE }),
          ...(method === "MERGE" ? { "X-HTTP-Method": "MERGE", "If-Match": "*" } : {}),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      });
    } catch {
      return undefined;
    }
  };

  return async (call) => {
    for (let attempt = 1; ; attempt += 1) {
      const token = await connection.signIn.token(scopes);
      if (!token.ok) return token;
      const response = await ask(call, token.value);
      if (response && !isBusy(response.status)) return resultOf(response, scopes);
      const asked = retryAfterMs(response?.headers.get("Retry-After"), clock.now());
      if (attempt === ATTEMPTS) {
        return err(
          response ? { type: "Busy", ...(asked === undefined ? {} : { retryAfterMs: asked }) } : { type: "Offline" },
        );
      }
      await wait((asked ?? FIRST_WAIT_MS * 2 ** (attempt - 1)) * (1 + random() / 4));
    }
  };
};

const isBusy = (status: number): boolean => status === 429 || status === 503 || status === 504;

const resultOf = async (response: Response, scopes: Scopes): Promise<Result<unknown, SharePointFailure>> => {
  const { status } = response;
  const body = parseJson(await response.text().catch(() => ""));
  if (response.ok) return ok(body);
  if (status === 401) return err({ type: "SignInNeeded", reason: "interactionRequired", scopes });
  if (status === 403) return err({ type: "Forbidden" });
  const code = textAt(body, "odata.error", "code");
  const message = textAt(body, "odata.error", "message", "value") ?? "";
  return err({ type: "Declined", status, message, ...(code === undefined ? {} : { code }) });
};

/** @param missing what to name when SharePoint says that it is not there */
export const accessErrorOf = (failure: SharePointFailure, missing: string): AccessError => {
  if (failure.type !== "Declined") return failure;
  if (failure.status === 404) return { type: "NotSetUp", missing };
  return { type: "Unexpected", status: failure.status, ...(failure.code === undefined ? {} : { code: failure.code }) };
};
