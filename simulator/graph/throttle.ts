/**
 * Throttling as the SharePoint documentation of 2025-10-02 describes it: resource units per application and minute,
 * and per day; requests per user in five minutes; throttled calls count too.
 */
import type { Call } from "./http/exchange.ts";
import type { Settings } from "./settings.ts";

export type Verdict =
  | { readonly type: "passed"; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly type: "throttled";
      readonly retryAfterSeconds: number;
      readonly headers: Readonly<Record<string, string>>;
    };

export interface Throttle {
  readonly charge: (call: Pick<Call, "caller" | "method" | "path">, units: number) => Verdict;
  readonly reset: () => void;
}

interface Window {
  readonly start: number;
  readonly used: number;
}

const minute = 60_000;
const fiveMinutes = 5 * minute;
const day = 24 * 60 * minute;

export const createThrottle = (now: () => number, settings: () => Settings): Throttle => {
  const windows = new Map<string, Window>();

  /** Adds to a fixed window and tells how much it holds and when it ends, in seconds. */
  const add = (name: string, length: number, amount: number): { readonly used: number; readonly reset: number } => {
    const at = now();
    const start = Math.floor(at / length) * length;
    const known = windows.get(name);
    const used = (known?.start === start ? known.used : 0) + amount;
    windows.set(name, { start, used });
    return { used, reset: Math.max(1, Math.ceil((start + length - at) / 1000)) };
  };

  const posts = (call: Pick<Call, "method" | "path">): number | undefined => {
    const channel = /^\/teams\/[^/]+\/channels\/[^/]+\/messages$/.exec(call.path)?.[0];
    if (channel === undefined || call.method !== "POST") return undefined;
    const { used, reset } = add(`posts ${channel}`, 1000, 1);
    return used > settings().channelPostsPerSecond ? reset : undefined;
  };

  return {
    charge: (call, units) => {
      const { resourceUnitsPerMinute: limit, resourceUnitsPerDay, requestsPerUserPer5Minutes } = settings();
      const perMinute = add(`minute ${call.caller.appid}`, minute, units);
      const perDay = add(`day ${call.caller.appid}`, day, units);
      const perUser = add(`user ${call.caller.oid}`, fiveMinutes, 1);
      const headers: Readonly<Record<string, string>> =
        units > 0 && perMinute.used >= 0.8 * limit
          ? {
              "RateLimit-Limit": String(limit),
              "RateLimit-Remaining": String(Math.max(0, limit - perMinute.used)),
              "RateLimit-Reset": String(perMinute.reset),
            }
          : {};
      const waits = [
        units > 0 && perMinute.used > limit ? perMinute.reset : undefined,
        units > 0 && perDay.used > resourceUnitsPerDay ? perDay.reset : undefined,
        perUser.used > requestsPerUserPer5Minutes ? perUser.reset : undefined,
        posts(call),
      ].filter((wait) => wait !== undefined);
      return waits.length === 0
        ? { type: "passed", headers }
        : { type: "throttled", retryAfterSeconds: Math.max(...waits), headers };
    },
    reset: () => {
      windows.clear();
    },
  };
};
