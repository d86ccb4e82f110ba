/** Calls to the REST service of the simulated SharePoint, for tests. */
import { type Answer, bearerFor, type GraphServer } from "./graphServer.ts";
import { personas } from "./graphLists.ts";

export interface RestSending {
  readonly user?: string;
  readonly scopes?: readonly string[];
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls `{home site}/_api/` + path, as the administrator with full control unless told otherwise. */
export type CallRest = (method: string, path: string, body?: unknown, sending?: RestSending) => Promise<Answer>;

export const restOf =
  (server: GraphServer, site = "/sites/okr-home"): CallRest =>
  (method, path, body, { user = personas.admin, scopes = ["AllSites.FullControl"], bearer, headers = {} } = {}) =>
    server.send(
      method,
      `${server.origin}/sharepoint${site}/_api/${path}`,
      body === undefined ? undefined : JSON.stringify(body),
      {
        accept: "application/json;odata=nometadata",
        "content-type": "application/json;odata=nometadata",
        authorization: `Bearer ${bearer ?? bearerFor(user, scopes)}`,
        ...headers,
      },
    );

/** Ids that SharePoint Online gives to the levels of every site. */
export const levels = { fullControl: 1_073_741_829, contribute: 1_073_741_827, read: 1_073_741_826 } as const;

export const loginOf = (upn: string): string => `i:0#.f|membership|${upn}`;
