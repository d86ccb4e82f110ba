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

/** What one of our tables is called in a workbook; both may stand in the same one. */
export interface TableNames {
  readonly table: string;
  /** Of the sheet that a new table is made on. */
  readonly sheet: string;
  /** Of the hidden sheet with the values of its lists. */
  readonly lists: string;
  /** Before the kind in the namespace of what the workbook keeps about it. */
  readonly parts: string;
}

export const OKR_TABLE: TableNames = { table: "OKRs", sheet: "OKRs", lists: "Drumbeat lists", parts: "" };
export const CHECK_IN_TABLE: TableNames = {
  table: "CheckIns",
  sheet: "Check-ins",
  lists: "Drumbeat check-in lists",
  parts: "check-in-",
};

const placeOf = (table: Excel.Table) => {
  const range = table.getRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  const sheet = table.worksheet;
  return (): Located => {
    const { rowIndex: row, columnIndex: column, rowCount, columnCount: width } = range;
    return { sheet, table, row, column, rows: rowCount - 1, width };
  };
};

/** Where the table is; fails with ItemNotFound when there is none. */
export const locate = async (context: Excel.RequestContext, { table }: TableNames): Promise<Located> => {
  const place = placeOf(context.workbook.tables.getItem(table));
  await context.sync();
  return place();
};

/** Where the table is and what its headers say, if there is one. */
export const findTable = async (
  context: Excel.RequestContext,
  names: TableNames,
): Promise<(Located & { readonly headers: readonly string[] }) | undefined> => {
  const table = context.workbook.tables.getItemOrNullObject(names.table);
  const place = placeOf(table);
  const head = table.getHeaderRowRange();
  head.load("values");
  await context.sync();
  return table.isNullObject ? undefined : { ...place(), headers: (head.values[0] ?? []).map(String) };
};
