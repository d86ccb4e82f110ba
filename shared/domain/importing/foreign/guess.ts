import { cycleNamed } from "../cycleText.ts";
import { plainWords } from "../../entry/characters.ts";
import { findTables, isTurned, type TableArea } from "./findTables.ts";
import { filledIn, gridOf, turned, type Grid } from "./grid.ts";
import { guessColumns } from "./guessColumns.ts";
import { guessLevels } from "./levels.ts";
import type { SheetMapping, TableMapping } from "./mapping.ts";
import { readTable } from "./readTable.ts";
import type { ForeignReading, PassedPlace } from "./records.ts";
import type { ForeignSheet } from "./sheet.ts";
import { tableRows } from "./walk.ts";

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

export const guessTable = (grid: Grid, area: TableArea, sheetName: string, tables: number): TableMapping => {
  const columns = guessColumns(grid, area);
  const rows = tableRows(grid, { area, columns }).filter(({ cells }) => filledIn(cells).length > 0);
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

/** How a sheet may be read, with how sure each part of it is. Rules [IF1] to [IF4]. */
export const guessMapping = (sheet: ForeignSheet): SheetMapping => {
  const upright = gridOf(sheet);
  const isSideways = isTurned(upright);
  const grid = isSideways ? turned(upright) : upright;
  const areas = findTables(grid);
  return {
    turned: isSideways,
    tables: areas.map((area) => guessTable(grid, area, sheet.name, areas.length)),
    rows: new Map(),
  };
};

/** Reads a sheet as a mapping says. Every row of the sheet is in the records or among those passed over. [IF5] */
export const readForeign = (sheet: ForeignSheet, mapping: SheetMapping): ForeignReading => {
  const grid = gridFor(sheet, mapping.turned);
  const walks = mapping.tables.map((table) => readTable(grid, table, mapping.rows));
  const records = walks.flatMap((walk) => walk.records);
  const passed: PassedPlace[] = walks.flatMap((walk) => walk.passed);
  const firstRow = Math.min(...mapping.tables.map(({ area }) => area.header ?? area.first));
  const headers = new Set(mapping.tables.map(({ area }) => area.header));
  const titles = new Set(mapping.tables.flatMap(({ area }) => area.titles));
  const told = new Set([...records, ...passed].map(({ place }) => (mapping.turned ? place.column : place.row)));
  for (const [row, cells] of grid.rows.entries()) {
    const [first] = filledIn(cells);
    const place = (first ?? cells[0])?.place;
    if (told.has(row) || !place) continue;
    const why = !first
      ? "Empty"
      : headers.has(row)
        ? "Header"
        : row < firstRow || titles.has(row)
          ? "AboveTable"
          : "Outside";
    passed.push({ place, text: first?.text ?? "", why });
  }
  const inOrder = (a: PassedPlace, b: PassedPlace): number =>
    a.place.row - b.place.row || a.place.column - b.place.column;
  return { records, passed: passed.toSorted(inOrder) };
};
