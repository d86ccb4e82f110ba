// Cuts formula text into tokens that keep their place, so that references can be rewritten without touching the rest.

export type TokenType =
  "number" | "text" | "error" | "reference" | "structured" | "function" | "name" | "operator" | "space";

export interface Token {
  readonly type: TokenType;
  readonly text: string;
  /** Offset in the formula, counted after the "=". */
  readonly start: number;
}

const SHEET = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)`;
const AFTER_REFERENCE = String.raw`(?![\p{L}\p{N}_.(\[])`;
const AREA = String.raw`\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7}`;

const PATTERNS: readonly (readonly [TokenType, RegExp])[] = [
  ["space", /\s+/uy],
  ["text", /"(?:[^"]|"")*"/uy],
  [
    "error",
    new RegExp(
      String.raw`${SHEET}?#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|GETTING_DATA|SPILL!|CALC!|BUSY!)`,
      "iuy",
    ),
  ],
  ["reference", new RegExp(`${SHEET}?(?:${AREA})${AFTER_REFERENCE}`, "uy")],
  ["number", /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy],
  ["function", /[\p{L}_][\p{L}\p{N}_.]*(?=\()/uy],
  ["name", new RegExp(String.raw`${SHEET}?[\p{L}_\\][\p{L}\p{N}_.\\?]*`, "uy")],
  ["operator", /<>|<=|>=|[-+*/^&=<>%(),;{}:@#]/uy],
];

const STRUCTURED_HEAD = /(?:[\p{L}_\\][\p{L}\p{N}_.\\]*)?\[/uy;

/** End of a bracket group that starts at `open`; an apostrophe escapes the next character. -1 when it never closes. */
const closingBracket = (text: string, open: number): number => {
  let depth = 0;
  for (let i = open; i < text.length; i += 1) {
    const letter = text[i];
    if (letter === "'") i += 1;
    else if (letter === "[") depth += 1;
    else if (letter === "]") depth -= 1;
    if (depth === 0) return i;
  }
  return -1;
};

const structuredAt = (text: string, start: number): string | undefined => {
  STRUCTURED_HEAD.lastIndex = start;
  const head = STRUCTURED_HEAD.exec(text);
  if (!head) return undefined;
  const end = closingBracket(text, start + head[0].length - 1);
  return end === -1 ? undefined : text.slice(start, end + 1);
};

const tokenAt = (text: string, start: number): Token | undefined => {
  const structured = structuredAt(text, start);
  if (structured) return { type: "structured", text: structured, start };
  for (const [type, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found) return { type, text: found, start };
  }
  return undefined;
};

/** Tokens of a formula without its "="; undefined where a character cannot be read. */
export const tokenize = (text: string): readonly Token[] | undefined => {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length;) {
    const token = tokenAt(text, start);
    if (!token) return undefined;
    tokens.push(token);
    start += token.text.length;
  }
  return tokens;
};
