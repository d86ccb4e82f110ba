import type ExcelJS from "exceljs";
import type { ForeignCell, ForeignSheet, MergedArea } from "#shared/domain/importing/foreign/sheet.ts";
import type { Cell } from "#shared/domain/importing/table.ts";
import { err } from "#shared/domain/result.ts";
import { FILE_LIMITS, sheetsWithin, type SheetsRead } from "./limits.ts";

const WHITE = /^(?:ff)?ffffff$/iu;

/** What a person sees: days as ISO days, formulas as their results, errors by their names. */
const shownBy = (value: ExcelJS.CellValue): Cell => {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== "object") return value === "" ? undefined : value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10);
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  // A link may hold rich text, although the library's types do not say so.
  if ("hyperlink" in value) return shownBy(value.text);
  if ("error" in value) return value.error;
  return "result" in value ? shownBy(value.result) : undefined;
};

/** Theme colours by their number and tint: they only have to differ where people see a difference. */
const fillOf = (fill: ExcelJS.Fill | undefined): string | undefined => {
  if (fill?.type !== "pattern" || fill.pattern === "none" || !fill.fgColor) return undefined;
  const { argb, theme, tint } = fill.fgColor as { argb?: string; theme?: number; tint?: number };
  if (argb !== undefined) return WHITE.test(argb) ? undefined : `#${argb.slice(-6).toLowerCase()}`;
  // Theme colour 0 is the background of the window, white.
  return theme === undefined || (theme === 0 && tint === undefined) ? undefined : `theme ${theme} ${tint ?? 0}`;
};

const looksOf = ({ font, fill, alignment }: Partial<ExcelJS.Style>): Omit<ForeignCell, "value"> => {
  const colour = fillOf(fill);
  const indent = alignment?.indent ?? 0;
  return {
    ...(indent > 0 ? { indent } : {}),
    ...(colour === undefined ? {} : { fill: colour }),
    ...(font?.bold === true ? { bold: true } : {}),
    ...(font?.strike === true ? { struck: true } : {}),
  };
};

const cellOf = (cell: ExcelJS.Cell): ForeignCell => {
  // All cells of a merged area give the value of the first one.
  const isCovered = cell.isMerged && cell.master !== cell;
  const value = isCovered ? undefined : shownBy(cell.value);
  const { numFmt } = cell.style;
  const format = numFmt !== undefined && typeof value === "number" ? { format: numFmt } : {};
  return { value, ...format, ...looksOf(cell.style) };
};

const LETTERS = /^(?<left>[A-Z]+)(?<top>\d+):(?<right>[A-Z]+)(?<bottom>\d+)$/u;

const columnOf = (letters: string): number =>
  letters.split("").reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const mergedOf = (address: string): readonly MergedArea[] => {
  const { left = "", top = "", right = "", bottom = "" } = LETTERS.exec(address)?.groups ?? {};
  if (left === "") return [];
  const [row, column] = [Number(top) - 1, columnOf(left)];
  return [{ row, column, rows: Number(bottom) - row, columns: columnOf(right) - column + 1 }];
};

const sheetOf = (sheet: ExcelJS.Worksheet): ForeignSheet => {
  const width = Math.min(sheet.columnCount, FILE_LIMITS.columns + 1);
  const nothing: readonly ForeignCell[] = Array.from({ length: width }, () => ({ value: undefined }));
  const rows = Array.from(
    { length: Math.min(sheet.rowCount, FILE_LIMITS.rows + 1) },
    (_, at): readonly ForeignCell[] => {
      const row = sheet.findRow(at + 1);
      if (!row) return nothing;
      return nothing.map((empty, column) => {
        const cell = row.findCell(column + 1);
        return cell ? cellOf(cell) : empty;
      });
    },
  );
  return { name: sheet.name, from: "file", top: 0, left: 0, rows, merged: sheet.model.merges.flatMap(mergedOf) };
};

/** The visible sheets of a workbook, all of them where none is visible. */
export const readXlsxSheets = async (bytes: Uint8Array): Promise<SheetsRead> => {
  const { default: Library } = await import("exceljs");
  const workbook = new Library.Workbook();
  try {
    const buffer = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    await workbook.xlsx.load(buffer);
    const visible = workbook.worksheets.filter(({ state }) => state === "visible");
    return sheetsWithin((visible.length > 0 ? visible : workbook.worksheets).map(sheetOf));
  } catch {
    return err("Damaged");
  }
};
