import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

/** Shades of a spreadsheet green, darkest first. */
const GREEN: BrandVariants = {
  10: "#030704",
  20: "#0C1D13",
  30: "#0B3020",
  40: "#083F28",
  50: "#064E31",
  60: "#075D3A",
  70: "#0A6D42",
  80: "#107C41",
  90: "#2F8B57",
  100: "#499A6B",
  110: "#61A97F",
  120: "#79B893",
  130: "#91C7A8",
  140: "#AAD6BD",
  150: "#C4E5D2",
  160: "#DFF3E7",
};

export const THEMES: Readonly<Record<"light" | "dark", Theme>> = {
  light: createLightTheme(GREEN),
  dark: { ...createDarkTheme(GREEN), colorBrandForeground1: GREEN[120], colorBrandForeground2: GREEN[130] },
};
