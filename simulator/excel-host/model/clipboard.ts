import type { Rect } from "./address.ts";
import { cellCount, containsRect, isInsideSheet, lastColumn, lastRow, rect } from "./address.ts";
import { copyFormula } from "../calc/rewrite.ts";
import { cellAt, inheritedFormat, isEmptyCell, isRowHidden, mapArea, storeCell, valueAt } from "./cells.ts";
import { displayText } from "./display.ts";
import type { FillKind } from "./clipboard-kinds.ts";
import { fillSeries } from "./fill-series.ts";
import type { Cell } from "./grid.ts";
import { moveArea } from "./move.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardEdit } from "./protection.ts";
import { readTyped } from "./typed-input.ts";
import type { Worksheet } from "./types.ts";
import { afterWrite, putInput, typingContext } from "./write.ts";

/** "RangeCopyType" of the Excel API. */
export type PasteKind = "All" | "Formulas" | "Values" | "Formats";

/** A copied block; with `cut` the source is emptied by the first paste. */
export interface Clipboard {
  readonly sheet: Worksheet;
  readonly area: Rect;
  readonly cells: readonly (readonly Cell[])[];
  readonly cut: boolean;
}

/** Copies or cuts an area. Rows hidden by a filter are left out, as Excel does. */
export const copyArea = (sheet: Worksheet, area: Rect, cut = false): Clipboard => {
  const rows = mapArea(area, (row, column) => cellAt(sheet, row, column));
  const shown = cut ? rows : rows.filter((_, i) => sheet.rows.get(area.row + i)?.filtered !== true);
  return { sheet, area, cells: shown, cut };
};

const quoteCell = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** What other programs get: shown texts, tabs between columns. */
export const copyAsText = (sheet: Worksheet, area: Rect): string =>
  mapArea(area, (row, column) => displayText(sheet, row, column))
    .filter((_, i) => !isRowHidden(sheet, area.row + i))
    .map((line) => line.map(quoteCell).join("\t"))
    .join("\n");

/** Area a paste fills: the target when it holds the block a whole number of times, else the block's own size. */
const pasteTarget = (target: Rect, rows: number, columns: number): Rect => {
  const isMultiple = target.rows % rows === 0 && target.columns % columns === 0;
  return isMultiple ? target : rect(target.row, target.column, rows, columns);
};

const pastedCell = (source: Cell, target: Cell, kind: PasteKind, rows: number, columns: number): Cell => {
  if (kind === "Formats") return { ...target, format: source.format };
  const formula = kind === "Values" || source.formula === null ? null : copyFormula(source.formula, rows, columns);
  const format = kind === "All" ? source.format : { ...target.format, quotePrefix: source.format.quotePrefix };
  return { value: source.value, formula, format };
};

export interface CopyOptions {
  readonly skipBlanks?: boolean;
  readonly transpose?: boolean;
}

const transposed = <T>(lines: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (lines[0] ?? []).map((_, column) => lines.map((line) => line[column]).filter((cell) => cell !== undefined));

const writeBlock = (sheet: Worksheet, area: Rect, clip: Clipboard, kind: PasteKind, options: CopyOptions): void => {
  const lines = options.transpose ? transposed(clip.cells) : clip.cells;
  for (let i = 0; i < area.rows; i += 1) {
    const line = lines[i % lines.length] ?? [];
    for (let j = 0; j < area.columns; j += 1) {
      const source = line[j % line.length];
      if (!source || (options.skipBlanks && isEmptyCell(source))) continue;
      const row = area.row + i;
      const column = area.column + j;
      const [fromRow, fromColumn] = [clip.area.row + (i % lines.length), clip.area.column + (j % line.length)];
      const next = pastedCell(source, cellAt(sheet, row, column), kind, row - fromRow, column - fromColumn);
      const isPlain = isEmptyCell(next) && next.format === inheritedFormat(sheet, row, column);
      storeCell(sheet, row, column, isPlain ? undefined : next);
    }
  }
};

/** Validation and conditional formats travel with a full paste. */
const copyRules = (sheet: Worksheet, area: Rect, clip: Clipboard): void => {
  const from = clip.sheet.validations.find(({ areas }) => areas.some((part) => containsRect(part, clip.area)));
  if (!from || sheet !== clip.sheet || from.areas.some((part) => containsRect(part, area))) return;
  const next = sheet.validations.map((entry) => (entry === from ? { ...entry, areas: [...entry.areas, area] } : entry));
  sheet.workbook.journal.set(sheet, "validations", next);
};

/** Pastes a block; validation of the target is not asked, as in Excel. Answers the filled area. */
export const pasteClipboard = (
  sheet: Worksheet,
  target: Rect,
  clip: Clipboard,
  kind: PasteKind,
  options: CopyOptions = {},
): Outcome<Rect> => {
  const height = clip.cells.length;
  const width = clip.cells[0]?.length ?? 0;
  if (height === 0 || width === 0) return refused("InvalidArgument", "There is nothing to paste.");
  const [rows, columns] = options.transpose ? [width, height] : [height, width];
  const area = pasteTarget(target, rows, columns);
  if (!isInsideSheet(area)) return refused("InvalidArgument", "The block does not fit on the worksheet.");
  if (clip.cut) return moveArea(clip.sheet, clip.area, sheet, rect(target.row, target.column));
  const allowed = guardEdit(sheet, area);
  if (!allowed.ok) return allowed;
  const before = valueAt(sheet, area.row, area.column);
  writeBlock(sheet, area, clip, kind, options);
  if (kind === "All") copyRules(sheet, area, clip);
  if (kind !== "Formats") afterWrite(sheet, area, before);
  return done(area);
};

/** A piece in quotes or up to the next separator, and the separator. */
const PIECE = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r?\n|$)/gy;

/** Reads tab-separated text with quoted cells, as spreadsheets put it on the clipboard. */
const parseTabbed = (text: string): readonly (readonly string[])[] => {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", separator] of text.matchAll(PIECE)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (separator === "\t") continue;
    rows.push(row);
    row = [];
    if (separator === "") break;
  }
  const isLastEmpty = rows.length > 1 && rows.at(-1)?.join("") === "" && text.endsWith("\n");
  return isLastEmpty ? rows.slice(0, -1) : rows;
};

/** Pastes text from outside, each piece read as if typed. Answers the filled area. */
export const pasteText = (sheet: Worksheet, target: Rect, text: string): Outcome<Rect> => {
  const lines = parseTabbed(text);
  const width = Math.max(...lines.map((line) => line.length));
  if (width === 0) return refused("InvalidArgument", "There is nothing to paste.");
  const area = pasteTarget(target, lines.length, width);
  if (!isInsideSheet(area)) return refused("InvalidArgument", "The block does not fit on the worksheet.");
  const allowed = guardEdit(sheet, area);
  if (!allowed.ok) return allowed;
  const before = valueAt(sheet, area.row, area.column);
  for (let i = 0; i < area.rows; i += 1) {
    for (let j = 0; j < area.columns; j += 1) {
      const piece = lines[i % lines.length]?.[j % width] ?? "";
      const { numberFormat } = cellAt(sheet, area.row + i, area.column + j).format;
      const input = readTyped(piece, typingContext(sheet, numberFormat));
      putInput(
        sheet,
        area.row + i,
        area.column + j,
        input.type === "invalidFormula" ? { type: "value", value: piece } : input,
      );
    }
  }
  afterWrite(sheet, area, before);
  return done(area);
};

/** Fills `target` from `source`, which lies at one end of it: series continue, single values and formulas are copied. */
export const fillArea = (sheet: Worksheet, source: Rect, target: Rect, kind: FillKind): Outcome<Rect> => {
  const isVertical = source.column === target.column && source.columns === target.columns;
  const isHorizontal = source.row === target.row && source.rows === target.rows;
  if (!containsRect(target, source) || (!isVertical && !isHorizontal) || !isInsideSheet(target)) {
    return refused("InvalidArgument", "The destination must contain the source and extend it in one direction.");
  }
  const allowed = guardEdit(sheet, target);
  if (!allowed.ok) return allowed;
  if (cellCount(target) === cellCount(source)) return done(target);
  const filled = isVertical
    ? { before: source.row - target.row, after: lastRow(target) - lastRow(source) }
    : { before: source.column - target.column, after: lastColumn(target) - lastColumn(source) };
  fillSeries(sheet, source, isVertical, filled, kind);
  const before = valueAt(sheet, target.row, target.column);
  afterWrite(sheet, target, before);
  return done(target);
};
