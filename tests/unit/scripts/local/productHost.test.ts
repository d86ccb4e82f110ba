import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { serveProduct, type ProductHost } from "../../../../scripts/local/productHost.ts";

let root: string;
let hosts: ProductHost[];

const serve = async (port = 0): Promise<ProductHost> => {
  const host = await serveProduct({
    root,
    port,
    configuration: () => ({ clientId: "c" }),
    officeJsUrl: () => "http://localhost:1/office.js",
  });
  hosts.push(host);
  return host;
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "product-"));
  hosts = [];
  mkdirSync(join(root, "dist", "product"), { recursive: true });
  writeFileSync(join(root, "dist", "product", "tab.html"), "<h1>Tab</h1>");
});
afterEach(async () => {
  await Promise.all(hosts.map(({ close }) => close()));
  rmSync(root, { recursive: true });
});

const get = async (address: string): Promise<{ readonly status: number; readonly text: string }> => {
  const answer = await fetch(address);
  return { status: answer.status, text: await answer.text() };
};

describe("the host of the product's pages", () => {
  it("serves the pages and their configuration", async () => {
    const { origin } = await serve();
    expect(await get(`${origin}/tab.html`)).toEqual({ status: 200, text: "<h1>Tab</h1>" });
    expect(await get(origin)).toEqual({ status: 200, text: "<h1>Tab</h1>" });
    expect(await get(`${origin}/config.json`)).toEqual({ status: 200, text: '{"clientId":"c"}' });
  });

  it("says plainly that a page is not there, the pane included while it has not been built", async () => {
    const { origin } = await serve();
    for (const path of ["/taskpane.html", "/nowhere", "/icons/none.png"]) {
      expect(await get(origin + path)).toEqual({ status: 404, text: `There is no page at ${path}.` });
    }
  });

  it("gives the pane the office.js it was told to", async () => {
    const script = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
    writeFileSync(join(root, "dist", "product", "taskpane.html"), `<script src="${script}"></script>`);
    const { origin } = await serve();
    expect((await get(`${origin}/taskpane.html`)).text).toBe('<script src="http://localhost:1/office.js"></script>');
  });

  it("takes another port when the wanted one is taken", async () => {
    const first = await serve();
    const second = await serve(Number(new URL(first.origin).port));
    expect(second.origin).not.toBe(first.origin);
    expect((await get(`${second.origin}/tab.html`)).status).toBe(200);
  });
});
