import { copyArea, copyAsText, findSheet, paste, pasteText, type Outcome, type Rect } from "../../model/index.ts";
import { usedArea } from "../../model/index.ts";
import { intersection } from "../../model/address.ts";
import { currentSelection, type ExcelSession } from "../session.ts";
import { chooseArea } from "./selecting.ts";
import { isDone } from "./reporting.ts";

/** Windows turns every line break of clipboard text into two characters. */
const normalised = (text: string): string => text.replaceAll("\r\n", "\n").replace(/\n$/, "");

/** Whole rows and columns are copied as far as anything stands in them. */
const trimmed = (session: ExcelSession, area: Rect): Rect => {
  if (area.rows * area.columns < 1_000_000) return area;
  const used = usedArea(session.workbook.activeSheet);
  const common = used === undefined ? undefined : intersection(area, used);
  if (common === undefined) return { ...area, rows: 1, columns: 1 };
  return { ...area, rows: common.row + common.rows - area.row, columns: common.column + common.columns - area.column };
};

export const onCopy = (session: ExcelSession, event: ClipboardEvent, isCut: boolean): void => {
  if (event.clipboardData === null) return;
  event.preventDefault();
  const sheet = session.workbook.activeSheet;
  const area = trimmed(session, currentSelection(session).area);
  const text = copyAsText(sheet, area);
  event.clipboardData.setData("text/plain", text);
  session.ui.patch({ copied: { sheetId: sheet.id, area, isCut, text }, announcement: isCut ? "Cut" : "Copied" });
};

/** Formulas and formats come along when the clipboard still holds what was copied here. */
const pasteOwn = (session: ExcelSession, text: string, target: Rect): Outcome<Rect> | undefined => {
  const { copied } = session.ui.get();
  if (copied === null || normalised(copied.text) !== normalised(text)) return undefined;
  const source = findSheet(session.workbook, copied.sheetId);
  if (source === undefined) return undefined;
  if (copied.isCut) session.ui.patch({ copied: null });
  return paste(session.workbook.activeSheet, target, copyArea(source, copied.area, copied.isCut));
};

const pasteForeign = (session: ExcelSession, text: string, target: Rect): Outcome<Rect> | undefined => {
  if (text === "") return undefined;
  session.ui.patch({ copied: null });
  return pasteText(session.workbook.activeSheet, target, text);
};

export const onPaste = (session: ExcelSession, event: ClipboardEvent): void => {
  event.preventDefault();
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const target = currentSelection(session).area;
  const outcome = pasteOwn(session, text, target) ?? pasteForeign(session, text, target);
  if (outcome !== undefined && isDone(session, outcome) && outcome.ok) chooseArea(session, outcome.value);
};
