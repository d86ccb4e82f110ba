import { displayText } from "../../model/display.ts";
import { fillSeries, seriesCount, seriesNameCell } from "../../model/charts.ts";
import { invalidArgument } from "../api-error.ts";
import { whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly } from "../definition.ts";
import type { ChartSeriesTarget, ChartTarget, Remote } from "../targets.ts";
import { remote } from "../targets.ts";
import { changeChart, chartOf } from "./charts.ts";
import { color } from "./format-access.ts";

const seriesAt = (target: ChartTarget, index: number): Remote => {
  if (index < 0 || index >= seriesCount(chartOf(target))) throw invalidArgument();
  return remote("ChartSeries", { ...target, index });
};

export const chartSeriesCollection: TypeDefinition<ChartTarget> = {
  properties: { Count: readOnly((target) => seriesCount(chartOf(target))) },
  items: (target) => Array.from({ length: seriesCount(chartOf(target)) }, (_, index) => seriesAt(target, index)),
  methods: {
    GetCount: (target) => seriesCount(chartOf(target)),
    GetItemAt: (target, [index]) => seriesAt(target, whole(index)),
  },
};

const nameOf = (target: ChartSeriesTarget): string => {
  const found = chartOf(target);
  const sheet = target.sheet.workbook.sheets.find(({ id }) => id === found.source.sheetId);
  const { row, column } = seriesNameCell(found, target.index);
  return sheet ? displayText(sheet, row, column) : "";
};

export const chartSeries: TypeDefinition<ChartSeriesTarget> = {
  properties: { Name: readOnly(nameOf) },
  objects: { Format: (target) => remote("ChartSeriesFormat", target) },
  exists: (target) => target.index < seriesCount(chartOf(target)),
};

export const chartSeriesFormat: TypeDefinition<ChartSeriesTarget> = {
  objects: { Fill: (target) => remote("ChartFill", target) },
};

const fill = (target: ChartSeriesTarget, given: string | null): null => {
  changeChart(target, { fills: fillSeries(chartOf(target), target.index, given) });
  return null;
};

export const chartFill: TypeDefinition<ChartSeriesTarget> = {
  methods: {
    SetSolidColor: (target, [value]) => fill(target, color(value)),
    Clear: (target) => fill(target, null),
  },
};
