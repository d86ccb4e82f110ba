import {
  addTable,
  boundingRect,
  clearFilters,
  formatAt,
  formatCells,
  insert,
  MAX_COLUMNS,
  MAX_ROWS,
  rect,
  remove,
  selectionOf,
  sort,
  tableAt,
  transact,
  usedArea,
  type FormatPatch,
  type Position,
  type Rect,
  type Table,
  type Worksheet,
} from "../../model/index.ts";
import { isSingleCell } from "../../model/address.ts";
import { currentSelection, type ExcelSession } from "../session.ts";
import { startEdit } from "./editing.ts";
import { report } from "./reporting.ts";
import { chooseArea } from "./selecting.ts";

export const format = (session: ExcelSession, patch: FormatPatch): void =>
  report(session, formatCells(session.workbook.activeSheet, selectionOf(session.workbook).areas, patch));

export const toggleFormat = (session: ExcelSession, what: "bold" | "italic" | "underline" | "wrap"): void => {
  const { active } = selectionOf(session.workbook);
  const now = formatAt(session.workbook.activeSheet, active.row, active.column);
  if (what === "underline") format(session, { underline: now.underline === "None" ? "Single" : "None" });
  else format(session, { [what]: !now[what] });
};

const tableOfSelection = (session: ExcelSession): Table | undefined => {
  const { active } = currentSelection(session);
  return tableAt(session.workbook.activeSheet, active.row, active.column);
};

/** Inside a table only its own rows move, unless whole rows are selected. */
const rowsArea = (session: ExcelSession): Rect => {
  const { area } = currentSelection(session);
  const table = tableOfSelection(session);
  if (table === undefined || area.columns === MAX_COLUMNS) return rect(area.row, 0, area.rows, MAX_COLUMNS);
  return rect(area.row, table.range.column, area.rows, table.range.columns);
};

const columnsArea = (session: ExcelSession): Rect => {
  const { area } = currentSelection(session);
  const table = tableOfSelection(session);
  if (table === undefined || area.rows === MAX_ROWS) return rect(0, area.column, MAX_ROWS, area.columns);
  return rect(table.range.row, area.column, table.range.rows, area.columns);
};

export const insertRows = (session: ExcelSession): void =>
  report(session, insert(session.workbook.activeSheet, rowsArea(session), "rows"));

export const deleteRows = (session: ExcelSession): void =>
  report(session, remove(session.workbook.activeSheet, rowsArea(session), "rows"));

export const insertColumns = (session: ExcelSession): void =>
  report(session, insert(session.workbook.activeSheet, columnsArea(session), "columns"));

export const deleteColumns = (session: ExcelSession): void =>
  report(session, remove(session.workbook.activeSheet, columnsArea(session), "columns"));

/** Ctrl and plus: columns when whole columns are selected, else rows. */
export const insertLines = (session: ExcelSession): void =>
  currentSelection(session).area.rows === MAX_ROWS ? insertColumns(session) : insertRows(session);

export const deleteLines = (session: ExcelSession): void =>
  currentSelection(session).area.rows === MAX_ROWS ? deleteColumns(session) : deleteRows(session);

export const sortByActiveColumn = (session: ExcelSession, ascending: boolean): void => {
  const table = tableOfSelection(session);
  if (table === undefined) {
    askForTable(session, "sort");
    return;
  }
  report(session, sort(table, [{ key: currentSelection(session).active.column - table.range.column, ascending }]));
};

const askForTable = (session: ExcelSession, what: string): void =>
  session.ui.patch({
    dialog: {
      type: "message",
      title: `Choose a table to ${what}`,
      message: "Select a cell of a table first. To make a table of your data, choose Format as table.",
    },
  });

export const toggleFilterButtons = (session: ExcelSession): void => {
  const table = tableOfSelection(session);
  if (table === undefined) {
    askForTable(session, "filter");
    return;
  }
  const { workbook } = session;
  transact(workbook, { origin: "user", label: "Filter" }, () =>
    workbook.journal.set(table, "showFilterButton", !table.showFilterButton),
  );
};

export const clearTableFilters = (session: ExcelSession): void => {
  const table = tableOfSelection(session);
  if (table === undefined) askForTable(session, "filter");
  else report(session, clearFilters(table));
};

/** The block of filled cells around a cell, bounded by empty rows and columns (Excel's "current region"). */
const regionAround = (sheet: Worksheet, cell: Position): Rect => {
  let area = rect(cell.row, cell.column);
  for (;;) {
    const row = Math.max(0, area.row - 1);
    const column = Math.max(0, area.column - 1);
    const around = rect(row, column, area.row + area.rows + 1 - row, area.column + area.columns + 1 - column);
    const used = usedArea(sheet, around, true);
    if (used === undefined) return area;
    const grown = boundingRect(area, used);
    if (grown.rows === area.rows && grown.columns === area.columns) return area;
    area = grown;
  }
};

export const makeTable = (session: ExcelSession): void => {
  const { area, active } = currentSelection(session);
  const sheet = session.workbook.activeSheet;
  const range = isSingleCell(area) ? regionAround(sheet, active) : area;
  const made = addTable(sheet, range, true);
  report(session, made);
  if (made.ok) chooseArea(session, range);
};

export type Freeze = "none" | "topRow" | "firstColumn" | "selection";

export const freeze = (session: ExcelSession, what: Freeze): void => {
  const { workbook } = session;
  const { active } = currentSelection(session);
  const wanted = {
    none: { rows: 0, columns: 0 },
    topRow: { rows: 1, columns: 0 },
    firstColumn: { rows: 0, columns: 1 },
    selection: { rows: active.row, columns: active.column },
  }[what];
  const frozen = wanted.rows === 0 && wanted.columns === 0 ? null : wanted;
  transact(workbook, { origin: "user", label: "Freeze Panes" }, () =>
    workbook.journal.set(workbook.activeSheet, "frozen", frozen),
  );
  session.viewport.set({ ...session.viewport.get(), scrollTop: 0, scrollLeft: 0 });
};

/** Ctrl and semicolon starts an entry with today's date, in the person's own order. */
export const typeToday = (session: ExcelSession): void => {
  const today = new Date();
  const text = new Intl.DateTimeFormat(session.workbook.culture.locale, {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(today);
  startEdit(session, { mode: "editing", text });
};
