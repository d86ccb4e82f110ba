/** What people do to the table of OKRs in the simulated Excel, besides typing. Rows count from 0, below the header. */
import {
  copyArea,
  filterTable,
  insert,
  paste,
  rect,
  remove,
  sort,
  undo,
  valueAt,
  type Scalar,
  type Table,
} from "#simulator/excel-host/model/index.ts";
import { SHEET_FIELDS, type SheetField } from "#shared/domain/sheet/fields.ts";

const allowed = (outcome: { readonly ok: boolean }): void => {
  if (!outcome.ok) throw new Error(`Excel refused: ${JSON.stringify(outcome)}`);
};

const named = (wanted: string): Table | undefined =>
  simulatedExcel.workbook.sheets.flatMap(({ tables }) => [...tables]).find(({ name }) => name === wanted);

/** The table as it is now. */
export const okrTable = (): Table => {
  const table = named("Drumbeat_OKRs") ?? named("OKRs");
  if (!table) throw new Error("There is no table of OKRs");
  return table;
};

export const rowCount = (): number => okrTable().range.rows - (okrTable().showTotals ? 2 : 1);

const columnOf = (field: SheetField): number => SHEET_FIELDS.indexOf(field);

const areaOf = (row: number, rows = 1) => {
  const { range } = okrTable();
  return rect(range.row + 1 + row, range.column, rows, range.columns);
};

/** What a cell of a new table's columns holds. */
export const heldAt = (row: number, field: SheetField): Scalar => {
  const { sheet, range } = okrTable();
  return valueAt(sheet, range.row + 1 + row, range.column + columnOf(field));
};

export const rowOfKey = (id: string): number => {
  for (let row = 0; row < rowCount(); row += 1) if (heldAt(row, "key") === id) return row;
  return -1;
};

export const sortBy = (field: SheetField, ascending = true): void =>
  allowed(sort(okrTable(), [{ key: columnOf(field), ascending }]));

/** Shows only rows whose cell says one of these; none shows all again. */
export const filterBy = (field: SheetField, values: readonly string[]): void => {
  const table = okrTable();
  const column = table.columns[columnOf(field)];
  if (!column) throw new Error(`${field} has no column`);
  allowed(filterTable(table, column.id, values.length === 0 ? null : { filterOn: "Values", values }));
};

/** An empty row in front of this one. */
export const insertRow = (row: number): void => allowed(insert(okrTable().sheet, areaOf(row), "rows"));

export const deleteRow = (row: number): void => allowed(remove(okrTable().sheet, areaOf(row), "rows"));

/** Copies rows over others, or below the table. */
export const copyRows = (from: number, rows: number, to: number): void => {
  const { sheet } = okrTable();
  allowed(paste(sheet, areaOf(to), copyArea(sheet, areaOf(from, rows))));
};

/** Cuts a row and pastes it somewhere else: what it leaves behind is an empty row. */
export const cutRow = (from: number, to: number): void => {
  const { sheet } = okrTable();
  allowed(paste(sheet, areaOf(to), copyArea(sheet, areaOf(from), true)));
};

/** Ctrl+Z. */
export const pressUndo = (): boolean => undo(simulatedExcel.workbook);

/** A workbook without our table and what we remember in it, for the next test. */
export const emptyWorkbook = (): Promise<void> =>
  Excel.run(async (context) => {
    const { tables, worksheets, customXmlParts } = context.workbook;
    tables.load("items/name");
    worksheets.load("items/name");
    customXmlParts.load("items/id");
    await context.sync();
    for (const part of customXmlParts.items) part.delete();
    for (const table of tables.items) {
      table.clearFilters();
      table.delete();
    }
    for (const sheet of worksheets.items) sheet.getRange().clear();
    await context.sync();
  });
