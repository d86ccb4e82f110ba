/** The table in the workbook and its place. */
export interface Located {
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table;
  /** Of the header row and the first column, from 0. */
  readonly row: number;
  readonly column: number;
  /** Without the header. */
  readonly rows: number;
  readonly width: number;
}

export const TABLE = "OKRs";

/** Where the table is; fails with ItemNotFound when there is none. */
export const locate = async (context: Excel.RequestContext): Promise<Located> => {
  const table = context.workbook.tables.getItem(TABLE);
  const range = table.getRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  const sheet = table.worksheet;
  await context.sync();
  const { rowIndex: row, columnIndex: column, rowCount, columnCount: width } = range;
  return { sheet, table, row, column, rows: rowCount - 1, width };
};

export const tableExists = async (context: Excel.RequestContext): Promise<boolean> => {
  const table = context.workbook.tables.getItemOrNullObject(TABLE);
  table.load("name");
  await context.sync();
  return !table.isNullObject;
};
