import type { Cell } from "#shared/domain/sheet/fields.ts";
import { ok } from "#shared/domain/result.ts";
import type { CellChange, NewTable, OwnColumns, Spreadsheet, TableContent } from "#shared/ports/spreadsheet.ts";
import { inSilence, inWorkbook } from "./officeErrors.ts";
import { readParts, writeParts } from "./parts.ts";
import { fillTable } from "./fillTable.ts";
import { findTable, locate, OKR_TABLE, type TableNames } from "./locate.ts";
import { needsTextFormat, rowChunks, runsOf, toExcel } from "./tableCells.ts";

/** Ranges that one request writes. */
const RUNS_PER_SYNC = 1_000;

type Context = Excel.RequestContext;

/** A number whose cell shows per cent. */
const withPercent = (value: Cell, format: unknown): Cell =>
  typeof value === "number" && String(format).includes("%") ? { percent: value } : value;

const readTable = async (context: Context, names: TableNames): Promise<TableContent | undefined> => {
  const found = await findTable(context, names);
  if (!found) return undefined;
  const { sheet, row, column, rows: count, width, headers } = found;
  const rows: Cell[][] = [];
  for (const { from, count: size } of rowChunks(count, width)) {
    const body = sheet.getRangeByIndexes(row + 1 + from, column, size, width);
    // Formats are a tenth of the values; asking for them separately would cost another round trip.
    body.load("values,numberFormat");
    await context.sync();
    const formats = body.numberFormat as unknown[][];
    for (const [index, line] of (body.values as Cell[][]).entries()) {
      rows.push(line.map((value, at) => withPercent(value, formats[index]?.[at])));
    }
  }
  return { headers, rows };
};

const writeCells = async (context: Context, { table }: TableNames, changes: readonly CellChange[]): Promise<void> => {
  const body = context.workbook.tables.getItem(table).getDataBodyRange();
  for (const [index, { row, column, cells, asText }] of runsOf(changes).entries()) {
    if (index > 0 && index % RUNS_PER_SYNC === 0) await context.sync();
    const range = body.getCell(row, column).getResizedRange(cells.length - 1, 0);
    if (asText) range.numberFormat = [["@"]];
    range.values = cells.map((cell) => [toExcel(cell)]);
  }
};

/** Empty rows first, so that formats and rules are there before any text is. */
const appendRows = async (context: Context, names: TableNames, lines: readonly (readonly Cell[])[]): Promise<void> => {
  const { sheet, table, row, column, rows, width } = await locate(context, names);
  for (const { from, count } of rowChunks(lines.length, width)) {
    if (from > 0) await context.sync();
    const blank = Array.from({ length: count }, () => Array.from({ length: width }, () => ""));
    table.rows.add(-1, blank);
    const range = sheet.getRangeByIndexes(row + 1 + rows + from, column, count, width);
    const part = lines.slice(from, from + count);
    for (const [index, line] of part.entries()) {
      for (const [at, cell] of line.entries()) {
        if (needsTextFormat(cell)) range.getCell(index, at).numberFormat = [["@"]];
      }
    }
    range.values = part.map((line) => line.map(toExcel));
  }
};

const showCell = async (context: Context, names: TableNames, at: number, place: number): Promise<void> => {
  const { sheet, row, column } = await locate(context, names);
  sheet.activate();
  sheet.getRangeByIndexes(row + 1 + at, column + place, 1, 1).select();
  await context.sync();
};

/** Hints that somebody edited a table; what was edited is found by comparing, never by events. */
const watch = (listener: () => void): (() => void) => {
  let handler: OfficeExtension.EventHandlerResult<Excel.TableChangedEventArgs> | undefined;
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (!handler) return;
    const { context } = handler;
    handler.remove();
    handler = undefined;
    await context.sync();
  };
  void inWorkbook(async (context) => {
    handler = context.workbook.tables.onChanged.add(() => {
      listener();
      return Promise.resolve();
    });
    await context.sync();
    if (stopped) await stop();
  });
  return () => {
    stopped = true;
    void stop();
  };
};

/** One of our tables in the workbook that is open in Excel. Requires ExcelApi 1.12. */
export const createExcelSpreadsheet = (names: TableNames = OKR_TABLE): Spreadsheet => ({
  locale: () => Promise.resolve(Office.context.contentLanguage || Office.context.displayLanguage || "en-US"),
  read: () => inWorkbook((context) => readTable(context, names)),
  replace: (table: NewTable, own: OwnColumns) =>
    inSilence(async (context) => {
      await fillTable(context, names, await findTable(context, names), table, own);
    }),
  write: (changes) => inSilence((context) => writeCells(context, names, changes)),
  append: (rows) =>
    rows.length === 0 ? Promise.resolve(ok(undefined)) : inSilence((context) => appendRows(context, names, rows)),
  show: (row, column) => inWorkbook((context) => showCell(context, names, row, column)),
  readParts: (kind) => inWorkbook((context) => readParts(context, names.parts, kind)),
  writeParts: (parts) => inWorkbook((context) => writeParts(context, names.parts, parts)),
  onEdited: watch,
});
