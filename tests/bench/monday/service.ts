/**
 * SharePoint as one sees it from the bill: every request costs its published resource units, and beyond the limit of a minute it
 * is refused. It stores nothing; lists are empty but for the frame. The limits are enforced by the simulator's own throttle.
 */
import { encodeNewRow, type ListCodec } from "#shared/adapters/graph/lists/codec.ts";
import type { Columns } from "#shared/adapters/graph/lists/columns.ts";
import { cycleCodec } from "#shared/adapters/graph/lists/cycles.ts";
import { SETTING_KEYS, settingCodec, writeLevels } from "#shared/adapters/graph/lists/settings.ts";
import { partitionCodec } from "#shared/adapters/graph/lists/partitions.ts";
import { unitCodec } from "#shared/adapters/graph/lists/units.ts";
import { SCHEMA_VERSION } from "#shared/adapters/graph/provision/schema.ts";
import type { Clock } from "#shared/ports/clock.ts";
import { defaultSettings } from "#simulator/graph/settings.ts";
import { createThrottle } from "#simulator/graph/throttle.ts";
import { frame } from "../organisation.ts";

interface InnerRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly body?: { readonly fields?: Readonly<Record<string, unknown>> };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

interface Bill {
  /** Resource units by minute since the start. */
  readonly perMinute: number[];
  calls: number;
  requests: number;
  refused: number;
  polls: number;
  readonly stored: Set<string>;
  doubled: number;
}

export interface Service {
  readonly bill: Bill;
  /** `fetch` of one person. */
  readonly fetchAs: (person: string) => typeof globalThis.fetch;
}

const MINUTE_MS = 60_000;

const rowsOf = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  records: readonly T[],
): readonly object[] =>
  records.map((record, index) => {
    const fields = encodeNewRow(codec, record);
    if (!fields.ok) throw new Error(`Not a row: ${fields.error.property}`);
    return { id: String(index + 1), eTag: `"row,1"`, fields: fields.value };
  });

const frameRows = new Map<string, readonly object[]>([
  [
    settingCodec.list.displayName,
    rowsOf(settingCodec, [
      { key: SETTING_KEYS.organisation, text: frame.organisation },
      { key: SETTING_KEYS.levels, text: writeLevels(frame.levels) },
      { key: SETTING_KEYS.schema, text: String(SCHEMA_VERSION) },
    ]),
  ],
  [cycleCodec.list.displayName, rowsOf(cycleCodec, frame.cycles)],
  [unitCodec.list.displayName, rowsOf(unitCodec, frame.units)],
  [partitionCodec.list.displayName, rowsOf(partitionCodec, frame.partitions)],
]);

/** The published table: what one request costs. */
const unitsOf = ({ method, url }: InnerRequest): number => {
  if (method !== "GET") return 2;
  const path = url.split("?")[0] ?? "";
  if (path.endsWith("/delta")) return 1;
  return /\/items\/\d+$/.test(path) || /^\/sites\/[^/]+(:\/[^/]+\/[^/]+:?)?$/.test(path) ? 1 : 2;
};

export const createService = (clock: Clock, latencyMs: () => number): Service => {
  const throttle = createThrottle(clock.now, () => defaultSettings);
  const startMs = clock.now();
  const bill: Bill = { perMinute: [], calls: 0, requests: 0, refused: 0, polls: 0, stored: new Set(), doubled: 0 };
  let items = 0;

  const charge = (person: string, request: InnerRequest) => {
    const units = unitsOf(request);
    const minute = Math.floor((clock.now() - startMs) / MINUTE_MS);
    bill.perMinute[minute] = (bill.perMinute[minute] ?? 0) + units;
    bill.requests += 1;
    const [path = ""] = request.url.split("?");
    const caller = { oid: person, tid: "t", appid: "drumbeat", scp: [], name: person, upn: person };
    return throttle.charge({ method: request.method, path, caller }, units);
  };

  const create = ({ body }: InnerRequest): Answer => {
    const id = String(body?.fields?.["OkrId"]);
    if (bill.stored.has(id)) bill.doubled += 1;
    bill.stored.add(id);
    items += 1;
    return { status: 201, body: { id: String(items), eTag: `"new,1"`, fields: body?.fields ?? {} } };
  };

  const delta = (path: string, isStart: boolean): Answer => {
    if (!isStart) bill.polls += 1;
    const next = `https://graph.microsoft.com/v1.0${path}?token=t`;
    return { status: 200, body: { value: [], "@odata.deltaLink": next } };
  };

  const answerTo = (request: InnerRequest): Answer => {
    const path = decodeURIComponent(request.url.split("?")[0] ?? "");
    if (request.method === "POST") return create(request);
    if (path.endsWith("/delta")) return delta(path, request.url.includes("token=latest"));
    const list = /\/lists\/([^/]+)\/items/.exec(path)?.[1];
    if (list !== undefined) return { status: 200, body: { value: frameRows.get(list) ?? [] } };
    if (path.includes("/drive")) return { status: 404, body: { error: { code: "itemNotFound", message: "not here" } } };
    return { status: 200, body: { id: "home" } };
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
        bill.refused += 1;
        const headers = { ...verdict.headers, "Retry-After": String(verdict.retryAfterSeconds) };
        return { id: request.id, status: 429, headers, body: { error: { code: "activityLimitReached", message: "" } } };
      });
      return new Response(JSON.stringify({ responses }), { status: 200 });
    };

  return { bill, fetchAs };
};
