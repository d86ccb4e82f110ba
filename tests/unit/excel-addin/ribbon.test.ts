/**
 * Buttons and keys, through the unmodified office.js against the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import type { SheetCommand } from "#shared/application/sheet/sheetState.ts";
import { connectRibbon } from "../../../excel-addin/host/ribbon.ts";
import { SHORTCUTS } from "../../../manifest/shortcuts.ts";

const { endpoint } = simulatedExcel;
let pressed: (command: SheetCommand) => void = () => undefined;

const nextPress = (): Promise<SheetCommand> =>
  new Promise((resolve) => {
    pressed = resolve;
  });

beforeAll(async () => {
  await Office.onReady();
  connectRibbon((command) => {
    pressed(command);
    return Promise.resolve();
  });
});

describe("a command", () => {
  it("from the ribbon shows the pane, is carried out, and ends for Excel", async () => {
    await Office.addin.hide();
    const press = nextPress();
    expect(await endpoint.runCommand("pullButton", "pull")).toBe(true);
    expect(await press).toBe("pull");
    expect(endpoint.session.runtime.paneState).toBe("Visible");
  });

  it.each(["pull", "check", "push"] as const)(
    "%s from the keyboard does the same, though no event comes with it",
    async (command) => {
      await Office.addin.hide();
      const press = nextPress();
      endpoint.runAction(command);
      expect(await press).toBe(command);
      expect(endpoint.session.runtime.paneState).toBe("Visible");
    },
  );

  it("is there for each key of the manifest", () => {
    expect(SHORTCUTS.map(({ action }) => action)).toEqual(["showPane", "pull", "check", "push"]);
    expect(new Set(SHORTCUTS.map(({ letter }) => letter)).size).toBe(SHORTCUTS.length);
  });
});
