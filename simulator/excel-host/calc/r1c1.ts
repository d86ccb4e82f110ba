import { columnName, parseAddress } from "../model/address.ts";
import { tokenize } from "./lexer.ts";

const CORNER = /^(\$?)([A-Za-z]+)(\$?)(\d+)$/;

const indexOf = (address: string): { readonly row: number; readonly column: number } | undefined =>
  parseAddress(address)?.area;

const part = (letter: "R" | "C", isFixed: boolean, index: number, from: number): string => {
  if (isFixed) return `${letter}${index + 1}`;
  return index === from ? letter : `${letter}[${index - from}]`;
};

const cornerToR1C1 = (corner: string, row: number, column: number): string | undefined => {
  const [, pinColumn, , pinRow] = CORNER.exec(corner) ?? [];
  const at = indexOf(corner.replaceAll("$", ""));
  if (pinColumn === undefined || !at) return undefined;
  return part("R", pinRow === "$", at.row, row) + part("C", pinColumn === "$", at.column, column);
};

/** The formula of a cell in R1C1 style; undefined for references to whole rows or columns, which are not emulated. */
export const toR1C1 = (formula: string, row: number, column: number): string | undefined => {
  const tokens = formula.startsWith("=") ? tokenize(formula.slice(1)) : undefined;
  if (!tokens) return formula;
  const texts: string[] = [];
  for (const { type, text } of tokens) {
    const prefix = type === "reference" ? text.slice(0, text.lastIndexOf("!") + 1) : "";
    const corners = text.slice(prefix.length).split(":");
    const turned = type === "reference" ? corners.map((corner) => cornerToR1C1(corner, row, column)) : [text];
    if (turned.includes(undefined)) return undefined;
    texts.push(prefix + turned.join(":"));
  }
  return `=${texts.join("")}`;
};

/** Texts, quoted names, references in R1C1 style, brackets of structured references. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.\]])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![\w(.[])|\[(?:[^[\]]|\[[^\]]*\])*\]/gi;

const placeOf = (text: string | undefined, from: number): { readonly index: number; readonly pin: string } => {
  if (text === undefined) return { index: from, pin: "" };
  return text.startsWith("[")
    ? { index: from + Number(text.slice(1, -1)), pin: "" }
    : { index: Number(text) - 1, pin: "$" };
};

/** A formula in R1C1 style as the cell at that place says it in A1 style. */
export const fromR1C1 = (formula: string, row: number, column: number): string => {
  if (!formula.startsWith("=")) return formula;
  return formula.replaceAll(PIECES, (piece: string, rowText?: string, columnText?: string) => {
    if (!/^R/i.test(piece)) return piece;
    const { index: atRow, pin: rowPin } = placeOf(rowText, row);
    const { index: atColumn, pin: columnPin } = placeOf(columnText, column);
    if (atRow < 0 || atColumn < 0) return "#REF!";
    return `${columnPin}${columnName(atColumn)}${rowPin}${atRow + 1}`;
  });
};
