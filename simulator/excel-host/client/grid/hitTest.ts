import type { Position } from "../../model/index.ts";
import { HEADER_HEIGHT, screenBox, type Layout } from "./layout.ts";
import type { Rect } from "../../model/index.ts";
import { lineAtScreen, screenOffset } from "./viewport.ts";

/** What lies under the pointer. */
export type Hit =
  | { readonly type: "corner" }
  | { readonly type: "columnHeader"; readonly column: number }
  | { readonly type: "columnEdge"; readonly column: number }
  | { readonly type: "rowHeader"; readonly row: number }
  | { readonly type: "fillHandle"; readonly cell: Position }
  | { readonly type: "cell"; readonly cell: Position };

/** How near to an edge the pointer must be to take hold of it, pixels. */
const GRIP = 4;

const columnEdge = (layout: Layout, x: number, column: number): number | undefined => {
  const left = screenOffset(layout.columns, column, layout.horizontal);
  const right = left + layout.columns.size(column);
  if (right - x <= GRIP) return column;
  if (x - left > GRIP) return undefined;
  const before = layout.columns.step(column, -1);
  return before === column ? undefined : before;
};

const isOnFillHandle = (layout: Layout, selected: Rect, x: number, y: number): boolean => {
  const box = screenBox(layout, selected);
  return Math.abs(x - box.left - box.width) <= GRIP + 1 && Math.abs(y - box.top - box.height) <= GRIP + 1;
};

/** `x` and `y` count from the grid's corner, headers included. */
export const hitTest = (layout: Layout, selected: Rect, x: number, y: number): Hit => {
  const inRowHeader = x < layout.rowHeaderWidth;
  const inColumnHeader = y < HEADER_HEIGHT;
  if (inRowHeader && inColumnHeader) return { type: "corner" };
  const column = lineAtScreen(layout.columns, x - layout.rowHeaderWidth, layout.horizontal);
  const row = lineAtScreen(layout.rows, y - HEADER_HEIGHT, layout.vertical);
  if (inColumnHeader) {
    const edge = columnEdge(layout, x - layout.rowHeaderWidth, column);
    return edge === undefined ? { type: "columnHeader", column } : { type: "columnEdge", column: edge };
  }
  if (inRowHeader) return { type: "rowHeader", row };
  const cell = { row, column };
  return isOnFillHandle(layout, selected, x, y) ? { type: "fillHandle", cell } : { type: "cell", cell };
};
