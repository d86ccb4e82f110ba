import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Answer, bearerFor, type GraphServer, startGraph, testAppId } from "#tests/support/graphServer.ts";
import { homeOf, homeSite, personas } from "#tests/support/graphLists.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

let server: GraphServer;
beforeEach(async () => {
  server = await startGraph({ homeSiteGrants: [{ appId: testAppId, displayName: "Test", role: "write" }] });
});
afterEach(() => server.close());

const root = `${homeSite}/drive/root:`;

interface Sending {
  readonly user?: string;
  readonly bearer?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const put = (
  path: string,
  content: string | Uint8Array<ArrayBuffer>,
  { user = personas.facilitator, bearer = bearerFor(user), headers = {} }: Sending = {},
): Promise<Answer> =>
  server.send("PUT", `${root}${path}:/content`, content, { authorization: `Bearer ${bearer}`, ...headers });

const contentOf = async (item: Answer): Promise<string> =>
  (await fetch(String(item.body["@microsoft.graph.downloadUrl"]))).text();

describe("files of a site", () => {
  it("[GR101] are made with their folders and replaced under the same id", async () => {
    const made = await put("/Drumbeat/2026 Q1/rows.json", '{"a":1}', {
      headers: { "content-type": "application/json" },
    });
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        name: "rows.json",
        size: 7,
        id: expect.stringMatching(/^01[0-9A-F]{32}$/),
        eTag: expect.stringMatching(/^"\{[0-9A-F-]{36}\},1"$/),
        cTag: expect.stringMatching(/^"c:\{[0-9A-F-]{36}\},1"$/),
        lastModifiedDateTime: expect.stringMatching(/Z$/),
        lastModifiedBy: { user: { id: personas.facilitator } },
        file: { mimeType: "application/json" },
        parentReference: { path: expect.stringMatching(/\/root:\/Drumbeat\/2026%20Q1$/) },
      },
    ]);
    expect(await contentOf(made)).toBe('{"a":1}');
    const again = await put("/drumbeat/2026 q1/ROWS.json", "[]", { user: personas.member });
    expect([again.status, again.body.id, again.body.name, again.body.size]).toEqual([
      200,
      made.body.id,
      "rows.json",
      2,
    ]);
    expect(again.body.eTag).not.toBe(made.body.eTag);
    const folder = await server.call("GET", `${root}/Drumbeat`);
    expect(folder.body).toMatchObject({ name: "Drumbeat", folder: { childCount: 1 } });
    expect(folder.body).not.toHaveProperty("cTag");
  });

  it("[GR101] keep every byte, are empty when nothing is sent, and stop at 4 MB", async () => {
    const bytes = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);
    const made = await put("/bytes.bin", bytes, { headers: { "content-type": "application/json" } });
    const back = await fetch(String(made.body["@microsoft.graph.downloadUrl"]));
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
    expect((await put("/empty.txt", "")).body.size).toBe(0);
    expect((await put("/large.bin", new Uint8Array(4 * 1024 * 1024 + 1))).status).toBe(413);
  });

  it("[GR101] have names that SharePoint takes, and folders that are folders", async () => {
    expect((await put("/a%7Cb.json", "x")).status).toBe(400);
    await put("/a.json", "x");
    expect((await put("/a.json/b.json", "x")).status).toBe(400);
    await put("/folder/b.json", "x");
    expect((await put("/folder", "x")).status).toBe(409);
  });

  it("[GR102] are changed only by who knows their current tag, when the caller asks for that", async () => {
    const { body } = await put("/lease.json", "1");
    const match = (tag: unknown): Sending => ({ headers: { "if-match": String(tag) } });
    expect((await put("/lease.json", "2", match(body.eTag))).status).toBe(200);
    const late = await put("/lease.json", "3", match(body.eTag));
    expect([late.status, late.body.error.code]).toEqual([412, "resourceModified"]);
    const now = await server.call("GET", `${root}/lease.json`);
    expect(await contentOf(now)).toBe("2");
    expect((await put("/lease.json", "4", match(now.body.cTag))).status).toBe(200);
    expect((await put("/lease.json", "5", match("*"))).status).toBe(200);
    expect((await put("/none.json", "1", match("*"))).status).toBe(412);
    expect((await server.call("GET", `${root}/none.json`)).status).toBe(404);
  });

  it("[GR102] are not replaced where the caller wants to be the first", async () => {
    const first = (): Promise<Answer> =>
      server.send("PUT", `${root}/only.json:/content?@microsoft.graph.conflictBehavior=fail`, "1", {
        authorization: `Bearer ${bearerFor(personas.lead)}`,
      });
    expect((await first()).status).toBe(201);
    expect([(await first()).status, (await first()).body.error.code]).toEqual([409, "nameAlreadyExists"]);
  });

  it("[GR103] show what is selected, the download address by both of its names", async () => {
    const { body } = await put("/a.json", "x");
    const select = (names: string): Promise<Answer> => server.call("GET", `${root}/a.json?$select=${names}`);
    expect((await select("id,size")).body).toEqual({ "@odata.context": expect.any(String), id: body.id, size: 1 });
    for (const name of ["@microsoft.graph.downloadUrl", "content.downloadUrl"])
      expect((await select(`id,${name}`)).body).toHaveProperty(["@microsoft.graph.downloadUrl"]);
    expect((await select("colour")).status).toBe(400);
    const group = tinyWorld().groups[0]?.id;
    const { path } = await homeOf(server);
    for (const site of [path, `/groups/${group}/sites/root`])
      expect((await server.call("GET", `${site}/drive/root:/a.json`)).body.id).toBe(body.id);
  });

  it("[GR103] are not shown again to who knows them", async () => {
    const { body } = await put("/a.json", "x");
    const headers = { "if-none-match": String(body.eTag) };
    expect((await server.call("GET", `${root}/a.json`, undefined, { headers })).status).toBe(304);
    await put("/a.json", "y");
    expect((await server.call("GET", `${root}/a.json`, undefined, { headers })).status).toBe(200);
  });

  it("[GR104] give their contents by a redirect, in a batch as an answer with the address", async () => {
    await put("/a.json", "contents");
    const headers = { authorization: `Bearer ${bearerFor(personas.member)}` };
    const address = `${server.origin}/graph/v1.0${root}/a.json:/content`;
    const redirect = await fetch(address, { headers, redirect: "manual" });
    expect([redirect.status, redirect.headers.get("location")]).toEqual([
      302,
      expect.stringContaining(`${server.origin}/sharepoint/download/`),
    ]);
    expect(await (await fetch(address, { headers })).text()).toBe("contents");
    const requests = [
      { id: "1", method: "GET", url: `${root}/a.json:/content` },
      {
        id: "2",
        method: "PUT",
        url: `${root}/b.txt:/content`,
        headers: { "Content-Type": "text/plain" },
        body: Buffer.from("from a batch").toString("base64"),
      },
    ];
    const { body } = await server.call("POST", "/$batch", { requests });
    const [got, made] = (body.responses as readonly { id: string; headers: Record<string, string> }[]).toSorted(
      (a, b) => Number(a.id) - Number(b.id),
    );
    expect(got).toMatchObject({ id: "1", status: 302 });
    expect(got).not.toHaveProperty("body");
    expect(await (await fetch(got?.headers["Location"] ?? "")).text()).toBe("contents");
    expect(made).toMatchObject({ status: 201, body: { size: 12 } });
  });

  it("[GR106] go, a folder with all in it, and only in the state that was meant", async () => {
    const { body } = await put("/x/y/a.json", "1");
    await put("/x/b.json", "1");
    await put("/xylophone.json", "1");
    await put("/x/y/a.json", "2");
    const stale = { headers: { "if-match": String(body.eTag) } };
    expect((await server.call("DELETE", `${root}/x/y/a.json`, undefined, stale)).status).toBe(412);
    expect((await server.call("DELETE", `${root}/x`)).status).toBe(204);
    const left = ["/x", "/x/y", "/x/y/a.json", "/x/b.json", "/xylophone.json"].map(async (path) => {
      const { status } = await server.call("GET", root + path);
      return status;
    });
    expect(await Promise.all(left)).toEqual([404, 404, 404, 404, 200]);
  });

  it("[GR107] follow the rights of the site and the permissions of the token", async () => {
    await put("/a.json", "1");
    const get = async (sending: Sending): Promise<number> =>
      (await server.call("GET", `${root}/a.json`, undefined, sending)).status;
    const may = async (sending: Sending): Promise<readonly number[]> => [
      await get(sending),
      (await put("/a.json", "2", sending)).status,
    ];
    const as = (scopes: readonly string[], user = personas.member): Sending => ({ bearer: bearerFor(user, scopes) });
    expect(await may(as(["Files.ReadWrite.All"]))).toEqual([200, 200]);
    expect(await may(as(["Sites.ReadWrite.All"]))).toEqual([200, 200]);
    expect(await may(as(["Sites.Selected"]))).toEqual([200, 200]);
    expect(await may(as(["Files.Read.All"]))).toEqual([200, 403]);
    expect(await may(as(["User.Read"]))).toEqual([403, 403]);
    expect(await may(as(["Files.ReadWrite.All"], personas.outsider))).toEqual([403, 403]);
    const lists = await server.call("GET", `${homeSite}/lists`, undefined, as(["Files.ReadWrite.All"]));
    expect(lists.status).toBe(403);
    const refused = await put("/a.json", "2", as(["Files.Read.All"]));
    expect(refused.body.error.message).toContain("Files.ReadWrite.All");
    await server.sim("POST", "/permissions", {
      siteId: (await homeOf(server)).id,
      roles: [{ kind: "everyone", level: "read" }],
    });
    expect(await may(as(["Files.ReadWrite.All"]))).toEqual([200, 403]);
  });

  it("[GR108] cost what reading and writing one thing costs", async () => {
    const cost = async (work: () => Promise<unknown>): Promise<number> => {
      const before = (await server.sim("GET", "/stats")).body.resourceUnits as number;
      await work();
      return (await server.sim("GET", "/stats")).body.resourceUnits - before;
    };
    expect(await cost(() => put("/a.json", "1"))).toBe(2);
    expect(await cost(() => server.call("GET", `${root}/a.json`))).toBe(1);
    const request = { id: "1", method: "GET", url: `${root}/a.json:/content` };
    expect(await cost(() => server.call("POST", "/$batch", { requests: [request] }))).toBe(1);
    expect(await cost(() => server.call("POST", `${root}/b.json:/createUploadSession`))).toBe(2);
    expect(await cost(() => server.call("DELETE", `${root}/a.json`))).toBe(2);
  });
});
