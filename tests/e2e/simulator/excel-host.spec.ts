/** A person at the simulated Excel, and a small add-in on another origin in its pane, through the unmodified office.js. */
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { axe } from "./runningShell.ts";
import { startExcel, type RunningExcel } from "./runningExcel.ts";

jest.setTimeout(90_000);

let running: RunningExcel;
beforeAll(async () => {
  running = await startExcel();
});
afterEach(() => running.closePages());
afterAll(() => running.close());

describe("the grid", () => {
  it("[XG12] takes typing, formulas and moves as Excel does", async () => {
    const { page, goTo, formulaBar, shown } = await running.open();
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

  it("[XG13] edits with F2, gives up with Escape and undoes and redoes", async () => {
    const { page, goTo, shown } = await running.open();
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

  it("[XG13] points at cells while a formula is typed", async () => {
    const { page, grid, goTo, formulaBar, shown, pasteBlock } = await running.open();
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

  it("[XG15] pastes blocks with quoted cells and copies formulas with their references moved", async () => {
    const { page, goTo, shown } = await running.open();
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

  it("[XG16] continues a series with the fill handle", async () => {
    const { page, goTo, pasteBlock, column } = await running.open();
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

  it("[XG10] [XG15] [XG20] takes 10,000 pasted rows and draws only those on screen", async () => {
    const { page, goTo, active, pasteBlock } = await running.open();
    await pasteBlock(
      "A1",
      Array.from({ length: 10_000 }, (_, row) => [`Key result ${row + 1}`, String(row), "On track"]),
    );
    await goTo("A1");
    await page.keyboard.press("Control+ArrowDown");
    expect(await active().innerText()).toBe("Key result 10000");
    expect(await page.getByRole("row").count()).toBeLessThan(100);
    await goTo("B1:B10000");
    await page.getByText("Sum: 49,995,000").waitFor();
  });

  it("[XG19] names the active cell to assistive software and has no findings of axe", async () => {
    const { page, grid, goTo, makeTable } = await running.open();
    await makeTable();
    await goTo("B3");
    const named = await grid.getAttribute("aria-activedescendant");
    expect(await page.locator(`#${named}`).getAttribute("aria-label")).toBe("Lena Krüger, B3, Owner");
    expect(await axe(page)).toEqual([]);
  });
});

describe("a table", () => {
  it("[XG18] sorts and filters through its header's menu, and clears the filter", async () => {
    const { page, makeTable, column } = await running.open();
    await makeTable();
    await page.getByRole("button", { name: "Filter Owner" }).click();
    await page.getByRole("menuitem", { name: "Sort descending" }).click();
    expect(await column("B", [2, 3, 4, 5])).toEqual(["Yael Ben-Ami", "Sanne Visser", "Milo Brandt", "Lena Krüger"]);
    await page.getByRole("button", { name: "Filter Status" }).click();
    await page.getByRole("checkbox", { name: "On track" }).uncheck();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.getByRole("button", { name: "Filter Status, filtered" }).waitFor();
    await page.getByRole("gridcell", { name: "On track" }).first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Filter Status, filtered" }).click();
    await page.getByRole("menuitem", { name: "Clear filter from Status" }).click();
    await page.getByRole("gridcell", { name: "On track" }).nth(1).waitFor();
  });

  it("[XG18] opens its filter from the keyboard and grows when something is typed below it", async () => {
    const { page, goTo, active, makeTable } = await running.open();
    await makeTable();
    await goTo("D1");
    await page.keyboard.press("Alt+ArrowDown");
    await page.getByRole("group", { name: "Values" }).waitFor();
    await page.keyboard.press("Escape");
    await goTo("A6");
    await page.keyboard.type("Open stores");
    await page.keyboard.press("Enter");
    await goTo("D6");
    expect(await active().getAttribute("aria-label")).toBe("D6, Status");
  });
});

describe("the workbook", () => {
  it("[XG4] is there again after a reload, with its sheets", async () => {
    const { page, shown, makeTable } = await running.open();
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

  it("[XG5] is not overwritten silently from a second window", async () => {
    const { page, goTo, context } = await running.open();
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
    expect(await other.getByRole("gridcell", { name: "second window" }).count()).toBe(0);
  });

  it("[XG7] [XG9] is downloaded as xlsx and opened again", async () => {
    const { page, shown, makeTable, openWorkbook } = await running.open();
    await makeTable();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "File" }).click();
    await page.getByRole("menuitem", { name: "Download as xlsx" }).click();
    const file = path.join(running.dataDir, "downloaded.xlsx");
    await (await download).saveAs(file);
    await openWorkbook("Opened");
    await page.getByLabel("Open an xlsx file").setInputFiles(file);
    await page.getByRole("button", { name: "Filter Status" }).waitFor();
    expect(await shown("B3")).toBe("Lena Krüger");
  });
});

describe("the add-in in the pane", () => {
  it("[XG17] [XG18] [XG23] writes a table through office.js, whose dropdown and validation then work for the person", async () => {
    const { page, goTo, shown, pane } = await running.open();
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

  it("[XG23] reads what the person selected", async () => {
    const { goTo, pasteBlock, pane } = await running.open();
    await pasteBlock("B2", [["1", "2"]]);
    await goTo("B2:C2");
    await pane().getByRole("button", { name: "Read the selection" }).click();
    await pane().getByText("selected").waitFor();
    expect(await pane().locator("#log").innerText()).toContain("selected Sheet1!B2:C2 [[1,2]]");
  });

  it("[XG21] [XG22] answers its ribbon button and its keyboard shortcut, also while its pane is closed", async () => {
    const { page, grid, pane } = await running.open();
    await page.getByRole("button", { name: "Say hello" }).click();
    await pane().getByText("hello from the ribbon").waitFor();
    await page.getByRole("button", { name: "Close pane" }).click();
    await grid.press("Control+Alt+8");
    await page.getByRole("button", { name: "Show probe" }).click();
    await pane().getByText("hello from the ribbon\nhello from the ribbon").waitFor();
    expect(await pane().getByRole("heading", { name: "Grid probe" }).isVisible()).toBe(true);
  });

  it("[XG19] takes its place in the round of F6", async () => {
    const { page, goTo } = await running.open();
    await goTo("A1");
    await page.keyboard.press("F6");
    expect(await page.locator('[data-region="tabs"] :focus').count()).toBe(1);
    await page.keyboard.press("F6");
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
  });
});
