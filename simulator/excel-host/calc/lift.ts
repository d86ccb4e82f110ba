import { cellCount } from "../model/address.ts";
import type { Scalar } from "../model/value.ts";
import type { Context } from "./context.ts";
import { asMatrix, asScalar } from "./context.ts";
import type { Operand } from "./operand.ts";
import { NA_ERROR, isMatrix, isReference } from "./operand.ts";

const isSingle = (operand: Operand): boolean =>
  isReference(operand) ? cellCount(operand.area) === 1 : !isMatrix(operand);

/**
 * Applies a function of single values to operands of any shape: rows and columns of one are repeated, beyond the end of
 * a shorter operand the result is #N/A.
 */
export const lift = (
  operands: readonly Operand[],
  context: Context,
  apply: (values: readonly Scalar[]) => Scalar,
): Operand => {
  if (operands.every(isSingle)) return apply(operands.map((operand) => asScalar(operand, context)));
  const matrices = operands.map((operand) => asMatrix(operand, context));
  const rows = Math.max(...matrices.map((matrix) => matrix.length));
  const columns = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
  const isOne = rows === 1 && columns === 1;
  const pick = (matrix: (typeof matrices)[number], row: number, column: number): Scalar => {
    const line = matrix[matrix.length === 1 ? 0 : row];
    const value = line?.[line.length === 1 ? 0 : column];
    return value === undefined ? NA_ERROR : value;
  };
  if (isOne) return apply(matrices.map((matrix) => pick(matrix, 0, 0)));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => apply(matrices.map((matrix) => pick(matrix, row, column)))),
  );
};
