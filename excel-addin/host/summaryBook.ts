import type {
  ChartedTable,
  SummaryBook,
  SummaryFormat,
  SummaryPages,
  SummaryTable,
} from "#shared/ports/summaryBook.ts";
import { inSilence } from "./officeErrors.ts";
import { rowChunks, toExcel } from "./tableCells.ts";

type Context = Excel.RequestContext;

const FORMATS: Readonly<Record<SummaryFormat, string>> = {
  text: "@",
  count: "#,##0",
  figure: "General",
  mean: "0.0",
  share: "0%",
  points: "+0;-0;0",
  day: "yyyy-mm-dd",
};

/** Rows of the first page, from 0: title, subtitle, figures, charts, and below them the tables. */
const ROWS = { title: 0, subtitle: 1, labels: 3, figures: 4, charts: 6, chartsEnd: 22, tables: 24 } as const;

/** Points per character of the default font, near enough for a first look. */
const POINTS_PER_CHARACTER = 5.6;

/** Good, middle and bad ends of a colour scale; each is readable under black text. */
const HEAT = { good: "#9FD89F", middle: "#FFF4CE", bad: "#F1BBBC" } as const;

const TABLES = { status: "OKR_Status", progress: "OKR_Progress", data: "OKR_Data" } as const;
type Role = keyof typeof TABLES;

interface Found {
  readonly sheets: ReadonlySet<string>;
  readonly tables: ReadonlySet<string>;
  /** Tables of an earlier time whose first columns are still ours. */
  readonly ours: Readonly<Partial<Record<Role, Excel.Table>>>;
}

const roleOf = (name: string): Role | undefined =>
  (Object.keys(TABLES) as Role[]).find((role) => new RegExp(`^${TABLES[role]}(?:_\\d+)?$`, "u").test(name));

const find = async (context: Context, pages: SummaryPages): Promise<Found> => {
  const { worksheets, tables } = context.workbook;
  worksheets.load("items/name");
  tables.load("items/name");
  await context.sync();
  const candidates = tables.items.flatMap((table) => {
    const role = roleOf(table.name);
    if (!role) return [];
    const head = table.getHeaderRowRange();
    head.load("values");
    return [{ role, table, head }];
  });
  await context.sync();
  const ours: Partial<Record<Role, Excel.Table>> = {};
  for (const { role, table, head } of candidates) {
    const headers = (head.values[0] ?? []).map(String);
    if (pages[role].columns.every(({ header }, at) => headers[at] === header)) ours[role] ??= table;
  }
  return {
    sheets: new Set(worksheets.items.map(({ name }) => name.toLowerCase())),
    tables: new Set(tables.items.map(({ name }) => name.toLowerCase())),
    ours,
  };
};

const free = (taken: ReadonlySet<string>, name: string, separator: string): string => {
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) candidate = `${name}${separator}${number}`;
  return candidate;
};

/** The cells below the header, from the first column on. */
const writeBody = async (
  context: Context,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  { columns, rows }: SummaryTable,
): Promise<void> => {
  const width = columns.length;
  for (const [at, { format }] of columns.entries()) {
    // Before the values: a text that begins with `=` is text only in a cell of that format.
    sheet.getRangeByIndexes(row, column + at, Math.max(rows.length, 1), 1).numberFormat = [[FORMATS[format]]];
  }
  for (const { from, count } of rowChunks(rows.length, width)) {
    sheet.getRangeByIndexes(row + from, column, count, width).values = rows
      .slice(from, from + count)
      .map((line) => line.map(toExcel));
    await context.sync();
  }
};

const paintHeat = (sheet: Excel.Worksheet, row: number, column: number, { columns, rows }: SummaryTable): void => {
  for (const [at, { heat }] of columns.entries()) {
    if (!heat) continue;
    const range = sheet.getRangeByIndexes(row, column + at, Math.max(rows.length, 1), 1);
    range.conditionalFormats.clearAll();
    const scale = range.conditionalFormats.add("ColorScale");
    const [low, high] = heat === "highIsGood" ? [HEAT.bad, HEAT.good] : [HEAT.good, HEAT.bad];
    scale.colorScale.criteria = {
      minimum: { type: "LowestValue", color: low },
      midpoint: { type: "Percentile", formula: "50", color: HEAT.middle },
      maximum: { type: "HighestValue", color: high },
    };
  }
};

const create = async (
  context: Context,
  sheet: Excel.Worksheet,
  row: number,
  column: number,
  name: string,
  table: SummaryTable,
): Promise<Excel.Table> => {
  const { columns, rows } = table;
  const head = sheet.getRangeByIndexes(row, column, 1, columns.length);
  head.numberFormat = [["@"]];
  head.values = [columns.map(({ header }) => header)];
  await writeBody(context, sheet, row + 1, column, table);
  const made = sheet.tables.add(
    sheet.getRangeByIndexes(row, column, Math.max(rows.length, 1) + 1, columns.length),
    true,
  );
  made.name = name;
  made.style = "TableStyleLight9";
  for (const [at, { width }] of columns.entries()) {
    sheet.getRangeByIndexes(row, column + at, 1, 1).format.columnWidth = width * POINTS_PER_CHARACTER;
  }
  return made;
};

/** Keeps the table, so that formulas and pivot tables on it stay; columns of the user's own beside ours too. */
const refill = async (context: Context, made: Excel.Table, table: SummaryTable): Promise<void> => {
  const range = made.getRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  range.worksheet.load("id");
  made.clearFilters();
  await context.sync();
  const { rowIndex, columnIndex, rowCount, columnCount, worksheet: sheet } = range;
  const wanted = Math.max(table.rows.length, 1);
  const more = wanted - (rowCount - 1);
  for (const { count } of rowChunks(Math.max(more, 0), columnCount)) {
    made.rows.add(
      -1,
      Array.from({ length: count }, () => Array.from({ length: columnCount }, () => "")),
    );
    await context.sync();
  }
  if (more < 0) sheet.getRangeByIndexes(rowIndex + 1 + wanted, columnIndex, -more, columnCount).delete("Up");
  await writeBody(context, sheet, rowIndex + 1, columnIndex, table);
  if (table.rows.length === 0) sheet.getRangeByIndexes(rowIndex + 1, columnIndex, 1, columnCount).clear("Contents");
};

/** The charted columns: the names, and one for each colour. */
const chartSource = (made: Excel.Table, { chart }: ChartedTable): Excel.Range =>
  made.getRange().getColumn(0).getResizedRange(0, chart.colors.length);

const drawChart = (
  sheet: Excel.Worksheet,
  made: Excel.Table,
  table: ChartedTable,
  name: string,
  column: number,
): void => {
  const { title, kind, colors } = table.chart;
  const drawn = sheet.charts.add(
    kind === "parts" ? "ColumnStacked100" : "ColumnClustered",
    chartSource(made, table),
    "Columns",
  );
  drawn.name = name;
  drawn.title.text = title;
  drawn.legend.position = "Bottom";
  for (const [at, color] of colors.entries()) drawn.series.getItemAt(at).format.fill.setSolidColor(color);
  const last = column + table.columns.length - 1;
  drawn.setPosition(sheet.getCell(ROWS.charts, column), sheet.getCell(ROWS.chartsEnd, last));
};

const writeHead = (sheet: Excel.Worksheet, { title, subtitle, figures }: SummaryPages): void => {
  const text = (row: number, value: string): Excel.Range => {
    const cell = sheet.getCell(row, 0);
    cell.numberFormat = [["@"]];
    cell.values = [[value]];
    return cell;
  };
  const head = text(ROWS.title, title);
  head.format.font.size = 18;
  head.format.font.bold = true;
  text(ROWS.subtitle, subtitle).format.font.color = "#616161";
  for (const [at, { label, value, format }] of figures.entries()) {
    const name = sheet.getCell(ROWS.labels, at);
    name.numberFormat = [["@"]];
    name.values = [[label]];
    name.format.font.color = "#616161";
    const cell = sheet.getCell(ROWS.figures, at);
    cell.numberFormat = [[FORMATS[format]]];
    cell.values = [[toExcel(value)]];
    cell.format.font.size = 16;
    cell.format.font.bold = true;
    cell.format.horizontalAlignment = "Left";
  }
};

/** Landscape, as wide as one page, with the header of the tables on each. */
const layOut = (sheet: Excel.Worksheet, headerRow: number): void => {
  sheet.pageLayout.orientation = "Landscape";
  sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
  sheet.pageLayout.centerHorizontally = true;
  sheet.pageLayout.setPrintTitleRows(sheet.getRangeByIndexes(headerRow, 0, 1, 1).getEntireRow());
};

/** The column of the second table: one is left empty between the two. */
const secondColumn = ({ status }: SummaryPages): number => status.columns.length + 1;

const CHARTS = { status: "OKR status", progress: "OKR progress" } as const;

const makeSummary = async (context: Context, pages: SummaryPages, found: Found): Promise<Excel.Worksheet> => {
  const sheet = context.workbook.worksheets.add(free(found.sheets, pages.sheets.summary, " "));
  sheet.showGridlines = false;
  writeHead(sheet, pages);
  const second = secondColumn(pages);
  for (const [role, column] of [["status", 0] as const, ["progress", second] as const]) {
    const made = await create(context, sheet, ROWS.tables, column, free(found.tables, TABLES[role], "_"), pages[role]);
    made.showFilterButton = false;
    paintHeat(sheet, ROWS.tables + 1, column, pages[role]);
    drawChart(sheet, made, pages[role], CHARTS[role], column);
  }
  layOut(sheet, ROWS.tables);
  return sheet;
};

/** Charts that somebody removed stay away; those that are there follow their tables. */
const updateSummary = async (
  context: Context,
  pages: SummaryPages,
  ours: Readonly<Record<"status" | "progress", Excel.Table>>,
): Promise<Excel.Worksheet> => {
  const sheet = ours.status.worksheet;
  const second = secondColumn(pages);
  for (const [role, column] of [["status", 0] as const, ["progress", second] as const]) {
    await refill(context, ours[role], pages[role]);
    paintHeat(sheet, ROWS.tables + 1, column, pages[role]);
    const chart = sheet.charts.getItemOrNullObject(CHARTS[role]);
    await context.sync();
    if (chart.isNullObject) continue;
    chart.title.text = pages[role].chart.title;
    chart.setData(chartSource(ours[role], pages[role]), "Columns");
  }
  writeHead(sheet, pages);
  return sheet;
};

const writeData = async (context: Context, pages: SummaryPages, found: Found): Promise<void> => {
  if (found.ours.data) return refill(context, found.ours.data, pages.data);
  const sheet = context.workbook.worksheets.add(free(found.sheets, pages.sheets.data, " "));
  await create(context, sheet, 0, 0, free(found.tables, TABLES.data, "_"), pages.data);
  sheet.freezePanes.freezeRows(1);
  layOut(sheet, 0);
};

const write = async (context: Context, pages: SummaryPages): Promise<void> => {
  const found = await find(context, pages);
  const { status, progress } = found.ours;
  const sheet =
    status && progress
      ? await updateSummary(context, pages, { status, progress })
      : await makeSummary(context, pages, found);
  await writeData(context, pages, found);
  sheet.activate();
};

/** Sheets of the workbook that is open in Excel. Requires ExcelApi 1.9. */
export const createSummaryBook = (): SummaryBook => ({
  write: (pages) => inSilence((context) => write(context, pages)),
});
