import type { Position } from "./address.ts";
import { rect } from "./address.ts";
import { cellAt, valueAt } from "./cells.ts";
import { isCellValid, validationAt } from "./validation.ts";
import { guardEdit } from "./protection.ts";
import type { ErrorAlert } from "./rules.ts";
import { readTyped } from "./typed-input.ts";
import type { Worksheet } from "./types.ts";
import { MAX_CELL_TEXT, afterWrite, putInput, typingContext } from "./write.ts";
import { storeCell } from "./cells.ts";

/** What became of typed text. */
export type EntryOutcome =
  | { readonly type: "entered" }
  /** Stop: the value is not taken. */
  | { readonly type: "rejected"; readonly alert: ErrorAlert }
  /** Warning or Information: type it again with `confirmed`. */
  | { readonly type: "needsConfirmation"; readonly alert: ErrorAlert }
  | { readonly type: "protected" }
  | { readonly type: "invalidFormula" }
  | { readonly type: "tooLong" }
  | { readonly type: "readOnly" };

const alertFor = (sheet: Worksheet, { row, column }: Position): ErrorAlert | undefined => {
  const validation = validationAt(sheet, row, column);
  return validation?.errorAlert.showAlert && !isCellValid(sheet, row, column) ? validation.errorAlert : undefined;
};

/** Types text into one cell; call it inside a transaction. */
export const enterInto = (sheet: Worksheet, cell: Position, text: string, confirmed: boolean): EntryOutcome => {
  const { row, column } = cell;
  const area = rect(row, column);
  if (sheet.workbook.readOnly) return { type: "readOnly" };
  if (!guardEdit(sheet, area).ok) return { type: "protected" };
  if (text.length > MAX_CELL_TEXT) return { type: "tooLong" };
  const before = sheet.cells.get(row, column);
  const valueBefore = valueAt(sheet, row, column);
  const input = readTyped(text, typingContext(sheet, cellAt(sheet, row, column).format.numberFormat));
  if (input.type === "invalidFormula") return { type: "invalidFormula" };
  putInput(sheet, row, column, input);
  sheet.workbook.calculator.run();
  const alert = alertFor(sheet, cell);
  if (alert && !(confirmed && alert.style !== "Stop")) {
    storeCell(sheet, row, column, before);
    return { type: alert.style === "Stop" ? "rejected" : "needsConfirmation", alert };
  }
  afterWrite(sheet, area, valueBefore);
  return { type: "entered" };
};
