/** Holds the recorded traffic of a test run against Microsoft's description of Graph and its table of permissions. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { scopesOf, type Feature } from "#shared/adapters/graph/scopes.ts";
import { coverageOf, type FeatureScopes } from "./coverage.ts";
import { withFiles } from "./description.ts";
import type { PermissionTable } from "./permissions.ts";
import { callsIn, linesOfApps } from "./recording.ts";

export interface TrafficCheck {
  /** One file a simulator, so that tests side by side do not write into one another. */
  readonly parts: string;
  /** Where the product's traffic of the whole run is left. */
  readonly traffic: string;
  /** Client ids under which the product calls. */
  readonly apps: readonly string[];
  /** Folder of the conformance kit and the published permissions; need not be there. */
  readonly reference: string;
}

const features: Readonly<Record<Feature | "okrsWithoutGrant", readonly string[]>> = {
  okrs: scopesOf("okrs"),
  okrsWithoutGrant: scopesOf("okrs", "all"),
  provisioning: scopesOf("provisioning"),
  grant: scopesOf("grant"),
  people: scopesOf("people"),
  me: scopesOf("me"),
  myTeams: scopesOf("myTeams"),
  channels: scopesOf("channels"),
  channelMessage: scopesOf("channelMessage"),
} satisfies FeatureScopes;

const joinParts = ({ parts, apps }: TrafficCheck): readonly string[] => {
  const files = existsSync(parts) ? readdirSync(parts).toSorted() : [];
  return files.flatMap((file) => linesOfApps(readFileSync(join(parts, file), "utf8"), apps));
};

const conforms = ({ traffic, reference }: TrafficCheck): boolean => {
  const kit = join(reference, "graph-conformance");
  const checker = join(kit, "check-conformance.mjs");
  if (!existsSync(checker)) {
    console.log(`${checker} is not there, so the traffic was not held against Microsoft's description of Graph.`);
    return true;
  }
  return (
    spawnSync(process.execPath, [checker, "--quiet", ...withFiles(kit), traffic], { stdio: "inherit" }).status === 0
  );
};

const isPermitted = (lines: readonly string[], { reference }: TrafficCheck): boolean => {
  const file = join(reference, "schemas", "graph-permissions.json");
  if (!existsSync(file)) {
    console.log(`${file} is not there, so the permissions of the recorded calls were not checked.`);
    return true;
  }
  const table = JSON.parse(readFileSync(file, "utf8")) as PermissionTable;
  const { covered, uncovered } = coverageOf(table, features, callsIn(lines));
  if (uncovered.length === 0) {
    console.log(`${covered.size} kinds of Graph calls, each allowed by the permissions of a feature.`);
    return true;
  }
  console.error(["Calls that no feature asks a permission for (scopes.ts):", ...uncovered].join("\n  "));
  return false;
};

/** Joins the parts, says what it finds, and whether all is well. Nothing recorded is not well. */
export const checkTraffic = (check: TrafficCheck): boolean => {
  const lines = joinParts(check);
  writeFileSync(check.traffic, lines.map((line) => `${line}\n`).join(""));
  console.log(`${lines.length} Graph exchanges of the product were recorded in ${check.traffic}.`);
  if (lines.length === 0)
    console.error("Nothing was recorded: the tests no longer say where to (tests/support/traffic.ts).");
  const results = [lines.length > 0, conforms(check), isPermitted(lines, check)];
  return results.every(Boolean);
};
