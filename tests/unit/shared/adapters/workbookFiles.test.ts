/** Workbooks that the product writes, read by readers that share no code with what wrote them. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import ExcelJS from "exceljs";
import { makeWorkbook } from "#shared/adapters/browser/workbook.ts";
import { writeWorkbookFile } from "#shared/adapters/node/tables/workbook.ts";
import type { Sheet, SheetCell } from "#shared/ports/workbook.ts";
import { readByMarkup, readByOpenpyxl, type ReadCell, type ReadWorkbook } from "#tests/support/xlsxReaders.ts";

const folder = mkdtempSync(join(tmpdir(), "workbooks-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cells: readonly (readonly SheetCell[])[] = [
  ["=1+2", "+7", "-7", "@SUM(A1)", "'quoted"],
  ["  two spaces  ", "tab\there", "line\nbreak", "<b>&amp;</b>", '"quotes"'],
  ["فتح متجر", "Überraschung ß", "🎯🚀", "‏rtl‎ mark", "数値"],
  [0, -0.1, 1e21, 1e-7, 96.123_456_789_012],
  [true, false, undefined, "after a gap"],
  [undefined, undefined, undefined],
  ["2026-01-05", "01234", "1e3", "TRUE", "#N/A"],
  ["_x000D_ stays as it is", "x".repeat(32_767)],
];

const sheets = (): readonly Sheet[] => [
  { name: "Objectives", header: ["A", "B", "C", "D", "E"], rows: cells },
  { name: "Übersicht & mehr", header: ["only"], rows: [] },
];

const expected: ReadWorkbook = Object.fromEntries(
  sheets().map(({ name, header, rows }) => [
    name,
    [[...header], ...[...rows].map((row) => row.map((cell) => cell ?? null))].map((row) =>
      row.slice(0, row.findLastIndex((cell) => cell !== null) + 1),
    ),
  ]),
);

const readByExcelJs = async (file: string): Promise<ReadWorkbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return Object.fromEntries(
    workbook.worksheets.map((sheet) => {
      const rows: (string | number | boolean | null)[][] = [];
      sheet.eachRow({ includeEmpty: true }, (row) => {
        const values = Array.isArray(row.values) ? [...row.values].slice(1) : [];
        rows.push(values.map((value) => (value ?? null) as string | number | boolean | null));
      });
      return [sheet.name, rows];
    }),
  );
};

const escaped = (cell: ReadCell): ReadCell =>
  typeof cell === "string" ? cell.replace("_x000D_", "_x005F_x000D_") : cell;

/** As many cells as the row has. */
const inStep = (found: readonly ReadCell[] = [], row: readonly ReadCell[]): readonly ReadCell[] =>
  row.map((_, column) => found[column] ?? null);

describe.each([
  ["in the browser", async (file: string) => writeFileSync(file, Buffer.from(await makeWorkbook(sheets())))],
  ["row by row", (file: string) => writeWorkbookFile(file, sheets())],
] as const)("a workbook written %s", (name, write) => {
  // Texts that lie in their cells exceljs reads wrongly: it undoes their markup twice. Both leave their escapes.
  const isInline = name === "row by row";
  const file = join(folder, `${name.replaceAll(" ", "-")}.xlsx`);

  it("says the same to every reader, cell by cell", async () => {
    await write(file);
    expect(readByMarkup(file)).toEqual(expected);
    const ofExcelJs = await readByExcelJs(file);
    const openpyxl = readByOpenpyxl(file);
    if (!openpyxl) console.info("openpyxl is not on this machine; the workbook was read by its markup and by exceljs.");
    for (const [sheet, rows] of Object.entries(expected)) {
      for (const [at, row] of rows.entries()) {
        if (!isInline) expect(inStep(ofExcelJs[sheet]?.[at], row)).toEqual(row);
        if (openpyxl) expect(inStep(openpyxl[sheet]?.[at], row)).toEqual(isInline ? row.map(escaped) : row);
      }
    }
  });
});
