// Charts are kept, not drawn: type, source, title, legend, series and place are real, pictures are not emulated.
import type { Chart } from "../../model/rules.ts";
import type { Worksheet } from "../../model/types.ts";
import { addChart, deleteChart, updateChart } from "../../model/charts.ts";
import { invalidArgument, itemNotFound, unwrap } from "../api-error.ts";
import { flag, isMissing, number, objectOf, oneOf, text, whole } from "../arguments.ts";
import type { Property, TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { ChartTarget, Remote } from "../targets.ts";
import { orNull, remote } from "../targets.ts";
import { areaOf, rangeArgument } from "./areas.ts";
import { columnWidth, rowHeight } from "../../model/formatting.ts";
import type { TrackedRange } from "../../model/types.ts";

const SERIES = ["Auto", "Columns", "Rows"] as const;

export const chartOf = ({ sheet, id }: ChartTarget): Chart => {
  const found = sheet.charts.find((entry) => entry.id === id);
  if (!found) throw itemNotFound();
  return found;
};

const asRemote = (sheet: Worksheet, { id }: Chart): Remote => remote("Chart", { sheet, id });

const find = (sheet: Worksheet, key: unknown): Chart | undefined =>
  sheet.charts.find(({ id, name }) => id === text(key) || name.toLowerCase() === text(key).toLowerCase());

const required = (sheet: Worksheet, found: Chart | undefined): Remote => {
  if (!found) throw itemNotFound();
  return asRemote(sheet, found);
};

const sourceOf = (value: unknown): Chart["source"] => {
  const range = objectOf(value, "Range")?.target;
  if (!range) throw invalidArgument();
  return { sheetId: range.sheet.id, area: areaOf(range) };
};

export const chartCollection: TypeDefinition<Worksheet> = {
  properties: { Count: readOnly(({ charts }) => charts.length) },
  items: (sheet) => sheet.charts.map((entry) => asRemote(sheet, entry)),
  methods: {
    Add: (sheet, [type, source, seriesBy]) =>
      asRemote(sheet, unwrap(addChart(sheet, text(type), sourceOf(source), oneOf(seriesBy ?? "Auto", SERIES)))),
    GetCount: ({ charts }) => charts.length,
    GetItem: (sheet, [key]) => required(sheet, find(sheet, key)),
    GetItemAt: (sheet, [index]) => required(sheet, sheet.charts[whole(index)]),
    GetItemOrNullObject: (sheet, [key]) => orNull(find(sheet, key), (entry) => asRemote(sheet, entry)),
  },
};

export const changeChart = ({ sheet, id }: ChartTarget, patch: Partial<Chart>): void =>
  unwrap(updateChart(sheet, id, patch));

const chartField = <K extends keyof Chart>(key: K, read: (value: unknown) => Chart[K]): Property<ChartTarget> =>
  readWrite(
    (target) => chartOf(target)[key],
    (target, value) => changeChart(target, { [key]: read(value) }),
  );

const topLeft = ({ sheet }: TrackedRange, row: number, column: number): { left: number; top: number } => {
  let left = 0;
  let top = 0;
  for (let index = 0; index < column; index += 1) left += columnWidth(sheet, index);
  for (let index = 0; index < row; index += 1) top += rowHeight(sheet, index);
  return { left, top };
};

const setPosition = (target: ChartTarget, start: unknown, end: unknown): null => {
  const first = rangeArgument(target.sheet, start);
  const from = areaOf(first);
  const place = topLeft(first, from.row, from.column);
  if (isMissing(end)) {
    changeChart(target, place);
    return null;
  }
  const last = areaOf(rangeArgument(target.sheet, end));
  const corner = topLeft(first, last.row + last.rows, last.column + last.columns);
  changeChart(target, { ...place, width: corner.left - place.left, height: corner.top - place.top });
  return null;
};

export const chart: TypeDefinition<ChartTarget> = {
  identity: "Id",
  properties: {
    Id: readOnly(({ id }) => id),
    Name: chartField("name", text),
    ChartType: chartField("chartType", text),
    Left: chartField("left", number),
    Top: chartField("top", number),
    Width: chartField("width", number),
    Height: chartField("height", number),
  },
  objects: {
    Title: (target) => remote("ChartTitle", target),
    Legend: (target) => remote("ChartLegend", target),
    Series: (target) => remote("ChartSeriesCollection", target),
    Worksheet: ({ sheet }) => remote("Worksheet", sheet),
  },
  methods: {
    Delete: ({ sheet, id }) => {
      deleteChart(sheet, id);
      return null;
    },
    SetData: (target, [source, seriesBy]) => {
      changeChart(target, { source: sourceOf(source), seriesBy: oneOf(seriesBy ?? "Auto", SERIES) });
      return null;
    },
    SetPosition: (target, [start, end]) => setPosition(target, start, end),
  },
  exists: ({ sheet, id }) => sheet.charts.some((entry) => entry.id === id),
};

export const chartTitle: TypeDefinition<ChartTarget> = {
  properties: {
    Text: readWrite(
      (target) => chartOf(target).title,
      (target, value) => changeChart(target, { title: text(value) }),
    ),
  },
};

const POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner", "Custom"] as const;

export const chartLegend: TypeDefinition<ChartTarget> = {
  properties: {
    Visible: readWrite(
      (target) => chartOf(target).legend !== null,
      (target, value) => changeChart(target, { legend: flag(value) ? (chartOf(target).legend ?? "Bottom") : null }),
    ),
    Position: readWrite(
      (target) => chartOf(target).legend ?? "Invalid",
      (target, value) => changeChart(target, { legend: oneOf(value, POSITIONS) }),
    ),
  },
};
