import { describe, expect, it } from "@jest/globals";
import { summarise } from "#simulator/excel-host/client/grid/summary.ts";
import { createWorkbook, enterText, hideRows, MAX_ROWS, rect } from "#simulator/excel-host/model/index.ts";

describe("the sums of the status bar", () => {
  it("[XG20] count each visible cell once", () => {
    const sheet = createWorkbook().activeSheet;
    for (const [row, text] of ["2", "three", "4", "100", ""].entries()) enterText(sheet, { row, column: 0 }, text);
    hideRows(sheet, 3, 1, true);
    expect(summarise(sheet, [rect(0, 0, MAX_ROWS)])).toEqual({ count: 3, numbers: 2, sum: 6 });
    expect(summarise(sheet, [rect(0, 0, 3), rect(0, 0, 2, 2), rect(2, 0)])).toEqual({ count: 3, numbers: 2, sum: 6 });
  });
});
