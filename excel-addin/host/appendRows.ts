import type { Cell } from "#shared/domain/sheet/fields.ts";
import { locate, type Located, type TableNames } from "./locate.ts";
import { needsTextFormat, rowChunks, toExcel } from "./tableCells.ts";

/**
 * Room for rows at the end of the table. Co-authors meet merge conflicts where a table is made longer by its own function for
 * adding rows, so rows are written below it instead; only what lies there, or a row of totals, is pushed down first.
 */
export const makeRoom = async (
  context: Excel.RequestContext,
  { sheet, row, column, rows, width, hasTotals }: Located,
  count: number,
): Promise<void> => {
  const below = sheet.getRangeByIndexes(row + 1 + rows, column, count, width);
  const used = below.getUsedRangeOrNullObject(true);
  await context.sync();
  if (hasTotals || !used.isNullObject) below.insert("Down");
};

/** Rows right below a table become its own as soon as they are written; where Excel left them out, the table is told to take them in. */
export const takeIn = async (
  context: Excel.RequestContext,
  names: TableNames,
  { table, sheet, row, column, width }: Located,
  rows: number,
): Promise<void> => {
  const now = await locate(context, names);
  if (now.rows >= rows) return;
  if (Office.context.requirements.isSetSupported("ExcelApi", "1.13")) {
    table.resize(sheet.getRangeByIndexes(row, column, rows + 1 + (now.hasTotals ? 1 : 0), width));
    return;
  }
  const missing = sheet.getRangeByIndexes(row + 1 + now.rows, column, rows - now.rows, width);
  missing.load("formulas");
  await context.sync();
  const lines = missing.formulas as (string | number | boolean)[][];
  missing.clear("Contents");
  table.rows.add(-1, lines);
};

/** A table without rows shows one that is empty. */
const isBlank = async (
  context: Excel.RequestContext,
  { sheet, row, column, rows, width }: Located,
): Promise<boolean> => {
  if (rows !== 1) return false;
  const first = sheet.getRangeByIndexes(row + 1, column, 1, width);
  first.load("formulas");
  await context.sync();
  return (first.formulas[0] ?? []).every((cell) => cell === "");
};

/** Number formats of the last row, which the new ones are to have before any text is in them. */
const formatsOf = (located: Located): (() => readonly string[]) => {
  const { sheet, row, column, rows, width } = located;
  const last = sheet.getRangeByIndexes(row + rows, column, 1, width);
  last.load("numberFormat");
  return () => (last.numberFormat[0] ?? []) as string[];
};

/** Whether it was done: not under other headers than those that were seen. */
export const appendRows = async (
  context: Excel.RequestContext,
  names: TableNames,
  lines: readonly (readonly Cell[])[],
  headers: readonly string[],
): Promise<boolean> => {
  const located = await locate(context, names);
  if (located.headers.join("\n") !== headers.join("\n")) return false;
  const free = (await isBlank(context, located)) ? 0 : located.rows;
  const formats = formatsOf(located);
  await makeRoom(context, { ...located, rows: free }, lines.length);
  const { sheet, row, column, width } = located;
  for (const { from, count } of rowChunks(lines.length, width)) {
    if (from > 0) await context.sync();
    const range = sheet.getRangeByIndexes(row + 1 + free + from, column, count, width);
    const part = lines.slice(from, from + count);
    range.numberFormat = part.map((line) =>
      line.map((cell, at) => (needsTextFormat(cell) ? "@" : (formats()[at] ?? "General"))),
    );
    range.values = part.map((line) => line.map(toExcel));
  }
  await takeIn(context, names, located, free + lines.length);
  return true;
};
