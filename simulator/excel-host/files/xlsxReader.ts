import ExcelJS from "exceljs";
import {
  addWorksheet,
  createWorkbook,
  DEFAULT_FORMAT,
  parseAddress,
  renameWorksheet,
  transact,
  type Cell,
  type Rect,
  type Scalar,
  type Workbook,
  type Worksheet,
} from "../model/index.ts";
import { createTable } from "../model/table.ts";
import { errorCodeOf } from "../model/value.ts";
import { readConditionalFormats, readValidations } from "./xlsxRuleReader.ts";
import { fromFileFormula } from "./xlsxFormula.ts";
import { formatOf } from "./xlsxStyleReader.ts";

/** Days from 1899-12-30, which Excel counts from, to 1970-01-01. */
const UNIX_EPOCH = 25_569;
const DAY = 86_400_000;

const serialOf = (date: Date): number => date.getTime() / DAY + UNIX_EPOCH;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const richText = (value: Readonly<Record<string, unknown>>): string | undefined =>
  Array.isArray(value["richText"])
    ? value["richText"].map((part: unknown) => (isObject(part) ? textOf(part["text"]) : "")).join("")
    : undefined;

/** exceljs wraps what is not a plain value: dates, rich text, links, errors. */
const scalarOf = (value: unknown): Scalar => {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (value instanceof Date) return serialOf(value);
  if (!isObject(value)) return null;
  const text = richText(value);
  if (text !== undefined) return text;
  if (typeof value["error"] === "string") {
    const error = errorCodeOf(value["error"]);
    return error === undefined ? value["error"] : { error };
  }
  return "text" in value ? scalarOf(value["text"]) : null;
};

const linkOf = (value: unknown): Pick<Cell, "hyperlink"> =>
  isObject(value) && typeof value["hyperlink"] === "string" ? { hyperlink: { address: value["hyperlink"] } } : {};

const cellOf = (source: ExcelJS.Cell): Cell => {
  const format = formatOf(source.style);
  if (source.type === ExcelJS.ValueType.Merge) return { value: null, formula: null, format };
  if (typeof source.formula === "string" && source.formula !== "")
    return { value: scalarOf(source.result), formula: fromFileFormula(source.formula), format };
  return { value: scalarOf(source.value), formula: null, format, ...linkOf(source.value) };
};

const readCells = (target: Worksheet, source: ExcelJS.Worksheet): void => {
  source.eachRow({ includeEmpty: false }, (row) => {
    row.eachCell({ includeEmpty: true }, (cell) => {
      const read = cellOf(cell);
      if (read.value === null && read.formula === null && read.format === DEFAULT_FORMAT) return;
      target.cells.set(cell.fullAddress.row - 1, cell.fullAddress.col - 1, read);
    });
  });
};

/** ECMA-376 part 1, 18.3.1.13; the reverse of what the writer does. */
const charactersToPoints = (characters: number): number => ((characters * 7 + 5) * 3) / 4;

const readSizes = (target: Worksheet, source: ExcelJS.Worksheet): void => {
  const columns = new Map<number, { width?: number; hidden?: boolean }>();
  for (let number = 1; number <= source.columnCount; number += 1) {
    const { width, hidden } = source.getColumn(number);
    if (width === undefined && !hidden) continue;
    columns.set(number - 1, {
      ...(width === undefined ? {} : { width: charactersToPoints(width) }),
      ...(hidden ? { hidden } : {}),
    });
  }
  const rows = new Map<number, { height?: number; hidden?: boolean }>();
  source.eachRow({ includeEmpty: false }, ({ number, height, hidden }) => {
    // exceljs gives no height for rows of the default height, whatever its declarations say.
    const points = height as number | undefined;
    if (points === undefined && !hidden) return;
    rows.set(number - 1, { ...(points === undefined ? {} : { height: points }), ...(hidden ? { hidden } : {}) });
  });
  target.columns = columns;
  target.rows = rows;
};

/** What exceljs keeps of a table; its declarations describe only tables that are being written. */
interface FileTable {
  readonly name: string;
  readonly tableRef: string;
  readonly headerRow?: boolean;
  readonly totalsRow?: boolean;
  readonly style?: {
    readonly theme?: string | null;
    readonly showRowStripes?: boolean;
    readonly showColumnStripes?: boolean;
    readonly showFirstColumn?: boolean;
    readonly showLastColumn?: boolean;
  };
}

const fileTables = (source: ExcelJS.Worksheet): readonly FileTable[] => {
  const { tables } = source.model as unknown as { readonly tables?: readonly FileTable[] };
  return tables ?? [];
};

const areaOf = (reference: string): Rect | undefined => parseAddress(reference.replaceAll("$", ""))?.area;

const readTable = (target: Worksheet, file: FileTable): void => {
  const area = areaOf(file.tableRef);
  if (area === undefined) return;
  const made = createTable(target, area, true, file.name);
  if (!made.ok) return;
  const { style = {} } = file;
  Object.assign(made.value, {
    style: style.theme ?? "",
    showTotals: file.totalsRow === true,
    showBandedRows: style.showRowStripes === true,
    showBandedColumns: style.showColumnStripes === true,
    highlightFirstColumn: style.showFirstColumn === true,
    highlightLastColumn: style.showLastColumn === true,
  });
};

const STATES = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

const readView = (target: Worksheet, source: ExcelJS.Worksheet): void => {
  const [view] = source.views;
  target.visibility = STATES[source.state];
  target.showGridlines = view?.showGridLines !== false;
  if (view?.state === "frozen") target.frozen = { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 };
  const color = source.properties.tabColor?.argb;
  if (color !== undefined) target.tabColor = `#${color.slice(-6).toUpperCase()}`;
};

const readSheet = (target: Worksheet, source: ExcelJS.Worksheet): void => {
  readCells(target, source);
  readSizes(target, source);
  readView(target, source);
  for (const table of fileTables(source)) readTable(target, table);
  target.merged = source.model.merges.flatMap((reference) => areaOf(reference) ?? []);
  readValidations(target, source);
  readConditionalFormats(target, source);
};

export type ReadOutcome =
  { readonly type: "Read"; readonly workbook: Workbook } | { readonly type: "NotAWorkbook"; readonly reason: string };

const load = async (bytes: Uint8Array): Promise<ExcelJS.Workbook | string> => {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.slice().buffer);
    return book;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const sheetFor = (workbook: Workbook, index: number, name: string): Worksheet | undefined => {
  const [first] = workbook.sheets;
  if (index === 0 && first !== undefined) return renameWorksheet(first, name).ok ? first : undefined;
  const added = addWorksheet(workbook, name);
  return added.ok ? added.value : undefined;
};

/** Reads an xlsx file into a new workbook. Formulas keep the results that the file brings until they are worked out. */
export const readXlsx = async (bytes: Uint8Array, name: string): Promise<ReadOutcome> => {
  const book = await load(bytes);
  if (typeof book === "string") return { type: "NotAWorkbook", reason: book };
  if (book.worksheets.length === 0) return { type: "NotAWorkbook", reason: "It holds no worksheet." };
  const workbook = createWorkbook({ name });
  transact(workbook, { origin: "user", label: "Open" }, () => {
    for (const [index, source] of book.worksheets.entries()) {
      const target = sheetFor(workbook, index, source.name);
      if (target === undefined) continue;
      readSheet(target, source);
    }
  });
  const active = workbook.sheets.find(({ visibility }) => visibility === "Visible");
  if (active !== undefined) workbook.activeSheet = active;
  return { type: "Read", workbook };
};
