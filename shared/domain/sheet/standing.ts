import { dayOfSerial } from "../entry/dayEntry.ts";
import type { BaseRow } from "./baseline.ts";
import { cellText, EDITABLE_FIELDS, type Cell, type EditableField, type SheetRow } from "./fields.ts";
import { sheetProblem, type RowProblem, type SheetOnlyProblem } from "./problem.ts";
import { isEdited, isUndone } from "./readRow.ts";

/** What Excel shows for a formula that has no result, in every language: `#REF!`, `#DIV/0!`, `#N/A`. */
const NO_RESULT = /^#[A-Z0-9/]+[!?]?$/u;

const shown = (field: EditableField, cell: Cell | undefined): string => {
  const day = field === "due" && typeof cell === "number" ? dayOfSerial(cell) : undefined;
  return day ?? cellText(cell);
};

const warn = (field: EditableField, problem: SheetOnlyProblem): RowProblem => sheetProblem(field, problem, "warning");

const ofFormula = (row: SheetRow, base: BaseRow | undefined, field: EditableField): readonly RowProblem[] => {
  const said = cellText(row.cells[field]);
  const theirs = base?.theirs?.[field];
  if (!isEdited(row, base, field)) {
    return theirs === undefined ? [] : [warn(field, { code: "formulaStays", text: shown(field, theirs) })];
  }
  return NO_RESULT.test(said)
    ? [sheetProblem(field, { code: "formulaError", text: said })]
    : [warn(field, { code: "byFormula" })];
};

const ofOthers = (row: SheetRow, base: BaseRow, field: EditableField): readonly RowProblem[] => {
  const theirs = base.theirs?.[field];
  if (isUndone(row, base, field)) return [warn(field, { code: "olderValue", text: shown(field, base.cells[field]) })];
  return theirs !== undefined && isEdited(row, base, field)
    ? [warn(field, { code: "changedElsewhere", text: shown(field, theirs) })]
    : [];
};

const standingAt = (row: SheetRow, base: BaseRow | undefined, field: EditableField): readonly RowProblem[] => [
  ...(row.formulas?.has(field) ? ofFormula(row, base, field) : []),
  ...(base ? ofOthers(row, base, field) : []),
];

/** What is worth knowing about cells whatever they mean: formulas, values that others changed, values that came back. [SE27] [SE28] [SE25] */
export const standingProblems = (row: SheetRow, base: BaseRow | undefined): readonly RowProblem[] =>
  row.formulas || base?.theirs || base?.was ? EDITABLE_FIELDS.flatMap((field) => standingAt(row, base, field)) : [];
