/** The table in the workbook and its place. */
export interface Located {
  readonly sheet: Excel.Worksheet;
  readonly table: Excel.Table;
  /** Of the header row and the first column, from 0. */
  readonly row: number;
  readonly column: number;
  /** Without the header, and without the totals that a person may have switched on. */
  readonly rows: number;
  readonly width: number;
  readonly hasTotals: boolean;
}

/** What one of our tables is called in a workbook; several may stand in the same one. */
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
export const INITIATIVE_TABLE: TableNames = {
  table: "Initiatives",
  sheet: "Initiatives",
  lists: "Drumbeat initiative lists",
  parts: "initiative-",
};

/** Where somebody's own table has the name already. */
export const otherName = ({ table }: TableNames): string => `Drumbeat_${table}`;

const placeOf = (table: Excel.Table) => {
  const range = table.getRange();
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  table.load("showTotals");
  const sheet = table.worksheet;
  return (): Located => {
    const { rowIndex: row, columnIndex: column, rowCount, columnCount: width } = range;
    const { showTotals: hasTotals } = table;
    return { sheet, table, row, column, rows: rowCount - (hasTotals ? 2 : 1), width, hasTotals };
  };
};

const headersOf = (table: Excel.Table) => {
  const head = table.getHeaderRowRange();
  head.load("values");
  return (): readonly string[] => (head.values[0] ?? []).map(String);
};

/** The table under the name that it has in this workbook. */
const namedTable = async (context: Excel.RequestContext, names: TableNames): Promise<WithHeaders | undefined> => {
  const found = [otherName(names), names.table].map((name) => {
    const table = context.workbook.tables.getItemOrNullObject(name);
    return { name, table, place: placeOf(table), headers: headersOf(table) };
  });
  await context.sync();
  const present = found.find(({ table }) => !table.isNullObject);
  return present && { ...present.place(), name: present.name, headers: present.headers() };
};

export type WithHeaders = Located & { readonly name: string; readonly headers: readonly string[] };

/** Where the table is and what its headers say, if there is one. */
export const findTable = namedTable;

/** The same; fails with ItemNotFound when there is none. */
export const locate = async (context: Excel.RequestContext, names: TableNames): Promise<WithHeaders> => {
  const found = await namedTable(context, names);
  if (found) return found;
  context.workbook.tables.getItem(names.table);
  await context.sync();
  throw new Error("A table that is not there was found");
};
