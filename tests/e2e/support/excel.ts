/** The moves of a person in the simulated Excel. */
import type { Locator, Page } from "playwright-core";
import { paneIn } from "./drumbeat.ts";

export interface ExcelDesk {
  readonly pane: ReturnType<typeof paneIn>;
  readonly goTo: (address: string) => Promise<void>;
  /** What a cell shows; the cell becomes the active one. */
  readonly shown: (address: string) => Promise<string>;
  /** Letter of the column with that header in row 1. */
  readonly columnOf: (header: string) => Promise<string>;
  readonly type: (address: string, text: string) => Promise<void>;
  readonly paste: (address: string, block: readonly (readonly string[])[]) => Promise<void>;
  /** Pulls what is chosen and waits until the table is there. */
  readonly pull: () => Promise<void>;
}

/** `within` is the part of the page that holds Excel, where it stands beside something else. */
export const excelDesk = (page: Page, within?: Locator | ReturnType<Page["frameLocator"]>): ExcelDesk => {
  const area = within ?? page;
  const pane = within && "frameLocator" in within ? within.frameLocator('iframe[src*="taskpane.html"]') : paneIn(page);
  const goTo = async (address: string): Promise<void> => {
    const box = area.getByRole("textbox", { name: "Name box" });
    await box.fill(address);
    await box.press("Enter");
  };
  const shown = async (address: string): Promise<string> => {
    await goTo(address);
    return (await area.locator('[role="gridcell"][aria-selected="true"]').innerText()).trim();
  };
  return {
    pane,
    goTo,
    shown,
    columnOf: async (header) => {
      for (const letter of "ABCDEFGHIJKLMNOPQRST") if ((await shown(`${letter}1`)) === header) return letter;
      throw new Error(`There is no column "${header}"`);
    },
    type: async (address, text) => {
      await goTo(address);
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    paste: async (address, block) => {
      await goTo(address);
      await page.evaluate(
        (text) => navigator.clipboard.writeText(text),
        block.map((row) => row.join("\t")).join("\r\n"),
      );
      await page.keyboard.press("Control+v");
    },
    pull: async () => {
      await pane.getByRole("button", { name: "Pull", exact: true }).click();
      await pane.getByText(/rows · pulled/).waitFor({ timeout: 60_000 });
      await pane.getByText("Pulling…").waitFor({ state: "detached", timeout: 60_000 });
    },
  };
};
