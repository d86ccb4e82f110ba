import type { Position, Rect } from "./address.ts";
import { containsCell, subtract } from "./address.ts";
import { cellAt, eachPosition, mapArea } from "./cells.ts";
import { displayText } from "./display.ts";
import { referenceAt, relativeTo, scalarAt } from "./formula-values.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardUnprotected } from "./protection.ts";
import type { Validation, ValidationOperator, ValidationRule } from "./rules.ts";
import { rewriteValidationRule } from "./references.ts";
import type { Worksheet } from "./types.ts";
import type { Scalar } from "./value.ts";
import { isCellError } from "./value.ts";
import { asNumber } from "../calc/operand.ts";
import { parseFormula } from "../calc/parser.ts";

/** Longest list written into the rule itself ("ListDataValidation": 255 characters). */
const MAX_INLINE_LIST = 255;

export const NO_ALERT = { showAlert: true, style: "Stop", title: "", message: "" } as const;
export const NO_PROMPT = { showPrompt: true, title: "", message: "" } as const;

export const validationAt = (sheet: Worksheet, row: number, column: number): Validation | undefined =>
  sheet.validations.find(({ areas }) => areas.some((area) => containsCell(area, row, column)));

const inlineItems = (source: string): readonly string[] => source.split(",").map((item) => item.trim());

const sourceItems = (sheet: Worksheet, validation: Validation, cell: Position, source: string): readonly string[] => {
  const reference = referenceAt(sheet, cell, source, validation.areas[0]);
  if (!reference) return [];
  const texts = mapArea(reference.area, (row, column) => displayText(reference.sheet, row, column)).flat();
  return texts.filter((text) => text !== "");
};

/** Choices of a cell's dropdown; undefined when its validation is no list. */
export const listChoices = (sheet: Worksheet, row: number, column: number): readonly string[] | undefined => {
  const validation = validationAt(sheet, row, column);
  if (validation?.rule.type !== "list") return undefined;
  const { source } = validation.rule;
  return source.startsWith("=") ? sourceItems(sheet, validation, { row, column }, source) : inlineItems(source);
};

const compareBy = (operator: ValidationOperator, value: number, a: number, b: number): boolean => {
  switch (operator) {
    case "Between":
      return value >= a && value <= b;
    case "NotBetween":
      return value < a || value > b;
    case "EqualTo":
      return value === a;
    case "NotEqualTo":
      return value !== a;
    case "GreaterThan":
      return value > a;
    case "LessThan":
      return value < a;
    case "GreaterThanOrEqualTo":
      return value >= a;
    case "LessThanOrEqualTo":
      return value <= a;
  }
};

const limit = (
  sheet: Worksheet,
  validation: Validation,
  cell: Position,
  formula: string | number | undefined,
): number => {
  if (formula === undefined) return 0;
  if (typeof formula === "number") return formula;
  const text = formula.startsWith("=") ? formula : `=${formula}`;
  const value = asNumber(scalarAt(sheet, cell, text, validation.areas[0]));
  return isCellError(value) ? Number.NaN : value;
};

const measured = (
  rule: Extract<ValidationRule, { operator: unknown }>,
  value: Scalar,
  text: string,
): number | undefined => {
  if (rule.type === "textLength") return text.length;
  if (typeof value !== "number") return undefined;
  return rule.type === "wholeNumber" && !Number.isInteger(value) ? undefined : value;
};

/** Whether a value in a cell satisfies its validation. `text` is what the value shows. */
const satisfies = (sheet: Worksheet, validation: Validation, cell: Position, value: Scalar, text: string): boolean => {
  const { rule, ignoreBlanks } = validation;
  if (value === null || value === "") return ignoreBlanks;
  if (rule.type === "list") {
    const choices = listChoices(sheet, cell.row, cell.column) ?? [];
    const isInline = !rule.source.startsWith("=");
    return choices.some((choice) => (isInline ? choice === text : choice.toLowerCase() === text.toLowerCase()));
  }
  if (rule.type === "custom") {
    const result = scalarAt(sheet, cell, rule.formula, validation.areas[0]);
    return result === true || (typeof result === "number" && result !== 0);
  }
  const number = measured(rule, value, text);
  if (number === undefined) return false;
  const [a, b] = [limit(sheet, validation, cell, rule.formula1), limit(sheet, validation, cell, rule.formula2)];
  return compareBy(rule.operator, number, a, b);
};

/** Whether the present content of a cell satisfies its validation. */
export const isCellValid = (sheet: Worksheet, row: number, column: number): boolean => {
  const validation = validationAt(sheet, row, column);
  if (!validation) return true;
  const { value } = cellAt(sheet, row, column);
  return satisfies(sheet, validation, { row, column }, value, displayText(sheet, row, column));
};

/** true, false, or null when some cells of the area are valid and some are not. */
export const areaValidity = (sheet: Worksheet, area: Rect): boolean | null => {
  const seen = new Set<boolean>();
  eachPosition(area, (row, column) => seen.add(isCellValid(sheet, row, column)));
  return seen.size > 1 ? null : !seen.has(false);
};

const problemOf = (rule: ValidationRule): string | undefined => {
  if (rule.type === "list" && !rule.source.startsWith("=") && rule.source.length > MAX_INLINE_LIST) {
    return "The list source may have at most 255 characters.";
  }
  const formulas: string[] = [];
  rewriteValidationRule(rule, (formula) => {
    if (formula.startsWith("=")) formulas.push(formula);
    return formula;
  });
  return formulas.some((formula) => !parseFormula(formula)) ? "A formula of the rule can't be read." : undefined;
};

/** Gives an area a validation of its own; null takes it away. What other cells have stays. */
export const setValidation = (
  sheet: Worksheet,
  area: Rect,
  validation: Omit<Validation, "areas"> | null,
): Outcome<undefined> => {
  const allowed = guardUnprotected(sheet);
  if (!allowed.ok) return allowed;
  const problem = validation && problemOf(validation.rule);
  if (typeof problem === "string") return refused("InvalidArgument", problem);
  const kept = sheet.validations
    .map((entry) => ({ ...entry, areas: entry.areas.flatMap((part) => subtract(part, area)) }))
    .map((entry, i) => reanchored(entry, sheet.validations[i]))
    .filter((entry) => entry.areas.length > 0);
  sheet.workbook.journal.set(sheet, "validations", validation ? [{ ...validation, areas: [area] }, ...kept] : kept);
  return done(undefined);
};

/** Relative references count from the first area: when that changes, the rule is rewritten to mean the same. */
const reanchored = (entry: Validation, before: Validation | undefined): Validation => {
  const [first] = entry.areas;
  const [old] = before?.areas ?? [];
  if (!first || !old || (first.row === old.row && first.column === old.column)) return entry;
  return { ...entry, rule: rewriteValidationRule(entry.rule, (formula) => relativeTo(formula, old, first)) };
};
