import ExcelJS from "exceljs";
import {
  cellAddress,
  isCellError,
  rectAddress,
  tableAt,
  WHOLE_SHEET,
  type Cell,
  type CellFormat,
  type Scalar,
  type Table,
  type Workbook,
  type Worksheet,
} from "../model/index.ts";
import { DEFAULT_FORMAT } from "../model/format.ts";
import { argb } from "./xlsxColor.ts";
import { writeConditionalFormats, writeValidations } from "./xlsxRules.ts";
import { toFileFormula } from "./xlsxFormula.ts";

/** ECMA-376 part 1, 18.3.1.13: widths count characters of the default font, 7 pixels each, with 5 pixels around. */
const pointsToCharacters = (points: number): number => ((points * 4) / 3 - 5) / 7;

const scalarValue = (value: Scalar): ExcelJS.CellValue => {
  if (value === null) return null;
  if (isCellError(value)) return { error: value.error as ExcelJS.CellErrorValue["error"] };
  return value;
};

/** Text that begins with "=" is written as text: only what the model calls a formula becomes one. */
const cellValue = (cell: Cell, table: Table | undefined): ExcelJS.CellValue => {
  if (cell.formula !== null) {
    const result = scalarValue(cell.value);
    return {
      formula: toFileFormula(cell.formula, table?.name),
      ...(result === null ? {} : { result: result as string }),
    };
  }
  const link = cell.hyperlink?.address;
  if (link !== undefined && typeof cell.value === "string") return { text: cell.value, hyperlink: link };
  return scalarValue(cell.value);
};

const UNDERLINES = {
  None: "none",
  Single: true,
  Double: "double",
  SingleAccountant: "singleAccounting",
  DoubleAccountant: "doubleAccounting",
} as const;

const HORIZONTAL = {
  Left: "left",
  Center: "center",
  Right: "right",
  Fill: "fill",
  Justify: "justify",
  CenterAcrossSelection: "centerContinuous",
  Distributed: "distributed",
} as const;

const VERTICAL = {
  Top: "top",
  Center: "middle",
  Bottom: "bottom",
  Justify: "justify",
  Distributed: "distributed",
} as const;

const borderStyle = (style: string, weight: string): ExcelJS.BorderStyle => {
  if (style === "Double") return "double";
  if (style === "Dot") return "dotted";
  if (style === "Dash") return weight === "Medium" ? "mediumDashed" : "dashed";
  if (weight === "Hairline") return "hair";
  return weight === "Thick" ? "thick" : weight === "Medium" ? "medium" : "thin";
};

const borders = ({ borders: edges }: CellFormat): Partial<ExcelJS.Borders> =>
  Object.fromEntries(
    (["Top", "Bottom", "Left", "Right"] as const).flatMap((side) => {
      const border = edges[`Edge${side}`];
      return border === undefined || border.style === "None"
        ? []
        : [[side.toLowerCase(), { style: borderStyle(border.style, border.weight), color: argb(border.color) }]];
    }),
  );

const isDifferent = (format: CellFormat, keys: readonly (keyof CellFormat)[]): boolean =>
  keys.some((key) => format[key] !== DEFAULT_FORMAT[key]);

const alignment = (format: CellFormat): Partial<ExcelJS.Alignment> => ({
  ...(format.horizontal === "General" ? {} : { horizontal: HORIZONTAL[format.horizontal] }),
  vertical: VERTICAL[format.vertical],
  wrapText: format.wrap,
  indent: format.indent,
  shrinkToFit: format.shrinkToFit,
});

/** The parts of a format that a file keeps as a style. */
const styleOf = (format: CellFormat): Partial<ExcelJS.Style> => ({
  ...(format.numberFormat === "General" ? {} : { numFmt: format.numberFormat }),
  ...(format.fill === null
    ? {}
    : { fill: { type: "pattern", pattern: "solid", fgColor: argb(format.fill) } satisfies ExcelJS.Fill }),
  ...(isDifferent(format, ["fontName", "fontSize", "fontColor", "bold", "italic", "underline", "strikethrough"])
    ? {
        font: {
          name: format.fontName,
          size: format.fontSize,
          color: argb(format.fontColor),
          bold: format.bold,
          italic: format.italic,
          underline: UNDERLINES[format.underline],
          strike: format.strikethrough,
        },
      }
    : {}),
  ...(isDifferent(format, ["horizontal", "vertical", "wrap", "indent", "shrinkToFit"])
    ? { alignment: alignment(format) }
    : {}),
  ...(isDifferent(format, ["borders"]) ? { border: borders(format) } : {}),
  ...(isDifferent(format, ["locked", "formulaHidden"])
    ? { protection: { locked: format.locked, hidden: format.formulaHidden } }
    : {}),
});

type TableTheme = NonNullable<ExcelJS.TableStyleProperties["theme"]>;

/** exceljs writes a table's cells from its rows; the cells are written again afterwards, with formulas and styles. */
const writeTable = (target: ExcelJS.Worksheet, table: Table): void => {
  const { range, columns } = table;
  const bodyRows = range.rows - (table.showHeaders ? 1 : 0) - (table.showTotals ? 1 : 0);
  target.addTable({
    name: table.name,
    displayName: table.name,
    ref: cellAddress(range.row, range.column),
    headerRow: table.showHeaders,
    totalsRow: table.showTotals,
    style: {
      ...(table.style === "" ? {} : { theme: table.style as TableTheme }),
      showRowStripes: table.showBandedRows,
      showColumnStripes: table.showBandedColumns,
      showFirstColumn: table.highlightFirstColumn,
      showLastColumn: table.highlightLastColumn,
    },
    columns: columns.map(({ name }) => ({ name, filterButton: table.showHeaders && table.showFilterButton })),
    rows: Array.from({ length: bodyRows }, () => columns.map(() => null)),
  });
};

const writeCells = (target: ExcelJS.Worksheet, sheet: Worksheet): void => {
  const styles = new Map<CellFormat, Partial<ExcelJS.Style>>();
  for (const { row, column, cell } of sheet.cells.within(WHOLE_SHEET)) {
    const written = target.getCell(row + 1, column + 1);
    if (cell.spilledFrom === undefined) written.value = cellValue(cell, tableAt(sheet, row, column));
    let style = styles.get(cell.format);
    if (style === undefined) styles.set(cell.format, (style = styleOf(cell.format)));
    if (Object.keys(style).length > 0) written.style = style;
  }
};

const writeSizes = (target: ExcelJS.Worksheet, sheet: Worksheet): void => {
  for (const [column, { width, hidden }] of sheet.columns) {
    const written = target.getColumn(column + 1);
    if (width !== undefined) written.width = pointsToCharacters(width);
    if (hidden === true) written.hidden = true;
  }
  for (const [row, { height, hidden, filtered }] of sheet.rows) {
    const written = target.getRow(row + 1);
    if (height !== undefined) written.height = height;
    if (hidden === true || filtered === true) written.hidden = true;
  }
};

const writePage = (target: ExcelJS.Worksheet, { pageLayout: layout }: Worksheet): void => {
  const { scale, horizontalFitToPages: across, verticalFitToPages: down } = layout.zoom;
  target.pageSetup = {
    ...target.pageSetup,
    orientation: layout.orientation === "Landscape" ? "landscape" : "portrait",
    horizontalCentered: layout.centerHorizontally,
    verticalCentered: layout.centerVertically,
    showGridLines: layout.printGridlines,
    showRowColHeaders: layout.printHeadings,
    blackAndWhite: layout.blackAndWhite,
    // 0 pages: as many as it takes.
    ...(scale === undefined ? { fitToPage: true, fitToWidth: across ?? 0, fitToHeight: down ?? 0 } : { scale }),
    ...(layout.printArea === null ? {} : { printArea: rectAddress(layout.printArea) }),
    ...(layout.titleRows === null
      ? {}
      : { printTitlesRow: `${layout.titleRows.row + 1}:${layout.titleRows.row + layout.titleRows.rows}` }),
  };
};

const STATES = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const;

const writeSheet = async (book: ExcelJS.Workbook, sheet: Worksheet): Promise<void> => {
  const target = book.addWorksheet(sheet.name, {
    state: STATES[sheet.visibility],
    ...(sheet.tabColor === "" ? {} : { properties: { tabColor: argb(sheet.tabColor) } }),
    views: [
      sheet.frozen === null
        ? { state: "normal", showGridLines: sheet.showGridlines }
        : {
            state: "frozen",
            xSplit: sheet.frozen.columns,
            ySplit: sheet.frozen.rows,
            showGridLines: sheet.showGridlines,
          },
    ],
  });
  writePage(target, sheet);
  for (const table of sheet.tables) writeTable(target, table);
  writeCells(target, sheet);
  writeSizes(target, sheet);
  for (const area of sheet.merged) target.mergeCells(rectAddress(area));
  if (sheet.autoFilter !== null) target.autoFilter = rectAddress(sheet.autoFilter.area);
  writeValidations(target, sheet);
  writeConditionalFormats(target, sheet);
  if (sheet.protection !== null) await target.protect(sheet.protection.password ?? "", {});
};

/** The workbook as an xlsx file (ECMA-376), for any spreadsheet program. */
export const writeXlsx = async (workbook: Workbook): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  for (const sheet of workbook.sheets) await writeSheet(book, sheet);
  for (const { name, formula, scope } of workbook.names)
    if (scope === null && /^=[^(]*\$?[A-Z]+\$?\d/.test(formula)) book.definedNames.add(formula.slice(1), name);
  book.calcProperties.fullCalcOnLoad = true;
  return new Uint8Array(await book.xlsx.writeBuffer());
};
