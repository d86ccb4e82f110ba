import type { CellError, Matrix, Scalar } from "../../model/value.ts";
import { isCellError } from "../../model/value.ts";
import type { Node } from "../ast.ts";
import type { Context, Evaluate } from "../context.ts";
import { asMatrix, asScalar } from "../context.ts";
import { lift } from "../lift.ts";
import type { Operand } from "../operand.ts";
import { VALUE_ERROR, asNumber, asText, isMatrix, isReference } from "../operand.ts";

/** A function of formulas; it decides itself which arguments it works out. */
export type BuiltIn = (args: readonly Node[], context: Context, evaluate: Evaluate) => Operand;

const hasCount = (args: readonly unknown[], min: number, max: number): boolean =>
  args.length >= min && args.length <= max;

/** A function of single values; it spreads over arrays and passes errors on. */
export const ofScalars =
  (min: number, max: number, apply: (values: readonly Scalar[], context: Context) => Scalar): BuiltIn =>
  (args, context, evaluate) => {
    if (!hasCount(args, min, max)) return VALUE_ERROR;
    const operands = args.map((arg) => evaluate(arg, context));
    return lift(operands, context, (values) => values.find(isCellError) ?? apply(values, context));
  };

/** A function whose single values must be numbers. */
export const ofNumbers = (min: number, max: number, apply: (...values: number[]) => Scalar): BuiltIn =>
  ofScalars(min, max, (values) => {
    const numbers = values.map(asNumber);
    return numbers.find(isCellError) ?? apply(...(numbers as number[]));
  });

/** A function whose single values must be texts. */
export const ofTexts = (min: number, max: number, apply: (...values: string[]) => Scalar): BuiltIn =>
  ofScalars(min, max, (values) => {
    const texts = values.map(asText);
    return texts.find(isCellError) ?? apply(...(texts as string[]));
  });

/** A function that takes its arguments as they come. */
export const ofOperands =
  (min: number, max: number, apply: (operands: readonly Operand[], context: Context) => Operand): BuiltIn =>
  (args, context, evaluate) =>
    hasCount(args, min, max)
      ? apply(
          args.map((arg) => evaluate(arg, context)),
          context,
        )
      : VALUE_ERROR;

/** All values of an operand in reading order. */
export const flat = (operand: Operand, context: Context): readonly Scalar[] => asMatrix(operand, context).flat();

/**
 * Numbers as SUM counts them: inside areas and arrays only real numbers, given directly also text and booleans.
 * The first error wins.
 */
const numbersOf = (operands: readonly Operand[], context: Context): readonly number[] | CellError => {
  const numbers: number[] = [];
  for (const operand of operands) {
    const isArea = isReference(operand) || isMatrix(operand);
    for (const value of isArea ? flat(operand, context) : [asNumber(operand)]) {
      if (isCellError(value)) return value;
      if (typeof value === "number") numbers.push(value);
    }
  }
  return numbers;
};

/** A function over all numbers of its arguments. */
export const ofManyNumbers = (apply: (numbers: readonly number[]) => Scalar): BuiltIn =>
  ofOperands(1, 255, (operands, context) => {
    const numbers = numbersOf(operands, context);
    return isCellError(numbers) ? numbers : apply(numbers);
  });

/** One optional number argument among operands. */
export const numberAt = (
  operands: readonly Operand[],
  at: number,
  context: Context,
  otherwise: number,
): number | CellError => {
  const operand = operands[at];
  return operand === undefined || operand === null ? otherwise : asNumber(asScalar(operand, context));
};

export const transpose = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? null));
