import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";

const read = (file: string): string => readFileSync(join(process.cwd(), file), "utf8");
const documents = ["README.md", "CONTRIBUTING.md"].map((file) => read(file)).join("\n");

describe("what the documents promise", () => {
  it("names every permission that the product asks for, and no other", () => {
    const permission =
      /\b(?:User|Sites|Team|Channel|ChannelMessage|Files|Group|People|Calendars)\.[A-Z]\w+(?:\.\w+)*\b/g;
    const named = (text: string): readonly string[] => [...new Set(text.match(permission))].toSorted();
    const table = read("README.md")
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .join("\n");
    const sources = ["shared/adapters/graph/scopes.ts", "shared/adapters/msal/signIn.ts"];
    expect(named(table)).toEqual(named(sources.map((file) => read(file)).join("\n")));
  });

  it("knows commands that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
    const known = [...documents.matchAll(/`npm (?:run (?:-s )?)?([a-z:]+)/g)].map(([, name = ""]) => name);
    expect(known.filter((name) => name !== "ci" && scripts[name] === undefined)).toEqual([]);
    expect(known.length).toBeGreaterThan(8);
  });
});
