import type { NewTable, OwnCells, OwnColumns } from "#shared/ports/spreadsheet.ts";
import { findTable, otherName, type TableNames, type WithHeaders } from "./locate.ts";
import { refill } from "./refill.ts";
import { NUMBER_FORMATS, toExcel, writeBody } from "./tableCells.ts";
import { indentTitles, lookOfColumns, lookOfRows, writeLists, type Placed } from "./tableLook.ts";

/** A sheet of that name with somebody's own content is left alone. */
const sheetFor = async (context: Excel.RequestContext, { sheet: name }: TableNames): Promise<Excel.Worksheet> => {
  const { worksheets } = context.workbook;
  const found = worksheets.getItemOrNullObject(name);
  const used = found.getUsedRangeOrNullObject(true);
  worksheets.load("items/name");
  await context.sync();
  if (found.isNullObject) return worksheets.add(name);
  if (used.isNullObject) return found;
  const taken = new Set(worksheets.items.map((item) => item.name.toLowerCase()));
  let number = 2;
  while (taken.has(`${name} ${number}`.toLowerCase())) number += 1;
  return worksheets.add(`${name} ${number}`);
};

const isOurs = ({ headers }: WithHeaders, { headerOf, keyHeader, mayBeOurs }: OwnColumns): boolean => {
  const ours = headers.map(headerOf);
  return mayBeOurs || ours.includes(keyHeader);
};

const create = async (
  context: Excel.RequestContext,
  names: TableNames,
  table: NewTable,
  name: string,
): Promise<Placed> => {
  const sheet = await sheetFor(context, names);
  const headers = table.columns.map(({ header }) => header);
  const width = headers.length;
  const rows = table.rows.length;
  const placed: Placed = {
    sheet,
    row: 0,
    column: 0,
    width,
    rows,
    at: new Map(headers.map((header, place) => [header, place])),
  };
  for (const [place, { format }] of table.columns.entries()) {
    const body = sheet.getRangeByIndexes(1, place, Math.max(rows, 1), 1);
    // Also below the table, where people add rows: a title that begins with `=` is none of Excel's business there either.
    const area = format === "text" ? body.getEntireColumn() : body;
    area.numberFormat = [[NUMBER_FORMATS[format]]];
  }
  const head = sheet.getRangeByIndexes(0, 0, 1, width);
  head.numberFormat = [["@"]];
  head.values = [headers];
  await context.sync();
  await writeBody(
    context,
    placed,
    0,
    table.rows.map((line) => line.map(toExcel)),
  );
  const made = sheet.tables.add(sheet.getRangeByIndexes(0, 0, Math.max(rows, 1) + 1, width), true);
  made.name = name;
  made.style = "TableStyleLight9";
  made.showBandedRows = false;
  if (table.frozen) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, table.frozen));
  else sheet.freezePanes.freezeRows(1);
  return placed;
};

/** Makes the table, or fills the one that is there. What people keep beside rows that are not shown now. */
export const fillTable = async (
  context: Excel.RequestContext,
  names: TableNames,
  table: NewTable,
  own: OwnColumns,
): Promise<OwnCells> => {
  const found = await findTable(context, names);
  // A table of somebody's own that happens to have our name is none of ours.
  const located = found && isOurs(found, own) ? found : undefined;
  await writeLists(context, names.lists, table.columns);
  if (located) return refill(context, names, located, table, own);
  const placed = await create(context, names, table, found ? otherName(names) : names.table);
  lookOfColumns(placed, table.columns, true);
  lookOfRows(placed, table);
  indentTitles(placed, table);
  placed.sheet.activate();
  return own.kept;
};
