import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";
import { guardOption } from "./protection.ts";
import type { Chart } from "./rules.ts";
import type { Worksheet } from "./types.ts";

/** What Excel gives a new chart; places in points. */
const NEW_CHART = { legend: "Bottom", fills: [], left: 0, top: 0, width: 360, height: 216 } as const;

export const addChart = (
  sheet: Worksheet,
  chartType: string,
  source: Chart["source"],
  seriesBy: Chart["seriesBy"],
): Outcome<Chart> => {
  const allowed = guardOption(sheet, "allowEditObjects");
  if (!allowed.ok) return allowed;
  const { workbook } = sheet;
  const number = workbook.nextId;
  workbook.nextId += 1;
  const id = `{${String(number).padStart(8, "0")}-0000-4000-A000-000000000000}`;
  const name = `Chart ${sheet.charts.length + 1}`;
  const chart: Chart = { id, name, chartType, source, seriesBy, title: "Chart Title", ...NEW_CHART };
  workbook.journal.set(sheet, "charts", [...sheet.charts, chart]);
  return done(chart);
};

export const updateChart = (sheet: Worksheet, id: string, patch: Partial<Chart>): Outcome<undefined> => {
  const allowed = guardOption(sheet, "allowEditObjects");
  if (!allowed.ok) return allowed;
  const next = sheet.charts.map((chart) => (chart.id === id ? { ...chart, ...patch } : chart));
  sheet.workbook.journal.set(sheet, "charts", next);
  return done(undefined);
};

export const deleteChart = (sheet: Worksheet, id: string): void =>
  sheet.workbook.journal.set(
    sheet,
    "charts",
    sheet.charts.filter((chart) => chart.id !== id),
  );

/** Where the source says its series lie: as asked, else along its shorter side, as Excel decides for "Auto". */
const seriesInColumns = ({ seriesBy, source: { area } }: Chart): boolean =>
  seriesBy === "Auto" ? area.columns <= area.rows : seriesBy === "Columns";

/** Series of a source whose first row and column hold names. */
export const seriesCount = (chart: Chart): number => {
  const { rows, columns } = chart.source.area;
  return Math.max(0, (seriesInColumns(chart) ? columns : rows) - 1);
};

/** The cell that names a series. */
export const seriesNameCell = (chart: Chart, index: number): { readonly row: number; readonly column: number } => {
  const { row, column } = chart.source.area;
  return seriesInColumns(chart) ? { row, column: column + index + 1 } : { row: row + index + 1, column };
};

/** Fills one series; the others keep theirs. */
export const fillSeries = (chart: Chart, index: number, color: string | null): Chart["fills"] =>
  Array.from({ length: Math.max(chart.fills.length, index + 1) }, (_, at) =>
    at === index ? color : (chart.fills[at] ?? null),
  );
