// Values of formulas that stand outside cells: in validations, conditional formats and names.
import type { Position, Rect } from "./address.ts";
import type { Context } from "../calc/context.ts";
import { usedExtent } from "../calc/context.ts";
import { evaluateFormula, evaluateReferenceOf } from "../calc/evaluate.ts";
import type { Reference } from "../calc/operand.ts";
import { copyFormula } from "../calc/rewrite.ts";
import type { Worksheet } from "./types.ts";
import type { Matrix, Scalar } from "./value.ts";

const extents = new WeakMap<Worksheet, { readonly version: number; readonly extent: Rect }>();

/** Used area of a sheet, kept until the workbook changes. */
const keptExtent = (sheet: Worksheet): Rect => {
  const { version, journal } = sheet.workbook;
  if (journal.isOpen()) return usedExtent(sheet);
  const known = extents.get(sheet);
  if (known?.version === version) return known.extent;
  const extent = usedExtent(sheet);
  extents.set(sheet, { version, extent });
  return extent;
};

const contextAt = (sheet: Worksheet, { row, column }: Position, origin?: Rect): Context => ({
  ...(origin ? { offset: { rows: row - origin.row, columns: column - origin.column } } : {}),
  workbook: sheet.workbook,
  sheet,
  row,
  column,
  locals: new Map(),
  extent: keptExtent,
  custom: () => undefined,
});

/** Works a formula out as if it stood in a cell. */
export const evaluateAt = (sheet: Worksheet, cell: Position, formula: string): Scalar | Matrix =>
  evaluateFormula(formula, contextAt(sheet, cell));

/** The area a formula names, if it is one. */
export const referenceAt = (sheet: Worksheet, cell: Position, formula: string, origin?: Rect): Reference | undefined =>
  evaluateReferenceOf(formula, contextAt(sheet, cell, origin));

/** A formula written for the top left of `area`, as it reads in `cell`. */
export const relativeTo = (formula: string, area: Rect | undefined, cell: Position): string =>
  area ? copyFormula(formula, cell.row - area.row, cell.column - area.column) : formula;

/** One value of a formula; of several the first. Where an origin is given the formula is parsed once for all cells. */
export const scalarAt = (sheet: Worksheet, cell: Position, formula: string, origin?: Rect): Scalar => {
  const result = evaluateFormula(formula, contextAt(sheet, cell, origin));
  return Array.isArray(result) ? ((result as Matrix)[0]?.[0] ?? null) : (result as Scalar);
};
