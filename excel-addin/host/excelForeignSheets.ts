import type { ForeignCell, ForeignSheet, MergedArea } from "#shared/domain/importing/foreign/sheet.ts";
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

/**
 * Cells of the sheet that are shown as one. Asked for the whole sheet, because what Excel says of areas that lie partly in a range is
 * documented nowhere. Before ExcelApi 1.13, and where Excel cannot tell (more than 512 of them), none: then what is not filled goes
 * on from above, as on any sheet.
 */
const mergedOn = async (context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<readonly MergedArea[]> => {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.13")) return [];
  const merged = sheet.getRange().getMergedAreasOrNullObject();
  merged.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  try {
    await context.sync();
  } catch (failure) {
    if (failure instanceof OfficeExtension.Error) return [];
    throw failure;
  }
  if (merged.isNullObject) return [];
  return merged.areas.items.map(({ rowIndex, columnIndex, rowCount, columnCount }) => ({
    row: rowIndex,
    column: columnIndex,
    rows: rowCount,
    columns: columnCount,
  }));
};

/** Within the cells that are read, counted from the first of them. */
const within = (merged: readonly MergedArea[], top: number, left: number): readonly MergedArea[] =>
  merged.flatMap(({ row, column, ...size }) =>
    row < top || column < left ? [] : [{ row: row - top, column: column - left, ...size }],
  );

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
  return { name: sheet.name, top, left, rows, merged: within(await mergedOn(context, sheet), top, left) };
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
