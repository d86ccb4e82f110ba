/**
 * What the writing rules suggest, beside the rows of the sheet.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
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
  await emptyWorkbook();
});

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
    expect(open(session).preview?.hints?.get(place)).toMatchObject([{ field: "title", text: cell("message", refill) }]);
    await checkAndPush(session);
    expect(home.keyResults.get(refill)?.record.title).toBe("Increase days to refill");
    expect([cell("message", refill), open(session).preview?.hints?.size]).toEqual(["", 0]);
  });
});
