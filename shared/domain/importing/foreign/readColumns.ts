import type { GridCell } from "./grid.ts";
import { cellOf, type TableRow } from "./levels.ts";
import { isList, linesOf, wordMark } from "./marks.ts";
import type { ForeignRecord } from "./records.ts";
import { add, pass, passRow, recordOf, saidBy, type Said, type Walk } from "./walk.ts";

const isFilled = (cell: GridCell | undefined): cell is GridCell => cell !== undefined && cell.text !== "";

/** "KR 1: Open 12 shops" in a column of key results is "Open 12 shops". */
export const withoutMark = (text: string): string => wordMark(text)?.rest ?? text;

/** The column that names owners of objectives: one of two, or one that is filled only where an objective begins. */
export const objectiveOwnerAt = (rows: readonly TableRow[], { table }: Pick<Walk, "table">): number | undefined => {
  const roles = table.columns.map(({ role }) => role);
  const owners = roles.flatMap((role, at) => (role === "owner" ? [at] : []));
  const [objective, keyResult] = [roles.indexOf("objective"), roles.indexOf("keyResult")];
  const between = owners.find((at) => at > objective && at < keyResult);
  if (between === undefined || owners.length > 1) return owners.length > 1 ? (between ?? owners[0]) : undefined;
  const begins = (row: TableRow): boolean => isFilled(cellOf(row, "objective"));
  const isOnlyThere = rows.every((row) => !isFilled(row.cells[between]) || begins(row));
  return isOnlyThere && rows.some((row) => isFilled(cellOf(row, "keyResult")) && !begins(row)) ? between : undefined;
};

/** An objective of that text that stands already in the same place of the tree; tables repeat it on every row. */
const standing = (
  { objectives }: Walk,
  text: string,
  parent: ForeignRecord | undefined,
  said: Said,
): ForeignRecord | undefined =>
  objectives
    .get(text)
    ?.findLast(
      (record) =>
        record.parent === parent &&
        (said.cycle === undefined || record.cells.cycle === said.cycle) &&
        (said.team === undefined || record.cells.team === undefined || record.cells.team === said.team),
    );

interface Begun {
  readonly objectives: readonly { readonly depth: number; readonly cell: GridCell; readonly text: string }[];
  readonly keyResults: readonly GridCell[];
}

const begunIn = (row: TableRow): Begun => ({
  objectives: row
    .byRole("objective")
    .flatMap((cell, depth) => (isFilled(cell) ? [{ depth, cell, text: withoutMark(cell.text) }] : [])),
  keyResults: row.byRole("keyResult").filter(isFilled),
});

/** Where a row begins key results, its numbers are theirs; team and cycle are the objective's too. */
const ofObjective = ({ cycle, team }: Said, isDeepest: boolean): Said => ({
  ...(cycle === undefined ? {} : { cycle }),
  ...(team === undefined || !isDeepest ? {} : { team }),
});

const beginObjectives = (
  walk: Walk,
  row: TableRow,
  { objectives, keyResults }: Begun,
  said: Said,
  owner: Said,
): void => {
  const isWide = row.byRole("keyResult").length > 1;
  for (const [at, { depth, cell, text }] of objectives.entries()) {
    const isDeepest = at === objectives.length - 1;
    const parent = walk.open.slice(0, depth).findLast((record) => record !== undefined);
    const own = keyResults.length === 0 || isWide ? said : ofObjective(said, isDeepest);
    const found = {
      kind: "objective" as const,
      text,
      cell,
      parent,
      said: isDeepest ? { ...own, ...owner } : ofObjective(said, false),
    };
    const known = standing(walk, text, parent, ofObjective(said, isDeepest));
    walk.open.length = depth;
    walk.open[depth] = known ?? add(walk, recordOf(row, found));
  }
};

const MEASURES = ["start", "target", "current", "unit"] as const;

/** What the row says about one of several key results in a cell: the line of the same place, where there are as many lines. */
const lineOf = (said: Said, count: number, at: number): Said => {
  const one: Said = { ...said };
  for (const column of Object.keys(said) as (keyof Said)[]) {
    const lines = String(said[column] ?? "")
      .split("\n")
      .filter((line) => line.trim() !== "");
    if (lines.length === count) one[column] = lines[at]?.trim();
    else if (MEASURES.some((measure) => measure === column)) delete one[column];
  }
  return one;
};

const beginKeyResults = (walk: Walk, row: TableRow, cells: readonly GridCell[], said: Said): void => {
  const parent = walk.open.findLast((record) => record !== undefined);
  const isWide = row.byRole("keyResult").length > 1;
  for (const cell of cells) {
    const lines = isList(cell.text) ? linesOf(cell.text) : [cell.text];
    const own: Said = isWide ? ofObjective(said, false) : said;
    for (const [at, line] of lines.entries()) {
      const each = lines.length === 1 ? own : lineOf(own, lines.length, at);
      const record = recordOf(row, { kind: "keyResult", text: withoutMark(line.trim()), cell, said: each, parent });
      add(walk, isWide ? { ...record, cells: each } : record);
    }
  }
};

/** A row of a table that has columns for each level; what is not filled goes on from above. [IF4] */
export const readColumns = (walk: Walk, row: TableRow, ownerAt: number | undefined): void => {
  const begun = begunIn(row);
  const initiatives = row.byRole("initiative").filter(isFilled);
  for (const cell of initiatives) pass(walk, cell, "Initiative");
  if (begun.objectives.length === 0 && begun.keyResults.length === 0) {
    if (initiatives.length === 0) passRow(walk, row, "Outside");
    return;
  }
  const { columns } = walk.table;
  const owners = columns.flatMap(({ role }, at) => (role === "owner" && at !== ownerAt ? (row.cells[at] ?? []) : []));
  const ownerOfObjective = ownerAt === undefined ? undefined : row.cells[ownerAt];
  const said = saidBy(row, columns, owners.find(isFilled));
  const objectiveOwner: Said = isFilled(ownerOfObjective) ? { owner: ownerOfObjective.value } : {};
  beginObjectives(walk, row, begun, said, objectiveOwner);
  beginKeyResults(walk, row, begun.keyResults, said);
};
