import { kindOf } from "../vocabulary.ts";
import { measureInText } from "../textMeasure.ts";
import type { GridCell } from "./grid.ts";
import type { Role } from "./headerWords.ts";
import type { LevelRule, RowKind } from "./mapping.ts";
import { isList, isTotal, numberMark, outlineMark, wordMark, type Mark } from "./marks.ts";

/** A row of a table with its cells by role. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly GridCell[];
  readonly byRole: (role: Role) => readonly GridCell[];
}

/** The first filled cell of a role. */
export const cellOf = (row: TableRow, role: Role): GridCell | undefined =>
  row.byRole(role).find(({ text }) => text !== "");

export const textOf = (row: TableRow): string => cellOf(row, "text")?.text ?? "";

/** The mark of a row: in a column of its own, else before the text. */
export const markOf = (row: TableRow): Mark | undefined => {
  const own = outlineMark(cellOf(row, "outline")?.text ?? "");
  const before = wordMark(textOf(row)) ?? numberMark(textOf(row));
  return own ? { ...before, ...own, rest: before?.rest ?? textOf(row) } : before;
};

const MEASURES: readonly Role[] = ["start", "target", "reading"];

/** Whether the row states something to measure. */
const isMeasured = (row: TableRow): boolean =>
  MEASURES.some((role) => cellOf(row, role) !== undefined) || measureInText(textOf(row), "en") !== undefined;

const indentOf = (row: TableRow): number => cellOf(row, "text")?.indent ?? 0;
const lookOf = (row: TableRow): string => cellOf(row, "text")?.look ?? "";
const stepOf = (row: TableRow): number => row.byRole("text").findIndex(({ text }) => text !== "");

/** Depths of rows by a size of theirs: what is larger than the row above it hangs below it. */
const nested = (sizes: readonly number[]): readonly number[] => {
  const open: number[] = [];
  return sizes.map((size) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= size) open.pop();
    open.push(size);
    return open.length - 1;
  });
};

/** The depth of each row, 0 the highest; undefined where the sign is missing. [IF4] */
export const depthsOf = (
  rows: readonly TableRow[],
  { by, looks }: Pick<LevelRule, "by" | "looks">,
): readonly (number | undefined)[] => {
  switch (by) {
    case "number":
      return rows.map((row) => {
        const depth = markOf(row)?.depth;
        return depth === undefined ? undefined : depth - 1;
      });
    case "indent":
      return nested(rows.map(indentOf));
    case "steps":
      return rows.map(stepOf).map((step) => (step < 0 ? undefined : step));
    case "look":
      return rows.map((row) => {
        const depth = looks.indexOf(lookOf(row));
        return depth < 0 ? Math.max(0, looks.length - 1) : depth;
      });
    case "measures":
      return rows.map((row) => Number(isMeasured(row)));
    case "none":
      return rows.map(() => 0);
    case "columns":
    case "kind":
    case "parent":
    case "lines":
    case "words":
      return rows.map(() => undefined);
  }
};

const OTHERS: readonly Role[] = ["owner", "start", "target", "current", "due", "weight", "confidence"];
const LONGEST_HEADING_WORDS = 4;

/** Nothing but a short name: a department, not an objective. */
const isBare = (row: TableRow): boolean =>
  OTHERS.every((role) => cellOf(row, role) === undefined) && textOf(row).split(/\s+/u).length <= LONGEST_HEADING_WORDS;

/**
 * What the rows of each depth are: key results are where most is measured, objectives above them, tasks below them; a highest
 * level of three that holds only short names is made of departments. [IF4]
 */
export const kindsOf = (rows: readonly TableRow[], depths: readonly (number | undefined)[]): readonly RowKind[] => {
  const deepest = Math.max(0, ...depths.map((depth) => depth ?? 0));
  const levels = Array.from({ length: deepest + 1 }, (_, depth) => rows.filter((_row, at) => depths[at] === depth));
  const measured = levels.map((level) => level.filter(isMeasured).length);
  if (deepest === 0) return [(measured[0] ?? 0) > 0 ? "keyResult" : "objective"];
  const most = Math.max(...measured.slice(1));
  const keyResults = most === 0 ? deepest : measured.indexOf(most, 1);
  return levels.map((level, depth): RowKind => {
    if (depth > keyResults) return "initiative";
    if (depth === keyResults) return "keyResult";
    return depth === 0 && keyResults > 1 && level.every(isBare) ? "heading" : "objective";
  });
};

const MOST_LOOKS = 4;
const RARE = 0.08;

/** Looks in the order in which they come, highest first; those of single rows are somebody's highlighter. */
export const looksOf = (rows: readonly TableRow[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(lookOf(row), (counts.get(lookOf(row)) ?? 0) + 1);
  const rare = rows.length * RARE;
  return [...counts].filter(([, count], at) => at === 0 || count > 1 || count > rare).map(([look]) => look);
};

interface LevelGuess {
  readonly rule: LevelRule;
  readonly sure: number;
}

const withKinds = (
  rows: readonly TableRow[],
  by: LevelRule["by"],
  sure: number,
  looks: readonly string[] = [],
): LevelGuess => ({
  rule: { by, looks, kinds: kindsOf(rows, depthsOf(rows, { by, looks })) },
  sure,
});

const plain = (by: LevelRule["by"], sure: number): LevelGuess => ({ rule: { by, looks: [], kinds: [] }, sure });

const shareOf = (rows: readonly TableRow[], test: (row: TableRow) => boolean): number =>
  rows.length === 0 ? 0 : rows.filter(test).length / rows.length;

const MOST_ROWS = 0.6;

const byNumber = (rows: readonly TableRow[]): LevelGuess | undefined => {
  const depths = rows.map((row) => markOf(row)?.depth);
  const known = depths.filter((depth) => depth !== undefined);
  const isOutline =
    known.length >= rows.length * MOST_ROWS && new Set(known).size >= 2 && known[0] === Math.min(...known);
  return isOutline ? withKinds(rows, "number", 0.95) : undefined;
};

const byIndent = (rows: readonly TableRow[]): LevelGuess | undefined => {
  const depths = nested(rows.map(indentOf));
  return Math.max(...depths) > 0 && indentOf(rows[0] as TableRow) <= Math.min(...rows.map(indentOf))
    ? withKinds(rows, "indent", 0.85)
    : undefined;
};

const byLook = (rows: readonly TableRow[]): LevelGuess | undefined => {
  const looks = looksOf(rows);
  const first = rows.filter((row) => lookOf(row) === looks[0]).length;
  const isOrdered = looks.length >= 2 && looks.length <= MOST_LOOKS && first < rows.length * MOST_ROWS;
  return isOrdered ? withKinds(rows, "look", 0.75, looks) : undefined;
};

const byMeasures = (rows: readonly TableRow[]): LevelGuess | undefined => {
  const measured = shareOf(rows, isMeasured);
  const isMixed = measured >= 0.3 && measured < 1 && !isMeasured(rows[0] as TableRow);
  return isMixed ? { rule: { by: "measures", looks: [], kinds: ["objective", "keyResult"] }, sure: 0.6 } : undefined;
};

/** What columns or words say outright. */
const byStatement = (
  all: readonly TableRow[],
  rows: readonly TableRow[],
  roles: readonly Role[],
): LevelGuess | undefined => {
  if (roles.includes("parent")) return plain("parent", 0.95);
  const isKind = (row: TableRow): boolean => kindOf(cellOf(row, "kind")?.text ?? "") !== undefined;
  if (roles.includes("kind") && shareOf(all, isKind) >= MOST_ROWS) return plain("kind", 0.95);
  if (shareOf(rows, (row) => isList(textOf(row))) >= 0.5) return plain("lines", 0.85);
  const kinds = rows.map((row) => markOf(row)?.kind);
  const marked = kinds.filter((kind) => kind !== undefined);
  return marked.length >= rows.length * MOST_ROWS && kinds.includes("keyResult") ? plain("words", 0.95) : undefined;
};

const byPlace = (rows: readonly TableRow[], roles: readonly Role[]): LevelGuess => {
  if (roles.filter((role) => role === "text").length > 1) return withKinds(rows, "steps", 0.85);
  return byNumber(rows) ?? byIndent(rows) ?? byLook(rows) ?? byMeasures(rows) ?? withKinds(rows, "none", 0.3);
};

/** By what the rows show their levels: the most explicit sign that most of them bear. [IF4] */
export const guessLevels = (all: readonly TableRow[], roles: readonly Role[]): LevelGuess => {
  const rows = all.filter((row) => textOf(row) !== "" && !isTotal(textOf(row)));
  if (roles.includes("objective") && roles.includes("keyResult")) return plain("columns", 0.9);
  if (roles.includes("objective") && !roles.includes("text")) return plain("columns", 0.6);
  if (rows.length === 0) return plain("none", 0);
  return byStatement(all, rows, roles) ?? byPlace(rows, roles);
};
