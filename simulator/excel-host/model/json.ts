// The whole workbook as plain JSON, for keeping it between visits.
import { emptyWorkbook, type WorkbookOptions } from "./workbook.ts";
import { WHOLE_SHEET, type Rect } from "./address.ts";
import type { CellFormat, FormatPatch } from "./format.ts";
import { DEFAULT_FORMAT, formatDelta } from "./format.ts";
import type { Cell, Hyperlink } from "./grid.ts";
import type { ColumnProps, CustomXmlPart, RowProps, SheetVisibility, Table, Workbook, Worksheet } from "./types.ts";
import type {
  AutoFilter,
  Chart,
  ConditionalFormat,
  FilterCriteria,
  FrozenPanes,
  PageLayout,
  Protection,
  Validation,
} from "./rules.ts";
import type { Scalar } from "./value.ts";
import { createSheet } from "./sheet.ts";

/** [row, column, value, format number, formula?, hyperlink?] */
type CellJson = readonly [number, number, Scalar, number, (string | null)?, Hyperlink?];

type Keyed<T> = readonly (readonly [number, T])[];
type TableJson = Omit<Table, "sheet" | "filters" | "isDeleted"> & { readonly filters: Keyed<FilterCriteria> };
type Formatted<T> = Omit<T, "format"> & { readonly format?: number };

interface SheetJson {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  readonly standardWidth: number | null;
  readonly defaultFormat: number;
  readonly cells: readonly CellJson[];
  readonly columns: Keyed<Formatted<ColumnProps>>;
  readonly rows: Keyed<Formatted<RowProps>>;
  readonly tables: readonly TableJson[];
  readonly merged: readonly Rect[];
  readonly validations: readonly Validation[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly charts: readonly (Omit<Chart, "legend" | "fills"> & Partial<Pick<Chart, "legend" | "fills">>)[];
  readonly autoFilter: (Omit<AutoFilter, "criteria"> & { readonly criteria: Keyed<FilterCriteria> }) | null;
  readonly frozen: FrozenPanes | null;
  /** Absent in workbooks kept before sheets had one. */
  readonly pageLayout?: PageLayout;
  readonly protection: Protection | null;
  readonly customProperties: readonly (readonly [string, string])[];
}

export interface WorkbookJson {
  readonly version: 1;
  readonly name: string;
  readonly locale: string;
  readonly nextId: number;
  readonly activeSheet: string;
  readonly calculationMode: Workbook["calculationMode"];
  /** Formats used by cells, rows and columns: what differs from the default. */
  readonly formats: readonly FormatPatch[];
  readonly sheets: readonly SheetJson[];
  readonly names: readonly {
    readonly name: string;
    readonly scope: string | null;
    readonly formula: string;
    readonly comment: string;
    readonly visible: boolean;
  }[];
  readonly settings: readonly (readonly [string, unknown])[];
  readonly documentSettings: readonly (readonly [string, string])[];
  readonly customXmlParts: readonly CustomXmlPart[];
  readonly properties: readonly (readonly [string, unknown])[];
}

interface FormatTable {
  readonly number: (format: CellFormat) => number;
  readonly all: readonly FormatPatch[];
}

const createFormatTable = (): FormatTable => {
  const numbers = new Map<string, number>();
  const known = new Map<CellFormat, number>();
  const all: FormatPatch[] = [];
  const number = (format: CellFormat): number => {
    const cached = known.get(format);
    if (cached !== undefined) return cached;
    const delta = formatDelta(format);
    const key = JSON.stringify(delta);
    const found = numbers.get(key) ?? all.push(delta) - 1;
    numbers.set(key, found);
    known.set(format, found);
    return found;
  };
  return { number, all };
};

const cellJson = (row: number, column: number, cell: Cell, format: number): CellJson => {
  if (cell.hyperlink) return [row, column, cell.value, format, cell.formula, cell.hyperlink];
  return cell.formula === null ? [row, column, cell.value, format] : [row, column, cell.value, format, cell.formula];
};

const formatted = <T extends { readonly format?: CellFormat }>(
  map: ReadonlyMap<number, T>,
  formats: FormatTable,
): Keyed<Formatted<T>> =>
  [...map].map(([key, { format, ...rest }]) => [key, format ? { ...rest, format: formats.number(format) } : rest]);

const tableJson = ({ sheet: _sheet, isDeleted: _deleted, filters, ...rest }: Table): TableJson => ({
  ...rest,
  filters: [...filters],
});

const sheetJson = (sheet: Worksheet, formats: FormatTable): SheetJson => ({
  id: sheet.id,
  name: sheet.name,
  visibility: sheet.visibility,
  tabColor: sheet.tabColor,
  showGridlines: sheet.showGridlines,
  showHeadings: sheet.showHeadings,
  standardWidth: sheet.standardWidth,
  defaultFormat: formats.number(sheet.defaultFormat),
  cells: sheet.cells
    .within(WHOLE_SHEET)
    .filter(({ cell }) => !cell.spilledFrom)
    .map(({ row, column, cell }) => cellJson(row, column, cell, formats.number(cell.format))),
  columns: formatted(sheet.columns, formats),
  rows: formatted(sheet.rows, formats),
  tables: sheet.tables.map(tableJson),
  merged: sheet.merged,
  validations: sheet.validations,
  conditionalFormats: sheet.conditionalFormats,
  charts: sheet.charts,
  autoFilter: sheet.autoFilter && { ...sheet.autoFilter, criteria: [...sheet.autoFilter.criteria] },
  frozen: sheet.frozen,
  pageLayout: sheet.pageLayout,
  protection: sheet.protection,
  customProperties: [...sheet.customProperties],
});

/** Everything but the undo steps and the selection. */
export const toJson = (workbook: Workbook): WorkbookJson => {
  const formats = createFormatTable();
  const sheets = workbook.sheets.map((sheet) => sheetJson(sheet, formats));
  return {
    version: 1,
    name: workbook.name,
    locale: workbook.culture.locale,
    nextId: workbook.nextId,
    activeSheet: workbook.activeSheet.id,
    calculationMode: workbook.calculationMode,
    formats: formats.all,
    sheets,
    names: workbook.names.map(({ name, scope, formula, comment, visible }) => ({
      name,
      scope: scope?.id ?? null,
      formula,
      comment,
      visible,
    })),
    settings: [...workbook.settings],
    documentSettings: [...workbook.documentSettings],
    customXmlParts: workbook.customXmlParts,
    properties: [...workbook.properties],
  };
};

const unformatted = <T extends { readonly format?: CellFormat }>(
  entries: Keyed<Formatted<T>>,
  formatOf: (number: number) => CellFormat,
): ReadonlyMap<number, T> =>
  new Map(
    entries.map(([key, { format, ...rest }]) => [
      key,
      (format === undefined ? rest : { ...rest, format: formatOf(format) }) as unknown as T,
    ]),
  );

const fillCells = (sheet: Worksheet, cells: readonly CellJson[], formatOf: (number: number) => CellFormat): void => {
  for (const [row, column, value, format, formula = null, hyperlink] of cells) {
    const cell = { value, formula, format: formatOf(format) };
    sheet.cells.set(row, column, hyperlink ? { ...cell, hyperlink } : cell);
  }
};

const readTable = (json: TableJson, sheet: Worksheet): Table => ({
  ...json,
  sheet,
  filters: new Map(json.filters),
  isDeleted: false,
});

const readSheet = (workbook: Workbook, json: SheetJson, formatOf: (number: number) => CellFormat): Worksheet => {
  const sheet = createSheet(workbook, json.name, json.id);
  const { id: _id, cells, columns, rows, tables, charts, autoFilter, defaultFormat, customProperties, ...plain } = json;
  Object.assign(sheet, plain, {
    defaultFormat: formatOf(defaultFormat),
    columns: unformatted(columns, formatOf),
    rows: unformatted(rows, formatOf),
    tables: tables.map((table): Table => readTable(table, sheet)),
    autoFilter: autoFilter && { ...autoFilter, criteria: new Map(autoFilter.criteria) },
    // Workbooks kept before charts had these.
    charts: charts.map((chart): Chart => ({ ...chart, legend: chart.legend ?? "Bottom", fills: chart.fills ?? [] })),
    customProperties: new Map(customProperties),
  });
  fillCells(sheet, cells, formatOf);
  return sheet;
};

/** Builds the workbook again and works its formulas out. */
export const fromJson = (json: WorkbookJson, options: Pick<WorkbookOptions, "now"> = {}): Workbook => {
  const workbook = emptyWorkbook({ ...options, name: json.name, locale: json.locale });
  const formats = json.formats.map((delta): CellFormat =>
    Object.keys(delta).length === 0 ? DEFAULT_FORMAT : { ...DEFAULT_FORMAT, ...delta },
  );
  const sheets = json.sheets.map((sheet) => readSheet(workbook, sheet, (number) => formats[number] ?? DEFAULT_FORMAT));
  const [first] = sheets;
  if (!first) throw new Error("A workbook has at least one worksheet");
  workbook.sheets = sheets;
  workbook.activeSheet = sheets.find((sheet) => sheet.id === json.activeSheet) ?? first;
  workbook.nextId = json.nextId;
  workbook.calculationMode = json.calculationMode;
  workbook.names = json.names.map((entry) => ({
    ...entry,
    scope: sheets.find((sheet) => sheet.id === entry.scope) ?? null,
    isDeleted: false,
  }));
  workbook.settings = new Map(json.settings);
  workbook.documentSettings = new Map(json.documentSettings);
  workbook.customXmlParts = json.customXmlParts;
  workbook.properties = new Map(json.properties);
  workbook.calculator.recalculateAll(false);
  workbook.pendingEvents.length = 0;
  return workbook;
};
