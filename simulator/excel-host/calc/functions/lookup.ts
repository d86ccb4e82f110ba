import { lastColumn, lastRow, rect } from "../../model/address.ts";
import type { Matrix, Scalar } from "../../model/value.ts";
import { isCellError } from "../../model/value.ts";
import type { Context } from "../context.ts";
import { asMatrix, asScalar } from "../context.ts";
import type { Operand } from "../operand.ts";
import { NA_ERROR, REF_ERROR, VALUE_ERROR, asBoolean, asNumber, compareValues, isReference } from "../operand.ts";
import { wildcardTest } from "../wildcards.ts";
import type { BuiltIn } from "./kinds.ts";
import { flat, numberAt, ofOperands, transpose } from "./kinds.ts";

type MatchMode = "exact" | "wildcard" | "smaller" | "larger";

const isSame = (sought: Scalar, mode: MatchMode): ((value: Scalar) => boolean) => {
  if (mode === "wildcard" && typeof sought === "string") {
    const test = wildcardTest(sought);
    return (value) => typeof value === "string" && test(value);
  }
  return (value) => value !== null && typeof value === typeof sought && compareValues(value, sought) === 0;
};

/** Position of the nearest value on one side, or -1. */
const nearest = (sought: Scalar, values: readonly Scalar[], side: "smaller" | "larger"): number => {
  let best = -1;
  const sign = side === "smaller" ? 1 : -1;
  for (const [at, value] of values.entries()) {
    if (value === null || typeof value !== typeof sought || compareValues(value, sought) * sign > 0) continue;
    if (best === -1 || compareValues(value, values[best] ?? null) * sign > 0) best = at;
  }
  return best;
};

const positionOf = (sought: Scalar, values: readonly Scalar[], mode: MatchMode, fromEnd = false): number => {
  const test = isSame(sought, mode);
  const exact = fromEnd ? values.findLastIndex(test) : values.findIndex(test);
  return exact !== -1 || mode === "exact" || mode === "wildcard" ? exact : nearest(sought, values, mode);
};

/** Last position of a sorted list whose value is not above the sought one. */
const sortedPosition = (sought: Scalar, values: readonly Scalar[]): number =>
  values.findLastIndex(
    (value) => value !== null && typeof value === typeof sought && compareValues(value, sought) <= 0,
  );

const match: BuiltIn = ofOperands(2, 3, (operands, context) => {
  const [subject = null, list = null] = operands;
  const sought = asScalar(subject, context);
  const kind = numberAt(operands, 2, context, 1);
  if (isCellError(sought)) return sought;
  if (isCellError(kind)) return kind;
  const values = flat(list, context);
  const at =
    kind === 0
      ? positionOf(sought, values, "wildcard")
      : kind > 0
        ? sortedPosition(sought, values)
        : nearest(sought, values, "larger");
  return at === -1 ? NA_ERROR : at + 1;
});

const XMODES: Readonly<Record<number, MatchMode>> = { 0: "exact", [-1]: "smaller", 1: "larger", 2: "wildcard" };

const xposition = (operands: readonly Operand[], modeAt: number, context: Context): number | Scalar => {
  const sought = asScalar(operands[0] ?? null, context);
  if (isCellError(sought)) return sought;
  const modeNumber = numberAt(operands, modeAt, context, 0);
  const mode = isCellError(modeNumber) ? undefined : XMODES[modeNumber];
  const direction = numberAt(operands, modeAt + 1, context, 1);
  if (!mode) return VALUE_ERROR;
  return positionOf(sought, flat(operands[1] ?? null, context), mode, direction === -1);
};

const xmatch: BuiltIn = ofOperands(2, 4, (operands, context) => {
  const at = xposition(operands, 2, context);
  if (typeof at !== "number") return at;
  return at === -1 ? NA_ERROR : at + 1;
});

const single = (matrix: Matrix): Operand =>
  matrix.length === 1 && matrix[0]?.length === 1 ? (matrix[0][0] ?? null) : matrix;

/** The row or column of a result that belongs to a position of the searched list. */
const lineAt = (lookup: Matrix, result: Matrix, at: number): Matrix => {
  const isVertical = lookup.length > 1 || result.length === lookup.length;
  return isVertical ? [result[at] ?? []] : result.map((row) => [row[at] ?? null]);
};

const xlookup: BuiltIn = ofOperands(3, 6, (operands, context) => {
  const [, list = null, results = null, otherwise = NA_ERROR] = operands;
  const at = xposition(operands, 4, context);
  if (typeof at !== "number") return at;
  return at === -1 ? otherwise : single(lineAt(asMatrix(list, context), asMatrix(results, context), at));
});

const cellOf = (rows: Matrix, row: number, column: number): Scalar => {
  if (column < 1) return VALUE_ERROR;
  if (column > (rows[0]?.length ?? 0)) return REF_ERROR;
  return row === -1 ? NA_ERROR : (rows[row]?.[column - 1] ?? null);
};

const tableLookup = (orient: (matrix: Matrix) => Matrix): BuiltIn =>
  ofOperands(3, 4, ([subject = null, table = null, index = null, sorted = true], context) => {
    const sought = asScalar(subject, context);
    const at = asNumber(asScalar(index, context));
    const isSorted = asBoolean(asScalar(sorted, context));
    if (isCellError(sought)) return sought;
    if (isCellError(at)) return at;
    if (isCellError(isSorted)) return isSorted;
    const rows = orient(asMatrix(table, context));
    const keys = rows.map((row) => row[0] ?? null);
    const found = isSorted ? sortedPosition(sought, keys) : positionOf(sought, keys, "wildcard");
    return cellOf(rows, found, Math.trunc(at));
  });

/** Part of a source by row and column numbers; 0 means all of them. */
const partOf = (source: Operand, matrix: Matrix, row: number, column: number): Operand => {
  if (isReference(source)) {
    const { sheet, area } = source;
    const top = area.row + Math.max(row - 1, 0);
    const left = area.column + Math.max(column - 1, 0);
    return { sheet, area: rect(top, left, row === 0 ? area.rows : 1, column === 0 ? area.columns : 1) };
  }
  const lines = row === 0 ? matrix : [matrix[row - 1] ?? []];
  return column === 0 ? lines : lines.map((line) => [line[column - 1] ?? null]);
};

/** INDEX takes one number for a single row or column, two for a table. */
const indexNumbers = (
  [, first, second]: readonly Operand[],
  [height, width]: readonly [number, number],
  context: Context,
): readonly [number, number] | undefined => {
  const one = numberAt([first ?? null], 0, context, 0);
  const two = numberAt([second ?? null], 0, context, 0);
  if (isCellError(one) || isCellError(two)) return undefined;
  if (second !== undefined) return [one, two];
  return height === 1 && width > 1 ? [1, one] : [one, width === 1 ? 1 : 0];
};

const index: BuiltIn = ofOperands(2, 3, (operands, context) => {
  const [source = null] = operands;
  const matrix = asMatrix(source, context);
  const width = matrix[0]?.length ?? 0;
  const numbers = indexNumbers(operands, [matrix.length, width], context);
  if (!numbers) return VALUE_ERROR;
  const [row, column] = numbers;
  if (row < 0 || column < 0 || row > matrix.length || column > width) return REF_ERROR;
  return partOf(source, matrix, row, column);
});

const lookup: BuiltIn = ofOperands(2, 3, ([subject = null, keys = null, results = keys], context) => {
  const at = sortedPosition(asScalar(subject, context), flat(keys, context));
  return at === -1 ? NA_ERROR : (flat(results, context)[at] ?? null);
});

const placed = (here: (context: Context) => number, of: (area: { row: number; column: number }) => number): BuiltIn =>
  ofOperands(0, 1, ([operand], context) => {
    if (operand === undefined) return here(context);
    return isReference(operand) ? of(operand.area) + 1 : VALUE_ERROR;
  });

const sized = (
  of: (matrix: Matrix) => number,
  ofArea: (first: number, last: number) => number,
  isRows: boolean,
): BuiltIn =>
  ofOperands(1, 1, ([operand = null], context) => {
    if (!isReference(operand)) return of(asMatrix(operand, context));
    const { area } = operand;
    return isRows ? ofArea(area.row, lastRow(area)) : ofArea(area.column, lastColumn(area));
  });

const span = (first: number, last: number): number => last - first + 1;

export const lookupFunctions: Readonly<Record<string, BuiltIn>> = {
  MATCH: match,
  XMATCH: xmatch,
  XLOOKUP: xlookup,
  VLOOKUP: tableLookup((matrix) => matrix),
  HLOOKUP: tableLookup(transpose),
  LOOKUP: lookup,
  INDEX: index,
  ROW: placed(
    (context) => context.row + 1,
    (area) => area.row,
  ),
  COLUMN: placed(
    (context) => context.column + 1,
    (area) => area.column,
  ),
  ROWS: sized((matrix) => matrix.length, span, true),
  COLUMNS: sized((matrix) => matrix[0]?.length ?? 0, span, false),
};
