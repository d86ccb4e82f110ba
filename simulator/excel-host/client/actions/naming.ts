import { findSheet, parseAddress, rect, type Rect } from "../../model/index.ts";
import type { ExcelSession } from "../session.ts";
import { chooseArea, reveal, showSheet } from "./selecting.ts";

const tableArea = (
  session: ExcelSession,
  text: string,
): { readonly sheetName: string; readonly area: Rect } | undefined => {
  const table = session.workbook.sheets
    .flatMap(({ tables }) => tables)
    .find(({ name }) => name.toLowerCase() === text.toLowerCase());
  if (table === undefined) return undefined;
  const first = table.showHeaders ? 1 : 0;
  const { row, column, rows, columns } = table.range;
  return { sheetName: table.sheet.name, area: rect(row + first, column, Math.max(1, rows - first), columns) };
};

/** The name box: an address, with a sheet if wanted, or the name of a table. */
export const goToText = (session: ExcelSession, text: string): void => {
  const parsed = parseAddress(text.trim());
  const target =
    parsed === undefined ? tableArea(session, text.trim()) : { sheetName: parsed.sheet, area: parsed.area };
  const sheet =
    target?.sheetName === undefined ? session.workbook.activeSheet : findSheet(session.workbook, target.sheetName);
  if (target === undefined || sheet?.visibility !== "Visible") {
    session.ui.patch({
      dialog: {
        type: "message",
        title: "There is no such place",
        message: `Nothing in this workbook is called "${text}".`,
      },
    });
    return;
  }
  if (sheet !== session.workbook.activeSheet) showSheet(session, sheet);
  chooseArea(session, target.area);
  reveal(session, target.area);
  session.focusGrid.current();
};
