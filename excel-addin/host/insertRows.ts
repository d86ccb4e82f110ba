import type { Insertion } from "#shared/ports/spreadsheet.ts";
import { locate, type TableNames } from "./locate.ts";
import { needsTextFormat, toExcel } from "./tableCells.ts";

/**
 * Puts rows between those of the table, from the bottom up, so that places stay what they are. Whether it was done: not in a table
 * that a filter hides rows of, because Excel moves no cells there, and not where its rows or headers are others than were seen.
 */
export const insertRows = async (
  context: Excel.RequestContext,
  names: TableNames,
  { blocks, headers, rows, indentAt }: Insertion,
): Promise<boolean> => {
  const located = await locate(context, names);
  const { table, sheet, row, column, width } = located;
  table.autoFilter.load("isDataFiltered");
  await context.sync();
  const isOther = located.headers.join("\n") !== headers.join("\n") || located.rows !== rows;
  if (isOther || table.autoFilter.isDataFiltered) return false;
  for (const { after, lines } of blocks.toSorted((a, b) => b.after - a.after)) {
    const top = row + 2 + after;
    const range = sheet.getRangeByIndexes(top, column, lines.length, width).insert("Down");
    for (const [index, line] of lines.entries()) {
      for (const [place, cell] of line.entries()) {
        if (needsTextFormat(cell)) sheet.getRangeByIndexes(top + index, column + place, 1, 1).numberFormat = [["@"]];
      }
    }
    range.values = lines.map((line) => line.map(toExcel));
    if (indentAt !== undefined) {
      sheet.getRangeByIndexes(top, column + indentAt, lines.length, 1).format.indentLevel = 1;
    }
  }
  return true;
};
