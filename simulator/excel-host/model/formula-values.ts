// Values of formulas that stand outside cells: in validations, conditional formats and names.
import type { Position, Rect } from "./address.ts";
import { usedExtent } from "../calc/context.ts";
import { evaluateFormula, evaluateReferenceOf } from "../calc/evaluate.ts";
import type { Reference } from "../calc/operand.ts";
import { copyFormula } from "../calc/rewrite.ts";
import type { Worksheet } from "./types.ts";
import type { Matrix, Scalar } from "./value.ts";

const contextAt = (sheet: Worksheet, { row, column }: Position) => ({
  workbook: sheet.workbook,
  sheet,
  row,
  column,
  locals: new Map(),
  extent: usedExtent,
  custom: () => undefined,
});

/** Works a formula out as if it stood in a cell. */
export const evaluateAt = (sheet: Worksheet, cell: Position, formula: string): Scalar | Matrix =>
  evaluateFormula(formula, contextAt(sheet, cell));

/** The area a formula names, if it is one. */
export const referenceAt = (sheet: Worksheet, cell: Position, formula: string): Reference | undefined =>
  evaluateReferenceOf(formula, contextAt(sheet, cell));

/** A formula written for the top left of `area`, as it reads in `cell`. */
export const relativeTo = (formula: string, area: Rect | undefined, cell: Position): string =>
  area ? copyFormula(formula, cell.row - area.row, cell.column - area.column) : formula;

/** One value of a formula; of several the first. */
export const scalarAt = (sheet: Worksheet, cell: Position, formula: string): Scalar => {
  const result = evaluateAt(sheet, cell, formula);
  return Array.isArray(result) ? ((result as Matrix)[0]?.[0] ?? null) : (result as Scalar);
};
