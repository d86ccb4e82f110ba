import ExcelJS from "exceljs";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { unpackedSize } from "../../files/zip.ts";
import { reasonOf, TABLE_LIMITS, tooLarge, type TableCell, type TableFileProblem, type TableRows } from "./table.ts";

/** What a person sees in the cell, as far as it means something: dates as ISO days, formulas as their results, errors by name. */
const cellOf = (value: ExcelJS.CellValue, format: string): TableCell => {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number") return /%/u.test(format) ? `${percentOf(value)}%` : value;
  if (typeof value !== "object") return value;
  return shownBy(value, format);
};

const shownBy = (
  value: Exclude<ExcelJS.CellValue, null | undefined | string | number | boolean>,
  format: string,
): TableCell => {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if ("richText" in value) return value.richText.map((part) => part.text).join("");
  if ("hyperlink" in value) return value.text;
  if ("error" in value) return value.error;
  return "result" in value ? cellOf(value.result, format) : undefined;
};

/** 0.07 is 7 %, not 7.000000000000001 %. */
const percentOf = (share: number): number => Number((share * 100).toPrecision(12));

export const readXlsx = async (bytes: Uint8Array): Promise<Result<TableRows, TableFileProblem>> => {
  const size = unpackedSize(bytes);
  if (size === undefined) return err({ type: "FileUnreadable", reason: "This is not an Excel workbook." });
  if (size > TABLE_LIMITS.unpackedBytes) return tooLarge(`${TABLE_LIMITS.unpackedBytes / 1_000_000} MB unpacked`);
  const workbook = new ExcelJS.Workbook();
  try {
    const buffer = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    await workbook.xlsx.load(buffer);
  } catch (failure) {
    return err({ type: "FileUnreadable", reason: reasonOf(failure) });
  }
  const sheet = workbook.worksheets.find(({ state }) => state === "visible") ?? workbook.worksheets[0];
  if (!sheet) return err({ type: "FileUnreadable", reason: "The workbook has no sheet." });
  if (sheet.rowCount > TABLE_LIMITS.rows) return tooLarge(`${TABLE_LIMITS.rows} rows`);
  if (sheet.columnCount > TABLE_LIMITS.columns) return tooLarge(`${TABLE_LIMITS.columns} columns`);
  return ok(Array.from({ length: sheet.rowCount }, (_, index) => cellsOf(sheet.getRow(index + 1), sheet.columnCount)));
};

const cellsOf = (row: ExcelJS.Row, columns: number): readonly TableCell[] =>
  Array.from({ length: columns }, (_, index) => {
    const cell = row.getCell(index + 1);
    return cellOf(cell.value, cell.numFmt);
  });

/** A workbook of one sheet with a filter on its header. Text stays text there, so nothing has to be neutralised. */
export const writeXlsx = async (sheetName: string, rows: TableRows): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(sheetName, { views: [{ state: "frozen", ySplit: 1 }] });
  for (const row of rows) sheet.addRow(row.map((cell) => cell ?? null));
  const [header = []] = rows;
  sheet.getRow(1).font = { bold: true };
  if (header.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: header.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
