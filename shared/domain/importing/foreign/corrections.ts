import { plainWords } from "../../entry/characters.ts";
import { findTables } from "./findTables.ts";
import { filledIn, type Grid } from "./grid.ts";
import { gridFor, guessMapping, guessTable } from "./guess.ts";
import type { Role } from "./headerWords.ts";
import { depthsOf, guessLevels, kindsOf, looksOf, textOf } from "./levels.ts";
import type { ColumnMapping, LevelRule, LevelSign, RowKind, SheetMapping, TableMapping } from "./mapping.ts";
import type { ForeignSheet } from "./sheet.ts";
import { tableRows } from "./walk.ts";

const withTable = (mapping: SheetMapping, at: number, table: TableMapping): SheetMapping => ({
  ...mapping,
  tables: mapping.tables.with(at, table),
});

const rowsWithText = (grid: Grid, table: Pick<TableMapping, "area" | "columns">) =>
  tableRows(grid, table).filter((row) => filledIn(row.cells).length > 0);

/** Roles of which a table has one column: given to another, the first one loses it. */
const SHARED: ReadonlySet<Role> = new Set<Role>([
  "objective",
  "keyResult",
  "initiative",
  "reading",
  "owner",
  "text",
  "ignore",
]);

/** A person says what a column is for; the levels are looked for anew. [IF3] */
export const withRole = (
  sheet: ForeignSheet,
  mapping: SheetMapping,
  at: number,
  column: number,
  role: Role,
): SheetMapping => {
  const table = mapping.tables[at];
  if (!table) return mapping;
  const said: ColumnMapping = { role, because: "person", sure: 1 };
  const columns = table.columns.map((one, other) => {
    if (other === column) return said;
    return one.role === role && !SHARED.has(role) ? { ...one, role: "ignore" as const } : one;
  });
  const rows = rowsWithText(gridFor(sheet, mapping.turned), { area: table.area, columns });
  const { rule, sure } = guessLevels(
    rows,
    columns.map((one) => one.role),
  );
  return withTable(mapping, at, { ...table, columns, levels: rule, levelsSure: sure });
};

/** A person says by what the rows of a table show their levels. [IF3] */
export const withSign = (sheet: ForeignSheet, mapping: SheetMapping, at: number, by: LevelSign): SheetMapping => {
  const table = mapping.tables[at];
  if (!table) return mapping;
  const rows = rowsWithText(gridFor(sheet, mapping.turned), table).filter((row) => textOf(row) !== "");
  const looks = by === "look" ? looksOf(rows) : [];
  const isOfDepths = by === "number" || by === "indent" || by === "steps" || by === "look" || by === "none";
  const kinds: readonly RowKind[] = by === "measures" ? ["objective", "keyResult"] : [];
  const levels: LevelRule = { by, looks, kinds: isOfDepths ? kindsOf(rows, depthsOf(rows, { by, looks })) : kinds };
  return withTable(mapping, at, { ...table, levels, levelsSure: 1 });
};

/** A person says what the rows of one depth are. [IF3] */
export const withKind = (mapping: SheetMapping, at: number, depth: number, kind: RowKind): SheetMapping => {
  const table = mapping.tables[at];
  if (!table || depth >= table.levels.kinds.length) return mapping;
  const levels = { ...table.levels, kinds: table.levels.kinds.with(depth, kind) };
  return withTable(mapping, at, { ...table, levels, levelsSure: 1 });
};

/** A person says what one row of the grid is; undefined takes that back. [IF3] */
export const withRow = (mapping: SheetMapping, row: number, kind: RowKind | undefined): SheetMapping => {
  const rows = new Map(mapping.rows);
  if (kind === undefined) rows.delete(row);
  else rows.set(row, kind);
  return { ...mapping, rows };
};

/** A person says what rows of a kind are that no language calls so; undefined: that is not known. [IF3] */
export const withKindWord = (mapping: SheetMapping, text: string, kind: RowKind | undefined): SheetMapping => {
  const kinds = new Map(mapping.kinds);
  if (kind === undefined) kinds.delete(plainWords(text));
  else kinds.set(plainWords(text), kind);
  return { ...mapping, kinds };
};

/** A person says whether 0.35 is 35 % or 0.35 %. [IF3] */
export const withFractions = (mapping: SheetMapping, fractions: SheetMapping["fractions"]): SheetMapping => ({
  ...mapping,
  fractions,
});

/** A person says which row heads the columns; all tables of the sheet become one below it. [IF3] */
export const withHeader = (sheet: ForeignSheet, mapping: SheetMapping, header: number): SheetMapping => {
  const grid = gridFor(sheet, mapping.turned);
  const titles = Array.from({ length: header }, (_, row) => row);
  const area = {
    header,
    first: header + 1,
    last: grid.rows.length - 1,
    from: 0,
    to: Math.max(0, grid.width - 1),
    titles,
  };
  return { ...mapping, tables: [guessTable(grid, area, sheet.name, 1)] };
};

/** A person says whether records stand beside each other instead of below each other. [IF3] */
export const withTurned = (sheet: ForeignSheet, turned: boolean): SheetMapping => {
  const grid = gridFor(sheet, turned);
  const areas = findTables(grid);
  return {
    ...guessMapping(sheet),
    turned,
    tables: areas.map((area) => guessTable(grid, area, sheet.name, areas.length)),
  };
};

/** How a table of that shape was read: what is worth keeping for the next sheet like it. */
export interface RememberedTable {
  readonly roles: readonly Role[];
  readonly levels: LevelRule;
}

/** By the words of the headers; tables of other companies and months share it when their columns are called the same. [IF3] */
const shapeOf = (sheet: ForeignSheet, { turned }: SheetMapping, { area }: TableMapping): string => {
  const grid = gridFor(sheet, turned);
  const header = area.header === undefined ? [] : (grid.rows[area.header] ?? []).slice(area.from, area.to + 1);
  const words = header.map(({ text }) => plainWords(text)).join("|");
  return `${turned ? "turned" : "upright"}:${words === "" ? String(area.to - area.from + 1) : words}`;
};

/** What of a mapping is worth keeping, by shape. */
export const rememberedFrom = (sheet: ForeignSheet, mapping: SheetMapping): ReadonlyMap<string, RememberedTable> =>
  new Map(
    mapping.tables.map((table) => [
      shapeOf(sheet, mapping, table),
      { roles: table.columns.map(({ role }) => role), levels: table.levels },
    ]),
  );

/** Reads tables of a known shape as the last time. [IF3] */
export const withMemory = (
  sheet: ForeignSheet,
  mapping: SheetMapping,
  memory: (shape: string) => RememberedTable | undefined,
): SheetMapping => ({
  ...mapping,
  tables: mapping.tables.map((table) => {
    const known = memory(shapeOf(sheet, mapping, table));
    if (!known || known.roles.length !== table.columns.length) return table;
    const columns = known.roles.map((role): ColumnMapping => ({ role, because: "remembered", sure: 1 }));
    return { ...table, columns, levels: known.levels, levelsSure: 1 };
  }),
});
