/** OKRs in formulas and a cell that drives a key result, in the unmodified office.js beside the tab in Teams. */
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";
import { excelDesk, type ExcelDesk } from "./support/excel.ts";

jest.setTimeout(180_000);

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;
let tab: FrameLocator;
let excel: ExcelDesk;
let grid: FrameLocator;

beforeAll(async () => {
  drumbeat = await startDrumbeat("formulas");
  context = await drumbeat.newContext({
    viewport: { width: 1700, height: 1000 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(drumbeat.origin);
  await page.getByRole("radio", { name: /Country OKR lead/ }).check({ force: true });
  await page.getByRole("radio", { name: /Side by side/ }).check({ force: true });
  await page.getByRole("button", { name: "Open Drumbeat" }).click();
  tab = tabIn(page);
  grid = page.frameLocator('iframe[src*="/excel"]');
  excel = excelDesk(page, grid);
  await tab.getByRole("article").first().waitFor({ timeout: 60_000 });
  await excel.pane.getByRole("button", { name: "Pull", exact: true }).waitFor({ timeout: 60_000 });
});
afterAll(async () => {
  await context.close();
  await drumbeat.close();
});

/** Waits until a cell shows a text. */
const fills = async (address: string, text: string | RegExp): Promise<void> => {
  await excel.goTo(address);
  await grid.locator('[role="gridcell"][aria-selected="true"]').filter({ hasText: text }).waitFor({ timeout: 60_000 });
};

/** A key result of the first row's team that counts something upwards. */
const counted = async (): Promise<{ readonly title: string; readonly current: string }> => {
  const [type, title, team] = [
    await excel.columnOf("Type"),
    await excel.columnOf("Title"),
    await excel.columnOf("Team"),
  ];
  const [measure, current] = [await excel.columnOf("Measure"), await excel.columnOf("Current")];
  const first = await excel.shown(`${team}2`);
  for (let row = 3; row < 60; row += 1) {
    if ((await excel.shown(`${type}${row}`)) !== "Key result" || (await excel.shown(`${team}${row}`)) !== first)
      continue;
    if ((await excel.shown(`${measure}${row}`)) !== "Increase") continue;
    const value = await excel.shown(`${current}${row}`);
    if (value !== "") return { title: await excel.shown(`${title}${row}`), current: value };
  }
  throw new Error("No key result counts upwards");
};

let keyResult: { readonly title: string; readonly current: string };

describe("a finance model and its key result", () => {
  it("shows the key result's value in a formula, and spills what a unit has", async () => {
    await excel.pull();
    keyResult = await counted();
    await excel.type("AA5", `=OKR.VALUE("${keyResult.title}")`);
    await fills("AA5", keyResult.current);
    await excel.type("AC5", `=OKR.VALUE("No such key result")`);
    await fills("AC5", "#N/A");
    expect(await excel.shown("AA5")).toBe(keyResult.current);
  });

  it("sends what a bound cell reckons as a check-in, which Teams and the formula show", async () => {
    await excel.type("Z7", "Stores by forecast");
    await excel.type("AA7", "=12345+1");
    await excel.goTo("AA7");
    const { pane } = excel;
    await pane.getByRole("button", { name: "OKR sheet" }).click();
    await pane.getByRole("menuitemradio", { name: /Live cells/ }).click();
    const choice = pane.getByRole("combobox", { name: "Key result" });
    await choice.click();
    await choice.pressSequentially(keyResult.title.slice(0, 12));
    await pane.getByRole("option", { name: keyResult.title }).click();
    await pane.getByRole("button", { name: "Bind the selected cell" }).click();
    const card = pane.getByRole("region", { name: keyResult.title });
    await card.getByText("=12345+1").waitFor({ timeout: 60_000 });
    await card.getByText(/Would go out: 12,346/).waitFor();
    await pane.getByRole("button", { name: "Send 1 check-in" }).click();
    await pane.getByText("1 check-in stored.").waitFor({ timeout: 60_000 });
    await card.getByText("Nothing new to send.").waitFor();
    await fills("AA5", "12346");
    expect(await card.getByRole("button", { name: "Show OKRs!AA7 in the sheet" }).count()).toBe(1);
    await tab
      .getByText(/12,346/)
      .first()
      .waitFor({ timeout: 60_000 });
  });

  it("keeps formula and binding when the workbook is opened again", async () => {
    await page.reload();
    await excel.pane
      .getByRole("region", { name: keyResult.title })
      .getByText("OKRs!AA7")
      .first()
      .waitFor({ timeout: 60_000 });
    await fills("AA5", "12346");
    expect(await excel.shown("AA7")).toBe("12346");
  });
});
