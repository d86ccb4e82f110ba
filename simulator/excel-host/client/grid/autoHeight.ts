import {
  containsCell,
  displayText,
  formatAt,
  isColumnHidden,
  MAX_COLUMNS,
  rect,
  type Worksheet,
} from "../../model/index.ts";
import type { Axis } from "./axis.ts";
import type { MeasureText } from "./textWidth.ts";

/** Left and right of a cell's text, and below and above all its lines together; pixels. */
const PADDING = { sideways: 8, lengthwise: 2 };

/** As the cells are styled. */
const LINE_HEIGHT = 1.2;

type Width = (text: string) => number;

/** Lines that a paragraph takes when words are kept whole; a word wider than the line is broken anywhere. */
const linesOf = (paragraph: string, room: number, width: Width): number => {
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(/(?<=\s)/)) {
    const length = width(word);
    if (used > 0 && used + width(word.trimEnd()) > room) {
      lines += 1;
      used = 0;
    }
    lines += used === 0 ? Math.max(0, Math.ceil(length / room) - 1) : 0;
    used = used === 0 && length > room ? length % room : used + length;
  }
  return lines;
};

const cellHeight = (
  sheet: Worksheet,
  row: number,
  column: number,
  columnWidth: number,
  measure: MeasureText,
): number => {
  const text = displayText(sheet, row, column);
  if (text === "") return 0;
  const { fontSize, bold, wrap, indent } = formatAt(sheet, row, column);
  const paragraphs = text.split("\n");
  const room = Math.max(8, columnWidth - PADDING.sideways - indent * 9);
  const width: Width = (part) => measure(part, fontSize, bold);
  const lines = wrap ? paragraphs.reduce((sum, part) => sum + linesOf(part, room, width), 0) : paragraphs.length;
  return Math.ceil(lines * ((fontSize * 4) / 3) * LINE_HEIGHT + PADDING.lengthwise);
};

/**
 * Height that a row takes by itself when nobody set one: as high as its tallest text, never lower than the default.
 * Merged cells do not count, as in Excel. Pixels.
 */
export const autoHeight = (
  sheet: Worksheet,
  row: number,
  columns: Axis,
  measure: MeasureText,
  defaultHeight: number,
): number =>
  sheet.cells
    .within(rect(row, 0, 1, MAX_COLUMNS))
    .filter(
      ({ column }) => !isColumnHidden(sheet, column) && !sheet.merged.some((area) => containsCell(area, row, column)),
    )
    .reduce(
      (height, { column }) => Math.max(height, cellHeight(sheet, row, column, columns.size(column), measure)),
      defaultHeight,
    );
