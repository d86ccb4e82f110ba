import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { TableContent } from "#shared/ports/spreadsheet.ts";
import { findTable, type TableNames } from "./locate.ts";
import { rowChunks } from "./tableCells.ts";

type Line = readonly (string | number | boolean)[];

/** A number whose cell shows per cent. */
const withPercent = (value: Cell, format: unknown): Cell =>
  typeof value === "number" && String(format).includes("%") ? { percent: value } : value;

const mayBeFormula = (cell: unknown): cell is string => typeof cell === "string" && cell.startsWith("=");

/** Formulas of a chunk of rows: what begins with `=` and has another result. A text that begins with `=` is its own result. */
const formulasIn = (
  lines: readonly Line[],
  values: readonly Line[],
): ReadonlyMap<number, ReadonlyMap<number, string>> =>
  new Map(
    lines.flatMap((line, at) => {
      const own = line.flatMap((cell, column) =>
        mayBeFormula(cell) && values[at]?.[column] !== cell ? [[column, cell] as const] : [],
      );
      return own.length > 0 ? [[at, new Map(own)] as const] : [];
    }),
  );

/** Everything in the table. Results of formulas are fetched only where there are formulas: a constant is its own formula. */
export const readTable = async (
  context: Excel.RequestContext,
  names: TableNames,
): Promise<TableContent | undefined> => {
  const found = await findTable(context, names);
  if (!found) return undefined;
  const { name, sheet, row, column, rows: count, width, headers } = found;
  const rows: Cell[][] = [];
  const formulas = new Map<number, ReadonlyMap<number, string>>();
  for (const { from, count: size } of rowChunks(count, width)) {
    const body = sheet.getRangeByIndexes(row + 1 + from, column, size, width);
    // Formats are a tenth of the values; asking for them separately would cost another round trip.
    body.load("formulas,numberFormat");
    await context.sync();
    const lines = body.formulas as Line[];
    const formats = body.numberFormat as unknown[][];
    let values = lines;
    if (lines.some((line) => line.some(mayBeFormula))) {
      const results = sheet.getRangeByIndexes(row + 1 + from, column, size, width);
      results.load("values");
      await context.sync();
      values = results.values as Line[];
      for (const [at, own] of formulasIn(lines, values)) formulas.set(from + at, own);
    }
    for (const [index, line] of values.entries()) {
      rows.push(line.map((value, at) => withPercent(value, formats[index]?.[at])));
    }
  }
  return { name, headers, rows, formulas };
};
