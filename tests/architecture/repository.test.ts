import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "@jest/globals";

const root = process.cwd();

interface Package {
  readonly license?: string;
  readonly engines?: { readonly node?: string };
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}
interface Locked extends Package {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly integrity?: string;
}

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const lockText = read("package-lock.json");
const locked = Object.entries(
  (JSON.parse(lockText) as { readonly packages: Readonly<Record<string, Locked>> }).packages,
);
const own = JSON.parse(read("package.json")) as Package;

/** Text files under version control, and those that soon will be; without git, as in an archive, there is nothing to ask. */
const listed = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { encoding: "utf8" });
const tracked = listed.stdout.split("\0").filter((file) => file !== "" && existsSync(path.join(root, file)));
const isText = (file: string): boolean => !/\.(png|ico|xlsx|zip|woff2?)$/u.test(file);

/** Linked or bundled into a product that is sold, these ask for no more than to be named. */
const COMMERCIAL = new Set([
  "MIT",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Unlicense",
  "Zlib",
  "CC0-1.0",
]);

/** Of an SPDX expression: one of the alternatives, all of the joined. */
const allowsCommercialUse = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/gu, "")
    .split(" OR ")
    .some((alternative) => alternative.split(" AND ").every((name) => COMMERCIAL.has(name.trim())));

/** Packages whose package.json names their licence in an older way. */
const STATED_ELSEWHERE: Readonly<Record<string, string>> = {};

const licenceOf = (folder: string): string => {
  const { license } = JSON.parse(read(path.join(folder, "package.json"))) as Package;
  return license ?? STATED_ELSEWHERE[folder] ?? "none";
};

describe("package-lock.json", () => {
  it("names no registry: npm asks the one that is configured", () => {
    expect(lockText).not.toMatch(/"resolved":\s*"https?:/u);
    expect(locked.length).toBeGreaterThan(100);
  });

  it("lists every optional package, those of other platforms too: without them a clean install fails", () => {
    const known = new Set(locked.map(([folder]) => folder.split("node_modules/").at(-1)));
    const missing = locked.flatMap(([, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !known.has(name)),
    );
    expect(missing).toEqual([]);
  });

  it("pins the content of every package", () => {
    const unpinned = locked.filter(([name, { integrity }]) => name !== "" && integrity === undefined);
    expect(unpinned.map(([name]) => name)).toEqual([]);
  });
});

describe("package.json", () => {
  it("names exact versions, so that a new one is a decision", () => {
    const versions = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  });

  it("asks for Node 20, and nothing the product is made of asks for more", () => {
    expect(own.engines?.node).toMatch(/^>=20\./u);
    const asksForMore = (range: string): boolean =>
      range.split("||").every((part) => /^\s*(>=|\^|~)?\s*(2[1-9]|[3-9]\d)\b/u.test(part));
    const shipped = locked.filter(([, { dev, devOptional }]) => !dev && !devOptional);
    const tooNew = shipped.filter(([, { engines }]) => asksForMore(engines?.node ?? "*"));
    expect(tooNew.map(([name]) => name)).toEqual([]);
  });
});

describe("what the product is made of", () => {
  const shipped = locked
    .filter(([folder, { dev, devOptional, optional }]) => folder !== "" && !dev && !devOptional && !optional)
    .map(([folder]) => folder);

  it("may be used in a product that is sold", () => {
    expect(shipped.length).toBeGreaterThan(50);
    const refused = shipped.filter((folder) => !allowsCommercialUse(licenceOf(folder)));
    expect(refused.map((folder) => `${folder}: ${licenceOf(folder)}`)).toEqual([]);
  });

  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-or-later)", true],
    ["(MIT AND Zlib)", true],
    ["MIT AND GPL-3.0", false],
    ["AGPL-3.0", false],
    ["none", false],
  ])("the judgement of %s is %p", (licence, allowed) => {
    expect(allowsCommercialUse(licence)).toBe(allowed);
  });
});

describe("the files of the repository", () => {
  const sources = tracked.filter(isText).map((file) => [file, read(file)] as const);

  it("are known to git", () => {
    expect(listed.status).toBe(0);
    expect(tracked).toContain("package.json");
  });

  it("name no folder of somebody's computer", () => {
    // Assembled, so that this file does not find itself.
    const homes = ["home", "Users", "root", "work"].map((name) => `["'\`(=\\s]/${name}/[a-z][\\w.-]*/`);
    const personal = new RegExp(`${homes.join("|")}|[A-Z]:\\\\Users\\\\`, "u");
    expect(sources.filter(([, text]) => personal.test(text)).map(([file]) => file)).toEqual([]);
  });

  it("hold no copy of office.js: it is loaded from Microsoft, or from its package in tests", () => {
    expect(
      tracked.filter((file) => /(^|\/)(office|excel-[\w-]*|o15apptofilemappingtable)([.-][\w.-]*)?\.js$/iu.test(file)),
    ).toEqual([]);
    const copied = /Your use of this file is governed by the Microsoft Services Agreement/u;
    expect(
      sources.filter(([file, text]) => /\.[cm]?js$/u.test(file) && copied.test(text)).map(([file]) => file),
    ).toEqual([]);
  });

  it("hold nothing that tools make", () => {
    expect(
      tracked.filter((file) => /^(dist|node_modules|test-results|coverage|\.tsbuild|\.drumbeat)\//u.test(file)),
    ).toEqual([]);
  });
});
