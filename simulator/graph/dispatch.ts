/** From one call to its answer: faults, throttling, route, scopes, handler. Serves plain requests and those inside a batch. */
import { missingScope } from "./access.ts";
import type { Faults } from "./faults.ts";
import { type Call, notEmulated, refuse, Refusal, type Reply } from "./http/exchange.ts";
import { errorReply } from "./http/errors.ts";
import { readOptions } from "./odata/options.ts";
import type { Route } from "./resources/route.ts";
import type { Service } from "./service.ts";
import type { Stats } from "./stats.ts";
import type { Throttle, Verdict } from "./throttle.ts";

export interface Dispatcher {
  readonly perform: (call: Call) => Reply;
}

export interface DispatchParts {
  readonly service: Service;
  readonly routes: readonly Route[];
  readonly faults: Faults;
  readonly throttle: Throttle;
  readonly stats: Stats;
}

interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

const plain = (segment: string): string =>
  segment
    .replace(/\(\)$/, "")
    .replace(/^microsoft\.graph\./i, "")
    .toLowerCase();

const matchPath = (
  template: readonly string[],
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  if (template.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith("{")) params[part.slice(1, -1)] = segment;
    else if (plain(part) !== plain(segment)) return undefined;
  }
  return params;
};

/** Literals win over parameters: routes are tried with the fewest parameters first. */
const createMatcher = (routes: readonly Route[]) => {
  const table = routes
    .map((route) => ({ route, template: route.path.split("/").filter(Boolean) }))
    .sort((a, b) => (a.route.path.match(/\{/g)?.length ?? 0) - (b.route.path.match(/\{/g)?.length ?? 0));
  const byLength = new Map<number, typeof table>();
  for (const entry of table)
    byLength.set(entry.template.length, [...(byLength.get(entry.template.length) ?? []), entry]);
  return (call: Call): Match | undefined => {
    for (const { route, template } of byLength.get(call.segments.length) ?? []) {
      if (route.method !== call.method) continue;
      const params = matchPath(template, call.segments);
      if (params !== undefined) return { route, params };
    }
    return undefined;
  };
};

const workloadCode = (path: string): string => {
  if (path.startsWith("/teams") || path.startsWith("/me/joinedTeams")) return "Forbidden";
  if (/\/events/.test(path)) return "ErrorAccessDenied";
  return path.startsWith("/sites") ? "accessDenied" : "Authorization_RequestDenied";
};

const demandScope = (route: Route, call: Call): void => {
  const { scopes } = route;
  if (scopes.length > 0 && !scopes.some((scope) => call.caller.scp.includes(scope)))
    missingScope(workloadCode(route.path), scopes, call.caller.scp);
};

const unitsOf = (route: Route, call: Call): number =>
  typeof route.units === "function" ? route.units(call) : (route.units ?? 0);

export const createDispatcher = ({ service, routes, faults, throttle, stats }: DispatchParts): Dispatcher => {
  const match = createMatcher(routes);
  const answer = (call: Call, found: Match | undefined, verdict: Verdict): Reply => {
    const fault = faults.forCall(call);
    if (fault !== undefined) return fault;
    if (verdict.type === "throttled")
      return refuse(429, "activityLimitReached", "The request has been throttled.", {
        "Retry-After": String(verdict.retryAfterSeconds),
      });
    if (found === undefined) return notEmulated(`${call.method} ${call.path}`);
    const options = readOptions(call.query, found.route.query ?? []);
    demandScope(found.route, call);
    return found.route.handle(service, { ...call, params: found.params, options });
  };
  const answerOrError = (call: Call, found: Match | undefined, verdict: Verdict): Reply => {
    try {
      // One failed request leaves nothing behind, whether it came alone or among nineteen others.
      return service.db.transaction(() => answer(call, found, verdict));
    } catch (error) {
      if (error instanceof Refusal) return errorReply(error, service.now(), call.headers["client-request-id"]);
      throw error;
    }
  };
  return {
    perform: (call) => {
      const found = match(call);
      const units = found === undefined ? 0 : unitsOf(found.route, call);
      stats.count(`${call.method} ${found?.route.path ?? "unknown"}`, units);
      const verdict = throttle.charge(call, units);
      const reply = answerOrError(call, found, verdict);
      // Whatever the answer is, it tells how much of the budget is left.
      return { ...reply, headers: { ...verdict.headers, ...reply.headers } };
    },
  };
};
