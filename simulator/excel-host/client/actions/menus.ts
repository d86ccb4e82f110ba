import { listChoices, selectionOf, tableAt, type Position } from "../../model/index.ts";
import { cellId } from "../grid/cellId.ts";
import type { ExcelSession } from "../session.ts";

/** Opens the filter of the table column whose header is this cell; false when it is none. */
export const openFilterAt = (session: ExcelSession, { row, column }: Position): boolean => {
  const sheet = session.workbook.activeSheet;
  const table = tableAt(sheet, row, column);
  if (table === undefined || !table.showHeaders || !table.showFilterButton || table.range.row !== row) return false;
  session.ui.patch({
    popup: { type: "filter", sheetId: sheet.id, tableId: table.id, column: column - table.range.column },
  });
  return true;
};

export const openChoices = (session: ExcelSession): void => {
  const { workbook } = session;
  const { active } = selectionOf(workbook);
  const items = listChoices(workbook.activeSheet, active.row, active.column);
  if (items !== undefined && items.length > 0) session.ui.patch({ popup: { type: "choices", cell: active, items } });
};

/** Alt with the down arrow: the filter on a table's header, the list on a cell that has one. */
export const openCellMenu = (session: ExcelSession): void => {
  if (!openFilterAt(session, selectionOf(session.workbook).active)) openChoices(session);
};

export const openContextMenuAtCell = (session: ExcelSession): void => {
  const { active } = selectionOf(session.workbook);
  const box = document.getElementById(cellId(active.row, active.column))?.getBoundingClientRect();
  session.ui.patch({ popup: { type: "contextMenu", x: box?.left ?? 0, y: box?.bottom ?? 0, on: "cells" } });
};

export const closePopup = (session: ExcelSession): void => {
  session.ui.patch({ popup: null });
  session.focusGrid.current();
};
