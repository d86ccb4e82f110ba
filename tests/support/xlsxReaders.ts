/** Readers of xlsx files that share no code with what writes them. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";

export type ReadCell = string | number | boolean | null;
/** Rows of each sheet by its name; empty cells at the end of a row are left out. */
export type ReadWorkbook = Readonly<Record<string, readonly (readonly ReadCell[])[]>>;

const trimmed = (row: readonly ReadCell[]): readonly ReadCell[] => {
  const last = row.findLastIndex((cell) => cell !== null);
  return row.slice(0, last + 1);
};

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Calls back for each element with its text, children before their parents, as the markup of ECMA-376 needs no more. */
const walk = (xml: string, onOpen: (tag: Tag) => void, onClose: (tag: Tag, text: string) => void): void => {
  const parser = new SaxesParser();
  const open: { readonly tag: Tag; text: string }[] = [];
  parser.on("opentag", ({ name, attributes }) => {
    const tag = { name, attributes: attributes as Readonly<Record<string, string>> };
    open.push({ tag, text: "" });
    onOpen(tag);
  });
  parser.on("text", (piece) => {
    const current = open.at(-1);
    if (current) current.text += piece;
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed) onClose(closed.tag, closed.text);
  });
  parser.write(xml).close();
};

/** `_x000D_` stands for a character that XML cannot hold, and `_x005F_` for the underscore of such a thing. ECMA-376, ST_Xstring. */
const unescaped = (text: string): string =>
  text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const columnOf = (reference: string): number =>
  reference
    .replace(/\d+$/, "")
    .split("")
    .reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const sharedTexts = (xml: string): readonly string[] => {
  const texts: string[] = [];
  let current = "";
  walk(
    xml,
    ({ name }) => {
      if (name === "si") current = "";
    },
    ({ name }, text) => {
      if (name === "t") current += text;
      if (name === "si") texts.push(unescaped(current));
    },
  );
  return texts;
};

const cellOf = (type: string | undefined, text: string, shared: readonly string[]): ReadCell => {
  if (type === "s") return shared[Number(text)] ?? null;
  if (type === "b") return text === "1";
  if (type === "inlineStr" || type === "str") return unescaped(text);
  return text === "" ? null : Number(text);
};

const rowsOf = (xml: string, shared: readonly string[]): readonly (readonly ReadCell[])[] => {
  const rows: ReadCell[][] = [];
  let text = "";
  walk(
    xml,
    ({ name, attributes }) => {
      if (name === "row") while (rows.length < Number(attributes["r"])) rows.push([]);
      if (name === "c") text = "";
    },
    ({ name, attributes }, content) => {
      if (name === "v" || name === "t") text += content;
      if (name === "f") throw new Error(`A formula: ${content}`);
      if (name !== "c") return;
      const row = rows.at(-1) ?? [];
      const column = columnOf(attributes["r"] ?? "A1");
      while (row.length < column) row.push(null);
      row.push(cellOf(attributes["t"], text, shared));
    },
  );
  return rows.map(trimmed);
};

/** Reads the parts of the package itself. */
export const readByMarkup = (file: string): ReadWorkbook => {
  const parts = unzipSync(new Uint8Array(readFileSync(file)));
  const part = (name: string): string => {
    const bytes = parts[name];
    return bytes ? strFromU8(bytes) : "<none/>";
  };
  const targets = new Map<string, string>();
  walk(
    part("xl/_rels/workbook.xml.rels"),
    ({ attributes }) => targets.set(attributes["Id"] ?? "", (attributes["Target"] ?? "").replace(/^\/?(xl\/)?/, "xl/")),
    () => undefined,
  );
  const shared = sharedTexts(part("xl/sharedStrings.xml"));
  const sheets: [string, readonly (readonly ReadCell[])[]][] = [];
  walk(
    part("xl/workbook.xml"),
    ({ name, attributes }) => {
      if (name !== "sheet") return;
      sheets.push([attributes["name"] ?? "", rowsOf(part(targets.get(attributes["r:id"] ?? "") ?? ""), shared)]);
    },
    () => undefined,
  );
  return Object.fromEntries(sheets);
};

const SCRIPT = `
import json, sys
from openpyxl import load_workbook
book = load_workbook(sys.argv[1])
json.dump({s.title: [list(r) for r in s.iter_rows(values_only=True)] for s in book}, sys.stdout, default=str)
`;

/** Reads with openpyxl. Undefined where Python or openpyxl is absent. */
export const readByOpenpyxl = (file: string): ReadWorkbook | undefined => {
  for (const python of ["python3", "/usr/bin/python3"]) {
    const env = { ...process.env, PYTHONIOENCODING: "utf-8" };
    const { status, stdout } = spawnSync(python, ["-c", SCRIPT, file], { encoding: "utf8", maxBuffer: 1 << 28, env });
    if (status !== 0) continue;
    const sheets = JSON.parse(stdout) as Readonly<Record<string, readonly (readonly ReadCell[])[]>>;
    return Object.fromEntries(Object.entries(sheets).map(([name, rows]) => [name, rows.map(trimmed)]));
  }
  return undefined;
};
