import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { excelManifest } from "../../../manifest/excel.ts";
import { languageFile, teamsManifest } from "../../../manifest/teams.ts";
import { schemaProblems, values } from "../manifest/support.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "drumbeat-package-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: readonly string[]): { readonly status: number | null; readonly err: string } => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/package.ts", "--out", folder, ...args],
    {
      encoding: "utf8",
    },
  );
  return { status, err: stderr };
};

const written = (name: string): Buffer => readFileSync(path.join(folder, name));

const valuesIn = (content: unknown): string => {
  const file = path.join(folder, "values.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};

describe("npm run package", () => {
  it("writes the app package and the manifest for older Excel, the same bytes each time", () => {
    expect(run()).toEqual({ status: 0, err: "" });
    const { version } = values();
    expect(readdirSync(folder).toSorted()).toEqual(
      [`drumbeat-${version}.zip`, `drumbeat-excel-${version}.xml`, `drumbeat-conformance-${version}.xml`].toSorted(),
    );
    const first = written(`drumbeat-${version}.zip`);
    const entries = unzipSync(first);
    expect(Object.keys(entries).toSorted()).toEqual([
      "ar.json",
      "color.png",
      "de.json",
      "manifest.json",
      "outline.png",
    ]);
    const json = (name: string): unknown => JSON.parse(strFromU8(entries[name] ?? new Uint8Array()));
    expect(json("manifest.json")).toEqual(teamsManifest(values()));
    expect(schemaProblems("MicrosoftTeams", json("manifest.json"))).toEqual([]);
    for (const language of ["de", "ar"] as const) {
      expect(json(`${language}.json`)).toEqual(languageFile(language));
      expect(schemaProblems("MicrosoftTeams.Localization", json(`${language}.json`))).toEqual([]);
    }
    for (const icon of ["color.png", "outline.png"])
      expect(Buffer.from(entries[icon] ?? []).equals(readFileSync(path.join("manifest", "icons", icon)))).toBe(true);
    expect(written(`drumbeat-excel-${version}.xml`).toString("utf8")).toBe(excelManifest(values()));
    expect(run().status).toBe(0);
    expect(written(`drumbeat-${version}.zip`).equals(first)).toBe(true);
  });

  it("takes other values", () => {
    const own = { ...values(), origin: "https://okr.contoso.example", version: "2.3.4" };
    expect(run("--values", valuesIn(own)).status).toBe(0);
    const manifest = unzipSync(written("drumbeat-2.3.4.zip"))["manifest.json"];
    expect(JSON.parse(strFromU8(manifest ?? new Uint8Array()))).toEqual(teamsManifest(own));
  });

  it.each([
    [
      "values that do not hold",
      { ...values(), appId: "drumbeat", version: "1" },
      /"appId" must be a GUID[^]*"version" must be three numbers/,
    ],
    ["a file that is no JSON", "{", /values\.json cannot be read/],
  ])("refuses %s, says why and writes nothing", (_what, content, reason) => {
    const { status, err } = run("--values", valuesIn(content));
    expect(status).toBe(1);
    expect(err).toMatch(reason);
    expect(readdirSync(folder)).toEqual(["values.json"]);
  });

  it("refuses a file that is not there and an option it does not know", () => {
    expect(run("--values", path.join(folder, "none.json"))).toMatchObject({
      status: 1,
      err: expect.stringMatching(/none\.json cannot be read/),
    });
    expect(run("--publish")).toMatchObject({ status: 1, err: expect.stringMatching(/npm run package/) });
  });
});
