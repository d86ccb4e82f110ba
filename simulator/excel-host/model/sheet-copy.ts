import { WHOLE_SHEET } from "./address.ts";
import { emit, eventOrigin } from "./emit.ts";
import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import { addSheet } from "./sheet.ts";
import { uniqueTableName } from "./table-names.ts";
import type { Table, Worksheet } from "./types.ts";

const copyName = (sheet: Worksheet): string => {
  const taken = new Set(sheet.workbook.sheets.map(({ name }) => name.toLowerCase()));
  let number = 2;
  const base = sheet.name.slice(0, 26);
  while (taken.has(`${base} (${number})`.toLowerCase())) number += 1;
  return `${base} (${number})`;
};

const copyTable = (table: Table, sheet: Worksheet): Table => {
  const { workbook } = sheet;
  const number = workbook.nextId;
  workbook.nextId += 1;
  const id = `{${String(number).padStart(8, "0")}-0000-4000-8000-000000000000}`;
  return { ...table, id, sheet, name: uniqueTableName(workbook, table.name) };
};

/** Copies a sheet with everything on it but charts; Excel forgets the undo steps then. */
export const copySheet = (sheet: Worksheet, position: number): Outcome<Worksheet> => {
  const { workbook } = sheet;
  if (sheet.visibility === "VeryHidden") return refused("InvalidOperation", "The worksheet can't be copied.");
  const added = addSheet(workbook, copyName(sheet), position);
  if (!added.ok) return added;
  const copy = added.value;
  for (const { row, column, cell } of sheet.cells.within(WHOLE_SHEET)) {
    if (!cell.spilledFrom) copy.cells.set(row, column, cell);
  }
  const { tabColor, showGridlines, showHeadings, defaultFormat, standardWidth, columns, rows } = sheet;
  const { validations, conditionalFormats, autoFilter, frozen, pageLayout, protection, customProperties } = sheet;
  Object.assign(copy, { tabColor, showGridlines, showHeadings, defaultFormat, standardWidth, columns, rows });
  Object.assign(copy, {
    validations,
    conditionalFormats,
    autoFilter,
    frozen,
    pageLayout,
    protection,
    customProperties,
  });
  for (const table of sheet.tables) copy.tables = [...copy.tables, copyTable(table, copy)];
  workbook.journal.forget();
  workbook.calculator.invalidate();
  for (const { id, name } of copy.tables) {
    emit(workbook, { type: "tableAdded", ...eventOrigin(workbook), sheetId: copy.id, tableId: id, tableName: name });
  }
  return done(copy);
};
