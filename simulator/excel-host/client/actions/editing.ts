import {
  editText,
  enterText,
  findSheet,
  rectAddress,
  selectionOf,
  copyArea,
  transact,
  paste,
  type EntryOutcome,
  type Position,
  type Rect,
} from "../../model/index.ts";
import { ENTRY_REFUSALS, MESSAGES } from "../messages.ts";
import { currentSelection, type ExcelSession } from "../session.ts";
import type { Dialog, EditSession } from "../uiState.ts";
import { cycle, goTo, move, reveal } from "./selecting.ts";
import { widenForNumber } from "./columnWidths.ts";
import type { Direction } from "../grid/keys.ts";
import { report } from "./reporting.ts";

interface StartOptions {
  readonly mode: EditSession["mode"];
  /** Replaces what the cell holds. */
  readonly text?: string;
  readonly place?: EditSession["place"];
}

export const startEdit = (session: ExcelSession, { mode, text, place = "cell" }: StartOptions): void => {
  const { workbook, ui } = session;
  const sheet = workbook.activeSheet;
  const { active } = selectionOf(workbook);
  const original = editText(sheet, active.row, active.column);
  reveal(session, active);
  ui.patch({
    edit: { sheetId: sheet.id, cell: active, text: text ?? original, original, mode, place },
    popup: null,
    drag: null,
  });
};

export const changeEditText = (session: ExcelSession, text: string): void => {
  const { edit } = session.ui.get();
  if (edit === null) return;
  const { pointedAt: _, ...rest } = edit;
  session.ui.patch({ edit: { ...rest, text } });
};

export const cancelEdit = (session: ExcelSession): void => {
  session.ui.patch({ edit: null });
  session.focusGrid.current();
};

const refusalDialog = (outcome: Exclude<EntryOutcome, { readonly type: "entered" }>): Dialog => {
  if (outcome.type !== "rejected" && outcome.type !== "needsConfirmation")
    return { type: "message", title: MESSAGES.entryRefused, message: ENTRY_REFUSALS[outcome.type] };
  const { style, title, message } = outcome.alert;
  return {
    type: "refusedEntry",
    style,
    title: title || MESSAGES.refusedEntryTitle,
    message: message || MESSAGES.refusedEntry,
  };
};

/**
 * Puts the typed text into its cell. False when the cell refused it: then a dialog says why and the text is kept,
 * as in Excel, until the person corrects or cancels it.
 */
export const commitEdit = (session: ExcelSession, confirmed = false): boolean => {
  const { workbook, ui } = session;
  const { edit } = ui.get();
  if (edit === null) return true;
  const sheet = findSheet(workbook, edit.sheetId);
  if (sheet === undefined || (edit.text === edit.original && !confirmed)) {
    ui.patch({ edit: null });
    return true;
  }
  const outcome = transact(workbook, { origin: "user", label: "Typing" }, () => {
    const entered = enterText(sheet, edit.cell, edit.text, { confirmed });
    if (entered.type === "entered") widenForNumber(sheet, edit.cell);
    return entered;
  });
  if (outcome.type === "entered") {
    ui.patch({ edit: null, dialog: null });
    return true;
  }
  ui.patch({ dialog: refusalDialog(outcome) });
  return false;
};

/** Where the selection goes after an entry. */
export type AfterEntry =
  | { readonly type: "cycle"; readonly order: "rows" | "columns"; readonly by: 1 | -1 }
  | { readonly type: "move"; readonly direction: Direction }
  | { readonly type: "fillSelection" }
  | { readonly type: "stay" };

const fillSelection = (session: ExcelSession, cell: Position): void => {
  const sheet = session.workbook.activeSheet;
  const { area } = currentSelection(session);
  report(session, paste(sheet, area, copyArea(sheet, { ...cell, rows: 1, columns: 1 })));
};

export const finishEdit = (session: ExcelSession, after: AfterEntry): void => {
  const { edit } = session.ui.get();
  if (edit === null || !commitEdit(session)) return;
  session.focusGrid.current();
  switch (after.type) {
    case "cycle":
      cycle(session, after.order, after.by);
      break;
    case "move":
      move(session, { type: "move", direction: after.direction, by: "cell", extend: false });
      break;
    case "fillSelection":
      fillSelection(session, edit.cell);
      break;
    case "stay":
      goTo(session, edit.cell);
      break;
  }
};

/** A formula that waits for an operand takes the cell that is clicked. */
export const takesReference = ({ text, pointedAt }: EditSession): boolean =>
  text.startsWith("=") && (pointedAt !== undefined || /[=+\-*/^&(,;<>:]\s*$/.test(text));

export const insertReference = (session: ExcelSession, area: Rect): void => {
  const { edit } = session.ui.get();
  if (edit === null) return;
  const pointedAt = edit.pointedAt ?? edit.text.length;
  session.ui.patch({ edit: { ...edit, text: edit.text.slice(0, pointedAt) + rectAddress(area), pointedAt } });
};

/** Back to the refused text, all of it selected, so that typing replaces it. */
export const retryEdit = (session: ExcelSession): void => {
  const { edit } = session.ui.get();
  session.ui.patch({
    dialog: null,
    ...(edit === null ? {} : { edit: { ...edit, mode: "editing", attempt: (edit.attempt ?? 0) + 1 } }),
  });
};

/** The person insists on a value that a Warning or an Information was shown for. */
export const finishConfirmed = (session: ExcelSession): void => {
  if (!commitEdit(session, true)) return;
  session.focusGrid.current();
  cycle(session, "columns", 1);
};
