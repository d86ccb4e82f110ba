import type { Matrix, Scalar } from "../../model/value.ts";
import { cellError, isCellError } from "../../model/value.ts";
import { asMatrix, asScalar } from "../context.ts";
import { VALUE_ERROR, asBoolean, compareValues } from "../operand.ts";
import type { BuiltIn } from "./kinds.ts";
import { flat, numberAt, ofOperands, transpose } from "./kinds.ts";

const CALC_ERROR = cellError("#CALC!");

const filter: BuiltIn = ofOperands(2, 3, ([source = null, include = null, otherwise], context) => {
  const matrix = asMatrix(source, context);
  const flags = asMatrix(include, context);
  const isByColumn = flags.length === 1 && matrix.length !== 1;
  const lines = isByColumn ? transpose(matrix) : matrix;
  const truths = flags.flat().map(asBoolean);
  const problem = truths.find(isCellError);
  if (problem) return problem;
  if (truths.length !== lines.length) return VALUE_ERROR;
  const kept = lines.filter((_, at) => truths[at] === true);
  if (kept.length === 0) return otherwise ?? CALC_ERROR;
  return isByColumn ? transpose(kept) : kept;
});

const byColumn =
  (column: number, direction: number) =>
  (a: readonly Scalar[], b: readonly Scalar[]): number =>
    compareValues(a[column] ?? null, b[column] ?? null) * direction;

const sort: BuiltIn = ofOperands(1, 4, (operands, context) => {
  const column = numberAt(operands, 1, context, 1);
  const direction = numberAt(operands, 2, context, 1);
  if (isCellError(column) || isCellError(direction)) return VALUE_ERROR;
  const isByColumn = asBoolean(asScalar(operands[3] ?? false, context)) === true;
  const matrix = asMatrix(operands[0] ?? null, context);
  const sorted = (isByColumn ? transpose(matrix) : matrix).toSorted(byColumn(column - 1, direction));
  return isByColumn ? transpose(sorted) : sorted;
});

const sortBy: BuiltIn = ofOperands(2, 255, ([source = null, ...keys], context) => {
  const matrix = asMatrix(source, context);
  const orders = Array.from({ length: Math.ceil(keys.length / 2) }, (_, at) => ({
    values: flat(keys[at * 2] ?? null, context),
    direction: Number(asScalar(keys[at * 2 + 1] ?? 1, context)),
  }));
  if (orders.some(({ values }) => values.length !== matrix.length)) return VALUE_ERROR;
  const compare = (a: number, b: number): number => {
    for (const { values, direction } of orders) {
      const order = compareValues(values[a] ?? null, values[b] ?? null) * direction;
      if (order !== 0) return order;
    }
    return a - b;
  };
  return matrix
    .map((_, at) => at)
    .toSorted(compare)
    .map((at) => matrix[at] ?? []);
});

const keyOf = (line: readonly Scalar[]): string =>
  JSON.stringify(line.map((value) => (typeof value === "string" ? value.toLowerCase() : value)));

const unique: BuiltIn = ofOperands(1, 3, ([source = null, byColumns = null, once = null], context) => {
  const isByColumn = asBoolean(asScalar(byColumns, context)) === true;
  const isOnce = asBoolean(asScalar(once, context)) === true;
  const matrix = asMatrix(source, context);
  const lines = isByColumn ? transpose(matrix) : matrix;
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1);
  const firsts = lines.filter((line, at) => lines.findIndex((other) => keyOf(other) === keyOf(line)) === at);
  const kept = isOnce ? firsts.filter((line) => counts.get(keyOf(line)) === 1) : firsts;
  if (kept.length === 0) return CALC_ERROR;
  return isByColumn ? transpose(kept) : kept;
});

const MAX_ARRAY = 1_000_000;

const sequence: BuiltIn = ofOperands(1, 4, (operands, context) => {
  const [rows, columns, start, step] = [0, 1, 2, 3].map((at) => numberAt(operands, at, context, 1));
  const sizes = [rows, columns, start, step];
  if (sizes.some((value) => typeof value !== "number")) return VALUE_ERROR;
  const [height = 1, width = 1, first = 1, by = 1] = sizes as number[];
  if (height < 1 || width < 1 || height * width > MAX_ARRAY) return VALUE_ERROR;
  return Array.from({ length: Math.trunc(height) }, (_, i) =>
    Array.from({ length: Math.trunc(width) }, (_, j) => first + (i * Math.trunc(width) + j) * by),
  );
});

const stacked = (join: (parts: readonly Matrix[]) => Matrix): BuiltIn =>
  ofOperands(1, 255, (operands, context) => join(operands.map((operand) => asMatrix(operand, context))));

export const arrayFunctions: Readonly<Record<string, BuiltIn>> = {
  FILTER: filter,
  SORT: sort,
  SORTBY: sortBy,
  UNIQUE: unique,
  SEQUENCE: sequence,
  TRANSPOSE: ofOperands(1, 1, ([operand = null], context) => transpose(asMatrix(operand, context))),
  VSTACK: stacked((parts) => {
    const width = Math.max(...parts.map((part) => part[0]?.length ?? 0));
    return parts.flat().map((row) => Array.from({ length: width }, (_, at) => row[at] ?? cellError("#N/A")));
  }),
};
