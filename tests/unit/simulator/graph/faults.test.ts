import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { bearerFor, type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { homeSite, newList, personas } from "#tests/support/graphLists.ts";

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

  it("[GR85] strike a share of the requests inside batches, the same ones for the same seed", async () => {
    const { path } = await newList(server);
    const requests = Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      method: "POST",
      url: `${path}/items`,
      headers: json,
      body: { fields: { Value: index } },
    }));
    const run = async (seed: number): Promise<readonly (readonly [number, string | undefined])[]> => {
      await server.sim("POST", "/faults", [
        { match: "POST /items$", status: 429, share: 0.3, seed, retryAfterSeconds: 7 },
        { match: "POST /items$", status: 503, share: 0.3, seed: seed + 1, retryAfterSeconds: 2 },
      ]);
      const { body } = await server.call("POST", "/$batch", { requests });
      type Inner = { readonly id: string; readonly status: number; readonly headers: Record<string, string> };
      return (body.responses as readonly Inner[])
        .toSorted((a, b) => Number(a.id) - Number(b.id))
        .map(({ status, headers }) => [status, headers["Retry-After"]] as const);
    };
    const once = await run(3);
    const kinds = new Set(once.map((pair) => JSON.stringify(pair)));
    expect(kinds).toEqual(new Set(["[201,null]", '[429,"7"]', '[503,"2"]']));
    expect(await run(3)).toEqual(once);
    expect(await run(4)).not.toEqual(once);
    const made = once.filter(([status]) => status === 201).length;
    await server.sim("DELETE", "/faults");
    const { body } = await server.call("GET", `${path}/items?$expand=fields($select=Value)`);
    const written = (body.value as readonly { fields: { Value: number } }[]).slice(0, made);
    expect(written.map(({ fields }) => fields.Value)).toEqual(
      once.flatMap(([status], index) => (status === 201 ? [index] : [])),
    );
  });

  it("[GR86] cut the connection of a batch when one of its requests is struck, by share, before or after the work", async () => {
    const { path } = await newList(server);
    const request = (id: number) => ({
      id: String(id),
      method: "POST",
      url: `${path}/items`,
      headers: json,
      body: { fields: { Value: id } },
    });
    const run = async (drop: string): Promise<readonly [readonly string[], number]> => {
      await server.sim("POST", "/faults", [{ match: "POST /items$", drop, share: 0.2, seed: 5 }]);
      const before = (await server.call("GET", `${path}/items`)).body.value.length as number;
      const outcomes: string[] = [];
      for (let batch = 0; batch < 8; batch += 1) {
        const sent = server.call("POST", "/$batch", { requests: [request(1), request(2)] });
        outcomes.push(
          await sent.then(
            () => "answered",
            () => "cut",
          ),
        );
      }
      const after = (await server.call("GET", `${path}/items`)).body.value.length as number;
      return [outcomes, after - before];
    };
    const [cut, made] = await run("before");
    expect(new Set(cut)).toEqual(new Set(["answered", "cut"]));
    expect(made).toBe(2 * cut.filter((outcome) => outcome === "answered").length);
    expect(await run("after")).toEqual([cut, 16]);
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
      peakResourceUnitsPerMinute: 0,
      resourceUnitsByMinute: {},
      bytesIn: expect.any(Number),
      bytesOut: expect.any(Number),
      throttled: 0,
      byOperation: { "GET /me": 2, "GET unknown": 1 },
    });
    expect((await server.sim("DELETE", "/stats")).body.outer).toBe(0);
  });

  it("[GR87] count the bytes of bodies, also of files, as far as they were sent", async () => {
    const reset = async (): Promise<void> => {
      const { body } = await server.sim("DELETE", "/stats");
      expect([body.bytesIn, body.bytesOut]).toEqual([0, 0]);
    };
    const counted = async (): Promise<readonly [number, number]> => {
      const { body } = await server.sim("GET", "/stats");
      return [body.bytesIn as number, body.bytesOut as number];
    };
    await reset();
    const sent = { requests: [{ id: "1", method: "GET", url: "/me" }] };
    const { body } = await server.call("POST", "/$batch", sent);
    expect(await counted()).toEqual([JSON.stringify(sent).length, Buffer.byteLength(JSON.stringify(body))]);
    const authorization = `Bearer ${bearerFor(personas.lead)}`;
    const file = await server.send("PUT", `${homeSite}/drive/root:/a.txt:/content`, "0123456789", { authorization });
    await reset();
    await (await fetch(String(file.body["@microsoft.graph.downloadUrl"]))).text();
    expect(await counted()).toEqual([0, 10]);
    await server.sim("POST", "/faults", [{ match: "GET /me", drop: "after" }]);
    await reset();
    await expect(server.call("GET", "/me")).rejects.toThrow("fetch failed");
    expect(await counted()).toEqual([0, 0]);
  });

  it("[GR88] change together or not at all", async () => {
    for (const change of [{ maxPageSize: 7, nope: 1 }, { maxPageSize: 0 }, { maxPageSize: "7" }, { resync: "later" }])
      expect((await server.sim("POST", "/settings", change)).status).toBe(400);
    expect((await server.sim("GET", "/settings")).body).toMatchObject({ maxPageSize: 5000, resync: null });
    expect((await server.sim("POST", "/settings", { latencyMs: 5 })).body.latencyMs).toBe(5);
    expect((await server.call("GET", "/me")).status).toBe(200);
  });
});
