import type { ForeignCell, ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import type { Cell } from "#shared/domain/importing/table.ts";
import type { ForeignPart, ForeignSheets } from "#shared/ports/foreignSheets.ts";
import { inWorkbook } from "./officeErrors.ts";
import { rowChunks } from "./tableCells.ts";

/** Only what tells levels apart; everything else would make the answer larger. */
const LOOKS = {
  format: { fill: { color: true }, font: { bold: true, strikethrough: true }, indentLevel: true },
} as const;

const WHITE = "#ffffff";

/** What of a look is set; absent says the same as white, plain and not indented. */
const lookOf = ({ format }: Excel.CellProperties): Omit<ForeignCell, "value" | "format"> => {
  const { fill: area, font: { bold, strikethrough } = {}, indentLevel: indent = 0 } = format ?? {};
  const fill = area?.color?.toLowerCase() ?? WHITE;
  return {
    ...(indent > 0 ? { indent } : {}),
    ...(fill === WHITE ? {} : { fill }),
    ...(bold === true ? { bold } : {}),
    ...(strikethrough === true ? { struck: true } : {}),
  };
};

const cellOf = (value: unknown, format: unknown, look: Excel.CellProperties): ForeignCell => ({
  value: value === "" ? undefined : (value as Cell),
  format: String(format),
  ...lookOf(look),
});

const usedPart = (context: Excel.RequestContext, part: ForeignPart): Excel.Range =>
  part === "sheet"
    ? context.workbook.worksheets.getActiveWorksheet().getUsedRangeOrNullObject(true)
    : context.workbook.getSelectedRange().getUsedRangeOrNullObject(true);

const readPart = async (context: Excel.RequestContext, part: ForeignPart): Promise<ForeignSheet | undefined> => {
  const used = usedPart(context, part);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load("name");
  await context.sync();
  if (used.isNullObject) return undefined;
  const { rowIndex: top, columnIndex: left, rowCount, columnCount } = used;
  const rows: ForeignCell[][] = [];
  for (const { from, count } of rowChunks(rowCount, columnCount)) {
    const chunk = sheet.getRangeByIndexes(top + from, left, count, columnCount);
    chunk.load("values,numberFormat");
    const looks = chunk.getCellProperties(LOOKS);
    await context.sync();
    for (const [row, values] of (chunk.values as unknown[][]).entries()) {
      const formats = chunk.numberFormat[row] as unknown[];
      rows.push(values.map((value, column) => cellOf(value, formats[column], looks.value[row]?.[column] ?? {})));
    }
  }
  return { name: sheet.name, top, left, rows, merged: [] };
};

/** Any sheet of the workbook that is open in Excel. Requires ExcelApi 1.9. It writes nothing. */
export const createExcelForeignSheets = (): ForeignSheets => ({
  read: (part) => inWorkbook((context) => readPart(context, part)),
  show: ({ name, top, left }, { row, column }) =>
    inWorkbook(async (context) => {
      const sheet = context.workbook.worksheets.getItem(name);
      sheet.activate();
      sheet.getRangeByIndexes(top + row, left + column, 1, 1).select();
      await context.sync();
    }),
});
