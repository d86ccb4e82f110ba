import type { Rect } from "./address.ts";
import { rect } from "./address.ts";
import { copyFormula } from "../calc/rewrite.ts";
import { cellAt, storeCell } from "./cells.ts";
import { isDateFormat } from "./format-tokens.ts";
import type { Cell } from "./grid.ts";
import type { FillKind } from "./clipboard-kinds.ts";
import type { Worksheet } from "./types.ts";
import type { Scalar } from "./value.ts";

/** Value at a distance from the first source cell; undefined = repeat the source. */
type Series = (offset: number) => Scalar;

const numericSeries = (cells: readonly Cell[], kind: FillKind): Series | undefined => {
  const values = cells.map((cell) => cell.value);
  if (!values.every((value): value is number => typeof value === "number")) return undefined;
  const [first = 0] = values;
  const isDate = cells.every((cell) => isDateFormat(cell.format.numberFormat));
  if (values.length === 1) return isDate || kind === "FillSeries" ? (offset) => first + offset : undefined;
  const count = values.length;
  const meanX = (count - 1) / 2;
  const meanY = values.reduce((sum, value) => sum + value, 0) / count;
  const slope =
    values.reduce((sum, value, x) => sum + (x - meanX) * (value - meanY), 0) /
    values.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0);
  return (offset) => Number((meanY + slope * (offset - meanX)).toPrecision(15));
};

/** "Q1" → "Q2", "Week 9" → "Week 10": texts that differ only in the number at their end count on. */
const textSeries = (cells: readonly Cell[]): Series | undefined => {
  const parts = cells.map(({ value }) => (typeof value === "string" ? /^(.*?)(\d{1,15})$/s.exec(value) : null));
  const [head = "", digits = "0"] = parts[0]?.slice(1) ?? [];
  if (!parts.every((part) => part !== null && part[1] === head)) return undefined;
  const numbers = parts.map((part) => Number(part?.[2] ?? 0));
  const [first = 0, second = first + 1] = numbers;
  const isQuarter = /(^|\s)(q|quarter|qtr)\s?$/i.test(head);
  const width = digits.startsWith("0") ? digits.length : 1;
  return (offset) => {
    const number = first + (second - first) * offset;
    const shown = isQuarter ? ((((number - 1) % 4) + 4) % 4) + 1 : Math.abs(number);
    return head + String(shown).padStart(width, "0");
  };
};

const filledCell = (
  cells: readonly Cell[],
  offset: number,
  series: Series | undefined,
  kind: FillKind,
  isVertical: boolean,
): Cell | undefined => {
  const count = cells.length;
  const at = ((offset % count) + count) % count;
  const source = cells[at];
  if (!source) return undefined;
  const distance = offset - at;
  if (source.formula !== null) {
    const formula = copyFormula(source.formula, isVertical ? distance : 0, isVertical ? 0 : distance);
    return { value: null, formula, format: source.format };
  }
  if (series && kind !== "FillCopy") return { value: series(offset), formula: null, format: source.format };
  return { value: source.value, formula: null, format: source.format };
};

const fillLine = (
  sheet: Worksheet,
  line: Rect,
  isVertical: boolean,
  { before, after }: { readonly before: number; readonly after: number },
  kind: FillKind,
): void => {
  const length = isVertical ? line.rows : line.columns;
  const place = (offset: number): readonly [number, number] =>
    isVertical ? [line.row + offset, line.column] : [line.row, line.column + offset];
  const cells = Array.from({ length }, (_, offset) => cellAt(sheet, ...place(offset)));
  const series = numericSeries(cells, kind) ?? textSeries(cells);
  const offsets = [
    ...Array.from({ length: before }, (_, i) => i - before),
    ...Array.from({ length: after }, (_, i) => length + i),
  ];
  for (const offset of offsets) {
    const filled = filledCell(cells, offset, series, kind, isVertical);
    if (!filled) continue;
    const [row, column] = place(offset);
    const target = cellAt(sheet, row, column);
    const isFormatOnly = kind === "FillFormats";
    const format = kind === "FillValues" ? target.format : filled.format;
    storeCell(sheet, row, column, isFormatOnly ? { ...target, format } : { ...filled, format });
  }
};

/** Continues each row or column of `source` on both sides by the given numbers of cells. */
export const fillSeries = (
  sheet: Worksheet,
  source: Rect,
  isVertical: boolean,
  sides: { readonly before: number; readonly after: number },
  kind: FillKind,
): void => {
  const count = isVertical ? source.columns : source.rows;
  for (let i = 0; i < count; i += 1) {
    const line = isVertical
      ? rect(source.row, source.column + i, source.rows, 1)
      : rect(source.row + i, source.column, 1, source.columns);
    fillLine(sheet, line, isVertical, sides, kind);
  }
};
