// Data validation and conditional formats of a sheet in the terms of exceljs.
import type ExcelJS from "exceljs";
import {
  rectAddress,
  type ConditionalRule,
  type Validation,
  type ValidationRule,
  type Worksheet,
} from "../model/index.ts";
import type { ConditionalStyle, ScalePoint } from "../model/rules.ts";
import { argb } from "./xlsxColor.ts";

const OPERATORS = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqualTo: "greaterThanOrEqual",
  LessThanOrEqualTo: "lessThanOrEqual",
} as const;

const KINDS = {
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  time: "decimal",
  textLength: "textLength",
} as const;

const withoutSign = (formula: string | number): string | number =>
  typeof formula === "string" ? formula.replace(/^=/, "") : formula;

type RuleParts = Pick<ExcelJS.DataValidation, "type" | "formulae" | "operator">;

const ruleParts = (rule: ValidationRule): RuleParts => {
  switch (rule.type) {
    case "list":
      return { type: "list", formulae: [rule.source.startsWith("=") ? rule.source.slice(1) : `"${rule.source}"`] };
    case "custom":
      return { type: "custom", formulae: [withoutSign(rule.formula)] };
    case "wholeNumber":
    case "decimal":
    case "date":
    case "time":
    case "textLength":
      return {
        type: KINDS[rule.type],
        operator: OPERATORS[rule.operator],
        formulae: [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])].map(withoutSign),
      };
  }
};

const STYLES = { Stop: "stop", Warning: "warning", Information: "information" } as const;

const validationOf = ({ rule, ignoreBlanks, errorAlert, prompt }: Validation): ExcelJS.DataValidation => ({
  ...ruleParts(rule),
  allowBlank: ignoreBlanks,
  showErrorMessage: errorAlert.showAlert,
  errorStyle: STYLES[errorAlert.style],
  errorTitle: errorAlert.title,
  error: errorAlert.message,
  showInputMessage: prompt.showPrompt,
  promptTitle: prompt.title,
  prompt: prompt.message,
});

/** exceljs keeps validations by address; its declarations leave the collection out. */
interface ValidationStore {
  readonly dataValidations: { readonly add: (address: string, validation: ExcelJS.DataValidation) => void };
}

export const writeValidations = (target: ExcelJS.Worksheet, sheet: Worksheet): void => {
  const { dataValidations } = target as unknown as ValidationStore;
  for (const validation of sheet.validations)
    for (const area of validation.areas) dataValidations.add(rectAddress(area), validationOf(validation));
};

const styleOf = (style: ConditionalStyle): Partial<ExcelJS.Style> => ({
  ...(style.fill === undefined
    ? {}
    : { fill: { type: "pattern", pattern: "solid", bgColor: argb(style.fill) } satisfies ExcelJS.Fill }),
  font: {
    ...(style.fontColor === undefined ? {} : { color: argb(style.fontColor) }),
    ...(style.bold === undefined ? {} : { bold: style.bold }),
    ...(style.italic === undefined ? {} : { italic: style.italic }),
    ...(style.underline === undefined ? {} : { underline: style.underline }),
    ...(style.strikethrough === undefined ? {} : { strike: style.strikethrough }),
  },
  ...(style.numberFormat === undefined ? {} : { numFmt: style.numberFormat }),
});

const POINTS = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Percentile: "percentile",
  Formula: "formula",
} as const;

const cfvo = ({ type, formula }: ScalePoint): ExcelJS.Cvfo =>
  ({
    type: POINTS[type],
    ...(formula === undefined ? {} : { value: formula.replace(/^=/, "") }),
  }) as unknown as ExcelJS.Cvfo;

const CELL_OPERATORS = {
  Between: "between",
  NotBetween: "notBetween",
  EqualTo: "equal",
  NotEqualTo: "notEqual",
  GreaterThan: "greaterThan",
  LessThan: "lessThan",
  GreaterThanOrEqual: "greaterThanOrEqual",
  LessThanOrEqual: "lessThanOrEqual",
} as const;

const TEXT_OPERATORS = {
  Contains: "containsText",
  NotContains: "notContainsText",
  BeginsWith: "beginsWith",
  EndsWith: "endsWith",
} as const;

const conditionalRule = (rule: ConditionalRule, priority: number): ExcelJS.ConditionalFormattingRule => {
  switch (rule.type) {
    case "Custom":
      return { type: "expression", priority, formulae: [withoutSign(rule.formula)], style: styleOf(rule.style) };
    case "CellValue":
      return {
        type: "cellIs",
        priority,
        operator: CELL_OPERATORS[rule.operator] as ExcelJS.CellIsOperators,
        formulae: [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])].map(withoutSign),
        style: styleOf(rule.style),
      };
    case "ContainsText":
      return {
        type: "containsText",
        priority,
        operator: TEXT_OPERATORS[rule.operator] as ExcelJS.ContainsTextOperators,
        text: rule.text,
        style: styleOf(rule.style),
      };
    case "ColorScale": {
      const points = [rule.minimum, ...(rule.midpoint === undefined ? [] : [rule.midpoint]), rule.maximum];
      return { type: "colorScale", priority, cfvo: points.map(cfvo), color: points.map(({ color }) => argb(color)) };
    }
    case "DataBar":
      return {
        type: "dataBar",
        priority,
        showValue: rule.showValue,
        cfvo: [{ type: "min" }, { type: "max" }],
        color: argb(rule.color),
      } as ExcelJS.DataBarRuleType;
  }
};

export const writeConditionalFormats = (target: ExcelJS.Worksheet, sheet: Worksheet): void => {
  for (const [index, { areas, rule }] of sheet.conditionalFormats.entries())
    target.addConditionalFormatting({
      ref: areas.map(rectAddress).join(" "),
      rules: [conditionalRule(rule, index + 1)],
    });
};
