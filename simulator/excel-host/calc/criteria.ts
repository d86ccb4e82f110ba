import type { Culture } from "../model/culture.ts";
import { readTyped } from "../model/typed-input.ts";
import type { Scalar } from "../model/value.ts";
import { isCellError } from "../model/value.ts";
import { compareValues } from "./operand.ts";
import { wildcardTest } from "./wildcards.ts";

export type Criterion = (value: Scalar) => boolean;

const equals = (operand: Scalar): Criterion => {
  if (typeof operand === "string" && operand !== "") {
    const test = wildcardTest(operand);
    return (value) => typeof value === "string" && test(value);
  }
  if (isCellError(operand)) return (value) => isCellError(value) && value.error === operand.error;
  return (value) => value === operand;
};

const ordered = (operator: string, operand: Scalar): Criterion => {
  const test = (order: number): boolean => {
    if (operator === "<") return order < 0;
    if (operator === ">") return order > 0;
    return operator === "<=" ? order <= 0 : order >= 0;
  };
  return (value) => value !== null && typeof value === typeof operand && test(compareValues(value, operand));
};

const constant = (text: string, culture: Culture, year: number): Scalar => {
  const typed = readTyped(text, { culture, numberFormat: "General", year });
  return typed.type === "value" ? typed.value : text;
};

const isBlank = (value: Scalar): boolean => value === null || value === "";

const fromText = (text: string, culture: Culture, year: number): Criterion => {
  const [, operator = "", rest = ""] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(text) ?? [];
  if (rest === "") {
    if (operator === "=") return (value) => value === null;
    if (operator === "<>") return (value) => value !== null;
    return operator === "" ? isBlank : () => false;
  }
  const operand = constant(rest, culture, year);
  const same = equals(operand);
  if (operator === "" || operator === "=") return same;
  return operator === "<>" ? (value) => !same(value) : ordered(operator, operand);
};

/** Condition of COUNTIF and custom filters: a value to equal, or text such as ">=5", "<>x", "a*", "=". */
export const criterionOf = (criterion: Scalar, culture: Culture, year: number): Criterion => {
  if (typeof criterion === "string") return fromText(criterion, culture, year);
  return equals(criterion ?? 0);
};
