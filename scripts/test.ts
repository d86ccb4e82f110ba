/**
 * `npm test`: everything, browser tests included. Gets a browser, builds the pages, runs jest, then holds the Graph traffic
 * that the product sent meanwhile against Microsoft's description. Arguments are handed to jest.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildIfNeeded } from "./local/build.ts";
import { findOrGetBrowser } from "./local/browser.ts";

const root = join(import.meta.dirname, "..");
const results = join(root, "test-results");
const trafficParts = join(results, "traffic");
const traffic = join(results, "graph-traffic.jsonl");

const run = (args: readonly string[], env: NodeJS.ProcessEnv): boolean =>
  spawnSync(process.execPath, [...args], { cwd: root, stdio: "inherit", env }).status === 0;

const jest = (args: readonly string[], env: NodeJS.ProcessEnv): boolean =>
  run([join(root, "node_modules", "jest", "bin", "jest.js"), ...args], env);

/** One file a simulator, so that tests side by side do not write into one another. */
const joinTraffic = (): number => {
  const parts = existsSync(trafficParts) ? readdirSync(trafficParts).toSorted() : [];
  const lines = parts.map((part) => readFileSync(join(trafficParts, part), "utf8"));
  writeFileSync(traffic, lines.join(""));
  return lines.join("").split("\n").length - 1;
};

const checkTraffic = (): boolean => {
  const exchanges = joinTraffic();
  console.log(`${exchanges} Graph exchanges of the product were recorded in test-results/graph-traffic.jsonl.`);
  const checker = join(root, "..", "shared", "graph-conformance", "check-conformance.mjs");
  if (!existsSync(checker)) {
    console.log("The conformance kit is not beside this project, so they were not checked against it.");
    return exchanges > 0;
  }
  return exchanges > 0 && run([checker, "--quiet", traffic], process.env);
};

const main = async (): Promise<boolean> => {
  const browser = findOrGetBrowser(root);
  if (browser === undefined) {
    console.error(
      "No browser for the tests: install Chrome, Edge or Chromium, or name one in CHROMIUM_PATH. (Tried: installed ones, " +
        "Playwright's download, apt.)",
    );
    return false;
  }
  await buildIfNeeded(root);
  rmSync(results, { recursive: true, force: true });
  mkdirSync(trafficParts, { recursive: true });
  const env = { ...process.env, CHROMIUM_PATH: browser, DRUMBEAT_TRAFFIC_DIR: trafficParts };
  const args = process.argv.slice(2);
  if (args.length > 0) return jest(args, env);
  // Browser journeys one after another: two of them at once on two cores only slow each other down.
  const quick = jest(["--selectProjects", "node", "dom"], env);
  const journeys = jest(["--selectProjects", "browser", "--runInBand"], env);
  const traffic = checkTraffic();
  return quick && journeys && traffic;
};

process.exitCode = (await main()) ? 0 : 1;
