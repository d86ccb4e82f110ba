import ExcelJS from "exceljs";
import type { Sheet } from "#shared/ports/workbook.ts";
import { inCell } from "../../xlsxText.ts";

/** Writes row by row, so that millions of check-ins need no memory. */
export const writeWorkbookFile = async (path: string, sheets: readonly Sheet[]): Promise<void> => {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  for (const { name, header, rows } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
    const top = sheet.addRow([...header]);
    top.font = { bold: true };
    top.commit();
    for (const row of rows) sheet.addRow(row.map(inCell)).commit();
    sheet.commit();
  }
  await workbook.commit();
};
