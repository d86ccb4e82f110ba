/** How numbers and dates are typed and shown. */
export interface Culture {
  readonly locale: string;
  readonly decimal: string;
  readonly group: string;
  readonly dateOrder: "MDY" | "DMY" | "YMD";
  readonly dateSeparator: string;
  /** Between list items typed into formulas; the API always uses a comma. */
  readonly shortDate: string;
}

/** Reads a culture from the platform's locale data. */
export const cultureOf = (locale: string): Culture => {
  const number = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(1234567.5);
  const date = new Intl.DateTimeFormat(locale, { year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" });
  const parts = date.formatToParts(Date.UTC(2030, 10, 25));
  const order = parts.map((part) => ({ day: "D", month: "M", year: "Y" })[part.type as "day"] ?? "").join("");
  const dateSeparator = parts.find((part) => part.type === "literal")?.value.trim() || "/";
  const dateOrder = order === "DMY" || order === "YMD" ? order : "MDY";
  const pattern = { MDY: ["m", "d", "yyyy"], DMY: ["dd", "mm", "yyyy"], YMD: ["yyyy", "mm", "dd"] }[dateOrder];
  return {
    locale,
    decimal: number.find((part) => part.type === "decimal")?.value ?? ".",
    group: number.find((part) => part.type === "group")?.value ?? ",",
    dateOrder,
    dateSeparator,
    shortDate: pattern.join(dateSeparator),
  };
};
