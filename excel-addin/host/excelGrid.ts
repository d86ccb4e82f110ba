import { err, ok, type Result } from "#shared/domain/result.ts";
import type { Grid, GridLook } from "#shared/ports/grid.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";
import { findTable, OKR_TABLE, type Located, type TableNames } from "./locate.ts";
import { inWorkbook } from "./officeErrors.ts";
import { watchWorkbook } from "./watching.ts";

const PLACES = "areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount";

interface Area {
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

const areasOf = (found: Excel.RangeAreas): readonly Area[] => (found.isNullObject ? [] : found.areas.items);

/** The part of an area that lies in the body of the table, counted from its first cell. */
const inTable = ({ row, column, rows, width }: Located, area: Area): GridLook["formulas"] => {
  const top = Math.max(area.rowIndex, row + 1);
  const left = Math.max(area.columnIndex, column);
  const below = Math.min(area.rowIndex + area.rowCount, row + 1 + rows);
  const right = Math.min(area.columnIndex + area.columnCount, column + width);
  if (top >= below || left >= right) return [];
  return [{ row: top - row - 1, column: left - column, rows: below - top, columns: right - left }];
};

const rowsOf = (located: Located, areas: readonly Area[]): ReadonlySet<number> => {
  const rows = new Set<number>();
  for (const area of areas) {
    for (const { row, rows: count } of inTable(located, area))
      for (let at = row; at < row + count; at += 1) rows.add(at);
  }
  return rows;
};

/** Three questions whose answers do not grow with the rows, but with the blocks that belong together. */
const look = async (context: Excel.RequestContext, names: TableNames): Promise<GridLook | undefined> => {
  const found = await findTable(context, names);
  if (!found) return undefined;
  const { sheet, row, column, rows, width } = found;
  if (rows === 0) return { selected: new Set(), visible: new Set(), formulas: [] };
  const body = sheet.getRangeByIndexes(row + 1, column, rows, width);
  const visible = body.getSpecialCellsOrNullObject("Visible");
  const formulas = body.getSpecialCellsOrNullObject("Formulas");
  visible.load(PLACES);
  formulas.load(PLACES);
  await context.sync();
  return {
    selected: new Set(),
    visible: rowsOf(found, areasOf(visible)),
    formulas: areasOf(formulas).flatMap((area) => inTable(found, area)),
  };
};

const readSelected = async (context: Excel.RequestContext, names: TableNames): Promise<ReadonlySet<number>> => {
  const found = await findTable(context, names);
  if (!found) return new Set();
  const selection = context.workbook.getSelectedRanges();
  selection.load(PLACES);
  selection.worksheet.load("id");
  found.sheet.load("id");
  await context.sync();
  return selection.worksheet.id === found.sheet.id ? rowsOf(found, selection.areas.items) : new Set();
};

/** A selected chart or picture is no cell, and no failure. */
const selectedRows = async (names: TableNames): Promise<Result<ReadonlySet<number>, SpreadsheetError>> => {
  const read = await inWorkbook((context) => readSelected(context, names));
  return !read.ok && read.error.type === "WorkbookFailed" ? ok(new Set()) : read;
};

const watchSelection = (listener: () => void): (() => void) =>
  watchWorkbook(({ worksheets }) => worksheets.onSelectionChanged, listener);

/** The grid of the workbook that is open in Excel. Requires ExcelApi 1.12. */
export const createExcelGrid = (names: TableNames = OKR_TABLE): Grid => ({
  look: async () => {
    const [looked, selected] = [await inWorkbook((context) => look(context, names)), await selectedRows(names)];
    if (!looked.ok) return looked;
    if (!selected.ok) return err(selected.error);
    return ok(looked.value && { ...looked.value, selected: selected.value });
  },
  selected: () => selectedRows(names),
  onSelected: watchSelection,
});
