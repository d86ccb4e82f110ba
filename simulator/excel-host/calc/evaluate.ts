import { cellAt } from "../model/cells.ts";
import type { Matrix, Scalar } from "../model/value.ts";
import { cellError, isCellError } from "../model/value.ts";
import type { BinaryOperator, Node } from "./ast.ts";
import type { Context } from "./context.ts";
import { asMatrix, asScalar } from "./context.ts";
import { builtIns } from "./functions/index.ts";
import { lift } from "./lift.ts";
import type { Operand, Reference } from "./operand.ts";
import {
  DIV_ERROR,
  NAME_ERROR,
  NUM_ERROR,
  REF_ERROR,
  VALUE_ERROR,
  asNumber,
  compareValues,
  finite,
  isReference,
  plainTextOf,
} from "./operand.ts";
import { parseFormula } from "./parser.ts";
import { offsetArea } from "./relative.ts";
import { definedName, resolveStructured, sheetNamed, tableNamed } from "./resolve.ts";

type Arithmetic = (a: number, b: number) => Scalar;

const ARITHMETIC: Readonly<Partial<Record<BinaryOperator, Arithmetic>>> = {
  "+": (a, b) => finite(a + b),
  "-": (a, b) => finite(a - b),
  "*": (a, b) => finite(a * b),
  "/": (a, b) => (b === 0 ? DIV_ERROR : finite(a / b)),
  "^": (a, b) => (a === 0 && b === 0 ? NUM_ERROR : finite(a ** b)),
};

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, (order: number) => boolean>>> = {
  "=": (order) => order === 0,
  "<>": (order) => order !== 0,
  "<": (order) => order < 0,
  ">": (order) => order > 0,
  "<=": (order) => order <= 0,
  ">=": (order) => order >= 0,
};

const combine = (operator: BinaryOperator, a: Scalar, b: Scalar): Scalar => {
  if (isCellError(a)) return a;
  if (isCellError(b)) return b;
  const compared = COMPARISONS[operator];
  if (compared) return compared(compareValues(a, b));
  if (operator === "&") return plainTextOf(a) + plainTextOf(b);
  const left = asNumber(a);
  const right = asNumber(b);
  if (isCellError(left)) return left;
  return isCellError(right) ? right : (ARITHMETIC[operator]?.(left, right) ?? VALUE_ERROR);
};

const mapNumber = (operand: Operand, context: Context, change: (value: number) => Scalar): Operand =>
  lift([operand], context, ([value = null]) => {
    const number = asNumber(value);
    return isCellError(number) ? number : change(number);
  });

const evaluateName = (node: Extract<Node, { type: "name" }>, context: Context): Operand => {
  const local = node.sheet === undefined ? context.locals.get(node.name.toUpperCase()) : undefined;
  if (local !== undefined) return local;
  const scope = node.sheet === undefined ? context.sheet : sheetNamed(context.workbook, node.sheet);
  const name = scope && definedName(context.workbook, node.name, scope);
  const content = name && parseFormula(name.formula);
  if (content) return evaluate(content, { ...context, offset: undefined });
  if (tableNamed(context.workbook, node.name)) {
    return resolveStructured({ table: node.name, parts: [] }, context) ?? REF_ERROR;
  }
  return NAME_ERROR;
};

const valueOf = (operand: Operand, context: Context): Scalar | Matrix => {
  if (!isReference(operand)) return operand;
  const matrix = asMatrix(operand, context);
  return matrix.length === 1 && matrix[0]?.length === 1 ? (matrix[0][0] ?? null) : matrix;
};

const evaluateCall = (name: string, args: readonly Node[], context: Context): Operand => {
  const builtIn = builtIns.get(name);
  if (builtIn) return builtIn(args, context, evaluate);
  if (!context.workbook.customFunctions.knows(name)) return NAME_ERROR;
  const given = args.map((arg) => valueOf(evaluate(arg, context), context));
  // Nobody asks a function about an error; the formula shows it.
  return given.find(isCellError) ?? context.custom(name, given) ?? NAME_ERROR;
};

const evaluateReference = (node: Extract<Node, { type: "reference" }>, context: Context): Operand => {
  const sheet = node.sheet === undefined ? context.sheet : sheetNamed(context.workbook, node.sheet);
  const area = context.offset ? offsetArea(node.area, node.pins, context.offset) : node.area;
  return sheet && area ? { sheet, area } : REF_ERROR;
};

const evaluateSpilled = (operand: Operand): Operand => {
  if (!isReference(operand)) return isCellError(operand) ? operand : VALUE_ERROR;
  const { spill } = cellAt(operand.sheet, operand.area.row, operand.area.column);
  return spill ? { sheet: operand.sheet, area: { ...operand.area, ...spill } } : REF_ERROR;
};

const evaluateArray = (rows: readonly (readonly Node[])[], context: Context): Matrix =>
  rows.map((row) => row.map((node) => asScalar(evaluate(node, context), context)));

type OperatorNode = Extract<Node, { type: "binary" | "negate" | "plus" | "percent" | "single" | "spilled" }>;
type ConstantNode = Extract<Node, { type: "number" | "text" | "boolean" | "error" | "omitted" | "array" }>;

const evaluateOperator = (node: OperatorNode, context: Context): Operand => {
  switch (node.type) {
    case "binary":
      return lift(
        [evaluate(node.left, context), evaluate(node.right, context)],
        context,
        ([left = null, right = null]) => combine(node.operator, left, right),
      );
    case "negate":
      return mapNumber(evaluate(node.operand, context), context, (value) => (value === 0 ? 0 : -value));
    case "percent":
      return mapNumber(evaluate(node.operand, context), context, (value) => value / 100);
    case "plus":
      return evaluate(node.operand, context);
    case "single":
      return asScalar(evaluate(node.operand, context), context);
    case "spilled":
      return evaluateSpilled(evaluate(node.operand, context));
  }
};

const evaluateConstant = (node: ConstantNode, context: Context): Operand => {
  switch (node.type) {
    case "error":
      return cellError(node.code);
    case "omitted":
      return null;
    case "array":
      return evaluateArray(node.rows, context);
    case "number":
    case "text":
    case "boolean":
      return node.value;
  }
};

const isOperator = (node: Node): node is OperatorNode => "operand" in node || node.type === "binary";

const isConstant = (node: Exclude<Node, OperatorNode>): node is ConstantNode =>
  "value" in node || node.type === "error" || node.type === "omitted" || node.type === "array";

/** Works out a formula tree. The result may be an area: the caller decides whether it spills. */
const evaluate = (node: Node, context: Context): Operand => {
  if (isOperator(node)) return evaluateOperator(node, context);
  if (isConstant(node)) return evaluateConstant(node, context);
  switch (node.type) {
    case "reference":
      return evaluateReference(node, context);
    case "structured":
      return resolveStructured(node.reference, context) ?? REF_ERROR;
    case "name":
      return evaluateName(node, context);
    case "call":
      return evaluateCall(node.name, node.args, context);
  }
};

/** Result of a whole formula: one value, or rows that spill. An empty cell counts as 0. */
export const evaluateFormula = (formula: string, context: Context): Scalar | Matrix => {
  const node = parseFormula(formula);
  if (!node) return NAME_ERROR;
  const result = valueOf(evaluate(node, context), context);
  if (!Array.isArray(result)) return result ?? 0;
  const matrix: Matrix = result;
  if (matrix.length === 1 && matrix[0]?.length === 1) return matrix[0][0] ?? 0;
  return matrix.length === 0 || matrix[0]?.length === 0
    ? cellError("#CALC!")
    : matrix.map((row) => row.map((v) => v ?? 0));
};

/** The area that a formula consists of, through names and structured references; undefined for any other formula. */
export const evaluateReferenceOf = (formula: string, context: Context): Reference | undefined => {
  const node = parseFormula(formula);
  const result = node ? evaluate(node, context) : null;
  return isReference(result) ? result : undefined;
};
