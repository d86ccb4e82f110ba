// Data validation and conditional formats of a file in the terms of the model. Rules the model does not know are left out.
import type ExcelJS from "exceljs";
import {
  parseAddress,
  type ConditionalFormat,
  type Rect,
  type Validation,
  type ValidationRule,
  type Worksheet,
} from "../model/index.ts";
import type {
  CellValueOperator,
  ComparedKind,
  ConditionalStyle,
  ScalePoint,
  TextOperator,
  ValidationOperator,
} from "../model/rules.ts";
import { colorOf } from "./xlsxStyleReader.ts";

const areasOf = (references: string): readonly Rect[] =>
  references.split(" ").flatMap((reference) => {
    const area = parseAddress(reference)?.area;
    return area === undefined ? [] : [area];
  });

/** Cells below each other become one area, so that a long column is one rectangle and not thousands. */
const joined = (areas: readonly Rect[]): readonly Rect[] => {
  const result: Rect[] = [];
  for (const area of areas.toSorted((a, b) => a.column - b.column || a.row - b.row)) {
    const last = result.at(-1);
    const isBelow = last?.column === area.column && last.columns === area.columns && last.row + last.rows === area.row;
    if (isBelow && last !== undefined) result[result.length - 1] = { ...last, rows: last.rows + area.rows };
    else result.push(area);
  }
  return result;
};

const KINDS: Readonly<Record<string, ComparedKind>> = {
  whole: "wholeNumber",
  decimal: "decimal",
  date: "date",
  textLength: "textLength",
};

const OPERATORS: Readonly<Record<string, ValidationOperator>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};

/** Formulas come as texts, plain numbers and dates as such. */
const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number"
    ? String(value)
    : value instanceof Date
      ? value.toISOString()
      : "";

/** Numbers come as numbers; everything else is a formula without its sign. */
const operand = (value: unknown): string | number => {
  const number = typeof value === "number" ? value : Number(value);
  return Number.isFinite(number) && String(value).trim() !== "" ? number : `=${textOf(value)}`;
};

const ruleOf = ({ type, operator, formulae }: ExcelJS.DataValidation): ValidationRule | undefined => {
  const [first, second] = formulae as readonly unknown[];
  if (type === "list") {
    const source = textOf(first);
    const inline = /^"(.*)"$/s.exec(source)?.[1];
    return { type: "list", source: inline ?? `=${source}`, inCellDropDown: true };
  }
  if (type === "custom") return { type: "custom", formula: `=${textOf(first)}` };
  const kind = KINDS[type];
  if (kind === undefined) return undefined;
  return {
    type: kind,
    operator: OPERATORS[operator ?? "between"] ?? "Between",
    formula1: operand(first),
    ...(second === undefined ? {} : { formula2: operand(second) }),
  };
};

const STYLES: Readonly<Record<string, Validation["errorAlert"]["style"]>> = {
  stop: "Stop",
  warning: "Warning",
  information: "Information",
};

interface ValidationStore {
  readonly dataValidations?: { readonly model: Readonly<Record<string, ExcelJS.DataValidation | undefined>> };
}

const validationOf = (file: ExcelJS.DataValidation, rule: ValidationRule, areas: readonly Rect[]): Validation => ({
  areas,
  rule,
  ignoreBlanks: file.allowBlank === true,
  errorAlert: {
    showAlert: file.showErrorMessage === true,
    style: STYLES[file.errorStyle ?? "stop"] ?? "Stop",
    title: file.errorTitle ?? "",
    message: file.error ?? "",
  },
  prompt: { showPrompt: file.showInputMessage === true, title: file.promptTitle ?? "", message: file.prompt ?? "" },
});

/** exceljs gives every cell its own entry; equal ones become one validation again. */
export const readValidations = (target: Worksheet, source: ExcelJS.Worksheet): void => {
  const { dataValidations } = source as unknown as ValidationStore;
  const found = new Map<string, Validation>();
  for (const [address, file] of Object.entries(dataValidations?.model ?? {})) {
    const rule = file === undefined ? undefined : ruleOf(file);
    if (file === undefined || rule === undefined) continue;
    const key = JSON.stringify(file);
    const areas = [...(found.get(key)?.areas ?? []), ...areasOf(address.replace(/^range:/, ""))];
    found.set(key, validationOf(file, rule, joined(areas)));
  }
  target.validations = [...found.values()];
};

const styleOf = ({ fill, font }: Partial<ExcelJS.Style> = {}): ConditionalStyle => {
  const fillColor = fill?.type === "pattern" ? colorOf(fill.bgColor ?? fill.fgColor) : undefined;
  const wanted = { fill: fillColor, fontColor: colorOf(font?.color), bold: font?.bold, italic: font?.italic };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
};

const CELL_OPERATORS: Readonly<Record<string, CellValueOperator>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};

const POINTS: Readonly<Record<string, ScalePoint["type"]>> = {
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
  percentile: "Percentile",
  formula: "Formula",
};

const pointOf = ({ type, value }: ExcelJS.Cvfo, color: Partial<ExcelJS.Color> | undefined): ScalePoint => ({
  type: POINTS[type] ?? "LowestValue",
  ...(value === undefined ? {} : { formula: type === "formula" ? `=${value}` : String(value) }),
  color: colorOf(color) ?? "#FFFFFF",
});

const scaleOf = ({ cfvo = [], color = [] }: ExcelJS.ColorScaleRuleType): ConditionalFormat["rule"] | undefined => {
  const [minimum, ...rest] = cfvo.map((point, index) => pointOf(point, color[index]));
  const maximum = rest.at(-1);
  if (minimum === undefined || maximum === undefined) return undefined;
  const [midpoint] = rest.slice(0, -1);
  return { type: "ColorScale", minimum, ...(midpoint === undefined ? {} : { midpoint }), maximum };
};

const cellIsOf = (rule: ExcelJS.CellIsRuleType): ConditionalFormat["rule"] => {
  const [first, second] = (rule.formulae ?? []) as readonly unknown[];
  return {
    type: "CellValue",
    operator: CELL_OPERATORS[String(rule.operator)] ?? "EqualTo",
    formula1: `=${textOf(first)}`,
    ...(second === undefined ? {} : { formula2: `=${textOf(second)}` }),
    style: styleOf(rule.style),
  };
};

const TEXT_OPERATORS: Readonly<Record<string, TextOperator>> = {
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
};

const conditionalRule = (rule: ExcelJS.ConditionalFormattingRule): ConditionalFormat["rule"] | undefined => {
  if (rule.type === "expression")
    return { type: "Custom", formula: `=${textOf(rule.formulae?.[0])}`, style: styleOf(rule.style) };
  if (rule.type === "cellIs") return cellIsOf(rule);
  if (rule.type === "colorScale") return scaleOf(rule);
  if (rule.type === "dataBar") {
    const { color } = rule as { readonly color?: Partial<ExcelJS.Color> };
    return { type: "DataBar", color: colorOf(color) ?? "#638EC6", showValue: rule.showValue !== false };
  }
  const operator = rule.type === "containsText" ? TEXT_OPERATORS[String(rule.operator)] : undefined;
  if (rule.type !== "containsText" || operator === undefined || rule.text === undefined) return undefined;
  return { type: "ContainsText", operator, text: rule.text, style: styleOf(rule.style) };
};

interface ConditionalStore {
  readonly conditionalFormattings?: readonly ExcelJS.ConditionalFormattingOptions[];
}

export const readConditionalFormats = (target: Worksheet, source: ExcelJS.Worksheet): void => {
  const { conditionalFormattings = [] } = source as unknown as ConditionalStore;
  target.conditionalFormats = conditionalFormattings.flatMap(({ ref, rules }, group) =>
    rules.flatMap((file, index): readonly ConditionalFormat[] => {
      const rule = conditionalRule(file);
      return rule === undefined
        ? []
        : [{ id: `{file-${group}-${index}}`, areas: areasOf(ref), rule, stopIfTrue: false }];
    }),
  );
};
