import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { type Answer, bearerFor, type GraphServer, startGraph } from "#tests/support/graphServer.ts";
import { homeSite, personas } from "#tests/support/graphLists.ts";

const root = `${homeSite}/drive/root:`;
const unit = 327_680;
let clock = Date.parse("2026-03-16T12:00:00Z");
let server: GraphServer;
beforeEach(async () => {
  server = await startGraph({ now: () => clock });
});
afterEach(() => server.close());

const put = (path: string, content: string): Promise<Answer> =>
  server.send("PUT", `${root}${path}:/content`, content, { authorization: `Bearer ${bearerFor(personas.lead)}` });

const addressOf = (item: Answer): string => String(item.body["@microsoft.graph.downloadUrl"]);

const bytesOf = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index * 7) % 251);

describe("download addresses", () => {
  it("[SR1] give the current contents to anybody, whole or in part", async () => {
    const address = addressOf(await put("/a.json", "0123456789"));
    await put("/a.json", "abcdefghij");
    const whole = await fetch(address, { headers: { origin: "http://localhost:4999" } });
    expect([whole.status, whole.headers.get("access-control-allow-origin"), await whole.text()]).toEqual([
      200,
      "*",
      "abcdefghij",
    ]);
    const range = async (header: string): Promise<readonly unknown[]> => {
      const response = await fetch(address, { headers: { range: header } });
      return [response.status, response.headers.get("content-range"), await response.text()];
    };
    expect(await range("bytes=2-4")).toEqual([206, "bytes 2-4/10", "cde"]);
    expect(await range("bytes=8-")).toEqual([206, "bytes 8-9/10", "ij"]);
    expect(await range("bytes=-3")).toEqual([206, "bytes 7-9/10", "hij"]);
    expect(await range("bytes=5-99")).toEqual([206, "bytes 5-9/10", "fghij"]);
    expect(await range("bytes=10-12")).toEqual([416, "bytes */10", ""]);
    expect(await range("lines=1-2")).toEqual([200, null, "abcdefghij"]);
  });

  it("[SR1] are refused when they were changed or are old, and lead nowhere once the file is gone", async () => {
    const address = addressOf(await put("/a.json", "x"));
    expect((await fetch(`${address}A`)).status).toBe(401);
    const forged = address.replace(
      /download\/.*\./,
      `download/${Buffer.from('{"file":1,"until":9e15}').toString("base64url")}.`,
    );
    expect((await fetch(forged)).status).toBe(401);
    clock += 59 * 60_000;
    expect((await fetch(address)).status).toBe(200);
    clock += 60_000;
    expect((await fetch(address)).status).toBe(401);
    const fresh = addressOf(await server.call("GET", `${root}/a.json`));
    await server.call("DELETE", `${root}/a.json`);
    expect((await fetch(fresh)).status).toBe(404);
  });
});

describe("upload sessions", () => {
  const open = (path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
    server.call("POST", `${root}${path}:/createUploadSession`, body, { headers });

  const send = (address: unknown, bytes: Uint8Array<ArrayBuffer>, range: string): Promise<Answer> =>
    server.send("PUT", String(address), bytes, { "content-range": `bytes ${range}` });

  it("[SR2] take a file in ranges and show nothing of it before the last", async () => {
    const bytes = bytesOf(unit + 100);
    const { status, body } = await open("/big/rows.bin", { item: { name: "rows.bin", fileSize: bytes.length } });
    expect([status, body.nextExpectedRanges]).toEqual([200, ["0-"]]);
    const first = await send(body.uploadUrl, bytes.slice(0, unit), `0-${unit - 1}/${bytes.length}`);
    expect([first.status, first.body.nextExpectedRanges]).toEqual([202, [`${unit}-`]]);
    expect((await server.call("GET", `${root}/big/rows.bin`)).status).toBe(404);
    const state = await server.send("GET", String(body.uploadUrl), undefined, {});
    expect([state.status, state.body.nextExpectedRanges]).toEqual([200, [`${unit}-`]]);
    const last = await send(body.uploadUrl, bytes.slice(unit), `${unit}-${bytes.length - 1}/${bytes.length}`);
    expect([last.status, last.body.name, last.body.size]).toEqual([201, "rows.bin", bytes.length]);
    const back = await fetch(addressOf(last));
    expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
    expect((await server.send("GET", String(body.uploadUrl), undefined, {})).status).toBe(404);
  });

  it("[SR2] refuse ranges that do not fit, and go on after them", async () => {
    const { body } = await open("/a.bin");
    const total = 2 * unit;
    const range = async (start: number, end: number, size = end - start, of = total): Promise<number> =>
      (await send(body.uploadUrl, bytesOf(size), `${start}-${end - 1}/${of}`)).status;
    expect(await range(0, unit, unit - 1)).toBe(400);
    expect(await range(0, unit - 1)).toBe(400);
    expect(await range(unit, 2 * unit)).toBe(400);
    expect(await range(0, unit)).toBe(202);
    expect(await range(0, unit)).toBe(416);
    expect(await range(unit, 2 * unit, unit, total + 1)).toBe(400);
    expect((await server.send("PUT", String(body.uploadUrl), bytesOf(4), {})).status).toBe(400);
    expect(await range(unit, 2 * unit)).toBe(201);
  });

  it("[SR2] take no token, end on request and after a day without a range", async () => {
    const { body } = await open("/a.bin");
    const authorized = { "content-range": "bytes 0-3/4", authorization: `Bearer ${bearerFor(personas.lead)}` };
    expect((await server.send("PUT", String(body.uploadUrl), bytesOf(4), authorized)).status).toBe(401);
    expect((await server.send("DELETE", String(body.uploadUrl), undefined, {})).status).toBe(204);
    expect((await send(body.uploadUrl, bytesOf(4), "0-3/4")).status).toBe(404);
    const other = await open("/a.bin");
    clock += 24 * 3_600_000;
    expect((await send(other.body.uploadUrl, bytesOf(4), "0-3/4")).status).toBe(404);
  });

  it("[GR105] replace a file only on request, in the state that was meant", async () => {
    const { body: file } = await put("/a.json", "1");
    expect((await open("/a.json")).status).toBe(409);
    const replace = { item: { "@microsoft.graph.conflictBehavior": "replace" } };
    expect((await open("/a.json", replace, { "if-match": '"{0},1"' })).status).toBe(412);
    const { status, body } = await open("/a.json", replace, { "if-match": String(file.eTag) });
    expect(status).toBe(200);
    const done = await send(body.uploadUrl, bytesOf(4), "0-3/4");
    expect([done.status, done.body.id]).toEqual([200, file.id]);
    expect((await open("/a.json", { item: { name: "b.json" } })).status).toBe(400);
    expect((await open("/b.json", { deferCommit: true })).status).toBe(501);
    expect((await open("/b.json", { item: { "@microsoft.graph.conflictBehavior": "rename" } })).status).toBe(501);
  });

  it("[SR2] tell at the last range that the name was taken meanwhile", async () => {
    const { body } = await open("/a.bin");
    await put("/a.bin", "1");
    const late = await send(body.uploadUrl, bytesOf(4), "0-3/4");
    expect([late.status, late.body.error.code]).toEqual([409, "nameAlreadyExists"]);
  });

  it("[SR3] and files survive a restart", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sharepoint-"));
    const dataFile = join(folder, "graph.db");
    const authorization = `Bearer ${bearerFor(personas.lead)}`;
    const first = await startGraph({ dataFile });
    const made = await first.send("PUT", `${root}/kept.json:/content`, "kept", { authorization });
    const opened = await first.call("POST", `${root}/late.bin:/createUploadSession`);
    await first.send("PUT", String(opened.body.uploadUrl), bytesOf(unit), {
      "content-range": `bytes 0-${unit - 1}/${unit + 1}`,
    });
    await first.close();
    const second = await startGraph({ dataFile });
    const moved = (address: unknown): string => String(address).replace(first.origin, second.origin);
    expect(await (await fetch(moved(made.body["@microsoft.graph.downloadUrl"]))).text()).toBe("kept");
    const last = await second.send("PUT", moved(opened.body.uploadUrl), bytesOf(1), {
      "content-range": `bytes ${unit}-${unit}/${unit + 1}`,
    });
    expect([last.status, last.body.size]).toEqual([201, unit + 1]);
    await second.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("SharePoint's own address", () => {
  it("[SR4] knows fault rules and statistics", async () => {
    const address = addressOf(await put("/a.json", "x"));
    await server.sim("POST", "/faults", [
      { match: "GET /sharepoint/download", status: 503, retryAfterSeconds: 2, count: 1 },
      { match: "GET /sharepoint/download", drop: "before", count: 1 },
    ]);
    await expect(fetch(address)).rejects.toThrow("fetch failed");
    const failed = await fetch(address);
    expect([failed.status, failed.headers.get("retry-after")]).toEqual([503, "2"]);
    expect((await fetch(address)).status).toBe(200);
    expect((await server.sim("GET", "/stats")).body.byOperation).toMatchObject({ "GET /sharepoint/download": 3 });
  });

  it("[SR4] answers a preflight of any origin", async () => {
    const { body } = await server.call("POST", `${root}/a.bin:/createUploadSession`);
    const headers = {
      origin: "http://localhost:4999",
      "access-control-request-method": "PUT",
      "access-control-request-headers": "content-range",
    };
    const preflight = await fetch(String(body.uploadUrl), { method: "OPTIONS", headers });
    expect([preflight.status, preflight.headers.get("access-control-allow-headers")]).toEqual([200, "content-range"]);
  });
});
