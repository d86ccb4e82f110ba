import { parseFormula } from "../../calc/parser.ts";
import { updateConditionalFormat } from "../../model/conditional-rules.ts";
import type {
  CellValueOperator,
  ConditionalRule,
  ConditionalStyle,
  ScalePoint,
  TextOperator,
} from "../../model/rules.ts";
import { ApiError, invalidArgument, unwrap } from "../api-error.ts";
import { field, flag, isMissing, oneOf, optional, record, text } from "../arguments.ts";
import type { Property, TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { ConditionalFormatTarget } from "../targets.ts";
import { remote } from "../targets.ts";
import { formatOf } from "./conditional-formats.ts";
import { color } from "./format-access.ts";

type RuleOf<T extends ConditionalRule["type"]> = Extract<ConditionalRule, { type: T }>;

const ruleOf = <T extends ConditionalRule["type"]>(target: ConditionalFormatTarget, type: T): RuleOf<T> => {
  const { rule } = formatOf(target);
  if (rule.type !== type) throw new ApiError("InvalidOperation", "The conditional format is of another type.");
  return rule as RuleOf<T>;
};

const setRule = (target: ConditionalFormatTarget, rule: ConditionalRule): void =>
  unwrap(updateConditionalFormat(target.sheet, target.id, (entry) => ({ ...entry, rule })));

const formula = (value: unknown): string => {
  const given = text(value);
  if (!parseFormula(given)) throw invalidArgument();
  return given;
};

const withFormat: TypeDefinition<ConditionalFormatTarget>["objects"] = {
  Format: (target) => remote("ConditionalRangeFormat", target),
};

export const customConditionalFormat: TypeDefinition<ConditionalFormatTarget> = {
  objects: { ...withFormat, Rule: (target) => remote("ConditionalFormatRule", target) },
};

const formulaProperty: Property<ConditionalFormatTarget> = readWrite(
  (target) => ruleOf(target, "Custom").formula,
  (target, value) => setRule(target, { ...ruleOf(target, "Custom"), formula: formula(value) }),
);

export const conditionalFormatRule: TypeDefinition<ConditionalFormatTarget> = {
  properties: { Formula: formulaProperty, FormulaLocal: formulaProperty },
};

const CELL_OPERATORS: readonly CellValueOperator[] = [
  "Between",
  "NotBetween",
  "EqualTo",
  "NotEqualTo",
  "GreaterThan",
  "LessThan",
  "GreaterThanOrEqual",
  "LessThanOrEqual",
];

export const cellValueConditionalFormat: TypeDefinition<ConditionalFormatTarget> = {
  properties: {
    Rule: readWrite(
      (target) => {
        const { operator, formula1, formula2 } = ruleOf(target, "CellValue");
        return { operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
      },
      (target, value) => {
        const options = record(value);
        const formula2 = optional(field(options, "formula2"), text);
        setRule(target, {
          type: "CellValue",
          style: ruleOf(target, "CellValue").style,
          operator: oneOf(field(options, "operator"), CELL_OPERATORS),
          formula1: formula(String(field(options, "formula1"))),
          ...(formula2 === undefined ? {} : { formula2: formula(formula2) }),
        });
      },
    ),
  },
  objects: withFormat,
};

const TEXT_OPERATORS: readonly TextOperator[] = ["Contains", "NotContains", "BeginsWith", "EndsWith"];

export const textConditionalFormat: TypeDefinition<ConditionalFormatTarget> = {
  properties: {
    Rule: readWrite(
      (target) => {
        const rule = ruleOf(target, "ContainsText");
        return { operator: rule.operator, text: rule.text };
      },
      (target, value) => {
        const options = record(value);
        const operator = oneOf(field(options, "operator"), TEXT_OPERATORS);
        setRule(target, { ...ruleOf(target, "ContainsText"), operator, text: text(field(options, "text")) });
      },
    ),
  },
  objects: withFormat,
};

const POINT_TYPES = ["LowestValue", "HighestValue", "Number", "Percent", "Percentile", "Formula"] as const;

const readPoint = (value: unknown): ScalePoint => {
  const options = record(value);
  const given = optional(field(options, "formula"), String);
  const point = { type: oneOf(field(options, "type"), POINT_TYPES), color: color(field(options, "color")) };
  return given === undefined ? point : { ...point, formula: given };
};

export const colorScaleConditionalFormat: TypeDefinition<ConditionalFormatTarget> = {
  properties: {
    ThreeColorScale: readOnly((target) => ruleOf(target, "ColorScale").midpoint !== undefined),
    Criteria: readWrite(
      (target) => {
        const { minimum, midpoint, maximum } = ruleOf(target, "ColorScale");
        return { minimum, maximum, ...(midpoint ? { midpoint } : {}) };
      },
      (target, value) => {
        const options = record(value);
        const midpoint = field(options, "midpoint");
        setRule(target, {
          type: "ColorScale",
          minimum: readPoint(field(options, "minimum")),
          maximum: readPoint(field(options, "maximum")),
          ...(isMissing(midpoint) ? {} : { midpoint: readPoint(midpoint) }),
        });
      },
    ),
  },
};

export const dataBarConditionalFormat: TypeDefinition<ConditionalFormatTarget> = {
  properties: {
    ShowDataBarOnly: readWrite(
      (target) => !ruleOf(target, "DataBar").showValue,
      (target, value) => setRule(target, { ...ruleOf(target, "DataBar"), showValue: !flag(value) }),
    ),
  },
  objects: { PositiveFormat: (target) => remote("ConditionalDataBarPositiveFormat", target) },
};

export const dataBarPositiveFormat: TypeDefinition<ConditionalFormatTarget> = {
  properties: {
    FillColor: readWrite(
      (target) => ruleOf(target, "DataBar").color,
      (target, value) => setRule(target, { ...ruleOf(target, "DataBar"), color: color(value) }),
    ),
  },
};

const styleOf = (target: ConditionalFormatTarget): ConditionalStyle => {
  const { rule } = formatOf(target);
  if (!("style" in rule)) throw new ApiError("InvalidOperation", "The conditional format has no cell format.");
  return rule.style;
};

const setStyle = (target: ConditionalFormatTarget, patch: ConditionalStyle): void => {
  const { rule } = formatOf(target);
  if ("style" in rule) setRule(target, { ...rule, style: { ...rule.style, ...patch } });
};

const styleField = <K extends keyof ConditionalStyle>(
  key: K,
  read: (value: unknown) => Exclude<ConditionalStyle[K], undefined>,
): Property<ConditionalFormatTarget> =>
  readWrite(
    (target) => styleOf(target)[key] ?? null,
    (target, value) => setStyle(target, { [key]: read(value) }),
  );

const without = (target: ConditionalFormatTarget, keys: readonly (keyof ConditionalStyle)[]): null => {
  const { rule } = formatOf(target);
  if (!("style" in rule)) return null;
  const kept = Object.entries(rule.style).filter(([key]) => !keys.includes(key as keyof ConditionalStyle));
  setRule(target, { ...rule, style: Object.fromEntries(kept) });
  return null;
};

export const conditionalRangeFormat: TypeDefinition<ConditionalFormatTarget> = {
  properties: { NumberFormat: styleField("numberFormat", text) },
  objects: {
    Fill: (target) => remote("ConditionalRangeFill", target),
    Font: (target) => remote("ConditionalRangeFont", target),
  },
};

export const conditionalRangeFill: TypeDefinition<ConditionalFormatTarget> = {
  properties: { Color: styleField("fill", color) },
  methods: { Clear: (target) => without(target, ["fill"]) },
};

export const conditionalRangeFont: TypeDefinition<ConditionalFormatTarget> = {
  properties: {
    Color: styleField("fontColor", color),
    Bold: styleField("bold", flag),
    Italic: styleField("italic", flag),
    Strikethrough: styleField("strikethrough", flag),
    Underline: readWrite(
      (target) => (styleOf(target).underline ? "Single" : "None"),
      (target, value) =>
        setStyle(target, { underline: oneOf(value, ["None", "Single", "Double"] as const) !== "None" }),
    ),
  },
  methods: { Clear: (target) => without(target, ["fontColor", "bold", "italic", "strikethrough", "underline"]) },
};
