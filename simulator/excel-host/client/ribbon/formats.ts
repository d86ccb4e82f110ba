/** Number formats that the ribbon offers, in Excel's own codes. */
export const NUMBER_FORMATS: readonly { readonly label: string; readonly numberFormat: string }[] = [
  { label: "General", numberFormat: "General" },
  { label: "Number", numberFormat: "#,##0.00" },
  { label: "Whole number", numberFormat: "#,##0" },
  { label: "Percentage", numberFormat: "0%" },
  { label: "Percentage, one decimal", numberFormat: "0.0%" },
  { label: "Short date", numberFormat: "m/d/yyyy" },
  { label: "Date, year first", numberFormat: "yyyy-mm-dd" },
  { label: "Text", numberFormat: "@" },
];

export const formatName = (numberFormat: string): string =>
  NUMBER_FORMATS.find((known) => known.numberFormat === numberFormat)?.label ?? "Custom";

export const FILLS: readonly { readonly label: string; readonly color: string | null }[] = [
  { label: "No fill", color: null },
  { label: "Yellow", color: "#FFF2CC" },
  { label: "Green", color: "#E2EFDA" },
  { label: "Blue", color: "#DDEBF7" },
  { label: "Orange", color: "#FCE4D6" },
  { label: "Red", color: "#F8CBAD" },
  { label: "Grey", color: "#D9D9D9" },
  { label: "Bright yellow", color: "#FFFF00" },
];
