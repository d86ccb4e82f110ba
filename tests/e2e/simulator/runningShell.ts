/** The simulator, a page of another origin, and a browser; what the journeys through the Teams shell need. */
import { copyFileSync, mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import express from "express";
import type { BrowserContext, Frame, Page } from "playwright-core";
import { startSimulator } from "#simulator/server.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { violationsIn } from "../support/axe.ts";
import { bundle } from "#tests/support/bundle.ts";
import { tinyWorld } from "#tests/support/worlds.ts";
import type { TestTab } from "#tests/fixtures/tabs/tab.ts";

const clientId = "22222222-2222-4333-8444-555555555555";
export const appId = "11111111-2222-4333-8444-555555555555";
export const channel = "19:germany-okr@thread.tacv2";
export const world = tinyWorld();

type Address = (query?: Readonly<Record<string, string>>) => string;

const manifest = (tabAddress: Address): object => ({
  manifestVersion: "1.30",
  id: appId,
  name: { short: "Drumbeat" },
  description: { short: "OKRs" },
  developer: { name: "Drumbeat" },
  accentColor: "#5B5FC7",
  staticTabs: [
    { entityId: "home", name: "OKRs", contentUrl: tabAddress(), scopes: ["personal"] },
    { entityId: "mine", name: "Mine", contentUrl: tabAddress(), scopes: ["personal"] },
    { entityId: "silent", name: "Silent", contentUrl: tabAddress({ silent: "yes" }), scopes: ["personal"] },
  ],
  configurableTabs: [{ configurationUrl: tabAddress(), canUpdateConfiguration: true, scopes: ["team"] }],
  validDomains: [new URL(tabAddress()).host],
  showLoadingIndicator: true,
  activities: { activityTypes: [{ type: "checkInDue", templateText: "{actor} asks for a check-in" }] },
  webApplicationInfo: { id: clientId },
});

/** Serves the test page and says under which origin. */
const serveTab = async () => {
  const folder = await bundle({ tab: "tests/fixtures/tabs/tab.ts" });
  copyFileSync("tests/fixtures/tabs/tab.html", path.join(folder, "tab.html"));
  const server = express().use(express.static(folder)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};

/** The app's page in a frame of the given kind, once its handle is there. */
export const frameOf = async (page: Page, frameContext = "content"): Promise<Frame> => {
  const element = await page.waitForSelector(`iframe[data-page="${frameContext}"]`);
  const frame = await element.contentFrame();
  if (frame === null) throw new Error("The element has no frame.");
  await frame.waitForFunction(() => "tab" in window);
  return frame;
};

/** Calls the handle that the test page puts on its window. */
export const inTab = <T>(frame: Frame, use: (tab: TestTab) => T | Promise<T>): Promise<T> =>
  frame.evaluate(`(${use.toString()})(window.tab)`);

export const axe = (page: Page): Promise<readonly string[]> => violationsIn(page.mainFrame());

export const startShell = async () => {
  const clientDir = await bundle({ "teams-shell": "simulator/teams-shell/client/main.tsx" });
  const tab = await serveTab();
  const started: { origin: string } = { origin: "" };
  const tabAddress: Address = (query = {}) =>
    `${tab.origin}/tab.html?${new URLSearchParams({ host: started.origin, client: clientId, ...query }).toString()}`;
  const simulator = await startSimulator({
    port: 0,
    dataDir: mkdtempSync(path.join(tmpdir(), "teams-shell-e2e-")),
    world,
    manifest: () => manifest(tabAddress),
    clientDir,
    clients: [{ clientId, name: "Drumbeat", redirectUris: [`${tab.origin}/redirect.html`] }],
  });
  started.origin = simulator.origin;
  const browser = await launchBrowser();
  const contexts: BrowserContext[] = [];
  return {
    tabAddress,
    /** Opens the shell in a browser profile of its own; without motion, so that nothing is judged half faded in. */
    open: async (query: string, viewport = { width: 1280, height: 800 }): Promise<Page> => {
      const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(`${simulator.origin}/teams?locale=en-US&${query}`);
      return page;
    },
    /** Posts to Graph as the world's `member`. */
    post: async (address: string, scopes: readonly string[], body: object): Promise<void> => {
      const token = await simulator.mintToken({ userId: world.personas.member, scopes });
      const response = await fetch(`${simulator.origin}/graph/v1.0${address}`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    },
    closePages: async (): Promise<void> => {
      for (const context of contexts.splice(0)) await context.close();
    },
    close: async (): Promise<void> => {
      await browser.close();
      await simulator.close();
      tab.close();
    },
  };
};

export type RunningShell = Awaited<ReturnType<typeof startShell>>;
