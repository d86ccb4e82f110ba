import { parseAddress } from "../model/address.ts";
import { errorCodeOf } from "../model/value.ts";
import type { BinaryOperator, Node } from "./ast.ts";
import type { Token } from "./lexer.ts";
import { tokenize } from "./lexer.ts";
import { pinsOf } from "./relative.ts";
import { parseStructured } from "./structured.ts";

class SyntaxProblem extends Error {}

/** Binding strength, weakest first; all of them group from the left. */
const PRECEDENCE: readonly (readonly BinaryOperator[])[] = [
  ["=", "<>", "<", ">", "<=", ">="],
  ["&"],
  ["+", "-"],
  ["*", "/"],
  ["^"],
];

interface Reader {
  readonly peek: () => Token | undefined;
  readonly next: () => Token;
  readonly take: (operator: string) => boolean;
  readonly expect: (operator: string) => void;
}

const createReader = (tokens: readonly Token[]): Reader => {
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const next = (): Token => {
    const token = tokens[at];
    if (!token) throw new SyntaxProblem("unexpected end");
    at += 1;
    return token;
  };
  const take = (operator: string): boolean => {
    const token = tokens[at];
    if (token?.type !== "operator" || token.text !== operator) return false;
    at += 1;
    return true;
  };
  const expect = (operator: string): void => {
    if (!take(operator)) throw new SyntaxProblem(`expected ${operator}`);
  };
  return { peek, next, take, expect };
};

const binary = (reader: Reader, level: number): Node => {
  const operators = PRECEDENCE[level];
  if (!operators) return prefix(reader);
  let left = binary(reader, level + 1);
  for (;;) {
    const operator = operators.find((candidate) => reader.take(candidate));
    if (!operator) return left;
    left = { type: "binary", operator, left, right: binary(reader, level + 1) };
  }
};

/** Signs bind tighter than "^": -2^2 is 4 in Excel. */
const prefix = (reader: Reader): Node => {
  if (reader.take("-")) return { type: "negate", operand: prefix(reader) };
  if (reader.take("+")) return { type: "plus", operand: prefix(reader) };
  if (reader.take("@")) return { type: "single", operand: prefix(reader) };
  return postfix(reader);
};

const postfix = (reader: Reader): Node => {
  let node = primary(reader);
  for (;;) {
    if (reader.take("%")) node = { type: "percent", operand: node };
    else if (reader.take("#")) node = { type: "spilled", operand: node };
    else return node;
  }
};

const splitSheet = (text: string): { readonly sheet?: string; readonly rest: string } => {
  const bang = text.lastIndexOf("!");
  if (bang === -1) return { rest: text };
  const sheet = text.slice(0, bang);
  const name = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  return { sheet: name, rest: text.slice(bang + 1) };
};

const referenceNode = (token: Token): Node => {
  const parsed = parseAddress(token.text);
  if (!parsed) throw new SyntaxProblem(token.text);
  return { type: "reference", ...parsed, pins: pinsOf(token.text.slice(token.text.lastIndexOf("!") + 1)) };
};

const nameNode = (token: Token): Node => {
  const upper = token.text.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { type: "boolean", value: upper === "TRUE" };
  const { sheet, rest } = splitSheet(token.text);
  return sheet === undefined ? { type: "name", name: rest } : { type: "name", name: rest, sheet };
};

const errorNode = (token: Token): Node => {
  const code = errorCodeOf(token.text.slice(token.text.indexOf("#")));
  if (!code) throw new SyntaxProblem(token.text);
  return { type: "error", code };
};

const structuredNode = (token: Token): Node => {
  const reference = parseStructured(token.text);
  if (!reference) throw new SyntaxProblem(token.text);
  return { type: "structured", reference };
};

const argument = (reader: Reader): Node => {
  const token = reader.peek();
  if (token?.type === "operator" && (token.text === "," || token.text === ")")) return { type: "omitted" };
  return binary(reader, 0);
};

const callNode = (reader: Reader, token: Token): Node => {
  reader.expect("(");
  const args: Node[] = [];
  const name = token.text.toUpperCase().replace(/^_XLFN\.|^_XLWS\./, "");
  if (reader.take(")")) return { type: "call", name, args };
  do args.push(argument(reader));
  while (reader.take(","));
  reader.expect(")");
  return { type: "call", name, args };
};

const arrayNode = (reader: Reader): Node => {
  const rows: Node[][] = [];
  do {
    const row: Node[] = [];
    do row.push(binary(reader, 0));
    while (reader.take(","));
    rows.push(row);
  } while (reader.take(";"));
  reader.expect("}");
  if (rows.some((row) => row.length !== rows[0]?.length)) throw new SyntaxProblem("ragged array");
  return { type: "array", rows };
};

const operatorNode = (reader: Reader, token: Token): Node => {
  if (token.text === "{") return arrayNode(reader);
  if (token.text !== "(") throw new SyntaxProblem(token.text);
  const inner = binary(reader, 0);
  reader.expect(")");
  return inner;
};

const primary = (reader: Reader): Node => {
  const token = reader.next();
  switch (token.type) {
    case "number":
      return { type: "number", value: Number(token.text) };
    case "text":
      return { type: "text", value: token.text.slice(1, -1).replaceAll('""', '"') };
    case "error":
      return errorNode(token);
    case "reference":
      return referenceNode(token);
    case "structured":
      return structuredNode(token);
    case "function":
      return callNode(reader, token);
    case "name":
      return nameNode(token);
    case "operator":
      return operatorNode(reader, token);
    case "space":
      throw new SyntaxProblem("space");
  }
};

const parse = (text: string): Node | undefined => {
  const tokens = tokenize(text)?.filter((token) => token.type !== "space");
  if (!tokens) return undefined;
  const reader = createReader(tokens);
  try {
    const node = binary(reader, 0);
    return reader.peek() ? undefined : node;
  } catch (problem) {
    if (problem instanceof SyntaxProblem) return undefined;
    throw problem;
  }
};

const CACHE_SIZE = 20_000;
const cache = new Map<string, Node | undefined>();

/** Reads a formula with its "="; undefined when Excel would refuse it. Results are shared: trees are immutable. */
export const parseFormula = (formula: string): Node | undefined => {
  const known = cache.get(formula);
  if (known || cache.has(formula)) return known;
  const node = parse(formula.startsWith("=") ? formula.slice(1) : formula);
  if (cache.size >= CACHE_SIZE) cache.clear();
  cache.set(formula, node);
  return node;
};
