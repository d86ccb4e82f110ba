import type { Rect } from "../model/address.ts";
import { WHOLE_SHEET, boundingRect, cellCount, containsCell, intersection, rect } from "../model/address.ts";
import { mapArea, usedArea, valueAt } from "../model/cells.ts";
import type { Workbook, Worksheet } from "../model/types.ts";
import type { Matrix, Scalar } from "../model/value.ts";
import type { Node } from "./ast.ts";
import type { Operand, Reference } from "./operand.ts";
import type { Offset } from "./relative.ts";
import { VALUE_ERROR, isMatrix, isReference } from "./operand.ts";

/** Where a formula is worked out. */
export interface Context {
  readonly workbook: Workbook;
  readonly sheet: Worksheet;
  readonly row: number;
  readonly column: number;
  /** The formula is read as if it had been copied this far from where it was written. */
  readonly offset?: Offset | undefined;
  /** Names bound by LET, upper case. */
  readonly locals: ReadonlyMap<string, Operand>;
  /** Used area of a sheet: whole columns are read only that far. */
  readonly extent: (sheet: Worksheet) => Rect;
  /** Calls a function of the add-in; undefined when there is none of this name. */
  readonly custom: (name: string, args: readonly (Scalar | Matrix)[]) => Operand | undefined;
}

export type Evaluate = (node: Node, context: Context) => Operand;

const LARGE = 100_000;

const usedPart = (area: Rect, extent: Rect): Rect =>
  intersection(area, boundingRect(rect(0, 0), extent)) ?? rect(area.row, area.column);

/** Cells of an area, cut to the used part of its sheet when it is very large. */
const areaMatrix = ({ sheet, area }: Reference, context: Context): Matrix => {
  // The extent costs a walk over the sheet: only areas that would cost more ask for it.
  const part = cellCount(area) > LARGE ? usedPart(area, context.extent(sheet)) : area;
  return mapArea(part, (row, column) => valueAt(sheet, row, column));
};

/** Any operand as rows of values. */
export const asMatrix = (operand: Operand, context: Context): Matrix => {
  if (isReference(operand)) return areaMatrix(operand, context);
  return isMatrix(operand) ? operand : [[operand]];
};

/** One value: of an area its only cell, else the cell in the formula's own row or column. */
export const asScalar = (operand: Operand, { row, column }: Context): Scalar => {
  if (isMatrix(operand)) return operand[0]?.[0] ?? null;
  if (!isReference(operand)) return operand;
  const { sheet, area } = operand;
  if (cellCount(area) === 1) return valueAt(sheet, area.row, area.column);
  if (area.columns === 1 && containsCell(area, row, area.column)) return valueAt(sheet, row, area.column);
  if (area.rows === 1 && containsCell(area, area.row, column)) return valueAt(sheet, area.row, column);
  return VALUE_ERROR;
};

export const usedExtent = (sheet: Worksheet): Rect => usedArea(sheet, WHOLE_SHEET, true) ?? rect(0, 0);
