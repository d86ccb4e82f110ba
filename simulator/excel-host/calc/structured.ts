import type { StructuredReference, TablePart } from "./ast.ts";

const PARTS: readonly TablePart[] = ["All", "Data", "Headers", "Totals", "This Row"];

const partOf = (text: string): TablePart | undefined =>
  PARTS.find((part) => `#${part}`.toLowerCase() === text.trim().toLowerCase());

/** `'` escapes the characters [ ] # ' @ inside a column name. */
const unescape = (text: string): string => text.replaceAll(/'(.)/g, "$1");

export const escapeColumnName = (name: string): string => name.replaceAll(/['[\]#@]/g, "'$&");

/** Splits "[#All],[A]:[B]" into its bracket groups and the separators before them. */
const groups = (inner: string): readonly { readonly before: string; readonly text: string }[] | undefined => {
  const pattern = /\s*([,:]?)\s*(@?)\s*\[((?:[^'[\]]|'.)*)\]\s*/uy;
  const found: { before: string; text: string }[] = [];
  let at = 0;
  while (at < inner.length) {
    pattern.lastIndex = at;
    const match = pattern.exec(inner);
    if (!match) return undefined;
    if (match[2]) found.push({ before: match[1] ?? "", text: "#This Row" });
    found.push({ before: match[2] ? "," : (match[1] ?? ""), text: match[3] ?? "" });
    at = pattern.lastIndex;
  }
  return found;
};

const fromGroups = (inner: string): StructuredReference | undefined => {
  const found = groups(inner);
  if (!found) return undefined;
  const parts: TablePart[] = [];
  const columns: string[] = [];
  for (const { before, text } of found) {
    const part = partOf(text);
    if (part) parts.push(part);
    else if (columns.length === 0 || before === ":") columns.push(unescape(text.trim()));
    else return undefined;
  }
  const [first, last = first] = columns;
  return first === undefined || last === undefined ? { parts } : { parts, columns: [first, last] };
};

const fromPlain = (inner: string): StructuredReference => {
  const part = partOf(inner);
  if (part) return { parts: [part] };
  if (inner.startsWith("@")) {
    const name = unescape(inner.slice(1).trim());
    return name === "" ? { parts: ["This Row"] } : { parts: ["This Row"], columns: [name, name] };
  }
  const name = unescape(inner.trim());
  return name === "" ? { parts: [] } : { parts: [], columns: [name, name] };
};

/** Reads `Table[Column]`, `[@Column]`, `Table[[#All],[A]:[B]]` and the other forms of a structured reference. */
export const parseStructured = (text: string): StructuredReference | undefined => {
  const open = text.indexOf("[");
  const table = text.slice(0, open);
  const inner = text.slice(open + 1, -1);
  const isNested = /^\s*@?\s*\[/.test(inner);
  const reference = isNested ? fromGroups(inner) : fromPlain(inner);
  if (!reference) return undefined;
  return table === "" ? reference : { ...reference, table };
};
