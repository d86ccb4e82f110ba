import type { Position, Rect } from "./address.ts";
import { containsCell } from "./address.ts";
import { cellAt, valueAt } from "./cells.ts";
import { displayText } from "./display.ts";
import type { CellFormat, FormatPatch } from "./format.ts";
import { patchFormat } from "./format.ts";
import { scalarAt } from "./formula-values.ts";
import type { CellValueOperator, ConditionalFormat, ConditionalRule, ConditionalStyle, ScalePoint } from "./rules.ts";
import type { Worksheet } from "./types.ts";
import type { Scalar } from "./value.ts";
import { isCellError } from "./value.ts";
import { compareValues } from "../calc/operand.ts";

/** How a cell looks in the end. */
export interface ShownFormat {
  readonly format: CellFormat;
  /** Share of the cell that a data bar fills, 0 to 1, and its colour. */
  readonly bar?: { readonly share: number; readonly color: string; readonly showValue: boolean };
}

type Orders = (toFirst: number, toSecond: number) => boolean;

const COMPARISONS: Readonly<Record<CellValueOperator, Orders>> = {
  Between: (toFirst, toSecond) => toFirst >= 0 && toSecond <= 0,
  NotBetween: (toFirst, toSecond) => toFirst < 0 || toSecond > 0,
  EqualTo: (toFirst) => toFirst === 0,
  NotEqualTo: (toFirst) => toFirst !== 0,
  GreaterThan: (toFirst) => toFirst > 0,
  LessThan: (toFirst) => toFirst < 0,
  GreaterThanOrEqual: (toFirst) => toFirst >= 0,
  LessThanOrEqual: (toFirst) => toFirst <= 0,
};

const compareBy = (operator: CellValueOperator, value: Scalar, a: Scalar, b: Scalar): boolean =>
  value !== null && !isCellError(value) && COMPARISONS[operator](compareValues(value, a), compareValues(value, b));

const containsText = (rule: Extract<ConditionalRule, { type: "ContainsText" }>, shown: string): boolean => {
  const text = shown.toLowerCase();
  const sought = rule.text.toLowerCase();
  switch (rule.operator) {
    case "Contains":
      return text.includes(sought);
    case "NotContains":
      return !text.includes(sought);
    case "BeginsWith":
      return text.startsWith(sought);
    case "EndsWith":
      return text.endsWith(sought);
  }
};

type StyledRule = Extract<ConditionalRule, { style: ConditionalStyle }>;

const applies = (sheet: Worksheet, rule: StyledRule, origin: Rect | undefined, cell: Position): boolean => {
  const value = (formula: string): Scalar => {
    const text = formula.startsWith("=") ? formula : `=${formula}`;
    return scalarAt(sheet, cell, text, origin);
  };
  if (rule.type === "Custom") {
    const result = value(rule.formula);
    return result === true || (typeof result === "number" && result !== 0);
  }
  if (rule.type === "ContainsText") return containsText(rule, displayText(sheet, cell.row, cell.column));
  const second = rule.formula2 === undefined ? null : value(rule.formula2);
  return compareBy(rule.operator, valueAt(sheet, cell.row, cell.column), value(rule.formula1), second);
};

const patchOf = (style: ConditionalStyle): FormatPatch => {
  const { underline, ...rest } = style;
  return underline === undefined ? rest : { ...rest, underline: underline ? "Single" : "None" };
};

const numbersIn = (sheet: Worksheet, areas: readonly Rect[]): readonly number[] =>
  areas
    .flatMap((area) => sheet.cells.within(area).map(({ cell }) => cell.value))
    .filter((value) => typeof value === "number")
    .sort((a, b) => a - b);

const sortedNumbers = new WeakMap<
  ConditionalFormat,
  { readonly version: number; readonly numbers: readonly number[] }
>();

/** Sorted numbers under a format; kept between changes of the workbook, because every cell of a scale asks for them. */
const numbersUnder = (sheet: Worksheet, entry: ConditionalFormat): readonly number[] => {
  const { version, journal } = sheet.workbook;
  if (journal.isOpen()) return numbersIn(sheet, entry.areas);
  const known = sortedNumbers.get(entry);
  if (known?.version === version) return known.numbers;
  const numbers = numbersIn(sheet, entry.areas);
  sortedNumbers.set(entry, { version, numbers });
  return numbers;
};

const formulaNumber = (sheet: Worksheet, { formula = "=0" }: ScalePoint): number => {
  const value = scalarAt(sheet, { row: 0, column: 0 }, formula.startsWith("=") ? formula : `=${formula}`);
  return typeof value === "number" ? value : 0;
};

const pointValue = (sheet: Worksheet, point: ScalePoint, sorted: readonly number[]): number => {
  const [low = 0] = sorted;
  const high = sorted.at(-1) ?? 0;
  switch (point.type) {
    case "LowestValue":
      return low;
    case "HighestValue":
      return high;
    case "Percent":
      return low + ((high - low) * formulaNumber(sheet, point)) / 100;
    case "Percentile":
      return sorted[Math.round(((sorted.length - 1) * formulaNumber(sheet, point)) / 100)] ?? 0;
    case "Number":
    case "Formula":
      return formulaNumber(sheet, point);
  }
};

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

const mix = (from: string, to: string, share: number): string => {
  const target = channels(to);
  const mixed = channels(from).map((channel, i) => Math.round(channel + ((target[i] ?? 0) - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`.toUpperCase();
};

const shareOf = (value: number, from: number, to: number): number =>
  to === from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));

const scaleColor = (
  sheet: Worksheet,
  rule: Extract<ConditionalRule, { type: "ColorScale" }>,
  sorted: readonly number[],
  value: number,
): string => {
  const points = [rule.minimum, ...(rule.midpoint ? [rule.midpoint] : []), rule.maximum];
  const values = points.map((point) => pointValue(sheet, point, sorted));
  const upper = Math.max(
    1,
    values.findIndex((limit, i) => i > 0 && value <= limit),
  );
  const at = value > (values.at(-1) ?? 0) ? points.length - 1 : upper;
  const [from, to] = [points[at - 1], points[at]];
  return from && to ? mix(from.color, to.color, shareOf(value, values[at - 1] ?? 0, values[at] ?? 0)) : "#FFFFFF";
};

/** What an earlier rule set is not overridden by a later one. */
const beneath = (stronger: FormatPatch, weaker: FormatPatch): FormatPatch => ({ ...weaker, ...stronger });

type Layer = { readonly patch: FormatPatch; readonly bar?: ShownFormat["bar"] };

const layerOf = (sheet: Worksheet, entry: ConditionalFormat, cell: Position): Layer | undefined => {
  const { rule, areas } = entry;
  const value = valueAt(sheet, cell.row, cell.column);
  if (rule.type === "ColorScale") {
    return typeof value === "number"
      ? { patch: { fill: scaleColor(sheet, rule, numbersUnder(sheet, entry), value) } }
      : undefined;
  }
  if (rule.type === "DataBar") {
    if (typeof value !== "number") return undefined;
    const sorted = numbersUnder(sheet, entry);
    const share = shareOf(value, Math.min(0, sorted[0] ?? 0), Math.max(0, sorted.at(-1) ?? 0));
    return { patch: {}, bar: { share, color: rule.color, showValue: rule.showValue } };
  }
  return applies(sheet, rule, areas[0], cell) ? { patch: patchOf(rule.style) } : undefined;
};

/** The cell's format with the conditional formats that hold, in the order of their priority. */
export const shownFormat = (sheet: Worksheet, row: number, column: number): ShownFormat => {
  const { format } = cellAt(sheet, row, column);
  let patch: FormatPatch = {};
  let bar: ShownFormat["bar"];
  for (const entry of sheet.conditionalFormats) {
    if (!entry.areas.some((area) => containsCell(area, row, column))) continue;
    const layer = layerOf(sheet, entry, { row, column });
    if (!layer) continue;
    patch = beneath(patch, layer.patch);
    bar ??= layer.bar;
    if (entry.stopIfTrue) break;
  }
  const shown = Object.keys(patch).length > 0 ? patchFormat(format, patch) : format;
  return bar ? { format: shown, bar } : { format: shown };
};
