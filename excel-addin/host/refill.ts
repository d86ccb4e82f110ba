import { cellText, type Cell } from "#shared/domain/sheet/fields.ts";
import type { NewTable, OwnCells, OwnColumns } from "#shared/ports/spreadsheet.ts";
import { makeRoom, takeIn } from "./appendRows.ts";
import type { Located, TableNames, WithHeaders } from "./locate.ts";
import { toExcel, writeBody } from "./tableCells.ts";
import { indentTitles, lookOfColumns, type Placed } from "./tableLook.ts";

/** What the user's own columns say in one row, by header. */
type OwnRow = Readonly<Record<string, Cell>>;

/** What people keep in columns of their own, by key; as formulas relative to their cell, so that they mean the same in another row. */
const readOwn = async (
  context: Excel.RequestContext,
  { sheet, row, column, rows, headers }: WithHeaders,
  keyPlace: number | undefined,
  places: readonly number[],
): Promise<ReadonlyMap<string, OwnRow>> => {
  if (places.length === 0 || keyPlace === undefined || rows === 0) return new Map();
  const keys = sheet.getRangeByIndexes(row + 1, column + keyPlace, rows, 1);
  keys.load("values");
  const own = places.map((place) => {
    const range = sheet.getRangeByIndexes(row + 1, column + place, rows, 1);
    range.load("formulasR1C1");
    return { header: headers[place] ?? "", range };
  });
  await context.sync();
  return new Map(
    (keys.values as string[][]).map(([key], index) => [
      String(key).toLowerCase(),
      Object.fromEntries(
        own.flatMap(({ header, range }) => {
          const cell = (range.formulasR1C1 as Cell[][])[index]?.[0] ?? "";
          return cell === "" ? [] : [[header, cell]];
        }),
      ),
    ]),
  );
};

/** Room for all rows: free cells below the table, or none of its last rows. */
const makeFit = async (context: Excel.RequestContext, located: Located, rows: number): Promise<void> => {
  const { sheet, row, column, width } = located;
  const wanted = Math.max(rows, 1);
  if (wanted > located.rows) return makeRoom(context, located, wanted - located.rows);
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

/** Places of our columns by header; of two with the same text the first counts. */
const placesOf = (headers: readonly string[], { headerOf }: OwnColumns): ReadonlyMap<string, number> => {
  const at = new Map<string, number>();
  for (const [place, text] of headers.entries()) {
    const header = headerOf(text);
    if (header !== undefined && !at.has(header)) at.set(header, place);
  }
  return at;
};

/** Columns without which nothing can be read come back at the right end; others that were deleted stay away. */
const withNeeded = async (
  context: Excel.RequestContext,
  located: WithHeaders,
  own: OwnColumns,
): Promise<WithHeaders> => {
  const at = placesOf(located.headers, own);
  const lost = own.needed.filter((header) => !at.has(header));
  if (lost.length === 0) return located;
  const { sheet, row, column, width } = located;
  const head = sheet.getRangeByIndexes(row, column + width, 1, lost.length);
  const used = head.getEntireColumn().getUsedRangeOrNullObject(true);
  await context.sync();
  if (!used.isNullObject) head.getEntireColumn().insert("Right");
  // Written beside the table, they become its own; so do rows that are written below it.
  const beside = sheet.getRangeByIndexes(row, column + width, 1, lost.length);
  beside.values = [[...lost]];
  await context.sync();
  return { ...located, width: width + lost.length, headers: [...located.headers, ...lost] };
};

/** The own columns with what stood beside each record, also long ago; and what stands beside none of them now. */
const writeOwn = (
  { sheet, row, column }: Placed,
  { rows, columns }: NewTable,
  own: OwnColumns,
  columnsOfTheirs: readonly { readonly place: number; readonly header: string }[],
  found: ReadonlyMap<string, OwnRow>,
): OwnCells => {
  const keyIndex = columns.findIndex(({ header }) => header === own.keyHeader);
  const keys = rows.map((line) => cellText(line[keyIndex]).toLowerCase());
  const all = new Map<string, OwnRow>([...own.kept, ...found]);
  for (const { place, header } of columnsOfTheirs) {
    const range = sheet.getRangeByIndexes(row + 1, column + place, rows.length, 1);
    range.formulasR1C1 = keys.map((key) => [all.get(key)?.[header] ?? ""]);
  }
  const shown = new Set(keys);
  return new Map([...all].filter(([key, cells]) => key !== "" && !shown.has(key) && Object.keys(cells).length > 0));
};

/**
 * The table stays the table, so that formulas elsewhere still find it; rows are added or removed at its end. Widths, hidden
 * columns and the rules of people stay as they are.
 */
export const refill = async (
  context: Excel.RequestContext,
  names: TableNames,
  before: WithHeaders,
  table: NewTable,
  own: OwnColumns,
): Promise<OwnCells> => {
  before.table.clearFilters();
  const located = await withNeeded(context, before, own);
  const { sheet, row, column, width, headers } = located;
  const at = placesOf(headers, own);
  const ours = new Set(at.values());
  const theirs = headers.flatMap((header, place) => (ours.has(place) ? [] : [{ place, header }]));
  const found = await readOwn(
    context,
    located,
    at.get(own.keyHeader),
    theirs.map(({ place }) => place),
  );
  await makeFit(context, located, table.rows.length);
  const placed: Placed = { sheet, row, column, width, rows: table.rows.length, at };
  const places = new Map(table.columns.map(({ header }, index) => [at.get(header), index]));
  lookOfColumns(placed, table.columns, false);
  await context.sync();
  if (table.rows.length === 0) sheet.getRangeByIndexes(row + 1, column, 1, width).clear("Contents");
  else {
    for (const block of blocksOf([...ours])) {
      const lines = table.rows.map((line) => block.map((place) => toExcel(line[places.get(place) ?? -1] ?? "")));
      await writeBody(context, placed, block[0] ?? 0, lines);
    }
    await takeIn(context, names, located, table.rows.length);
  }
  const kept = table.rows.length === 0 ? new Map([...own.kept, ...found]) : writeOwn(placed, table, own, theirs, found);
  indentTitles(placed, table);
  sheet.activate();
  return kept;
};
