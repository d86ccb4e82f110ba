/** The whole local world as `npm start` runs it, with a browser to look at it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, FrameLocator, Page } from "playwright-core";
import { startLocalWorld, type LocalWorld } from "../../../scripts/local/localWorld.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { trafficFile } from "#tests/support/traffic.ts";

export interface Drumbeat {
  readonly origin: string;
  readonly browser: Browser;
  readonly newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Back to the world as it was filled; faults and settings are gone too. */
  readonly reset: () => Promise<void>;
  readonly setFaults: (rules: readonly object[]) => Promise<void>;
  /** One of the simulator's switches. */
  readonly post: (path: string, body: unknown) => Promise<void>;
  readonly close: () => Promise<void>;
}

const post = async (url: string, body?: unknown): Promise<void> => {
  const answer = await fetch(url, {
    method: "POST",
    ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
};

export const startDrumbeat = async (name: string, worldName = "small"): Promise<Drumbeat> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "drumbeat-"));
  const recordFile = trafficFile(name);
  const started = await startLocalWorld(process.cwd(), {
    port: 0,
    worldName,
    dataDir,
    latencyMs: 0,
    reset: false,
    ...(recordFile === undefined ? {} : { recordFile }),
  });
  if (!started.ok) throw new Error(started.error);
  const world: LocalWorld = started.value;
  const browser = await launchBrowser();
  return {
    origin: world.origin,
    browser,
    newContext: async (options = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
      // The tests have no way out to the internet; teams-js then uses its built-in list of hosts.
      await context.route("https://res.cdn.office.net/**", (route) => route.abort());
      return context;
    },
    reset: () => post(`${world.origin}/sim/reset`),
    post: (path, body) => post(`${world.origin}${path}`, body),
    setFaults: (rules) => post(`${world.origin}/sim/faults`, rules),
    close: async () => {
      await browser.close();
      await world.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** The tab inside the simulated Teams client. */
export const tabIn = (page: Page): FrameLocator => page.frameLocator('iframe[src*="tab.html"][data-page="content"]');

/** The pane inside the simulated Excel. */
export const paneIn = (page: Page): FrameLocator => page.frameLocator('iframe[src*="taskpane.html"]');

/** A check-in was taken: it is stored, or, where the answer takes more than a moment, kept and on its way. */
export const CHECK_IN_TAKEN = /Check-in saved|is kept on this device and waits to be sent/;
