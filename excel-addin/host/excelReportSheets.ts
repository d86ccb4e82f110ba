import type { ReportSheet, ReportSheets } from "#shared/ports/reportSheets.ts";
import { inWorkbook } from "./officeErrors.ts";
import { rowChunks } from "./tableCells.ts";

/** What Excel refuses in the name of a sheet, and its longest name. */
const REFUSED = /[\\/?*[\]:]/gu;
const LONGEST = 31;

const freeName = (taken: ReadonlySet<string>, wanted: string): string => {
  const name = wanted
    .replaceAll(REFUSED, " ")
    .trim()
    .slice(0, LONGEST - 4);
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} ${number}`;
  return free;
};

const addSheet = async (context: Excel.RequestContext, { name, header, rows }: ReportSheet): Promise<void> => {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const sheet = worksheets.add(freeName(new Set(worksheets.items.map((one) => one.name.toLowerCase())), name));
  const lines = [header, ...rows];
  for (const { from, count } of rowChunks(lines.length, header.length)) {
    const area = sheet.getRangeByIndexes(from, 0, count, header.length);
    // Before the values: a text that begins with `=` is text only in a cell of that format.
    area.numberFormat = [["@"]];
    area.values = lines.slice(from, from + count).map((line) => header.map((_, column) => line[column] ?? ""));
    await context.sync();
  }
  sheet.getRangeByIndexes(0, 0, 1, header.length).format.font.bold = true;
  sheet.getRangeByIndexes(0, 0, lines.length, header.length).format.autofitColumns();
  sheet.freezePanes.freezeRows(1);
  sheet.activate();
  await context.sync();
};

/** Requires ExcelApi 1.7. */
export const createExcelReportSheets = (): ReportSheets => ({
  add: (report) => inWorkbook((context) => addSheet(context, report)),
});
