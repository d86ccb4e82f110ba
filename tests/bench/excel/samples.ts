/**
 * The same work as samples of the Office documentation do it: with plain cells, without keys, types, comparison, problems or
 * formats. One goes row by row, as a loop that synchronises each time; the other hands over the whole range at once.
 */

export type Rows = readonly (readonly (string | number)[])[];

export interface Sample {
  readonly name: string;
  /** Puts the rows into a new table. */
  readonly pull: (rows: Rows) => Promise<void>;
  /** Reads the table again and says which rows are other than they were. */
  readonly compare: (rows: Rows) => Promise<readonly number[]>;
  /** Writes a word beside each of these rows. */
  readonly report: (rows: readonly number[], of: Rows) => Promise<void>;
}

const SHEET = "Sample";
const TABLE = "SampleTable";

const begin = (context: Excel.RequestContext, rows: Rows): Excel.Table => {
  const sheet = context.workbook.worksheets.add(SHEET);
  const header = (rows[0] ?? []).map((_, at) => `Column ${at + 1}`);
  const range = sheet.getRangeByIndexes(0, 0, 1, header.length);
  range.values = [header];
  const table = sheet.tables.add(range, true);
  table.name = TABLE;
  return table;
};

const differs = (values: readonly unknown[] | undefined, row: readonly unknown[] | undefined): boolean =>
  values === undefined || row === undefined || values.some((value, at) => String(value) !== String(row[at]));

const lines = (rows: Rows): (string | number)[][] => rows.map((row) => [...row]);

export const rowByRow: Sample = {
  name: "row by row",
  pull: (rows) =>
    Excel.run(async (context) => {
      const table = begin(context, rows);
      await context.sync();
      for (const row of lines(rows)) {
        table.rows.add(undefined, [row]);
        await context.sync();
      }
    }),
  compare: (rows) =>
    Excel.run(async (context) => {
      const changed: number[] = [];
      const sheet = context.workbook.worksheets.getItem(SHEET);
      for (const [at, row] of rows.entries()) {
        const range = sheet.getRangeByIndexes(at + 1, 0, 1, row.length).load("values");
        await context.sync();
        if (differs(range.values[0], row)) changed.push(at);
      }
      return changed;
    }),
  report: (changed, of) =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(SHEET);
      for (const row of changed) {
        sheet.getRangeByIndexes(row + 1, (of[0] ?? []).length - 1, 1, 1).values = [["Stored"]];
        await context.sync();
      }
    }),
};

export const rangeAtOnce: Sample = {
  name: "range at once",
  pull: (rows) =>
    Excel.run(async (context) => {
      begin(context, rows).rows.add(undefined, lines(rows));
      await context.sync();
    }),
  compare: (rows) =>
    Excel.run(async (context) => {
      const body = context.workbook.tables.getItem(TABLE).getDataBodyRange().load("values");
      await context.sync();
      return [...rows.keys()].filter((at) => differs(body.values[at], rows[at]));
    }),
  report: (changed, of) =>
    Excel.run(async (context) => {
      const body = context.workbook.tables.getItem(TABLE).getDataBodyRange();
      const column = body.getLastColumn();
      const reported = new Set(changed);
      column.values = of.map((row, at) => [reported.has(at) ? "Stored" : (row.at(-1) ?? "")]);
      await context.sync();
    }),
};
