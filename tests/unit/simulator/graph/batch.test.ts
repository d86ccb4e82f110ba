import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { newList } from "#tests/support/graphLists.ts";

let server: GraphServer;
beforeEach(async () => {
  server = await startGraph();
});
afterEach(() => server.close());

interface Inner {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // oxlint-disable-next-line typescript/no-explicit-any -- as in graphServer.ts
  readonly body: any;
}

const batch = async (requests: readonly object[]): Promise<readonly Inner[]> => {
  const { status, body } = await server.call("POST", "/$batch", { requests });
  expect(status).toBe(200);
  return body.responses as readonly Inner[];
};
const byId = (responses: readonly Inner[]): readonly Inner[] =>
  responses.toSorted((a, b) => Number(a.id) - Number(b.id));
const json = { "Content-Type": "application/json" };
const me = (id: number) => ({ id: String(id), method: "GET", url: "/me" });

describe("$batch", () => {
  it("[GR70] refuses more than 20 requests, doubled ids, bodies without type and absolute addresses", async () => {
    const status = async (requests: unknown): Promise<number> =>
      (await server.call("POST", "/$batch", { requests })).status;
    expect(await status(Array.from({ length: 20 }, (_, n) => me(n)))).toBe(200);
    expect(await status(Array.from({ length: 21 }, (_, n) => me(n)))).toBe(400);
    expect(await status([])).toBe(400);
    expect(
      await status([
        { id: "a", method: "GET", url: "/me" },
        { id: "A", method: "GET", url: "/me" },
      ]),
    ).toBe(400);
    expect(await status([{ id: "1", method: "POST", url: "/me/events", body: {} }])).toBe(400);
    expect(await status([{ id: "1", method: "GET", url: "https://graph.microsoft.com/v1.0/me" }])).toBe(400);
    expect(await status([{ id: "1", method: "GET", url: "/me", dependsOn: ["2"] }])).toBe(400);
    const [versioned] = await batch([{ id: "1", method: "GET", url: "/v1.0/me" }]);
    expect([versioned?.status, versioned?.body.error.message]).toEqual([
      400,
      "Resource not found for the segment 'v1.0'.",
    ]);
  });

  it("[GR71] carries out a request only after those it depends on, and answers 424 when one failed", async () => {
    const { path } = await newList(server);
    const responses = byId(
      await batch([
        { id: "1", method: "POST", url: `${path}/items`, headers: json, body: { fields: { Nope: 1 } } },
        {
          id: "2",
          method: "POST",
          url: `${path}/items`,
          headers: json,
          body: { fields: { Value: 1 } },
          dependsOn: ["1"],
        },
        { id: "3", method: "GET", url: "/me", dependsOn: ["2"] },
        { id: "4", method: "GET", url: `${path}/items` },
      ]),
    );
    expect(responses.map(({ status }) => status)).toEqual([400, 424, 424, 200]);
    expect(responses[3]?.body.value).toEqual([]);
  });

  it("[GR72] lets one request fail without touching its neighbours", async () => {
    const { path } = await newList(server, [{ name: "OkrId", text: {}, indexed: true, enforceUniqueValues: true }]);
    const add = (id: number, OkrId: string) => ({
      id: String(id),
      method: "POST",
      url: `${path}/items`,
      headers: json,
      body: { fields: { OkrId } },
    });
    const responses = byId(await batch([add(1, "a"), add(2, "a"), add(3, "b")]));
    expect(responses.map(({ status }) => status)).toEqual([201, 400, 201]);
    expect((await server.call("GET", `${path}/items`)).body.value).toHaveLength(2);
  });

  it("[GR73] answers in another order, the same for the same seed", async () => {
    const requests = Array.from({ length: 20 }, (_, n) => me(n));
    const order = (await batch(requests)).map(({ id }) => id);
    expect(order).not.toEqual(requests.map(({ id }) => id));
    const other = await startGraph();
    const again = await other.call("POST", "/$batch", { requests });
    expect((again.body.responses as readonly Inner[]).map(({ id }) => id)).toEqual(order);
    await other.close();
  });

  it("[GR74] carries status, headers and body of each answer", async () => {
    const { path } = await newList(server);
    const [made] = await batch([
      { id: "1", method: "POST", url: path.slice(1) + "/items", headers: json, body: { fields: { Value: 1 } } },
    ]);
    expect([made?.status, made?.headers["Content-Type"], made?.body.fields.Value]).toEqual([
      201,
      "application/json",
      1,
    ]);
    const etag = { "If-Match": '"x,1"', ...json };
    const responses = byId(
      await batch([
        { id: "1", method: "PATCH", url: `${path}/items/1/fields`, headers: etag, body: { Value: 2 } },
        { id: "2", method: "DELETE", url: `${path}/items/1` },
        { id: "3", method: "GET", url: "/nowhere" },
      ]),
    );
    expect(responses.map(({ status, body }) => [status, body?.error?.code])).toEqual([
      [412, "resourceModified"],
      [204, undefined],
      [501, "notImplemented"],
    ]);
  });
});
