/** What can go wrong between a grid and a store, in the unmodified office.js inside the simulated Excel. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { BrowserContext, Page } from "playwright-core";
import { startDrumbeat, type Drumbeat } from "./support/drumbeat.ts";
import { excelDesk, type ExcelDesk } from "./support/excel.ts";

jest.setTimeout(240_000);

let drumbeat: Drumbeat;
let context: BrowserContext;
let page: Page;
let excel: ExcelDesk;
let workbook = 0;

beforeAll(async () => {
  drumbeat = await startDrumbeat("excel");
});
afterAll(() => drumbeat.close());

const openWorkbook = async (name: string): Promise<void> => {
  await page.goto(`${drumbeat.origin}/excel?user=lead&workbook=${name}`);
  excel = excelDesk(page);
  await excel.pane.getByRole("heading", { level: 1, name: "Drumbeat" }).waitFor({ timeout: 60_000 });
};

beforeEach(async () => {
  context = await drumbeat.newContext({
    viewport: { width: 1500, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  workbook += 1;
  await openWorkbook(`Book${workbook}`);
});
afterEach(async () => {
  await context.close();
  await drumbeat.reset();
});

const check = () => excel.pane.getByRole("button", { name: "Check", exact: true }).click();
const push = () => excel.pane.getByRole("button", { name: /^Push \d/ }).click();

/** The row after the last one of the table. */
const nextRow = async (): Promise<number> => {
  const status = await excel.pane.getByText(/rows · pulled/).innerText();
  return Number(/(\d+) rows/.exec(status)?.[1]) + 2;
};

/** Titles of all stored rows of a kind, in the lists of whatever cycle, read past the product. */
const storedTitles = async (kind: "Objectives" | "Key Results"): Promise<readonly string[]> => {
  const health = (await (await fetch(`${drumbeat.origin}/sim/health`)).json()) as { readonly homeSite: string };
  const { token } = (await (await fetch(`${drumbeat.origin}/sim/token?user=admin`)).json()) as {
    readonly token: string;
  };
  const headers = { authorization: `Bearer ${token}` };
  const site = `${drumbeat.origin}/graph/v1.0/sites/${health.homeSite}`;
  const lists = (await (await fetch(`${site}:/lists?$select=id,displayName`, { headers })).json()) as {
    readonly value: readonly { readonly id: string; readonly displayName: string }[];
  };
  const titles: string[] = [];
  for (const { id } of lists.value.filter(({ displayName }) => displayName.endsWith(` ${kind}`))) {
    const items = (await (
      await fetch(`${site}:/lists/${id}/items?$expand=fields($select=Title)&$top=5000`, { headers })
    ).json()) as { readonly value: readonly { readonly fields: { readonly Title?: string } }[] };
    titles.push(...items.value.map(({ fields }) => fields.Title ?? ""));
  }
  return titles;
};

describe("bad input in the grid", () => {
  it("is named at its cell in the person's terms, while all valid rows go through", async () => {
    await excel.pull();
    const [title, owner, current, target, start] = [
      await excel.columnOf("Title"),
      await excel.columnOf("Owner"),
      await excel.columnOf("Current"),
      await excel.columnOf("Target"),
      await excel.columnOf("Start"),
    ];
    await excel.paste(`${title}2`, [["x".repeat(300)], ["مرحبا 🎯 =SUM(A1)"]]);
    await excel.type(`${owner}4`, "Nobody Atall");
    await excel.type(`${current}5`, "soon");
    const measured = await rowWith(start, target);
    await excel.type(`${target}${measured}`, await excel.shown(`${start}${measured}`));
    await check();
    const pane = excel.pane;
    await pane.getByText("The title has 300 characters; 255 can be stored.").waitFor({ timeout: 60_000 });
    await pane.getByText(/called “Nobody Atall”/).waitFor();
    await pane.getByText("The target equals the start, so nothing would move.").waitFor();
    await push();
    await pane.getByText(/1 row stored/).waitFor({ timeout: 60_000 });
    expect(await storedTitles("Key Results")).toContain("مرحبا 🎯 =SUM(A1)");
    // What was refused is still there to be corrected.
    expect(await excel.shown(`${owner}4`)).toBe("Nobody Atall");
  });

  /** A row that has both a start and a target. */
  const rowWith = async (start: string, target: string): Promise<number> => {
    for (let row = 6; row < 40; row += 1) {
      if ((await excel.shown(`${start}${row}`)) !== "" && (await excel.shown(`${target}${row}`)) !== "") return row;
    }
    throw new Error("No row has a start and a target");
  };

  it("reads decimal commas and per cent, and takes a copied row for a new one", async () => {
    await excel.pull();
    const title = await excel.columnOf("Title");
    const type = await excel.columnOf("Type");
    const row = await firstKeyResult(type);
    const text = await excel.shown(`${title}${row}`);
    const next = await nextRow();
    await excel.goTo(`A${row}:V${row}`);
    await page.keyboard.press("Control+c");
    await excel.goTo(`A${next}`);
    await page.keyboard.press("Control+v");
    await excel.type(`${title}${next}`, "Copied and changed");
    await check();
    await excel.pane.getByText("1 new row").waitFor({ timeout: 60_000 });
    await push();
    await excel.pane.getByText(/row(s)? stored/).waitFor({ timeout: 60_000 });
    const stored = await storedTitles("Key Results");
    expect(stored.filter((one) => one === text)).toHaveLength(1);
    expect(stored.filter((one) => one === "Copied and changed")).toHaveLength(1);
  });

  const firstKeyResult = async (type: string): Promise<number> => {
    for (let row = 2; row < 20; row += 1) if ((await excel.shown(`${type}${row}`)) === "Key result") return row;
    throw new Error("There is no key result");
  };
});

describe("a sheet that moves on after the check", () => {
  it("is told apart from late events, and nothing unseen is sent", async () => {
    await excel.pull();
    const [type, title] = [await excel.columnOf("Type"), await excel.columnOf("Title")];
    const next = await nextRow();
    await excel.paste(`${type}${next}`, [
      ["Objective", "Open on Sundays", await excel.shown(`${await excel.columnOf("Team")}2`)],
    ]);
    await check();
    await excel.pane.getByText("1 new row").waitFor({ timeout: 60_000 });
    await excel.goTo(`${title}2`);
    expect(await excel.pane.getByText("The sheet was edited since this check.").count()).toBe(0);
    await excel.type(`${title}2`, "Typed after the check");
    await excel.pane.getByText("The sheet was edited since this check.").waitFor();
    await push();
    await excel.pane.getByText("Nothing was sent; look at what a push would do now.").waitFor({ timeout: 60_000 });
    expect(await storedTitles("Objectives")).not.toContain("Open on Sundays");
    // A new row that is held back stays held back until it is wanted.
    await excel.pane.getByRole("checkbox", { name: "Push “Open on Sundays”" }).uncheck({ force: true });
    await push();
    await excel.pane.getByText("1 row stored.").waitFor({ timeout: 60_000 });
    const stored = await storedTitles("Objectives");
    expect(stored).toContain("Typed after the check");
    expect(stored).not.toContain("Open on Sundays");
  });
});

describe("two people at the same rows", () => {
  it("merges what only one changed and lets the person choose where both did", async () => {
    await excel.pull();
    const title = await excel.columnOf("Title");
    const other = await drumbeat.newContext({
      viewport: { width: 1500, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const theirs = await other.newPage();
    theirs.on("dialog", (dialog) => void dialog.accept());
    await theirs.goto(`${drumbeat.origin}/excel?user=facilitator&workbook=Theirs`);
    const their = excelDesk(theirs);
    await their.pane.getByRole("heading", { level: 1, name: "Drumbeat" }).waitFor({ timeout: 60_000 });
    await their.pull();
    await their.type(`${title}2`, "What they wrote");
    await their.pane.getByRole("button", { name: "Check", exact: true }).click();
    await their.pane.getByText("1 changed row").waitFor({ timeout: 60_000 });
    await their.pane.getByRole("button", { name: /^Push \d/ }).click();
    await their.pane.getByText("1 row stored.").waitFor({ timeout: 60_000 });
    await other.close();

    await excel.type(`${title}2`, "What I wrote");
    await check();
    await excel.pane.getByText("1 changed row").waitFor({ timeout: 60_000 });
    await push();
    await excel.pane
      .getByRole("region", { name: /^Somebody else changed the same fields/ })
      .waitFor({ timeout: 60_000 });
    await excel.pane.getByText("What they wrote").first().waitFor();
    await excel.pane.getByRole("radio", { name: /Yours/ }).check({ force: true });
    await excel.pane.getByRole("button", { name: "Store this choice" }).click();
    await excel.pane.getByText(/1 row stored/).waitFor({ timeout: 60_000 });
    expect(await storedTitles("Objectives")).toContain("What I wrote");
  });
});

describe("closing the tab in the middle of a push", () => {
  interface Stored {
    readonly version: number;
    readonly snapshot: unknown;
  }

  const address = (): string => `${drumbeat.origin}/excel/api/workbooks/lead/Book${workbook}`;

  /** The workbook as Excel keeps it, once that text is in it. */
  const savedWorkbook = async (text: string): Promise<Stored> => {
    for (;;) {
      const content = await (await fetch(address())).text();
      if (content.includes(text)) return JSON.parse(content) as Stored;
    }
  };

  /** Whatever a closed page still managed to save is as if it had not: this is what Excel keeps. */
  const saveWorkbook = async ({ snapshot }: Stored): Promise<void> => {
    for (;;) {
      const { version: basedOn } = (await (await fetch(address())).json()) as Stored;
      const answer = await fetch(address(), {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ basedOn, snapshot }),
      });
      if (answer.ok) return;
      if (answer.status !== 409) throw new Error(`${address()}: ${answer.status}`);
    }
  };

  it("loses nothing and doubles nothing", async () => {
    await excel.pull();
    const title = await excel.columnOf("Title");
    const type = await excel.columnOf("Type");
    const parent = await excel.columnOf("Parent");
    const measure = await excel.columnOf("Measure");
    const objective = await excel.shown(`${title}2`);
    const next = await nextRow();
    const fresh = Array.from({ length: 30 }, (_, index) => `Opened store ${index + 1}`);
    /** What is typed last. */
    const unit = "stores opened";
    await excel.paste(
      `${type}${next}`,
      fresh.map((text) => ["Key result", text]),
    );
    await excel.paste(
      `${parent}${next}`,
      fresh.map(() => [objective]),
    );
    await excel.paste(
      `${measure}${next}`,
      fresh.map(() => ["Increase", unit, "0", "5"]),
    );
    await check();
    await excel.pane.getByText("30 new rows").waitFor({ timeout: 60_000 });
    const before = await savedWorkbook(unit);
    // The first batch is carried out, its answer is lost, and the window is gone; of the push only this device knows.
    await drumbeat.setFaults([{ match: "POST .*batch", drop: "after", share: 1 }]);
    await push();
    await excel.pane.getByText(/Pushing/).waitFor();
    await page.close();
    await drumbeat.setFaults([]);
    await saveWorkbook(before);

    page = await context.newPage();
    page.on("dialog", (dialog) => void dialog.accept());
    await openWorkbook(`Book${workbook}`);
    await excel.pane.getByText("A push was interrupted").waitFor({ timeout: 60_000 });
    await excel.pane.getByRole("button", { name: "Go on" }).click();
    await excel.pane.getByText(/rows stored/).waitFor({ timeout: 60_000 });
    const stored = await storedTitles("Key Results");
    expect(stored.filter((text) => text.startsWith("Opened store")).toSorted()).toEqual(fresh.toSorted());
  });
});
