import { describe, expect, it } from "@jest/globals";
import { matchesShortcut } from "#simulator/excel-host/client/shortcuts.ts";
import { cycleAbsolute } from "#simulator/excel-host/client/actions/absolute.ts";
import { intentOf, type KeyPress } from "#simulator/excel-host/client/grid/keys.ts";

const press = (keys: string): KeyPress => {
  const parts = keys.split(" ");
  return {
    key: (parts.at(-1) ?? "").replace("Space", " "),
    ctrlKey: parts.includes("Ctrl"),
    metaKey: parts.includes("Meta"),
    shiftKey: parts.includes("Shift"),
    altKey: parts.includes("Alt"),
  };
};

describe("a key press on the grid", () => {
  it.each([
    ["ArrowDown", { type: "move", direction: "down", by: "cell", extend: false }],
    ["Ctrl Shift ArrowRight", { type: "move", direction: "right", by: "edge", extend: true }],
    ["Meta ArrowUp", { type: "move", direction: "up", by: "edge", extend: false }],
    ["Alt ArrowDown", { type: "openCellMenu" }],
    ["PageDown", { type: "move", direction: "down", by: "page", extend: false }],
    ["Alt PageDown", { type: "move", direction: "right", by: "page", extend: false }],
    ["Ctrl PageUp", { type: "changeSheet", by: -1 }],
    ["Home", { type: "goHome", of: "row", extend: false }],
    ["Ctrl Shift Home", { type: "goHome", of: "sheet", extend: true }],
    ["Ctrl End", { type: "goToLastCell", extend: false }],
    ["Shift Tab", { type: "cycle", order: "rows", by: -1 }],
    ["Enter", { type: "cycle", order: "columns", by: 1 }],
    ["F2", { type: "edit", keepText: true }],
    ["Backspace", { type: "edit", keepText: false }],
    ["Delete", { type: "clear" }],
    ["Ctrl Space", { type: "selectColumns" }],
    ["Shift Space", { type: "selectRows" }],
    ["Ctrl z", { type: "undo" }],
    ["Ctrl Shift Z", { type: "redo" }],
    ["Ctrl d", { type: "fillDown" }],
    ["Ctrl Shift +", { type: "insertLines" }],
    ["Ctrl Shift L", { type: "toggleFilter" }],
    ["Shift F10", { type: "openContextMenu" }],
    ["x", { type: "startTyping" }],
    ["Space", { type: "startTyping" }],
    ["Process", { type: "startTyping" }],
    ["Ctrl Alt @", { type: "startTyping" }],
  ] as const)("[XG11] %s", (keys, intent) => {
    expect(intentOf(press(keys))).toEqual(intent);
  });

  it.each(["Ctrl c", "Ctrl v", "Ctrl x", "Shift", "F5", "Ctrl Tab", "F10"])(
    "[XG11] %s is left to the browser",
    (keys) => {
      expect(intentOf(press(keys))).toBeUndefined();
    },
  );
});

describe("F4 in a formula", () => {
  it("[XG11] goes through the four ways to write the reference at the end", () => {
    const steps = ["=A1+B2", "=A1+$B$2", "=A1+B$2", "=A1+$B2", "=A1+B2"];
    expect(steps.slice(0, -1).map(cycleAbsolute)).toEqual(steps.slice(1));
    expect(cycleAbsolute("=SUM(A1:A2)")).toBe("=SUM(A1:A2)");
  });
});

describe("a shortcut of the manifest", () => {
  const event = (keys: string, code: string) => ({ ...press(keys), code });

  it("[XG21] asks for exactly its own modifiers", () => {
    expect(matchesShortcut("Ctrl+Alt+Up", event("Ctrl Alt ArrowUp", "ArrowUp"))).toBe(true);
    expect(matchesShortcut("Ctrl+Alt+Up", event("Ctrl ArrowUp", "ArrowUp"))).toBe(false);
    expect(matchesShortcut("Ctrl+Shift+P", event("Ctrl Shift P", "KeyP"))).toBe(true);
    expect(matchesShortcut("Ctrl+P", event("Ctrl Shift P", "KeyP"))).toBe(false);
  });

  it("knows the key by its place when Alt changes the character", () => {
    expect(matchesShortcut("Ctrl+Alt+8", event("Ctrl Alt •", "Digit8"))).toBe(true);
  });
});
