import type { Rect } from "../model/address.ts";
import {
  columnName,
  isEntireColumns,
  isEntireRows,
  lastColumn,
  lastRow,
  parseAddress,
  quoteSheetName,
} from "../model/address.ts";
import type { Token } from "./lexer.ts";
import { tokenize } from "./lexer.ts";
import { offsetArea, pinTexts, pinsOf } from "./relative.ts";

const prefixOf = (token: string): string => token.slice(0, token.lastIndexOf("!") + 1);

const sheetOf = (prefix: string): string | undefined => {
  if (prefix === "") return undefined;
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
};

/** Writes an area in the style (pins, one or two corners) of the reference it replaces. */
const writeArea = (area: Rect, body: string): string => {
  const [a = "", b = "", c = a, d = b] = pinTexts(body);
  const isColumns = /^\$?[A-Za-z]+:/.test(body);
  const isRows = /^\$?\d+:/.test(body);
  if (isColumns && isEntireColumns(area)) return `${a}${columnName(area.column)}:${b}${columnName(lastColumn(area))}`;
  if (isRows && isEntireRows(area)) return `${a}${area.row + 1}:${b}${lastRow(area) + 1}`;
  const first = `${a}${columnName(area.column)}${b}${area.row + 1}`;
  if (!body.includes(":")) return first;
  return `${first}:${c}${columnName(lastColumn(area))}${d}${lastRow(area) + 1}`;
};

const rebuild = (formula: string, rewrite: (token: Token) => string): string => {
  if (!formula.startsWith("=")) return formula;
  const tokens = tokenize(formula.slice(1));
  return tokens ? `=${tokens.map(rewrite).join("")}` : formula;
};

/**
 * Moves every reference of a formula: `move` gets the sheet a reference names (undefined = the formula's own) and its
 * area, and gives the new area or null for #REF!.
 */
export const mapReferences = (formula: string, move: (sheet: string | undefined, area: Rect) => Rect | null): string =>
  rebuild(formula, (token) => {
    if (token.type !== "reference") return token.text;
    const prefix = prefixOf(token.text);
    const parsed = parseAddress(token.text);
    if (!parsed) return token.text;
    const next = move(sheetOf(prefix), parsed.area);
    if (next === parsed.area) return token.text;
    return next ? prefix + writeArea(next, token.text.slice(prefix.length)) : `${prefix}#REF!`;
  });

/** The formula as it reads when copied `rows` down and `columns` right: parts without "$" move along. */
export const copyFormula = (formula: string, rows: number, columns: number): string => {
  if (rows === 0 && columns === 0) return formula;
  return rebuild(formula, (token) => {
    if (token.type !== "reference") return token.text;
    const prefix = prefixOf(token.text);
    const body = token.text.slice(prefix.length);
    const parsed = parseAddress(token.text);
    const next = parsed ? offsetArea(parsed.area, pinsOf(body), { rows, columns }) : null;
    return next ? prefix + writeArea(next, body) : `${prefix}#REF!`;
  });
};

/** Gives references to a sheet its new name; null turns them into #REF!. */
export const renameSheet = (formula: string, from: string, to: string | null): string =>
  rebuild(formula, (token) => {
    const prefix = prefixOf(token.text);
    const isPrefixed = token.type === "reference" || token.type === "name" || token.type === "error";
    if (!isPrefixed || sheetOf(prefix)?.toLowerCase() !== from.toLowerCase()) return token.text;
    return to === null ? "#REF!" : `${quoteSheetName(to)}!${token.text.slice(prefix.length)}`;
  });

/** Gives structured references to a table its new name. */
export const renameTable = (formula: string, from: string, to: string): string =>
  rebuild(formula, (token) => {
    const open = token.type === "structured" ? token.text.indexOf("[") : token.text.length;
    const isTable = token.type === "structured" || token.type === "name";
    return isTable && token.text.slice(0, open).toLowerCase() === from.toLowerCase()
      ? to + token.text.slice(open)
      : token.text;
  });

/** Gives a table's column its new name inside structured references; both names come escaped. */
export const renameColumn = (
  formula: string,
  isOfTable: (table: string) => boolean,
  from: string,
  to: string,
): string =>
  rebuild(formula, (token) => {
    if (token.type !== "structured") return token.text;
    const open = token.text.indexOf("[");
    if (!isOfTable(token.text.slice(0, open))) return token.text;
    const pattern = new RegExp(
      String.raw`([[@])${from.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?=\])`,
      "gi",
    );
    return token.text.slice(0, open) + token.text.slice(open).replaceAll(pattern, (_, lead: string) => lead + to);
  });
