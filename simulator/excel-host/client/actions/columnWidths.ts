import {
  displayText,
  formatAt,
  MAX_ROWS,
  rect,
  setColumnWidth,
  usedCells,
  valueAt,
  type Position,
  type Worksheet,
} from "../../model/index.ts";
import { columnAxis, pixelsToPoints } from "../grid/layout.ts";
import { createMeasure } from "../grid/textWidth.ts";
import type { ExcelSession } from "../session.ts";

/** Pixels beside the text, and those of a filter button. */
const PADDING = 12;
const FILTER_BUTTON = 20;

/** As Excel does: a number or date that would not fit makes a column wider whose width nobody has set. */
export const widenForNumber = (sheet: Worksheet, { row, column }: Position): void => {
  if (typeof valueAt(sheet, row, column) !== "number" || sheet.columns.get(column)?.width !== undefined) return;
  const { fontSize, bold } = formatAt(sheet, row, column);
  const needed = Math.ceil(createMeasure(document)(displayText(sheet, row, column), fontSize, bold) + PADDING);
  if (needed > columnAxis(sheet).size(column)) setColumnWidth(sheet, column, 1, pixelsToPoints(needed));
};

/** Double click on a column's edge: as wide as its widest text. */
export const autoFitColumn = ({ workbook }: ExcelSession, column: number): void => {
  const sheet = workbook.activeSheet;
  const measure = createMeasure(document);
  const headers = new Set(sheet.tables.map(({ range }) => range.row));
  const widest = usedCells(sheet, rect(0, column, MAX_ROWS), true).reduce((most, { row }) => {
    const { fontSize, bold } = formatAt(sheet, row, column);
    const width = measure(displayText(sheet, row, column), fontSize, bold || headers.has(row));
    return Math.max(most, width + (headers.has(row) ? FILTER_BUTTON : 0));
  }, 0);
  if (widest > 0) setColumnWidth(sheet, column, 1, pixelsToPoints(Math.ceil(widest + PADDING)));
};
