/**
 * The simulated workbook, free of any framework. Read it through the functions of the first group; change it through
 * the commands, which are undoable steps, or inside `transact`. Views call `subscribe` and compare `workbook.version`.
 */
export type { Position, Rect } from "./address.ts";
export {
  MAX_COLUMNS,
  MAX_ROWS,
  WHOLE_SHEET,
  boundingRect,
  cellAddress,
  columnName,
  containsCell,
  intersection,
  intersects,
  isSingleCell,
  lastColumn,
  lastRow,
  parseAddress,
  rect,
  rectAddress,
} from "./address.ts";
export type { Scalar } from "./value.ts";
export { isCellError, toWire } from "./value.ts";
export type { Border, BorderEdge, CellFormat, FormatPatch } from "./format.ts";
export { DEFAULT_FORMAT } from "./format.ts";
export type { Cell } from "./grid.ts";
export type { ConditionalFormat, ConditionalRule, Validation, ValidationRule } from "./rules.ts";
export type { Selection, Table, Workbook, Worksheet } from "./types.ts";
export type { Outcome } from "./outcome.ts";

// Reading
export { cellAt, formatAt, isColumnHidden, isRowHidden, usedArea, usedCells, valueAt } from "./cells.ts";
/** Text a cell shows, and the text its editor starts with. */
export { displayText, editText } from "./display.ts";
/** Format with conditional formats on top, and a data bar's share of the cell. */
export { shownFormat } from "./conditional-format.ts";
/** Validation of a cell, and the choices of its dropdown. */
export { listChoices, validationAt } from "./validation.ts";
export { tableAt } from "./table.ts";
/** The values a filter menu offers for a column, as displayed. */
export { filterChoices } from "./filter.ts";
export { selectionOf } from "./sheet.ts";
export { columnWidth, rowHeight } from "./formatting.ts";
export { canEdit } from "./protection.ts";

// Workbook
export { createWorkbook, findSheet, onEvent, redo, subscribe, transact, undo } from "./workbook.ts";
export type { WorkbookJson } from "./json.ts";
export { fromJson, toJson } from "./json.ts";

// What a person does
export type { EntryOutcome } from "./entry.ts";
export { copyArea, copyAsText } from "./clipboard.ts";
export {
  activate,
  addTable,
  addWorksheet,
  clearContents,
  clearFilters,
  deleteWorksheet,
  enterText,
  fill,
  filterTable,
  formatCells,
  hideColumns,
  hideRows,
  insert,
  moveWorksheet,
  paste,
  pasteText,
  protectSheet,
  recalculate,
  remove,
  removeTable,
  renameWorksheet,
  resize,
  selectAreas,
  setColumnWidth,
  setRowHeight,
  setWorksheetVisibility,
  sort,
  unprotectSheet,
} from "./commands.ts";
