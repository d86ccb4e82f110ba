/** Colours of a built-in table style; undefined where the style leaves the cell alone. */
export interface TableColors {
  readonly headerFill: string | undefined;
  readonly headerText: string;
  readonly bandFill: string | undefined;
  readonly bodyFill: string | undefined;
}

/** Accents 1 to 6 of the Office theme of 2013-2022; the first entry is the style without accent. */
const ACCENTS = ["#000000", "#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"] as const;

const STYLE = /^TableStyle(Light|Medium|Dark)(\d{1,2})$/;

/** Mixes a colour with the sheet's background; 0 is the colour itself, 1 the background. */
const mix = (color: string, background: string, share: number): string => {
  const channel = (start: number): string => {
    const value = Number.parseInt(color.slice(start, start + 2), 16);
    const other = Number.parseInt(background.slice(start, start + 2), 16);
    return Math.round(value + (other - value) * share)
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
};

type Mix = (color: string, share: number) => string;

/** Styles 8 to 14 of each family are the strong ones. */
const isStrongVariant = (number: number): boolean => number > 7 && number < 15;

const lightColors = (accent: string, number: number, tint: Mix): TableColors => {
  const isStrong = isStrongVariant(number);
  return {
    headerFill: isStrong ? accent : undefined,
    headerText: isStrong ? "#FFFFFF" : accent,
    bandFill: isStrong ? undefined : tint(accent, 0.8),
    bodyFill: undefined,
  };
};

const mediumColors = (accent: string, number: number, tint: Mix): TableColors => ({
  headerFill: accent,
  headerText: "#FFFFFF",
  bandFill: tint(accent, isStrongVariant(number) ? 0.6 : 0.8),
  bodyFill: isStrongVariant(number) ? tint(accent, 0.8) : undefined,
});

const darkColors = (accent: string, tint: Mix): TableColors => ({
  headerFill: "#000000",
  headerText: "#FFFFFF",
  bandFill: tint(accent, 0.2),
  bodyFill: accent,
});

/** An approximation by eye of Excel's sixty built-in styles; undefined for none and for styles of the workbook's own. */
export const tableColors = (style: string, isDark: boolean): TableColors | undefined => {
  const match = STYLE.exec(style);
  if (match === null) return undefined;
  const number = Number(match[2]);
  const accent = ACCENTS[(number - 1) % ACCENTS.length] ?? ACCENTS[0];
  const tint: Mix = (color, share) => mix(color, isDark ? "#292929" : "#FFFFFF", share);
  if (match[1] === "Light") return lightColors(accent, number, tint);
  return match[1] === "Medium" ? mediumColors(accent, number, tint) : darkColors(accent, tint);
};
