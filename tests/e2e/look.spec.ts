/** Every screen of the tab for everybody: no axe violation and nothing cut off, in three themes and at three widths. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, Frame, FrameLocator, Page } from "playwright-core";
import { violationsIn } from "./support/axe.ts";
import { startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";

jest.setTimeout(300_000);

const WIDTHS = [1440, 768, 320] as const;
const TAB = 'iframe[src*="tab.html"]';

let drumbeat: Drumbeat;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  drumbeat = await startDrumbeat("look");
});
afterAll(() => drumbeat.close());
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await drumbeat.reset();
});

const open = async (query: string): Promise<Page> => {
  // Without motion, so that nothing is judged half faded in.
  const context = await drumbeat.newContext({ reducedMotion: "reduce", viewport: { width: WIDTHS[0], height: 900 } });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${drumbeat.origin}/teams?${query}`);
  return page;
};

const appIn = async (page: Page): Promise<Frame> => {
  const frame = await (await page.waitForSelector(TAB)).contentFrame();
  if (!frame) throw new Error("The tab has no frame");
  return frame;
};

/** How far the content of the app's frame sticks out sideways, in pixels. */
const sticksOut = async (page: Page): Promise<number> =>
  (await appIn(page)).evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

/**
 * What is wrong with the screen that is shown. Colours depend on the theme and nothing else does; the layout depends on the
 * width. So the first theme is looked at in every width, and the others for their colours.
 */
const faults = async (page: Page, screen: string, theme = "default"): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const width of theme === "default" ? WIDTHS : WIDTHS.slice(0, 1)) {
    await page.setViewportSize({ width, height: 900 });
    const wrong = [...(await violationsIn(await appIn(page), theme === "default" ? [] : ["color-contrast"]))];
    const out = await sticksOut(page);
    if (out > 0) wrong.push(`sticks out by ${out} px`);
    found.push(...wrong.map((fault) => `${screen} at ${width}: ${fault}`));
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  return found;
};

const board = (tab: FrameLocator): Promise<void> => tab.getByRole("article").first().waitFor();

/** Walks from the board to everything that can be opened from it. */
const walk = async (page: Page, theme: string): Promise<readonly string[]> => {
  const tab = tabIn(page);
  await board(tab);
  const found = [...(await faults(page, "board", theme))];
  await tab.getByRole("combobox", { name: "Find a unit or team" }).pressSequentially("e");
  await tab.getByRole("listbox").waitFor();
  found.push(...(await faults(page, "unit search", theme)));
  await page.keyboard.press("Escape");
  await tab
    .getByRole("button", { name: /^Check in:/ })
    .first()
    .click();
  await tab.getByRole("form").getByRole("button", { name: "Save" }).click();
  await tab.getByText("Enter a value, a confidence or a note.").waitFor();
  found.push(...(await faults(page, "check-in with a problem", theme)));
  await tab.getByRole("button", { name: "Cancel" }).click();
  await tab.getByRole("heading", { level: 2 }).first().getByRole("button").click();
  await tab.getByRole("button", { name: "Back" }).waitFor();
  found.push(...(await faults(page, "objective", theme)));
  await tab.getByRole("button", { name: "Share status" }).click();
  await tab.getByRole("button", { name: "Allow posting as you" }).waitFor();
  found.push(...(await faults(page, "share, asking for permission", theme)));
  await tab.getByRole("button", { name: "Allow posting as you" }).click();
  await page.getByRole("button", { name: "Accept" }).click();
  await tab.getByRole("combobox", { name: "Channel", disabled: false }).waitFor();
  await tab.getByRole("button", { name: "Post", disabled: false }).waitFor();
  found.push(...(await faults(page, "share, choosing", theme)));
  return found;
};

describe.each(["default", "dark", "contrast"])("in the %s theme", (theme) => {
  it("boards, forms and dialogues can be used by everybody", async () => {
    expect(await walk(await open(`user=lead&theme=${theme}`), theme)).toEqual([]);
  });

  it("what says that something is not possible can be read by everybody", async () => {
    const outside = await open(`user=outsider&theme=${theme}`);
    await tabIn(outside).getByRole("heading", { name: "You have no access to these OKRs" }).waitFor();
    expect(await faults(outside, "no access", theme)).toEqual([]);
    const leaving = await open(`user=lead&theme=${theme}`);
    const tab = tabIn(leaving);
    await board(tab);
    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByRole("menuitem", { name: "Sign out" }).click();
    await tab.getByRole("button", { name: "Sign in again" }).waitFor();
    expect(await faults(leaving, "signed out", theme)).toEqual([]);
  });
});

it("the configuration page of a channel's tab can be used by everybody", async () => {
  const page = await open("user=lead&view=channel");
  await page.getByRole("button", { name: "Add a tab" }).click();
  const settings = page.frameLocator('iframe[data-page="settings"]');
  await settings.getByRole("combobox", { name: "Whose OKRs" }).click();
  await settings.getByRole("listbox").waitFor();
  expect(await faults(page, "configuration")).toEqual([]);
});

it.each(["de-DE", "ar-SA"])("nothing is cut off in %s", async (locale) => {
  const page = await open(`user=lead&theme=default&locale=${locale}`);
  await board(tabIn(page));
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await sticksOut(page)).toBeLessThanOrEqual(0);
  }
});
