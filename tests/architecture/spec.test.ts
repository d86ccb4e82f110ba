import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "@jest/globals";

const root = join(__dirname, "..", "..");
const SKIPPED = new Set(["node_modules", "dist", "test-results"]);

const filesUnder = (folder: string, wanted: (name: string) => boolean): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name) || entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path, wanted);
    return wanted(entry.name) ? [path] : [];
  });

/** A rule is defined where a list item begins with its id in bold: `- **PR1** …`, with or without brackets. */
const DEFINED = /^\s*[-*] \*\*\[?([A-Z]{2,3}\d+[a-z]?)\]?\*\*/gmu;
const CITED = /\[([A-Z]{2,3}\d+[a-z]?)\]/gu;
/** At the start of a title an id can be nothing but a rule. */
const TITLE = /\b(?:it|describe)(?:\.each\([^)]*\))?\(\s*["'`]\[([A-Z]{2,3}\d+[a-z]?)\]/gu;

const idsIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, id]) => id ?? "");
const prefixOf = (id: string): string => id.replace(/\d.*$/u, "");

const specs = filesUnder(root, (name) => name === "SPEC.md").map((path) => ({
  path: relative(root, path),
  ids: idsIn(readFileSync(path, "utf8"), DEFINED),
}));
const tests = filesUnder(join(root, "tests"), (name) => /\.(?:test|spec|contract)\.tsx?$/u.test(name)).map((path) => ({
  path: relative(root, path),
  text: readFileSync(path, "utf8"),
}));
const cited = new Set(tests.flatMap(({ text }) => idsIn(text, CITED)));
const defined = new Set(specs.flatMap(({ ids }) => ids));
const prefixes = new Set([...defined].map(prefixOf));

describe("rules and their tests", () => {
  it("finds specifications with rules", () => {
    expect(specs.map(({ path }) => path)).toContain(join("shared", "domain", "SPEC.md"));
    expect(specs.filter(({ ids }) => ids.length === 0)).toEqual([]);
  });

  it.each(specs)("$path: every rule is cited by a test", ({ ids }) => {
    expect(ids.filter((id) => !cited.has(id))).toEqual([]);
  });

  it("no id is given to two rules", () => {
    const all = specs.flatMap(({ path, ids }) => ids.map((id) => `${id} ${path}`));
    const seen = new Map<string, string>();
    const doubled = all.filter((line) => {
      const [id = ""] = line.split(" ");
      const known = seen.has(id);
      seen.set(id, line);
      return known;
    });
    expect(doubled).toEqual([]);
  });

  it("tests cite only rules that exist", () => {
    const isUnknown = (id: string): boolean => !defined.has(id);
    const unknown = tests.flatMap(({ path, text }) =>
      idsIn(text, CITED)
        .filter((id) => prefixes.has(prefixOf(id)))
        .concat(idsIn(text, TITLE))
        .filter(isUnknown)
        .map((id) => `${id} in ${path}`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });
});
