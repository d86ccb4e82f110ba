import { copyArea, fill, lastRow, paste, rect, valueAt, MAX_ROWS, type Rect } from "../../model/index.ts";
import { sameRect } from "../../model/address.ts";
import { currentSelection, type ExcelSession } from "../session.ts";
import { isDone, report } from "./reporting.ts";
import { chooseArea } from "./selecting.ts";

/** How far a double click on the handle fills: as far down as the column beside the selection goes. */
const downToNeighbour = (session: ExcelSession, source: Rect): Rect => {
  const sheet = session.workbook.activeSheet;
  const beside = source.column > 0 ? source.column - 1 : source.column + source.columns;
  let row = lastRow(source);
  while (row + 1 < MAX_ROWS && valueAt(sheet, row + 1, beside) !== null) row += 1;
  return { ...source, rows: row - source.row + 1 };
};

/** Fills `target` from `source`; without a target as far as the neighbouring data goes. */
export const finishFill = (session: ExcelSession, source: Rect, target: Rect | undefined): void => {
  const area = target ?? downToNeighbour(session, source);
  if (sameRect(area, source)) return;
  if (isDone(session, fill(session.workbook.activeSheet, source, area))) chooseArea(session, area, source);
};

/** Copies, never continues a series. */
const copyInto = (session: ExcelSession, source: Rect, target: Rect): void => {
  const sheet = session.workbook.activeSheet;
  report(session, paste(sheet, target, copyArea(sheet, source)));
};

/** Ctrl+D: the first row of the selection goes into the others; a single row takes the row above. */
export const fillDown = (session: ExcelSession): void => {
  const { area } = currentSelection(session);
  const isSingle = area.rows === 1;
  const source = rect(isSingle ? area.row - 1 : area.row, area.column, 1, area.columns);
  if (source.row < 0) return;
  copyInto(session, source, isSingle ? area : { ...area, row: area.row + 1, rows: area.rows - 1 });
};

/** Ctrl+R: the same to the right. */
export const fillRight = (session: ExcelSession): void => {
  const { area } = currentSelection(session);
  const isSingle = area.columns === 1;
  const source = rect(area.row, isSingle ? area.column - 1 : area.column, area.rows, 1);
  if (source.column < 0) return;
  copyInto(session, source, isSingle ? area : { ...area, column: area.column + 1, columns: area.columns - 1 });
};
