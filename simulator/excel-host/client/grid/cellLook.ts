import {
  cellAt,
  containsCell,
  displayText,
  isCellError,
  isRowHidden,
  MAX_COLUMNS,
  shownFormat,
  type Border,
  type BorderEdge,
  type Cell,
  type CellFormat,
  type Table,
  type Worksheet,
} from "../../model/index.ts";
import type { HorizontalAlignment } from "../../model/format.ts";
import { tableColors, type TableColors } from "./tableStyle.ts";

/** How one cell is drawn. Colours are CSS colours; undefined = the sheet's own. */
export interface CellLook {
  readonly text: string;
  readonly align: "left" | "center" | "right";
  readonly vertical: "flex-start" | "center" | "flex-end";
  readonly wrap: boolean;
  /** Pixels. */
  readonly indent: number;
  readonly color: string | undefined;
  readonly fill: string | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  /** Points. */
  readonly fontSize: number;
  readonly fontName: string;
  readonly borders: readonly (readonly [side: "Top" | "Right" | "Bottom" | "Left", css: string])[];
  /** Share of the cell's width that a data bar fills, 0 to 1. */
  readonly bar: { readonly share: number; readonly color: string } | undefined;
  /** Text that does not fit may run over empty neighbours; numbers may not. */
  readonly mayOverflow: boolean;
  readonly isLink: boolean;
  /** What an error says about itself. */
  readonly hint: string | undefined;
  /** Header cell with a filter button. */
  readonly filter: { readonly column: string; readonly isFiltered: boolean } | undefined;
}

const BLACK = "#000000";

const SIDES: readonly (readonly [BorderEdge, "Top" | "Right" | "Bottom" | "Left"])[] = [
  ["EdgeTop", "Top"],
  ["EdgeRight", "Right"],
  ["EdgeBottom", "Bottom"],
  ["EdgeLeft", "Left"],
];

const borderCss = ({ style, weight, color }: Border): string => {
  if (style === "Double") return `3px double ${color}`;
  const width = weight === "Thick" ? 3 : weight === "Medium" ? 2 : 1;
  const line = style === "Continuous" ? "solid" : style === "Dot" ? "dotted" : "dashed";
  return `${width}px ${line} ${color}`;
};

const bordersOf = (format: CellFormat): CellLook["borders"] =>
  SIDES.flatMap(([edge, side]): (readonly [(typeof SIDES)[number][1], string])[] => {
    const border = format.borders[edge];
    return border === undefined || border.style === "None" ? [] : [[side, borderCss(border)]];
  });

/** The first letter decides the direction of a text, as in Excel's "context" reading order. */
const startsRightToLeft = (value: Cell["value"]): boolean =>
  typeof value === "string" &&
  /^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(value);

const hintOf = (value: Cell["value"]): string | undefined => (isCellError(value) ? value.message : undefined);

const ALIGNMENTS: Readonly<Record<Exclude<HorizontalAlignment, "General">, CellLook["align"]>> = {
  Left: "left",
  Fill: "left",
  Justify: "left",
  Distributed: "left",
  Center: "center",
  CenterAcrossSelection: "center",
  Right: "right",
};

const alignOf = ({ horizontal }: CellFormat, { value }: Cell): CellLook["align"] => {
  if (horizontal !== "General") return ALIGNMENTS[horizontal];
  if (typeof value === "number" || startsRightToLeft(value)) return "right";
  return typeof value === "boolean" || isCellError(value) ? "center" : "left";
};

const VERTICAL = {
  Top: "flex-start",
  Center: "center",
  Bottom: "flex-end",
  Justify: "flex-start",
  Distributed: "center",
} as const;

interface TablePart {
  readonly fill: string | undefined;
  readonly color: string | undefined;
  readonly bold: boolean;
}

const NO_PART: TablePart = { fill: undefined, color: undefined, bold: false };

/** Hidden rows do not count for the bands, so that a filtered table keeps its stripes. */
export type BandOf = (table: Table, row: number) => boolean;

const bandOf = (sheet: Worksheet): BandOf => {
  const known = new Map<Table, Map<number, boolean>>();
  return (table, row) => {
    let bands = known.get(table);
    if (bands === undefined) {
      bands = new Map();
      let isBand = true;
      const first = table.range.row + (table.showHeaders ? 1 : 0);
      for (let line = first; line < table.range.row + table.range.rows; line += 1) {
        bands.set(line, isBand);
        if (!isRowHidden(sheet, line)) isBand = !isBand;
      }
      known.set(table, bands);
    }
    return bands.get(row) ?? false;
  };
};

const headerPart = (colors: TableColors): TablePart => ({
  fill: colors.headerFill,
  color: colors.headerText,
  bold: true,
});

const isStrongColumn = ({ range, highlightFirstColumn, highlightLastColumn }: Table, column: number): boolean =>
  (highlightFirstColumn && column === range.column) ||
  (highlightLastColumn && column === range.column + range.columns - 1);

const isBanded = (table: Table, row: number, column: number, isBand: BandOf): boolean =>
  (table.showBandedRows && isBand(table, row)) || (table.showBandedColumns && (column - table.range.column) % 2 === 0);

const tablePart = (table: Table, row: number, column: number, isBand: BandOf, isDark: boolean): TablePart => {
  const colors = tableColors(table.style, isDark);
  if (colors === undefined) return NO_PART;
  const { range } = table;
  if (table.showHeaders && row === range.row) return headerPart(colors);
  const isTotal = table.showTotals && row === range.row + range.rows - 1;
  return {
    fill: !isTotal && isBanded(table, row, column, isBand) ? colors.bandFill : colors.bodyFill,
    color: undefined,
    bold: isTotal || isStrongColumn(table, column),
  };
};

const fontLook = (
  format: CellFormat,
  part: TablePart,
): Pick<CellLook, "color" | "bold" | "italic" | "underline" | "strikethrough" | "fontSize" | "fontName"> => ({
  color: format.fontColor === BLACK ? part.color : format.fontColor,
  bold: format.bold || part.bold,
  italic: format.italic,
  underline: format.underline !== "None",
  strikethrough: format.strikethrough,
  fontSize: format.fontSize,
  fontName: format.fontName,
});

const filterOf = (table: Table, row: number, column: number): CellLook["filter"] => {
  const header = table.columns[column - table.range.column];
  if (header === undefined || !table.showHeaders || !table.showFilterButton || row !== table.range.row)
    return undefined;
  return { column: header.name, isFiltered: table.filters.has(header.id) };
};

export interface LookReader {
  /** Text of a neighbour may not run into such a cell. */
  readonly hasContent: (row: number, column: number) => boolean;
  readonly look: (row: number, column: number) => CellLook | undefined;
}

/** Reads the looks of a sheet as it is now; make a new one after each change. */
export const createLookReader = (sheet: Worksheet, isDark: boolean): LookReader => {
  const isBand = bandOf(sheet);

  const read = (row: number, column: number): CellLook | undefined => {
    const cell = cellAt(sheet, row, column);
    const table = sheet.tables.find(({ range }) => containsCell(range, row, column));
    const part = table === undefined ? NO_PART : tablePart(table, row, column, isBand, isDark);
    const { format, bar } = shownFormat(sheet, row, column);
    const text = bar?.showValue === false ? "" : displayText(sheet, row, column);
    const borders = bordersOf(format);
    const fill = format.fill ?? part.fill;
    if (text === "" && fill === undefined && borders.length === 0 && bar === undefined) return undefined;
    return {
      text,
      align: alignOf(format, cell),
      vertical: VERTICAL[format.vertical],
      wrap: format.wrap || text.includes("\n"),
      indent: format.indent * 9,
      fill,
      ...fontLook(format, part),
      borders,
      bar,
      hint: hintOf(cell.value),
      mayOverflow: typeof cell.value === "string" && !format.wrap,
      isLink: cell.hyperlink !== undefined,
      filter: table === undefined ? undefined : filterOf(table, row, column),
    };
  };
  const known = new Map<number, CellLook | undefined>();
  const look: LookReader["look"] = (row, column) => {
    const key = row * MAX_COLUMNS + column;
    if (known.has(key)) return known.get(key);
    const found = read(row, column);
    known.set(key, found);
    return found;
  };
  return { look, hasContent: (row, column) => displayText(sheet, row, column) !== "" };
};
