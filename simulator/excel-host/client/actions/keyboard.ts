import type { KeyboardEvent as ReactKeyboardEvent } from "react";
import { flushSync } from "react-dom";
import { clearContents, redo, selectionOf, undo } from "../../model/index.ts";
import { intentOf, type GridIntent } from "../grid/keys.ts";
import type { ExcelSession } from "../session.ts";
import { fillDown, fillRight } from "./dragging.ts";
import { startEdit } from "./editing.ts";
import { openCellMenu, openContextMenuAtCell } from "./menus.ts";
import { report } from "./reporting.ts";
import {
  changeSheet,
  collapseSelection,
  cycle,
  goHome,
  goToLastCell,
  move,
  selectAll,
  selectColumns,
  selectRows,
} from "./selecting.ts";
import { deleteLines, insertLines, toggleFilterButtons, toggleFormat, typeToday } from "./sheetCommands.ts";

type Action = (session: ExcelSession) => void;
type Handlers = {
  readonly [T in GridIntent["type"]]: (session: ExcelSession, intent: Extract<GridIntent, { type: T }>) => void;
};

const clear: Action = (session) =>
  report(session, clearContents(session.workbook.activeSheet, selectionOf(session.workbook).areas));

const HANDLERS: Handlers = {
  move,
  goHome: (session, { of, extend }) => goHome(session, of, extend),
  goToLastCell: (session, { extend }) => goToLastCell(session, extend),
  cycle: (session, { order, by }) => cycle(session, order, by),
  edit: (session, { keepText }) => startEdit(session, keepText ? { mode: "editing" } : { mode: "entering", text: "" }),
  startTyping: (session) => startEdit(session, { mode: "entering", text: "" }),
  changeSheet: (session, { by }) => changeSheet(session, by),
  clear,
  selectAll,
  selectRows,
  selectColumns,
  undo: (session) => void undo(session.workbook),
  redo: (session) => void redo(session.workbook),
  fillDown,
  fillRight,
  openCellMenu,
  openContextMenu: openContextMenuAtCell,
  insertLines,
  deleteLines,
  bold: (session) => toggleFormat(session, "bold"),
  italic: (session) => toggleFormat(session, "italic"),
  underline: (session) => toggleFormat(session, "underline"),
  toggleFilter: toggleFilterButtons,
  insertToday: typeToday,
  collapseSelection,
  escape: (session) => session.ui.patch({ copied: null, popup: null }),
};

const run = <T extends GridIntent["type"]>(
  session: ExcelSession,
  type: T,
  intent: Extract<GridIntent, { type: T }>,
): void => HANDLERS[type](session, intent);

/** Keys on the grid itself; the cell editor and open menus stop theirs before they come here. */
export const handleGridKey = (session: ExcelSession, event: ReactKeyboardEvent): void => {
  if (event.defaultPrevented || session.ui.get().edit !== null) return;
  const intent = intentOf({
    key: event.key,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    shiftKey: event.shiftKey,
    altKey: event.altKey && !event.getModifierState("AltGraph"),
    isComposing: event.nativeEvent.isComposing,
  });
  if (intent === undefined) return;
  // The editor must have the focus before the browser delivers the character of this very key press.
  if (intent.type === "startTyping") flushSync(() => run(session, intent.type, intent));
  else {
    event.preventDefault();
    run(session, intent.type, intent as never);
  }
};
