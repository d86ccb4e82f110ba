import type { Cell } from "#shared/domain/sheet/fields.ts";
import { ok } from "#shared/domain/result.ts";
import type { CellChange, NewTable, OwnColumns, Spreadsheet, TableContent } from "#shared/ports/spreadsheet.ts";
import { inSilence, inWorkbook } from "./officeErrors.ts";
import { readParts, writeParts } from "./parts.ts";
import { fillTable } from "./fillTable.ts";
import { locate, tableExists, type Located } from "./locate.ts";
import { needsTextFormat, rowChunks, runsOf, toExcel } from "./tableCells.ts";

/** Ranges that one request writes. */
const RUNS_PER_SYNC = 1_000;

type Context = Excel.RequestContext;

/** Numbers in cells that show per cent; only columns that hold numbers are asked for their formats. */
const withPercents = async (context: Context, { sheet, row, column }: Located, rows: Cell[][]): Promise<void> => {
  const numeric = (rows[0] ?? []).map((_, at) => at).filter((at) => rows.some((line) => typeof line[at] === "number"));
  const formats = numeric.map((at) => {
    const range = sheet.getRangeByIndexes(row + 1, column + at, rows.length, 1);
    range.load("numberFormat");
    return { at, range };
  });
  await context.sync();
  for (const { at, range } of formats) {
    for (const [index, [format]] of (range.numberFormat as string[][]).entries()) {
      const line = rows[index];
      const cell = line?.[at];
      if (line && typeof cell === "number" && String(format).includes("%")) line[at] = { percent: cell };
    }
  }
};

const readTable = async (context: Context): Promise<TableContent | undefined> => {
  if (!(await tableExists(context))) return undefined;
  const located = await locate(context);
  const { sheet, row, column, rows: count, width } = located;
  const head = sheet.getRangeByIndexes(row, column, 1, width);
  head.load("values");
  const rows: Cell[][] = [];
  for (const { from, count: size } of rowChunks(count, width)) {
    const body = sheet.getRangeByIndexes(row + 1 + from, column, size, width);
    body.load("values");
    await context.sync();
    rows.push(...(body.values as Cell[][]));
  }
  await context.sync();
  if (rows.length > 0) await withPercents(context, located, rows);
  return { headers: (head.values[0] ?? []).map(String), rows };
};

const writeCells = async (context: Context, changes: readonly CellChange[]): Promise<void> => {
  const { sheet, row, column } = await locate(context);
  const runs = runsOf(changes);
  for (let from = 0; from < runs.length; from += RUNS_PER_SYNC) {
    for (const run of runs.slice(from, from + RUNS_PER_SYNC)) {
      const range = sheet.getRangeByIndexes(row + 1 + run.row, column + run.column, run.cells.length, 1);
      if (run.asText) range.numberFormat = [["@"]];
      range.values = run.cells.map((cell) => [toExcel(cell)]);
    }
    await context.sync();
  }
};

/** Empty rows first, so that formats and rules are there before any text is. */
const appendRows = async (context: Context, lines: readonly (readonly Cell[])[]): Promise<void> => {
  const { sheet, table, row, column, rows, width } = await locate(context);
  for (const { from, count } of rowChunks(lines.length, width)) {
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
    await context.sync();
  }
};

const showCell = async (context: Context, at: number, place: number): Promise<void> => {
  const { sheet, row, column } = await locate(context);
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

/** The workbook that is open in Excel. Requires ExcelApi 1.12. */
export const createExcelSpreadsheet = (): Spreadsheet => ({
  locale: () => Promise.resolve(Office.context.contentLanguage || Office.context.displayLanguage || "en-US"),
  read: () => inWorkbook(readTable),
  replace: (table: NewTable, own: OwnColumns) =>
    inSilence(async (context) => {
      const located = (await tableExists(context)) ? await locate(context) : undefined;
      await fillTable(context, located, table, own);
    }),
  write: (changes) => inSilence((context) => writeCells(context, changes)),
  append: (rows) =>
    rows.length === 0 ? Promise.resolve(ok(undefined)) : inSilence((context) => appendRows(context, rows)),
  show: (row, column) => inWorkbook((context) => showCell(context, row, column)),
  readParts: (kind) => inWorkbook((context) => readParts(context, kind)),
  writeParts: (kind, texts) => inWorkbook((context) => writeParts(context, kind, texts)),
  onEdited: watch,
});
