// Methods that lead from one range to another.
import type { Rect } from "../../model/address.ts";
import {
  MAX_COLUMNS,
  MAX_ROWS,
  boundingRect,
  cellCount,
  intersection,
  intersects,
  lastColumn,
  lastRow,
  rect,
} from "../../model/address.ts";
import { cellAt, isEmptyCell, isRowHidden, usedArea } from "../../model/cells.ts";
import type { TrackedRange, Worksheet } from "../../model/types.ts";
import { invalidArgument, itemNotFound } from "../api-error.ts";
import { flag, objectOf, oneOf, optional, whole } from "../arguments.ts";
import type { Method } from "../definition.ts";
import type { Remote } from "../targets.ts";
import { NULL_OBJECT, remote } from "../targets.ts";
import { areaOf, rangeArgument, rangeAt } from "./areas.ts";

type RangeMethod = Method<TrackedRange>;

const part =
  (make: (area: Rect, args: readonly unknown[]) => Rect): RangeMethod =>
  (range, args) =>
    rangeAt(range.sheet, make(areaOf(range), args));

/** Count of rows or columns beside a range; negative counts go to the other side, 0 is an error. */
const countOf = (value: unknown): number => {
  const count = optional(value, whole) ?? 1;
  if (count === 0) throw invalidArgument();
  return count;
};

const rowsBeside = (area: Rect, count: number, isBelow: boolean): Rect => {
  const below = isBelow === count > 0;
  const rows = Math.abs(count);
  return rect(below ? area.row + area.rows : area.row - rows, area.column, rows, area.columns);
};

const columnsBeside = (area: Rect, count: number, isAfter: boolean): Rect => {
  const after = isAfter === count > 0;
  const columns = Math.abs(count);
  return rect(area.row, after ? area.column + area.columns : area.column - columns, area.rows, columns);
};

const inner = (area: Rect, row: number, column: number, rows: number, columns: number): Rect =>
  rect(area.row + row, area.column + column, rows, columns);

const isFilled = (sheet: Worksheet, row: number, column: number): boolean => !isEmptyCell(cellAt(sheet, row, column));

const DIRECTIONS = { Left: [0, -1], Right: [0, 1], Up: [-1, 0], Down: [1, 0] } as const;
type Direction = keyof typeof DIRECTIONS;
const DIRECTION_NAMES = Object.keys(DIRECTIONS) as readonly Direction[];

/** Where Ctrl+arrow ends: the edge of a filled block, else the next filled cell, else the sheet's edge. */
const edgeFrom = (sheet: Worksheet, row: number, column: number, direction: Direction): readonly [number, number] => {
  const [down, right] = DIRECTIONS[direction];
  const used = usedArea(sheet, undefined, true) ?? rect(0, 0);
  const limits: Rect = boundingRect(used, rect(row, column));
  const isIn = (r: number, c: number): boolean => r >= 0 && c >= 0 && r <= lastRow(limits) && c <= lastColumn(limits);
  let [r, c] = [row + down, column + right];
  const walksBlock = isFilled(sheet, row, column) && isIn(r, c) && isFilled(sheet, r, c);
  while (isIn(r, c) && isFilled(sheet, r, c) === walksBlock) [r, c] = [r + down, c + right];
  if (walksBlock) return [r - down, c - right];
  if (isIn(r, c)) return [r, c];
  const far = { Left: [row, 0], Right: [row, MAX_COLUMNS - 1], Up: [0, column], Down: [MAX_ROWS - 1, column] } as const;
  return far[direction];
};

const startOf = (range: TrackedRange, active: unknown): Rect => objectOf(active, "Range")?.target.area ?? areaOf(range);

const edge: RangeMethod = (range, [direction, active]) => {
  const start = startOf(range, active);
  const [row, column] = edgeFrom(range.sheet, start.row, start.column, oneOf(direction, DIRECTION_NAMES));
  return rangeAt(range.sheet, rect(row, column));
};

const extended: RangeMethod = (range, [direction, active]) => {
  const start = startOf(range, active);
  const [row, column] = edgeFrom(range.sheet, start.row, start.column, oneOf(direction, DIRECTION_NAMES));
  return rangeAt(range.sheet, boundingRect(areaOf(range), rect(row, column)));
};

const surrounding: RangeMethod = (range) => {
  const { sheet } = range;
  let area = areaOf(range);
  for (;;) {
    const top = Math.max(0, area.row - 1);
    const left = Math.max(0, area.column - 1);
    const ring = boundingRect(
      rect(top, left),
      rect(Math.min(lastRow(area) + 1, MAX_ROWS - 1), Math.min(lastColumn(area) + 1, MAX_COLUMNS - 1)),
    );
    const used = usedArea(sheet, ring, true);
    const next = used ? boundingRect(area, used) : area;
    if (cellCount(next) === cellCount(area)) return rangeAt(sheet, area);
    area = next;
  }
};

const used = (range: TrackedRange, valuesOnly: unknown): Rect | undefined => {
  range.sheet.workbook.calculator.run();
  return usedArea(range.sheet, areaOf(range), optional(valuesOnly, flag) ?? false);
};

const common = (range: TrackedRange, other: unknown): Rect | undefined => {
  const target = rangeArgument(range.sheet, other);
  if (target.sheet !== range.sheet) throw invalidArgument();
  return intersection(areaOf(range), areaOf(target));
};

const orNullRange = (sheet: Worksheet, area: Rect | undefined): Remote | typeof NULL_OBJECT =>
  area ? rangeAt(sheet, area) : NULL_OBJECT;

const spillParent = (range: TrackedRange): Rect | undefined => {
  const area = areaOf(range);
  const { spill, spilledFrom } = cellAt(range.sheet, area.row, area.column);
  if (spilledFrom) return rect(spilledFrom.row, spilledFrom.column);
  return spill ? rect(area.row, area.column) : undefined;
};

const spillTarget = (range: TrackedRange): Rect | undefined => {
  const area = areaOf(range);
  const { spill } = cellAt(range.sheet, area.row, area.column);
  return spill && rect(area.row, area.column, spill.rows, spill.columns);
};

const required = (sheet: Worksheet, area: Rect | undefined): Remote => {
  if (!area) throw itemNotFound();
  return rangeAt(sheet, area);
};

export const rangeMoves: Readonly<Record<string, RangeMethod>> = {
  GetCell: part((area, [row, column]) => inner(area, whole(row), whole(column), 1, 1)),
  GetRow: part((area, [row]) => inner(area, whole(row), 0, 1, area.columns)),
  GetColumn: part((area, [column]) => inner(area, 0, whole(column), area.rows, 1)),
  GetLastCell: part((area) => rect(lastRow(area), lastColumn(area))),
  GetLastRow: part((area) => rect(lastRow(area), area.column, 1, area.columns)),
  GetLastColumn: part((area) => rect(area.row, lastColumn(area), area.rows, 1)),
  GetEntireRow: part((area) => rect(area.row, 0, area.rows, MAX_COLUMNS)),
  GetEntireColumn: part((area) => rect(0, area.column, MAX_ROWS, area.columns)),
  GetOffsetRange: part((area, [rows, columns]) => inner(area, whole(rows), whole(columns), area.rows, area.columns)),
  GetResizedRange: part((area, [rows, columns]) =>
    inner(area, 0, 0, area.rows + whole(rows), area.columns + whole(columns)),
  ),
  GetAbsoluteResizedRange: part((area, [rows, columns]) => inner(area, 0, 0, whole(rows), whole(columns))),
  GetRowsAbove: part((area, [count]) => rowsBeside(area, countOf(count), false)),
  GetRowsBelow: part((area, [count]) => rowsBeside(area, countOf(count), true)),
  GetColumnsBefore: part((area, [count]) => columnsBeside(area, countOf(count), false)),
  GetColumnsAfter: part((area, [count]) => columnsBeside(area, countOf(count), true)),
  GetBoundingRect: (range, [other]) => {
    const target = rangeArgument(range.sheet, other);
    if (target.sheet !== range.sheet) throw invalidArgument();
    return rangeAt(range.sheet, boundingRect(areaOf(range), areaOf(target)));
  },
  GetIntersection: (range, [other]) => required(range.sheet, common(range, other)),
  GetIntersectionOrNullObject: (range, [other]) => orNullRange(range.sheet, common(range, other)),
  GetUsedRange: (range, [valuesOnly]) => {
    const area = used(range, valuesOnly);
    const { row, column } = areaOf(range);
    return rangeAt(range.sheet, area ?? rect(row, column));
  },
  GetUsedRangeOrNullObject: (range, [valuesOnly]) => orNullRange(range.sheet, used(range, valuesOnly)),
  GetRangeEdge: edge,
  GetExtendedRange: extended,
  GetSurroundingRegion: surrounding,
  GetSpillParent: (range) => required(range.sheet, spillParent(range)),
  GetSpillParentOrNullObject: (range) => orNullRange(range.sheet, spillParent(range)),
  GetSpillingToRange: (range) => required(range.sheet, spillTarget(range)),
  GetSpillingToRangeOrNullObject: (range) => orNullRange(range.sheet, spillTarget(range)),
  GetTables: (range, [fullyContained]) => {
    const area = areaOf(range);
    const isWhole = optional(fullyContained, flag) ?? false;
    const isPicked = (tableRange: Rect): boolean =>
      isWhole
        ? intersection(area, tableRange)?.rows === tableRange.rows &&
          intersection(area, tableRange)?.columns === tableRange.columns
        : intersects(area, tableRange);
    return remote(
      "TableScopedCollection",
      range.sheet.tables.filter((table) => isPicked(table.range)),
    );
  },
  GetVisibleView: (range) => {
    const area = areaOf(range);
    const rows = Array.from({ length: area.rows }, (_, i) => area.row + i);
    return remote("RangeView", { range, rows: rows.filter((row) => !isRowHidden(range.sheet, row)) });
  },
};
