import { cellText, type Cell } from "#shared/domain/sheet/fields.ts";
import type { NewTable, OwnColumns } from "#shared/ports/spreadsheet.ts";
import type { Located, TableNames } from "./locate.ts";
import { rowChunks, NUMBER_FORMATS, toExcel } from "./tableCells.ts";
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

/** Values after formats: a text column takes a leading `=` as text only if it is a text column already. */
const writeBody = async (
  context: Excel.RequestContext,
  { sheet, row, column }: Placed,
  start: number,
  lines: readonly (readonly (string | number | boolean)[])[],
): Promise<void> => {
  const width = lines[0]?.length ?? 0;
  for (const { from, count } of rowChunks(lines.length, width)) {
    sheet.getRangeByIndexes(row + 1 + from, column + start, count, width).values = lines.slice(from, from + count) as (
      string | number | boolean
    )[][];
    await context.sync();
  }
};

const create = async (context: Excel.RequestContext, names: TableNames, table: NewTable): Promise<Placed> => {
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
  made.name = names.table;
  made.style = "TableStyleLight9";
  made.showBandedRows = false;
  if (table.frozen) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, table.frozen));
  else sheet.freezePanes.freezeRows(1);
  return placed;
};

/** What the user's own columns say, by key; as formulas relative to their cell, so that they mean the same in another row. */
interface OwnContent {
  readonly places: readonly number[];
  readonly byKey: ReadonlyMap<string, readonly Cell[]>;
}

const readOwn = async (
  context: Excel.RequestContext,
  { sheet, row, column, rows }: Located,
  keyPlace: number | undefined,
  places: readonly number[],
): Promise<OwnContent> => {
  if (places.length === 0 || keyPlace === undefined || rows === 0) return { places, byKey: new Map() };
  const keys = sheet.getRangeByIndexes(row + 1, column + keyPlace, rows, 1);
  keys.load("values");
  const own = places.map((place) => {
    const range = sheet.getRangeByIndexes(row + 1, column + place, rows, 1);
    range.load("formulasR1C1");
    return range;
  });
  await context.sync();
  const byKey = new Map<string, readonly Cell[]>();
  for (const [index, [key]] of (keys.values as string[][]).entries()) {
    byKey.set(
      String(key).toLowerCase(),
      own.map((range) => (range.formulasR1C1 as Cell[][])[index]?.[0] ?? ""),
    );
  }
  return { places, byKey };
};

const resize = async (context: Excel.RequestContext, located: Located, rows: number): Promise<void> => {
  const { table, sheet, row, column, width } = located;
  const wanted = Math.max(rows, 1);
  if (wanted > located.rows) {
    for (const { count } of rowChunks(wanted - located.rows, width)) {
      table.rows.add(
        -1,
        Array.from({ length: count }, () => Array.from({ length: width }, () => "")),
      );
      await context.sync();
    }
    return;
  }
  if (wanted < located.rows) {
    sheet.getRangeByIndexes(row + 1 + wanted, column, located.rows - wanted, width).delete("Up");
    await context.sync();
  }
};

/** Places next to one another are written together. */
const blocksOf = (places: readonly number[]): readonly (readonly number[])[] => {
  const blocks: number[][] = [];
  for (const place of places.toSorted((a, b) => a - b)) {
    const last = blocks.at(-1);
    if (last && last.at(-1) === place - 1) last.push(place);
    else blocks.push([place]);
  }
  return blocks;
};

/** The table stays the table, so that formulas elsewhere still find it; rows are added or removed at its end. */
const refill = async (
  context: Excel.RequestContext,
  located: Located,
  table: NewTable,
  own: OwnColumns,
): Promise<Placed> => {
  const { sheet, row, column, width } = located;
  located.table.clearFilters();
  const head = sheet.getRangeByIndexes(row, column, 1, width);
  head.load("values");
  await context.sync();
  const headers = (head.values[0] ?? []).map((header) => own.headerOf(String(header)));
  const at = new Map<string, number>();
  for (const [place, header] of headers.entries()) if (header !== undefined && !at.has(header)) at.set(header, place);
  const ours = new Set(at.values());
  const extras = headers.map((_, place) => place).filter((place) => !ours.has(place));
  const content = await readOwn(context, located, at.get(own.keyHeader), extras);
  await resize(context, located, table.rows.length);
  const placed: Placed = { sheet, row, column, width, rows: table.rows.length, at };
  const places = new Map(table.columns.map(({ header }, index) => [at.get(header), index]));
  lookOfColumns(placed, table.columns);
  await context.sync();
  if (table.rows.length === 0) {
    sheet.getRangeByIndexes(row + 1, column, 1, width).clear("Contents");
    return placed;
  }
  for (const block of blocksOf([...ours])) {
    const lines = table.rows.map((line) => block.map((place) => toExcel(line[places.get(place) ?? -1] ?? "")));
    await writeBody(context, placed, block[0] ?? 0, lines);
  }
  const keyIndex = table.columns.findIndex(({ header }) => header === own.keyHeader);
  for (const [index, place] of content.places.entries()) {
    const range = sheet.getRangeByIndexes(row + 1, column + place, table.rows.length, 1);
    range.formulasR1C1 = table.rows.map((line) => [content.byKey.get(cellText(line[keyIndex]))?.[index] ?? ""]);
  }
  await context.sync();
  return placed;
};

/** Makes the table, or fills the one that is there. */
export const fillTable = async (
  context: Excel.RequestContext,
  names: TableNames,
  located: Located | undefined,
  table: NewTable,
  own: OwnColumns,
): Promise<void> => {
  await writeLists(context, names.lists, table.columns);
  const placed = located ? await refill(context, located, table, own) : await create(context, names, table);
  lookOfColumns(placed, table.columns);
  lookOfRows(placed, table);
  indentTitles(placed, table);
  placed.sheet.activate();
};
