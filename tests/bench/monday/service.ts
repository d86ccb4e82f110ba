/**
 * SharePoint as one sees it from the bill: every request costs its published resource units, and beyond the limit of a minute it
 * is refused. Of the rows it keeps only what the day turns on: the frame, each team's OKRs, and the check-ins that come. The
 * limits are enforced by the simulator's own throttle.
 */
import type { Clock } from "#shared/ports/clock.ts";
import { defaultSettings } from "#simulator/graph/settings.ts";
import { createThrottle } from "#simulator/graph/throttle.ts";
import { createCheckInLists } from "./checkInLists.ts";
import { frameRows, rowsOfUnits } from "./rows.ts";

export interface InnerRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body?: { readonly fields?: Readonly<Record<string, unknown>> };
}

export interface Answer {
  readonly status: number;
  readonly body: object;
}

export interface Bill {
  /** Resource units by minute since the start, also of what was refused. */
  readonly perMinute: number[];
  /** Requests refused as too many, by minute. */
  readonly refusedPerMinute: number[];
  calls: number;
  polls: number;
  /** When each check-in was stored, by its id. */
  readonly stored: Map<string, number>;
  doubled: number;
}

export interface Service {
  readonly bill: Bill;
  /** `fetch` of one person. */
  readonly fetchAs: (person: string) => typeof globalThis.fetch;
  /** Somebody else uses up what this minute allows the app. */
  readonly useUp: () => void;
}

const MINUTE_MS = 60_000;

/** A Response without the streams inside, of which hundreds of thousands keep the collector of garbage busy for longer than the day lasts. */
const answerWith = (text: string): Response =>
  Object.create(Response.prototype, {
    ok: { value: true },
    status: { value: 200 },
    headers: { value: new Map() },
    text: { value: () => Promise.resolve(text) },
  }) as Response;

/** The published table: what one request costs. */
const unitsOf = ({ method, url }: InnerRequest): number => {
  if (method !== "GET") return 2;
  const [path = "", query = ""] = url.split("?");
  if (path.endsWith("/delta")) return query.includes("token=latest") ? 2 : 1;
  return /\/items\/\d+$/.test(path) || /^\/sites\/[^/]+(:\/[^/]+\/[^/]+:?)?$/.test(path) ? 1 : 2;
};

const add = (minutes: number[], minute: number, amount: number): void => {
  minutes[minute] = (minutes[minute] ?? 0) + amount;
};

/** @param checkInsBefore rows that the list of check-ins of each partition holds already */
export const createService = (clock: Clock, latencyMs: () => number, checkInsBefore: number): Service => {
  const throttle = createThrottle(clock.now, () => defaultSettings);
  const startMs = clock.now();
  const bill: Bill = { perMinute: [], refusedPerMinute: [], calls: 0, polls: 0, stored: new Map(), doubled: 0 };
  const checkIns = createCheckInLists(clock.now, checkInsBefore);
  const minuteNow = (): number => Math.floor((clock.now() - startMs) / MINUTE_MS);

  const charge = (person: string, request: InnerRequest) => {
    const units = unitsOf(request);
    add(bill.perMinute, minuteNow(), units);
    const [path = ""] = request.url.split("?");
    const caller = { oid: person, tid: "t", appid: "drumbeat", scp: [], name: person, upn: person };
    return throttle.charge({ method: request.method, path, caller }, units);
  };

  const create = (list: string, { body }: InnerRequest): Answer => {
    const fields = body?.fields ?? {};
    const id = String(fields["OkrId"]);
    if (bill.stored.has(id)) bill.doubled += 1;
    bill.stored.set(id, clock.now());
    return { status: 201, body: checkIns.add(list, fields) };
  };

  const read = (list: string, url: string): Answer => {
    const rows = frameRows.get(list) ?? (list.endsWith("Check-ins") ? [] : rowsOfUnits(list, url));
    return { status: 200, body: { value: rows } };
  };

  const answerTo = (request: InnerRequest): Answer => {
    const url = decodeURIComponent(request.url);
    const list = /\/lists\/([^/]+)\/items/.exec(url)?.[1];
    if (list === undefined) return { status: 200, body: { id: "home" } };
    if (request.method === "POST") return create(list, request);
    if (!url.includes("/items/delta")) return read(list, url);
    if (!url.includes("token=latest")) bill.polls += 1;
    return { status: 200, body: checkIns.delta(list, request.url) };
  };

  const fetchAs =
    (person: string): typeof globalThis.fetch =>
    async (_input, init) => {
      await new Promise<void>((resolve) => clock.after(latencyMs(), resolve));
      bill.calls += 1;
      const { requests } = JSON.parse(typeof init?.body === "string" ? init.body : "{}") as {
        readonly requests: readonly InnerRequest[];
      };
      const responses = requests.map((request) => {
        const verdict = charge(person, request);
        if (verdict.type === "passed") return { id: request.id, headers: verdict.headers, ...answerTo(request) };
        add(bill.refusedPerMinute, minuteNow(), 1);
        const headers = { ...verdict.headers, "Retry-After": String(verdict.retryAfterSeconds) };
        return { id: request.id, status: 429, headers, body: { error: { code: "activityLimitReached", message: "" } } };
      });
      return answerWith(JSON.stringify({ responses }));
    };

  return {
    bill,
    fetchAs,
    useUp: () => {
      const caller = { oid: "else", tid: "t", appid: "drumbeat", scp: [], name: "else", upn: "else" };
      throttle.charge({ method: "GET", path: "/", caller }, defaultSettings.resourceUnitsPerMinute);
    },
  };
};
