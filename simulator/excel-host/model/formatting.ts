import type { Rect } from "./address.ts";
import { WHOLE_SHEET, cellCount, isEntireColumns, isEntireRows, rect } from "./address.ts";
import { cellAt, eachPosition, inheritedFormat, isEmptyCell, storeCell, usedCells } from "./cells.ts";
import { displayText } from "./display.ts";
import { emit, eventOrigin } from "./emit.ts";
import type { CellFormat, FormatPatch } from "./format.ts";
import { patchFormat } from "./format.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardOption } from "./protection.ts";
import type { ColumnProps, RowProps, Worksheet } from "./types.ts";

/** Points. */
const DEFAULT_COLUMN_WIDTH = 48;
const DEFAULT_ROW_HEIGHT = 15;
/** Excel's limits: 255 characters wide, 409 points high. */
const MAX_COLUMN_WIDTH = 1342.5;
const MAX_ROW_HEIGHT = 409.5;

/** Shown width in points; 0 when hidden. */
export const columnWidth = (sheet: Worksheet, column: number): number => {
  const props = sheet.columns.get(column);
  if (props?.hidden) return 0;
  return props?.width ?? sheet.standardWidth ?? DEFAULT_COLUMN_WIDTH;
};

/** Shown height in points; 0 when hidden. Rows without a height of their own are as high as their largest font. */
export const rowHeight = (sheet: Worksheet, row: number): number => {
  const props = sheet.rows.get(row);
  if (props?.hidden || props?.filtered) return 0;
  return props?.height ?? DEFAULT_ROW_HEIGHT;
};

const indexes = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, offset) => first + offset);

/** Entries of a props map with `change` applied; a change to undefined takes the entry's field away. */
const patched = <T extends object>(
  map: ReadonlyMap<number, T>,
  keys: Iterable<number>,
  change: (props: T | undefined) => T,
): ReadonlyMap<number, T> => {
  const next = new Map(map);
  for (const key of keys) next.set(key, change(next.get(key)));
  return next;
};

type Optional<T> = { readonly [K in keyof T]?: T[K] | undefined };

const merge = <T extends object>(props: T | undefined, patch: Optional<T>): T =>
  Object.fromEntries(Object.entries({ ...props, ...patch }).filter(([, value]) => value !== undefined)) as T;

export const setColumnProps = (
  sheet: Worksheet,
  column: number,
  columns: number,
  patch: Optional<ColumnProps>,
): Outcome<undefined> => {
  const allowed = guardOption(sheet, "allowFormatColumns");
  if (!allowed.ok) return allowed;
  const { width } = patch;
  if (width !== undefined && (width < 0 || width > MAX_COLUMN_WIDTH))
    return refused("InvalidArgument", "The width is out of range.");
  const next = patched(sheet.columns, indexes(column, columns), (props) => merge(props, patch));
  sheet.workbook.journal.set(sheet, "columns", next);
  return done(undefined);
};

const announceHidden = (sheet: Worksheet, row: number, rows: number, hidden: boolean): void =>
  emit(sheet.workbook, {
    type: "rowHiddenChanged",
    ...eventOrigin(sheet.workbook),
    sheetId: sheet.id,
    area: rect(row, 0, rows, WHOLE_SHEET.columns),
    changeType: hidden ? "Hidden" : "Unhidden",
  });

export const setRowProps = (
  sheet: Worksheet,
  row: number,
  rows: number,
  patch: Optional<RowProps>,
): Outcome<undefined> => {
  const allowed = guardOption(sheet, "allowFormatRows");
  if (!allowed.ok) return allowed;
  const { height, hidden } = patch;
  if (height !== undefined && (height < 0 || height > MAX_ROW_HEIGHT))
    return refused("InvalidArgument", "The height is out of range.");
  const next = patched(sheet.rows, indexes(row, rows), (props) => merge(props, patch));
  sheet.workbook.journal.set(sheet, "rows", next);
  if (hidden !== undefined) announceHidden(sheet, row, rows, hidden);
  return done(undefined);
};

type Change = (format: CellFormat, row: number, column: number) => CellFormat;

const restyleStored = (sheet: Worksheet, area: Rect, change: Change): void => {
  for (const { row, column, cell } of sheet.cells.within(area)) {
    storeCell(sheet, row, column, { ...cell, format: change(cell.format, row, column) });
  }
};

const restyleColumns = (sheet: Worksheet, area: Rect, change: Change): void => {
  const restyled = (props: ColumnProps | undefined, column: number): ColumnProps => ({
    ...props,
    format: change(props?.format ?? sheet.defaultFormat, 0, column),
  });
  const next = new Map(sheet.columns);
  const isAll = isEntireRows(area);
  const columns = isAll
    ? [...sheet.columns].filter(([, p]) => p.format).map(([column]) => column)
    : indexes(area.column, area.columns);
  for (const column of columns) next.set(column, restyled(next.get(column), column));
  sheet.workbook.journal.set(sheet, "columns", next);
  if (isAll) sheet.workbook.journal.set(sheet, "defaultFormat", change(sheet.defaultFormat, 0, 0));
  restyleRowFormats(sheet, change);
};

/** Rows with a format of their own win over columns: where they cross, the new format must reach them too. */
const restyleRowFormats = (sheet: Worksheet, change: Change): void => {
  const rows = [...sheet.rows].filter(([, props]) => props.format);
  if (rows.length === 0) return;
  const next = new Map(sheet.rows);
  for (const [row, props] of rows)
    next.set(row, { ...props, format: change(props.format ?? sheet.defaultFormat, row, 0) });
  sheet.workbook.journal.set(sheet, "rows", next);
};

const restyleRows = (sheet: Worksheet, area: Rect, change: Change): void => {
  const next = patched(sheet.rows, indexes(area.row, area.rows), (props): RowProps => ({
    ...props,
    format: change(props?.format ?? sheet.defaultFormat, area.row, 0),
  }));
  sheet.workbook.journal.set(sheet, "rows", next);
};

/** Applies a change of format to an area, in the sparsest way. */
export const restyle = (sheet: Worksheet, area: Rect, change: Change): void => {
  if (isEntireColumns(area) || isEntireRows(area)) {
    restyleStored(sheet, area, change);
    if (isEntireColumns(area)) restyleColumns(sheet, area, change);
    else restyleRows(sheet, area, change);
    return;
  }
  eachPosition(area, (row, column) => {
    const cell = cellAt(sheet, row, column);
    const format = change(cell.format, row, column);
    if (format === cell.format) return;
    const isPlain = isEmptyCell(cell) && format === inheritedFormat(sheet, row, column);
    storeCell(sheet, row, column, isPlain ? undefined : { ...cell, format });
  });
};

/** The same patch on many formats: equal formats stay one object. */
export const cachedPatch = (patch: FormatPatch): ((format: CellFormat) => CellFormat) => {
  const cache = new Map<CellFormat, CellFormat>();
  return (format) => {
    const known = cache.get(format) ?? patchFormat(format, patch);
    cache.set(format, known);
    return known;
  };
};

const announceFormat = (sheet: Worksheet, area: Rect): void =>
  emit(sheet.workbook, { type: "formatChanged", ...eventOrigin(sheet.workbook), sheetId: sheet.id, area });

export const applyFormat = (sheet: Worksheet, area: Rect, patch: FormatPatch): Outcome<undefined> => {
  const allowed = guardOption(sheet, "allowFormatCells");
  if (!allowed.ok) return allowed;
  restyle(sheet, area, cachedPatch(patch));
  announceFormat(sheet, area);
  return done(undefined);
};

/** Number formats cell by cell; undefined leaves a cell as it is. */
export const applyNumberFormats = (
  sheet: Worksheet,
  area: Rect,
  formatAtOffset: (row: number, column: number) => string | undefined,
): Outcome<undefined> => {
  const allowed = guardOption(sheet, "allowFormatCells");
  if (!allowed.ok) return allowed;
  const patches = new Map<string, (format: CellFormat) => CellFormat>();
  restyle(sheet, area, (format, row, column) => {
    const numberFormat = formatAtOffset(row - area.row, column - area.column);
    if (numberFormat === undefined || numberFormat === format.numberFormat) return format;
    const patch = patches.get(numberFormat) ?? cachedPatch({ numberFormat });
    patches.set(numberFormat, patch);
    return patch(format);
  });
  announceFormat(sheet, area);
  return done(undefined);
};

/** One value that all cells of an area share, or null when they differ, as the API reports mixed formats. */
export const commonFormat = <T>(sheet: Worksheet, area: Rect, read: (format: CellFormat) => T): T | null => {
  const formats = new Set<CellFormat>();
  if (cellCount(area) > 200_000) {
    formats.add(sheet.defaultFormat);
    for (const { cell } of sheet.cells.within(area)) formats.add(cell.format);
    for (const column of indexes(area.column, area.columns)) formats.add(inheritedFormat(sheet, area.row, column));
    if (isEntireColumns(area) && sheet.columns.has(area.column)) formats.delete(sheet.defaultFormat);
  } else eachPosition(area, (row, column) => formats.add(cellAt(sheet, row, column).format));
  const [first, ...rest] = [...formats].map((format) => JSON.stringify(read(format)));
  return first !== undefined && rest.every((other) => other === first) ? (JSON.parse(first) as T) : null;
};

/** Points that a text needs, by the average width of a character of the font; real Excel measures pixels. */
const textWidth = (text: string, format: CellFormat): number =>
  Math.max(...text.split("\n").map((line) => line.length)) * format.fontSize * (format.bold ? 0.53 : 0.5) + 8;

const MAX_AUTOFIT = 600;

export const autofitColumns = (sheet: Worksheet, area: Rect): Outcome<undefined> => {
  const widths = new Map<number, number>();
  for (const { row, column, cell } of usedCells(sheet, area, true)) {
    const width = Math.min(textWidth(displayText(sheet, row, column), cell.format), MAX_AUTOFIT);
    widths.set(column, Math.max(widths.get(column) ?? 0, width));
  }
  for (const [column, width] of widths) {
    const outcome = setColumnProps(sheet, column, 1, { width });
    if (!outcome.ok) return outcome;
  }
  return done(undefined);
};

export const autofitRows = (sheet: Worksheet, area: Rect): Outcome<undefined> => {
  const heights = new Map<number, number>();
  for (const { row, column, cell } of usedCells(sheet, area, true)) {
    const text = displayText(sheet, row, column);
    const wrapped = cell.format.wrap
      ? Math.ceil(textWidth(text, cell.format) / Math.max(columnWidth(sheet, column), 8))
      : 1;
    const lines = Math.max(wrapped, cell.format.wrap ? text.split("\n").length : 1);
    heights.set(row, Math.max(heights.get(row) ?? DEFAULT_ROW_HEIGHT, Math.ceil(lines * cell.format.fontSize * 1.36)));
  }
  const allowed = guardOption(sheet, "allowFormatRows");
  if (!allowed.ok || heights.size === 0) return allowed;
  // All rows at once: each change copies the map of the sheet's rows.
  const next = new Map(sheet.rows);
  for (const [row, height] of heights)
    next.set(row, merge<RowProps>(next.get(row), { height: Math.min(height, MAX_ROW_HEIGHT) }));
  sheet.workbook.journal.set(sheet, "rows", next);
  return done(undefined);
};
