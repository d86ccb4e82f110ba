// Every formula text of a workbook in one place: cells, names, validations, conditional formats.
import { storeCell } from "./cells.ts";
import { renameSheet } from "../calc/rewrite.ts";
import type { ConditionalRule, ValidationRule } from "./rules.ts";
import type { Workbook, Worksheet } from "./types.ts";

type Rewrite = (formula: string) => string;

const numberOr = (formula: string | number, rewrite: Rewrite): string | number =>
  typeof formula === "number" ? formula : rewrite(formula);

export const rewriteValidationRule = (rule: ValidationRule, rewrite: Rewrite): ValidationRule => {
  if (rule.type === "list") return { ...rule, source: rewrite(rule.source) };
  if (rule.type === "custom") return { ...rule, formula: rewrite(rule.formula) };
  const first = { ...rule, formula1: numberOr(rule.formula1, rewrite) };
  return rule.formula2 === undefined ? first : { ...first, formula2: numberOr(rule.formula2, rewrite) };
};

const rewriteConditionalRule = (rule: ConditionalRule, rewrite: Rewrite): ConditionalRule => {
  if (rule.type === "Custom") return { ...rule, formula: rewrite(rule.formula) };
  if (rule.type !== "CellValue") return rule;
  const first = { ...rule, formula1: rewrite(rule.formula1) };
  return rule.formula2 === undefined ? first : { ...first, formula2: rewrite(rule.formula2) };
};

const rewriteSheet = (sheet: Worksheet, rewrite: Rewrite): void => {
  const { journal } = sheet.workbook;
  for (const { row, column, cell } of sheet.cells.calculated()) {
    const formula = cell.formula && rewrite(cell.formula);
    if (formula !== cell.formula) storeCell(sheet, row, column, { ...cell, formula });
  }
  if (sheet.validations.length > 0) {
    const validations = sheet.validations.map((v) => ({ ...v, rule: rewriteValidationRule(v.rule, rewrite) }));
    journal.set(sheet, "validations", validations);
  }
  if (sheet.conditionalFormats.length > 0) {
    const formats = sheet.conditionalFormats.map((f) => ({ ...f, rule: rewriteConditionalRule(f.rule, rewrite) }));
    journal.set(sheet, "conditionalFormats", formats);
  }
};

/** Rewrites all formulas; `rewriteFor` is told which sheet a formula stands on (undefined for workbook names). */
export const rewriteFormulas = (workbook: Workbook, rewriteFor: (home: Worksheet | undefined) => Rewrite): void => {
  for (const sheet of workbook.sheets) rewriteSheet(sheet, rewriteFor(sheet));
  for (const name of workbook.names) {
    workbook.journal.set(name, "formula", rewriteFor(name.scope ?? undefined)(name.formula));
  }
};

export const renameSheetInFormulas = (workbook: Workbook, from: string, to: string | null): void =>
  rewriteFormulas(workbook, () => (formula) => renameSheet(formula, from, to));
