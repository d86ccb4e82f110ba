import { contentsOf, fit, type Contents } from "./contents.ts";
import { meaningsOf, type Role } from "./headerWords.ts";
import type { TableArea } from "./findTables.ts";
import { filledIn, type Grid, type GridCell } from "./grid.ts";
import type { Because, ColumnMapping } from "./mapping.ts";

/** Roles that several columns of a table may have. */
const REPEATABLE: ReadonlySet<Role> = new Set<Role>([
  "objective",
  "keyResult",
  "initiative",
  "reading",
  "owner",
  "ignore",
]);

interface Column {
  readonly header: string;
  readonly contents: Contents;
}

interface Claim {
  readonly column: number;
  readonly role: Role;
  readonly score: number;
  readonly because: Because;
  readonly sure: number;
}

const NAME_SURE = 0.85;
const WORTH = 0.25;
/** A later meaning of the same word counts a little less. */
const ORDER = 0.02;

const claimsByHeader = ({ header, contents }: Column, column: number): readonly Claim[] =>
  meaningsOf(header).map(({ role, sure }, at) => ({
    column,
    role,
    score: sure * fit(role, contents) - at * ORDER,
    because: sure > NAME_SURE ? "name" : "part",
    sure: sure * Math.min(1, 0.4 + fit(role, contents) * 0.6),
  }));

/** What contents alone say, where no header does. */
const claimsByContents = ({ header, contents }: Column, column: number): readonly Claim[] => {
  const claim = (role: Role, sure: number): Claim => ({ column, role, score: sure * 0.6, because: "contents", sure });
  const { filled, addresses, names, days, kinds, outlines, length } = contents;
  if (filled < 2) return [];
  const claims: Claim[] = [];
  if (kinds >= 0.6) claims.push(claim("kind", 0.8));
  if (addresses >= 0.6) claims.push(claim("owner", 0.8));
  if (header === "" && outlines >= 0.8 && length <= 8) claims.push(claim("outline", 0.7));
  if (header === "" && names >= 0.6) claims.push(claim("owner", 0.6));
  if (header === "" && days >= 0.6) claims.push(claim("due", 0.6));
  return claims;
};

/** The strongest claim first; a role that cannot be shared goes to one column only. */
const settle = (claims: readonly Claim[], width: number): (Claim | undefined)[] => {
  const settled: (Claim | undefined)[] = Array.from({ length: width }, () => undefined);
  const taken = new Set<Role>();
  for (const claim of claims.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    if (claim.score < WORTH || settled[claim.column] || (taken.has(claim.role) && !REPEATABLE.has(claim.role)))
      continue;
    settled[claim.column] = claim;
    taken.add(claim.role);
  }
  return settled;
};

const LEVELS: ReadonlySet<Role> = new Set<Role>(["text", "objective", "keyResult", "initiative"]);

/** The column with the longest words that nothing better was found for. */
const proseAmong = (columns: readonly Column[], free: (column: number) => boolean): number | undefined => {
  const weight = ({ contents: { words, length, filled, names } }: Column): number =>
    words >= 0.5 && filled > 0 && names < 0.7 ? words * length : 0;
  const best = columns
    .map((column, at) => ({ at, weight: free(at) ? weight(column) : 0 }))
    .toSorted((a, b) => b.weight - a.weight)[0];
  return best && best.weight > 0 ? best.at : undefined;
};

const guessed = (role: Role, sure: number): ColumnMapping => ({ role, because: "contents", sure });

interface Roles {
  readonly columns: readonly Column[];
  readonly roles: ColumnMapping[];
}

const placeOf = ({ roles }: Roles, role: Role): number => roles.findIndex((one) => one.role === role);

/** Gives a column another role; how it was found stays, how sure that is does not. */
const turnTo = ({ roles }: Roles, column: number, role: Role, sure = 0.6): void => {
  if (column >= 0) roles[column] = { ...(roles[column] ?? guessed(role, sure)), role, sure };
};

/** Some column holds the texts, named or not. */
const findText = (of: Roles): void => {
  if (placeOf(of, "objective") >= 0 || placeOf(of, "keyResult") >= 0 || placeOf(of, "text") >= 0) return;
  const { columns, roles } = of;
  const free = proseAmong(columns, (column) => roles[column]?.role === "ignore");
  const prose = free ?? proseAmong(columns, (column) => !LEVELS.has(roles[column]?.role ?? "ignore"));
  if (prose !== undefined) roles[prose] = guessed("text", 0.5);
};

/**
 * Whether a column of targets rather holds key results: words about as long as sentences. Not beside texts with numbers of several
 * depths before them, which are of all levels already.
 */
const isOfKeyResults = (target: Column | undefined, objective: Column | undefined): boolean => {
  if (!target || (objective?.contents.depths ?? 0) > 1) return false;
  const { filled, length, words } = target.contents;
  return filled > 0 && length >= 12 && words >= 0.6;
};

/** Beside a column of objectives, key results may be called text or measure; else that one column holds all levels. */
const findKeyResults = (of: Roles): void => {
  if (placeOf(of, "objective") < 0 || placeOf(of, "keyResult") >= 0) return;
  const { columns, roles } = of;
  const target = placeOf(of, "target");
  if (placeOf(of, "text") >= 0) turnTo(of, placeOf(of, "text"), "keyResult");
  else if (isOfKeyResults(columns[target], columns[placeOf(of, "objective")])) {
    roles[target] = guessed("keyResult", 0.6);
  } else if (roles.filter(({ role }) => role === "objective").length === 1) {
    const only = placeOf(of, "objective");
    turnTo(of, only, "text", roles[only]?.sure);
  }
};

/** Beside a column of key results, objectives may be called text or nothing; else that one column holds all levels. */
const findObjectives = (of: Roles): void => {
  const only = placeOf(of, "keyResult");
  if (only < 0 || placeOf(of, "objective") >= 0) return;
  const { columns, roles } = of;
  const text = placeOf(of, "text");
  const prose = text >= 0 ? text : proseAmong(columns.slice(0, only), (column) => roles[column]?.role === "ignore");
  if (prose === undefined) turnTo(of, only, "text", roles[only]?.sure);
  else turnTo(of, prose, "objective");
};

/** Columns of single levels need both an objective and a key result; one alone holds all levels. */
const withText = (columns: readonly Column[], roles: ColumnMapping[]): ColumnMapping[] => {
  const of = { columns, roles };
  findText(of);
  findKeyResults(of);
  findObjectives(of);
  if (placeOf(of, "objective") >= 0) turnTo(of, placeOf(of, "text"), "why");
  return roles;
};

/** Where nothing is called a target or a start: a column of amounts in words, or of two columns of numbers beside each other the right one. */
const withTarget = (columns: readonly Column[], roles: ColumnMapping[]): ColumnMapping[] => {
  const isFree = (at: number): boolean => roles[at]?.role === "ignore";
  const isOf = (at: number, what: "numbers" | "digits"): boolean =>
    isFree(at) && (columns[at]?.contents.filled ?? 0) > 1 && (columns[at]?.contents[what] ?? 0) >= 0.6;
  const target = roles.findIndex(({ role }) => role === "target");
  if (target >= 0) {
    // Directly left of the target stands where it comes from, whatever that is called.
    const isKnown = roles.some(({ role }) => role === "start" || role === "current" || role === "reading");
    if (!isKnown && isOf(target - 1, "numbers")) roles[target - 1] = guessed("start", 0.5);
    return roles;
  }
  const pair = columns.findIndex((_, at) => isOf(at, "numbers") && isOf(at + 1, "numbers"));
  if (pair >= 0 && !roles.some(({ role }) => role === "start")) {
    roles[pair] = guessed("start", 0.5);
    roles[pair + 1] = guessed("target", 0.5);
    return roles;
  }
  const words = columns.findIndex((column, at) => isOf(at, "digits") && column.contents.days < 0.5);
  if (words >= 0) roles[words] = guessed("target", 0.5);
  return roles;
};

/** Numbers such as 1.2 say where a row belongs; only beside a column of parents they are ids. */
const withOutline = (columns: readonly Column[], roles: ColumnMapping[]): ColumnMapping[] => {
  const id = roles.findIndex(({ role }) => role === "id");
  const contents = columns[id]?.contents;
  const isOutline =
    contents && contents.outlines >= 0.6 && !roles.some(({ role }) => role === "parent" || role === "outline");
  if (isOutline) roles[id] = { ...(roles[id] ?? guessed("outline", 0.6)), role: "outline" };
  return roles;
};

/** "Text" may be staggered over columns without headers of their own: what is further right is lower. */
const withSteps = (
  columns: readonly Column[],
  roles: ColumnMapping[],
  rows: readonly (readonly GridCell[])[],
): ColumnMapping[] => {
  let text = roles.findIndex(({ role }) => role === "text");
  if (text < 0) return roles;
  const alone = (left: number, right: number): boolean =>
    rows.every((cells) => (cells[left]?.text ?? "") === "" || (cells[right]?.text ?? "") === "");
  const isStep = (column: number): boolean => {
    const { header, contents } = columns[column] ?? {};
    return (
      header === "" && contents !== undefined && contents.filled > 0 && contents.words >= 0.5 && contents.length > 8
    );
  };
  while (text > 0 && isStep(text - 1) && alone(text - 1, text)) {
    text -= 1;
    roles[text] = guessed("text", 0.6);
  }
  for (let right = text + 1; right < columns.length; right += 1) {
    if (roles[right]?.role === "text") continue;
    if (!isStep(right) || !alone(text, right)) break;
    roles[right] = guessed("text", 0.6);
  }
  return roles;
};

/** Rows that are looked at; what a column is for shows in the first of them. */
const SHOWN_ROWS = 1_000;

/** What each column of a table is for, and why that is thought. [IF2] */
export const guessColumns = (
  { rows }: Grid,
  { header, first, last, from, to }: TableArea,
): readonly ColumnMapping[] => {
  const body = rows
    .slice(first, Math.min(last, first + SHOWN_ROWS) + 1)
    .map((cells) => cells.slice(from, to + 1))
    .filter((cells) => filledIn(cells).length > 0);
  const columns = Array.from({ length: to - from + 1 }, (_, at): Column => ({
    header: header === undefined ? "" : (rows[header]?.[from + at]?.text ?? ""),
    contents: contentsOf(body.flatMap((cells) => cells.slice(at, at + 1))),
  }));
  const claims = columns.flatMap((column, at) => [...claimsByHeader(column, at), ...claimsByContents(column, at)]);
  const settled = settle(claims, columns.length).map((claim): ColumnMapping =>
    claim
      ? { role: claim.role, because: claim.because, sure: claim.sure }
      : { role: "ignore", because: "contents", sure: 1 },
  );
  const named = withTarget(columns, withOutline(columns, withText(columns, settled)));
  return withSteps(columns, named, body);
};
