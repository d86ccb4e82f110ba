import type { Scalar } from "../../model/value.ts";
import { cellError, isCellError } from "../../model/value.ts";
import type { Node } from "../ast.ts";
import type { Context, Evaluate } from "../context.ts";
import { asScalar } from "../context.ts";
import { lift } from "../lift.ts";
import type { Operand } from "../operand.ts";
import { NA_ERROR, VALUE_ERROR, asBoolean, compareValues, isMatrix, isReference } from "../operand.ts";
import type { BuiltIn } from "./kinds.ts";
import { flat, ofOperands, ofScalars } from "./kinds.ts";

const isMany = (operand: Operand): boolean => isMatrix(operand) || isReference(operand);

/** Works out only the branch that is taken, unless the condition is an array. */
const ifFunction: BuiltIn = (args, context, evaluate) => {
  const [test, yes, no] = args;
  if (!test || args.length > 3) return VALUE_ERROR;
  const condition = evaluate(test, context);
  const branch = (node: Node | undefined, otherwise: boolean): Operand => (node ? evaluate(node, context) : otherwise);
  if (isMany(condition) && isMany(lift([condition], context, ([value = null]) => value))) {
    return lift([condition, branch(yes, true), branch(no, false)], context, ([value = null, a = null, b = null]) => {
      const truth = asBoolean(value);
      if (isCellError(truth)) return truth;
      return truth ? a : b;
    });
  }
  const truth = asBoolean(asScalar(condition, context));
  if (isCellError(truth)) return truth;
  return truth ? branch(yes, true) : branch(no, false);
};

const replaceErrors =
  (isCaught: (value: Scalar) => boolean): BuiltIn =>
  (args, context, evaluate) => {
    const [node, fallback] = args;
    if (!node || !fallback) return VALUE_ERROR;
    const value = evaluate(node, context);
    if (!isMany(value)) return isCaught(value as Scalar) ? evaluate(fallback, context) : value;
    return lift([value, evaluate(fallback, context)], context, ([a = null, b = null]) => (isCaught(a) ? b : a));
  };

const isNotAvailable = (value: Scalar): boolean => isCellError(value) && value.error === "#N/A";

const truths = (operands: readonly Operand[], context: Context): readonly (boolean | ReturnType<typeof cellError>)[] =>
  operands.flatMap((operand) => {
    if (!isMany(operand)) return [asBoolean(operand as Scalar)];
    return flat(operand, context)
      .filter((value) => value !== null && typeof value !== "string")
      .map(asBoolean);
  });

const overTruths = (combine: (values: readonly boolean[]) => boolean): BuiltIn =>
  ofOperands(1, 255, (operands, context) => {
    const values = truths(operands, context);
    const problem = values.find(isCellError);
    if (problem) return problem;
    return values.length === 0 ? VALUE_ERROR : combine(values as boolean[]);
  });

const ifs: BuiltIn = (args, context, evaluate) => {
  for (let at = 0; at + 1 < args.length; at += 2) {
    const [test, result] = args.slice(at, at + 2);
    if (!test || !result) return VALUE_ERROR;
    const truth = asBoolean(asScalar(evaluate(test, context), context));
    if (isCellError(truth)) return truth;
    if (truth) return evaluate(result, context);
  }
  return NA_ERROR;
};

const choose: BuiltIn = (args, context, evaluate) => {
  const [index, ...choices] = args;
  const at = index ? asScalar(evaluate(index, context), context) : null;
  const chosen = typeof at === "number" ? choices[Math.trunc(at) - 1] : undefined;
  return chosen ? evaluate(chosen, context) : VALUE_ERROR;
};

const switchFunction: BuiltIn = (args, context, evaluate) => {
  const [subject, ...rest] = args;
  if (!subject) return VALUE_ERROR;
  const value = asScalar(evaluate(subject, context), context);
  if (isCellError(value)) return value;
  for (let at = 0; at + 1 < rest.length; at += 2) {
    const [candidate, result] = rest.slice(at, at + 2);
    if (!candidate || !result) break;
    if (compareValues(value, asScalar(evaluate(candidate, context), context)) === 0) return evaluate(result, context);
  }
  const otherwise = rest.length % 2 === 1 ? rest.at(-1) : undefined;
  return otherwise ? evaluate(otherwise, context) : NA_ERROR;
};

const bindLocals = (args: readonly Node[], context: Context, evaluate: Evaluate): Context | undefined => {
  const locals = new Map(context.locals);
  const scope: Context = { ...context, locals };
  for (let at = 0; at + 2 < args.length; at += 2) {
    const [name, value] = args.slice(at, at + 2);
    if (name?.type !== "name" || !value) return undefined;
    locals.set(name.name.toUpperCase(), evaluate(value, scope));
  }
  return scope;
};

const letFunction: BuiltIn = (args, context, evaluate) => {
  const body = args.at(-1);
  const scope = args.length % 2 === 1 && args.length >= 3 ? bindLocals(args, context, evaluate) : undefined;
  return scope && body ? evaluate(body, scope) : VALUE_ERROR;
};

const constant = (value: Scalar): BuiltIn => ofOperands(0, 0, () => value);

/** Tests one value; errors are tested too, not passed on. */
const testing = (test: (value: Scalar) => boolean): BuiltIn =>
  ofOperands(1, 1, ([operand = null], context) => lift([operand], context, ([value = null]) => test(value)));

export const logicFunctions: Readonly<Record<string, BuiltIn>> = {
  IF: ifFunction,
  IFS: ifs,
  IFERROR: replaceErrors(isCellError),
  IFNA: replaceErrors(isNotAvailable),
  AND: overTruths((values) => values.every(Boolean)),
  OR: overTruths((values) => values.some(Boolean)),
  XOR: overTruths((values) => values.filter(Boolean).length % 2 === 1),
  NOT: ofScalars(1, 1, ([value = null]) => {
    const truth = asBoolean(value);
    return isCellError(truth) ? truth : !truth;
  }),
  TRUE: constant(true),
  FALSE: constant(false),
  NA: constant(NA_ERROR),
  CHOOSE: choose,
  SWITCH: switchFunction,
  LET: letFunction,
  ISBLANK: testing((value) => value === null),
  ISERROR: testing(isCellError),
  ISERR: testing((value) => isCellError(value) && value.error !== "#N/A"),
  ISNA: testing(isNotAvailable),
  ISNUMBER: testing((value) => typeof value === "number"),
  ISTEXT: testing((value) => typeof value === "string"),
  ISNONTEXT: testing((value) => typeof value !== "string"),
  ISLOGICAL: testing((value) => typeof value === "boolean"),
};
