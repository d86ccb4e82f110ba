import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { CellChange, TableColumn } from "#shared/ports/spreadsheet.ts";
import type { Located } from "./locate.ts";

/** Cells of one request. Excel on the web takes 5 MB; a cell of ours is rarely longer than 100 bytes. */
export const CELLS_PER_SYNC = 20_000;

export const NUMBER_FORMATS: Readonly<Record<TableColumn["format"], string>> = {
  text: "@",
  number: "General",
  day: "yyyy-mm-dd",
  share: "0%",
};

/** What Excel is given for a cell. */
export const toExcel = (cell: Cell): string | number | boolean => (typeof cell === "object" ? cell.percent : cell);

/** A text that Excel would take for a formula or a number unless its cell is formatted as text first. */
export const needsTextFormat = (cell: Cell): boolean => typeof cell === "string" && /^[=+\-@']/u.test(cell);

/** Cells below one another in one column, written as one range. */
export interface Run {
  readonly column: number;
  readonly row: number;
  readonly cells: Cell[];
  readonly asText: boolean;
}

/** Few ranges instead of many cells; hostile texts stand alone because their format is set first. */
export const runsOf = (changes: readonly CellChange[]): readonly Run[] => {
  const runs: Run[] = [];
  const ordered = changes.toSorted((a, b) => a.column - b.column || a.row - b.row);
  for (const { row, column, value } of ordered) {
    const last = runs.at(-1);
    const asText = needsTextFormat(value);
    const continues = last && last.column === column && last.row + last.cells.length === row && last.asText === asText;
    if (continues) last.cells.push(value);
    else runs.push({ column, row, cells: [value], asText });
  }
  return runs;
};

/** Splits a count of rows so that each part stays below the size of one request. */
export const rowChunks = (
  rows: number,
  columns: number,
): readonly { readonly from: number; readonly count: number }[] => {
  const size = Math.max(1, Math.floor(CELLS_PER_SYNC / Math.max(1, columns)));
  return Array.from({ length: Math.ceil(rows / size) }, (_, index) => ({
    from: index * size,
    count: Math.min(size, rows - index * size),
  }));
};

/** Values after formats: a text column takes a leading `=` as text only if it is a text column already. */
export const writeBody = async (
  context: Excel.RequestContext,
  { sheet, row, column }: Pick<Located, "sheet" | "row" | "column">,
  start: number,
  lines: readonly (readonly (string | number | boolean)[])[],
): Promise<void> => {
  const width = lines[0]?.length ?? 0;
  for (const { from, count } of rowChunks(lines.length, width)) {
    sheet.getRangeByIndexes(row + 1 + from, column + start, count, width).values = lines.slice(from, from + count) as (
      string | number | boolean
    )[][];
    await context.sync();
  }
};
