// Cut and paste: cells move, and every formula that looks at them follows.
import type { Position, Rect } from "./address.ts";
import { containsRect, intersects, isInsideSheet, rect, sameRect } from "./address.ts";
import { mapReferences } from "../calc/rewrite.ts";
import { quoteSheetName } from "./address.ts";
import { storeCell, valueAt } from "./cells.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardEdit } from "./protection.ts";
import { rewriteFormulas } from "./references.ts";
import type { Worksheet } from "./types.ts";
import { afterWrite } from "./write.ts";

const moved = (area: Rect, from: Rect, to: Position): Rect =>
  rect(area.row + to.row - from.row, area.column + to.column - from.column, area.rows, area.columns);

/** Formulas keep looking at the moved cells. Across sheets the references get the new sheet's name. */
const followMove = (from: Worksheet, area: Rect, to: Worksheet, target: Position): void => {
  const name = from.name.toLowerCase();
  rewriteFormulas(from.workbook, (home) => (formula) => {
    let isCrossing = false;
    const next = mapReferences(formula, (named, reference) => {
      const isSource = named === undefined ? home === from : named.toLowerCase() === name;
      if (!isSource || !containsRect(area, reference)) return reference;
      isCrossing = from !== to;
      return moved(reference, area, target);
    });
    return isCrossing ? crossSheet(formula, from, area, to, target, home) : next;
  });
};

const crossSheet = (
  formula: string,
  from: Worksheet,
  area: Rect,
  to: Worksheet,
  target: Position,
  home: Worksheet | undefined,
): string => {
  const marker = `${quoteSheetName(to.name)}!`;
  return formula.replaceAll(
    /(?:'(?:[^']|'')+'!|[\p{L}\p{N}_.]+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?/giu,
    (text) => {
      const before = `=${text}`;
      const after = mapReferences(before, (named, reference) => {
        const isSource = named === undefined ? home === from : named.toLowerCase() === from.name.toLowerCase();
        return isSource && containsRect(area, reference) ? moved(reference, area, target) : reference;
      });
      return after === before ? text : marker + after.slice(after.lastIndexOf("!") + 1).replace(/^=/, "");
    },
  );
};

const guardMove = (from: Worksheet, area: Rect, to: Worksheet, destination: Rect): Outcome<undefined> => {
  if (!isInsideSheet(destination)) return refused("InvalidArgument", "The block does not fit on the worksheet.");
  const leaving = guardEdit(from, area);
  if (!leaving.ok) return leaving;
  const isTableCrossing = from !== to && from.tables.some((table) => containsRect(area, table.range));
  return isTableCrossing
    ? refused("UnsupportedOperation", "Moving a table to another worksheet is not emulated.")
    : guardEdit(to, destination);
};

const relocate = (from: Worksheet, area: Rect, to: Worksheet, destination: Rect): void => {
  const cells = from.cells.within(area);
  const overwritten = to.cells.within(destination);
  for (const { row, column } of cells) storeCell(from, row, column, undefined);
  for (const { row, column } of overwritten) storeCell(to, row, column, undefined);
  for (const { row, column, cell } of cells) {
    if (cell.spilledFrom) continue;
    storeCell(to, row + destination.row - area.row, column + destination.column - area.column, cell);
  }
  for (const table of from.tables) {
    if (containsRect(area, table.range))
      from.workbook.journal.set(table, "range", moved(table.range, area, destination));
  }
};

/** Moves the cells of an area. A table must be moved as a whole. */
export const moveArea = (from: Worksheet, area: Rect, to: Worksheet, target: Position): Outcome<Rect> => {
  const destination = moved(area, area, target);
  if (from === to && sameRect(area, destination)) return done(destination);
  const allowed = guardMove(from, area, to, destination);
  if (!allowed.ok) return allowed;
  const before = valueAt(to, destination.row, destination.column);
  relocate(from, area, to, destination);
  followMove(from, area, to, target);
  from.workbook.calculator.invalidate();
  if (!intersects(area, destination) || from !== to) afterWrite(from, area, null);
  afterWrite(to, destination, before);
  return done(destination);
};
