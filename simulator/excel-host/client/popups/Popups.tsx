import type { JSX } from "react";
import { findSheet } from "../../model/index.ts";
import { cellId } from "../grid/cellId.ts";
import { useSession } from "../session.ts";
import { useStore } from "../store.ts";
import { ChoicesMenu } from "./ChoicesMenu.tsx";
import { ContextMenu } from "./ContextMenu.tsx";
import { FilterMenu } from "./FilterMenu.tsx";

/** The one menu that floats over the grid, if any. A cell that is scrolled away takes its menu with it. */
export const Popups = (): JSX.Element | null => {
  const session = useSession();
  const popup = useStore(session.ui, (state) => state.popup);
  if (popup === null) return null;
  switch (popup.type) {
    case "contextMenu":
      return <ContextMenu popup={popup} />;
    case "choices": {
      const target = document.getElementById(cellId(popup.cell.row, popup.cell.column));
      return target === null ? null : <ChoicesMenu cell={popup.cell} items={popup.items} target={target} />;
    }
    case "filter": {
      const table = findSheet(session.workbook, popup.sheetId)?.tables.find(({ id }) => id === popup.tableId);
      if (table === undefined) return null;
      const target = document.getElementById(cellId(table.range.row, table.range.column + popup.column));
      return target === null ? null : (
        <FilterMenu key={`${table.id}.${popup.column}`} table={table} offset={popup.column} target={target} />
      );
    }
  }
};
