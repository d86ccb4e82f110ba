import { lastColumn, lastRow } from "../../model/address.ts";
import type { BorderEdge } from "../../model/format.ts";
import {
  autofitColumns,
  autofitRows,
  columnWidth,
  rowHeight,
  setColumnProps,
  setRowProps,
} from "../../model/formatting.ts";
import { setBorders, sharedBorder } from "../../model/borders.ts";
import { itemNotFound, unwrap } from "../api-error.ts";
import { flag, number, oneOf, text, whole } from "../arguments.ts";
import type { TypeDefinition } from "../definition.ts";
import { readOnly, readWrite } from "../definition.ts";
import type { Areas, BorderTarget } from "../targets.ts";
import { remote } from "../targets.ts";
import { rectsOf } from "./areas.ts";
import { color, formatField, patchAll, shared } from "./format-access.ts";

const HORIZONTAL = [
  "General",
  "Left",
  "Center",
  "Right",
  "Fill",
  "Justify",
  "CenterAcrossSelection",
  "Distributed",
] as const;
const VERTICAL = ["Top", "Center", "Bottom", "Justify", "Distributed"] as const;
const UNDERLINES = ["None", "Single", "Double", "SingleAccountant", "DoubleAccountant"] as const;

/** The size all lines share, or null. */
const sharedSize = (first: number, last: number, size: (index: number) => number): number | null => {
  const initial = size(first);
  for (let index = first + 1; index <= Math.min(last, first + 20_000); index += 1)
    if (size(index) !== initial) return null;
  return initial;
};

const width = (areas: Areas): number | null => {
  const [area] = rectsOf(areas);
  return area ? sharedSize(area.column, lastColumn(area), (column) => columnWidth(areas.sheet, column)) : null;
};

const height = (areas: Areas): number | null => {
  const [area] = rectsOf(areas);
  return area ? sharedSize(area.row, lastRow(area), (row) => rowHeight(areas.sheet, row)) : null;
};

const setWidth = (areas: Areas, value: number | undefined): void => {
  for (const { column, columns } of rectsOf(areas))
    unwrap(setColumnProps(areas.sheet, column, columns, { width: value }));
};

const setHeight = (areas: Areas, value: number | undefined): void => {
  for (const { row, rows } of rectsOf(areas)) unwrap(setRowProps(areas.sheet, row, rows, { height: value }));
};

export const rangeFormat: TypeDefinition<Areas> = {
  properties: {
    HorizontalAlignment: formatField("horizontal", (value) => oneOf(value, HORIZONTAL)),
    VerticalAlignment: formatField("vertical", (value) => oneOf(value, VERTICAL)),
    WrapText: formatField("wrap", flag),
    IndentLevel: formatField("indent", whole),
    ShrinkToFit: formatField("shrinkToFit", flag),
    ColumnWidth: readWrite(width, (areas, value) => setWidth(areas, number(value))),
    RowHeight: readWrite(height, (areas, value) => setHeight(areas, number(value))),
    UseStandardWidth: readWrite(
      (areas) => rectsOf(areas).every(({ column }) => areas.sheet.columns.get(column)?.width === undefined),
      (areas, value) => {
        if (flag(value)) setWidth(areas, undefined);
      },
    ),
    UseStandardHeight: readWrite(
      (areas) => rectsOf(areas).every(({ row }) => areas.sheet.rows.get(row)?.height === undefined),
      (areas, value) => {
        if (flag(value)) setHeight(areas, undefined);
      },
    ),
  },
  objects: {
    Fill: (areas) => remote("RangeFill", areas),
    Font: (areas) => remote("RangeFont", areas),
    Borders: (areas) => remote("RangeBorderCollection", areas),
    Protection: (areas) => remote("FormatProtection", areas),
  },
  methods: {
    AutofitColumns: (areas) => {
      for (const area of rectsOf(areas)) unwrap(autofitColumns(areas.sheet, area));
      return null;
    },
    AutofitRows: (areas) => {
      for (const area of rectsOf(areas)) unwrap(autofitRows(areas.sheet, area));
      return null;
    },
    AdjustIndent: (areas, [by]) => {
      const next = Math.max(0, (shared(areas, (format) => format.indent) ?? 0) + whole(by));
      patchAll(areas, { indent: next });
      return null;
    },
  },
};

export const rangeFill: TypeDefinition<Areas> = {
  properties: {
    Color: readWrite(
      (areas) => shared(areas, (format) => format.fill ?? "#FFFFFF"),
      (areas, value) => patchAll(areas, { fill: color(value) }),
    ),
    Pattern: readOnly((areas) => shared(areas, (format) => (format.fill === null ? "None" : "Solid"))),
  },
  methods: {
    Clear: (areas) => {
      patchAll(areas, { fill: null });
      return null;
    },
  },
};

export const rangeFont: TypeDefinition<Areas> = {
  properties: {
    Name: formatField("fontName", text),
    Size: formatField("fontSize", number),
    Color: formatField("fontColor", color),
    Bold: formatField("bold", flag),
    Italic: formatField("italic", flag),
    Underline: formatField("underline", (value) => oneOf(value, UNDERLINES)),
    Strikethrough: formatField("strikethrough", flag),
  },
};

export const formatProtection: TypeDefinition<Areas> = {
  properties: { Locked: formatField("locked", flag), FormulaHidden: formatField("formulaHidden", flag) },
};

const EDGES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const satisfies readonly (BorderEdge | "InsideVertical" | "InsideHorizontal")[];

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;

export const rangeBorderCollection: TypeDefinition<Areas> = {
  properties: { Count: readOnly(() => EDGES.length) },
  items: (areas) => EDGES.map((edge) => remote("RangeBorder", { areas, edge })),
  methods: {
    GetItem: (areas, [edge]) => remote("RangeBorder", { areas, edge: oneOf(edge, EDGES) }),
    GetItemAt: (areas, [index]) => {
      const edge = EDGES[whole(index)];
      if (!edge) throw itemNotFound();
      return remote("RangeBorder", { areas, edge });
    },
  },
};

const borderOf = ({ areas, edge }: BorderTarget) => {
  const [area] = rectsOf(areas);
  return area ? sharedBorder(areas.sheet, area, edge) : null;
};

const setBorder = ({ areas, edge }: BorderTarget, patch: Parameters<typeof setBorders>[3]): void => {
  for (const area of rectsOf(areas)) unwrap(setBorders(areas.sheet, area, edge, patch));
};

export const rangeBorder: TypeDefinition<BorderTarget> = {
  identity: "SideIndex",
  properties: {
    SideIndex: readOnly(({ edge }) => edge),
    Style: readWrite(
      (target) => borderOf(target)?.style ?? null,
      (target, value) => setBorder(target, { style: oneOf(value, STYLES) }),
    ),
    Weight: readWrite(
      (target) => borderOf(target)?.weight ?? null,
      (target, value) => setBorder(target, { weight: oneOf(value, WEIGHTS) }),
    ),
    Color: readWrite(
      (target) => borderOf(target)?.color ?? null,
      (target, value) => setBorder(target, { color: color(value) }),
    ),
  },
};
