// What inserting and deleting cells means for the tables of a sheet.
import type { Rect } from "./address.ts";
import { containsRect, intersection, intersects, lastColumn, lastRow, rect, sameRect } from "./address.ts";
import { cellAt, storeCell } from "./cells.ts";
import { emit, eventOrigin } from "./emit.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import type { Shift } from "./shift.ts";
import { shiftRect } from "./shift.ts";
import { bodyOf, uniqueColumnName } from "./table-parts.ts";
import type { Table, TableColumn, Worksheet } from "./types.ts";

export interface TablePlan {
  /** Bodies that lose all their rows: one empty row stays. */
  readonly emptied: readonly Rect[];
  readonly blanked: readonly Table[];
  /** The shift that is left to do. */
  readonly shift: Shift | null;
}

const conflict = (): Outcome<TablePlan> =>
  refused(
    "InsertDeleteConflict",
    "This operation is not allowed. The operation is attempting to shift cells in a table on your worksheet.",
  );

/** A table moves as a whole or grows or shrinks by whole rows or columns; anything else would tear it. */
const isTorn = ({ range }: Table, { axis, block }: Shift): boolean => {
  if (axis === "rows") {
    const isBehind = lastRow(range) >= block.row;
    const sharesColumns = range.column <= lastColumn(block) && block.column <= lastColumn(range);
    const isCovered = block.column <= range.column && lastColumn(block) >= lastColumn(range);
    return isBehind && sharesColumns && !isCovered;
  }
  const isBehind = lastColumn(range) >= block.column;
  const sharesRows = range.row <= lastRow(block) && block.row <= lastRow(range);
  const isCovered = block.row <= range.row && lastRow(block) >= lastRow(range);
  return isBehind && sharesRows && !isCovered;
};

const loosesHeader = (table: Table, { kind, axis, block }: Shift): boolean => {
  if (kind === "insert" || axis === "columns" || !table.showHeaders) return false;
  return (
    intersects(block, rect(table.range.row, table.range.column, 1, table.range.columns)) &&
    !containsRect(block, table.range)
  );
};

const loosesAllRows = (table: Table, { kind, axis, block }: Shift): boolean =>
  kind === "delete" && axis === "rows" && !containsRect(block, table.range) && containsRect(block, bodyOf(table));

/** Checks a shift against the tables and says how it must be done. */
export const planTables = (sheet: Worksheet, shift: Shift): Outcome<TablePlan> => {
  if (sheet.tables.some((table) => isTorn(table, shift) || loosesHeader(table, shift))) return conflict();
  const blanked = sheet.tables.filter((table) => loosesAllRows(table, shift));
  const [first] = blanked;
  if (!first) return done({ emptied: [], blanked, shift });
  if (blanked.length > 1 || !sameRect(intersection(shift.block, bodyOf(first)) ?? shift.block, bodyOf(first)))
    return conflict();
  const body = bodyOf(first);
  const emptied = [rect(body.row, body.column, 1, body.columns)];
  const rest = shift.block.row + shift.block.rows - (body.row + 1);
  const block = rect(body.row + 1, shift.block.column, rest, shift.block.columns);
  return done({ emptied, blanked, shift: rest > 0 ? { ...shift, block } : null });
};

const insertedColumns = (table: Table, at: number, count: number): readonly TableColumn[] => {
  let columns = table.columns;
  for (let i = 0; i < count; i += 1) {
    const name = uniqueColumnName(columns, `Column${columns.length + 1}`);
    columns = columns.toSpliced(at + i, 0, { id: table.nextColumnId + i, name });
  }
  return columns;
};

const writeHeaders = (table: Table): void => {
  const { sheet, range } = table;
  if (!table.showHeaders) return;
  for (const [i, { name }] of table.columns.entries()) {
    const cell = cellAt(sheet, range.row, range.column + i);
    if (cell.value !== name) storeCell(sheet, range.row, range.column + i, { ...cell, value: name, formula: null });
  }
};

const shiftColumns = (table: Table, before: Rect, { kind, block }: Shift): void => {
  const { journal } = table.sheet.workbook;
  if (kind === "delete") {
    const kept = table.columns.filter(
      (_, i) => before.column + i < block.column || before.column + i > lastColumn(block),
    );
    journal.set(table, "columns", kept);
    return;
  }
  if (block.column <= before.column || block.column > lastColumn(before)) return;
  journal.set(table, "columns", insertedColumns(table, block.column - before.column, block.columns));
  journal.set(table, "nextColumnId", table.nextColumnId + block.columns);
  writeHeaders(table);
};

const dropTable = (table: Table): void => {
  const { sheet } = table;
  const { journal } = sheet.workbook;
  journal.set(table, "isDeleted", true);
  journal.set(
    sheet,
    "tables",
    sheet.tables.filter((other) => other !== table),
  );
  const origin = eventOrigin(sheet.workbook);
  emit(sheet.workbook, {
    type: "tableDeleted",
    ...origin,
    sheetId: sheet.id,
    tableId: table.id,
    tableName: table.name,
  });
};

/** Moves, grows and shrinks the tables after the cells have moved. */
export const shiftTables = (sheet: Worksheet, shift: Shift): void => {
  for (const table of sheet.tables) {
    const before = table.range;
    const after = shiftRect(before, shift);
    if (!after) dropTable(table);
    else if (after !== before) {
      sheet.workbook.journal.set(table, "range", after);
      if (shift.axis === "columns") shiftColumns(table, before, shift);
      else if (after.rows > before.rows) sheet.workbook.journal.set(table, "isBlank", false);
    }
  }
};
