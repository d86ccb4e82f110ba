import type { Rect } from "../../model/address.ts";
import { cellCount, isEntireColumns, isEntireRows, lastColumn, lastRow } from "../../model/address.ts";
import { fromR1C1, toR1C1 } from "../../calc/r1c1.ts";
import { cellAt, isColumnHidden, isRowHidden, mapArea } from "../../model/cells.ts";
import { displayText } from "../../model/display.ts";
import type { Cell, Hyperlink } from "../../model/grid.ts";
import { isDateFormat } from "../../model/format-tokens.ts";
import { applyNumberFormats, columnWidth, rowHeight, setColumnProps, setRowProps } from "../../model/formatting.ts";
import { setHyperlink } from "../../model/hyperlink.ts";
import type { TrackedRange, Worksheet } from "../../model/types.ts";
import type { Scalar } from "../../model/value.ts";
import { isCellError, toWire } from "../../model/value.ts";
import { assignValues } from "../../model/write.ts";
import { invalidArgument, notImplemented, unwrap } from "../api-error.ts";
import { flag, gridOf, optional, record, text } from "../arguments.ts";
import type { Property } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import { areaOf, fullAddress } from "./areas.ts";

/** Above this many cells Excel on the web answers null instead of values ("Resource limits and performance"). */
const MAX_READ = 5_000_000;

const grid =
  <T>(read: (sheet: Worksheet, row: number, column: number) => T) =>
  (range: TrackedRange): T[][] | null => {
    const area = areaOf(range);
    range.sheet.workbook.calculator.run();
    return cellCount(area) > MAX_READ ? null : mapArea(area, (row, column) => read(range.sheet, row, column));
  };

const onCell =
  <T>(read: (cell: Cell) => T) =>
  (sheet: Worksheet, row: number, column: number): T =>
    read(cellAt(sheet, row, column));

/** "RangeValueType". */
export const valueType = (value: Scalar): string => {
  if (value === null || value === "") return "Empty";
  if (isCellError(value)) return "Error";
  return { number: "Double", string: "String", boolean: "Boolean" }[typeof value as "number"];
};

const category = (format: string): string => {
  if (format === "General") return "General";
  if (format === "@") return "Text";
  if (isDateFormat(format)) return /[ymd]/i.test(format.replaceAll(/"[^"]*"/g, "")) ? "Date" : "Time";
  if (format.includes("%")) return "Percentage";
  if (/E[+-]/i.test(format)) return "Scientific";
  if (/[$€£¥]/.test(format)) return "Currency";
  return /[0#]/.test(format) ? "Number" : "Custom";
};

const write = (range: TrackedRange, value: unknown): void => {
  const area = areaOf(range);
  unwrap(assignValues(range.sheet, area, gridOf(value, area.rows, area.columns)));
};

const writeFormats = (range: TrackedRange, value: unknown): void => {
  const area = areaOf(range);
  const formats = gridOf(value, area.rows, area.columns);
  const read = (row: number, column: number): string | undefined => optional(formats(row, column), text);
  unwrap(applyNumberFormats(range.sheet, area, read));
};

const formulaOf = (cell: Cell): number | string | boolean => cell.formula ?? toWire(cell.value);

const offsetOf = (
  sheet: Worksheet,
  from: number,
  to: number,
  size: (sheet: Worksheet, index: number) => number,
): number => {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += size(sheet, index);
  return sum;
};

/** Number of the hidden lines among all: true, false, or null when mixed. */
const mixed = (first: number, last: number, isHidden: (index: number) => boolean): boolean | null => {
  const initial = isHidden(first);
  for (let index = first + 1; index <= Math.min(last, first + 20_000); index += 1) {
    if (isHidden(index) !== initial) return null;
  }
  return initial;
};

const rowsHidden = ({ sheet }: TrackedRange, area: Rect): boolean | null =>
  mixed(area.row, lastRow(area), (row) => isRowHidden(sheet, row));

const columnsHidden = ({ sheet }: TrackedRange, area: Rect): boolean | null =>
  mixed(area.column, lastColumn(area), (column) => isColumnHidden(sheet, column));

const ofArea =
  <T>(read: (area: Rect, range: TrackedRange) => T) =>
  (range: TrackedRange): T =>
    read(areaOf(range), range);

const readLink = (range: TrackedRange): Hyperlink | null => {
  const area = areaOf(range);
  return cellAt(range.sheet, area.row, area.column).hyperlink ?? null;
};

const writeLink = (range: TrackedRange, value: unknown): void => {
  const options = record(value);
  const link = Object.fromEntries(
    ["address", "documentReference", "screenTip", "textToDisplay"]
      .map((key) => [key, optional(options[key], text)] as const)
      .filter(([, entry]) => entry !== undefined),
  );
  if (link["address"] === undefined && link["documentReference"] === undefined) throw invalidArgument();
  unwrap(setHyperlink(range.sheet, areaOf(range), link));
};

const readR1C1 = (sheet: Worksheet, row: number, column: number): number | string | boolean => {
  const formula = formulaOf(cellAt(sheet, row, column));
  if (typeof formula !== "string") return formula;
  const turned = toR1C1(formula, row, column);
  if (turned === undefined) throw notImplemented("formulasR1C1 of whole rows or columns");
  return turned;
};

const writeR1C1 = (range: TrackedRange, value: unknown): void => {
  const area = areaOf(range);
  const given = gridOf(value, area.rows, area.columns);
  const formulas = (row: number, column: number) => {
    const formula = given(row, column);
    return typeof formula === "string" ? fromR1C1(formula, area.row + row, area.column + column) : formula;
  };
  unwrap(assignValues(range.sheet, area, formulas));
};

/** Everything that a range shows. */
export const rangeProperties: Readonly<Record<string, Property<TrackedRange>>> = {
  Values: readWrite(grid(onCell((cell) => toWire(cell.value))), write),
  Formulas: readWrite(grid(onCell(formulaOf)), write),
  FormulasLocal: readWrite(grid(onCell(formulaOf)), write),
  FormulasR1C1: readWrite(grid(readR1C1), writeR1C1),
  Text: readOnly(grid(displayText)),
  NumberFormat: readWrite(grid(onCell((cell) => cell.format.numberFormat)), writeFormats),
  NumberFormatLocal: readWrite(grid(onCell((cell) => cell.format.numberFormat)), writeFormats),
  NumberFormatCategories: readOnly(grid(onCell((cell) => category(cell.format.numberFormat)))),
  ValueTypes: readOnly(grid(onCell((cell) => valueType(cell.value)))),
  Address: readOnly(ofArea((area, { sheet }) => fullAddress(sheet, area))),
  AddressLocal: readOnly(ofArea((area, { sheet }) => fullAddress(sheet, area))),
  RowIndex: readOnly(ofArea((area) => area.row)),
  ColumnIndex: readOnly(ofArea((area) => area.column)),
  RowCount: readOnly(ofArea((area) => area.rows)),
  ColumnCount: readOnly(ofArea((area) => area.columns)),
  CellCount: readOnly(ofArea((area) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area)))),
  IsEntireColumn: readOnly(ofArea(isEntireColumns)),
  IsEntireRow: readOnly(ofArea(isEntireRows)),
  Hidden: readOnly(ofArea((area, range) => rowsHidden(range, area) === true || columnsHidden(range, area) === true)),
  RowHidden: readWrite(
    ofArea((area, range) => rowsHidden(range, area)),
    (range, value) => {
      const { row, rows } = areaOf(range);
      unwrap(setRowProps(range.sheet, row, rows, { hidden: flag(value) || undefined }));
    },
  ),
  ColumnHidden: readWrite(
    ofArea((area, range) => columnsHidden(range, area)),
    (range, value) => {
      const { column, columns } = areaOf(range);
      unwrap(setColumnProps(range.sheet, column, columns, { hidden: flag(value) || undefined }));
    },
  ),
  Hyperlink: readWrite(readLink, writeLink),
  HasSpill: readOnly(
    ofArea((area, { sheet }) => {
      const spills = mapArea(cellCount(area) > MAX_READ ? { ...area, rows: 1, columns: 1 } : area, (row, column) => {
        const cell = cellAt(sheet, row, column);
        return cell.spill !== undefined || cell.spilledFrom !== undefined;
      }).flat();
      return spills.every((entry) => entry === spills[0]) ? (spills[0] ?? false) : null;
    }),
  ),
  Top: readOnly(ofArea((area, { sheet }) => offsetOf(sheet, 0, area.row, rowHeight))),
  Left: readOnly(ofArea((area, { sheet }) => offsetOf(sheet, 0, area.column, columnWidth))),
  Height: readOnly(ofArea((area, { sheet }) => offsetOf(sheet, area.row, lastRow(area) + 1, rowHeight))),
  Width: readOnly(ofArea((area, { sheet }) => offsetOf(sheet, area.column, lastColumn(area) + 1, columnWidth))),
};
