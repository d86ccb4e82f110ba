import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import AxeBuilder from "@axe-core/playwright";
import express from "express";
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import { createExcelHost } from "#simulator/excel-host/index.ts";
import { createOfficeJs } from "#simulator/officeJs.ts";
import { serveGridProbe, type AddinSite } from "#tests/fixtures/addins/gridProbe.ts";
import { launchBrowser } from "#tests/support/browser.ts";
import { bundle } from "#tests/support/bundle.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

jest.setTimeout(90_000);

let browser: Browser;
let server: Server;
let origin = "";
let addin: AddinSite;
let dataDir = "";
let context: BrowserContext;
let page: Page;
let grid: Locator;
let workbookNumber = 0;

beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), "excel-host-"));
  const clientDir = await bundle({ "excel-host": "simulator/excel-host/client/main.tsx" });
  const app = express();
  server = createServer(app);
  await new Promise<void>((resolve) => {
    server.listen(0, "localhost", resolve);
  });
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  addin = await serveGridProbe(`${origin}/office-js/office.js`);
  app.use("/office-js", createOfficeJs());
  app.use(
    createExcelHost({ world: tinyWorld(), manifest: () => addin.manifest, clientDir, dataDir, signInPath: null }),
  );
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await addin.close();
  server.closeAllConnections();
  server.close();
  rmSync(dataDir, { recursive: true });
});

const open = async (workbook: string): Promise<void> => {
  await page.goto(`${origin}/excel?user=lead&workbook=${encodeURIComponent(workbook)}`);
  await grid.waitFor();
};

beforeEach(async () => {
  await context?.close();
  context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page = await context.newPage();
  grid = page.getByRole("grid");
  // The library's own trust question.
  page.on("dialog", (dialog) => void dialog.accept());
  workbookNumber += 1;
  await open(`Book ${workbookNumber}`);
});

const goTo = async (address: string): Promise<void> => {
  const box = page.getByRole("textbox", { name: "Name box" });
  await box.fill(address);
  await box.press("Enter");
};

const formulaBar = (): Locator => page.getByRole("textbox", { name: "Formula bar" });

/** What a cell shows; the cell is made active. */
const shown = async (address: string): Promise<string> => {
  await goTo(address);
  return (await page.locator('[role="gridcell"][aria-selected="true"]').innerText()).trim();
};

const pasteBlock = async (address: string, block: readonly (readonly string[])[]): Promise<void> => {
  await goTo(address);
  const text = block.map((row) => row.join("\t")).join("\r\n");
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.keyboard.press("Control+v");
};

const RESULTS = [
  ["Key result", "Owner", "Target", "Status"],
  ["Shorten replenishment", "Sanne Visser", "2", "On track"],
  ["Raise availability", "Lena Krüger", "97%", "At risk"],
  ["Cut food waste", "Yael Ben-Ami", "15", "On track"],
  ["Sign suppliers", "Milo Brandt", "40", "Off track"],
];

const makeTable = async (): Promise<void> => {
  await pasteBlock("A1", RESULTS);
  await page.getByRole("button", { name: "Format as table" }).click();
  await page.getByRole("button", { name: "Filter Status" }).waitFor();
};

const column = async (name: string, rows: readonly number[]): Promise<readonly string[]> => {
  const texts: string[] = [];
  for (const row of rows) texts.push(await shown(`${name}${row}`));
  return texts;
};

const pane = (): FrameLocator => page.frameLocator('iframe[title="Grid probe"]');

describe("the grid", () => {
  it("takes typing, formulas and moves as Excel does", async () => {
    await goTo("B2");
    await page.keyboard.type("12.5");
    await page.keyboard.press("Tab");
    await page.keyboard.type("=B2*2");
    await page.keyboard.press("Enter");
    await page.keyboard.type("45%");
    await page.keyboard.press("Control+Enter");
    expect(await shown("C2")).toBe("25");
    // Enter after Tab goes back below the column where the run of tabs began.
    expect(await shown("B3")).toBe("45%");
    await goTo("C2");
    expect(await formulaBar().inputValue()).toBe("=B2*2");
  });

  it("edits with F2, gives up with Escape and undoes and redoes", async () => {
    await goTo("A1");
    await page.keyboard.type("Draft");
    await page.keyboard.press("Enter");
    await goTo("A1");
    await page.keyboard.press("F2");
    await page.keyboard.type(" two");
    await page.keyboard.press("Escape");
    expect(await shown("A1")).toBe("Draft");
    await page.keyboard.press("Delete");
    expect(await shown("A1")).toBe("");
    await page.keyboard.press("Control+z");
    expect(await shown("A1")).toBe("Draft");
    await page.keyboard.press("Control+y");
    expect(await shown("A1")).toBe("");
  });

  it("points at cells while a formula is typed", async () => {
    await pasteBlock("A1", [["3"], ["4"]]);
    await goTo("C1");
    await page.keyboard.type("=");
    const box = (await grid.boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.click(box.x + 60, box.y + 32);
    await page.keyboard.type("*");
    await page.mouse.click(box.x + 60, box.y + 52);
    await page.keyboard.press("Enter");
    expect(await shown("C1")).toBe("12");
    expect(await formulaBar().inputValue()).toBe("=A1*A2");
  });

  it("pastes blocks with quoted cells and copies formulas with their references moved", async () => {
    await goTo("A1");
    await page.evaluate(() => navigator.clipboard.writeText('1\t"two\nlines"\n2\t"say ""hi"""\n'));
    await page.keyboard.press("Control+v");
    expect(await shown("B1")).toBe("two\nlines");
    expect(await shown("B2")).toBe('say "hi"');
    await goTo("C1");
    await page.keyboard.type("=A1+10");
    await page.keyboard.press("Enter");
    await goTo("C1");
    await page.keyboard.press("Control+c");
    await goTo("C2");
    await page.keyboard.press("Control+v");
    expect(await shown("C2")).toBe("12");
  });

  it("continues a series with the fill handle", async () => {
    await pasteBlock("A1", [["1"], ["2"]]);
    await goTo("A1:A2");
    const handle = page.getByTestId("fill-handle").first();
    const from = (await handle.boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(from.x + 3, from.y + 3);
    await page.mouse.down();
    await page.mouse.move(from.x, from.y + 63, { steps: 4 });
    await page.mouse.up();
    expect(await column("A", [3, 4, 5])).toEqual(["3", "4", "5"]);
  });

  it("takes 10,000 pasted rows and draws only those on screen", async () => {
    await pasteBlock(
      "A1",
      Array.from({ length: 10_000 }, (_, row) => [`Key result ${row + 1}`, String(row), "On track"]),
    );
    await goTo("A1");
    await page.keyboard.press("Control+ArrowDown");
    expect(await page.locator('[role="gridcell"][aria-selected="true"]').innerText()).toBe("Key result 10000");
    expect(await page.getByRole("row").count()).toBeLessThan(100);
    await goTo("B1:B10000");
    await page.getByText("Sum: 49,995,000").waitFor();
  });

  it("names the active cell to assistive software and has no findings of axe", async () => {
    await makeTable();
    await goTo("B3");
    const active = await grid.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active}`).getAttribute("aria-label")).toBe("Lena Krüger, B3, Owner");
    const { violations } = await new AxeBuilder({ page }).exclude("iframe").exclude("[data-tabster-dummy]").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  });
});

describe("a table", () => {
  it("sorts and filters through its header's menu, and clears the filter", async () => {
    await makeTable();
    await page.getByRole("button", { name: "Filter Owner" }).click();
    await page.getByRole("menuitem", { name: "Sort descending" }).click();
    expect(await column("B", [2, 3, 4, 5])).toEqual(["Yael Ben-Ami", "Sanne Visser", "Milo Brandt", "Lena Krüger"]);
    await page.getByRole("button", { name: "Filter Status" }).click();
    await page.getByRole("checkbox", { name: "On track" }).uncheck();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("button", { name: "Filter Status, filtered" }).waitFor();
    expect(await page.getByRole("gridcell", { name: "On track" }).count()).toBe(0);
    await page.getByRole("button", { name: "Filter Status, filtered" }).click();
    await page.getByRole("menuitem", { name: "Clear filter from Status" }).click();
    expect(await page.getByRole("gridcell", { name: "On track" }).count()).toBe(2);
  });

  it("opens its filter from the keyboard and grows when something is typed below it", async () => {
    await makeTable();
    await goTo("D1");
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("group", { name: "Values" }).waitFor();
    await page.keyboard.press("Escape");
    await goTo("A6");
    await page.keyboard.type("Open stores");
    await page.keyboard.press("Enter");
    await goTo("D6");
    expect(await page.locator('[role="gridcell"][aria-selected="true"]').getAttribute("aria-label")).toBe("D6, Status");
  });
});

describe("the workbook", () => {
  it("is there again after a reload, with its sheets", async () => {
    await makeTable();
    await page.getByRole("button", { name: "New sheet" }).click();
    await page.getByRole("button", { name: "Sheet2", exact: true }).dblclick();
    await page.getByRole("textbox", { name: "New name of sheet Sheet2" }).fill("Quarter");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Quarter", exact: true }).waitFor();
    await page.getByText("Saved", { exact: true }).waitFor();
    await page.waitForResponse((response) => response.request().method() === "PUT").catch(() => undefined);
    await page.reload();
    await page.getByRole("button", { name: "Quarter", exact: true }).waitFor();
    await page.getByRole("button", { name: "Sheet1", exact: true }).click();
    await page.getByRole("button", { name: "Filter Status" }).waitFor();
    expect(await shown("A2")).toBe("Shorten replenishment");
  });

  it("is not overwritten silently from a second window", async () => {
    const other = await context.newPage();
    other.on("dialog", (dialog) => void dialog.accept());
    await other.goto(page.url());
    await other.getByRole("grid").waitFor();
    const savedHere = page.waitForResponse((response) => response.request().method() === "PUT");
    await goTo("A1");
    await page.keyboard.type("first window");
    await page.keyboard.press("Enter");
    await savedHere;
    await other.bringToFront();
    await other.getByRole("grid").click({ position: { x: 90, y: 80 } });
    await other.keyboard.type("second window");
    await other.keyboard.press("Enter");
    await other.getByRole("button", { name: "Load the saved one" }).click();
    await other.getByRole("gridcell", { name: "first window" }).waitFor();
  });

  it("is downloaded as xlsx and opened again", async () => {
    await makeTable();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "File" }).click();
    await page.getByRole("menuitem", { name: "Download as xlsx" }).click();
    const file = path.join(dataDir, "downloaded.xlsx");
    await (await download).saveAs(file);
    await open("Opened");
    await page.getByLabel("Open an xlsx file").setInputFiles(file);
    await page.getByRole("button", { name: "Filter Status" }).waitFor();
    expect(await shown("B3")).toBe("Lena Krüger");
  });
});

describe("the add-in in the pane", () => {
  it("writes a table through office.js, whose dropdown and validation then work for the person", async () => {
    await pane().getByText("ready Excel OfficeOnline").waitFor();
    await pane().getByRole("button", { name: "Write a table" }).click();
    await pane().getByText("table written").waitFor();
    expect(await shown("F2")).toBe("50%");
    expect(await shown("A6")).toBe("=SUM is not a formula here");
    await goTo("G3");
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("listbox", { name: "Choices" }).press("End");
    await page.keyboard.press("Enter");
    expect(await shown("G3")).toBe("Not started");
    await pane().getByText("changed G3").waitFor();
    await goTo("G4");
    await page.keyboard.type("Perhaps");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Retry" }).click();
    await page.keyboard.type("At risk");
    await page.keyboard.press("Enter");
    expect(await shown("G4")).toBe("At risk");
  });

  it("reads what the person selected", async () => {
    await pasteBlock("B2", [["1", "2"]]);
    await goTo("B2:C2");
    await pane().getByRole("button", { name: "Read the selection" }).click();
    await pane().getByText("selected Sheet1!B2:C2 [[1,2]]").waitFor();
  });

  it("answers its ribbon button and its keyboard shortcut, also while its pane is closed", async () => {
    await pane().getByText("ready Excel OfficeOnline").waitFor();
    await page.getByRole("button", { name: "Say hello" }).click();
    await pane().getByText("hello from the ribbon").waitFor();
    await page.getByRole("button", { name: "Close pane" }).click();
    await grid.press("Control+Alt+8");
    await page.getByRole("button", { name: "Show probe" }).click();
    await pane().getByText("hello from the ribbon\nhello from the ribbon").waitFor();
  });

  it("takes its place in the round of F6", async () => {
    await pane().getByText("ready Excel OfficeOnline").waitFor();
    await goTo("A1");
    await page.keyboard.press("F6");
    expect(await page.locator('[data-region="tabs"] :focus').count()).toBe(1);
    await page.keyboard.press("F6");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  });
});
