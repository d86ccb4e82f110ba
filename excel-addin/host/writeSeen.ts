import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { CellChange, Seen } from "#shared/ports/spreadsheet.ts";
import { CELLS_PER_SYNC, runsOf, toExcel } from "./tableCells.ts";

/** Ranges that one request writes. */
const RUNS_PER_SYNC = 1_000;
/** Rows in between that are read along rather than asking for another range. */
const GAP = 8;

type Raw = string | number | boolean;

/** Neighbouring rows, looked at together. */
interface Span {
  readonly from: number;
  to: number;
}

const spansOf = (rows: readonly number[]): readonly Span[] => {
  const spans: Span[] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last && row <= last.to + GAP) last.to = Math.max(last.to, row);
    else spans.push({ from: row, to: row });
  }
  return spans;
};

/** Changes that go in one request: as many rows as may be looked at in it. */
const requestsOf = (changes: readonly CellChange[], width: number): readonly (readonly CellChange[])[] => {
  const most = Math.max(1, Math.floor(CELLS_PER_SYNC / Math.max(1, width)));
  const requests: CellChange[][] = [];
  let first = Number.NEGATIVE_INFINITY;
  for (const change of changes.toSorted((a, b) => a.row - b.row)) {
    const last = requests.at(-1);
    if (last && change.row < first + most && last.length < RUNS_PER_SYNC) last.push(change);
    else {
      requests.push([change]);
      first = change.row;
    }
  }
  return requests;
};

const rawOf = (cell: Cell | undefined): Raw => (cell === undefined ? "" : toExcel(cell));

/** Whether a row still says what it said. A formula is compared as it is written: its result may change at any time. */
const isAsSeen = (now: readonly Raw[] | undefined, row: number, { content, columns }: Seen): boolean =>
  columns.every((column) => {
    const expected = content.formulas.get(row)?.get(column) ?? rawOf(content.rows[row]?.[column]);
    const found = now?.[column];
    return found === expected || String(found) === String(expected);
  });

interface Before {
  readonly lines: ReadonlyMap<number, { readonly cells: readonly Raw[]; readonly formats: readonly string[] }>;
  readonly rows: number;
  readonly headers: readonly string[];
}

/** Asks what stands in the rows before this request changes them, in the same request: nothing can come in between. */
const askBefore = (body: Excel.Range, head: Excel.Range, rows: readonly number[], width: number) => {
  body.load("rowCount");
  head.load("values");
  const asked = spansOf(rows).map(({ from, to }) => {
    const range = body.getCell(from, 0).getResizedRange(to - from, width - 1);
    range.load("formulas,numberFormat");
    return { from, range };
  });
  return (): Before => ({
    rows: body.rowCount,
    headers: (head.values[0] ?? []).map(String),
    lines: new Map(
      asked.flatMap(({ from, range }) =>
        (range.formulas as Raw[][]).map(
          (cells, at) => [from + at, { cells, formats: (range.numberFormat[at] ?? []) as string[] }] as const,
        ),
      ),
    ),
  });
};

/** Puts back what stood in rows that turned out to be others; a row that the write itself added to the table goes again. */
const putBack = (body: Excel.Range, changes: readonly CellChange[], before: Before, width: number): void => {
  for (const { row, column } of changes) {
    const line = before.lines.get(row);
    const cell = body.getCell(row, column);
    cell.numberFormat = [[line?.formats[column] ?? "General"]];
    cell.formulas = [[line?.cells[column] ?? ""]];
  }
  const added = [...new Set(changes.map(({ row }) => row))].filter((row) => row >= before.rows);
  for (const row of added.toSorted((a, b) => b - a)) {
    const wasBlank = before.lines.get(row)?.cells.every((cell) => cell === "");
    if (wasBlank)
      body
        .getCell(row, 0)
        .getResizedRange(0, width - 1)
        .delete("Up");
  }
};

/**
 * Writes what was made from a table as it was read some time ago. Rows that are not the same any more are left as they are, to
 * the letter; they are handed back.
 */
export const writeSeen = async (
  context: Excel.RequestContext,
  changes: readonly CellChange[],
  seen: Seen,
): Promise<readonly number[]> => {
  const table = context.workbook.tables.getItem(seen.content.name);
  const width = seen.content.headers.length;
  const others = new Set<number>();
  for (const request of requestsOf(changes, width)) {
    const body = table.getDataBodyRange();
    const rows = [...new Set(request.map(({ row }) => row))];
    const before = askBefore(body, table.getHeaderRowRange(), rows, width);
    for (const { row, column, cells, asText } of runsOf(request)) {
      const range = body.getCell(row, column).getResizedRange(cells.length - 1, 0);
      if (asText) range.numberFormat = [["@"]];
      range.values = cells.map((cell) => [toExcel(cell)]);
    }
    await context.sync();
    const then = before();
    const moved = then.headers.join("\n") !== seen.content.headers.join("\n");
    const wrong = rows.filter((row) => moved || row >= then.rows || !isAsSeen(then.lines.get(row)?.cells, row, seen));
    if (wrong.length === 0) continue;
    for (const row of wrong) others.add(row);
    putBack(
      body,
      request.filter(({ row }) => others.has(row)),
      then,
      width,
    );
    await context.sync();
  }
  return [...others];
};
