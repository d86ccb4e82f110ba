/** The pane in the simulated Excel for everybody: themes, widths, languages, keyboard, announcements and the ribbon. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { violationsIn } from "./support/axe.ts";
import { startDrumbeat, type Drumbeat } from "./support/drumbeat.ts";
import { excelDesk, type ExcelDesk } from "./support/excel.ts";

jest.setTimeout(300_000);

const PANE = 'iframe[src*="taskpane.html"]';
const VIEWPORT = { width: 1300, height: 900 };
const WIDTHS = [320, 400] as const;

let drumbeat: Drumbeat;
let page: Page;
let excel: ExcelDesk;
let workbook = 0;

beforeAll(async () => {
  drumbeat = await startDrumbeat("pane");
});
afterAll(() => drumbeat.close());
afterEach(async () => {
  await page.context().close();
});

const open = async (
  query: string,
  options: BrowserContextOptions = {},
  prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> => {
  // Without motion, so that nothing is judged half faded in.
  const context = await drumbeat.newContext({
    viewport: VIEWPORT,
    permissions: ["clipboard-read", "clipboard-write"],
    reducedMotion: "reduce",
    ...options,
  });
  await prepare(context);
  page = await context.newPage();
  // office.js asks once whether this page may act as Office over http.
  page.on("dialog", (dialog) => void dialog.accept());
  workbook += 1;
  await page.goto(`${drumbeat.origin}/excel?workbook=Pane${workbook}&${query}`);
  excel = excelDesk(page);
};

const button = (name: string): Locator => excel.pane.getByRole("button", { name, exact: true });
const ribbon = (name: string): Promise<void> => page.getByRole("button", { name, exact: true }).first().click();

/** Makes the pane as wide as that, as a person does: by its edge. */
const widen = async (width: number): Promise<void> => {
  const edge = page.getByRole("separator", { name: "Width of the pane" });
  await edge.hover();
  await page.mouse.down();
  await page.mouse.move(VIEWPORT.width - width, 400);
  await page.mouse.up();
  expect(await edge.getAttribute("aria-valuenow")).toBe(`${width}`);
};

/** What is wrong with the screen that is shown, at both widths. In the dark theme only the colours differ, at every width alike. */
const faults = async (screen: string, scheme: "light" | "dark" = "light"): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const width of scheme === "light" ? WIDTHS : WIDTHS.slice(0, 1)) {
    await widen(width);
    const frame = await (await page.waitForSelector(PANE)).contentFrame();
    if (!frame) throw new Error("The pane has no frame");
    const out = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    const wrong = [
      ...(await violationsIn(frame, scheme === "light" ? [] : ["color-contrast"])),
      ...(out > 0 ? [`sticks out by ${out} px`] : []),
    ];
    found.push(...wrong.map((fault) => `${screen} at ${width}: ${fault}`));
  }
  return found;
};

/** Problems, a change, a check-in and a new row, in two directions of writing. */
const spoil = async (): Promise<void> => {
  await excel.type("B2", `فتح متجر جديد in Riyadh ${"long ".repeat(20)}`);
  await excel.type("D3", "Nobody Atall");
  await excel.type("A115", "Objective");
  await excel.type("B115", "A new objective");
};

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  it("every state can be used by everybody", async () => {
    await open(`user=lead&theme=${colorScheme}`, { colorScheme });
    await button("Pull").waitFor({ timeout: 60_000 });
    const found = [...(await faults("first open", colorScheme))];
    await excel.pane.getByRole("combobox", { name: "Whose OKRs" }).click();
    await excel.pane.getByRole("listbox").waitFor();
    found.push(...(await faults("unit search", colorScheme)));
    await button("Pull").waitFor();
    await excel.pull();
    found.push(...(await faults("pulled", colorScheme)));
    await spoil();
    await button("Check").click();
    await excel.pane.getByRole("heading", { name: "To correct first" }).waitFor({ timeout: 60_000 });
    found.push(...(await faults("preview", colorScheme)));
    expect(found).toEqual([]);
  });
});

it.each(["de-DE", "ar-SA"])("nothing is cut off in %s", async (locale) => {
  await open(`user=lead&locale=${locale}`);
  await excel.pane.getByRole("combobox").first().waitFor({ timeout: 60_000 });
  expect(await faults(locale)).toEqual([]);
});

it("says who has no access, and what to do", async () => {
  await open("user=outsider");
  await excel.pane.getByRole("heading", { name: "You have no access to these OKRs" }).waitFor({ timeout: 60_000 });
  expect(await faults("no access")).toEqual([]);
});

it("says so when a part of it cannot be fetched", async () => {
  await open("user=lead", {}, (context) => context.route(/\/\d+\.[\da-f]{8}\.js$/u, (route) => route.abort()));
  await excel.pane.getByRole("heading", { name: "No connection" }).waitFor({ timeout: 60_000 });
  await page.context().unrouteAll();
  await button("Try again").click();
  await button("Pull").waitFor({ timeout: 60_000 });
});

describe("the keyboard", () => {
  const focused = (): Promise<string> =>
    excel.pane.locator(":focus").evaluate((element) => {
      const label =
        element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? element.labels?.[0] : undefined;
      return label?.textContent ?? element.getAttribute("aria-label") ?? element.textContent ?? "";
    });

  it("reaches everything, and Esc closes a list without leaving the pane", async () => {
    await open("user=lead");
    const scope = excel.pane.getByRole("combobox", { name: "Whose OKRs" });
    await scope.click({ timeout: 60_000 });
    await page.keyboard.type("germ");
    await excel.pane.getByRole("option", { name: "Germany" }).waitFor();
    await page.keyboard.press("Escape");
    await excel.pane.getByRole("listbox").waitFor({ state: "detached" });
    expect(await scope.evaluate((element) => element === document.activeElement && document.hasFocus())).toBe(true);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("germany");
    await page.keyboard.press("Enter");
    expect(await scope.inputValue()).toBe("Germany");
    const reached: string[] = [];
    while (reached.at(-1) !== "Pull" && reached.length < 8) {
      await page.keyboard.press("Tab");
      reached.push(await focused());
    }
    expect(reached).toEqual(expect.arrayContaining(["Include everything below", "Cycle", "Pull"]));
    await page.keyboard.press("Enter");
    await excel.pane.getByRole("heading", { name: "Germany" }).waitFor({ timeout: 60_000 });
    await button("Pull something else").press("Enter");
    expect(await scope.evaluate((element) => element === document.activeElement)).toBe(true);
    await button("Cancel").press("Enter");
    await button("Check").waitFor();
  });

  it("leads to a tool, uses it, and comes back", async () => {
    await open("user=lead");
    const places = excel.pane.getByRole("navigation", { name: "Go to" }).getByRole("button");
    await places.focus({ timeout: 60_000 });
    await page.keyboard.press("Enter");
    await excel.pane.getByRole("menuitemradio", { name: /^OKR sheet/u }).waitFor();
    await page.keyboard.press("ArrowDown");
    while (!(await focused()).startsWith("Summary")) await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await button("Make the summary").press("Enter");
    await page.getByRole("button", { name: "OKR summary", exact: true, pressed: true }).waitFor({ timeout: 60_000 });
    await excel.pane.getByText(/^The summary is on its sheet/u).waitFor();
    await page.getByRole("button", { name: "OKR data", exact: true }).waitFor();
    await page.reload();
    await button("Make the summary").waitFor({ timeout: 60_000 });
    await places.press("Enter");
    await excel.pane.getByRole("menuitemradio", { name: /^OKR sheet/u }).click();
    await button("Pull").waitFor();
  });
});

describe("the ribbon", () => {
  it("says what comes first while there is no table", async () => {
    await open("user=lead");
    await button("Pull").waitFor({ timeout: 60_000 });
    for (const name of ["Check", "Push", "Pull"]) {
      await ribbon(name);
      await excel.pane.getByRole("status").getByText("This workbook holds no OKRs yet.").waitFor();
    }
    await excel.pull();
    await excel.pane.getByText("This workbook holds no OKRs yet.").waitFor({ state: "detached" });
  });

  it("checks, pushes only after showing, and pulls without losing what was typed", async () => {
    await open("user=lead");
    await button("Pull").waitFor({ timeout: 60_000 });
    await excel.pull();
    const news = excel.pane.getByRole("status");
    await excel.type("B2", "Changed from the ribbon's test");
    await ribbon("Check");
    await news.getByText("1 changed row").waitFor({ timeout: 60_000 });
    await excel.type("B3", "And a second");
    await ribbon("Push");
    await news.getByText("2 changed rows").waitFor({ timeout: 60_000 });
    await button("Push 2 rows").waitFor();
    await ribbon("Pull");
    await button("Push 2 rows").waitFor({ timeout: 60_000 });
    expect(await excel.shown("B2")).toBe("Changed from the ribbon's test");
    await button("Push 2 rows").click();
    await news.getByText("2 rows stored.").waitFor({ timeout: 60_000 });
  });
});
