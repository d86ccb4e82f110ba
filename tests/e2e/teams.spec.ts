/** What people do in the Teams tab, through the unmodified teams-js, msal-browser and graph client. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, Page } from "playwright-core";
import { letTimePass, ownTime } from "./support/time.ts";
import { CHECK_IN_TAKEN, startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";

jest.setTimeout(300_000);

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  drumbeat = await startDrumbeat("teams");
});
afterAll(() => drumbeat.close());

beforeEach(async () => {
  context = await drumbeat.newContext();
  page = await context.newPage();
});
afterEach(async () => {
  await context.close();
  await drumbeat.reset();
});

const openTeams = async (user: string, query = ""): Promise<ReturnType<typeof tabIn>> => {
  await page.goto(`${drumbeat.origin}/teams?user=${user}${query}`);
  const tab = tabIn(page);
  await tab.getByRole("heading", { level: 1 }).waitFor();
  return tab;
};

/** The first unit below the company. */
const openFirstBelow = async (tab: ReturnType<typeof tabIn>): Promise<string> => {
  const below = tab.getByRole("region", { name: /^Below/ }).getByRole("button");
  const name = await below.first().innerText();
  await below.first().click();
  await tab.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  return name;
};

describe("the Teams tab", () => {
  it("shows the company's objectives and leads down to countries and teams and back", async () => {
    const tab = await openTeams("lead");
    await tab.getByRole("article").first().waitFor();
    const company = await tab.getByRole("heading", { level: 1 }).innerText();
    await openFirstBelow(tab);
    await tab.getByRole("navigation", { name: "Where you are" }).getByRole("button", { name: company }).click();
    await tab.getByRole("heading", { level: 1, name: company, exact: true }).waitFor();
    await tab.getByRole("article").first().waitFor();
  });

  it("opens an objective with its key results, owner, forecast and history", async () => {
    const tab = await openTeams("lead");
    const title = await tab.getByRole("heading", { level: 2 }).first().innerText();
    await tab.getByRole("button", { name: title, exact: true }).click();
    const objective = tab.getByRole("article", { name: title });
    await objective.getByText("Owner:").first().waitFor();
    await objective.getByRole("listitem").first().waitFor();
    await tab.getByRole("button", { name: "Back" }).click();
    await tab.getByRole("region", { name: /^Below/ }).waitFor();
  });

  it("records a check-in that another person sees without reload", async () => {
    const tab = await openTeams("lead");
    const watcher = await drumbeat.newContext();
    await ownTime(watcher);
    const watching = await watcher.newPage();
    await watching.goto(`${drumbeat.origin}/teams?user=member`);
    const seen = tabIn(watching);
    await seen.getByRole("article").first().waitFor();

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
    else await form.getByRole("textbox", { name: /value|Percent/ }).fill("33");
    await form.getByRole("radio", { name: "4" }).check({ force: true });
    await form.getByRole("textbox", { name: "Note" }).fill("Two clients moved to the new layout.");
    await form.getByRole("button", { name: "Save" }).click();
    await tab.getByText(CHECK_IN_TAKEN).filter({ hasText: title }).first().waitFor();

    const row = seen.getByRole("listitem").filter({ has: watching.getByRole("heading", { name: title, exact: true }) });
    const news = row.getByText("Confidence 4 of 10");
    await letTimePass(watcher, 16, () => news.isVisible());
    await news.waitFor();
    await watcher.close();
  });

  it("keeps a half-written check-in when the tab is closed, and when it cannot be sent", async () => {
    let tab = await openTeams("lead");
    await tab
      .getByRole("button", { name: /^Check in:/ })
      .first()
      .click();
    await tab.getByRole("textbox", { name: "Note" }).fill("Half a thought");
    await page.reload();
    tab = tabIn(page);
    await tab
      .getByRole("button", { name: /^Check in:/ })
      .first()
      .click();
    const note = tab.getByRole("textbox", { name: "Note" });
    expect(await note.inputValue()).toBe("Half a thought");

    await drumbeat.setFaults([{ match: "POST .*/items$", status: 403, share: 1 }]);
    await tab.getByRole("button", { name: "Save" }).click();
    const refused = tab.getByRole("alert").filter({ hasText: "kept on this device" });
    // Where the answer takes more than a moment, the form is closed by then, and the refusal leads back into it.
    const back = tab.getByRole("button", { name: "Go on with it" });
    await refused.or(back).first().waitFor();
    if (await back.isVisible()) await back.click();
    await note.waitFor();
    expect(await note.inputValue()).toBe("Half a thought");

    // Now surely: nobody waits for an answer longer than two seconds.
    await drumbeat.post("/sim/settings", { latencyMs: 3_000 });
    await tab.getByRole("button", { name: "Save" }).click();
    await back.click();
    await note.waitFor();
    expect(await note.inputValue()).toBe("Half a thought");
  });

  it("says what is wrong with a value in the person's own words and keeps it", async () => {
    const tab = await openTeams("lead");
    const titles = tab.getByRole("button", { name: /^Check in:/ });
    await titles.last().click();
    const form = tab.getByRole("form", { name: /^Check in:/ });
    await form.getByRole("button", { name: "Save" }).click();
    await form.getByText("Enter a value, a confidence or a note.").waitFor();
  });

  it("shares the status as a card that is found in the channel", async () => {
    const tab = await openTeams("lead");
    await tab.getByRole("article").first().waitFor();
    const company = await tab.getByRole("heading", { level: 1 }).innerText();
    await tab.getByRole("button", { name: "Share status" }).click();
    const dialog = tab.getByRole("dialog", { name: "Share status with a channel" });
    await dialog.getByRole("button", { name: "Allow posting as you" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    const team = await dialog.getByRole("combobox", { name: "Team" }).locator("option:checked").innerText();
    const channel = await dialog.getByRole("combobox", { name: "Channel" }).locator("option:checked").innerText();
    await dialog.getByRole("button", { name: "Post", exact: true }).click();
    await dialog.getByText(`Posted to ${channel}.`).waitFor();
    await dialog.getByRole("button", { name: "Close" }).click();
    // Whoever uses the keyboard goes on where they were.
    await tab.getByRole("button", { name: "Share status" }).and(tab.locator(":focus")).waitFor();

    await page.getByRole("button", { name: "Teams", exact: true }).click();
    await page.getByText(team, { exact: true }).first().waitFor();
    await page
      .getByRole("treeitem", { name: channel })
      .or(page.getByRole("button", { name: channel }))
      .first()
      .click();
    await page.getByText(`OKR status of ${company}`, { exact: false }).first().waitFor();
    await page
      .getByRole("link", { name: "Open in Drumbeat" })
      .or(page.getByRole("button", { name: "Open in Drumbeat" }))
      .first()
      .click();
    await tabIn(page).getByRole("heading", { level: 1, name: company, exact: true }).waitFor();
  });

  it("tells an outsider that they have no access, with a way to try again", async () => {
    const tab = await openTeams("outsider");
    await tab.getByRole("heading", { level: 1, name: "You have no access to these OKRs", exact: true }).waitFor();
    await tab.getByRole("button", { name: "Try again" }).waitFor();
  });

  it("shows why nothing can be loaded, and everything once the service answers again", async () => {
    await drumbeat.setFaults([{ match: "GET .*", status: 503, share: 1 }]);
    const tab = await openTeams("lead");
    await tab.getByRole("heading", { level: 1, name: /busy|unexpected/i }).waitFor();
    await drumbeat.setFaults([]);
    await tab.getByRole("button", { name: "Try again" }).click();
    await tab.getByRole("article").first().waitFor();
  });
});
