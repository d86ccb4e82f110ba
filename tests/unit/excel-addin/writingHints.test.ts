/**
 * What the writing rules suggest, beside the rows of the sheet.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createFormat } from "#shared/ui/text/format.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { rowHints } from "../../../excel-addin/tools/hints/rowHints.ts";
import { cell, checkAndPush, filledHome, open, pulledSession, sheetRow, type } from "#tests/support/excelSession.ts";
import { emptyWorkbook } from "#tests/support/hands.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const refill = guid("1", 2);

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(emptyWorkbook);

describe("writing hints", () => {
  it("[SE38] stand beside an edited row in the words of the person, hold nothing back and go with the push", async () => {
    const home = await filledHome();
    const session = await pulledSession({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet: createExcelSpreadsheet(),
      hintsFor: rowHints("de-DE", createFormat("de-DE")),
    });
    expect(cell("message", refill)).toBe("");
    type("title", sheetRow(refill), "Increase days to refill");
    await session.check();
    expect(cell("message", refill)).toMatch(/^Hinweis: .*„Increase“.*9.*5/u);
    expect([cell("marks", refill), cell("change", refill)]).toEqual(["", "Changed"]);
    const place = sheetRow(refill) - 2;
    expect(open(session).preview?.hints?.get(place)).toMatchObject([
      { field: "title", short: cell("message", refill) },
    ]);
    await checkAndPush(session);
    expect(home.keyResults.get(refill)?.record.title).toBe("Increase days to refill");
    expect([cell("message", refill), open(session).preview?.hints?.size]).toEqual(["", 0]);
  });

  it("[SE38] say the gravest alone in the cell, and all in the preview", async () => {
    const session = await pulledSession({
      okrRepository: createMemoryOkrRepository(await filledHome()),
      spreadsheet: createExcelSpreadsheet(),
      hintsFor: rowHints("en-GB", createFormat("en-GB")),
    });
    const aim = guid("0", 1);
    type("title", sheetRow(aim), "Deliver 40 shops");
    await session.check();
    const hints = open(session).preview?.hints?.get(sheetRow(aim) - 2) ?? [];
    expect(hints.length).toBeGreaterThan(1);
    expect(cell("message", aim)).toBe(hints[0]?.short);
    expect(hints[0]?.text.startsWith(`${hints[0].short} `)).toBe(true);
  });
});
