import { listChoices, selectionOf, tableAt } from "../../model/index.ts";
import type { FilterTarget } from "../grid/CellButtons.tsx";
import { cellId } from "../grid/GridCell.tsx";
import type { ExcelSession } from "../session.ts";

export const openFilter = (session: ExcelSession, { table, offset }: FilterTarget): void =>
  session.ui.patch({ popup: { type: "filter", sheetId: table.sheet.id, tableId: table.id, column: offset } });

export const openChoices = (session: ExcelSession): void => {
  const { workbook } = session;
  const { active } = selectionOf(workbook);
  const items = listChoices(workbook.activeSheet, active.row, active.column);
  if (items !== undefined && items.length > 0) session.ui.patch({ popup: { type: "choices", cell: active, items } });
};

/** Alt with the down arrow: the filter on a table's header, the list on a cell that has one. */
export const openCellMenu = (session: ExcelSession): void => {
  const { workbook } = session;
  const { active } = selectionOf(workbook);
  const table = tableAt(workbook.activeSheet, active.row, active.column);
  const isHeader = table !== undefined && table.showHeaders && table.range.row === active.row;
  if (isHeader && table.showFilterButton) openFilter(session, { table, offset: active.column - table.range.column });
  else openChoices(session);
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
