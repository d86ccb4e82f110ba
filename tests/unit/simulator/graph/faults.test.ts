import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { newList } from "#tests/support/graphLists.ts";

let server: GraphServer;
beforeEach(async () => {
  server = await startGraph();
});
afterEach(() => server.close());

const statuses = async (times: number): Promise<readonly number[]> => {
  const seen: number[] = [];
  for (let call = 0; call < times; call += 1) seen.push((await server.call("GET", "/me")).status);
  return seen;
};
const json = { "Content-Type": "application/json" };

describe("fault rules", () => {
  it("[GR85] strike matching requests with their status, header and body, as often as they say", async () => {
    const body = { error: { code: "serviceNotAvailable", message: "later" } };
    await server.sim("POST", "/faults", [{ match: "GET ^/me$", status: 503, count: 2, retryAfterSeconds: 3, body }]);
    const first = await server.call("GET", "/me");
    expect([first.status, first.headers.get("retry-after"), first.body]).toEqual([503, "3", body]);
    expect(await statuses(2)).toEqual([503, 200]);
    expect((await server.call("GET", "/me/memberOf")).status).toBe(200);
    await server.sim("POST", "/faults", [{ match: "* .", status: 500 }]);
    expect(await statuses(1)).toEqual([500]);
    await server.sim("DELETE", "/faults");
    expect(await statuses(1)).toEqual([200]);
  });

  it("[GR85] strike a share of the requests, the same ones for the same seed", async () => {
    const run = async (seed: number): Promise<readonly number[]> => {
      await server.sim("POST", "/faults", [{ match: "GET /me", status: 504, share: 0.5, seed }]);
      return statuses(24);
    };
    const once = await run(7);
    expect(new Set(once)).toEqual(new Set([200, 504]));
    expect(await run(7)).toEqual(once);
    expect(await run(8)).not.toEqual(once);
  });

  it("[GR85] strike single requests of a batch, or the batch", async () => {
    const requests = [
      { id: "1", method: "GET", url: "/me" },
      { id: "2", method: "GET", url: "/me/memberOf" },
    ];
    await server.sim("POST", "/faults", [{ match: "GET memberOf", status: 429, retryAfterSeconds: 5 }]);
    const { body } = await server.call("POST", "/$batch", { requests });
    const byStatus = (body.responses as readonly { status: number }[]).toSorted((a, b) => a.status - b.status);
    expect(byStatus).toMatchObject([
      { id: "1", status: 200 },
      { id: "2", status: 429, headers: { "Retry-After": "5" } },
    ]);
    await server.sim("POST", "/faults", [{ match: "POST batch", status: 502 }]);
    expect((await server.call("POST", "/$batch", { requests })).status).toBe(502);
  });

  it("[GR86] cut the connection before the work, or after it so that only the answer is lost", async () => {
    const { path } = await newList(server);
    const requests = [{ id: "1", method: "POST", url: `${path}/items`, headers: json, body: { fields: { Value: 1 } } }];
    const count = async (): Promise<number> => (await server.call("GET", `${path}/items`)).body.value.length;
    await server.sim("POST", "/faults", [{ match: "POST /items", drop: "before", count: 1 }]);
    await expect(server.call("POST", `${path}/items`, { fields: {} })).rejects.toThrow("fetch failed");
    expect(await count()).toBe(0);
    await server.sim("POST", "/faults", [{ match: "POST /items", drop: true, count: 1 }]);
    await expect(server.call("POST", "/$batch", { requests })).rejects.toThrow("fetch failed");
    expect(await count()).toBe(1);
    expect((await server.call("POST", "/$batch", { requests })).status).toBe(200);
  });

  it("[GR85] are refused as a whole when one is not understood", async () => {
    for (const rule of [
      {},
      { match: "GET /", status: 200 },
      { match: "GET /", share: 2 },
      { match: "GET /", colour: "red" },
      { match: "" },
      { match: "GET (" },
    ])
      expect((await server.sim("POST", "/faults", [rule])).status).toBe(400);
    for (const body of [{}, "GET /me", { rules: { match: "/me" } }, { rules: [], match: "/me" }])
      expect((await server.sim("POST", "/faults", body)).status).toBe(400);
    expect(await statuses(1)).toEqual([200]);
  });

  it("[GR85] may be one rule or a list under a name, without a method, with the address as it was called", async () => {
    const rule = { match: "/v1.0/me$", status: 503, count: 1 };
    for (const body of [rule, [rule], { rules: [rule] }, { rules: [{ ...rule, match: "GET ^/graph/v1.0/me$" }] }]) {
      expect((await server.sim("POST", "/faults", body)).status).toBe(200);
      expect(await statuses(2)).toEqual([503, 200]);
    }
  });
});

describe("statistics and settings", () => {
  it("[GR87] count requests outside and inside batches, by operation", async () => {
    await server.call("GET", "/me");
    await server.call("POST", "/$batch", {
      requests: [
        { id: "1", method: "GET", url: "/me" },
        { id: "2", method: "GET", url: "/nowhere" },
      ],
    });
    expect((await server.sim("GET", "/stats")).body).toEqual({
      outer: 2,
      inner: 2,
      resourceUnits: 0,
      throttled: 0,
      byOperation: { "GET /me": 2, "GET unknown": 1 },
    });
    expect((await server.sim("DELETE", "/stats")).body.outer).toBe(0);
  });

  it("[GR88] change together or not at all", async () => {
    for (const change of [{ maxPageSize: 7, nope: 1 }, { maxPageSize: 0 }, { maxPageSize: "7" }, { resync: "later" }])
      expect((await server.sim("POST", "/settings", change)).status).toBe(400);
    expect((await server.sim("GET", "/settings")).body).toMatchObject({ maxPageSize: 5000, resync: null });
    expect((await server.sim("POST", "/settings", { latencyMs: 5 })).body.latencyMs).toBe(5);
    expect((await server.call("GET", "/me")).status).toBe(200);
  });
});
