import type ExcelJS from "exceljs";
import { DEFAULT_FORMAT, type Border, type CellFormat } from "../model/index.ts";

/** Colours by theme or palette are not resolved; such a cell keeps the automatic colour. */
export const colorOf = (color: Partial<ExcelJS.Color> | undefined): string | undefined =>
  color?.argb === undefined ? undefined : `#${color.argb.slice(-6).toUpperCase()}`;

const UNDERLINES: Readonly<Record<string, CellFormat["underline"]>> = {
  single: "Single",
  double: "Double",
  singleAccounting: "SingleAccountant",
  doubleAccounting: "DoubleAccountant",
};

const underlineOf = (underline: ExcelJS.Font["underline"] | undefined): CellFormat["underline"] =>
  underline === true ? "Single" : (UNDERLINES[String(underline)] ?? "None");

const fontOf = (font: Partial<ExcelJS.Font> | undefined): Partial<CellFormat> => {
  if (font === undefined) return {};
  const color = colorOf(font.color);
  return {
    fontName: font.name ?? DEFAULT_FORMAT.fontName,
    fontSize: font.size ?? DEFAULT_FORMAT.fontSize,
    ...(color === undefined ? {} : { fontColor: color }),
    bold: font.bold === true,
    italic: font.italic === true,
    underline: underlineOf(font.underline),
    strikethrough: font.strike === true,
  };
};

const fillOf = (fill: ExcelJS.Fill | undefined): Partial<CellFormat> => {
  if (fill?.type !== "pattern" || fill.pattern !== "solid") return {};
  const color = colorOf(fill.fgColor);
  return color === undefined ? {} : { fill: color };
};

const HORIZONTAL: Readonly<Record<string, CellFormat["horizontal"]>> = {
  left: "Left",
  center: "Center",
  right: "Right",
  fill: "Fill",
  justify: "Justify",
  centerContinuous: "CenterAcrossSelection",
  distributed: "Distributed",
};

const VERTICAL: Readonly<Record<string, CellFormat["vertical"]>> = {
  top: "Top",
  middle: "Center",
  bottom: "Bottom",
  justify: "Justify",
  distributed: "Distributed",
};

const alignmentOf = (alignment: Partial<ExcelJS.Alignment> | undefined): Partial<CellFormat> =>
  alignment === undefined
    ? {}
    : {
        horizontal: HORIZONTAL[alignment.horizontal ?? ""] ?? "General",
        vertical: VERTICAL[alignment.vertical ?? ""] ?? "Bottom",
        wrap: alignment.wrapText === true,
        indent: alignment.indent ?? 0,
        shrinkToFit: alignment.shrinkToFit === true,
      };

const BORDERS: Readonly<Record<string, Pick<Border, "style" | "weight">>> = {
  hair: { style: "Continuous", weight: "Hairline" },
  thin: { style: "Continuous", weight: "Thin" },
  medium: { style: "Continuous", weight: "Medium" },
  thick: { style: "Continuous", weight: "Thick" },
  double: { style: "Double", weight: "Thick" },
  dotted: { style: "Dot", weight: "Thin" },
  dashed: { style: "Dash", weight: "Thin" },
  mediumDashed: { style: "Dash", weight: "Medium" },
};

const bordersOf = (borders: Partial<ExcelJS.Borders> | undefined): CellFormat["borders"] =>
  Object.fromEntries(
    (["Top", "Bottom", "Left", "Right"] as const).flatMap((side) => {
      const border = borders?.[side.toLowerCase() as "top" | "bottom" | "left" | "right"];
      const line = BORDERS[border?.style ?? ""];
      return line === undefined ? [] : [[`Edge${side}`, { ...line, color: colorOf(border?.color) ?? "#000000" }]];
    }),
  );

/** exceljs shares one style object between cells; so does the result. */
const known = new WeakMap<object, CellFormat>();

export const formatOf = (style: Partial<ExcelJS.Style>): CellFormat => {
  const cached = known.get(style);
  if (cached !== undefined) return cached;
  const format: CellFormat = {
    ...DEFAULT_FORMAT,
    numberFormat: style.numFmt ?? "General",
    ...fontOf(style.font),
    ...fillOf(style.fill),
    ...alignmentOf(style.alignment),
    borders: bordersOf(style.border),
    locked: style.protection?.locked !== false,
    formulaHidden: style.protection?.hidden === true,
  };
  const isPlain = JSON.stringify(format) === JSON.stringify(DEFAULT_FORMAT);
  const result = isPlain ? DEFAULT_FORMAT : format;
  known.set(style, result);
  return result;
};
