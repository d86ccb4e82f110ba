/**
 * Formulas stand in files in another dialect than on screen (ECMA-376 part 1, 18.17; "Issue: An _xlfn. prefix is
 * displayed in front of a formula", support.microsoft.com): functions younger than Excel 2007 carry a prefix and
 * `[@Column]` is written out as `Table[[#This Row],[Column]]`. Neither side here carries the leading "=".
 */
const YOUNG_FUNCTIONS = [
  "CONCAT",
  "COVARIANCE.P",
  "DAYS",
  "FILTER",
  "FORECAST.LINEAR",
  "IFNA",
  "IFS",
  "ISOWEEKNUM",
  "LET",
  "MAXIFS",
  "MINIFS",
  "NORM.DIST",
  "NORM.INV",
  "NORM.S.INV",
  "NUMBERVALUE",
  "PERCENTILE.EXC",
  "PERCENTILE.INC",
  "QUARTILE.INC",
  "RANDARRAY",
  "RANK.EQ",
  "SEQUENCE",
  "SORT",
  "SORTBY",
  "STDEV.P",
  "STDEV.S",
  "SWITCH",
  "TEXTAFTER",
  "TEXTBEFORE",
  "TEXTJOIN",
  "TEXTSPLIT",
  "UNIQUE",
  "VAR.P",
  "VAR.S",
  "XLOOKUP",
  "XMATCH",
] as const;

/** FILTER and SORT carry a second prefix of their own. */
const WORKSHEET_FUNCTIONS: ReadonlySet<string> = new Set(["FILTER", "SORT"]);

const YOUNG = new RegExp(
  `(?<![\\w.])(${YOUNG_FUNCTIONS.map((name) => name.replace(".", "\\.")).join("|")})(?=\\()`,
  "gi",
);
const PREFIX = /_xlfn\.(?:_xlws\.)?|_xlpm\./g;

/** Texts in quotes are not formulas and stay as they are. */
const outsideQuotes = (formula: string, change: (part: string) => string): string =>
  formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join("");

const prefixed = (name: string): string =>
  `_xlfn.${WORKSHEET_FUNCTIONS.has(name.toUpperCase()) ? "_xlws." : ""}${name.toUpperCase()}`;

/** `tableName`: the table in which the formula stands, for `[@Column]`. */
export const toFileFormula = (formula: string, tableName: string | undefined): string =>
  outsideQuotes(formula.replace(/^=/, ""), (part) =>
    part
      .replace(YOUNG, prefixed)
      .replace(
        /([\p{L}\p{N}_.\\]*)\[@(?:\[([^\]]*)\]|([^[\]]*))\]/gu,
        (_, table: string, bracketed?: string, plain?: string) => {
          const column = bracketed ?? plain ?? "";
          const owner = table === "" ? (tableName ?? "") : table;
          return column === "" ? `${owner}[#This Row]` : `${owner}[[#This Row],[${column}]]`;
        },
      ),
  );

export const fromFileFormula = (formula: string): string =>
  `=${outsideQuotes(formula, (part) =>
    part.replace(PREFIX, "").replace(/\[\[#This Row\],\[([^\]]*)\]\]/gi, "[@[$1]]"),
  )}`;
