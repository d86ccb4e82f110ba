import { plainWords } from "../../entry/characters.ts";
import { atOnce, sliced, type Slices } from "../../slices.ts";
import { filledIn, type Grid, type GridCell } from "./grid.ts";
import { meaningsOf, rolesNamed, type Role } from "./headerWords.ts";

/** Where a table stands on its sheet; rows and columns of the grid, the last ones included. */
export interface TableArea {
  /** Undefined where no row names its columns. */
  readonly header: number | undefined;
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
  /** Rows above it that name it: the team, the quarter. */
  readonly titles: readonly number[];
}

const LEVEL_ROLES: ReadonlySet<Role> = new Set<Role>(["text", "objective", "keyResult"]);

const rolesOf = ({ text }: GridCell): readonly Role[] => rolesNamed(text);

const LONGEST_NAME = 40;

/** Half of its cells name or mention columns, at least two kinds are named, and none is a number. [IF1] */
const isHeader = (cells: readonly GridCell[]): boolean => {
  const filled = filledIn(cells);
  if (filled.length < 2 || filled.some(({ value }) => typeof value === "number")) return false;
  const known = filled.map(rolesOf).filter((roles) => roles.length > 0);
  const kinds = new Set(known.map(([role]) => role));
  if (kinds.size < 2 && !(kinds.has("reading") && known.length >= 3)) return false;
  if (known.length >= filled.length / 2) return true;
  const namesText = known.some((roles) => roles.some((role) => LEVEL_ROLES.has(role)));
  const isShort = filled.every(({ text }) => text.length <= LONGEST_NAME);
  return namesText && isShort && filled.filter(({ text }) => meaningsOf(text).length > 0).length >= filled.length / 2;
};

/** Lists that people put beside their OKRs: whom to call, what a colour means. */
const OTHER_LISTS: ReadonlySet<string> = new Set(
  [
    "phone", "telephone", "tel", "mobile", "extension", "email", "e-mail", "mail", "room", "office", "address", "contact",
    "telefon", "handy", "durchwahl", "raum", "zimmer", "büro", "adresse", "colour", "color", "meaning", "legend", "abbreviation",
    "farbe", "bedeutung", "legende", "abkürzung", "kürzel", "initials", "الهاتف", "الجوال", "البريد الإلكتروني", "الغرفة", "المكتب",
    "اللون", "المعنى",
  ].map(plainWords),
); // prettier-ignore

/** Heads a list that holds no OKRs: at least half of its short cells name what only such lists have. */
const headsOtherList = (cells: readonly GridCell[]): boolean => {
  const filled = filledIn(cells);
  const known = filled.filter(({ text }) => OTHER_LISTS.has(plainWords(text))).length;
  return filled.length >= 2 && known >= filled.length / 2 && filled.every(({ text }) => text.length <= LONGEST_NAME);
};

const wordsOf = (cells: readonly GridCell[], from: number, to: number): string =>
  cells
    .slice(from, to + 1)
    .map(({ text }) => plainWords(text))
    .join("|");

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Filled header cells in runs; a run ends where neither the header nor the rows below have anything. */
const runsOf = (cells: readonly GridCell[], body: readonly (readonly GridCell[])[]): readonly Span[] => {
  const runs: Span[] = [];
  for (const [column, { text }] of cells.entries()) {
    const inUse = text !== "" || body.some((row) => (row[column]?.text ?? "") !== "");
    const last = runs.at(-1);
    if (!inUse) continue;
    if (last && last.to === column - 1) runs[runs.length - 1] = { ...last, to: column };
    else runs.push({ from: column, to: column });
  }
  return runs;
};

/** Tables beside each other: each run names a text of its own. Otherwise the row heads one table over the whole width. [IF1] */
const spansOf = (cells: readonly GridCell[], body: readonly (readonly GridCell[])[]): readonly Span[] => {
  const runs = runsOf(cells, body);
  const namesText = ({ from, to }: Span): boolean =>
    cells.slice(from, to + 1).some((cell) => rolesOf(cell).some((role) => LEVEL_ROLES.has(role)));
  if (runs.length > 1 && runs.every(namesText)) return runs;
  return [{ from: 0, to: Math.max(0, cells.length - 1) }];
};

const filledWithin = (cells: readonly GridCell[] | undefined, { from, to }: Span): number =>
  filledIn((cells ?? []).slice(from, to + 1)).length;

const MOST_TITLES = 3;

/** Single cells directly above a header, with nothing or the beginning of the sheet above them. */
const titlesAbove = ({ rows }: Grid, header: number, span: Span): readonly number[] => {
  const titles: number[] = [];
  let row = header - 1;
  while (row >= 0 && titles.length === 0 && filledWithin(rows[row], span) === 0) row -= 1;
  if (header - row > 2) return [];
  while (row >= 0 && filledWithin(rows[row], span) === 1 && titles.length < MOST_TITLES) {
    titles.unshift(row);
    row -= 1;
  }
  return row < 0 || filledWithin(rows[row], span) === 0 ? titles : [];
};

const overlaps = (a: Span, b: Span): boolean => a.from <= b.to && b.from <= a.to;

interface OpenTable extends Span {
  readonly header: number;
  readonly titles: readonly number[];
  /** Whether it holds something else than OKRs. */
  readonly isOther: boolean;
  last: number;
}

/** The rows that a header rules at most: up to the next header. */
const bodyOf = (rows: Grid["rows"], headers: readonly number[], at: number): Grid["rows"] =>
  rows.slice((headers[at] ?? 0) + 1, headers[at + 1] ?? rows.length);

const repeats = ({ rows }: Grid, header: number, titles: readonly number[], open: readonly OpenTable[]): boolean =>
  titles.length === 0 &&
  open.some(
    (table) =>
      table.last === rows.length - 1 &&
      wordsOf(rows[header] ?? [], table.from, table.to) === wordsOf(rows[table.header] ?? [], table.from, table.to),
  );

const FEWEST_NAMES = 3;
const HEAD_WITHIN = 20;

/** Where no row is made of known names: the first row of short texts that mention two, above columns of numbers or days. [IF1] */
const headOver = (rows: Grid["rows"]): number | undefined => {
  const at = rows.slice(0, HEAD_WITHIN).findIndex((cells) => {
    const filled = filledIn(cells);
    const isShort = filled.every(
      ({ text, value }) => typeof value === "string" && text.length <= LONGEST_NAME && !/\d/u.test(text),
    );
    return (
      filled.length >= FEWEST_NAMES && isShort && filled.filter(({ text }) => meaningsOf(text).length > 0).length >= 2
    );
  });
  if (at < 0) return undefined;
  const isCounted = (rows[at] ?? []).some(({ text }, column) => {
    const below = rows.slice(at + 1).flatMap((cells) => filledIn(cells.slice(column, column + 1)));
    return text !== "" && below.length > 1 && below.filter((cell) => /\d/u.test(cell.text)).length >= below.length / 2;
  });
  return isCounted ? at : undefined;
};

/** Rows that name columns. [IF1] */
export function* headersIn({ rows }: Grid): Slices<readonly number[]> {
  const flags = yield* sliced(rows, (cells) => isHeader(cells) || headsOtherList(cells));
  const headers = flags.flatMap((flag, row) => (flag ? [row] : []));
  if (headers.some((row) => isHeader(rows[row] ?? []))) return headers;
  const over = headOver(rows);
  return over === undefined ? headers : [over, ...headers.filter((row) => row > over)];
}

/** The tables of a sheet in the order of their headers; the whole sheet where no row heads columns. [IF1] */
export const findTables = (grid: Grid, headers: readonly number[] = atOnce(headersIn(grid))): readonly TableArea[] => {
  const { rows, width } = grid;
  const tables: OpenTable[] = [];
  for (const [at, header] of headers.entries()) {
    const spans = spansOf(rows[header] ?? [], bodyOf(rows, headers, at));
    for (const span of spans) {
      const above = titlesAbove(grid, header, span);
      if (repeats(grid, header, above, tables)) continue;
      const titles = tables.length === 0 ? Array.from({ length: header }, (_, row) => row) : above;
      for (const table of tables) {
        if (overlaps(table, span)) table.last = Math.min(table.last, (titles[0] ?? header) - 1);
      }
      tables.push({ header, titles, ...span, isOther: headsOtherList(rows[header] ?? []), last: rows.length - 1 });
    }
  }
  const ours = tables.filter(({ isOther }) => !isOther);
  if (ours.length === 0) {
    return [{ header: undefined, first: 0, last: rows.length - 1, from: 0, to: Math.max(0, width - 1), titles: [] }];
  }
  return ours.map(({ header, titles, from, to, last }) => ({ header, first: header + 1, last, from, to, titles }));
};

const LABEL_COLUMNS = 3;
const MOST_FIELDS = 200;

/** Whether the first columns hold the names of what stands beside them, so that the sheet has to be read turned. [IF1] */
export const isTurned = ({ rows, width }: Grid, headers: readonly number[]): boolean => {
  const widest = Math.max(
    0,
    ...headers.map((row) => new Set((rows[row] ?? []).flatMap((cell) => rolesOf(cell)[0] ?? [])).size),
  );
  // Nobody puts more fields below each other than a screen holds; a longer sheet has its records there.
  if (rows.length > MOST_FIELDS) return false;
  return Array.from({ length: Math.min(LABEL_COLUMNS, width) }, (_, column) =>
    rows.flatMap((cells) => filledIn(cells.slice(column, column + 1))),
  ).some((labels) => {
    const known = labels.map(rolesOf).filter((roles) => roles.length > 0);
    const kinds = new Set(known.map(([role]) => role));
    return known.length >= labels.length * 0.6 && kinds.size >= 3 && kinds.size > widest;
  });
};
