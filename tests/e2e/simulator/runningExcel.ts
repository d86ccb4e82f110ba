/** The simulated Excel's page with a probe add-in, and the moves of a person on it. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import express from "express";
import type { BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import { createExcelHost } from "#simulator/excel-host/index.ts";
import { createOfficeJs } from "#simulator/officeJs.ts";
import { serveGridProbe } from "#tests/fixtures/addins/gridProbe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { bundle } from "#tests/support/bundle.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

const RESULTS = [
  ["Key result", "Owner", "Target", "Status"],
  ["Shorten replenishment", "Sanne Visser", "2", "On track"],
  ["Raise availability", "Lena Krüger", "97%", "At risk"],
  ["Cut food waste", "Yael Ben-Ami", "15", "On track"],
  ["Sign suppliers", "Milo Brandt", "40", "Off track"],
];

export interface Desk {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly grid: Locator;
  readonly formulaBar: () => Locator;
  readonly active: () => Locator;
  readonly pane: () => FrameLocator;
  readonly openWorkbook: (name: string) => Promise<void>;
  /** Through the name box: an address or an area. */
  readonly goTo: (address: string) => Promise<void>;
  /** What a cell shows; the cell is made active. */
  readonly shown: (address: string) => Promise<string>;
  readonly column: (name: string, rows: readonly number[]) => Promise<readonly string[]>;
  readonly pasteBlock: (address: string, block: readonly (readonly string[])[]) => Promise<void>;
  /** Four key results in A1:D5, formatted as a table. */
  readonly makeTable: () => Promise<void>;
}

const deskOf = (context: BrowserContext, page: Page, origin: string): Desk => {
  const grid = page.getByRole("grid");
  const pane = (): FrameLocator => page.frameLocator('iframe[title="Grid probe"]');
  const active = (): Locator => page.locator('[role="gridcell"][aria-selected="true"]');
  const goTo = async (address: string): Promise<void> => {
    const box = page.getByRole("textbox", { name: "Name box" });
    await box.fill(address);
    await box.press("Enter");
  };
  const shown = async (address: string): Promise<string> => {
    await goTo(address);
    return (await active().innerText()).trim();
  };
  const pasteBlock = async (address: string, block: readonly (readonly string[])[]): Promise<void> => {
    await goTo(address);
    const text = block.map((row) => row.join("\t")).join("\r\n");
    await page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await page.keyboard.press("Control+v");
  };
  return {
    context,
    page,
    grid,
    pane,
    active,
    goTo,
    shown,
    pasteBlock,
    formulaBar: () => page.getByRole("textbox", { name: "Formula bar" }),
    openWorkbook: async (name) => {
      await page.goto(`${origin}/excel?user=lead&workbook=${encodeURIComponent(name)}`);
      await grid.waitFor();
      // The library's trust question halts the page while it is shown; keys pressed meanwhile would be lost.
      await pane().getByText("ready Excel OfficeOnline").waitFor({ state: "attached" });
    },
    column: async (name, rows) => {
      const texts: string[] = [];
      for (const row of rows) texts.push(await shown(`${name}${row}`));
      return texts;
    },
    makeTable: async () => {
      await pasteBlock("A1", RESULTS);
      await page.getByRole("button", { name: "Format as table" }).click();
      await page.getByRole("button", { name: "Filter Status" }).waitFor();
    },
  };
};

const listening = async () => {
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  return { app, server, origin: `http://localhost:${(server.address() as AddressInfo).port}` };
};

export interface RunningExcel {
  readonly dataDir: string;
  /** A new browser profile at a new, empty workbook. */
  readonly open: () => Promise<Desk>;
  readonly closePages: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export const startExcel = async (): Promise<RunningExcel> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), "excel-host-"));
  const clientDir = await bundle({ "excel-host": "simulator/excel-host/client/main.tsx" });
  const { app, server, origin } = await listening();
  const addin = await serveGridProbe(`${origin}/office-js/office.js`);
  app.use("/office-js", createOfficeJs());
  app.use(
    createExcelHost({ world: tinyWorld(), manifest: () => addin.manifest, clientDir, dataDir, signInPath: null }),
  );
  const browser = await launchBrowser();
  let count = 0;
  return {
    dataDir,
    open: async () => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        permissions: ["clipboard-read", "clipboard-write"],
      });
      const page = await context.newPage();
      page.on("dialog", (dialog) => void dialog.accept());
      const desk = deskOf(context, page, origin);
      count += 1;
      await desk.openWorkbook(`Book ${count}`);
      return desk;
    },
    closePages: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    close: async () => {
      await browser.close();
      await addin.close();
      server.closeAllConnections();
      server.close();
      rmSync(dataDir, { recursive: true });
    },
  };
};
