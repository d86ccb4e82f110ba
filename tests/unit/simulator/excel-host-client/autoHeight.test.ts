import { describe, expect, it } from "@jest/globals";
import { autoHeight } from "#simulator/excel-host/client/grid/autoHeight.ts";
import { createAxis } from "#simulator/excel-host/client/grid/axis.ts";
import {
  createWorkbook,
  enterText,
  formatCells,
  rect,
  transact,
  type FormatPatch,
} from "#simulator/excel-host/model/index.ts";

/** Every character is ten pixels wide. */
const measure = (text: string): number => text.length * 10;
const columns = createAxis({ count: 16_384, defaultSize: 108, sizes: [] });

const heightOf = (text: string, patch: FormatPatch, merged = false): number => {
  const workbook = createWorkbook();
  const sheet = workbook.activeSheet;
  enterText(sheet, { row: 0, column: 0 }, text);
  formatCells(sheet, [rect(0, 0)], patch);
  if (merged)
    transact(workbook, { origin: "user", label: "" }, () => workbook.journal.set(sheet, "merged", [rect(0, 0, 1, 2)]));
  return autoHeight(sheet, 0, columns, measure, 20);
};

/** 11 points are 14.67 pixels, a line 17.6. */
const lines = (count: number): number => Math.ceil(count * 17.6 + 2);

describe("[XG24] the height of a row nobody set", () => {
  it("is the default for one line and for text that does not wrap", () => {
    expect(heightOf("short", { wrap: true })).toBe(lines(1));
    expect(heightOf("a long text that runs over its neighbours", {})).toBe(lines(1));
  });

  it("has room for all lines of wrapped text, words kept whole", () => {
    expect(heightOf("replenish stores twice", { wrap: true })).toBe(lines(3));
    expect(heightOf("ab cd ef gh ij", { wrap: true })).toBe(lines(2));
    expect(heightOf("x".repeat(25), { wrap: true })).toBe(lines(3));
    expect(heightOf("one\ntwo\n\nfour", { wrap: true })).toBe(lines(4));
  });

  it("follows the size of the font and leaves merged cells out", () => {
    expect(heightOf("Title", { fontSize: 22 })).toBe(Math.ceil(35.2 + 2));
    expect(heightOf("Title", { fontSize: 22 }, true)).toBe(20);
  });
});
