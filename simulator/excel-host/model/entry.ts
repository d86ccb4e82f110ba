import type { Position } from "./address.ts";
import { containsCell, rect } from "./address.ts";
import { copyFormula } from "../calc/rewrite.ts";
import { cellAt, eachPosition, isEmptyCell, storeCell, valueAt } from "./cells.ts";
import { isCellValid, validationAt } from "./validation.ts";
import { guardEdit } from "./protection.ts";
import type { ErrorAlert } from "./rules.ts";
import { bodyOf } from "./table-parts.ts";
import { tableAt } from "./table.ts";
import { readTyped } from "./typed-input.ts";
import type { Worksheet } from "./types.ts";
import { MAX_CELL_TEXT, afterWrite, putInput, typingContext } from "./write.ts";

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

/** A formula typed into an otherwise empty table column fills it, as Excel's autocorrection does. */
const fillCalculatedColumn = (sheet: Worksheet, { row, column }: Position): void => {
  const table = tableAt(sheet, row, column);
  const { formula, format } = cellAt(sheet, row, column);
  if (!table || formula === null) return;
  const body = bodyOf(table);
  if (!containsCell(body, row, column)) return;
  const others = rect(body.row, column, body.rows, 1);
  const isAlone = sheet.cells.within(others).every((other) => other.row === row || isEmptyCell(other.cell));
  if (!isAlone) return;
  eachPosition(others, (at) => {
    if (at === row) return;
    const numberFormat = format.numberFormat === "General" ? {} : { numberFormat: format.numberFormat };
    const cell = cellAt(sheet, at, column);
    storeCell(sheet, at, column, {
      ...cell,
      formula: copyFormula(formula, at - row, 0),
      format: { ...cell.format, ...numberFormat },
    });
  });
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
  fillCalculatedColumn(sheet, cell);
  return { type: "entered" };
};
