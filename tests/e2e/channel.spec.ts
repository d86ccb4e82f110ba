/** A channel gets a tab that shows its team's OKRs, through Teams' own dialogue and the app's configuration page. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, FrameLocator, Page } from "playwright-core";
import { startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";

jest.setTimeout(300_000);

let drumbeat: Drumbeat;
const contexts: BrowserContext[] = [];
let page: Page;

beforeAll(async () => {
  drumbeat = await startDrumbeat("channel");
});
afterAll(() => drumbeat.close());

beforeEach(async () => {
  page = await openPage("lead");
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await drumbeat.reset();
});

const openPage = async (user: string, query = ""): Promise<Page> => {
  const context = await drumbeat.newContext();
  contexts.push(context);
  const opened = await context.newPage();
  await opened.goto(`${drumbeat.origin}/teams?user=${user}&view=channel${query}`);
  await opened.getByRole("tab", { name: "Posts" }).waitFor();
  return opened;
};

const settingsIn = (host: Page): FrameLocator => host.frameLocator('iframe[data-page="settings"]');

const save = async (host: Page): Promise<void> =>
  host.locator('button:not([aria-disabled="true"])', { hasText: "Save" }).click();

/** Types a part of a unit's name and takes the first that is found; answers its name. */
const choose = async (settings: FrameLocator, typed: string): Promise<string> => {
  const scope = settings.getByRole("combobox", { name: "Whose OKRs" });
  await scope.fill("");
  await scope.pressSequentially(typed);
  const found = settings.getByRole("listbox").getByRole("option").first();
  const name = await found.innerText();
  await found.click();
  return name;
};

/** Pins the first unit found by `typed` to the channel that is open. */
const pin = async (host: Page, typed: string): Promise<string> => {
  await host.getByRole("button", { name: "Add a tab" }).click();
  const name = await choose(settingsIn(host), typed);
  await save(host);
  await host.getByRole("tab", { name: `OKRs · ${name}`, selected: true }).waitFor();
  return name;
};

describe("the tab of a channel", () => {
  it("offers the unit of the channel's own team, and shows what was chosen to other members too", async () => {
    await page.getByRole("treeitem", { name: "United Arab Emirates" }).waitFor();
    await page.getByRole("button", { name: "Add a tab" }).click();
    const settings = settingsIn(page);
    expect(await settings.getByRole("combobox", { name: "Whose OKRs" }).inputValue()).toBe("Norvane Retail Services");
    const name = await choose(settings, "emirates");
    await settings.getByRole("combobox", { name: "Cycle" }).selectOption({ index: 1 });
    const cycle = await settings.getByRole("combobox", { name: "Cycle" }).locator("option:checked").innerText();
    await save(page);
    await page.getByRole("tab", { name: `OKRs · ${name}`, selected: true }).waitFor();
    await tabIn(page).getByRole("heading", { level: 1, name, exact: true }).waitFor();

    const where = new URL(page.url()).searchParams.get("channel") ?? "";
    const other = await openPage("facilitator", `&channel=${encodeURIComponent(where)}`);
    await other.getByRole("tab", { name: `OKRs · ${name}` }).click();
    const seen = tabIn(other);
    await seen.getByRole("heading", { level: 1, name, exact: true }).waitFor();
    const shown = seen.getByRole("combobox", { name: "Cycle" }).locator("option:checked");
    expect(await shown.innerText()).toBe(cycle);
  });

  it("can be pointed at another unit later", async () => {
    const before = await pin(page, "emirates");
    await page.getByRole("button", { name: `Options of OKRs · ${before}` }).click();
    await page.getByRole("menuitem", { name: "Settings" }).click();
    const settings = settingsIn(page);
    expect(await settings.getByRole("combobox", { name: "Whose OKRs" }).inputValue()).toBe(before);
    const after = await choose(settings, "norvane");
    expect(after).not.toBe(before);
    await save(page);
    await tabIn(page).getByRole("heading", { level: 1, name: after, exact: true }).waitFor();
  });

  it("opens in the pinned unit each time, wherever somebody went from there", async () => {
    const name = await pin(page, "emirates");
    const tab = tabIn(page);
    await tab.getByRole("heading", { level: 1, name, exact: true }).waitFor();
    await tab.getByRole("navigation", { name: "Where you are" }).getByRole("button").first().click();
    await tab.getByRole("heading", { level: 1, name: "Norvane Retail Services" }).waitFor();
    await page.reload();
    await tabIn(page).getByRole("heading", { level: 1, name, exact: true }).waitFor();
  });

  it("opens where a copied link points", async () => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto(`${drumbeat.origin}/teams?user=lead`);
    const tab = tabIn(page);
    const objective = tab.getByRole("article").first().getByRole("heading", { level: 2 });
    const title = await objective.innerText();
    await objective.getByRole("button").click();
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByRole("menuitem", { name: "Copy link" }).click();
    await tab.getByRole("menuitem", { name: "Link copied" }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const reader = await openPage("facilitator");
    await reader.goto(`${drumbeat.origin}/teams?user=facilitator&link=${encodeURIComponent(link)}`);
    await tabIn(reader).getByRole("article", { name: title }).getByText("Owner:").waitFor();
  });

  it("follows the theme and the language of Teams", async () => {
    await page.goto(`${drumbeat.origin}/teams?user=lead&locale=de-DE`);
    const tab = tabIn(page);
    const share = tab.getByRole("button", { name: "Status teilen" });
    await share.waitFor();
    const before = await share.evaluate((element) => getComputedStyle(element).color);
    await page.getByRole("button", { name: "Einstellungen und mehr" }).click();
    await page.getByRole("menuitemradio", { name: "Dunkel" }).click();
    const after = await share.evaluate(
      (element, old) =>
        new Promise<string>((resolve) => {
          const look = (): void => {
            const { color } = getComputedStyle(element);
            if (color === old) requestAnimationFrame(look);
            else resolve(color);
          };
          look();
        }),
      before,
    );
    expect(after).not.toBe(before);
  });
});
