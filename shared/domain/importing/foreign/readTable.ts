import { plainWords } from "../../entry/characters.ts";
import { sliced, type Slices } from "../../slices.ts";
import { kindOf } from "../vocabulary.ts";
import { filledIn, type Grid, type GridCell } from "./grid.ts";
import { cellOf, depthsOf, markOf, textOf, type TableRow } from "./levels.ts";
import type { LevelSign, RowKind, SheetMapping, TableMapping } from "./mapping.ts";
import { isTotal, linesOf } from "./marks.ts";
import { objectiveOwnerAt, readColumns, withoutMark } from "./readColumns.ts";
import { above, add, pass, passRow, recordOf, saidBy, tableRows, type Said, type Walk } from "./walk.ts";

/** Deeper than any objective. */
const KEY_RESULT_DEPTH = 8;

const readHeading = (walk: Walk, cell: GridCell): void => {
  walk.unit = cell.text;
  walk.open.length = 0;
  pass(walk, cell, "Heading");
};

/** A row of one record at a depth. */
const readRow = (walk: Walk, row: TableRow, kind: RowKind, depth: number): void => {
  const cell = cellOf(row, "text") ?? filledIn(row.cells)[0];
  if (!cell) return;
  if (kind === "heading") return readHeading(walk, cell);
  if (kind === "ignore" || kind === "initiative") return pass(walk, cell, kind === "ignore" ? "Ignored" : "Initiative");
  const { by } = walk.table.levels;
  const marked = by === "number" || by === "words" ? markOf(row)?.rest : undefined;
  const text = marked ?? withoutMark(textOf(row) || cell.text);
  const said = saidBy(row, walk.table.columns);
  walk.open.length = Math.min(walk.open.length, depth);
  walk.open[depth] = add(walk, recordOf(row, { kind, text, cell, said, parent: above(walk, depth) }));
};

/** What the column of kinds says; a person knows words that no language has. */
const kindSaid = ({ kinds }: Walk, row: TableRow): RowKind | undefined => {
  const text = cellOf(row, "kind")?.text ?? "";
  return kinds.get(plainWords(text)) ?? kindOf(text);
};

/** A row whose kind is said by a word before its text or in a column of kinds. */
const readByWord = (walk: Walk, row: TableRow): void => {
  const mark = markOf(row);
  const kind = walk.table.levels.by === "kind" ? kindSaid(walk, row) : mark?.kind;
  const cell = cellOf(row, "text");
  if (kind === undefined) {
    if (walk.table.levels.by !== "kind" || !cell || !cellOf(row, "kind")) return passRow(walk, row, "Outside");
    const said = saidBy(row, walk.table.columns);
    add(walk, recordOf(row, { kind: "unknown", text: cell.text, cell, said, parent: above(walk, KEY_RESULT_DEPTH) }));
    return;
  }
  if (kind !== "objective") return readRow(walk, row, kind, KEY_RESULT_DEPTH);
  // "O1.2" is an objective below "O1".
  readRow(walk, row, kind, Math.max(0, (mark?.depth ?? 1) - 1));
};

/** A cell with an objective and, line by line, its key results. */
const readLines = (walk: Walk, row: TableRow): void => {
  const cell = cellOf(row, "text");
  if (!cell) return passRow(walk, row, "Outside");
  const [title = "", ...lines] = cell.text.split("\n").filter((line) => line.trim() !== "");
  const said = saidBy(row, walk.table.columns);
  const found = { kind: "objective" as const, text: withoutMark(title.trim()), cell, said, parent: undefined };
  const parent = add(walk, recordOf(row, found));
  const inherited: Said = said.cycle === undefined ? {} : { cycle: said.cycle };
  for (const line of linesOf(lines.join("\n"))) {
    add(walk, {
      kind: "keyResult",
      text: withoutMark(line),
      place: cell.place,
      parent,
      struck: cell.struck,
      cells: inherited,
    });
  }
};

/** A row of a table with ids and parents: linked once all rows are known. */
const readLinked = (walk: Walk, row: TableRow): void => {
  const cell = cellOf(row, "text");
  const kind = kindSaid(walk, row);
  if (!cell) return passRow(walk, row, "Outside");
  if (kind === "initiative" || kind === "ignore") return pass(walk, cell, kind === "ignore" ? "Ignored" : "Initiative");
  const said = saidBy(row, walk.table.columns);
  add(walk, recordOf(row, { kind: kind ?? "unknown", text: cell.text, cell, said, parent: undefined }));
};

/** Signs by which a single text across the table may be a level of its own. */
const LEVELS_BY_ROW: ReadonlySet<LevelSign> = new Set<LevelSign>(["look", "indent", "measures", "number", "words"]);
const WIDE = 3;

/** One text merged across the table, or alone in a row that looks like no other: the name of what follows. */
const isBand = (row: TableRow, { columns, levels }: TableMapping, usualLooks: ReadonlySet<string>): boolean => {
  const [only, ...others] = filledIn(row.cells);
  if (!only || others.length > 0 || LEVELS_BY_ROW.has(levels.by)) return false;
  const isWide = only.width >= Math.max(WIDE, columns.length / 2);
  return isWide || (only.look !== "" && !usualLooks.has(only.look) && columns.length >= WIDE);
};

const isRepeatedHeader = (row: TableRow, header: readonly GridCell[] | undefined): boolean =>
  header !== undefined &&
  filledIn(row.cells).length >= 2 &&
  row.cells.every(({ text }, at) => text === "" || text.toLowerCase() === (header[at]?.text ?? "").toLowerCase());

const totalIn = (row: TableRow): GridCell | undefined => {
  const owner = cellOf(row, "owner");
  if (owner && !isTotal(owner.text)) return undefined;
  return filledIn(row.cells).find(({ value, text }) => typeof value !== "number" && isTotal(text));
};

interface Reader {
  readonly all: readonly TableRow[];
  readonly header: readonly GridCell[] | undefined;
  readonly depths: ReadonlyMap<number, number | undefined>;
  readonly usualLooks: ReadonlySet<string>;
  readonly ownerAt: number | undefined;
  /** Whether most of its rows fill several cells. */
  readonly isWide: boolean;
}

/** Text alone below an empty row that bears no sign of a level, or ends a table whose rows say more: a remark. */
const isRemark = (row: TableRow, at: number, { all, depths, isWide }: Reader): boolean => {
  const before = all[at - 1];
  if (filledIn(row.cells).length !== 1 || (before && filledIn(before.cells).length > 0)) return false;
  if (depths.get(row.row) === undefined) return true;
  return isWide && all.slice(at + 1).every(({ cells }) => filledIn(cells).length === 0);
};

const readerOf = (grid: Grid, table: TableMapping): Reader => {
  const { area, levels } = table;
  const header = area.header === undefined ? undefined : grid.rows[area.header]?.slice(area.from, area.to + 1);
  const all = tableRows(grid, table);
  const counted = all.filter((row) => cellOf(row, "text") && !totalIn(row) && !isRepeatedHeader(row, header));
  const depths = depthsOf(counted, levels);
  const usual = all.filter((row) => filledIn(row.cells).length > 1).flatMap((row) => filledIn(row.cells));
  return {
    all,
    header,
    depths: new Map(counted.map(({ row }, at) => [row, depths[at]])),
    usualLooks: new Set(usual.map(({ look }) => look)),
    isWide: counted.filter(({ cells }) => filledIn(cells).length > 1).length > counted.length / 2,
    ownerAt: levels.by === "columns" ? objectiveOwnerAt(all, { table }) : undefined,
  };
};

const DEPTHS: Readonly<Record<RowKind, number>> = {
  objective: 0,
  keyResult: KEY_RESULT_DEPTH,
  initiative: KEY_RESULT_DEPTH,
  heading: 0,
  ignore: 0,
};

/** Reads one table row by row. Nothing is judged here, and no row is left out without a word. [IF5] */
export function* readTable(
  grid: Grid,
  table: TableMapping,
  { rows: stated, kinds: words }: SheetMapping,
): Slices<Walk> {
  const reader = readerOf(grid, table);
  const { all, header, depths, usualLooks, ownerAt } = reader;
  const labels = Object.fromEntries(table.columns.map(({ role }, at) => [role, header?.[at]?.text ?? ""]).toReversed());
  const walk: Walk = {
    table,
    labels,
    kinds: words,
    unit: table.unit,
    open: [],
    records: [],
    objectives: new Map(),
    passed: [],
  };
  const { by, kinds } = table.levels;
  let lastDepth = 0;
  const readBySign = (row: TableRow, at: number): void => {
    const depth = depths.get(row.row);
    if (!cellOf(row, "text") || isRemark(row, at, reader)) return passRow(walk, row, "Outside");
    lastDepth = depth ?? lastDepth;
    const kind = kinds[lastDepth] ?? "keyResult";
    readRow(walk, row, kind, lastDepth + (kind === "keyResult" ? KEY_RESULT_DEPTH : 0));
  };
  yield* sliced(all, (row, at) => {
    const said = stated.get(row.row);
    const total = totalIn(row);
    if (filledIn(row.cells).length === 0) return;
    if (said !== undefined) readRow(walk, row, said, DEPTHS[said]);
    else if (isRepeatedHeader(row, header)) passRow(walk, row, "RepeatedHeader");
    else if (total) pass(walk, total, "Total");
    else if (isBand(row, table, usualLooks)) readRow(walk, row, "heading", 0);
    else if (by === "columns") readColumns(walk, row, ownerAt);
    else if (by === "kind" || by === "words") readByWord(walk, row);
    else if (by === "parent") readLinked(walk, row);
    else if (by === "lines") readLines(walk, row);
    else readBySign(row, at);
  });
  return walk;
}
