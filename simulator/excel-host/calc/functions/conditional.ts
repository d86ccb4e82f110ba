import type { Scalar } from "../../model/value.ts";
import { isCellError } from "../../model/value.ts";
import type { Context } from "../context.ts";
import { asScalar } from "../context.ts";
import type { Criterion } from "../criteria.ts";
import { criterionOf } from "../criteria.ts";
import type { Operand } from "../operand.ts";
import { DIV_ERROR, VALUE_ERROR } from "../operand.ts";
import type { BuiltIn } from "./kinds.ts";
import { flat, ofOperands } from "./kinds.ts";

const criterion = (operand: Operand, context: Context): Criterion =>
  criterionOf(asScalar(operand, context), context.workbook.culture, new Date(context.workbook.now()).getUTCFullYear());

/** Positions where every pair of range and condition agrees; undefined when the ranges differ in size. */
const matches = (pairs: readonly Operand[], context: Context): readonly number[] | undefined => {
  if (pairs.length === 0 || pairs.length % 2 === 1) return undefined;
  let kept: readonly number[] | undefined;
  let size = -1;
  for (let at = 0; at < pairs.length; at += 2) {
    const values = flat(pairs[at] ?? null, context);
    const test = criterion(pairs[at + 1] ?? null, context);
    if (size !== -1 && values.length !== size) return undefined;
    size = values.length;
    const positions: readonly number[] = kept ?? values.map((_, index) => index);
    kept = positions.filter((index) => test(values[index] ?? null));
  }
  return kept;
};

type Fold = (values: readonly number[]) => Scalar;

const sum: Fold = (numbers) => Number(numbers.reduce((total, number) => total + number, 0).toPrecision(15));
const average: Fold = (numbers) => (numbers.length === 0 ? DIV_ERROR : Number(sum(numbers)) / numbers.length);

const folded = (values: Operand, positions: readonly number[] | undefined, context: Context, fold: Fold): Scalar => {
  if (!positions) return VALUE_ERROR;
  const all = flat(values, context);
  const picked = positions.map((index) => all[index] ?? null);
  return picked.find(isCellError) ?? fold(picked.filter((value) => typeof value === "number"));
};

const single = (fold: Fold): BuiltIn =>
  ofOperands(2, 3, ([range = null, test = null, values = range], context) =>
    folded(values, matches([range, test], context), context, fold),
  );

const multiple = (fold: Fold): BuiltIn =>
  ofOperands(3, 255, ([values = null, ...pairs], context) => folded(values, matches(pairs, context), context, fold));

const count: BuiltIn = ofOperands(2, 254, (pairs, context) => matches(pairs, context)?.length ?? VALUE_ERROR);

export const conditionalFunctions: Readonly<Record<string, BuiltIn>> = {
  COUNTIF: count,
  COUNTIFS: count,
  SUMIF: single(sum),
  SUMIFS: multiple(sum),
  AVERAGEIF: single(average),
  AVERAGEIFS: multiple(average),
  MAXIFS: multiple((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b)))),
  MINIFS: multiple((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b)))),
};
