import { Menu, MenuDivider, MenuItem, MenuList, MenuPopover } from "@fluentui/react-components";
import type { JSX } from "react";
import { clearContents, hideColumns, hideRows, selectionOf } from "../../model/index.ts";
import { closePopup } from "../actions/menus.ts";
import { report } from "../actions/reporting.ts";
import {
  deleteColumns,
  deleteRows,
  insertColumns,
  insertRows,
  makeTable,
  sortByActiveColumn,
} from "../actions/sheetCommands.ts";
import { useSession, type ExcelSession } from "../session.ts";
import type { Popup } from "../uiState.ts";

type Item = { readonly label: string; readonly run: (session: ExcelSession) => void } | "divider";

const clear = (session: ExcelSession): void =>
  report(session, clearContents(session.workbook.activeSheet, selectionOf(session.workbook).areas));

const setHidden = (session: ExcelSession, what: "rows" | "columns", hidden: boolean): void => {
  const { activeSheet: sheet } = session.workbook;
  for (const area of selectionOf(session.workbook).areas) {
    if (what === "rows") report(session, hideRows(sheet, area.row, area.rows, hidden));
    else report(session, hideColumns(sheet, area.column, area.columns, hidden));
  }
};

const INSERT_DELETE_ROWS: readonly Item[] = [
  { label: "Insert rows above", run: insertRows },
  { label: "Delete rows", run: deleteRows },
];

const INSERT_DELETE_COLUMNS: readonly Item[] = [
  { label: "Insert columns left", run: insertColumns },
  { label: "Delete columns", run: deleteColumns },
];

const ITEMS: Readonly<Record<"cells" | "rows" | "columns", readonly Item[]>> = {
  cells: [
    ...INSERT_DELETE_ROWS,
    ...INSERT_DELETE_COLUMNS,
    "divider",
    { label: "Clear contents", run: clear },
    "divider",
    { label: "Sort ascending", run: (session) => sortByActiveColumn(session, true) },
    { label: "Sort descending", run: (session) => sortByActiveColumn(session, false) },
    { label: "Format as table", run: makeTable },
  ],
  rows: [
    ...INSERT_DELETE_ROWS,
    { label: "Clear contents", run: clear },
    "divider",
    { label: "Hide rows", run: (session) => setHidden(session, "rows", true) },
    { label: "Unhide rows", run: (session) => setHidden(session, "rows", false) },
  ],
  columns: [
    ...INSERT_DELETE_COLUMNS,
    { label: "Clear contents", run: clear },
    "divider",
    { label: "Hide columns", run: (session) => setHidden(session, "columns", true) },
    { label: "Unhide columns", run: (session) => setHidden(session, "columns", false) },
  ],
};

const pointAt = (x: number, y: number): { getBoundingClientRect: () => DOMRect } => ({
  getBoundingClientRect: () => new DOMRect(x, y, 0, 0),
});

export const ContextMenu = ({ popup }: { readonly popup: Extract<Popup, { type: "contextMenu" }> }): JSX.Element => {
  const session = useSession();
  return (
    <Menu
      open
      positioning={{ target: pointAt(popup.x, popup.y), position: "below", align: "start" }}
      onOpenChange={(_, { open }) => {
        if (!open) closePopup(session);
      }}
    >
      <MenuPopover>
        <MenuList aria-label="Cells">
          {ITEMS[popup.on].map((item, place) =>
            item === "divider" ? (
              // oxlint-disable-next-line react/no-array-index-key -- the list never changes
              <MenuDivider key={place} />
            ) : (
              <MenuItem
                key={item.label}
                onClick={() => {
                  closePopup(session);
                  item.run(session);
                }}
              >
                {item.label}
              </MenuItem>
            ),
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
