import type { SheetCell } from "#shared/ports/workbook.ts";

/**
 * Text of a cell as xlsx files hold it: there `_x000D_` stands for a character, so that what a person typed and what looks like
 * that has its underscore written as `_x005F_`. ECMA-376, ST_Xstring; exceljs does not see to it.
 */
const xlsxText = (typed: string): string => typed.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

/** A cell as exceljs takes it. */
export const inCell = (cell: SheetCell): Exclude<SheetCell, undefined> | null => {
  if (cell === undefined) return null;
  return typeof cell === "string" ? xlsxText(cell) : cell;
};
