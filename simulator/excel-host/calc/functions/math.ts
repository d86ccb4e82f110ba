import { isRowHidden } from "../../model/cells.ts";
import type { Scalar } from "../../model/value.ts";
import { isCellError } from "../../model/value.ts";
import type { Context } from "../context.ts";
import { asScalar } from "../context.ts";
import type { Reference } from "../operand.ts";
import { DIV_ERROR, NA_ERROR, NUM_ERROR, VALUE_ERROR, asNumber, finite, isReference } from "../operand.ts";
import type { BuiltIn } from "./kinds.ts";
import { flat, ofManyNumbers, ofNumbers, ofOperands } from "./kinds.ts";
import { statistic } from "./library.ts";
import { asMatrix } from "../context.ts";

/** Adds pairwise from the left; the last digits of binary fractions are cut as Excel cuts them. */
const sum = (numbers: readonly number[]): number =>
  Number(numbers.reduce((total, number) => total + number, 0).toPrecision(15));

const average = (numbers: readonly number[]): Scalar =>
  numbers.length === 0 ? DIV_ERROR : finite(sum(numbers) / numbers.length);

const extreme =
  (pick: (a: number, b: number) => number) =>
  (numbers: readonly number[]): number =>
    numbers.length === 0 ? 0 : numbers.reduce(pick);

const maximum = extreme((a, b) => Math.max(a, b));
const minimum = extreme((a, b) => Math.min(a, b));
const product = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((total, number) => total * number, 1);

/** Rounds on decimal digits, half away from zero, as ROUND does. */
const decimalRound = (value: number, digits: number, round: (value: number) => number): number => {
  const factor = 10 ** Math.trunc(digits);
  const scaled = Number((Math.abs(value) * factor).toPrecision(15));
  return Math.sign(value) * Number((round(scaled) / factor).toPrecision(15)) || 0;
};

const toMultiple = (value: number, step: number, round: (value: number) => number): Scalar =>
  step === 0 ? 0 : finite(Number((round(Number((value / step).toPrecision(15))) * step).toPrecision(15)));

const counting = (isCounted: (value: Scalar) => boolean, isDirectCounted: (value: Scalar) => boolean): BuiltIn =>
  ofOperands(1, 255, (operands, context) =>
    operands.reduce<number>((total, operand) => {
      const isArea = isReference(operand) || Array.isArray(operand);
      return total + flat(operand, context).filter(isArea ? isCounted : isDirectCounted).length;
    }, 0),
  );

const isNumber = (value: Scalar): boolean => typeof value === "number";

const sumProduct = ofOperands(1, 255, (operands, context) => {
  const columns = operands.map((operand) => flat(operand, context));
  const [first = []] = columns;
  if (columns.some((column) => column.length !== first.length)) return VALUE_ERROR;
  const problem = columns.flat().find(isCellError);
  if (problem) return problem;
  const isSingle = columns.length === 1;
  return sum(
    first.map((_, at) =>
      columns.reduce((total, column) => {
        const value = column[at] ?? 0;
        return total * (typeof value === "number" ? value : isSingle && typeof value === "boolean" ? Number(value) : 0);
      }, 1),
    ),
  );
});

const SUBTOTALS: Readonly<Record<number, (numbers: readonly number[]) => Scalar>> = {
  1: average,
  4: maximum,
  5: minimum,
  6: product,
  7: statistic("STDEV.S"),
  8: statistic("STDEV.P"),
  9: sum,
  10: statistic("VAR.S"),
  11: statistic("VAR.P"),
};

/** Filtered rows never count; rows hidden by hand count for 1-11 and not for 101-111; other subtotals never count. */
const visibleValues = ({ sheet, area }: Reference, skipsHidden: boolean, context: Context): readonly Scalar[] =>
  asMatrix({ sheet, area }, context).flatMap((line, i) => {
    const row = area.row + i;
    const isOut = skipsHidden ? isRowHidden(sheet, row) : sheet.rows.get(row)?.filtered === true;
    if (isOut) return [];
    return line.filter(
      (_, j) => !/^=(SUBTOTAL|AGGREGATE)\(/i.test(sheet.cells.get(row, area.column + j)?.formula ?? ""),
    );
  });

const subtotal = ofOperands(2, 255, ([kind = null, ...areas], context) => {
  const code = asNumber(asScalar(kind, context));
  if (isCellError(code)) return code;
  if (!areas.every((area): area is Reference => isReference(area))) return VALUE_ERROR;
  const values = areas.flatMap((area) => visibleValues(area, code > 100, context));
  const problem = values.find(isCellError);
  if (code % 100 === 2) return values.filter(isNumber).length;
  if (code % 100 === 3) return values.filter((value) => value !== null).length;
  const apply = SUBTOTALS[code % 100];
  if (!apply) return VALUE_ERROR;
  return problem ?? apply(values.filter((value) => typeof value === "number"));
});

const rank = ofOperands(2, 3, ([value = null, among = null, order = null], context) => {
  const subject = asNumber(asScalar(value, context));
  const isAscending = asNumber(asScalar(order, context)) !== 0;
  const numbers = flat(among, context).filter((entry) => typeof entry === "number");
  if (isCellError(subject)) return subject;
  if (!numbers.includes(subject)) return NA_ERROR;
  return 1 + numbers.filter((other) => (isAscending ? other < subject : other > subject)).length;
});

const nth = (isAscending: boolean): BuiltIn =>
  ofOperands(2, 2, ([among = null, place = null], context) => {
    const at = asNumber(asScalar(place, context));
    const numbers = flat(among, context)
      .filter((entry) => typeof entry === "number")
      .sort((a, b) => a - b);
    if (isCellError(at)) return at;
    return (isAscending ? numbers[Math.ceil(at) - 1] : numbers.at(-Math.ceil(at))) ?? NUM_ERROR;
  });

export const mathFunctions: Readonly<Record<string, BuiltIn>> = {
  SUM: ofManyNumbers(sum),
  AVERAGE: ofManyNumbers(average),
  MAX: ofManyNumbers(maximum),
  MIN: ofManyNumbers(minimum),
  PRODUCT: ofManyNumbers(product),
  SUMSQ: ofManyNumbers((numbers) => sum(numbers.map((number) => number ** 2))),
  COUNT: counting(isNumber, (value) => value !== null && !isCellError(asNumber(value))),
  COUNTA: counting(
    (value) => value !== null,
    () => true,
  ),
  COUNTBLANK: counting(
    (value) => value === null || value === "",
    (value) => value === null || value === "",
  ),
  SUMPRODUCT: sumProduct,
  SUBTOTAL: subtotal,
  RANK: rank,
  "RANK.EQ": rank,
  LARGE: nth(false),
  SMALL: nth(true),
  ABS: ofNumbers(1, 1, (value) => Math.abs(value)),
  SIGN: ofNumbers(1, 1, (value) => Math.sign(value)),
  INT: ofNumbers(1, 1, (value) => Math.floor(value)),
  SQRT: ofNumbers(1, 1, (value) => (value < 0 ? NUM_ERROR : Math.sqrt(value))),
  EXP: ofNumbers(1, 1, (value) => finite(Math.exp(value))),
  LN: ofNumbers(1, 1, (value) => (value <= 0 ? NUM_ERROR : Math.log(value))),
  LOG10: ofNumbers(1, 1, (value) => (value <= 0 ? NUM_ERROR : Math.log10(value))),
  LOG: ofNumbers(1, 2, (value, base = 10) => (value <= 0 ? NUM_ERROR : finite(Math.log(value) / Math.log(base)))),
  POWER: ofNumbers(2, 2, (base, exponent) => finite(base ** exponent)),
  PI: ofNumbers(0, 0, () => Math.PI),
  MOD: ofNumbers(2, 2, (value, by) => (by === 0 ? DIV_ERROR : finite(value - by * Math.floor(value / by)))),
  QUOTIENT: ofNumbers(2, 2, (value, by) => (by === 0 ? DIV_ERROR : Math.trunc(value / by))),
  ROUND: ofNumbers(2, 2, (value, digits) => decimalRound(value, digits, Math.round)),
  ROUNDUP: ofNumbers(2, 2, (value, digits) => decimalRound(value, digits, Math.ceil)),
  ROUNDDOWN: ofNumbers(2, 2, (value, digits) => decimalRound(value, digits, Math.floor)),
  TRUNC: ofNumbers(1, 2, (value, digits = 0) => decimalRound(value, digits, Math.floor)),
  MROUND: ofNumbers(2, 2, (value, step) => (value * step < 0 ? NUM_ERROR : toMultiple(value, step, Math.round))),
  CEILING: ofNumbers(2, 2, (value, step) => toMultiple(value, step, Math.ceil)),
  FLOOR: ofNumbers(2, 2, (value, step) => (step === 0 ? DIV_ERROR : toMultiple(value, step, Math.floor))),
  EVEN: ofNumbers(1, 1, (value) => Math.sign(value) * Math.ceil(Math.abs(value) / 2) * 2 || 0),
  ODD: ofNumbers(1, 1, (value) => (value < 0 ? -1 : 1) * (Math.ceil((Math.abs(value) + 1) / 2) * 2 - 1)),
};
