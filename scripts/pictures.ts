/** `npm run pictures`: takes the pictures of the documents anew, from the running product. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { findOrGetBrowser } from "./local/browser.ts";
import { buildIfNeeded } from "./local/build.ts";
import { startLocalWorld } from "./local/localWorld.ts";

const root = join(import.meta.dirname, "..");
const docs = join(root, "docs");

const sideBySide = async (page: Page, origin: string): Promise<void> => {
  await page.goto(`${origin}/side-by-side?user=lead`);
  const tab = page.frameLocator('iframe[src*="tab.html"]');
  await tab.getByRole("article").first().waitFor();
  const pane = page.frameLocator('iframe[src*="/excel"]').frameLocator('iframe[src*="taskpane.html"]');
  const unit = pane.getByRole("combobox", { name: "Whose OKRs" });
  await unit.click();
  await unit.pressSequentially("United Arab");
  await pane
    .getByRole("option", { name: /United Arab Emirates/ })
    .first()
    .click();
  await pane.getByRole("button", { name: "Pull", exact: true }).click();
  await pane.getByText(/rows · pulled/).waitFor({ timeout: 120_000 });
  await pane.getByText("Pulling…").waitFor({ state: "detached", timeout: 120_000 });
  await page.screenshot({ path: join(docs, "drumbeat.png") });
};

const main = async (): Promise<void> => {
  const executablePath = findOrGetBrowser(root);
  if (executablePath === undefined) throw new Error("No browser: name one in CHROMIUM_PATH.");
  await buildIfNeeded(root);
  const dataDir = mkdtempSync(join(tmpdir(), "drumbeat-pictures-"));
  const world = await startLocalWorld(root, { port: 0, worldName: "retail", dataDir, latencyMs: 0, reset: false });
  if (!world.ok) throw new Error(world.error);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  mkdirSync(docs, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1800, height: 960 } });
  // office.js asks once whether this page may act as Office over http.
  page.on("dialog", (dialog) => void dialog.accept());
  await sideBySide(page, world.value.origin);
  await browser.close();
  await world.value.close();
  rmSync(dataDir, { recursive: true, force: true });
};

await main();
process.exit(0);
