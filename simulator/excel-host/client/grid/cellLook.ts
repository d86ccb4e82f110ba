import {
  cellAt,
  containsCell,
  displayText,
  isCellError,
  isRowHidden,
  shownFormat,
  type Border,
  type BorderEdge,
  type Cell,
  type ShownFormat,
  type Table,
  type Worksheet,
} from "../../model/index.ts";
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
}

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

const bordersOf = (format: ShownFormat["format"]): CellLook["borders"] =>
  SIDES.flatMap(([edge, side]): (readonly [(typeof SIDES)[number][1], string])[] => {
    const border = format.borders[edge];
    return border === undefined || border.style === "None" ? [] : [[side, borderCss(border)]];
  });

const alignOf = (format: ShownFormat["format"], cell: Cell): CellLook["align"] => {
  switch (format.horizontal) {
    case "Left":
    case "Fill":
    case "Justify":
    case "Distributed":
      return "left";
    case "Center":
    case "CenterAcrossSelection":
      return "center";
    case "Right":
      return "right";
    case "General":
      if (typeof cell.value === "number") return "right";
      return typeof cell.value === "boolean" || isCellError(cell.value) ? "center" : "left";
  }
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

const tablePart = (table: Table, row: number, column: number, isBand: BandOf): TablePart => {
  const colors = tableColors(table.style);
  if (colors === undefined) return NO_PART;
  const { range } = table;
  if (table.showHeaders && row === range.row) return headerPart(colors);
  const isTotal = table.showTotals && row === range.row + range.rows - 1;
  const isStrong =
    (table.highlightFirstColumn && column === range.column) ||
    (table.highlightLastColumn && column === range.column + range.columns - 1);
  const banded =
    (table.showBandedRows && isBand(table, row)) || (table.showBandedColumns && (column - range.column) % 2 === 0);
  return {
    fill: isTotal ? colors.bodyFill : banded ? colors.bandFill : colors.bodyFill,
    color: undefined,
    bold: isTotal || isStrong,
  };
};

const BLACK = "#000000";

export interface LookReader {
  /** Text of a neighbour may not run into such a cell. */
  readonly hasContent: (row: number, column: number) => boolean;
  readonly look: (row: number, column: number) => CellLook | undefined;
}

/** Reads the looks of a sheet as it is now; make a new one after each change. */
export const createLookReader = (sheet: Worksheet): LookReader => {
  const isBand = bandOf(sheet);

  const look = (row: number, column: number): CellLook | undefined => {
    const cell = cellAt(sheet, row, column);
    const table = sheet.tables.find(({ range }) => containsCell(range, row, column));
    const part = table === undefined ? NO_PART : tablePart(table, row, column, isBand);
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
      color: format.fontColor === BLACK ? part.color : format.fontColor,
      fill,
      bold: format.bold || part.bold,
      italic: format.italic,
      underline: format.underline !== "None",
      strikethrough: format.strikethrough,
      fontSize: format.fontSize,
      fontName: format.fontName,
      borders,
      bar,
      mayOverflow: typeof cell.value === "string" && !format.wrap,
      isLink: cell.hyperlink !== undefined,
    };
  };
  return { look, hasContent: (row, column) => displayText(sheet, row, column) !== "" };
};
