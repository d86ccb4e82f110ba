// Storing content in cells: the one way that typing, pasting and the API share.
import type { Rect } from "./address.ts";
import { isSingleCell } from "./address.ts";
import { cellAt, eachPosition, storeCell, valueAt } from "./cells.ts";
import { emitChanged } from "./emit.ts";
import type { CellFormat } from "./format.ts";
import { adjustTables } from "./growth.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardEdit } from "./protection.ts";
import type { TypedInput, TypingContext } from "./typed-input.ts";
import { readAssigned } from "./typed-input.ts";
import type { Worksheet } from "./types.ts";

/** Longest text of a cell ("Excel specifications and limits"). */
export const MAX_CELL_TEXT = 32_767;

/** Excel shows these functions as dates when the cell has no format yet. */
const DATE_FORMULA = /^=(TODAY|DATE|EDATE|EOMONTH|WORKDAY)\(/i;

const withNumberFormat = (format: CellFormat, numberFormat: string | undefined, quotePrefix: boolean): CellFormat => {
  const next = format.numberFormat === "General" && numberFormat !== undefined ? numberFormat : format.numberFormat;
  return next === format.numberFormat && quotePrefix === format.quotePrefix
    ? format
    : { ...format, numberFormat: next, quotePrefix };
};

/** Puts read input into a cell, with the number format that its way of typing implies. */
export const putInput = (sheet: Worksheet, row: number, column: number, input: TypedInput): void => {
  const { format, hyperlink } = cellAt(sheet, row, column);
  const link = hyperlink ? { hyperlink } : {};
  if (input.type === "invalidFormula") throw new Error("An invalid formula can't be stored");
  if (input.type === "formula") {
    const next = withNumberFormat(
      format,
      DATE_FORMULA.test(input.formula) ? sheet.workbook.culture.shortDate : undefined,
      false,
    );
    storeCell(sheet, row, column, { value: null, formula: input.formula, format: next, ...link });
    return;
  }
  const next = withNumberFormat(format, input.numberFormat, input.quotePrefix === true);
  const isNothing = input.value === null && next === format && !sheet.cells.get(row, column);
  if (!isNothing)
    storeCell(sheet, row, column, {
      value: input.value,
      formula: null,
      format: next,
      ...(input.value === null ? {} : link),
    });
};

export const typingContext = (sheet: Worksheet, numberFormat: string): TypingContext => ({
  culture: sheet.workbook.culture,
  numberFormat,
  year: new Date(sheet.workbook.now()).getUTCFullYear(),
});

/** What the API may put into a cell; null leaves the cell alone. */
export type Assigned = string | number | boolean | null;

const readValue = (sheet: Worksheet, row: number, column: number, value: Exclude<Assigned, null>): TypedInput => {
  const { numberFormat } = cellAt(sheet, row, column).format;
  if (typeof value === "string") return readAssigned(value, typingContext(sheet, numberFormat));
  if (numberFormat === "@")
    return { type: "value", value: typeof value === "number" ? String(value) : String(value).toUpperCase() };
  return { type: "value", value };
};

const checkInputs = (
  sheet: Worksheet,
  area: Rect,
  valueAtOffset: (row: number, column: number) => Assigned,
): Outcome<readonly { row: number; column: number; input: TypedInput }[]> => {
  const inputs: { row: number; column: number; input: TypedInput }[] = [];
  let problem: string | undefined;
  eachPosition(area, (row, column) => {
    const value = valueAtOffset(row - area.row, column - area.column);
    if (value === null || problem !== undefined) return;
    const input = readValue(sheet, row, column, value);
    if (input.type === "invalidFormula") problem = "The argument is invalid or missing or has an incorrect format.";
    if (typeof value === "string" && value.length > MAX_CELL_TEXT) problem = "The text is longer than a cell can hold.";
    inputs.push({ row, column, input });
  });
  return problem === undefined ? done(inputs) : refused("InvalidArgument", problem);
};

/** Tables follow, then the change is announced. */
export const afterWrite = (sheet: Worksheet, area: Rect, before: ReturnType<typeof valueAt>): void => {
  adjustTables(sheet, area);
  if (isSingleCell(area)) sheet.workbook.calculator.run();
  const valueAfter = valueAt(sheet, area.row, area.column);
  emitChanged(sheet, area, { details: { valueBefore: before, valueAfter } });
};

/** Writes values or formulas through the API: all of them or, when one is invalid, none. */
export const assignValues = (
  sheet: Worksheet,
  area: Rect,
  valueAtOffset: (row: number, column: number) => Assigned,
): Outcome<undefined> => {
  const allowed = guardEdit(sheet, area);
  if (!allowed.ok) return allowed;
  const inputs = checkInputs(sheet, area, valueAtOffset);
  if (!inputs.ok) return inputs;
  const before = valueAt(sheet, area.row, area.column);
  for (const { row, column, input } of inputs.value) putInput(sheet, row, column, input);
  afterWrite(sheet, area, before);
  return done(undefined);
};
