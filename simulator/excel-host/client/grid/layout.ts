import { MAX_COLUMNS, MAX_ROWS, lastColumn, lastRow, type Rect } from "../../model/index.ts";
import type { Worksheet } from "../../model/index.ts";
import { isRowHidden } from "../../model/index.ts";
import { createAxis, type Axis } from "./axis.ts";
import { screenOffset, type Pane } from "./viewport.ts";

/** CSS pixels. */
export const HEADER_HEIGHT = 22;
export const DEFAULT_ROW_HEIGHT = 20;
export const DEFAULT_COLUMN_WIDTH = 64;
const MIN_ROW_HEADER_WIDTH = 40;

/** Excel measures in points, 72 to the inch; a CSS pixel is 1/96 inch. */
export const pointsToPixels = (points: number): number => Math.round((points * 4) / 3);
export const pixelsToPoints = (pixels: number): number => (pixels * 3) / 4;

/** The model replaces these maps when a size changes, so the maps themselves are the keys. */
const rowAxes = new WeakMap<Worksheet["rows"], Axis>();
const columnAxes = new WeakMap<Worksheet["columns"], { readonly standardWidth: number | null; readonly axis: Axis }>();

const makeRowAxis = (sheet: Worksheet): Axis =>
  createAxis({
    count: MAX_ROWS,
    defaultSize: DEFAULT_ROW_HEIGHT,
    sizes: [...sheet.rows].map(([row, props]): [number, number] => [
      row,
      isRowHidden(sheet, row) ? 0 : props.height === undefined ? DEFAULT_ROW_HEIGHT : pointsToPixels(props.height),
    ]),
  });

const makeColumnAxis = (sheet: Worksheet): Axis => {
  const defaultSize = sheet.standardWidth === null ? DEFAULT_COLUMN_WIDTH : pointsToPixels(sheet.standardWidth);
  return createAxis({
    count: MAX_COLUMNS,
    defaultSize,
    sizes: [...sheet.columns].map(([column, props]): [number, number] => [
      column,
      props.hidden === true ? 0 : props.width === undefined ? defaultSize : pointsToPixels(props.width),
    ]),
  });
};

export const rowAxis = (sheet: Worksheet): Axis => {
  const known = rowAxes.get(sheet.rows);
  if (known !== undefined) return known;
  const axis = makeRowAxis(sheet);
  rowAxes.set(sheet.rows, axis);
  return axis;
};

export const columnAxis = (sheet: Worksheet): Axis => {
  const known = columnAxes.get(sheet.columns);
  if (known !== undefined && known.standardWidth === sheet.standardWidth) return known.axis;
  const axis = makeColumnAxis(sheet);
  columnAxes.set(sheet.columns, { standardWidth: sheet.standardWidth, axis });
  return axis;
};

/** Everything needed to turn a place on the sheet into a place on screen and back. */
export interface Layout {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly vertical: Pane;
  readonly horizontal: Pane;
  /** Room of the row numbers at the left. */
  readonly rowHeaderWidth: number;
}

/** Wide enough for the largest row number on screen. */
export const rowHeaderWidth = (largestRow: number): number =>
  Math.max(MIN_ROW_HEADER_WIDTH, 14 + String(largestRow + 1).length * 8);

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Place of an area inside the sheet, headers not counted. */
export const sheetBox = ({ rows, columns }: Pick<Layout, "rows" | "columns">, area: Rect): Box => {
  const left = columns.offset(area.column);
  const top = rows.offset(area.row);
  return {
    left,
    top,
    width: columns.offset(lastColumn(area) + 1) - left,
    height: rows.offset(lastRow(area) + 1) - top,
  };
};

/** Place of an area on screen, counted from the grid's corner, headers included. */
export const screenBox = (layout: Layout, area: Rect): Box => {
  const { width, height } = sheetBox(layout, area);
  return {
    left: layout.rowHeaderWidth + screenOffset(layout.columns, area.column, layout.horizontal),
    top: HEADER_HEIGHT + screenOffset(layout.rows, area.row, layout.vertical),
    width,
    height,
  };
};
