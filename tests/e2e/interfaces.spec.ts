/** What others script against: addresses, tokens, the recording, the command line. Each from outside, as they would. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { Browser } from "playwright-core";
import { startLocalWorld, type LocalWorld } from "../../scripts/local/localWorld.ts";
import { withFiles } from "../../scripts/traffic/description.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { CHECK_IN_TAKEN, tabIn } from "./support/drumbeat.ts";

jest.setTimeout(300_000);

const KEYS = ["sponsor", "facilitator", "lead", "member", "outsider", "admin"];
const checker = path.resolve("../shared/graph-conformance/check-conformance.mjs");

let folder: string;
let recordFile: string;
let world: LocalWorld;
let browser: Browser;
let other: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "interfaces-"));
  recordFile = path.join(folder, "new", "traffic.jsonl");
  const dataDir = path.join(folder, "data");
  const options = { port: 0, worldName: "small", dataDir, latencyMs: 0, reset: false, recordFile };
  const started = await startLocalWorld(process.cwd(), options);
  if (!started.ok) throw new Error(started.error);
  world = started.value;
  other = createServer((_request, response) => {
    response.setHeader("content-type", "text/html").end("<!doctype html><title>Other</title><h1>Another app</h1>");
  }).listen(0, "127.0.0.1");
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  other.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

const run = async (...args: readonly string[]): Promise<Ran> =>
  await new Promise((resolve) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args]);
    let [out, said] = ["", ""];
    child.stdout.on("data", (chunk) => (out += String(chunk)));
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.once("close", (code) => resolve({ code, out, said }));
  });

const port = (): string => new URL(world.origin).port;
const okr = (...args: readonly string[]): Promise<Ran> =>
  run("shared/cli/main.ts", ...args, "--user", "admin", "--port", port());

describe("addresses", () => {
  it.each(KEYS)("open Teams and Excel as %s", async (key) => {
    for (const place of ["teams", "excel"]) {
      expect((await fetch(`${world.origin}/${place}?user=${key}`, { redirect: "manual" })).status).toBeLessThan(400);
    }
    const { code, out } = await run("scripts/token.ts", "--user", key, "--port", port());
    expect(code).toBe(0);
    const me = await fetch(`${world.origin}/graph/v1.0/me`, { headers: { authorization: `Bearer ${out.trim()}` } });
    expect(me.status).toBe(200);
  });

  it.each(["teams", "excel"])("of /%s say who there is when nobody is known by the key", async (place) => {
    const answer = await fetch(`${world.origin}/${place}?user=nobody`);
    expect(answer.status).toBe(400);
    const page = await answer.text();
    for (const key of KEYS) expect(page).toContain(key);
  });

  it.each(["teams", "excel"])("of /%s open any page of this computer, and of no other", async (place) => {
    const app = `http://localhost:${(other.address() as AddressInfo).port}/`;
    const page = await browser.newPage();
    await page.goto(`${world.origin}/${place}?user=lead&app=${encodeURIComponent(app)}`);
    const frame = page.frameLocator(`iframe[src^="${app}"]`);
    await frame.getByRole("heading", { name: "Another app" }).waitFor();
    await page.close();
    for (const refused of ["https://tinycart.example/", "http://localhost@tinycart.example/", "javascript:alert(1)"]) {
      const answer = await fetch(`${world.origin}/${place}?user=lead&app=${encodeURIComponent(refused)}`);
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain("localhost");
    }
  });

  it("that lead nowhere say so plainly", async () => {
    for (const address of ["/nowhere", "/office-js/nowhere.js", "/excel/assets/nowhere.js"]) {
      const answer = await fetch(world.origin + address, { headers: { accept: "text/html" } });
      expect(answer.status).toBe(404);
      expect(await answer.text()).not.toContain("Internal error");
    }
  });
});

describe("the command line", () => {
  const rows = (text: string): string =>
    `cycle,id,parent_id,kind,text,start,target,unit\n${text},X1,,objective,Every lorry leaves full,,,\n` +
    `${text},X2,X1,key result,Raise the share of full lorries,60,80,lorries\n${text},X3,X1,key result,No target,1,,n\n`;

  it("brings a file into Teams, once", async () => {
    const exported = await okr("export");
    const { cycles } = JSON.parse(exported.out) as {
      cycles: { name: string; kind: string; start: string; end: string }[];
    };
    const today = new Date().toISOString().slice(0, 10);
    const current = cycles.filter(({ start, end }) => start <= today && today <= end);
    const file = path.join(folder, "plan.csv");
    writeFileSync(file, rows(current.at(-1)?.name ?? ""));
    const trial = await okr("import", file, "--dry-run", "--json");
    expect(JSON.parse(trial.out)).toEqual({
      imported: 2,
      rejected: [{ row: 4, reason: "The key result has numbers, but no target" }],
      skipped: [],
    });
    expect((await okr("import", file, "--json")).out).toBe(trial.out);
    const again = await okr("import", file, "--json");
    expect(JSON.parse(again.out)).toMatchObject({ imported: 0, skipped: [{ row: 2 }, { row: 3 }] });

    const page = await browser.newPage();
    await page.goto(`${world.origin}/teams?user=lead`);
    await tabIn(page).getByRole("button", { name: "Every lorry leaves full", exact: true }).waitFor();
    expect(await tabIn(page).getByText("Raise the share of full lorries", { exact: true }).count()).toBe(1);
    await page.close();
  });

  it("exports what imports again without a change", async () => {
    for (const format of ["csv", "xlsx"]) {
      const file = path.join(folder, `all.${format}`);
      expect((await okr("export", "--format", format, "--out", file)).code).toBe(0);
      const { imported, rejected } = JSON.parse((await okr("import", file, "--json")).out) as Record<string, unknown>;
      expect({ imported, rejected }).toEqual({ imported: 0, rejected: [] });
    }
  });
});

describe("the recording", () => {
  it("holds a person's whole visit in the form that the conformance kit reads", async () => {
    const page = await browser.newPage();
    await page.goto(`${world.origin}/teams?user=lead`);
    const tab = tabIn(page);
    await tab
      .getByRole("button", { name: /^Check in:/ })
      .first()
      .click();
    const form = tab.getByRole("form", { name: /^Check in:/ });
    await form.getByRole("radio", { name: "7" }).check({ force: true });
    await form.getByRole("textbox", { name: "Note" }).fill("On the way.");
    await form.getByRole("button", { name: "Save" }).click();
    await tab.getByText(CHECK_IN_TAKEN).first().waitFor();
    await tab.getByRole("button", { name: "Share status" }).click();
    const dialog = tab.getByRole("dialog", { name: "Share status with a channel" });
    await dialog.getByRole("button", { name: "Allow posting as you" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await dialog.getByRole("button", { name: "Post", exact: true }).click();
    await dialog.getByText(/^Posted to/).waitFor();
    await page.close();
    const lines = readFileSync(recordFile, "utf8").trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(10);
    expect(readFileSync(recordFile, "utf8")).not.toMatch(/authorization|Bearer/i);
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ method: expect.any(String), path: expect.any(String) });
    // The kit lies beside the project, not in it.
    if (existsSync(checker))
      expect(await run(checker, "--quiet", ...withFiles(path.dirname(checker)), recordFile)).toMatchObject({ code: 0 });
  });
});
