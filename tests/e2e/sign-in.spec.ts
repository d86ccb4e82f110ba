/** Every way in which signing in can go, through unmodified msal-browser against the simulated Entra. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, Page } from "playwright-core";
import { startDrumbeat, tabIn, type Drumbeat } from "./support/drumbeat.ts";
import { letTimePass, ownTime } from "./support/time.ts";

jest.setTimeout(300_000);

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  drumbeat = await startDrumbeat("sign-in");
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

const openTeams = async () => {
  await page.goto(`${drumbeat.origin}/teams?user=lead`);
  return tabIn(page);
};

const heading = (name: string) => tabIn(page).getByRole("heading", { level: 1, name });

/** What is kept of this person where the tab is: what was half typed, databases with rows, whether one of them holds the text. */
const leftOnDevice = async (): Promise<object> => {
  const frame = page.frames().find((one) => one.url().includes("tab.html"));
  if (!frame) throw new Error("There is no tab");
  return frame.evaluate(async () => {
    const whole = <T>(asked: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        asked.addEventListener("success", () => resolve(asked.result));
        asked.addEventListener("error", () => reject(new Error(asked.error?.message)));
      });
    const rows: unknown[][] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await whole(indexedDB.open(name));
      const stores = [...database.objectStoreNames];
      const read = await Promise.all(
        stores.map((store) => whole(database.transaction(store).objectStore(store).getAll())),
      );
      database.close();
      rows.push(read.flat());
    }
    const ours = Object.keys(localStorage).filter((key) => key.startsWith("drumbeat:"));
    return {
      drafts: ours.filter((key) => key.includes("check-in/")).length,
      databases: rows.filter((all) => all.length > 0).length,
      saysIt: JSON.stringify(rows).includes("Said before leaving"),
      tokens: JSON.stringify(Object.entries(localStorage)).includes("eyJ"),
    };
  });
};

describe("signing in inside Teams", () => {
  it("needs no click when the organisation has allowed the basics", async () => {
    const tab = await openTeams();
    await tab.getByRole("article").first().waitFor();
  });

  it("asks for consent in one click, keeps calm when it is declined, and goes on when it is given", async () => {
    await drumbeat.post("/sim/consents", { mode: "none" });
    const tab = await openTeams();
    const allow = tab.getByRole("button", { name: /Review and allow|Sign in/ });
    await allow.click();
    await page.getByRole("button", { name: "Cancel" }).click();
    await tab.getByRole("button", { name: /Review and allow|Sign in|Try again/ }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await tab.getByRole("article").first().waitFor();
  });

  it("says so when the account belongs to another organisation", async () => {
    await drumbeat.post("/sim/sign-in/faults", { fault: "wrongTenant" });
    await openTeams();
    await heading("This account belongs to another organisation").waitFor();
  });

  it("forgets the person on this device when asked, and says to whom the account belongs", async () => {
    const tab = await openTeams();
    await tab
      .getByRole("button", { name: /^Check in:/ })
      .first()
      .click();
    await tab.getByRole("textbox", { name: "Note" }).fill("Said before leaving");
    await drumbeat.setFaults([{ match: "POST /\\$batch", drop: "before" }]);
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.getByText("Waiting to be sent").waitFor();
    await tab
      .getByRole("button", { name: /^Check in:/ })
      .last()
      .click();
    await tab.getByRole("textbox", { name: "Note" }).fill("Half a thought");
    expect(await leftOnDevice()).toMatchObject({ drafts: 1, saysIt: true });

    await tab.getByRole("button", { name: "More" }).click();
    await tab.getByRole("menuitem", { name: "Sign out" }).click();
    await tab.getByRole("button", { name: "Sign out and lose them" }).click();
    await tab.getByRole("button", { name: "Sign in again" }).waitFor();
    expect(await leftOnDevice()).toEqual({ drafts: 0, databases: 0, saysIt: false, tokens: false });
  });
});

describe("sharing for the first time", () => {
  it("can be asked again after the permission was declined", async () => {
    const tab = await openTeams();
    await tab.getByRole("button", { name: "Share status" }).click();
    const dialog = tab.getByRole("dialog", { name: "Share status with a channel" });
    await dialog.getByRole("button", { name: "Allow posting as you" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
    await dialog.getByRole("button", { name: "Allow posting as you" }).click();
    await page.getByRole("button", { name: "Accept" }).click();
    await dialog.getByRole("combobox", { name: "Channel" }).waitFor();
  });
});

describe("losing the connection", () => {
  it("keeps what was loaded, says so, and catches up by itself", async () => {
    await ownTime(context);
    const tab = await openTeams();
    await tab.getByRole("article").first().waitFor();
    await context.setOffline(true);
    const trouble = tab.getByText(/No connection\. You see what was last loaded/);
    await letTimePass(context, 60, () => trouble.isVisible());
    await trouble.waitFor();
    expect(await tab.getByRole("article").count()).toBeGreaterThan(0);
    await context.setOffline(false);
    await letTimePass(context, 90, async () => !(await trouble.isVisible()));
    await trouble.waitFor({ state: "detached" });
  });
});

describe("signing in in a plain browser", () => {
  const openPlain = async (): Promise<void> => {
    await page.goto(`${drumbeat.origin}/entra/sim-login?user=lead&return=/web`);
  };

  it("finds the account that the browser is signed in with", async () => {
    await openPlain();
    await page.getByRole("article").first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/tab.html");
  });

  it("asks in a window when nobody is signed in", async () => {
    await page.goto(`${drumbeat.origin}/web`);
    const window = context.waitForEvent("page");
    await page.getByRole("button", { name: "Sign in" }).click();
    const signIn = await window;
    await signIn.getByText("Mariam", { exact: false }).first().click();
    await page.getByRole("article").first().waitFor();
  });

  it("says so when the browser blocks the window", async () => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.goto(`${drumbeat.origin}/web`);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: "The sign-in window was blocked" }).waitFor();
  });

  it("lets one begin again at once when the window was closed", async () => {
    await page.goto(`${drumbeat.origin}/web`);
    const signIn = page.getByRole("button", { name: "Sign in" });
    const first = context.waitForEvent("page");
    await signIn.click();
    await (await first).close();
    await page.getByText("Waiting for the sign-in window.").waitFor();
    const second = context.waitForEvent("page");
    await signIn.click();
    await (await second).getByText("Mariam", { exact: false }).first().click();
    await page.getByRole("article").first().waitFor();
  });

  it("goes back and forth by the buttons of the browser, and its address is a link", async () => {
    await openPlain();
    const below = page.getByRole("region", { name: /^Below/ });
    await below.getByRole("button").first().click();
    await page.getByRole("navigation", { name: "Where you are" }).waitFor();
    const address = page.url();
    await page.goBack();
    await page.getByRole("navigation", { name: "Where you are" }).waitFor({ state: "detached" });
    const other = await context.newPage();
    await other.goto(address);
    await other.getByRole("navigation", { name: "Where you are" }).waitFor();
  });

  it("stays signed out after signing out, until somebody chooses an account", async () => {
    await openPlain();
    await page.getByRole("button", { name: "More" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "You are signed out" }).and(page.locator(":focus")).waitFor();
    await page.reload();
    const signIn = page.getByRole("button", { name: "Sign in" });
    const window = context.waitForEvent("page");
    await signIn.click();
    await (await window).getByText("Rohan", { exact: false }).first().click();
    await page.getByRole("article").first().waitFor();
    await page.getByRole("button", { name: "More" }).click();
    await page.getByText("Signed in as Rohan Kulkarni").waitFor();
  });

  it("lets somebody without access take another account", async () => {
    await page.goto(`${drumbeat.origin}/entra/sim-login?user=outsider&return=/web`);
    await page.getByRole("button", { name: "Use another account" }).click();
    await page.getByRole("button", { name: "Sign in again" }).click();
    const window = context.waitForEvent("page");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await (await window).getByText("Mariam", { exact: false }).first().click();
    await page.getByRole("article").first().waitFor();
  });
});
