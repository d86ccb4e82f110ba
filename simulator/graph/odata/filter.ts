/** Parses `$filter` into an expression. Precedence: `not`, comparison, `and`, `or`. */
import { notEmulated } from "../http/exchange.ts";
import { invalidFilter, type Token, tokenize } from "./tokens.ts";

export type Literal = string | number | boolean | null;

export type Comparison = "eq" | "ne" | "lt" | "le" | "gt" | "ge";

export type Condition =
  | { readonly type: "compare"; readonly path: string; readonly op: Comparison; readonly value: Literal }
  | { readonly type: "startswith"; readonly path: string; readonly value: string }
  | { readonly type: "in"; readonly path: string; readonly values: readonly Literal[] }
  /** `path/any(x:x eq value)` */
  | { readonly type: "any"; readonly path: string; readonly value: Literal };

export type Filter =
  | Condition
  | { readonly type: "and" | "or"; readonly left: Filter; readonly right: Filter }
  | { readonly type: "not"; readonly operand: Filter };

const comparisons: ReadonlySet<string> = new Set(["eq", "ne", "lt", "le", "gt", "ge"]);

/** The position moves while the parser descends. */
interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

const peek = (reader: Reader): Token | undefined => reader.tokens[reader.at];

const take = (reader: Reader): Token => {
  const token = reader.tokens[reader.at];
  if (token === undefined) return invalidFilter("the expression ends too early.");
  reader.at += 1;
  return token;
};

const isWord = (token: Token | undefined, text: string): boolean =>
  token?.type === "word" && token.text.toLowerCase() === text;

const mark = (reader: Reader, text: string): void => {
  const token = take(reader);
  if (token.type !== "mark" || token.text !== text) invalidFilter(`'${text}' was expected.`);
};

const literal = (reader: Reader): Literal => {
  const token = take(reader);
  if (token.type === "string" || token.type === "number" || token.type === "date") return token.value;
  if (isWord(token, "true")) return true;
  if (isWord(token, "false")) return false;
  if (isWord(token, "null")) return null;
  return invalidFilter(`a value was expected in place of '${token.text}'.`);
};

const word = (reader: Reader): string => {
  const token = take(reader);
  return token.type === "word" ? token.text : invalidFilter("a property name was expected.");
};

const literalList = (reader: Reader): readonly Literal[] => {
  mark(reader, "(");
  const values = [literal(reader)];
  for (;;) {
    const token = take(reader);
    if (token.type !== "mark" || (token.text !== "," && token.text !== ")")) return invalidFilter("',' was expected.");
    if (token.text === ")") return values;
    values.push(literal(reader));
  }
};

const anyOf = (reader: Reader, path: string): Filter => {
  mark(reader, "(");
  const variable = word(reader);
  mark(reader, ":");
  if (word(reader) !== variable) return invalidFilter(`'${variable}' was expected.`);
  if (word(reader).toLowerCase() !== "eq") return notEmulated("other comparisons than 'eq' inside 'any'");
  const value = literal(reader);
  mark(reader, ")");
  return { type: "any", path: path.replace(/\/any$/i, ""), value };
};

const callOf = (reader: Reader, name: string): Filter => {
  if (/\/any$/i.test(name)) return anyOf(reader, name);
  if (name.toLowerCase() !== "startswith") return notEmulated(`the function '${name}' in $filter`);
  mark(reader, "(");
  const path = word(reader);
  mark(reader, ",");
  const value = literal(reader);
  mark(reader, ")");
  if (typeof value !== "string") return invalidFilter("'startswith' compares with a string.");
  return { type: "startswith", path, value };
};

const condition = (reader: Reader): Filter => {
  const path = word(reader);
  const next = peek(reader);
  if (next?.type === "mark" && next.text === "(") return callOf(reader, path);
  const op = word(reader).toLowerCase();
  if (op === "in") return { type: "in", path, values: literalList(reader) };
  if (!comparisons.has(op)) return notEmulated(`the operator '${op}' in $filter`);
  return { type: "compare", path, op: op as Comparison, value: literal(reader) };
};

const unary = (reader: Reader): Filter => {
  const token = peek(reader);
  if (isWord(token, "not")) {
    reader.at += 1;
    return { type: "not", operand: unary(reader) };
  }
  if (token?.type === "mark" && token.text === "(") {
    reader.at += 1;
    const inner = either(reader);
    mark(reader, ")");
    return inner;
  }
  return condition(reader);
};

const both = (reader: Reader): Filter => {
  let left = unary(reader);
  while (isWord(peek(reader), "and")) {
    reader.at += 1;
    left = { type: "and", left, right: unary(reader) };
  }
  return left;
};

// A declaration, because the grammar is a circle: an operand may be a bracketed whole.
function either(reader: Reader): Filter {
  let left = both(reader);
  while (isWord(peek(reader), "or")) {
    reader.at += 1;
    left = { type: "or", left, right: both(reader) };
  }
  return left;
}

export const parseFilter = (source: string): Filter => {
  const reader: Reader = { tokens: tokenize(source), at: 0 };
  const filter = either(reader);
  if (reader.at < reader.tokens.length)
    return invalidFilter(`there is text after the end of the expression '${source}'.`);
  return filter;
};

/** Answers a filter from the answers to its conditions. */
export const satisfies = (filter: Filter, holds: (condition: Condition) => boolean): boolean => {
  switch (filter.type) {
    case "and":
      return satisfies(filter.left, holds) && satisfies(filter.right, holds);
    case "or":
      return satisfies(filter.left, holds) || satisfies(filter.right, holds);
    case "not":
      return !satisfies(filter.operand, holds);
    case "compare":
    case "startswith":
    case "in":
    case "any":
      return holds(filter);
  }
};

export const conditionsOf = (filter: Filter): readonly Condition[] => {
  switch (filter.type) {
    case "and":
    case "or":
      return [...conditionsOf(filter.left), ...conditionsOf(filter.right)];
    case "not":
      return conditionsOf(filter.operand);
    case "compare":
    case "startswith":
    case "in":
    case "any":
      return [filter];
  }
};
