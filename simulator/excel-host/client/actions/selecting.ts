import {
  activate,
  containsCell,
  isColumnHidden,
  isRowHidden,
  lastColumn,
  lastRow,
  MAX_COLUMNS,
  MAX_ROWS,
  rect,
  selectAreas,
  selectionOf,
  tableAt,
  usedArea,
  usedCells,
  valueAt,
  type Position,
  type Rect,
  type Worksheet,
} from "../../model/index.ts";
import { containsRect, sameRect } from "../../model/address.ts";
import type { Axis } from "../grid/axis.ts";
import { edgeFrom, type Line } from "../grid/edges.ts";
import type { Direction, GridIntent } from "../grid/keys.ts";
import { cycleInside, extendTo, selectArea, selectCell, type Selection } from "../grid/selection.ts";
import { pageStep, scrollToShow } from "../grid/viewport.ts";
import { currentSelection, lastUsedCell, layoutOf, type ExcelSession } from "../session.ts";

const mergedOf = ({ workbook }: ExcelSession): readonly Rect[] => workbook.activeSheet.merged;

/** Scrolls as little as needed to show a cell completely. */
export const reveal = (session: ExcelSession, cell: Position): void => {
  const viewport = session.viewport.get();
  const { rows, columns, vertical, horizontal } = layoutOf(session);
  session.viewport.set({
    ...viewport,
    scrollTop: scrollToShow(rows, cell.row, vertical),
    scrollLeft: scrollToShow(columns, cell.column, horizontal),
  });
};

interface ApplyOptions {
  readonly show?: Position | null;
  /** Areas chosen before with Ctrl that stay selected. */
  readonly others?: readonly Rect[];
}

const apply = (session: ExcelSession, next: Selection, { show = next.focus, others = [] }: ApplyOptions = {}): void => {
  session.ui.patch({ focus: next.focus, popup: null, tabOrigin: null });
  session.quietly(() => selectAreas(session.workbook.activeSheet, [next.area, ...others], next.active));
  if (show !== null) reveal(session, show);
};

export const goTo = (session: ExcelSession, cell: Position): void =>
  apply(session, selectCell(cell, mergedOf(session)));

export const extendSelection = (session: ExcelSession, cell: Position): void => {
  const others = selectionOf(session.workbook).areas.slice(1);
  apply(session, extendTo(currentSelection(session), cell, mergedOf(session)), { others });
};

export const addToSelection = (session: ExcelSession, cell: Position): void =>
  apply(session, selectCell(cell, mergedOf(session)), { others: selectionOf(session.workbook).areas });

export const chooseArea = (session: ExcelSession, area: Rect, active?: Position): void =>
  apply(session, selectArea(area, mergedOf(session), active), { show: null });

const columnLine = (sheet: Worksheet, axis: Axis, column: number): Line => ({
  axis,
  isFilled: (row) => valueAt(sheet, row, column) !== null,
  filled: () => usedCells(sheet, rect(0, column, MAX_ROWS, 1), true).map(({ row }) => row),
});

const rowLine = (sheet: Worksheet, axis: Axis, row: number): Line => ({
  axis,
  isFilled: (column) => valueAt(sheet, row, column) !== null,
  filled: () => usedCells(sheet, rect(row, 0, 1, MAX_COLUMNS), true).map(({ column }) => column),
});

type Reach = "cell" | "edge" | "page";

const target = (session: ExcelSession, from: Position, direction: Direction, by: Reach): Position => {
  const sheet = session.workbook.activeSheet;
  const { rows, columns, vertical, horizontal } = layoutOf(session);
  const isVertical = direction === "up" || direction === "down";
  const sign = direction === "down" || direction === "right" ? 1 : -1;
  const axis = isVertical ? rows : columns;
  const index = isVertical ? from.row : from.column;
  const next = (): number => {
    switch (by) {
      case "cell":
        return axis.step(index, sign);
      case "page":
        return pageStep(axis, index, sign, isVertical ? vertical : horizontal);
      case "edge":
        return edgeFrom(
          isVertical ? columnLine(sheet, rows, from.column) : rowLine(sheet, columns, from.row),
          index,
          sign,
        );
    }
  };
  return isVertical ? { ...from, row: next() } : { ...from, column: next() };
};

/** A merged area is left from its far side. */
const farSide = (session: ExcelSession, cell: Position, direction: Direction): Position => {
  const area = mergedOf(session).find((merged) => containsCell(merged, cell.row, cell.column));
  if (area === undefined) return cell;
  if (direction === "down") return { ...cell, row: lastRow(area) };
  return direction === "right" ? { ...cell, column: lastColumn(area) } : cell;
};

const goOrExtend = (session: ExcelSession, cell: Position, extend: boolean): void =>
  extend ? extendSelection(session, cell) : goTo(session, cell);

export const move = (session: ExcelSession, intent: Extract<GridIntent, { type: "move" }>): void => {
  const { active, focus } = currentSelection(session);
  const from = farSide(session, intent.extend ? focus : active, intent.direction);
  goOrExtend(session, target(session, from, intent.direction, intent.by), intent.extend);
};

export const goHome = (session: ExcelSession, of: "row" | "sheet", extend: boolean): void => {
  const { frozen } = session.workbook.activeSheet;
  const { active, focus } = currentSelection(session);
  const column = frozen?.columns ?? 0;
  const row = of === "sheet" ? (frozen?.rows ?? 0) : (extend ? focus : active).row;
  goOrExtend(session, { row, column }, extend);
};

export const goToLastCell = (session: ExcelSession, extend: boolean): void =>
  goOrExtend(session, lastUsedCell(session), extend);

/** Tab and Enter: inside a larger selection they go round in it, else to the next cell. */
export const cycle = (session: ExcelSession, order: "rows" | "columns", by: 1 | -1): void => {
  const sheet = session.workbook.activeSheet;
  const selection = currentSelection(session);
  const isHidden = ({ row, column }: Position): boolean => isRowHidden(sheet, row) || isColumnHidden(sheet, column);
  const inside = cycleInside(selection, { order, by, isHidden, merged: mergedOf(session) });
  if (inside !== undefined) {
    session.quietly(() => selectAreas(sheet, selectionOf(session.workbook).areas, inside.active));
    reveal(session, inside.active);
    return;
  }
  const direction = order === "rows" ? (by === 1 ? "right" : "left") : by === 1 ? "down" : "up";
  const next = target(session, farSide(session, selection.active, direction), direction, "cell");
  const tabOrigin = session.ui.get().tabOrigin ?? selection.active.column;
  goTo(session, order === "columns" && by === 1 ? { ...next, column: tabOrigin } : next);
  if (order === "rows") session.ui.patch({ tabOrigin });
};

const currentBlock = (sheet: Worksheet, { row, column }: Position): Rect | undefined => {
  const table = tableAt(sheet, row, column);
  if (table === undefined) return usedArea(sheet, undefined, true);
  const first = table.showHeaders ? 1 : 0;
  const rows = table.range.rows - first - (table.showTotals ? 1 : 0);
  return rect(table.range.row + first, table.range.column, Math.max(1, rows), table.range.columns);
};

/** First the table's body or the data, then everything. */
export const selectAll = (session: ExcelSession): void => {
  const sheet = session.workbook.activeSheet;
  const { area, active } = currentSelection(session);
  const everything = rect(0, 0, MAX_ROWS, MAX_COLUMNS);
  const block = currentBlock(sheet, active);
  if (block === undefined || sameRect(block, area) || !containsRect(block, rect(active.row, active.column)))
    chooseArea(session, everything, active);
  else chooseArea(session, block, active);
};

export const selectEverything = (session: ExcelSession): void => chooseArea(session, rect(0, 0, MAX_ROWS, MAX_COLUMNS));

export const selectRows = (session: ExcelSession): void => {
  const { area, active } = currentSelection(session);
  chooseArea(session, rect(area.row, 0, area.rows, MAX_COLUMNS), active);
};

export const selectColumns = (session: ExcelSession): void => {
  const { area, active } = currentSelection(session);
  chooseArea(session, rect(0, area.column, MAX_ROWS, area.columns), active);
};

export const collapseSelection = (session: ExcelSession): void => goTo(session, currentSelection(session).active);

export const changeSheet = (session: ExcelSession, by: 1 | -1): void => {
  const { workbook } = session;
  const shown = workbook.sheets.filter(({ visibility }) => visibility === "Visible");
  const next = shown[shown.indexOf(workbook.activeSheet) + by];
  if (next !== undefined) showSheet(session, next);
};

export const showSheet = (session: ExcelSession, sheet: Worksheet): void => {
  session.ui.patch({ popup: null, edit: null });
  activate(sheet);
  reveal(session, selectionOf(session.workbook).active);
};
