// What a person does in the grid: each function is one undoable step and answers whether Excel allowed it.
import type { Position, Rect } from "./address.ts";
import type { ChangeOrigin, SheetVisibility, Table, Workbook, Worksheet } from "./types.ts";
import type { Clipboard, PasteKind } from "./clipboard.ts";
import type { EntryOutcome } from "./entry.ts";
import type { FilterCriteria, SortField } from "./rules.ts";
import type { FormatPatch } from "./format.ts";
import type { Outcome } from "./outcome.ts";
import { clearArea } from "./clear.ts";
import { fillArea, pasteClipboard, pasteText as pasteTextInto } from "./clipboard.ts";
import { enterInto } from "./entry.ts";
import { applyFormat, setColumnProps, setRowProps } from "./formatting.ts";
import { done } from "./outcome.ts";
import * as protection from "./protection.ts";
import * as sheets from "./sheet.ts";
import { deleteCells, insertCells } from "./structure.ts";
import type { Axis } from "./shift.ts";
import { createTable, deleteTable, resizeTable } from "./table.ts";
import { clearTableFilters, setTableFilter } from "./filter.ts";
import { sortTable } from "./sort.ts";
import { transact } from "./workbook.ts";

const step =
  <T, A extends readonly unknown[], R>(
    label: string,
    workbookOf: (of: T) => Workbook,
    work: (of: T, ...rest: A) => R,
  ) =>
  (of: T, ...rest: A): R =>
    transact(workbookOf(of), { origin: "user", label }, () => work(of, ...rest));

const ofSheet = (sheet: Worksheet): Workbook => sheet.workbook;
const ofTable = (table: Table): Workbook => table.sheet.workbook;

export interface EnterOptions {
  /** "remote" = another author of the same file typed it. */
  readonly origin?: ChangeOrigin;
  /** The person answered "Yes" to a Warning or "OK" to an Information alert. */
  readonly confirmed?: boolean;
}

/**
 * Types `text` into a cell as a person does: reads numbers, percentages, dates, formulas and the leading apostrophe,
 * checks protection and data validation, lets tables grow.
 */
export const enterText = (sheet: Worksheet, cell: Position, text: string, options: EnterOptions = {}): EntryOutcome =>
  transact(sheet.workbook, { origin: options.origin ?? "user", label: "Typing" }, () =>
    enterInto(sheet, cell, text, options.confirmed === true),
  );

/** Delete key: contents go, formats stay. */
export const clearContents = (sheet: Worksheet, areas: readonly Rect[]): Outcome<undefined> =>
  transact(sheet.workbook, { origin: "user", label: "Clear" }, () => {
    for (const area of areas) {
      const allowed = clearArea(sheet, area, "Contents");
      if (!allowed.ok) return allowed;
    }
    return done(undefined);
  });

/** Pastes a copied or cut block at the top left of `target`, tiling it when the target is a multiple of its size. */
export const paste = step(
  "Paste",
  ofSheet,
  (sheet: Worksheet, target: Rect, clip: Clipboard, kind: PasteKind = "All") =>
    pasteClipboard(sheet, target, clip, kind),
);

/** Pastes tab-separated text from outside; every piece is read as if typed, validation is not asked. */
export const pasteText = step("Paste", ofSheet, (sheet: Worksheet, target: Rect, text: string) =>
  pasteTextInto(sheet, target, text),
);

/** Drags the fill handle: `target` contains `source` and extends it in one direction. */
export const fill = step("Fill", ofSheet, (sheet: Worksheet, source: Rect, target: Rect) =>
  fillArea(sheet, source, target, "FillDefault"),
);

export const insert = step("Insert", ofSheet, (sheet: Worksheet, area: Rect, axis: Axis) =>
  insertCells(sheet, area, axis),
);

export const remove = step("Delete", ofSheet, (sheet: Worksheet, area: Rect, axis: Axis) =>
  deleteCells(sheet, area, axis),
);

export const formatCells = step("Format", ofSheet, (sheet: Worksheet, areas: readonly Rect[], patch: FormatPatch) => {
  for (const area of areas) {
    const allowed = applyFormat(sheet, area, patch);
    if (!allowed.ok) return allowed;
  }
  return done(undefined);
});

/** Width in points; undefined = back to the default. */
export const setColumnWidth = step(
  "Column Width",
  ofSheet,
  (sheet: Worksheet, column: number, columns: number, width?: number) =>
    setColumnProps(sheet, column, columns, { width }),
);

export const setRowHeight = step(
  "Row Height",
  ofSheet,
  (sheet: Worksheet, row: number, rows: number, height?: number) => setRowProps(sheet, row, rows, { height }),
);

export const hideColumns = step("Hide", ofSheet, (sheet: Worksheet, column: number, columns: number, hidden: boolean) =>
  setColumnProps(sheet, column, columns, { hidden }),
);

export const hideRows = step("Hide", ofSheet, (sheet: Worksheet, row: number, rows: number, hidden: boolean) =>
  setRowProps(sheet, row, rows, { hidden }),
);

/** Moves the selection and shows the sheet; not an undoable step. */
export const selectAreas = step("Select", ofSheet, (sheet: Worksheet, areas: readonly Rect[], active?: Position) =>
  sheets.select(sheet, areas, active),
);

export const activate = step("Activate", ofSheet, (sheet: Worksheet) => sheets.activateSheet(sheet));

export const addWorksheet = step(
  "Insert Sheet",
  (workbook: Workbook) => workbook,
  (workbook: Workbook, name?: string) => sheets.addSheet(workbook, name),
);

export const renameWorksheet = step("Rename Sheet", ofSheet, (sheet: Worksheet, name: string) =>
  sheets.renameSheet(sheet, name),
);

export const deleteWorksheet = step("Delete Sheet", ofSheet, (sheet: Worksheet) => sheets.deleteSheet(sheet));

export const moveWorksheet = step("Move Sheet", ofSheet, (sheet: Worksheet, position: number) =>
  sheets.moveSheet(sheet, position),
);

export const setWorksheetVisibility = step("Hide Sheet", ofSheet, (sheet: Worksheet, visibility: SheetVisibility) =>
  sheets.setSheetVisibility(sheet, visibility),
);

export const addTable = step("Insert Table", ofSheet, (sheet: Worksheet, area: Rect, hasHeaders: boolean) =>
  createTable(sheet, area, hasHeaders),
);

export const removeTable = step("Delete Table", ofTable, (table: Table) => deleteTable(table));

export const resize = step("Resize Table", ofTable, (table: Table, area: Rect) => resizeTable(table, area));

/** null takes the column's filter away. */
export const filterTable = step("Filter", ofTable, (table: Table, columnId: number, criteria: FilterCriteria | null) =>
  setTableFilter(table, columnId, criteria),
);

export const clearFilters = step("Clear Filter", ofTable, (table: Table) => clearTableFilters(table));

export const sort = step("Sort", ofTable, (table: Table, fields: readonly SortField[]) => sortTable(table, fields));

export const protectSheet = step("Protect Sheet", ofSheet, (sheet: Worksheet, password?: string) =>
  protection.protect(sheet, {}, password),
);

export const unprotectSheet = step("Unprotect Sheet", ofSheet, (sheet: Worksheet, password?: string) =>
  protection.unprotect(sheet, password),
);

/** Recalculates everything, custom functions included (Ctrl+Alt+F9). */
export const recalculate = step(
  "Calculate",
  (workbook: Workbook) => workbook,
  (workbook: Workbook) => workbook.calculator.recalculateAll(true),
);
