// What tables do by themselves after cells were written: new names, new rows, new columns.
import type { Rect } from "./address.ts";
import { boundingRect, containsCell, intersection, intersects, lastColumn, lastRow, rect } from "./address.ts";
import { copyFormula, renameColumn } from "../calc/rewrite.ts";
import { escapeColumnName } from "../calc/structured.ts";
import { cellAt, isEmptyCell, storeCell } from "./cells.ts";
import { displayText } from "./display.ts";
import { rewriteFormulas } from "./references.ts";
import { bodyOf, headerOf, uniqueColumnName } from "./table-parts.ts";
import type { Table, Worksheet } from "./types.ts";

const renameReferences = (table: Table, from: string, to: string): void => {
  const { sheet } = table;
  const name = table.name.toLowerCase();
  rewriteFormulas(sheet.workbook, (home) => (formula) => {
    const isOwn = (text: string): boolean => text.toLowerCase() === name || (text === "" && home === sheet);
    return renameColumn(formula, isOwn, escapeColumnName(from), escapeColumnName(to));
  });
};

/** Renames one column: header cell, structured references and the table itself. */
export const setColumnName = (table: Table, at: number, wanted: string): void => {
  const { sheet, columns } = table;
  const column = columns[at];
  if (!column) return;
  const others = columns.filter((other) => other !== column);
  const name = uniqueColumnName(others, wanted === "" ? `Column${at + 1}` : wanted);
  const header = headerOf(table);
  if (header) {
    const cell = cellAt(sheet, header.row, header.column + at);
    if (cell.value !== name || cell.formula !== null) {
      storeCell(sheet, header.row, header.column + at, { ...cell, value: name, formula: null });
    }
  }
  if (name === column.name) return;
  sheet.workbook.journal.set(table, "columns", columns.with(at, { ...column, name }));
  renameReferences(table, column.name, name);
  sheet.workbook.calculator.invalidate();
};

const syncHeader = (table: Table, area: Rect): void => {
  const header = headerOf(table);
  const written = header && intersection(header, area);
  if (!header || !written) return;
  for (let column = written.column; column <= lastColumn(written); column += 1) {
    setColumnName(table, column - header.column, displayText(table.sheet, header.row, column));
  }
};

const hasContent = (sheet: Worksheet, area: Rect): boolean =>
  sheet.cells.within(area).some(({ cell }) => !isEmptyCell(cell));

/** Number of rows below the table that the written area asks for; 0 when it does not touch the row below. */
const rowsToGrow = (table: Table, area: Rect): number => {
  const { range, sheet } = table;
  const bottom = lastRow(range);
  const touches = area.row <= bottom + 1 && area.row > range.row && lastRow(area) > bottom;
  const sharesColumns = area.column <= lastColumn(range) && lastColumn(area) >= range.column;
  if (table.showTotals || !touches || !sharesColumns) return 0;
  const added = rect(bottom + 1, range.column, lastRow(area) - bottom, range.columns);
  const isBlocked = sheet.tables.some((other) => other !== table && intersects(other.range, added));
  return isBlocked || !hasContent(sheet, intersection(added, area) ?? added) ? 0 : added.rows;
};

const columnsToGrow = (table: Table, area: Rect): number => {
  const { range, sheet } = table;
  const right = lastColumn(range);
  const touches = area.column <= right + 1 && area.column >= range.column && lastColumn(area) > right;
  const isBeside = area.row >= range.row && lastRow(area) <= lastRow(range);
  if (!touches || !isBeside) return 0;
  const added = rect(range.row, right + 1, range.rows, lastColumn(area) - right);
  const isBlocked = sheet.tables.some((other) => other !== table && intersects(other.range, added));
  return isBlocked || !hasContent(sheet, intersection(added, area) ?? added) ? 0 : added.columns;
};

/** A validation or format that covers a column down to its old end covers the new rows too. */
const extendRules = (table: Table, before: Rect, added: Rect): void => {
  const { sheet } = table;
  const grown = (area: Rect): Rect => {
    const isOfTable = area.column >= before.column && lastColumn(area) <= lastColumn(before);
    const isFull = area.row <= before.row && lastRow(area) === lastRow(before);
    return isOfTable && isFull ? rect(area.row, area.column, area.rows + added.rows, area.columns) : area;
  };
  const extend = <T extends { readonly areas: readonly Rect[] }>(entries: readonly T[]): readonly T[] =>
    entries.map((entry) => ({ ...entry, areas: entry.areas.map(grown) }));
  const { journal } = sheet.workbook;
  if (sheet.validations.length > 0) journal.set(sheet, "validations", extend(sheet.validations));
  if (sheet.conditionalFormats.length > 0) journal.set(sheet, "conditionalFormats", extend(sheet.conditionalFormats));
};

/** New rows take formats from the row above, and the formula of a column whose cells all hold the same one. */
const dressRows = (table: Table, before: Rect, added: Rect, written: Rect): void => {
  const { sheet } = table;
  const above = lastRow(before);
  for (let column = added.column; column <= lastColumn(added); column += 1) {
    const model = cellAt(sheet, above, column);
    const first = cellAt(sheet, before.row, column);
    const isCalculated = first.formula !== null && copyFormula(first.formula, above - before.row, 0) === model.formula;
    for (let row = added.row; row <= lastRow(added); row += 1) {
      const cell = cellAt(sheet, row, column);
      const isWritten = containsCell(written, row, column) && !isEmptyCell(cell);
      const formula = isCalculated && !isWritten ? copyFormula(model.formula ?? "", row - above, 0) : cell.formula;
      const isPlain = cell.format === sheet.defaultFormat;
      storeCell(sheet, row, column, {
        ...cell,
        formula,
        format: isPlain ? { ...model.format, quotePrefix: false } : cell.format,
      });
    }
  }
};

/** Extends a table by rows that are already free below it. */
export const growRows = (table: Table, rows: number, written: Rect): void => {
  const { sheet, range } = table;
  const before = bodyOf(table);
  const added = rect(lastRow(range) + 1, range.column, rows, range.columns);
  sheet.workbook.journal.set(table, "range", boundingRect(range, added));
  sheet.workbook.journal.set(table, "isBlank", false);
  extendRules(table, before, added);
  dressRows(table, before, added, written);
  sheet.workbook.calculator.invalidate();
};

/** Extends a table by columns to its right; names come from their header cells. */
const growColumns = (table: Table, count: number): void => {
  const { sheet, range } = table;
  const { journal } = sheet.workbook;
  journal.set(table, "range", rect(range.row, range.column, range.rows, range.columns + count));
  for (let i = 0; i < count; i += 1) {
    const at = range.columns + i;
    journal.set(table, "columns", [...table.columns, { id: table.nextColumnId, name: "" }]);
    journal.set(table, "nextColumnId", table.nextColumnId + 1);
    setColumnName(table, at, table.showHeaders ? displayText(sheet, range.row, range.column + at) : "");
  }
  sheet.workbook.calculator.invalidate();
};

const adjustTable = (table: Table, area: Rect): void => {
  const { sheet } = table;
  syncHeader(table, area);
  const body = bodyOf(table);
  if (table.isBlank && intersects(body, area) && hasContent(sheet, body)) {
    sheet.workbook.journal.set(table, "isBlank", false);
  }
  if (sheet.protection) return;
  const rows = rowsToGrow(table, area);
  if (rows > 0) growRows(table, rows, area);
  const columns = rows > 0 ? 0 : columnsToGrow(table, area);
  if (columns > 0) growColumns(table, columns);
};

/** Lets the tables of a sheet follow a write: headers rename, rows below and columns beside join. */
export const adjustTables = (sheet: Worksheet, area: Rect): void => {
  for (const table of sheet.tables) adjustTable(table, area);
};
