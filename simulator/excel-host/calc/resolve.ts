// From names, structured references and addresses to areas of cells.
import { intersection, lastColumn, lastRow, rect } from "../model/address.ts";
import type { DefinedName, Table, Workbook, Worksheet } from "../model/types.ts";
import type { StructuredReference, TablePart } from "./ast.ts";
import type { Reference } from "./operand.ts";

export interface Home {
  readonly workbook: Workbook;
  readonly sheet: Worksheet;
  readonly row: number;
  readonly column: number;
}

export const sheetNamed = (workbook: Workbook, name: string): Worksheet | undefined =>
  workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

export const tableNamed = (workbook: Workbook, name: string): Table | undefined => {
  for (const sheet of workbook.sheets) {
    const found = sheet.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
    if (found) return found;
  }
  return undefined;
};

/** A name seen from a sheet: the sheet's own before the workbook's. */
export const definedName = (workbook: Workbook, name: string, sheet: Worksheet): DefinedName | undefined => {
  const lower = name.toLowerCase();
  const named = workbook.names.filter((entry) => entry.name.toLowerCase() === lower);
  return named.find((entry) => entry.scope === sheet) ?? named.find((entry) => entry.scope === null);
};

const tableAround = ({ sheet, row, column }: Home): Table | undefined =>
  sheet.tables.find((table) => intersection(table.range, rect(row, column)));

const rowsOf = (table: Table, part: TablePart, row: number): readonly [number, number] | undefined => {
  const { range, showHeaders, showTotals } = table;
  const first = range.row + (showHeaders ? 1 : 0);
  const last = lastRow(range) - (showTotals ? 1 : 0);
  switch (part) {
    case "All":
      return [range.row, lastRow(range)];
    case "Data":
      return [first, last];
    case "Headers":
      return showHeaders ? [range.row, range.row] : undefined;
    case "Totals":
      return showTotals ? [lastRow(range), lastRow(range)] : undefined;
    case "This Row":
      return row >= first && row <= last ? [row, row] : undefined;
  }
};

const columnSpan = (
  table: Table,
  columns: readonly [string, string] | undefined,
): readonly [number, number] | undefined => {
  if (!columns) return [table.range.column, lastColumn(table.range)];
  const at = columns.map((name) => table.columns.findIndex((c) => c.name.toLowerCase() === name.toLowerCase()));
  const [first = -1, last = -1] = at;
  if (first < 0 || last < 0) return undefined;
  return [table.range.column + Math.min(first, last), table.range.column + Math.max(first, last)];
};

/** Area of a structured reference, or undefined (#REF!) when table, column or part is missing. */
export const resolveStructured = (reference: StructuredReference, home: Home): Reference | undefined => {
  const table = reference.table === undefined ? tableAround(home) : tableNamed(home.workbook, reference.table);
  if (!table) return undefined;
  const parts = reference.parts.length > 0 ? reference.parts : (["Data"] as const);
  const rows = parts.map((part) => rowsOf(table, part, home.row)).filter((span) => span !== undefined);
  const columns = columnSpan(table, reference.columns);
  if (rows.length === 0 || !columns) return undefined;
  const first = Math.min(...rows.map(([from]) => from));
  const last = Math.max(...rows.map(([, to]) => to));
  return { sheet: table.sheet, area: rect(first, columns[0], last - first + 1, columns[1] - columns[0] + 1) };
};
