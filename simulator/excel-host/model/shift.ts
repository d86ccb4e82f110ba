import type { Rect } from "./address.ts";
import { MAX_COLUMNS, MAX_ROWS, isEntireColumns, isEntireRows, lastColumn, lastRow, rect } from "./address.ts";

/** "rows" moves cells down or up, "columns" moves them right or left. */
export type Axis = "rows" | "columns";

/** A block of cells that is inserted or deleted. */
export interface Shift {
  readonly kind: "insert" | "delete";
  readonly axis: Axis;
  readonly block: Rect;
}

/** A one-dimensional part: `start` and `length` along the axis. */
interface Span {
  readonly start: number;
  readonly length: number;
}

const inserted = ({ start, length }: Span, at: number, count: number): Span => {
  if (start >= at) return { start: start + count, length };
  return start + length > at ? { start, length: length + count } : { start, length };
};

const deleted = ({ start, length }: Span, at: number, count: number): Span | null => {
  const end = start + length;
  const cut = Math.max(0, Math.min(end, at + count) - Math.max(start, at));
  const before = Math.max(0, Math.min(start, at + count) - at);
  return length === cut ? null : { start: start - before, length: length - cut };
};

const isAcross = (area: Rect, { axis, block }: Shift): boolean =>
  axis === "rows"
    ? area.column >= block.column && lastColumn(area) <= lastColumn(block)
    : area.row >= block.row && lastRow(area) <= lastRow(block);

const clamp = ({ start, length }: Span, size: number): Span | null =>
  start >= size ? null : { start, length: Math.min(length, size - start) };

/** The shift along its axis: where it starts and how many rows or columns it takes. */
const alongAxis = ({ axis, block }: Shift): Span =>
  axis === "rows" ? { start: block.row, length: block.rows } : { start: block.column, length: block.columns };

const movedSpan = (span: Span, shift: Shift): Span | null => {
  const { start, length } = alongAxis(shift);
  if (shift.kind === "delete") return deleted(span, start, length);
  return clamp(inserted(span, start, length), shift.axis === "rows" ? MAX_ROWS : MAX_COLUMNS);
};

/** Where an area lies after the shift; null when all its cells are gone; the same object when it does not move. */
export const shiftRect = (area: Rect, shift: Shift): Rect | null => {
  const isRows = shift.axis === "rows";
  const isUnmoved = isRows ? isEntireColumns(area) : isEntireRows(area);
  if (isUnmoved || !isAcross(area, shift)) return area;
  const span = alongAxis({ ...shift, block: area });
  const next = movedSpan(span, shift);
  if (!next) return null;
  if (next.start === span.start && next.length === span.length) return area;
  return isRows
    ? rect(next.start, area.column, next.length, area.columns)
    : rect(area.row, next.start, area.rows, next.length);
};

/** Row or column numbers with something kept for them (heights, widths), after whole rows or columns moved. */
export const shiftKeys = <T>(
  map: ReadonlyMap<number, T>,
  at: number,
  count: number,
  kind: Shift["kind"],
): ReadonlyMap<number, T> => {
  const next = new Map<number, T>();
  for (const [key, value] of map) {
    if (key < at) next.set(key, value);
    else if (kind === "insert") next.set(key + count, value);
    else if (key >= at + count) next.set(key - count, value);
  }
  return next;
};
