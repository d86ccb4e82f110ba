import type { Node } from "./ast.ts";
import { VOLATILE } from "./functions/index.ts";
import type { Reference } from "./operand.ts";
import { parseFormula } from "./parser.ts";
import { definedName, resolveStructured, sheetNamed, tableNamed, type Home } from "./resolve.ts";

export interface Precedents {
  readonly areas: readonly Reference[];
  readonly isVolatile: boolean;
}

const children = (node: Node): readonly Node[] => {
  if (node.type === "call") return node.args;
  if (node.type === "binary") return [node.left, node.right];
  if (node.type === "array") return node.rows.flat();
  return "operand" in node ? [node.operand] : [];
};

const ofName = (node: Extract<Node, { type: "name" }>, home: Home, seen: ReadonlySet<string>): readonly Reference[] => {
  const sheet = node.sheet === undefined ? home.sheet : sheetNamed(home.workbook, node.sheet);
  const name = sheet && definedName(home.workbook, node.name, sheet);
  const key = node.name.toLowerCase();
  if (name && !seen.has(key)) {
    const content = parseFormula(name.formula);
    return content ? collect(content, home, new Set([...seen, key])) : [];
  }
  const table = tableNamed(home.workbook, node.name);
  return table ? [{ sheet: table.sheet, area: table.range }] : [];
};

const collect = (node: Node, home: Home, seen: ReadonlySet<string>): readonly Reference[] => {
  if (node.type === "reference") {
    const sheet = node.sheet === undefined ? home.sheet : sheetNamed(home.workbook, node.sheet);
    return sheet ? [{ sheet, area: node.area }] : [];
  }
  if (node.type === "structured") {
    const found = resolveStructured(node.reference, home);
    return found ? [found] : [];
  }
  if (node.type === "name") return ofName(node, home, seen);
  return children(node).flatMap((child) => collect(child, home, seen));
};

const isVolatile = (node: Node): boolean =>
  (node.type === "call" && VOLATILE.has(node.name)) || children(node).some(isVolatile);

/** Areas that a formula reads, found without working it out. */
export const precedentsOf = (formula: string, home: Home): Precedents => {
  const node = parseFormula(formula);
  if (!node) return { areas: [], isVolatile: false };
  return { areas: collect(node, home, new Set()), isVolatile: isVolatile(node) };
};
