/**
 * What people do to the table besides typing into it.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { SHEET_FIELDS } from "#shared/domain/sheet/fields.ts";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { checkAndPush, filledHome, letter, open, pulledSession, sheetRow, type } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";
import { english } from "#tests/support/sheets.ts";

const nairobi = guid("1", 4);
const ALL = { unit: "all", below: true } as const;
const KENYA = { unit: unitKey("ke"), below: true } as const;
const column = (index: number): string => String.fromCodePoint(65 + index);
const NOTES = column(SHEET_FIELDS.length);
const DOUBLE = column(SHEET_FIELDS.length + 1);
const { headers } = english.words;

let home: MemoryHome;
let session: SheetSession;

const inExcel = (work: (table: Excel.Table) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context.workbook.tables.getItem("OKRs"));
    await context.sync();
  });

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  await Excel.run(async (context) => {
    context.workbook.tables.getItemOrNullObject("OKRs").delete();
    context.workbook.worksheets.getItemOrNullObject("OKRs").getRange().clear();
    await context.sync();
  });
  home = await filledHome();
  session = await pulledSession({
    okrRepository: createMemoryOkrRepository(home),
    spreadsheet: createExcelSpreadsheet(),
  });
});

describe("a table of OKRs that people made their own", () => {
  it("keeps their columns and formulas with the row, also when another scope moves it", async () => {
    await inExcel((table) => {
      table.columns.add(-1, [["My notes"], ...Array.from({ length: 7 }, () => [""])]);
      table.columns.add(-1, [["Twice"], ...Array.from({ length: 7 }, () => [""])]);
    });
    const before = sheetRow(nairobi);
    simulatedExcel.type(`OKRs!${NOTES}${before}`, "Ask Amina");
    simulatedExcel.type(`OKRs!${DOUBLE}${before}`, `=${letter("target")}${before}*2`);
    await session.pull(KENYA);
    expect(open(session).failure).toBeUndefined();
    const after = sheetRow(nairobi);
    expect(after).toBeLessThan(before);
    expect(simulatedExcel.value(`OKRs!${NOTES}1`)).toBe("My notes");
    expect(simulatedExcel.value(`OKRs!${NOTES}${after}`)).toBe("Ask Amina");
    expect(simulatedExcel.value(`OKRs!${DOUBLE}${after}`)).toBe(200);
    await session.pull(ALL);
    expect(sheetRow(nairobi)).toBe(before);
    expect(simulatedExcel.value(`OKRs!${NOTES}${before}`)).toBe("Ask Amina");
    expect(simulatedExcel.value(`OKRs!${DOUBLE}${before}`)).toBe(200);
    expect(simulatedExcel.value(`OKRs!${NOTES}${after}`)).toBe("");
  });

  it("[SE2] without a column only that field cannot be edited", async () => {
    await inExcel((table) => table.columns.getItem(headers.ambition).delete());
    type("title", sheetRowWithout(nairobi), "Stores in Mombasa");
    await checkAndPush(session);
    expect(open(session).report).toMatchObject({ stored: 1, failed: [] });
    expect(open(session).preview?.plan.missing).toEqual(["ambition"]);
    expect(home.keyResults.get(nairobi)?.record.title).toBe("Stores in Mombasa");
  });

  it("[SE2] without its titles it cannot be read, and nothing is sent", async () => {
    await inExcel((table) => table.columns.getItem(headers.title).delete());
    const writes = home.writes;
    await checkAndPush(session);
    expect(open(session).failure).toEqual({ type: "ColumnsMissing", fields: ["title"] });
    expect(home.writes).toBe(writes);
  });
});

/** The key stands one column further left than it did. */
const sheetRowWithout = (id: string): number => {
  const place = column(SHEET_FIELDS.indexOf("key") - 1);
  for (let row = 2; row < 40; row += 1) if (simulatedExcel.value(`OKRs!${place}${row}`) === id) return row;
  throw new Error(`${id} is not in the sheet`);
};
