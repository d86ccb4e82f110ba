/** Words of a `$filter` expression: OData 4.01 URL conventions, the part that Graph documents for lists and directories. */
import { refuse } from "../http/exchange.ts";

export type Token =
  | { readonly type: "word"; readonly text: string }
  | { readonly type: "string"; readonly value: string }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "date"; readonly value: string }
  | { readonly type: "mark"; readonly text: "(" | ")" | "," | ":" };

/** Alternatives in the order of trial; a date must be tried before a number, a number before a word. */
const pattern =
  /\s*(?:'((?:[^']|'')*)'|(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?)|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w-])|([A-Za-z_][\w./-]*)|([(),:]))/y;

export const invalidFilter = (detail: string): never => refuse(400, "BadRequest", `Invalid filter clause: ${detail}`);

const tokenOf = (match: RegExpExecArray): Token => {
  const [, text, date, number, word, mark] = match;
  if (text !== undefined) return { type: "string", value: text.replaceAll("''", "'") };
  if (date !== undefined) return { type: "date", value: date };
  if (number !== undefined) return { type: "number", value: Number(number) };
  if (word !== undefined) return { type: "word", text: word };
  return { type: "mark", text: mark as "(" | ")" | "," | ":" };
};

export const tokenize = (source: string): readonly Token[] => {
  const tokens: Token[] = [];
  const reader = new RegExp(pattern);
  let at = 0;
  while (source.slice(at).trim() !== "") {
    reader.lastIndex = at;
    const match = reader.exec(source);
    if (match === null) return invalidFilter(`there is a syntax error at position ${at} of '${source}'.`);
    tokens.push(tokenOf(match));
    at = reader.lastIndex;
  }
  return tokens;
};
