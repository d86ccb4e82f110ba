import type { Rect } from "../../model/address.ts";
import { cellCount, intersection, rect } from "../../model/address.ts";
import { cellAt, isColumnHidden, isEmptyCell, isRowHidden, mapArea, usedArea } from "../../model/cells.ts";
import type { Cell } from "../../model/grid.ts";
import type { TrackedRange, Worksheet } from "../../model/types.ts";
import { isCellError } from "../../model/value.ts";
import { validationAt } from "../../model/validation.ts";
import { shownFormat } from "../../model/conditional-format.ts";
import { itemNotFound } from "../api-error.ts";
import { oneOf } from "../arguments.ts";
import type { Remote } from "../targets.ts";
import { NULL_OBJECT, remote } from "../targets.ts";
import { areaOf } from "./areas.ts";

const TYPES = ["Blanks", "Constants", "Formulas", "Visible", "DataValidations", "ConditionalFormats"] as const;
const VALUE_TYPES = [
  "All",
  "Errors",
  "ErrorsLogical",
  "ErrorsNumbers",
  "ErrorsText",
  "ErrorsLogicalNumber",
  "ErrorsLogicalText",
  "ErrorsNumberText",
  "Logical",
  "LogicalNumbers",
  "LogicalText",
  "LogicalNumbersText",
  "Numbers",
  "NumbersText",
  "Text",
] as const;

const kindOf = ({ value }: Cell): string => {
  if (isCellError(value)) return "Error";
  return { number: "Number", string: "Text", boolean: "Logical" }[typeof value as "number"] ?? "";
};

type CellTest = (sheet: Worksheet, row: number, column: number) => boolean;

const hasKind =
  (valueType: string): ((cell: Cell) => boolean) =>
  (cell) =>
    valueType === "All" || valueType.includes(kindOf(cell));

const testFor = (type: (typeof TYPES)[number], valueType: string): CellTest => {
  const isWanted = hasKind(valueType);
  switch (type) {
    case "Blanks":
      return (sheet, row, column) => isEmptyCell(cellAt(sheet, row, column));
    case "Constants":
      return (sheet, row, column) => {
        const cell = cellAt(sheet, row, column);
        return cell.formula === null && cell.value !== null && isWanted(cell);
      };
    case "Formulas":
      return (sheet, row, column) => {
        const cell = cellAt(sheet, row, column);
        return cell.formula !== null && isWanted(cell);
      };
    case "Visible":
      return (sheet, row, column) => !isRowHidden(sheet, row) && !isColumnHidden(sheet, column);
    case "DataValidations":
      return (sheet, row, column) => validationAt(sheet, row, column) !== undefined;
    case "ConditionalFormats":
      return (sheet, row, column) => shownFormat(sheet, row, column).format !== cellAt(sheet, row, column).format;
  }
};

/** Rows of neighbouring hits, joined downwards where they are equally wide. */
export const joinCells = (area: Rect, hits: readonly (readonly boolean[])[]): readonly Rect[] => {
  const done: Rect[] = [];
  let open: Rect[] = [];
  for (const [i, line] of hits.entries()) {
    const runs: Rect[] = [];
    for (const [j, isHit] of line.entries()) {
      const last = runs.at(-1);
      const column = area.column + j;
      if (!isHit) continue;
      if (last && last.column + last.columns === column)
        runs[runs.length - 1] = rect(last.row, last.column, 1, last.columns + 1);
      else runs.push(rect(area.row + i, column));
    }
    const next: Rect[] = [];
    for (const run of runs) {
      const above = open.find((entry) => entry.column === run.column && entry.columns === run.columns);
      next.push(above ? rect(above.row, above.column, above.rows + 1, above.columns) : run);
      open = open.filter((entry) => entry !== above);
    }
    done.push(...open);
    open = next;
  }
  return [...done, ...open];
};

const LARGE = 1_000_000;

const search = (range: TrackedRange, type: unknown, valueType: unknown): readonly Rect[] => {
  const whole = areaOf(range);
  const used = usedArea(range.sheet);
  const area = cellCount(whole) > LARGE ? used && intersection(whole, used) : whole;
  if (!area) return [];
  const test = testFor(oneOf(type, TYPES), oneOf(valueType ?? "All", VALUE_TYPES));
  return joinCells(
    area,
    mapArea(area, (row, column) => test(range.sheet, row, column)),
  );
};

export const areasRemote = (sheet: Worksheet, areas: readonly Rect[]): Remote<"RangeAreas"> =>
  remote("RangeAreas", { sheet, ranges: areas.map((area) => ({ sheet, area })) });

export const specialCellsOrNull = (
  range: TrackedRange,
  type: unknown,
  valueType: unknown,
): Remote | typeof NULL_OBJECT => {
  const found = search(range, type, valueType);
  return found.length === 0 ? NULL_OBJECT : areasRemote(range.sheet, found);
};

export const specialCells = (range: TrackedRange, type: unknown, valueType: unknown): Remote => {
  const found = specialCellsOrNull(range, type, valueType);
  if (found === NULL_OBJECT) throw itemNotFound();
  return found;
};
