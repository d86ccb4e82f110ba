/** Rules that make requests fail: `POST /sim/faults`. They apply to plain requests and to those inside a batch. */
import { errorReply } from "./http/errors.ts";
import { type Call, isObject, type JsonObject, type Reply } from "./http/exchange.ts";
import { createRandom } from "./random.ts";

/** When the connection is cut: before the request was carried out, or after it, so that only the answer is lost. */
type Drop = "before" | "after";

interface FaultRule {
  /**
   * `METHOD regex`, for example `PATCH /items/`; `*` or no method is any. The expression is tried on path and query, with
   * and without `/v1.0` and `/graph/v1.0` in front.
   */
  readonly match: string;
  /** Status of the answer; 503 when absent. */
  readonly status?: number;
  /** Chance from 0 to 1 that the rule strikes a matching request; 1 when absent. */
  readonly share?: number;
  /** How often it strikes at most; unlimited when absent. */
  readonly count?: number;
  readonly seed?: number;
  readonly retryAfterSeconds?: number;
  /** True is "after". */
  readonly drop?: boolean | Drop;
  readonly body?: unknown;
}

type RuleReading =
  | { readonly type: "rules"; readonly rules: readonly FaultRule[] }
  | { readonly type: "rejected"; readonly reason: string };

export interface Faults {
  readonly set: (rules: readonly FaultRule[]) => void;
  readonly clear: () => void;
  /** The answer that takes the place of the real one; undefined when no rule strikes. */
  readonly forCall: (call: Pick<Call, "method" | "path" | "query">) => Reply | undefined;
  /** Whether the connection of this outer request is to be cut. */
  readonly dropFor: (call: Pick<Call, "method" | "path" | "query">) => Drop | undefined;
}

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
};

interface Pattern {
  readonly method: string;
  readonly expression: string;
}

const patternOf = (match: string): Pattern => {
  const [, method = "*", expression = ""] = /^(?:(\*|[A-Z]+) +)?(\S.*)$/.exec(match) ?? [];
  return { method, expression };
};

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  match: (value) => {
    const { expression } = patternOf(typeof value === "string" ? value : "");
    return expression !== "" && isPattern(expression);
  },
  status: (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) <= 599,
  share: (value) => typeof value === "number" && value >= 0 && value <= 1,
  count: (value) => Number.isInteger(value) && Number(value) >= 0,
  seed: (value) => Number.isInteger(value),
  retryAfterSeconds: (value) => typeof value === "number" && value >= 0,
  drop: (value) => [true, false, "before", "after"].some((known) => known === value),
  body: () => true,
};

const problemOf = (rule: JsonObject): string | undefined => {
  if (rule["match"] === undefined) return "a rule needs 'match'";
  for (const [name, value] of Object.entries(rule)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined) return `there is no property '${name}'`;
    if (!check(value)) return `the value of '${name}' is not usable`;
  }
  return undefined;
};

const listOf = (body: unknown): unknown => {
  if (!isObject(body)) return body;
  const { rules, ...others } = body;
  if (rules === undefined) return "match" in body ? [body] : undefined;
  return Object.keys(others).length === 0 ? rules : undefined;
};

/** An array of rules, `{"rules": [...]}`, or one rule alone. */
export const readRules = (body: unknown): RuleReading => {
  const rules = listOf(body);
  if (!Array.isArray(rules)) return { type: "rejected", reason: "expected an array of rules, each with 'match'" };
  for (const rule of rules as readonly unknown[]) {
    const reason = isObject(rule) ? problemOf(rule) : "a rule is an object";
    if (reason !== undefined) return { type: "rejected", reason };
  }
  return { type: "rules", rules: rules as readonly FaultRule[] };
};

const codes: Readonly<Record<number, string>> = {
  429: "activityLimitReached",
  500: "generalException",
  502: "badGateway",
  503: "serviceNotAvailable",
  504: "gatewayTimeout",
};

const replyOf = (rule: FaultRule, now: number): Reply => {
  const status = rule.status ?? 503;
  const headers = rule.retryAfterSeconds === undefined ? {} : { "Retry-After": String(rule.retryAfterSeconds) };
  if (rule.body !== undefined) return { status, headers, body: rule.body };
  return errorReply(
    { status, code: codes[status] ?? "generalException", message: "A fault rule of the simulator struck.", headers },
    now,
  );
};

const prefixes = ["", "/v1.0", "/graph/v1.0"] as const;

export const createFaults = (now: () => number): Faults => {
  let active: {
    readonly rule: FaultRule;
    readonly pattern: RegExp;
    readonly method: string;
    readonly random: () => number;
    left: number;
  }[] = [];
  const strike = (call: Pick<Call, "method" | "path" | "query">, dropping: boolean): FaultRule | undefined => {
    const target =
      call.query.size > 0
        ? `${call.path}?${decodeURIComponent(call.query.toString().replaceAll("+", " "))}`
        : call.path;
    for (const entry of active) {
      const { rule, pattern, method, random } = entry;
      if (dropping !== Boolean(rule.drop) || entry.left <= 0) continue;
      if ((method !== "*" && method !== call.method) || !prefixes.some((prefix) => pattern.test(prefix + target)))
        continue;
      if (random() >= (rule.share ?? 1)) continue;
      entry.left -= 1;
      return rule;
    }
    return undefined;
  };
  return {
    set: (rules) => {
      active = rules.map((rule) => {
        const { method, expression } = patternOf(rule.match);
        return {
          rule,
          method,
          pattern: new RegExp(expression),
          random: createRandom(rule.seed ?? 1),
          left: rule.count ?? Number.POSITIVE_INFINITY,
        };
      });
    },
    clear: () => {
      active = [];
    },
    forCall: (call) => {
      const rule = strike(call, false);
      return rule === undefined ? undefined : replyOf(rule, now());
    },
    dropFor: (call) => {
      const rule = strike(call, true);
      if (rule === undefined) return undefined;
      return rule.drop === "before" ? "before" : "after";
    },
  };
};
