export type BorderEdge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "DiagonalDown" | "DiagonalUp";

export interface Border {
  readonly style: "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
  readonly color: string;
  readonly weight: "Hairline" | "Thin" | "Medium" | "Thick";
}

export type HorizontalAlignment =
  "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
export type VerticalAlignment = "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
export type Underline = "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";

/** Everything that decides how a cell looks, plus its protection flags. Colours are "#RRGGBB". */
export interface CellFormat {
  readonly numberFormat: string;
  /** null = no fill. */
  readonly fill: string | null;
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: Underline;
  readonly strikethrough: boolean;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly indent: number;
  readonly shrinkToFit: boolean;
  readonly borders: Readonly<Partial<Record<BorderEdge, Border>>>;
  /** Has an effect only while the sheet is protected. */
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** The content was entered with a leading apostrophe: text whatever it looks like. */
  readonly quotePrefix: boolean;
}

export type FormatPatch = Partial<CellFormat>;

export const DEFAULT_FORMAT: CellFormat = Object.freeze({
  numberFormat: "General",
  fill: null,
  fontName: "Calibri",
  fontSize: 11,
  fontColor: "#000000",
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
  indent: 0,
  shrinkToFit: false,
  borders: Object.freeze({}),
  locked: true,
  formulaHidden: false,
  quotePrefix: false,
});

export const patchFormat = (format: CellFormat, patch: FormatPatch): CellFormat => {
  const merged = { ...format, ...patch };
  return patch.borders ? { ...merged, borders: { ...format.borders, ...patch.borders } } : merged;
};

/** The parts of a format that differ from the default: what persistence keeps. */
export const formatDelta = (format: CellFormat): FormatPatch =>
  Object.fromEntries(
    Object.entries(format).filter(([key, value]) => {
      if (key === "borders") return Object.keys(format.borders).length > 0;
      return value !== DEFAULT_FORMAT[key as keyof CellFormat];
    }),
  );

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  lime: "#00FF00",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  purple: "#800080",
  gray: "#808080",
  grey: "#808080",
  silver: "#C0C0C0",
  maroon: "#800000",
  navy: "#000080",
  teal: "#008080",
  olive: "#808000",
  aqua: "#00FFFF",
  cyan: "#00FFFF",
  fuchsia: "#FF00FF",
  magenta: "#FF00FF",
  pink: "#FFC0CB",
  brown: "#A52A2A",
  lightgray: "#D3D3D3",
  lightgrey: "#D3D3D3",
  lightblue: "#ADD8E6",
  lightgreen: "#90EE90",
  lightyellow: "#FFFFE0",
  darkgray: "#A9A9A9",
  darkgreen: "#006400",
  darkblue: "#00008B",
  darkred: "#8B0000",
};

/** "#rrggbb" or an HTML colour name → "#RRGGBB"; undefined when it is neither. */
export const parseColor = (text: string): string | undefined =>
  NAMED_COLORS[text.toLowerCase()] ?? (/^#[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : undefined);
