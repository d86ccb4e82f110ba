import { absoluteAddress, quoteSheetName } from "./address.ts";
import type { Rect } from "./address.ts";
import type { Reference } from "../calc/operand.ts";
import { parseFormula } from "../calc/parser.ts";
import { referenceAt } from "./formula-values.ts";
import { isDefinedNameText } from "./name-rules.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import type { DefinedName, Workbook, Worksheet } from "./types.ts";

const isFree = (workbook: Workbook, name: string, scope: Worksheet | null): boolean => {
  const lower = name.toLowerCase();
  const isTable = workbook.sheets.some((sheet) => sheet.tables.some((table) => table.name.toLowerCase() === lower));
  return !isTable && !workbook.names.some((entry) => entry.scope === scope && entry.name.toLowerCase() === lower);
};

export const areaFormula = (sheet: Worksheet, area: Rect): string =>
  `=${quoteSheetName(sheet.name)}!${absoluteAddress(area)}`;

/** Adds a name for a formula with "=". */
export const addName = (
  workbook: Workbook,
  name: string,
  formula: string,
  scope: Worksheet | null,
  comment = "",
): Outcome<DefinedName> => {
  if (!isDefinedNameText(name)) return refused("InvalidArgument", "The name is not valid.");
  if (!isFree(workbook, name, scope)) return refused("InvalidArgument", "The name already exists.");
  if (!parseFormula(formula)) return refused("InvalidArgument", "The formula can't be read.");
  const entry: DefinedName = { name, scope, formula, comment, visible: true, isDeleted: false };
  workbook.journal.set(workbook, "names", [...workbook.names, entry]);
  workbook.calculator.invalidate();
  return done(entry);
};

export const deleteName = (workbook: Workbook, entry: DefinedName): void => {
  workbook.journal.set(entry, "isDeleted", true);
  workbook.journal.set(
    workbook,
    "names",
    workbook.names.filter((other) => other !== entry),
  );
  workbook.calculator.invalidate();
};

/** The area a name stands for; undefined when it is a constant or its cells are gone. */
export const nameArea = (workbook: Workbook, entry: DefinedName): Reference | undefined =>
  referenceAt(entry.scope ?? workbook.activeSheet, { row: 0, column: 0 }, entry.formula);
