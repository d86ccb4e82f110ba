import { containsCell, type Rect } from "../../model/index.ts";
import type { Axis } from "./axis.ts";
import type { CellLook, LookReader } from "./cellLook.ts";
import type { MeasureText } from "./textWidth.ts";

export interface DrawnCell {
  readonly column: number;
  readonly look: CellLook | undefined;
  /** Pixels that the text covers beyond its own column. */
  readonly runOver: number;
}

interface RowOptions {
  readonly row: number;
  /** Visible columns, ascending. */
  readonly columns: readonly number[];
  readonly axis: Axis;
  readonly reader: LookReader;
  readonly measure: MeasureText;
  /** Drawn even when empty, so that it can be named to assistive software. */
  readonly activeColumn: number | undefined;
  /** Merged areas are drawn over the rows. */
  readonly merged: readonly Rect[];
}

const PADDING = 8;

/** Excel shows ### when a number is wider than its column. */
const fitNumber = (look: CellLook, width: number, measure: MeasureText): CellLook => {
  if (look.mayOverflow || look.wrap || look.text === "" || look.align === "center") return look;
  if (measure(look.text, look.fontSize, look.bold) + PADDING <= width + 2) return look;
  const sign = measure("#", look.fontSize, look.bold);
  return { ...look, text: "#".repeat(Math.max(1, Math.floor((width - PADDING) / sign))) };
};

const runOver = ({ row, axis, reader, measure }: RowOptions, column: number, look: CellLook): number => {
  if (!look.mayOverflow || look.wrap || look.align !== "left" || look.bar !== undefined) return 0;
  const missing = measure(look.text, look.fontSize, look.bold) + PADDING + look.indent - axis.size(column);
  let room = 0;
  let next = column;
  while (room < missing) {
    const after = axis.step(next, 1);
    if (after === next || reader.hasContent(row, after)) break;
    room += axis.size(after);
    next = after;
  }
  return Math.max(0, Math.min(room, missing));
};

/** The cells of a row that have anything to draw, and the active one. */
export const rowCells = (options: RowOptions): readonly DrawnCell[] => {
  const { row, columns, axis, reader, measure, activeColumn, merged } = options;
  return columns.flatMap((column): readonly DrawnCell[] => {
    if (merged.some((area) => containsCell(area, row, column))) return [];
    const look = reader.look(row, column);
    if (look === undefined) return column === activeColumn ? [{ column, look, runOver: 0 }] : [];
    return [{ column, look: fitNumber(look, axis.size(column), measure), runOver: runOver(options, column, look) }];
  });
};
