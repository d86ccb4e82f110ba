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

const standingAt = (row: SheetRow, base: BaseRow | undefined, field: EditableField): readonly RowProblem[] => {
  const edited = isEdited(row, base, field);
  const driven = row.formulas?.has(field) === true;
  const theirs = base?.theirs?.[field];
  const said = cellText(row.cells[field]);
  const warn = (problem: SheetOnlyProblem): RowProblem => sheetProblem(field, problem, "warning");
  if (driven && edited && NO_RESULT.test(said)) return [sheetProblem(field, { code: "formulaError", text: said })];
  return [
    ...(driven && edited ? [warn({ code: "byFormula" })] : []),
    ...(driven && !edited && theirs !== undefined ? [warn({ code: "formulaStays", text: shown(field, theirs) })] : []),
    ...(edited && theirs !== undefined ? [warn({ code: "changedElsewhere", text: shown(field, theirs) })] : []),
    ...(base && isUndone(row, base, field)
      ? [warn({ code: "olderValue", text: shown(field, base.cells[field]) })]
      : []),
  ];
};

/** What is worth knowing about cells whatever they mean: formulas, values that others changed, values that came back. [SE27] [SE22] [SE25] */
export const standingProblems = (row: SheetRow, base: BaseRow | undefined): readonly RowProblem[] =>
  row.formulas || base?.theirs || base?.was ? EDITABLE_FIELDS.flatMap((field) => standingAt(row, base, field)) : [];
