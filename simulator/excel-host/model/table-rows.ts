import type { Rect } from "./address.ts";
import { lastRow, rect } from "./address.ts";
import { cellAt, storeCell } from "./cells.ts";
import { emitChanged } from "./emit.ts";
import { growRows, setColumnName } from "./growth.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { guardUnprotected } from "./protection.ts";
import { deleteCells, insertCells, isFree, isFreeBelow } from "./structure.ts";
import { bodyOf, rowCountOf, totalsOf, uniqueColumnName } from "./table-parts.ts";
import type { Table } from "./types.ts";
import type { Assigned } from "./write.ts";
import { assignValues } from "./write.ts";

const badIndex = () => refused("InvalidArgument", "The index is outside the table.");

/** Makes `count` empty rows at `index` of the body. */
const makeRows = (table: Table, index: number, count: number): Outcome<Rect> => {
  const { sheet, range } = table;
  const body = bodyOf(table);
  const target = rect(body.row + index, range.column, count, range.columns);
  const isAtEnd = index === rowCountOf(table);
  if (!isAtEnd || table.showTotals) return insertCells(sheet, target, "rows", { changeType: "RowInserted" });
  if (!isFreeBelow(sheet, range, count)) {
    const room = insertCells(sheet, target, "rows", { changeType: "RowInserted" });
    if (!room.ok) return room;
  } else emitChanged(sheet, target, { changeType: "RowInserted" });
  growRows(table, count, target);
  return done(target);
};

/** A totals row keeps a table from growing at its end: the insert is above it, so the range must be widened by hand. */
const addAboveTotals = (table: Table, count: number): Outcome<Rect> => {
  const totals = totalsOf(table);
  if (!totals) return badIndex();
  return insertCells(table.sheet, rect(totals.row, totals.column, count, totals.columns), "rows", {
    changeType: "RowInserted",
  });
};

/** Index to add at among `count` items; undefined when it is outside. */
const addIndex = (index: number | null, count: number): number | undefined => {
  const at = index === null || index === -1 ? count : index;
  return Number.isInteger(at) && at >= 0 && at <= count ? at : undefined;
};

/** Makes room for new rows; the placeholder of a blank table is used up first. */
const makeRoom = (table: Table, at: number, wanted: number): Outcome<unknown> => {
  const { isBlank, showTotals, sheet } = table;
  const isAtTotals = showTotals && at === rowCountOf(table);
  const extra = wanted - (isBlank ? 1 : 0);
  if (isBlank) sheet.workbook.journal.set(table, "isBlank", false);
  if (extra <= 0) return done(undefined);
  return isAtTotals ? addAboveTotals(table, extra) : makeRows(table, isBlank ? 1 : at, extra);
};

/** Adds rows with values; `index` null or -1 adds at the end. Answers the index of the first new row. */
export const addTableRows = (
  table: Table,
  index: number | null,
  rows: readonly (readonly Assigned[])[],
): Outcome<number> => {
  const allowed = guardUnprotected(table.sheet);
  if (!allowed.ok) return allowed;
  const at = addIndex(index, rowCountOf(table));
  if (at === undefined) return badIndex();
  if (rows.some((row) => row.length !== table.range.columns)) {
    return refused("InvalidArgument", "The number of columns in the input array doesn't match the table.");
  }
  const room = makeRoom(table, at, rows.length);
  if (!room.ok) return room;
  const body = bodyOf(table);
  const target = rect(body.row + at, body.column, rows.length, body.columns);
  const written = assignValues(table.sheet, target, (row, column) => rows[row]?.[column] ?? null);
  return written.ok ? done(at) : written;
};

/** Deletes body rows; the last one leaves an empty row behind. */
export const deleteTableRows = (table: Table, index: number, count: number): Outcome<undefined> => {
  const allowed = guardUnprotected(table.sheet);
  if (!allowed.ok) return allowed;
  if (index < 0 || count < 1 || index + count > rowCountOf(table)) return badIndex();
  const body = bodyOf(table);
  const block = rect(body.row + index, body.column, count, body.columns);
  const deleted = deleteCells(table.sheet, block, "rows", { changeType: "RowDeleted" });
  return deleted.ok ? done(undefined) : deleted;
};

/** Room for a column; at the end free cells are taken as they are. */
const makeColumn = (table: Table, at: number): Outcome<unknown> => {
  const { sheet, range, columns } = table;
  const block = rect(range.row, range.column + at, range.rows, 1);
  const isAtEnd = at === columns.length;
  if (isAtEnd && isFree(sheet, block)) emitChanged(sheet, block, { changeType: "ColumnInserted" });
  else {
    const room = insertCells(sheet, block, "columns", { changeType: "ColumnInserted" });
    if (!room.ok) return room;
  }
  if (isAtEnd || at === 0) joinColumn(table, at, range);
  return done(undefined);
};

/** Adds a column; `index` null or -1 adds on the right. `values` cover the whole column, header first. */
export const addTableColumn = (
  table: Table,
  index: number | null,
  values: readonly Assigned[] | undefined,
  name: string | undefined,
): Outcome<number> => {
  const { sheet } = table;
  const allowed = guardUnprotected(sheet);
  if (!allowed.ok) return allowed;
  const at = addIndex(index, table.columns.length);
  if (at === undefined) return badIndex();
  if (values && values.length !== table.range.rows) {
    return refused("InvalidArgument", "The number of rows in the input array doesn't match the table.");
  }
  const room = makeColumn(table, at);
  if (!room.ok) return room;
  const { row, column, rows } = table.range;
  const written = values ? assignValues(sheet, rect(row, column + at, rows, 1), (i) => values[i] ?? null) : room;
  if (!written.ok) return written;
  if (name !== undefined) setColumnName(table, at, name);
  return done(at);
};

const joinColumn = (table: Table, at: number, before: Rect): void => {
  const { journal } = table.sheet.workbook;
  const name = uniqueColumnName(table.columns, `Column${table.columns.length + 1}`);
  journal.set(table, "range", rect(before.row, before.column, before.rows, before.columns + 1));
  journal.set(table, "columns", table.columns.toSpliced(at, 0, { id: table.nextColumnId, name }));
  journal.set(table, "nextColumnId", table.nextColumnId + 1);
  setColumnName(table, at, name);
  table.sheet.workbook.calculator.invalidate();
};

export const deleteTableColumn = (table: Table, columnId: number): Outcome<undefined> => {
  const allowed = guardUnprotected(table.sheet);
  if (!allowed.ok) return allowed;
  const at = table.columns.findIndex((column) => column.id === columnId);
  if (at === -1) return refused("ItemNotFound", "The requested resource doesn't exist.");
  if (table.columns.length === 1) return refused("InvalidOperation", "The last column of a table can't be deleted.");
  const { range } = table;
  const block = rect(range.row, range.column + at, range.rows, 1);
  const deleted = deleteCells(table.sheet, block, "columns", { changeType: "ColumnDeleted" });
  return deleted.ok ? done(undefined) : deleted;
};

/** Shows or hides the totals row; cells below move. */
export const setShowTotals = (table: Table, show: boolean): Outcome<undefined> => {
  const { sheet, range } = table;
  const { journal } = sheet.workbook;
  if (show === table.showTotals) return done(undefined);
  if (!show) {
    journal.set(table, "showTotals", false);
    const removed = deleteCells(sheet, rect(lastRow(range), range.column, 1, range.columns), "rows");
    return removed.ok ? done(undefined) : removed;
  }
  const row = rect(lastRow(range) + 1, range.column, 1, range.columns);
  if (!isFreeBelow(sheet, range, 1)) {
    const room = insertCells(sheet, row, "rows");
    if (!room.ok) return room;
  }
  journal.set(table, "range", rect(range.row, range.column, range.rows + 1, range.columns));
  journal.set(table, "showTotals", true);
  const cell = cellAt(sheet, row.row, row.column);
  storeCell(sheet, row.row, row.column, { ...cell, value: "Total", formula: null });
  sheet.workbook.calculator.invalidate();
  return done(undefined);
};

/** Shows or hides the header row; the row itself stays in the sheet, empty while hidden. */
export const setShowHeaders = (table: Table, show: boolean): Outcome<undefined> => {
  const { sheet, range } = table;
  const { journal } = sheet.workbook;
  if (show === table.showHeaders) return done(undefined);
  if (!show) {
    for (let i = 0; i < range.columns; i += 1) storeCell(sheet, range.row, range.column + i, undefined);
    journal.set(table, "range", rect(range.row + 1, range.column, range.rows - 1, range.columns));
    journal.set(table, "showHeaders", false);
  } else {
    const above = range.row - 1;
    const isFree = above >= 0 && sheet.cells.within(rect(above, range.column, 1, range.columns)).length === 0;
    if (!isFree) return refused("InvalidOperation", "There is no room for the header row above the table.");
    journal.set(table, "range", rect(above, range.column, range.rows + 1, range.columns));
    journal.set(table, "showHeaders", true);
    for (const [i, { name }] of table.columns.entries()) setColumnName(table, i, name);
  }
  sheet.workbook.calculator.invalidate();
  return done(undefined);
};
