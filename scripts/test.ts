/**
 * `npm test`: everything, browser tests included. Gets a browser, builds the pages, runs jest, then holds the Graph traffic
 * that the product sent meanwhile against Microsoft's description. Arguments are handed to jest.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { testAppId } from "#tests/support/graphServer.ts";
import { readValues } from "../manifest/values.ts";
import { buildIfNeeded } from "./local/build.ts";
import { findOrGetBrowser } from "./local/browser.ts";
import { checkTraffic } from "./traffic/check.ts";

const root = join(import.meta.dirname, "..");
const results = join(root, "test-results");
const trafficParts = join(results, "traffic");
const traffic = join(results, "graph-traffic.jsonl");

const run = (args: readonly string[], env: NodeJS.ProcessEnv): boolean =>
  spawnSync(process.execPath, [...args], { cwd: root, stdio: "inherit", env }).status === 0;

const jest = (args: readonly string[], env: NodeJS.ProcessEnv): boolean =>
  run([join(root, "node_modules", "jest", "bin", "jest.js"), ...args], env);

/** The product's traffic is recorded under the id of its app, or under the one that the tests of its parts use. */
const productApps = (): readonly string[] => {
  const { clientId } = readValues(JSON.parse(readFileSync(join(root, "manifest", "values.json"), "utf8")));
  return [clientId, testAppId];
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
  // Left alone, jest leaves one core free, which of two is half.
  const quick = jest(["--selectProjects", "node", "dom", "--maxWorkers=100%"], env);
  // Two journeys at once: while one waits for its page, the other goes on. More would slow each other down.
  const journeys = jest(["--selectProjects", "browser", "--maxWorkers=2"], env);
  const reference = join(root, "..", "shared");
  const isSound = checkTraffic({ parts: trafficParts, traffic, apps: productApps(), reference });
  return quick && journeys && isSound;
};

process.exitCode = (await main()) ? 0 : 1;
