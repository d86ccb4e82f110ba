/** What the build leaves in `dist`: `npm test` makes it anew beforehand; run alone, this builds only where there is nothing. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { buildIfNeeded } from "../../scripts/local/build.ts";

const root = process.cwd();
const product = path.join(root, "dist", "product");

/** Bytes, compressed. */
const MOST_AT_FIRST = 300_000;

const read = (...parts: readonly string[]): string => readFileSync(path.join(...parts), "utf8");
const filesIn = (folder: string, pattern: RegExp): readonly string[] =>
  readdirSync(folder).filter((name) => pattern.test(name));

const textBelow = (place: string): string =>
  statSync(place).isFile()
    ? read(place)
    : readdirSync(place)
        .map((name) => textBelow(path.join(place, name)))
        .join("\n");

/** Scripts that a page loads before it shows anything. */
const scriptsOf = (page: string): readonly string[] =>
  [...read(product, page).matchAll(/<script[^>]*\ssrc=["']?([^"'\s>]+)/gu)].map(([, source = ""]) => source);

const isOwn = (source: string): boolean => !/^https?:/u.test(source);

/** Modules of a bundle, from its source map: `./shared/…`, `./node_modules/…`. */
const modulesOf = (folder: string, map: string): readonly string[] =>
  (JSON.parse(read(folder, map)) as { readonly sources: readonly string[] }).sources.map((source) =>
    source.replace(/^webpack:\/\/[^/]*\//u, ""),
  );

beforeAll(async () => {
  if (!existsSync(path.join(product, "tab.html"))) await buildIfNeeded(root);
}, 600_000);

describe("the pages", () => {
  it.each(["tab.html", "taskpane.html"])("%s loads at most 300 kB of own scripts at first, compressed", (page) => {
    const scripts = scriptsOf(page).filter(isOwn);
    expect(scripts.length).toBeGreaterThan(0);
    const size = scripts.reduce((sum, script) => sum + gzipSync(readFileSync(path.join(product, script))).length, 0);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(MOST_AT_FIRST);
  });

  it("tab.html loads nothing from elsewhere", () => {
    expect(scriptsOf("tab.html").filter((script) => !isOwn(script))).toEqual([]);
  });

  it("taskpane.html loads office.js from Microsoft, before its own scripts", () => {
    const scripts = scriptsOf("taskpane.html");
    expect(scripts[0]).toBe("https://appsforoffice.microsoft.com/lib/1/hosted/office.js");
    expect(scripts.slice(1).every(isOwn)).toBe(true);
    expect(scripts.length).toBeGreaterThan(1);
  });

  it("redirect.html holds the sign-in's answer and nothing else", () => {
    const scripts = scriptsOf("redirect.html");
    expect(scripts).toHaveLength(1);
    expect(read(product, "redirect.html")).toMatch(/<body>\s*<\/body>/u);
    const modules = modulesOf(product, `${scripts[0]}.map`).filter((name) => !name.startsWith("webpack/"));
    const foreign = modules.filter(
      (name) => name !== "./teams-app/redirect.ts" && !name.includes("node_modules/@azure/msal-"),
    );
    expect(foreign).toEqual([]);
  });

  it("name scripts that are there, and no address of a test or of this computer", () => {
    const pages = filesIn(product, /\.html$/u);
    expect(pages.toSorted()).toEqual(["conformance.html", "redirect.html", "tab.html", "taskpane.html"]);
    for (const page of pages) {
      const missing = scriptsOf(page).filter((script) => isOwn(script) && !readdirSync(product).includes(script));
      expect(missing).toEqual([]);
      expect(read(product, page)).not.toMatch(/localhost|127\.0\.0\.1/u);
    }
  });
});

describe("the product's bundles", () => {
  // A file without code has nothing to map: the manifest asks for `functions.js`, and the functions run in the pane.
  const bundles = (): readonly string[] =>
    filesIn(product, /\.js$/u).filter((name) => statSync(path.join(product, name)).size > 0);

  it("are made of what ships, and of packages", () => {
    const maps = filesIn(product, /\.js\.map$/u);
    expect(maps.length).toBe(bundles().length);
    const modules = [...new Set(maps.flatMap((map) => modulesOf(product, map)))];
    expect(modules).toContain("./shared/application/place.ts");
    const allowed =
      /^(\.\/(shared|teams-app|excel-addin|node_modules)\/|webpack\/|external |ignored|\.\/[^/]* (lazy|sync)|lib\/|src\/|\.\.\/)/u;
    const strays = modules.filter(
      (name) => /(^|\/)(simulator|tests|scripts|manifest)\//u.test(name) && !name.includes("node_modules"),
    );
    expect(strays).toEqual([]);
    expect(modules.filter((name) => name.startsWith("./") && !allowed.test(name))).toEqual([]);
  });

  it.each([
    ["simulator/landing/startPage.ts", "Keeps the rhythm: cycles, reviews, check-ins"],
    ["simulator/graph/http/exchange.ts", "emulate"],
    ["simulator/teams-shell/client", "Buttons that need a bot are not simulated."],
    ["simulator/sign-in", "AADSTS700016: Application with identifier"],
    ["dist/simulator/excel-host.js", "imulat"],
    ["dist/simulator/teams-shell.js", "imulat"],
  ])("hold no text of %s: %s", (place, marker) => {
    expect(textBelow(path.join(root, place)).includes(marker)).toBe(true);
    expect(bundles().filter((bundle) => read(product, bundle).includes(marker))).toEqual([]);
  });

  it("name no path of the simulator and no port of this computer", () => {
    const suspicious =
      /["'`/](?:sim\/(?:health|stats|faults|reset|items|token|settings|consents)|office-js\/|excel\/api)|localhost:\d|127\.0\.0\.1/u;
    expect(bundles().filter((bundle) => suspicious.test(read(product, bundle)))).toEqual([]);
  });
});
