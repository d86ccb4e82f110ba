import { boundingRect, intersects, isSingleCell, lastColumn, lastRow, rect, sameRect } from "../../model/address.ts";
import type { Position, Rect } from "../../model/index.ts";

/** `active` receives typing; `focus` is the corner that moves while a selection is extended. */
export interface Selection {
  readonly area: Rect;
  readonly active: Position;
  readonly focus: Position;
}

/** Grows `area` until no merged area is cut: a selection is larger than what was asked for then. */
export const coverMerged = (area: Rect, merged: readonly Rect[]): Rect => {
  const grown = merged.reduce((sum, piece) => (intersects(sum, piece) ? boundingRect(sum, piece) : sum), area);
  return sameRect(grown, area) ? area : coverMerged(grown, merged);
};

const at = ({ row, column }: Position): Rect => rect(row, column);

export const selectCell = (cell: Position, merged: readonly Rect[]): Selection => {
  const area = coverMerged(at(cell), merged);
  return { area, active: { row: area.row, column: area.column }, focus: cell };
};

export const selectArea = (area: Rect, merged: readonly Rect[], active: Position = area): Selection => {
  const covered = coverMerged(area, merged);
  return {
    area: covered,
    active: { row: active.row, column: active.column },
    focus: { row: lastRow(covered), column: lastColumn(covered) },
  };
};

export const extendTo = (selection: Selection, focus: Position, merged: readonly Rect[]): Selection => ({
  area: coverMerged(boundingRect(at(selection.active), at(focus)), merged),
  active: selection.active,
  focus,
});

type Order = "rows" | "columns";

const advance = (area: Rect, cell: Position, order: Order, by: 1 | -1): Position => {
  const down = cell.row - area.row;
  const across = cell.column - area.column;
  const count = area.rows * area.columns;
  const position = order === "rows" ? down * area.columns + across : across * area.rows + down;
  const next = (position + by + count) % count;
  return order === "rows"
    ? { row: area.row + Math.floor(next / area.columns), column: area.column + (next % area.columns) }
    : { row: area.row + (next % area.rows), column: area.column + Math.floor(next / area.rows) };
};

export interface CycleOptions {
  /** Tab goes through rows, Enter through columns. */
  readonly order: Order;
  readonly by: 1 | -1;
  readonly isHidden: (cell: Position) => boolean;
  readonly merged?: readonly Rect[];
}

/** A selection of whole columns must not be searched for ever when everything is filtered away. */
const MOST_HIDDEN_CELLS = 100_000;

/** The next cell inside a selection of several cells, or undefined when only one cell is selected. */
export const cycleInside = (
  selection: Selection,
  { order, by, isHidden, merged = [] }: CycleOptions,
): Selection | undefined => {
  if (isSingleCell(selection.area) || merged.some((area) => sameRect(area, selection.area))) return undefined;
  let cell = selection.active;
  for (let tries = 0; tries < MOST_HIDDEN_CELLS; tries += 1) {
    cell = advance(selection.area, cell, order, by);
    if (!isHidden(cell)) return { ...selection, active: cell };
  }
  return selection;
};
