/**
 * The whole story of a new user, across both apps, through the unmodified teams-js, office.js, msal-browser and graph client:
 * start page, objectives in Teams, a check-in, twenty changes in Excel, seen in Teams, posted to a channel.
 */
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { CHECK_IN_TAKEN, startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";
import { excelDesk, type ExcelDesk } from "./support/excel.ts";

jest.setTimeout(180_000);

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;
let tab: FrameLocator;
let excel: ExcelDesk;

beforeAll(async () => {
  drumbeat = await startDrumbeat("story");
  context = await drumbeat.newContext({
    viewport: { width: 1600, height: 1000 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page = await context.newPage();
  // office.js asks once whether this page may act as Office over http.
  page.on("dialog", (dialog) => void dialog.accept());
});
afterAll(async () => {
  await context.close();
  await drumbeat.close();
});

/** Titles of the company's objectives as the tab shows them. */
const titlesInTeams = (): Promise<string[]> =>
  tab.getByRole("article").getByRole("heading", { level: 2 }).allInnerTexts();

describe("a new user's story", () => {
  it("begins at the start page, as a country's OKR lead, with Teams and Excel side by side", async () => {
    await page.goto(drumbeat.origin);
    await page.getByRole("radio", { name: /Country OKR lead/ }).check({ force: true });
    await page.getByRole("radio", { name: /Side by side/ }).check({ force: true });
    await page.getByRole("button", { name: "Open Drumbeat" }).click();
    tab = tabIn(page);
    excel = excelDesk(page, page.frameLocator('iframe[src*="/excel"]'));
    await tab.getByRole("article").first().waitFor();
    await excel.pane.getByRole("button", { name: "Pull", exact: true }).waitFor();
  });

  it("records a check-in in Teams", async () => {
    const button = tab.getByRole("button", { name: /^Check in:/ }).first();
    const title = ((await button.getAttribute("aria-label")) ?? "").replace("Check in: ", "");
    await button.click();
    const form = tab.getByRole("form", { name: `Check in: ${title}` });
    const done = form.getByRole("checkbox");
    await done
      .or(form.getByRole("textbox", { name: /value|Percent/ }))
      .first()
      .waitFor();
    if ((await done.count()) > 0) await done.check();
    else await form.getByRole("textbox", { name: /value|Percent/ }).fill("12");
    await form.getByRole("textbox", { name: "Note" }).fill("From the story");
    await form.getByRole("button", { name: "Save" }).click();
    await tab.getByText(CHECK_IN_TAKEN).first().waitFor();
  });

  it("pulls the company into a real table, types over twenty cells, adds a row, and sees what will change", async () => {
    await excel.pull();
    const title = await excel.columnOf("Title");
    const titles: string[] = [];
    for (let row = 2; row <= 21; row += 1) titles.push(await excel.shown(`${title}${row}`));
    await excel.paste(
      `${title}2`,
      titles.map((text) => [`${text} (agreed)`]),
    );
    const status = await excel.pane.getByText(/rows · pulled/).innerText();
    const rows = Number(/(\d+) rows/.exec(status)?.[1]);
    const type = await excel.columnOf("Type");
    const parent = await excel.columnOf("Parent");
    const measure = await excel.columnOf("Measure");
    const next = rows + 2;
    await excel.type(`${type}${next}`, "Key result");
    await excel.type(`${title}${next}`, "=Shelves that are full at noon");
    await excel.type(`${parent}${next}`, `${titles[0] ?? ""} (agreed)`);
    await excel.paste(`${measure}${next}`, [["Increase", "%", "61", "75"]]);
    await excel.pane.getByRole("button", { name: "Check", exact: true }).click();
    await excel.pane.getByText("20 changed rows").waitFor({ timeout: 60_000 });
    await excel.pane.getByText("1 new row").waitFor();
  });

  it("pushes, and Teams shows it within seconds without reload", async () => {
    await excel.pane.getByRole("button", { name: /^Push \d/ }).click();
    await excel.pane.getByText("21 rows stored.").waitFor({ timeout: 60_000 });
    await tab
      .getByRole("heading", { name: /\(agreed\)$/ })
      .first()
      .waitFor({ timeout: 20_000 });
    expect((await titlesInTeams()).every((title) => title.endsWith("(agreed)"))).toBe(true);
    await tab.getByRole("heading", { name: "=Shelves that are full at noon" }).waitFor();
  });

  it("posts the status to a channel of one of the person's groups and finds the message there", async () => {
    await tab.getByRole("button", { name: "Share status" }).click();
    const dialog = tab.getByRole("dialog", { name: "Share status with a channel" });
    await dialog.getByRole("button", { name: "Allow posting as you" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    const channel = await dialog.getByRole("combobox", { name: "Channel" }).locator("option:checked").innerText();
    await dialog.getByRole("button", { name: "Post", exact: true }).click();
    await dialog.getByText(`Posted to ${channel}.`).waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.goto(`${drumbeat.origin}/teams?user=lead&view=teams`);
    await page
      .getByRole("treeitem", { name: channel })
      .or(page.getByRole("button", { name: channel }))
      .first()
      .click();
    await page
      .getByText(/^OKR status of/)
      .first()
      .waitFor();
  });
});
