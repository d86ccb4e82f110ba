import type { Sheet } from "#shared/ports/workbook.ts";
import { inCell } from "../xlsxText.ts";

/** A workbook in memory; the library is fetched with the first one. */
export const makeWorkbook = async (sheets: readonly Sheet[]): Promise<ArrayBuffer> => {
  const { default: ExcelJS } = await import("exceljs");
  const workbook = new ExcelJS.Workbook();
  for (const { name, header, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.addRow([...header]).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(inCell));
  }
  return workbook.xlsx.writeBuffer();
};
