/** Plants one leak for each rule of dependency-cruiser.cjs into a tree of tiny files, and proves that the rule catches it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";

const root = process.cwd();
const rules = path.join(root, "tests", "architecture", "dependency-cruiser.cjs");

interface Rules {
  readonly forbidden: readonly { readonly name: string; readonly severity: string; readonly comment: string }[];
}
const { forbidden } = createRequire(path.join(root, "package.json"))(rules) as Rules;

/** What each planted file imports, by the rule that forbids it. */
const leaks: Readonly<Record<string, readonly (readonly [file: string, imports: string])[]>> = {
  "domain-is-pure": [
    ["shared/domain/leak.ts", "#shared/ports/clock.ts"],
    ["shared/domain/leakNode.ts", "node:fs"],
    ["shared/domain/leakPackage.ts", "react"],
  ],
  "ports-speak-domain": [["shared/ports/leak.ts", "#shared/application/useCase.ts"]],
  "application-uses-ports": [
    ["shared/application/leak.ts", "#shared/adapters/graph.ts"],
    ["shared/application/leakReact.ts", "react"],
  ],
  "ui-never-reaches-adapters": [["shared/ui/leak.tsx", "#shared/adapters/graph.ts"]],
  "adapters-never-reach-ui": [["shared/adapters/leak.ts", "#shared/ui/screen.ts"]],
  "apps-are-strangers": [
    ["teams-app/leak.ts", "../excel-addin/main.ts"],
    ["excel-addin/leak.ts", "../teams-app/main.ts"],
  ],
  "shared-knows-no-app": [["shared/ui/leakApp.ts", "../../teams-app/main.ts"]],
  "nothing-that-ships-imports-what-does-not": [
    ["shared/adapters/leakDouble.ts", "#simulator/graph.ts"],
    ["teams-app/leakTest.ts", "#tests/support.ts"],
    ["excel-addin/leakScript.ts", "../scripts/run.ts"],
  ],
  "simulator-is-a-black-box": [
    ["simulator/leak.ts", "#shared/domain/rule.ts"],
    ["simulator/leakTest.ts", "#tests/support.ts"],
  ],
  "hosts-stay-in-host": [["teams-app/screens/leakHost.ts", "@microsoft/teams-js"]],
  "screens-never-reach-adapters": [["excel-addin/screens/leakAdapter.ts", "#shared/adapters/graph.ts"]],
  "shared-names-hosts-only-in-adapters": [["shared/ui/leakMsal.ts", "@azure/msal-browser"]],
  "properties-share-a-seed": [["tests/unit/leakSeed.test.ts", "fast-check"]],
  // Reported once, for the file that is read first.
  "no-cycles": [["shared/ui/egg.ts", "./hen.ts"]],
};

/** A house in order: what is here may be imported as the rules allow. */
const sound: Readonly<Record<string, string | undefined>> = {
  "shared/domain/rule.ts": undefined,
  "shared/ports/clock.ts": "#shared/domain/rule.ts",
  "shared/application/useCase.ts": "#shared/ports/clock.ts",
  "shared/adapters/graph.ts": "#shared/ports/clock.ts",
  "shared/adapters/signIn.ts": "@azure/msal-browser",
  "shared/ui/hen.ts": "./egg.ts",
  "shared/ui/screen.ts": "#shared/application/useCase.ts",
  "teams-app/main.ts": "#shared/adapters/graph.ts",
  "teams-app/host/teams.ts": "@microsoft/teams-js",
  "excel-addin/main.ts": "#shared/ui/screen.ts",
  "simulator/graph.ts": "express",
  "scripts/run.ts": "#simulator/graph.ts",
  "tests/support.ts": "#shared/domain/rule.ts",
};

let folder: string;
let violations: readonly { readonly rule: string; readonly from: string }[];

/** The imported name is used and exported, so that no import is dropped before the rules see it. */
const plant = (file: string, imports: string | undefined): void => {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  const lines = imports === undefined ? [] : [`import * as imported from "${imports}";`, "export { imported };"];
  writeFileSync(target, [...lines, "export const here = true;", ""].join("\n"));
};

interface Report {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "drumbeat-boundaries-"));
  for (const [file, imports] of Object.entries(sound)) plant(file, imports);
  for (const [file, imports] of Object.values(leaks).flat()) plant(file, imports);
  const imports = { "#shared/*": "./shared/*", "#simulator/*": "./simulator/*", "#tests/*": "./tests/*" };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module", imports }));
  writeFileSync(
    path.join(folder, "tsconfig.json"),
    JSON.stringify({
      compilerOptions: {
        module: "ESNext",
        moduleResolution: "bundler",
        allowImportingTsExtensions: true,
        noEmit: true,
      },
    }),
  );
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
  const cli = path.join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
  const folders = new Set(Object.keys(sound).map((file) => file.split("/")[0] ?? ""));
  const run = spawnSync(process.execPath, [cli, "--config", rules, "--output-type", "json", ...folders], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const report = JSON.parse(run.stdout) as Report;
  violations = report.summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("the boundary rules", () => {
  it("are errors with a reason, each with a leak planted below", () => {
    expect(forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(leaks).toSorted());
    expect(forbidden.filter(({ severity, comment }) => severity !== "error" || comment.length < 10)).toEqual([]);
  });

  it.each(Object.entries(leaks))("%s", (rule, planted) => {
    const caught = violations.filter((violation) => violation.rule === rule).map(({ from }) => from);
    for (const [file] of planted) expect(caught).toContain(file);
  });

  it("let a house in order be", () => {
    expect(violations.filter(({ from }) => from in sound)).toEqual([]);
  });

  it("are run over every top-level folder by `npm run verify`", () => {
    const run = createRequire(path.join(root, "package.json"))("./package.json") as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const folders = run.scripts["boundaries"]?.split("dependency-cruiser.cjs ")[1]?.split(" ");
    expect(new Set(folders)).toEqual(
      new Set(["shared", "teams-app", "excel-addin", "manifest", "simulator", "tests", "scripts"]),
    );
    expect(run.scripts["verify"]).toContain("npm run boundaries");
  });
});
