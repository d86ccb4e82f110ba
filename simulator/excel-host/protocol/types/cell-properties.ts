// getCellProperties and setCellProperties: formats of many cells in one call.
import { cellAddress, rect } from "../../model/address.ts";
import { formatAt, mapArea } from "../../model/cells.ts";
import type { CellFormat, FormatPatch } from "../../model/format.ts";
import { restyle, cachedPatch } from "../../model/formatting.ts";
import { guardOption } from "../../model/protection.ts";
import type { TrackedRange } from "../../model/types.ts";
import { invalidArgument, notImplemented, unwrap } from "../api-error.ts";
import { field, flag, isMissing, list, number, oneOf, record, text } from "../arguments.ts";
import type { Method } from "../definition.ts";
import { areaOf } from "./areas.ts";
import { color } from "./format-access.ts";

type Options = Readonly<Record<string, unknown>>;

const ALIGNMENTS = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const VERTICALS = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;

/** Path in the options → how it is read from and written to a format. */
const FIELDS: Readonly<Record<string, readonly [(format: CellFormat) => unknown, (value: unknown) => FormatPatch]>> = {
  "fill.color": [(f) => f.fill ?? "#FFFFFF", (v) => ({ fill: color(v) })],
  "font.color": [(f) => f.fontColor, (v) => ({ fontColor: color(v) })],
  "font.bold": [(f) => f.bold, (v) => ({ bold: flag(v) })],
  "font.italic": [(f) => f.italic, (v) => ({ italic: flag(v) })],
  "font.name": [(f) => f.fontName, (v) => ({ fontName: text(v) })],
  "font.size": [(f) => f.fontSize, (v) => ({ fontSize: number(v) })],
  "font.strikethrough": [(f) => f.strikethrough, (v) => ({ strikethrough: flag(v) })],
  "font.underline": [(f) => f.underline, (v) => ({ underline: oneOf(v, ["None", "Single", "Double"] as const) })],
  "protection.locked": [(f) => f.locked, (v) => ({ locked: flag(v) })],
  "protection.formulaHidden": [(f) => f.formulaHidden, (v) => ({ formulaHidden: flag(v) })],
  horizontalAlignment: [(f) => f.horizontal, (v) => ({ horizontal: oneOf(v, ALIGNMENTS) })],
  verticalAlignment: [(f) => f.vertical, (v) => ({ vertical: oneOf(v, VERTICALS) })],
  wrapText: [(f) => f.wrap, (v) => ({ wrap: flag(v) })],
  indentLevel: [(f) => f.indent, (v) => ({ indent: number(v) })],
};

/** Leaves of an options object as paths: {fill: {color: x}} → [["fill.color", x]]. */
const leaves = (options: Options, prefix = ""): readonly (readonly [string, unknown])[] =>
  Object.entries(options)
    .filter(([, value]) => value !== undefined)
    .flatMap(([key, value]) => {
      const path = `${prefix}${key.charAt(0).toLowerCase()}${key.slice(1)}`;
      const isGroup = typeof value === "object" && value !== null && !(path in FIELDS);
      return isGroup ? leaves(value as Options, `${path}.`) : [[path, value] as const];
    });

const fieldAt = (path: string): (typeof FIELDS)[string] => {
  const found = FIELDS[path];
  if (!found) throw notImplemented(`Range.setCellProperties: format.${path}`);
  return found;
};

const patchOf = (properties: Options): FormatPatch => {
  const format = field(properties, "format");
  const patches = isMissing(format) ? [] : leaves(record(format)).map(([path, value]) => fieldAt(path)[1](value));
  return Object.assign({}, ...patches) as FormatPatch;
};

const setCellProperties: Method<TrackedRange> = (range, [grid]) => {
  const area = areaOf(range);
  unwrap(guardOption(range.sheet, "allowFormatCells"));
  const lines = list(grid, (line) => list(line, (entry) => (isMissing(entry) ? {} : record(entry))));
  const isSingle = lines.length === 1 && lines[0]?.length === 1;
  if (!isSingle && (lines.length !== area.rows || lines.some((line) => line.length !== area.columns)))
    throw invalidArgument();
  const patches = lines.map((line) => line.map((entry) => cachedPatch(patchOf(entry))));
  for (let i = 0; i < area.rows; i += 1) {
    for (let j = 0; j < area.columns; j += 1) {
      const change = patches[isSingle ? 0 : i]?.[isSingle ? 0 : j];
      if (change) restyle(range.sheet, rect(area.row + i, area.column + j), change);
    }
  }
  return null;
};

const nest = (into: Record<string, unknown>, path: string, value: unknown): void => {
  const [head = "", ...rest] = path.split(".");
  if (rest.length === 0) {
    into[head] = value;
    return;
  }
  const inner = (into[head] ?? {}) as Record<string, unknown>;
  into[head] = inner;
  nest(inner, rest.join("."), value);
};

const getCellProperties: Method<TrackedRange> = (range, [wanted]) => {
  const options = record(wanted);
  const format = field(options, "format");
  const paths = isMissing(format)
    ? []
    : leaves(record(format))
        .filter(([, value]) => value === true)
        .map(([path]) => path);
  return mapArea(areaOf(range), (row, column) => {
    const found: Record<string, unknown> = {};
    for (const path of paths) nest(found, `format.${path}`, fieldAt(path)[0](formatAt(range.sheet, row, column)));
    if (field(options, "address") === true) found["address"] = cellAddress(row, column);
    return found;
  });
};

export const cellProperties: Readonly<Record<string, Method<TrackedRange>>> = {
  SetCellProperties: setCellProperties,
  GetCellProperties: getCellProperties,
};
