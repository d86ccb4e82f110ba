/**
 * The summary, through the unmodified office.js, at the oldest Excel there may be.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 * @jest-environment-options {"excelApi": "1.12"}
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { writeSummary, type SummaryRequest } from "#shared/application/summary/writeSummary.ts";
import { err } from "#shared/domain/result.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { createSummaryBook } from "../../../excel-addin/host/summaryBook.ts";
import { summaryEn } from "../../../excel-addin/tools/summary/text/en.ts";
import { depsOver, filledHome } from "#tests/support/excelSession.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { english, frame, NOW } from "#tests/support/sheets.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";

const everything: SummaryRequest = { scope: { unit: "all", below: true } };

const summarise = (okrRepository: OkrRepository, request = everything): ReturnType<typeof writeSummary> =>
  writeSummary(
    {
      ...depsOver({ okrRepository, spreadsheet: createExcelSpreadsheet() }),
      summaryBook: createSummaryBook(),
      words: { ...summaryEn, statuses: english.words.statuses },
    },
    frame,
    request,
  );

/** What a range shows, row by row. */
const shown = (sheet: string, first: string, columns: number, rows: number): readonly (readonly string[])[] => {
  const start = first.codePointAt(0) ?? 0;
  const top = Number(first.slice(1));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) =>
      simulatedExcel.text(`'${sheet}'!${String.fromCodePoint(start + column)}${top + row}`),
    ),
  );
};

const sheetNames = (): readonly string[] => simulatedExcel.workbook.sheets.map(({ name }) => name);

const inSheet = <T>(name: string, work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>) =>
  Excel.run((context) => work(context.workbook.worksheets.getItem(name), context));

beforeAll(async () => {
  await Office.onReady();
});

describe("the summary", () => {
  it("[SU5] says on a sheet of its own how each country stands, and lists every key result on another", async () => {
    const home = await filledHome();
    const written = await summarise(createMemoryOkrRepository(home));
    expect(written).toEqual({ ok: true, value: { level: "Country", groups: 2, keyResults: 4 } });
    expect(sheetNames()).toEqual(["Sheet1", "OKR summary", "OKR data"]);
    expect(shown("OKR summary", "A1", 1, 2)).toEqual([
      ["OKR summary: Tinycart"],
      [`By Country, as of ${NOW.slice(0, 10)}`],
    ]);
    expect(shown("OKR summary", "A4", 5, 2)).toEqual([
      ["Objectives", "Key results", "Measured", "Progress", "Expected"],
      ["3", "4", "2", expect.stringMatching(/%$/u), expect.stringMatching(/%$/u)],
    ]);
    expect(shown("OKR summary", "A25", 10, 3)).toEqual([
      [
        "Country",
        "On track",
        "Behind",
        "At risk",
        "Not started",
        "Closed",
        "Postponed",
        "Key results",
        "Measured",
        "Objectives",
      ],
      ["Germany", "0", "2", "0", "1", "0", "0", "3", "2", "2"],
      ["Kenya", "0", "0", "0", "1", "0", "0", "1", "0", "1"],
    ]);
    expect(shown("OKR summary", "L25", 6, 3)).toEqual([
      ["Country", "Progress", "Expected", "Gap (points)", "Confidence", "Last check-in"],
      [
        "Germany",
        expect.stringMatching(/%$/u),
        expect.stringMatching(/%$/u),
        expect.stringMatching(/^\+/u),
        "5.0",
        "2026-02-03",
      ],
      ["Kenya", "", "", "", "", ""],
    ]);
    expect(shown("OKR data", "A1", 7, 2)).toEqual([
      ["Company", "Country", "Team", "Cycle", "Objective", "Objective owner", "Key result"],
      ["Tinycart", "Germany", "Germany", "Q1 2026", "Shelves are full", "Lena Krüger", "On-shelf availability"],
    ]);
  });

  it("[SU5] draws charts of native kinds over the tables, and prints as wide as one page", () =>
    inSheet("OKR summary", async (sheet, context) => {
      sheet.charts.load("items/name,items/chartType,items/title/text,items/series/items/name");
      sheet.pageLayout.load("orientation,zoom");
      await context.sync();
      expect(
        sheet.charts.items.map(({ name, chartType, series }) => [name, chartType, series.items.map((one) => one.name)]),
      ).toEqual([
        ["OKR status", "ColumnStacked100", ["On track", "Behind", "At risk", "Not started", "Closed", "Postponed"]],
        ["OKR progress", "ColumnClustered", ["Progress", "Expected"]],
      ]);
      expect([sheet.pageLayout.orientation, sheet.pageLayout.zoom.horizontalFitToPages]).toEqual(["Landscape", 1]);
    }));

  it("[SU6] brings the same sheets up to date, and leaves what people made of them", async () => {
    simulatedExcel.type("'OKR data'!Z1", "=ROWS(OKR_Data)");
    await inSheet("OKR summary", async (sheet, context) => {
      sheet.charts.getItem("OKR progress").delete();
      await context.sync();
    });
    const home = await filledHome();
    const repository = createMemoryOkrRepository(home);
    await repository.write([
      { kind: "createObjective", objective: anObjective(20, { title: "=HYPERLINK(1)", unitKey: unitKey("tinycart") }) },
      { kind: "createKeyResult", keyResult: aKeyResult(20, 20, { title: "-1", unitKey: unitKey("tinycart") }) },
    ]);
    expect(await summarise(repository)).toMatchObject({ ok: true, value: { groups: 3, keyResults: 5 } });
    expect(sheetNames()).toEqual(["Sheet1", "OKR summary", "OKR data"]);
    expect(shown("OKR summary", "A26", 1, 4)).toEqual([["Tinycart"], ["Germany"], ["Kenya"], [""]]);
    expect(shown("OKR data", "E2", 3, 1)).toEqual([["=HYPERLINK(1)", "", "-1"]]);
    expect(simulatedExcel.value("'OKR data'!Z1")).toBe(5);
    await inSheet("OKR summary", async (sheet, context) => {
      sheet.charts.load("items/name");
      await context.sync();
      expect(sheet.charts.items.map(({ name }) => name)).toEqual(["OKR status"]);
    });
  });

  it("[SU6] takes rows away again", async () => {
    expect(await summarise(createMemoryOkrRepository(await filledHome()))).toMatchObject({ ok: true });
    expect(shown("OKR summary", "A26", 1, 3)).toEqual([["Germany"], ["Kenya"], [""]]);
    expect(simulatedExcel.value("'OKR data'!Z1")).toBe(4);
  });

  it("[SU6] leaves a sheet of that name alone where somebody else made it", async () => {
    const kenya: SummaryRequest = { scope: { unit: unitKey("ke"), below: true }, levelKey: "company" };
    await Excel.run(async (context) => {
      for (const name of ["OKR summary", "OKR data"]) context.workbook.worksheets.getItem(name).delete();
      context.workbook.worksheets.add("OKR summary").getRange("A1").values = [["mine"]];
      await context.sync();
    });
    expect(await summarise(createMemoryOkrRepository(await filledHome()), kenya)).toMatchObject({ ok: true });
    expect(sheetNames()).toEqual(["Sheet1", "OKR summary", "OKR summary 2", "OKR data"]);
    expect(simulatedExcel.text("'OKR summary'!A1")).toBe("mine");
    expect(shown("OKR summary 2", "A25", 1, 2)).toEqual([["Company"], ["Tinycart"]]);
  });

  it("[SU7] says so where there is nothing, or nothing can be read, and writes nothing", async () => {
    const before = sheetNames();
    const empty = createMemoryOkrRepository(createMemoryHome(frame));
    expect(await summarise(empty)).toEqual({ ok: false, error: { type: "NothingToSummarise" } });
    const offline = { ...empty, readOkrs: () => Promise.resolve(err({ type: "Offline" } as const)) };
    expect(await summarise(offline)).toEqual({ ok: false, error: { type: "Offline" } });
    expect(sheetNames()).toEqual(before);
  });
});
