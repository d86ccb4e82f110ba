/** Sheet size of Excel since 2007 ("Excel specifications and limits"). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Zero-based position of one cell. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Zero-based rectangle of cells; `rows` and `columns` are counts of at least 1. */
export interface Rect extends Position {
  readonly rows: number;
  readonly columns: number;
}

export const rect = (row: number, column: number, rows = 1, columns = 1): Rect => ({ row, column, rows, columns });

export const WHOLE_SHEET: Rect = rect(0, 0, MAX_ROWS, MAX_COLUMNS);

export const isInsideSheet = ({ row, column, rows, columns }: Rect): boolean =>
  row >= 0 && column >= 0 && rows >= 1 && columns >= 1 && row + rows <= MAX_ROWS && column + columns <= MAX_COLUMNS;

export const isEntireColumns = (area: Rect): boolean => area.row === 0 && area.rows === MAX_ROWS;
export const isEntireRows = (area: Rect): boolean => area.column === 0 && area.columns === MAX_COLUMNS;
export const isSingleCell = (area: Rect): boolean => area.rows === 1 && area.columns === 1;
export const cellCount = (area: Rect): number => area.rows * area.columns;
export const lastRow = (area: Rect): number => area.row + area.rows - 1;
export const lastColumn = (area: Rect): number => area.column + area.columns - 1;

export const sameRect = (a: Rect, b: Rect): boolean =>
  a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

export const containsCell = (area: Rect, row: number, column: number): boolean =>
  row >= area.row && column >= area.column && row < area.row + area.rows && column < area.column + area.columns;

export const containsRect = (outer: Rect, inner: Rect): boolean =>
  containsCell(outer, inner.row, inner.column) && containsCell(outer, lastRow(inner), lastColumn(inner));

export const intersects = (a: Rect, b: Rect): boolean =>
  a.row < b.row + b.rows &&
  b.row < a.row + a.rows &&
  a.column < b.column + b.columns &&
  b.column < a.column + a.columns;

export const intersection = (a: Rect, b: Rect): Rect | undefined => {
  if (!intersects(a, b)) return undefined;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return rect(
    row,
    column,
    Math.min(a.row + a.rows, b.row + b.rows) - row,
    Math.min(a.column + a.columns, b.column + b.columns) - column,
  );
};

export const boundingRect = (a: Rect, b: Rect): Rect => {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return rect(
    row,
    column,
    Math.max(a.row + a.rows, b.row + b.rows) - row,
    Math.max(a.column + a.columns, b.column + b.columns) - column,
  );
};

/** What is left of `area` when `hole` is taken out: up to four rectangles. */
export const subtract = (area: Rect, hole: Rect): readonly Rect[] => {
  const cut = intersection(area, hole);
  if (!cut) return [area];
  const below = cut.row + cut.rows;
  const right = cut.column + cut.columns;
  const parts = [
    rect(area.row, area.column, cut.row - area.row, area.columns),
    rect(below, area.column, area.row + area.rows - below, area.columns),
    rect(cut.row, area.column, cut.rows, cut.column - area.column),
    rect(cut.row, right, cut.rows, area.column + area.columns - right),
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
};

/** 0 → "A", 25 → "Z", 26 → "AA". */
export const columnName = (column: number): string => {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
};

/** "A" → 0; letters only, any case. */
const columnIndex = (name: string): number =>
  Array.from(name.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const cellAddress = (row: number, column: number): string => `${columnName(column)}${row + 1}`;

/** Address without sheet, as Excel prints it: "A1", "A1:B2", "A:C", "1:3". */
export const rectAddress = (area: Rect): string => {
  if (isEntireRows(area)) return `${area.row + 1}:${lastRow(area) + 1}`;
  if (isEntireColumns(area)) return `${columnName(area.column)}:${columnName(lastColumn(area))}`;
  const first = cellAddress(area.row, area.column);
  return isSingleCell(area) ? first : `${first}:${cellAddress(lastRow(area), lastColumn(area))}`;
};

/** "$A$1:$B$2" form, as defined names print it. */
export const absoluteAddress = (area: Rect): string => rectAddress(area).replace(/[A-Z]+|\d+/g, "$$$&");

/** Quotes a sheet name where a formula needs it: `Q3 plan` → `'Q3 plan'`. */
export const quoteSheetName = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[a-z]{1,3}\d+$/i.test(name) && !/^(r|c|rc|r\d+c\d+)$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;

export interface ParsedAddress {
  /** Unquoted sheet name, when the address names one. */
  readonly sheet?: string;
  readonly area: Rect;
}

const ADDRESS =
  /^(?:(?:'((?:[^']|'')+)'|([^!']+))!)?\$?([A-Z]{1,3})?\$?(\d{1,7})?(?::\$?([A-Z]{1,3})?\$?(\d{1,7})?)?$/i;

const span = (from: number, to: number): readonly [number, number] => [Math.min(from, to), Math.abs(to - from) + 1];

/** The corners of an address: columns and rows as written, undefined where they are left out. */
interface Corners {
  readonly column1: string | undefined;
  readonly row1: string | undefined;
  readonly column2: string | undefined;
  readonly row2: string | undefined;
}

/** "A1" and "A1:B2" name columns and rows, "A:C" only columns, "1:3" only rows. */
const isComplete = ({ column1, row1, column2, row2 }: Corners, isRange: boolean): boolean => {
  if (!isRange) return column1 !== undefined && row1 !== undefined;
  const isSameShape =
    (column1 === undefined) === (column2 === undefined) && (row1 === undefined) === (row2 === undefined);
  return isSameShape && (column1 !== undefined || row1 !== undefined);
};

const areaOfCorners = ({ column1, row1, column2 = column1, row2 = row1 }: Corners): Rect => {
  const [column, columns] =
    column1 === undefined ? [0, MAX_COLUMNS] : span(columnIndex(column1), columnIndex(column2 ?? column1));
  const [row, rows] = row1 === undefined ? [0, MAX_ROWS] : span(Number(row1) - 1, Number(row2) - 1);
  return rect(row, column, rows, columns);
};

/** Reads "A1", "$A$1:B2", "A:C", "1:3", each with an optional sheet; undefined when it is none of these. */
export const parseAddress = (text: string): ParsedAddress | undefined => {
  const match = ADDRESS.exec(text.trim());
  if (!match) return undefined;
  const [, quoted, plain, column1, row1, column2, row2] = match;
  const corners: Corners = { column1, row1, column2, row2 };
  if (!isComplete(corners, text.includes(":", text.lastIndexOf("!") + 1))) return undefined;
  const area = areaOfCorners(corners);
  if (!isInsideSheet(area)) return undefined;
  const sheet = quoted?.replaceAll("''", "'") ?? plain;
  return sheet === undefined ? { area } : { sheet, area };
};
