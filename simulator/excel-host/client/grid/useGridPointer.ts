import type { PointerEvent as ReactPointerEvent, MouseEvent as ReactMouseEvent, RefObject } from "react";
import { useMemo } from "react";
import {
  boundingRect,
  containsCell,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  rect,
  selectionOf,
  setColumnWidth,
  type Position,
  type Rect,
} from "../../model/index.ts";
import { autoFitColumn } from "../actions/columnWidths.ts";
import { finishFill } from "../actions/dragging.ts";
import { commitEdit, insertReference, startEdit, takesReference } from "../actions/editing.ts";
import { addToSelection, chooseArea, extendSelection, goTo, reveal, selectEverything } from "../actions/selecting.ts";
import { currentSelection, layoutOf, type ExcelSession } from "../session.ts";
import { GRID_BUTTON } from "./CellButtons.tsx";
import { hitTest, type Hit } from "./hitTest.ts";
import { pixelsToPoints, screenBox } from "./layout.ts";

const MIN_COLUMN_WIDTH = 8;

/** What follows the pointer until it is released. */
interface Drag {
  readonly move: (hit: Hit, x: number) => void;
  readonly end: () => void;
}

const NOTHING = (): void => undefined;

const cellOf = (hit: Hit): Position | undefined =>
  hit.type === "cell" || hit.type === "fillHandle" ? hit.cell : undefined;

const dragSelection = (session: ExcelSession): Drag => ({
  move: (hit) => {
    const cell = cellOf(hit);
    if (cell !== undefined) extendSelection(session, cell);
  },
  end: NOTHING,
});

const dragLines = (session: ExcelSession, from: Hit): Drag => ({
  move: (hit) => {
    if (from.type === "columnHeader" && "column" in hit)
      chooseArea(session, boundingRect(rect(0, from.column, MAX_ROWS), rect(0, hit.column, MAX_ROWS)));
    if (from.type === "rowHeader" && hit.type === "rowHeader")
      chooseArea(session, boundingRect(rect(from.row, 0, 1, MAX_COLUMNS), rect(hit.row, 0, 1, MAX_COLUMNS)));
  },
  end: NOTHING,
});

/** A fill goes in one direction: the one in which the pointer is further away. */
const fillTarget = (source: Rect, { row, column }: Position): Rect => {
  const down = Math.max(row - lastRow(source), source.row - row, 0);
  const across = Math.max(column - lastColumn(source), source.column - column, 0);
  if (down === 0 && across === 0) return source;
  const reached = down >= across ? rect(row, source.column, 1, source.columns) : rect(source.row, column, source.rows);
  return boundingRect(source, reached);
};

const dragFill = (session: ExcelSession): Drag => {
  const source = currentSelection(session).area;
  let area = source;
  return {
    move: (hit) => {
      const cell = cellOf(hit);
      if (cell === undefined) return;
      area = fillTarget(source, cell);
      session.ui.patch({ drag: { kind: "fill", area } });
      reveal(session, cell);
    },
    end: () => {
      session.ui.patch({ drag: null });
      finishFill(session, source, area);
    },
  };
};

const dragColumnEdge = (session: ExcelSession, column: number): Drag => {
  const { left } = screenBox(layoutOf(session), rect(0, column));
  let width: number | undefined;
  return {
    move: (_, x) => {
      width = Math.max(MIN_COLUMN_WIDTH, Math.round(x - left));
      session.ui.patch({ resize: { column, width } });
    },
    end: () => {
      session.ui.patch({ resize: null });
      if (width !== undefined) setColumnWidth(session.workbook.activeSheet, column, 1, pixelsToPoints(width));
    },
  };
};

const dragReference = (session: ExcelSession, from: Position): Drag => {
  insertReference(session, rect(from.row, from.column));
  return {
    move: (hit) => {
      const to = cellOf(hit);
      if (to !== undefined)
        insertReference(session, boundingRect(rect(from.row, from.column), rect(to.row, to.column)));
    },
    end: NOTHING,
  };
};

const pressCell = (session: ExcelSession, cell: Position, event: ReactPointerEvent): Drag => {
  if (event.shiftKey) extendSelection(session, cell);
  else if (event.ctrlKey || event.metaKey) addToSelection(session, cell);
  else goTo(session, cell);
  return dragSelection(session);
};

const pressHeader = (session: ExcelSession, hit: Hit): Drag => {
  if (hit.type === "columnHeader") chooseArea(session, rect(0, hit.column, MAX_ROWS));
  if (hit.type === "rowHeader") chooseArea(session, rect(hit.row, 0, 1, MAX_COLUMNS));
  if (hit.type === "corner") selectEverything(session);
  return dragLines(session, hit);
};

const press = (session: ExcelSession, hit: Hit, event: ReactPointerEvent): Drag | undefined => {
  const edited = session.ui.get().edit;
  if (edited !== null) {
    if (hit.type === "cell" && takesReference(edited)) return dragReference(session, hit.cell);
    if (!commitEdit(session)) return undefined;
  }
  session.focusGrid.current();
  switch (hit.type) {
    case "fillHandle":
      return dragFill(session);
    case "columnEdge":
      return dragColumnEdge(session, hit.column);
    case "cell":
      return pressCell(session, hit.cell, event);
    case "columnHeader":
    case "rowHeader":
    case "corner":
      return pressHeader(session, hit);
  }
};

const isOnOwnElement = (event: ReactMouseEvent): boolean =>
  event.target instanceof Element &&
  event.currentTarget.contains(event.target) &&
  event.target.closest(`[${GRID_BUTTON}], textarea`) === null;

const isSelected = (session: ExcelSession, hit: Hit): boolean => {
  const { areas } = selectionOf(session.workbook);
  switch (hit.type) {
    case "cell":
    case "fillHandle":
      return areas.some((area) => containsCell(area, hit.cell.row, hit.cell.column));
    case "rowHeader":
      return areas.some((area) => area.columns === MAX_COLUMNS && containsCell(area, hit.row, 0));
    case "columnHeader":
    case "columnEdge":
      return areas.some((area) => area.rows === MAX_ROWS && containsCell(area, 0, hit.column));
    case "corner":
      return false;
  }
};

const contextOf = (hit: Hit): "cells" | "rows" | "columns" => {
  if (hit.type === "rowHeader") return "rows";
  return hit.type === "columnHeader" || hit.type === "columnEdge" ? "columns" : "cells";
};

interface PointerHandlers {
  readonly onPointerDown: (event: ReactPointerEvent<HTMLDivElement>) => void;
  readonly onPointerMove: (event: ReactPointerEvent<HTMLDivElement>) => void;
  readonly onPointerUp: (event: ReactPointerEvent<HTMLDivElement>) => void;
  readonly onDoubleClick: (event: ReactMouseEvent<HTMLDivElement>) => void;
  readonly onContextMenu: (event: ReactMouseEvent<HTMLDivElement>) => void;
}

const CURSORS: Readonly<Record<Hit["type"], string>> = {
  corner: "default",
  columnHeader: "default",
  columnEdge: "col-resize",
  rowHeader: "default",
  fillHandle: "crosshair",
  cell: "cell",
};

const createHandlers = (session: ExcelSession, root: RefObject<HTMLDivElement | null>): PointerHandlers => {
  let drag: Drag | undefined;

  const place = (event: ReactMouseEvent): { hit: Hit; x: number; isInside: boolean } => {
    const box = root.current?.getBoundingClientRect() ?? new DOMRect();
    const viewport = session.viewport.get();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const isInside = x >= 0 && y >= 0 && x < viewport.width && y < viewport.height;
    const hit = hitTest(
      layoutOf(session),
      currentSelection(session).area,
      Math.min(Math.max(x, 0), viewport.width - 1),
      Math.min(Math.max(y, 0), viewport.height - 1),
    );
    return { hit, x, isInside };
  };

  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || !isOnOwnElement(event)) return;
      const { hit, isInside } = place(event);
      if (!isInside) return;
      event.preventDefault();
      drag = press(session, hit, event);
      if (drag !== undefined) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const { hit, x } = place(event);
      if (drag !== undefined) drag.move(hit, x);
      else event.currentTarget.style.cursor = CURSORS[hit.type];
    },
    onPointerUp: () => {
      const finished = drag;
      drag = undefined;
      finished?.end();
    },
    onDoubleClick: (event) => {
      if (!isOnOwnElement(event)) return;
      const { hit, isInside } = place(event);
      if (!isInside) return;
      if (hit.type === "cell") startEdit(session, { mode: "editing" });
      if (hit.type === "columnEdge") autoFitColumn(session, hit.column);
      if (hit.type === "fillHandle") finishFill(session, currentSelection(session).area, undefined);
    },
    onContextMenu: (event) => {
      if (!isOnOwnElement(event)) return;
      event.preventDefault();
      const { hit } = place(event);
      if (!isSelected(session, hit)) {
        const cell = cellOf(hit);
        if (cell === undefined) pressHeader(session, hit);
        else goTo(session, cell);
      }
      session.ui.patch({ popup: { type: "contextMenu", x: event.clientX, y: event.clientY, on: contextOf(hit) } });
    },
  };
};

/** Everything the mouse does on the grid. Places are computed, so that cells need no handlers of their own. */
export const useGridPointer = (session: ExcelSession, root: RefObject<HTMLDivElement | null>): PointerHandlers =>
  useMemo(() => createHandlers(session, root), [session, root]);
