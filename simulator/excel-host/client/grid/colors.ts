const channels = (color: string): readonly [number, number, number] | undefined => {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (match === null) return undefined;
  const [red, green, blue] = match.slice(1).map((part) => Number.parseInt(part, 16));
  return [red ?? 0, green ?? 0, blue ?? 0];
};

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance as WCAG 2.2 defines it, 0 black to 1 white. */
const luminance = (color: string): number => {
  const parts = channels(color);
  if (parts === undefined) return 1;
  const [red, green, blue] = parts;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};

const DARK_TEXT = "#1B1A19";
const LIGHT_TEXT = "#FFFFFF";

/** At this luminance black and white text have the same contrast. */
const MIDDLE = 0.18;

/** Mixes a colour half with white, for text that was chosen for a white sheet. */
const lighten = (color: string): string => {
  const parts = channels(color);
  if (parts === undefined) return color;
  return `#${parts
    .map((part) =>
      Math.round((part + 255) / 2)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
};

export interface TextColorOptions {
  /** Colour somebody chose, undefined = automatic. */
  readonly chosen: string | undefined;
  readonly fill: string | undefined;
  readonly isDark: boolean;
}

/**
 * Text colour on screen; undefined = the sheet's own. Files carry colours chosen for a white sheet, so on the dark
 * sheet automatic text on a fill is chosen by contrast and dark text without a fill is lightened.
 */
export const textColor = ({ chosen, fill, isDark }: TextColorOptions): string | undefined => {
  if (chosen !== undefined)
    return isDark && fill === undefined && luminance(chosen) < MIDDLE ? lighten(chosen) : chosen;
  if (fill === undefined) return undefined;
  return luminance(fill) > MIDDLE ? DARK_TEXT : LIGHT_TEXT;
};
