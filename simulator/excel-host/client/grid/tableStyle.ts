/** Colours of a built-in table style; undefined where the style leaves the cell alone. */
export interface TableColors {
  readonly headerFill: string | undefined;
  readonly headerText: string;
  readonly bandFill: string | undefined;
  readonly bodyFill: string | undefined;
  readonly line: string;
}

/** Accents 1 to 6 of the Office theme of 2013-2022; the first entry is the style without accent. */
const ACCENTS = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

const STYLE = /^TableStyle(Light|Medium|Dark)(\d{1,2})$/;

/** Mixes a colour with white; 0 is the colour itself, 1 is white. */
export const tint = (color: string, share: number): string => {
  const channel = (start: number): string => {
    const value = Number.parseInt(color.slice(start, start + 2), 16);
    return Math.round(value + (255 - value) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
};

const lightColors = (accent: string, number: number): TableColors => {
  const strong = number > 7 && number < 15;
  return {
    headerFill: strong ? accent : undefined,
    headerText: strong ? "#FFFFFF" : accent,
    bandFill: number > 7 && number < 15 ? undefined : tint(accent, 0.8),
    bodyFill: undefined,
    line: accent,
  };
};

const mediumColors = (accent: string, number: number): TableColors => ({
  headerFill: accent,
  headerText: "#FFFFFF",
  bandFill: tint(accent, number > 7 && number < 15 ? 0.6 : 0.8),
  bodyFill: number > 7 && number < 15 ? tint(accent, 0.8) : undefined,
  line: tint(accent, 0.4),
});

const darkColors = (accent: string): TableColors => ({
  headerFill: "#000000",
  headerText: "#FFFFFF",
  bandFill: tint(accent, 0.2),
  bodyFill: accent,
  line: accent,
});

/** An approximation by eye of Excel's sixty built-in styles; undefined for none and for styles of the workbook's own. */
export const tableColors = (style: string): TableColors | undefined => {
  const match = STYLE.exec(style);
  if (match === null) return undefined;
  const number = Number(match[2]);
  const accent = ACCENTS[(number - 1) % ACCENTS.length] ?? ACCENTS[0];
  if (match[1] === "Light") return lightColors(accent, number);
  return match[1] === "Medium" ? mediumColors(accent, number) : darkColors(accent);
};
