import type { Rect } from "./address.ts";
import { cellAt, storeCell, valueAt } from "./cells.ts";
import type { Hyperlink } from "./grid.ts";
import type { Outcome } from "./outcome.ts";
import { done } from "./outcome.ts";
import { guardEdit } from "./protection.ts";
import type { Worksheet } from "./types.ts";
import { afterWrite } from "./write.ts";

/** Links the first cell of an area; its text becomes `textToDisplay`, else the address when the cell is empty. */
export const setHyperlink = (sheet: Worksheet, area: Rect, link: Hyperlink): Outcome<undefined> => {
  const allowed = guardEdit(sheet, area);
  if (!allowed.ok) return allowed;
  const { row, column } = area;
  const cell = cellAt(sheet, row, column);
  const before = valueAt(sheet, row, column);
  const value = link.textToDisplay ?? cell.value ?? link.address ?? link.documentReference ?? null;
  const format = { ...cell.format, fontColor: "#0563C1", underline: "Single" } as const;
  storeCell(sheet, row, column, { ...cell, value, format, hyperlink: link });
  afterWrite(sheet, { row, column, rows: 1, columns: 1 }, before);
  return done(undefined);
};
