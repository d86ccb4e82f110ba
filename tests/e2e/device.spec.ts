/** What stays on a device: enough to look and to type without a network, once for all windows, and nothing after somebody left. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, Frame, FrameLocator, Locator, Page } from "playwright-core";
import { startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";
import { lookAtUnit, somebody } from "./support/people.ts";

jest.setTimeout(180_000);

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  drumbeat = await startDrumbeat("device");
});
afterAll(() => drumbeat.close());
beforeEach(async () => {
  context = await drumbeat.newContext();
  page = await context.newPage();
});
afterEach(() => context.close());

const open = async (at: Page, user = "lead"): Promise<FrameLocator> => {
  await at.goto(`${drumbeat.origin}/teams?user=${user}`);
  const tab = tabIn(at);
  await tab.getByRole("article").first().waitFor();
  return tab;
};

const frameOf = (at: Page): Frame => {
  const frame = at.frames().find((one) => one.url().includes("tab.html"));
  if (!frame) throw new Error("There is no tab");
  return frame;
};

/** Everything of ours on this device, by name. */
const kept = (at: Page): Promise<readonly string[]> =>
  frameOf(at).evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name ?? "").filter((name) => name.startsWith("drumbeat-")),
    ...Object.keys(localStorage).filter((key) => key.startsWith("drumbeat:")),
  ]);

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await page.waitForTimeout(200);
};

const startsWith = (names: readonly string[], start: string): readonly string[] =>
  names.filter((name) => name.startsWith(start));

/** Opens the form of the first key result, so that its code is there. */
const openForm = async (tab: FrameLocator): Promise<Locator> => {
  await tab
    .getByRole("button", { name: /^Check in:/ })
    .first()
    .click();
  const form = tab.getByRole("form", { name: /^Check in:/ });
  await form.getByRole("textbox", { name: "Note" }).waitFor();
  return form;
};

const fill = async (form: Locator, note: string): Promise<void> => {
  await form.getByRole("radio", { name: "7", exact: true }).check({ force: true });
  await form.getByRole("textbox", { name: "Note" }).fill(note);
  await form.getByRole("button", { name: "Save" }).click();
};

/** How many check-ins of the unit say this, where all are kept. */
const stored = async (tab: FrameLocator, note: string): Promise<number> => {
  const unit = await tab.getByRole("heading", { level: 1 }).innerText();
  const config = await fetch(new URL("config.json", frameOf(page).url()));
  const { homeSite } = (await config.json()) as { readonly homeSite: string };
  const { set } = await lookAtUnit(await somebody(drumbeat, "facilitator", homeSite), unit);
  return set.checkIns.filter((checkIn) => checkIn.note === note).length;
};

describe("without a network", () => {
  it("[LV5][OB2] says so, keeps a check-in that is typed then, and sends it once when it is back, with two windows open", async () => {
    const tab = await open(page);
    const second = await context.newPage();
    const other = await open(second);
    const form = await openForm(tab);
    await context.setOffline(true);
    for (const window of [tab, other])
      await window.getByText(/^No connection\. You see what was last loaded/).waitFor();
    await fill(form, "Typed on the train");
    await tab.getByText("1 check-in waits on this device", { exact: false }).waitFor({ timeout: 60_000 });
    expect(await tab.getByRole("article").count()).toBeGreaterThan(0);
    await context.setOffline(false);
    for (const window of [tab, other]) {
      await window.getByText(/^No connection\./).waitFor({ state: "detached", timeout: 60_000 });
    }
    await tab
      .getByText("1 check-in waits on this device", { exact: false })
      .waitFor({ state: "detached", timeout: 60_000 });
    await until(async () => (await stored(tab, "Typed on the train")) > 0);
    await second.reload();
    await tabIn(second).getByRole("article").first().waitFor();
    expect(await stored(tab, "Typed on the train")).toBe(1);
  });

  it("[OB2][LV1] sends on another day what was typed before the window was closed, and shows the board from the copy meanwhile", async () => {
    const tab = await open(page);
    await until(async () => startsWith(await kept(page), "drumbeat-copy:").length > 0);
    const form = await openForm(tab);
    await drumbeat.setFaults([{ match: "POST /\\$batch", drop: "before" }]);
    await fill(form, "Typed before the lid was closed");
    await tab.getByText("1 check-in waits on this device", { exact: false }).waitFor({ timeout: 60_000 });
    await page.close();
    page = await context.newPage();
    const again = await open(page);
    await again.getByText("1 check-in waits on this device", { exact: false }).waitFor({ timeout: 60_000 });
    await drumbeat.setFaults([]);
    await again
      .getByText("1 check-in waits on this device", { exact: false })
      .waitFor({ state: "detached", timeout: 60_000 });
    await until(async () => (await stored(again, "Typed before the lid was closed")) > 0);
    expect(await stored(again, "Typed before the lid was closed")).toBe(1);
  });
});
