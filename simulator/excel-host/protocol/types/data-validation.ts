import { absoluteAddress, quoteSheetName } from "../../model/address.ts";
import { mapArea } from "../../model/cells.ts";
import type { ErrorAlert, InputPrompt, Validation, ValidationOperator, ValidationRule } from "../../model/rules.ts";
import { NO_ALERT, NO_PROMPT, areaValidity, isCellValid, setValidation, validationAt } from "../../model/validation.ts";
import { invalidArgument, unwrap } from "../api-error.ts";
import { field, flag, isMissing, objectOf, oneOf, optional, record, text } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { Areas, Remote } from "../targets.ts";
import { NULL_OBJECT } from "../targets.ts";
import { areaOf, rectsOf } from "./areas.ts";
import { areasRemote, joinCells } from "./special-cells.ts";
import { itemNotFound } from "../api-error.ts";

const OPERATORS: Readonly<Record<string, ValidationOperator>> = {
  Between: "Between",
  NotBetween: "NotBetween",
  EqualTo: "EqualTo",
  NotEqualTo: "NotEqualTo",
  GreaterThan: "GreaterThan",
  LessThan: "LessThan",
  GreaterThanOrEqualTo: "GreaterThanOrEqualTo",
  LessThanOrEqualTo: "LessThanOrEqualTo",
};

const COMPARED = ["wholeNumber", "decimal", "date", "time", "textLength"] as const;

const TYPE_NAMES: Readonly<Record<ValidationRule["type"], string>> = {
  list: "List",
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  date: "Date",
  time: "Time",
  textLength: "TextLength",
  custom: "Custom",
};

/** A Range object as a formula's source. */
const formulaText = (value: unknown): string => {
  const range = objectOf(value, "Range");
  if (!range) return text(value);
  const { sheet } = range.target;
  return `=${quoteSheetName(sheet.name)}!${absoluteAddress(areaOf(range.target))}`;
};

const formulaOrNumber = (value: unknown): string | number => (typeof value === "number" ? value : formulaText(value));

const readCompared = (type: (typeof COMPARED)[number], value: unknown): ValidationRule => {
  const options = record(value);
  const operator = OPERATORS[text(field(options, "operator"))];
  if (!operator) throw invalidArgument();
  const formula2 = optional(field(options, "formula2"), formulaOrNumber);
  const rule = { type, operator, formula1: formulaOrNumber(field(options, "formula1")) } as const;
  if (operator.endsWith("etween") && (formula2 === undefined || formula2 === "")) throw invalidArgument();
  return formula2 === undefined || formula2 === "" ? rule : { ...rule, formula2 };
};

/** Exactly one kind of rule must be given. */
const readRule = (value: unknown): ValidationRule => {
  const options = record(value);
  const given = ["list", "custom", ...COMPARED].filter((key) => !isMissing(field(options, key)));
  const [kind] = given;
  if (kind === undefined || given.length > 1) throw invalidArgument();
  const inner = record(field(options, kind));
  if (kind === "list") {
    return {
      type: "list",
      source: formulaText(field(inner, "source")),
      inCellDropDown: optional(field(inner, "inCellDropDown"), flag) ?? true,
    };
  }
  if (kind === "custom") return { type: "custom", formula: text(field(inner, "formula")) };
  return readCompared(oneOf(kind, COMPARED), inner);
};

const writeRule = (rule: ValidationRule): unknown => {
  const { type, ...rest } = rule;
  return { [type]: rest };
};

const STYLES = ["Stop", "Warning", "Information"] as const;

const readAlert = (value: unknown): ErrorAlert => {
  if (isMissing(value)) return NO_ALERT;
  const options = record(value);
  return {
    showAlert: optional(field(options, "showAlert"), flag) ?? true,
    style: oneOf(field(options, "style") ?? "Stop", STYLES),
    title: optional(field(options, "title"), text) ?? "",
    message: optional(field(options, "message"), text) ?? "",
  };
};

const readPrompt = (value: unknown): InputPrompt => {
  if (isMissing(value)) return NO_PROMPT;
  const options = record(value);
  return {
    showPrompt: optional(field(options, "showPrompt"), flag) ?? true,
    title: optional(field(options, "title"), text) ?? "",
    message: optional(field(options, "message"), text) ?? "",
  };
};

/** The validation of the first cell, when all cells of the areas have the same. */
const common = (areas: Areas): Validation | undefined | "mixed" => {
  const [first] = rectsOf(areas);
  if (!first) return undefined;
  const found = validationAt(areas.sheet, first.row, first.column);
  const isSame = rectsOf(areas).every((area) => {
    const large = area.rows * area.columns > 200_000;
    if (large) return true;
    return mapArea(area, (row, column) => validationAt(areas.sheet, row, column) === found)
      .flat()
      .every(Boolean);
  });
  return isSame ? found : "mixed";
};

const read = <T>(areas: Areas, pick: (validation: Validation) => T, otherwise: T | null): T | null => {
  const found = common(areas);
  if (found === "mixed") return null;
  return found ? pick(found) : otherwise;
};

type Parts = Partial<Omit<Validation, "areas">>;

const change = (areas: Areas, parts: Parts): void => {
  const found = common(areas);
  const before = found === "mixed" ? undefined : found;
  const rule = parts.rule ?? before?.rule;
  if (!rule) throw invalidArgument("Set the rule of the data validation first.");
  const next = { ignoreBlanks: true, errorAlert: NO_ALERT, prompt: NO_PROMPT, ...before, ...parts, rule };
  for (const area of rectsOf(areas)) unwrap(setValidation(areas.sheet, area, next));
};

const invalidCells = (areas: Areas): Remote | typeof NULL_OBJECT => {
  const found = rectsOf(areas).flatMap((area) =>
    joinCells(
      area,
      mapArea(area, (row, column) => !isCellValid(areas.sheet, row, column)),
    ),
  );
  return found.length === 0 ? NULL_OBJECT : areasRemote(areas.sheet, found);
};

const typeOf = (areas: Areas): string => {
  const found = common(areas);
  if (found === "mixed") return "MixedCriteria";
  return found ? TYPE_NAMES[found.rule.type] : "None";
};

export const dataValidation: TypeDefinition<Areas> = {
  properties: {
    Type: readOnly(typeOf),
    Rule: readWrite(
      (areas) => read(areas, ({ rule }) => writeRule(rule), {}),
      (areas, value) => change(areas, { rule: readRule(value) }),
    ),
    ErrorAlert: readWrite(
      (areas) => read(areas, (v) => v.errorAlert, NO_ALERT),
      (areas, value) => change(areas, { errorAlert: readAlert(value) }),
    ),
    Prompt: readWrite(
      (areas) => read(areas, (v) => v.prompt, NO_PROMPT),
      (areas, value) => change(areas, { prompt: readPrompt(value) }),
    ),
    IgnoreBlanks: readWrite(
      (areas) => read(areas, (v) => v.ignoreBlanks, true),
      (areas, value) => change(areas, { ignoreBlanks: flag(value) }),
    ),
    Valid: readOnly((areas) => {
      const seen = rectsOf(areas).map((area) => areaValidity(areas.sheet, area));
      return seen.every((entry) => entry === seen[0]) ? (seen[0] ?? true) : null;
    }),
  },
  methods: {
    Clear: (areas) => {
      for (const area of rectsOf(areas)) unwrap(setValidation(areas.sheet, area, null));
      return null;
    },
    GetInvalidCells: (areas) => {
      const found = invalidCells(areas);
      if (found === NULL_OBJECT) throw itemNotFound();
      return found;
    },
    GetInvalidCellsOrNullObject: invalidCells,
  },
};
