import type { Rect } from "./address.ts";
import { containsCell, intersects, isInsideSheet, rect } from "./address.ts";
import { renameTable as renameInFormula } from "../calc/rewrite.ts";
import { cellAt, isEmptyCell, storeCell } from "./cells.ts";
import { displayText } from "./display.ts";
import { emit, emitChanged, eventOrigin } from "./emit.ts";
import { isDefinedNameText } from "./name-rules.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardUnprotected } from "./protection.ts";
import { rewriteFormulas } from "./references.ts";
import { insertCells } from "./structure.ts";
import { bodyOf, uniqueNames } from "./table-parts.ts";
import type { Table, Workbook, Worksheet } from "./types.ts";

export const tablesOf = (workbook: Workbook): readonly Table[] => workbook.sheets.flatMap((sheet) => sheet.tables);

export const tableAt = (sheet: Worksheet, row: number, column: number): Table | undefined =>
  sheet.tables.find((table) => containsCell(table.range, row, column));

export const findTable = (workbook: Workbook, nameOrId: string): Table | undefined =>
  tablesOf(workbook).find((table) => table.id === nameOrId || table.name.toLowerCase() === nameOrId.toLowerCase());

const freeName = (workbook: Workbook): string => {
  const taken = new Set(tablesOf(workbook).map((table) => table.name.toLowerCase()));
  let number = 1;
  while (taken.has(`table${number}`)) number += 1;
  return `Table${number}`;
};

const tableId = (workbook: Workbook): string => {
  const number = workbook.nextId;
  workbook.nextId += 1;
  return `{${String(number).padStart(8, "0")}-0000-4000-8000-000000000000}`;
};

/** Header texts: what stands there, made unique; "Column1" and so on where nothing does. */
const headerNames = (sheet: Worksheet, header: Rect, hasHeaders: boolean): readonly string[] =>
  uniqueNames(
    Array.from({ length: header.columns }, (_, i) => {
      const text = hasHeaders ? displayText(sheet, header.row, header.column + i) : "";
      return text === "" ? `Column${i + 1}` : text;
    }),
  );

/** Header cells hold text: numbers and formulas turn into what they show. */
const writeHeader = (sheet: Worksheet, header: Rect, names: readonly string[]): void => {
  for (const [i, value] of names.entries()) {
    const cell = cellAt(sheet, header.row, header.column + i);
    storeCell(sheet, header.row, header.column + i, { ...cell, value, formula: null });
  }
};

const isBlankRow = (sheet: Worksheet, row: Rect): boolean =>
  sheet.cells.within(row).every(({ cell }) => isEmptyCell(cell));

const overlaps = (sheet: Worksheet, area: Rect, except?: Table): boolean =>
  sheet.tables.some((table) => table !== except && intersects(table.range, area));

const overlapRefusal = () => refused("InvalidArgument", "A table can't overlap another table.");

/** Turns an area into a table. Without headers a header row is inserted above; a lone header row gets an empty row. */
export const createTable = (sheet: Worksheet, area: Rect, hasHeaders: boolean, name?: string): Outcome<Table> => {
  const { workbook } = sheet;
  const allowed = guardUnprotected(sheet);
  if (!allowed.ok) return allowed;
  if (!isInsideSheet(area)) return refused("InvalidArgument", "The range is outside the worksheet.");
  if (overlaps(sheet, area)) return overlapRefusal();
  if (!hasHeaders) {
    const room = insertCells(sheet, rect(area.row, area.column, 1, area.columns), "rows");
    if (!room.ok) return room;
  }
  const header = rect(area.row, area.column, 1, area.columns);
  const range = rect(area.row, area.column, Math.max(2, area.rows + (hasHeaders ? 0 : 1)), area.columns);
  if (overlaps(sheet, range)) return overlapRefusal();
  const names = headerNames(sheet, header, hasHeaders);
  writeHeader(sheet, header, names);
  const table: Table = {
    id: tableId(workbook),
    sheet,
    name: name ?? freeName(workbook),
    range,
    columns: names.map((column, i) => ({ id: i + 1, name: column })),
    nextColumnId: names.length + 1,
    showHeaders: true,
    showTotals: false,
    style: "TableStyleMedium2",
    showBandedRows: true,
    showBandedColumns: false,
    showFilterButton: true,
    highlightFirstColumn: false,
    highlightLastColumn: false,
    isBlank: range.rows === 2 && isBlankRow(sheet, rect(range.row + 1, range.column, 1, range.columns)),
    filters: new Map(),
    sortFields: [],
    isDeleted: false,
  };
  workbook.journal.set(sheet, "tables", [...sheet.tables, table]);
  workbook.calculator.invalidate();
  emit(workbook, {
    type: "tableAdded",
    ...eventOrigin(workbook),
    sheetId: sheet.id,
    tableId: table.id,
    tableName: table.name,
  });
  return done(table);
};

const detach = (table: Table): void => {
  const { sheet } = table;
  const { journal } = sheet.workbook;
  journal.set(table, "isDeleted", true);
  journal.set(
    sheet,
    "tables",
    sheet.tables.filter((other) => other !== table),
  );
  sheet.workbook.calculator.invalidate();
};

/** Deletes a table with its content. */
export const deleteTable = (table: Table): Outcome<undefined> => {
  const { sheet } = table;
  const allowed = guardUnprotected(sheet);
  if (!allowed.ok) return allowed;
  for (const { row, column } of sheet.cells.within(table.range)) storeCell(sheet, row, column, undefined);
  detach(table);
  const origin = eventOrigin(sheet.workbook);
  emit(sheet.workbook, {
    type: "tableDeleted",
    ...origin,
    sheetId: sheet.id,
    tableId: table.id,
    tableName: table.name,
  });
  emitChanged(sheet, table.range);
  return done(undefined);
};

/** Leaves the cells and takes the table away. */
export const convertToRange = (table: Table): Outcome<Rect> => {
  const allowed = guardUnprotected(table.sheet);
  if (!allowed.ok) return allowed;
  detach(table);
  return done(table.range);
};

export const renameTable = (table: Table, name: string): Outcome<undefined> => {
  const { workbook } = table.sheet;
  if (!isDefinedNameText(name)) return refused("InvalidArgument", "The table name is not valid.");
  const lower = name.toLowerCase();
  const isTaken =
    tablesOf(workbook).some((other) => other !== table && other.name.toLowerCase() === lower) ||
    workbook.names.some((entry) => entry.name.toLowerCase() === lower);
  if (isTaken) return refused("InvalidArgument", "A table or name with this name already exists.");
  const before = table.name;
  workbook.journal.set(table, "name", name);
  rewriteFormulas(workbook, () => (formula) => renameInFormula(formula, before, name));
  workbook.calculator.invalidate();
  return done(undefined);
};

/** Columns after a resize: kept by position, new ones named by their header cells. */
const resizedColumns = (table: Table, area: Rect): void => {
  const { sheet } = table;
  const { journal } = sheet.workbook;
  const names = headerNames(sheet, rect(area.row, area.column, 1, area.columns), table.showHeaders);
  const offset = area.column - table.range.column;
  let next = table.nextColumnId;
  const columns = names.map((name, i) => {
    const known = table.columns[i + offset];
    if (known) return { id: known.id, name: table.showHeaders ? name : known.name };
    next += 1;
    return { id: next - 1, name };
  });
  journal.set(table, "nextColumnId", next);
  journal.set(table, "columns", columns);
  if (table.showHeaders)
    writeHeader(
      sheet,
      rect(area.row, area.column, 1, area.columns),
      columns.map((c) => c.name),
    );
};

/** Gives a table another extent. The header row must stay in its row and the areas must overlap. */
export const resizeTable = (table: Table, area: Rect): Outcome<undefined> => {
  const { sheet } = table;
  const allowed = guardUnprotected(sheet);
  if (!allowed.ok) return allowed;
  const least = (table.showHeaders ? 2 : 1) + (table.showTotals ? 1 : 0);
  const isValid =
    isInsideSheet(area) && area.row === table.range.row && intersects(area, table.range) && area.rows >= least;
  if (!isValid)
    return refused("InvalidArgument", "The range isn't valid for this table: the headers must stay in the same row.");
  if (overlaps(sheet, area, table)) return overlapRefusal();
  resizedColumns(table, area);
  sheet.workbook.journal.set(table, "range", area);
  const body = bodyOf(table);
  sheet.workbook.journal.set(table, "isBlank", body.rows === 1 && isBlankRow(sheet, body));
  sheet.workbook.calculator.invalidate();
  return done(undefined);
};
