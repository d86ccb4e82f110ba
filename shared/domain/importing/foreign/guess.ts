import { cycleNamed } from "../cycleText.ts";
import { plainWords } from "../../entry/characters.ts";
import { atOnce, sliced, type Slices } from "../../slices.ts";
import { findTables, headersIn, isTurned, type TableArea } from "./findTables.ts";
import { filledIn, gridInSlices, gridOf, turned, type Grid } from "./grid.ts";
import { guessColumns } from "./guessColumns.ts";
import { guessLevels } from "./levels.ts";
import type { SheetMapping, TableMapping } from "./mapping.ts";
import { readingOf, withFractionsAsTheyStand } from "./fractions.ts";
import { initialsIn, writtenOut } from "./initials.ts";
import { readTable } from "./readTable.ts";
import type { ForeignReading, PassedPlace, ReadCheckIn } from "./records.ts";
import type { ForeignSheet, Place } from "./sheet.ts";
import { tableRows, type Walk } from "./walk.ts";

export const gridFor = (sheet: ForeignSheet, isSideways: boolean): Grid => {
  const grid = gridOf(sheet);
  return isSideways ? turned(grid) : grid;
};

const QUARTER =
  /(?:\b(?:19|20)\d\d\b[ -]*\b[qths] ?[1-4]\b|\b[qths] ?[1-4]\b[ -/]*(?:19|20)\d\d\b|\b[1-4] (?:quartal|quarter|trimestre|halbjahr)s? (?:19|20)\d\d\b|\b(?:19|20)\d\d\b)/u;

/** The cycle that a title or the name of a sheet names among other words. */
const cycleIn = (text: string): string | undefined => {
  const found = QUARTER.exec(plainWords(text))?.[0]
    .replace(/\b([1-4]) (?:quarter|trimestre)s? /u, "q$1 ")
    .replace(/\b([1-4]) halbjahr /u, "h$1 ");
  return found !== undefined && cycleNamed(found) ? found : undefined;
};

const LONGEST_UNIT_WORDS = 5;

/** The last title above one of several tables is the team's name, unless it names the document or a cycle. */
const unitIn = (titles: readonly string[], tables: number): string | undefined => {
  const title = titles.findLast(
    (text) => cycleIn(text) === undefined && !/\bokrs?\b|objectives|ziele|objectifs/iu.test(text),
  );
  return tables > 1 && title !== undefined && title.split(/\s+/u).length <= LONGEST_UNIT_WORDS ? title : undefined;
};

const SHOWN_ROWS = 1_000;

export const guessTable = (grid: Grid, area: TableArea, sheetName: string, tables: number): TableMapping => {
  const columns = guessColumns(grid, area);
  // A screenful or twenty show how a table is built; the rest of ten thousand rows would only take longer.
  const shown = { ...area, last: Math.min(area.last, area.first + SHOWN_ROWS) };
  const rows = tableRows(grid, { area: shown, columns }).filter(({ cells }) => filledIn(cells).length > 0);
  const { rule, sure } = guessLevels(
    rows,
    columns.map(({ role }) => role),
  );
  const titles = area.titles.flatMap((row) =>
    filledIn((grid.rows[row] ?? []).slice(area.from, area.to + 1)).map(({ text }) => text),
  );
  const unit = unitIn(titles, tables);
  const cycle = [...titles.toReversed(), sheetName].map(cycleIn).find((found) => found !== undefined);
  return {
    area,
    columns,
    levels: rule,
    levelsSure: sure,
    ...(unit === undefined ? {} : { unit }),
    ...(cycle === undefined || columns.some(({ role }) => role === "cycle") ? {} : { cycle }),
  };
};

/** A sheet of which it is known what its columns are for: one table, whose rows name their parents. */
const knownMapping = (
  { rows, name }: ForeignSheet,
  { header, roles }: NonNullable<ForeignSheet["known"]>,
): TableMapping => {
  const area = { header, first: header + 1, last: rows.length - 1, from: 0, to: roles.length - 1, titles: [] };
  const columns = roles.map((role) => ({ role, because: "name", sure: 1 }) as const);
  const cycle = roles.includes("cycle") ? undefined : cycleIn(name);
  const levels = { by: "parent", kinds: [], looks: [] } as const;
  return { area, columns, levels, levelsSure: 1, ...(cycle === undefined ? {} : { cycle }) };
};

/** How a sheet may be read, with how sure each part of it is. Rules [IF1] to [IF4]. */
export function* guessMappingInSlices(sheet: ForeignSheet): Slices<SheetMapping> {
  const kinds = new Map(sheet.kinds?.map(({ text, kind }) => [plainWords(text), kind] as const));
  const others = { rows: new Map(), kinds, fractions: "shares" } as const;
  if (sheet.known) return { turned: false, tables: [knownMapping(sheet, sheet.known)], ...others };
  const upright = yield* gridInSlices(sheet);
  const headers = yield* headersIn(upright);
  const isSideways = isTurned(upright, headers);
  const grid = isSideways ? turned(upright) : upright;
  const areas = isSideways ? findTables(grid) : findTables(grid, headers);
  const tables = yield* sliced(areas, (area) => guessTable(grid, area, sheet.name, areas.length));
  return { turned: isSideways, tables, ...others };
}

export const guessMapping = (sheet: ForeignSheet): SheetMapping => atOnce(guessMappingInSlices(sheet));

/** Rows that no table told about, with what they are instead. [IF5] */
const untold = (
  { rows }: Grid,
  { tables, turned: isTurnedAround }: SheetMapping,
  told: readonly Place[],
): PassedPlace[] => {
  const firstRow = Math.min(...tables.map(({ area }) => area.header ?? area.first));
  const headers = new Set(tables.map(({ area }) => area.header));
  const titles = new Set(tables.flatMap(({ area }) => area.titles));
  const known = new Set(told.map((place) => (isTurnedAround ? place.column : place.row)));
  return rows.flatMap((cells, row): PassedPlace[] => {
    const [first] = filledIn(cells);
    const place = (first ?? cells[0])?.place;
    if (known.has(row) || !place) return [];
    const isAbove = row < firstRow || titles.has(row);
    const why = headers.has(row) ? "Header" : isAbove ? "AboveTable" : "Outside";
    return [{ place, text: first?.text ?? "", why: first ? why : "Empty" }];
  });
};

const historyOf = ({ history, fractions }: ForeignSheet, mapping: SheetMapping): readonly ReadCheckIn[] =>
  [...(history ?? [])].flatMap(([row, all]) =>
    all.map((checkIn) => {
      const value = readingOf(checkIn, fractions?.has(row) === true, mapping.fractions);
      return { row, checkIn, value };
    }),
  );

/** Reads a sheet as a mapping says. Every row of the sheet is in the records or among those passed over. [IF5] */
export function* readForeignInSlices(sheet: ForeignSheet, mapping: SheetMapping): Slices<ForeignReading> {
  const upright = yield* gridInSlices(mapping.fractions === "shares" ? sheet : withFractionsAsTheyStand(sheet));
  const grid = mapping.turned ? turned(upright) : upright;
  const walks: Walk[] = [];
  for (const table of mapping.tables) walks.push(yield* readTable(grid, table, mapping));
  const records = walks.flatMap((walk) => walk.records);
  const names = initialsIn(grid);
  for (const { cells } of records) {
    if (names.size > 0 && cells.owner !== undefined) cells.owner = writtenOut(String(cells.owner), names);
  }
  const passed = walks.flatMap((walk) => walk.passed);
  const told = [...records, ...passed].map(({ place }) => place);
  const inOrder = (a: PassedPlace, b: PassedPlace): number =>
    a.place.row - b.place.row || a.place.column - b.place.column;
  const all = [...passed, ...untold(grid, mapping, told)].toSorted(inOrder);
  return { records, history: historyOf(sheet, mapping), passed: all };
}

export const readForeign = (sheet: ForeignSheet, mapping: SheetMapping): ForeignReading =>
  atOnce(readForeignInSlices(sheet, mapping));
