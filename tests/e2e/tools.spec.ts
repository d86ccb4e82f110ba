/** What stands beside the table in the pane, in the browser: reached, used and left with the keyboard alone, and as axe sees it. */
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { violationsIn } from "./support/axe.ts";
import { startDrumbeat, type Drumbeat } from "./support/drumbeat.ts";
import { excelDesk, type ExcelDesk } from "./support/excel.ts";

jest.setTimeout(180_000);

/** On a slow machine Excel and the pane take their time. */
const SLOW = { timeout: 60_000 };

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;
let excel: ExcelDesk;

beforeAll(async () => {
  drumbeat = await startDrumbeat("tools");
  context = await drumbeat.newContext({ viewport: { width: 1300, height: 900 }, reducedMotion: "reduce" });
  page = await context.newPage();
  // office.js asks once whether this page may act as Office over http.
  page.on("dialog", (dialog) => void dialog.accept());
  excel = excelDesk(page);
});
afterAll(async () => {
  await context.close();
  await drumbeat.close();
});

const button = (name: string | RegExp): Locator => excel.pane.getByRole("button", { name, exact: true });

const violations = async (): Promise<readonly string[]> => {
  const frame = await (await page.waitForSelector('iframe[src*="taskpane.html"]')).contentFrame();
  if (!frame) throw new Error("The pane has no frame");
  return violationsIn(frame);
};

/** Goes to that place by keys alone. */
const goTo = async (place: string): Promise<void> => {
  const places = excel.pane.getByRole("navigation", { name: "Go to" }).getByRole("button");
  await places.focus(SLOW);
  await page.keyboard.press("Enter");
  const item = excel.pane.getByRole("menuitemradio", { name: new RegExp(`^${place}`, "u") });
  await item.waitFor();
  const isThere = (): Promise<boolean> => item.evaluate((element) => element === document.activeElement);
  while (!(await isThere())) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
};

/** Opens a workbook of its own, at that place. */
const openAt = async (place: string): Promise<void> => {
  await page.goto(`${drumbeat.origin}/excel?workbook=${place.replace(" ", "")}&user=lead`);
  await goTo(place);
};

const PLAN = [
  "Objective;Key result;Owner;From;To",
  "Bread for everybody;;;;",
  ";Raise baked loaves a day from 90 to 120;;90;120",
  ";Ovens repaired;;0;4",
].join("\n");

describe("the import", () => {
  it("takes a file, says what it understood, imports it as drafts and takes it back", async () => {
    await openAt("Import");
    await excel.pane
      .locator('input[type="file"]')
      .setInputFiles({ name: "plan.csv", mimeType: "text/csv", buffer: Buffer.from(PLAN) }, SLOW);
    await excel.pane.getByText("1 objective, 2 key results, 0 check-ins").waitFor(SLOW);
    expect(await violations()).toEqual([]);
    const go = button(/^Import 3 records as drafts$/u);
    await go.focus(SLOW);
    await page.keyboard.press("Enter");
    await excel.pane.getByText("Imported", { exact: true }).waitFor(SLOW);
    expect(await violations()).toEqual([]);
    await button("Take the import back").press("Enter");
    await excel.pane.getByText(/taken back/u).waitFor(SLOW);
  });
});

describe("the sheet of initiatives", () => {
  it("is filled, edited and pushed, and asks before it deletes", async () => {
    await openAt("Initiative sheet");
    await button("Pull").press("Enter", SLOW);
    await excel.pane.getByText(/initiatives · pulled/u).waitFor(SLOW);
    expect(await violations()).toEqual([]);
    await excel.type("B2", "Call the twenty largest accounts");
    await excel.type("J3", "Delete");
    await excel.type("E4", "nonsense");
    await button("Push 2 initiatives").waitFor(SLOW);
    await excel.pane.getByText("1 row with a problem").waitFor(SLOW);
    await button("Push 2 initiatives").press("Enter");
    await excel.pane.getByText("Delete one initiative?").waitFor(SLOW);
    expect(await violations()).toEqual([]);
    await button("Delete and push").press("Enter");
    await excel.pane.getByText("2 initiatives stored.").waitFor(SLOW);
    await expect(excel.shown("J2")).resolves.toBe("Stored");
    await expect(excel.shown("J3")).resolves.toBe("Removed");
  });
});

describe("every place", () => {
  it("has its heading and nothing that keeps somebody out", async () => {
    const found: string[] = [];
    await openAt("Check-in sheet");
    for (const place of [
      "Check-in sheet",
      "Summary",
      "Bulk changes",
      "Writing hints",
      "Live cells",
      "Formulas and keys",
    ]) {
      await goTo(place);
      await excel.pane.getByRole("heading", { level: 1, name: place }).waitFor(SLOW);
      found.push(...(await violations()).map((fault) => `${place}: ${fault}`));
    }
    expect(found).toEqual([]);
  });
});
