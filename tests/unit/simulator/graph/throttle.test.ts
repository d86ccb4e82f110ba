import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { homeSite, newList, personas } from "#tests/support/graphLists.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

// A minute that has 20 seconds left.
const start = Date.parse("2026-03-16T12:00:40Z");
let clock = start;
let server: GraphServer;
beforeEach(async () => {
  clock = start;
  server = await startGraph({ now: () => clock });
});
afterEach(() => server.close());

const units = async (): Promise<number> => (await server.sim("GET", "/stats")).body.resourceUnits;

describe("resource units", () => {
  it("[GR80] are 1 for one item and for a delta with token, 2 for queries and writes, 5 for permissions, 0 outside SharePoint", async () => {
    const list = await newList(server);
    const deltaLink = String((await server.call("GET", `${list.path}/items/delta`)).body["@odata.deltaLink"]);
    const cost = async (method: string, path: string, body?: unknown): Promise<number> => {
      const before = await units();
      await server.call(method, path, body);
      return (await units()) - before;
    };
    expect(await cost("POST", `${list.path}/items`, { fields: { Value: 1 } })).toBe(2);
    expect(await cost("GET", `${list.path}/items/1`)).toBe(1);
    expect(await cost("GET", `${list.path}/items`)).toBe(2);
    expect(await cost("PATCH", `${list.path}/items/1/fields`, { Value: 2 })).toBe(2);
    expect(await cost("GET", `${list.path}/items/delta`)).toBe(2);
    expect(await cost("GET", deltaLink)).toBe(1);
    expect(await cost("GET", `${list.path}/permissions`)).toBe(5);
    expect(await cost("GET", "/me")).toBe(0);
  });

  it("[GR81] beyond the budget of the minute give 429 with Retry-After, outside and inside a batch", async () => {
    const list = await newList(server);
    await server.sim("DELETE", "/stats");
    await server.sim("POST", "/settings", { resourceUnitsPerMinute: 4 });
    const { status, body } = await server.call("POST", "/$batch", {
      requests: ["1", "2", "3"].map((id) => ({ id, method: "GET", url: `${list.path}/items` })),
    });
    const sorted = (
      body.responses as readonly { id: string; status: number; headers: Record<string, string> }[]
    ).toSorted((a, b) => a.id.localeCompare(b.id));
    expect([status, sorted.map((each) => each.status)]).toEqual([200, [200, 200, 429]]);
    expect(sorted[2]?.headers["Retry-After"]).toBe("20");
    const plain = await server.call("GET", `${list.path}/items`);
    expect([plain.status, plain.headers.get("retry-after"), plain.body.error.code]).toEqual([
      429,
      "20",
      "activityLimitReached",
    ]);
    expect((await server.call("GET", "/me")).status).toBe(200);
    clock += 20_000;
    expect((await server.call("GET", `${list.path}/items`)).status).toBe(200);
  });

  it("[GR82] are announced from 80 percent on, and refused calls count", async () => {
    await server.sim("POST", "/settings", { resourceUnitsPerMinute: 10 });
    const get = () => server.call("GET", homeSite);
    const headersOf = ({ headers }: { headers: Headers }) =>
      ["limit", "remaining", "reset"].map((name) => headers.get(`ratelimit-${name}`));
    for (let calls = 1; calls <= 7; calls += 1) expect(headersOf(await get())).toEqual([null, null, null]);
    expect(headersOf(await get())).toEqual(["10", "2", "20"]);
    await get();
    expect(headersOf(await get())).toEqual(["10", "0", "20"]);
    expect((await get()).status).toBe(429);
    expect((await get()).status).toBe(429);
    expect(await units()).toBe(12);
  });
});

describe("the budget that is left", () => {
  it("[GR82] is told by every answer of a batch from 80 percent on, whatever its status", async () => {
    const list = await newList(server);
    await list.add({ Value: 1 });
    await server.sim("DELETE", "/stats");
    await server.sim("POST", "/settings", { resourceUnitsPerMinute: 10 });
    await server.sim("POST", "/faults", [{ match: "GET /columns$", status: 503, retryAfterSeconds: 1 }]);
    const item = `${list.path}/items/1`;
    const json = { "Content-Type": "application/json" };
    const requests = [
      { id: "1", method: "GET", url: `${list.path}/items` },
      { id: "2", method: "GET", url: `${list.path}/items` },
      { id: "3", method: "GET", url: `${list.path}/items` },
      { id: "4", method: "PATCH", url: `${item}/fields`, headers: { ...json, "If-Match": '"x,1"' }, body: {} },
      { id: "5", method: "GET", url: `${list.path}/items/99` },
      { id: "6", method: "GET", url: `${list.path}/columns` },
      { id: "7", method: "GET", url: item },
    ];
    const { body } = await server.call("POST", "/$batch", { requests });
    type Inner = { readonly id: string; readonly status: number; readonly headers: Record<string, string> };
    const told = (body.responses as readonly Inner[])
      .toSorted((a, b) => Number(a.id) - Number(b.id))
      .map(({ status, headers }) => [status, headers["RateLimit-Remaining"], headers["Retry-After"]]);
    expect(told).toEqual([
      [200, undefined, undefined],
      [200, undefined, undefined],
      [200, undefined, undefined],
      [412, "2", undefined],
      [404, "1", undefined],
      [503, "0", "1"],
      [429, "0", "20"],
    ]);
  });

  it("[GR87] is counted by minute, and the fullest minute stands out", async () => {
    const list = await newList(server);
    await server.sim("DELETE", "/stats");
    const read = async (times: number): Promise<void> => {
      for (let call = 0; call < times; call += 1) await server.call("GET", `${list.path}/items`);
    };
    await read(2);
    clock += 20_000;
    await read(5);
    clock += 180_000;
    await read(1);
    expect((await server.sim("GET", "/stats")).body).toMatchObject({
      resourceUnits: 16,
      peakResourceUnitsPerMinute: 10,
      resourceUnitsByMinute: {
        "2026-03-16T12:00:00Z": 4,
        "2026-03-16T12:01:00Z": 10,
        "2026-03-16T12:04:00Z": 2,
      },
    });
  });
});

describe("other limits", () => {
  it("[GR83] hold for the requests of one user in five minutes", async () => {
    await server.sim("POST", "/settings", { requestsPerUserPer5Minutes: 2 });
    const statuses = [];
    for (let calls = 0; calls < 3; calls += 1) statuses.push((await server.call("GET", "/me")).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await server.call("GET", "/me", undefined, { user: personas.lead })).status).toBe(200);
  });

  it("[GR83] hold for the posts to one channel in a second", async () => {
    const group = tinyWorld().groups[0];
    const path = `/teams/${group?.id}/channels/${group?.channels[0]?.id}/messages`;
    const statuses = [];
    for (let posts = 0; posts < 5; posts += 1)
      statuses.push((await server.call("POST", path, { body: { content: "hi" } })).status);
    expect(statuses).toEqual([201, 201, 201, 201, 429]);
    clock += 1000;
    expect((await server.call("POST", path, { body: { content: "hi" } })).status).toBe(201);
  });
});
