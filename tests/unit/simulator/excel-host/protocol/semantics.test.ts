/**
 * The semantics an add-in relies on, seen through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { failure, plain } from "./support.ts";

beforeAll(async () => {
  await Office.onReady();
});

describe("values and formats", () => {
  it("[EH10] round-trips values, formats, fill and font", () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
      range.values = [
        [1, "two"],
        [true, "2026-01-31"],
      ];
      range.numberFormat = [
        ["0.00", "@"],
        ["General", "yyyy-mm-dd"],
      ];
      range.format.fill.color = "yellow";
      range.format.font.bold = true;
      range.load("values,address,text,valueTypes,format/fill/color,format/font/bold");
      await context.sync();
      expect(plain(range.values)).toEqual([
        [1, "two"],
        [true, 46053],
      ]);
      expect(plain(range.text)).toEqual([
        ["1.00", "two"],
        ["TRUE", "2026-01-31"],
      ]);
      expect(range.address).toBe("Sheet1!A1:B2");
      expect(range.format.fill.color).toBe("#FFFF00");
      expect(range.format.font.bold).toBe(true);
    }));

  it("[EH3] refuses to read what was not loaded", () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      await context.sync();
      expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    }));

  it("[EH10] leaves cells alone where the array holds null, and empties them where it holds an empty text", () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("D1:F1");
      range.values = [[1, 2, 3]];
      range.values = [[null, "", 9]];
      range.load("values");
      await context.sync();
      expect(plain(range.values)).toEqual([[1, "", 9]]);
    }));

  it("[EH11] repeats a single value over the whole range", () =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("D3:E4");
      range.values = [[7]];
      range.load("values");
      await context.sync();
      expect(plain(range.values)).toEqual([
        [7, 7],
        [7, 7],
      ]);
    }));

  it("[EH12] turns text with a leading = into a formula, and keeps it as text in a text column or after an apostrophe", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const texts = sheet.getRange("J2:J4");
      sheet.getRange("J3").numberFormat = [["@"]];
      texts.values = [["=1+1"], ["=1+1"], ["'=1+1"]];
      texts.load("values,formulas");
      await context.sync();
      expect(plain(texts.values)).toEqual([[2], ["=1+1"], ["=1+1"]]);
    }));
});

describe("failures", () => {
  it("[EH20] gives ItemNotFound with the statement", async () => {
    const error = await failure(
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Nope").getRange("A1").values = [[1]];
        await context.sync();
      }),
    );
    expect(error.code).toBe("ItemNotFound");
    expect(error.debugInfo.errorLocation).toBe("WorksheetCollection.getItem");
    expect(error.debugInfo.statement).toContain("getItem");
  });

  it("[EH21] marks null objects, also chained ones", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nope");
      const table = sheet.tables.getItemOrNullObject("T");
      sheet.load("name");
      table.load("name");
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
      expect(table.isNullObject).toBe(true);
    }));

  it.each([
    ["small", "A1:B2", [[1, 2, 3]]],
    [
      "above 1,500 cells, where the library cuts the write",
      "A1:J300",
      Array.from({ length: 299 }, () => Array.from({ length: 10 }, () => 1)),
    ],
  ])("[EH22] refuses an array of another shape: %s", async (_, address, values) => {
    const error = await failure(
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange(address).values = values;
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidArgument");
  });

  it("[EH23] refuses an object whose context is gone", async () => {
    const range = await Excel.run(async (context) => {
      const found = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      await context.sync();
      return found;
    });
    const error = await failure(
      Excel.run(async () => {
        range.load("values");
        await range.context.sync();
      }),
    );
    expect(error.code).toBe("InvalidObjectPath");
  });

  it("[EH23] refuses to mix contexts", async () => {
    const error = await failure(
      Excel.run(async (outer) => {
        const range = outer.workbook.worksheets.getActiveWorksheet().getRange("A1");
        await Excel.run(async (inner) => {
          inner.load(range, "values");
          await inner.sync();
        });
      }),
    );
    expect(error.code).toBe("InvalidRequestContext");
  });

  it("[EH24] keeps what a batch did before it failed", async () => {
    const error = await failure(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.getRange("H1").values = [["kept"]];
        sheet.getRange("H2:H3").values = [[1, 2]];
        await context.sync();
      }),
    );
    expect(error.code).toBe("InvalidArgument");
    expect(simulatedExcel.value("Sheet1!H1")).toBe("kept");
  });

  it("[EH2] names a member that is not emulated", async () => {
    const error = await failure(
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().shapes.load("items");
        await context.sync();
      }),
    );
    expect(error.code).toBe("ApiNotFound");
    expect(error.message).toContain("Simulator: Worksheet.shapes");
  });
});

describe("size", () => {
  it("[EH60] writes and reads 10,000 × 20 cells", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Big");
      sheet.getRange("A1:T10000").values = Array.from({ length: 10_000 }, (_, row) =>
        Array.from({ length: 20 }, (__, column) => row * column),
      );
      await context.sync();
      const used = sheet.getUsedRange().load("values,address");
      await context.sync();
      expect(used.address).toBe("Big!A1:T10000");
      expect(used.values[9999]?.[19]).toBe(9999 * 19);
    }));

  it("[EH61] refuses a request above the payload limit", async () => {
    const error = await failure(
      Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A1:J30000").values = Array.from(
          { length: 30_000 },
          () => Array.from({ length: 10 }, () => "abcdefghijklmnopqrstuvwxyz"),
        );
        await context.sync();
      }),
    );
    expect(error.code).toBe("RequestPayloadSizeLimitExceeded");
  });
});
