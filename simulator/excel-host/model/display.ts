import { cellAt } from "./cells.ts";
import { isDateFormat } from "./format-tokens.ts";
import { formatValue, generalNumber } from "./number-format.ts";
import type { Worksheet } from "./types.ts";
import { isCellError } from "./value.ts";

/** What a cell shows, before the column's width is considered. */
export const displayText = (sheet: Worksheet, row: number, column: number): string => {
  const { value, format } = cellAt(sheet, row, column);
  return formatValue(value, format.numberFormat, sheet.workbook.culture);
};

const editNumber = (value: number, format: string, sheet: Worksheet): string => {
  const { culture } = sheet.workbook;
  if (isDateFormat(format)) {
    const hasTime = value % 1 !== 0;
    const time = value < 1 ? "h:mm:ss" : hasTime ? `${culture.shortDate} h:mm:ss` : culture.shortDate;
    return formatValue(value, time, culture);
  }
  if (/%/.test(format)) return `${generalNumber(Number((value * 100).toPrecision(15)), culture)}%`;
  return String(value).replace(".", culture.decimal).replace("e", "E");
};

/** What the editor starts with: the formula, the full number, the apostrophe of forced text. */
export const editText = (sheet: Worksheet, row: number, column: number): string => {
  const { value, formula, format } = cellAt(sheet, row, column);
  if (formula !== null) return formula;
  if (value === null) return "";
  if (typeof value === "number") return editNumber(value, format.numberFormat, sheet);
  if (typeof value === "string") return format.quotePrefix ? `'${value}` : value;
  if (isCellError(value)) return value.error;
  return value ? "TRUE" : "FALSE";
};
