import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import ExcelJS from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "#simulator/excel-host/files/xlsxReader.ts";
import { writeXlsx } from "#simulator/excel-host/files/xlsxWriter.ts";
import {
  addTable,
  addWorksheet,
  createWorkbook,
  enterText,
  formatCells,
  hideRows,
  parseAddress,
  setColumnWidth,
  setWorksheetVisibility,
  transact,
  type Rect,
  type Workbook,
  type Worksheet,
} from "#simulator/excel-host/model/index.ts";

const area = (address: string): Rect => {
  const parsed = parseAddress(address);
  if (parsed === undefined) throw new Error(`Not an address: ${address}`);
  return parsed.area;
};

const type = (sheet: Worksheet, address: string, text: string): void => {
  expect(enterText(sheet, area(address), text)).toEqual({ type: "entered" });
};

const HOSTILE = ["=cmd|' /C calc'!A0", "+49 30 123", "-1 day", "@SUM(A1)", "שלום עולם", "🚚 on time"];

/** A sheet with everything that a file can lose. */
const sample = (): Workbook => {
  const workbook = createWorkbook({ name: "OKRs.xlsx" });
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("A new workbook has a sheet");
  for (const [column, header] of ["Key result", "Start", "Target", "Progress"].entries())
    enterText(sheet, { row: 0, column }, header);
  HOSTILE.forEach((text, index) => {
    type(sheet, `A${index + 2}`, `'${text}`);
    type(sheet, `B${index + 2}`, String(index));
    type(sheet, `C${index + 2}`, "10");
  });
  addTable(sheet, area("A1:D7"), true);
  type(sheet, "D2", "=[@Start]/[@Target]");
  formatCells(sheet, [area("D2:D7")], { numberFormat: "0.0%" });
  formatCells(sheet, [area("A9")], { fill: "#FFF2CC", bold: true });
  type(sheet, "A9", "Note");
  type(sheet, "B9", "12/31/2026");
  setColumnWidth(sheet, 0, 1, 180);
  hideRows(sheet, 4, 1, true);
  transact(workbook, { origin: "user", label: "test" }, () => {
    workbook.journal.set(sheet, "frozen", { rows: 1, columns: 1 });
    workbook.journal.set(sheet, "merged", [area("A11:C12")]);
    workbook.journal.set(sheet, "validations", [
      {
        areas: [area("E2:E7")],
        rule: { type: "list", source: "On track,At risk", inCellDropDown: true },
        ignoreBlanks: true,
        errorAlert: { showAlert: true, style: "Stop", title: "Status", message: "Choose one of the list." },
        prompt: { showPrompt: false, title: "", message: "" },
      },
    ]);
    workbook.journal.set(sheet, "conditionalFormats", [
      {
        id: "{1}",
        areas: [area("D2:D7")],
        rule: { type: "CellValue", operator: "LessThan", formula1: "=0.3", style: { fill: "#FFC7CE" } },
        stopIfTrue: false,
      },
    ]);
  });
  const hidden = addWorksheet(workbook, "Base line");
  if (hidden.ok) setWorksheetVisibility(hidden.value, "VeryHidden");
  return workbook;
};

const reopened = async (file: Uint8Array): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.slice().buffer);
  return book;
};

describe("a workbook written as xlsx", () => {
  it("[XG8] keeps text that looks like a formula as text", async () => {
    const book = await reopened(await writeXlsx(sample()));
    const sheet = book.getWorksheet("Sheet1");
    expect(HOSTILE.map((_, index) => sheet?.getCell(index + 2, 1).value)).toEqual(HOSTILE);
    expect(HOSTILE.map((_, index) => sheet?.getCell(index + 2, 1).formula)).toEqual(HOSTILE.map(() => undefined));
  });

  it("[XG7] keeps formulas with their results, number formats, widths, fills, hidden rows and frozen panes", async () => {
    const book = await reopened(await writeXlsx(sample()));
    const sheet = book.getWorksheet("Sheet1");
    const progress = sheet?.getCell("D3");
    expect(sheet?.getCell("D2").formula).toBe("Table1[[#This Row],[Start]]/Table1[[#This Row],[Target]]");
    expect(progress?.numFmt).toBe("0.0%");
    expect(sheet?.getCell("A9").fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFFFF2CC" } });
    expect(sheet?.getColumn(1).width).toBeCloseTo((240 - 5) / 7, 3);
    expect(sheet?.getRow(5).hidden).toBe(true);
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 1 });
    expect(book.getWorksheet("Base line")?.state).toBe("veryHidden");
  });

  it("[XG7] [XG9] comes back as it was when it is opened again", async () => {
    const before = sample();
    const read = await readXlsx(await writeXlsx(before), "OKRs.xlsx");
    if (read.type !== "Read") throw new Error(read.reason);
    const described = (workbook: Workbook): unknown =>
      workbook.sheets.map((sheet) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        frozen: sheet.frozen,
        merged: sheet.merged,
        tables: sheet.tables.map(({ name, range, columns, style }) => ({ name, range, columns, style })),
        validations: sheet.validations,
        conditions: sheet.conditionalFormats.map(({ areas, rule }) => ({ areas, rule })),
        date: sheet.cells.get(8, 1),
      }));
    expect(described(read.workbook)).toEqual(described(before));
    expect(read.workbook.sheets[0]?.cells.get(1, 3)?.formula).toBe("=Table1[@[Start]]/Table1[@[Target]]");
  });

  it("[XG9] is refused with a reason when it is no workbook", async () => {
    expect(await readXlsx(new TextEncoder().encode("not a zip"), "x.xlsx")).toMatchObject({ type: "NotAWorkbook" });
  });
});

const PYTHON = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book["Sheet1"]
print(json.dumps({
  "texts": [[sheet.cell(row, 1).value, sheet.cell(row, 1).data_type] for row in range(2, 8)],
  "tables": {table.name: [table.ref, table.autoFilter.ref if table.autoFilter else None] for table in sheet.tables.values()},
  "lists": [[str(rule.sqref), rule.formula1] for rule in sheet.data_validations.dataValidation],
  "states": [other.sheet_state for other in book.worksheets],
}))
`;

describe("the parts inside the file", () => {
  it("[XG8] agree about the table's extent and hold no formula but the real one", async () => {
    const parts = unzipSync(await writeXlsx(sample()));
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    expect([...part("xl/tables/table1.xml").matchAll(/\bref="([^"]*)"/g)].map(([, ref]) => ref)).toEqual([
      "A1:D7",
      "A1:D7",
    ]);
    const formulas = [...part("xl/worksheets/sheet1.xml").matchAll(/<c r="(\w+)"[^>]*><f>/g)].map(([, cell]) => cell);
    expect(formulas).toEqual(["D2", "D3", "D4", "D5", "D6", "D7"]);
  });
});

/** A second reader that shares no code with the writer; installed on some machines only. */
const hasOpenpyxl = spawnSync("python3", ["-c", "import openpyxl"]).status === 0;

if (hasOpenpyxl) {
  describe("a workbook written as xlsx, read by openpyxl", () => {
    it("is understood by openpyxl in the same way", async () => {
      const folder = mkdtempSync(join(tmpdir(), "xlsx-"));
      try {
        const file = join(folder, "okrs.xlsx");
        writeFileSync(file, await writeXlsx(sample()));
        expect(JSON.parse(execFileSync("python3", ["-c", PYTHON, file], { encoding: "utf8" }))).toEqual({
          texts: HOSTILE.map((text) => [text, "s"]),
          tables: { Table1: ["A1:D7", "A1:D7"] },
          lists: [["E2:E7", '"On track,At risk"']],
          states: ["visible", "veryHidden"],
        });
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  });
}
