import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";
import { guardOption } from "./protection.ts";
import type { Chart } from "./rules.ts";
import type { Worksheet } from "./types.ts";

/** Points: what Excel gives a new chart. */
const DEFAULT_SIZE = { left: 0, top: 0, width: 360, height: 216 } as const;

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
  const chart: Chart = { id, name, chartType, source, seriesBy, title: "Chart Title", ...DEFAULT_SIZE };
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
