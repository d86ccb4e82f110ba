import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import express from "express";
import { createExcelHost } from "#simulator/excel-host/index.ts";
import { createWorkbook, enterText, toJson } from "#simulator/excel-host/model/index.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

let folder = "";
let server: Server;
let origin = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "excel-router-"));
  writeFileSync(path.join(folder, "excel-host.js"), "// the client");
  const host = createExcelHost({
    world: tinyWorld(),
    manifest: () => ({ id: "app" }),
    clientDir: folder,
    dataDir: folder,
  });
  server = express().use(host).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const get = (address: string): Promise<Response> => fetch(origin + address, { redirect: "manual" });

const put = (address: string, body: unknown): Promise<Response> =>
  fetch(origin + address, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

const snapshot = (text: string): unknown => {
  const workbook = createWorkbook();
  enterText(workbook.activeSheet, { row: 0, column: 0 }, text);
  return toJson(workbook);
};

describe("the simulated Excel's server", () => {
  it("[XG2] signs the browser in first and then comes back to the same address", async () => {
    const answer = await get("/excel?user=lead&workbook=Q%26A");
    const location = new URL(answer.headers.get("location") ?? "", origin);
    expect([answer.status, location.pathname, location.searchParams.get("user")]).toEqual([
      302,
      "/entra/sim-login",
      "lead",
    ]);
    const back = location.searchParams.get("return") ?? "";
    const page = await get(back);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('"workbookName":"Q&A"');
  });

  it("[XG1] answers 400 with a page that says what is wrong", async () => {
    const answer = await get("/excel?user=nobody");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("sponsor, facilitator, lead");
  });

  it("serves the client and nothing beside it", async () => {
    expect(await (await get("/excel/assets/excel-host.js")).text()).toBe("// the client");
    expect((await get("/excel/assets/%2e%2e/secret")).status).toBe(404);
  });

  it("[XG5] keeps what was saved and answers a late save with what is stored", async () => {
    const address = "/excel/api/workbooks/lead/Plan%2FQ1";
    expect((await get(address)).status).toBe(404);
    expect(await (await put(address, { basedOn: 0, snapshot: snapshot("first") })).json()).toMatchObject({
      version: 1,
    });
    const late = await put(address, { basedOn: 0, snapshot: snapshot("late") });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ stored: { version: 1, name: "Plan/Q1" } });
    expect(await (await get("/excel/api/workbooks/lead")).json()).toEqual({ names: ["Plan/Q1"] });
    expect((await put(address, { basedOn: "1" })).status).toBe(400);
  });

  it("[XG7] [XG9] hands out the saved workbook as a file and reads it again", async () => {
    const address = "/excel/api/workbooks/member/Book1";
    await put(address, { basedOn: 0, snapshot: snapshot("Raise availability") });
    const file = await get(`${address}/xlsx`);
    const type = file.headers.get("content-type") ?? "";
    expect(type).toContain("spreadsheetml.sheet");
    const body = await file.arrayBuffer();
    const read = await fetch(`${origin}/excel/api/xlsx/read`, {
      method: "POST",
      headers: { "content-type": type },
      body,
    });
    expect(JSON.stringify(await read.json())).toContain("Raise availability");
    const refused = await fetch(`${origin}/excel/api/xlsx/read`, {
      method: "POST",
      headers: { "content-type": type },
      body: "no zip",
    });
    expect(refused.status).toBe(422);
  });
});
