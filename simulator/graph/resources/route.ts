/** One operation of Graph as the simulator knows it. */
import type { Call, Reply } from "../http/exchange.ts";
import type { Options } from "../odata/options.ts";
import type { Service } from "../service.ts";

export interface RouteCall extends Call {
  /** Path parameters by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly options: Options;
}

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** `/sites/{site}/lists/{list}`; literals compare without case, `()` after a function is optional. */
  readonly path: string;
  /** Delegated permissions of which one suffices; empty where access.ts judges by place. */
  readonly scopes: readonly string[];
  /** Query options by lower-case name without `$`. */
  readonly query?: readonly string[];
  /** Resource units: single-item reads 1, queries and writes 2, permissions 5; absent outside SharePoint. */
  readonly units?: number | ((call: Call) => number);
  readonly handle: (service: Service, call: RouteCall) => Reply;
}

/** A path parameter that the matching route declares. */
export const param = (call: RouteCall, name: string): string => {
  const value = call.params[name];
  if (value === undefined) throw new Error(`the route of ${call.path} has no parameter '${name}'`);
  return value;
};
