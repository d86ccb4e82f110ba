import { MAX_COLUMNS, MAX_ROWS, lastColumn, lastRow, type Rect } from "../../model/index.ts";
import type { Worksheet } from "../../model/index.ts";
import { isRowHidden } from "../../model/index.ts";
import { createAxis, type Axis } from "./axis.ts";
import { screenOffset, type Pane } from "./viewport.ts";

/** CSS pixels. */
export const HEADER_HEIGHT = 22;
export const DEFAULT_ROW_HEIGHT = 20;
const DEFAULT_COLUMN_WIDTH = 64;
const MIN_ROW_HEADER_WIDTH = 40;

/** Excel measures in points, 72 to the inch; a CSS pixel is 1/96 inch. */
const pointsToPixels = (points: number): number => Math.round((points * 4) / 3);
export const pixelsToPoints = (pixels: number): number => (pixels * 3) / 4;

/** Heights that rows took by themselves, as far as they have been on screen; pixels. Replaced when one changes. */
export type AutoHeights = ReadonlyMap<number, number>;

interface KnownRows {
  readonly rows: Worksheet["rows"];
  readonly autoHeights: AutoHeights;
  readonly axis: Axis;
}

interface KnownColumns {
  readonly columns: Worksheet["columns"];
  readonly standardWidth: number | null;
  readonly axis: Axis;
}

/** The model replaces its maps when a size changes, so the maps themselves say whether an axis is still right. */
const knownRows = new WeakMap<Worksheet, KnownRows>();
const knownColumns = new WeakMap<Worksheet, KnownColumns>();

const rowSizes = function* (sheet: Worksheet, autoHeights: AutoHeights): Iterable<readonly [number, number]> {
  yield* autoHeights;
  for (const [row, { height }] of sheet.rows) {
    if (isRowHidden(sheet, row)) yield [row, 0];
    else if (height !== undefined) yield [row, pointsToPixels(height)];
  }
};

const columnSizes = function* (sheet: Worksheet): Iterable<readonly [number, number]> {
  for (const [column, { width, hidden }] of sheet.columns) {
    if (hidden === true) yield [column, 0];
    else if (width !== undefined) yield [column, pointsToPixels(width)];
  }
};

export const rowAxis = (sheet: Worksheet, autoHeights: AutoHeights): Axis => {
  const known = knownRows.get(sheet);
  if (known?.rows === sheet.rows && known.autoHeights === autoHeights) return known.axis;
  const axis = createAxis({ count: MAX_ROWS, defaultSize: DEFAULT_ROW_HEIGHT, sizes: rowSizes(sheet, autoHeights) });
  knownRows.set(sheet, { rows: sheet.rows, autoHeights, axis });
  return axis;
};

export const columnAxis = (sheet: Worksheet): Axis => {
  const { columns, standardWidth } = sheet;
  const known = knownColumns.get(sheet);
  if (known?.columns === columns && known.standardWidth === standardWidth) return known.axis;
  const defaultSize = standardWidth === null ? DEFAULT_COLUMN_WIDTH : pointsToPixels(standardWidth);
  const axis = createAxis({ count: MAX_COLUMNS, defaultSize, sizes: columnSizes(sheet) });
  knownColumns.set(sheet, { columns, standardWidth, axis });
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
