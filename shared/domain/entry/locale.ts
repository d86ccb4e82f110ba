import { plainWords } from "./characters.ts";

/** What a locale says about writing numbers and days. */
export interface Writing {
  /** `.` or `,`. */
  readonly decimal: string;
  /** `.`, `,`, an apostrophe or a space. */
  readonly group: string;
  /** Order of day, month and year in short dates. */
  readonly dateOrder: "dmy" | "mdy" | "ymd";
  /** Month names, long and short, in this language and in English, to 1-12. */
  readonly months: ReadonlyMap<string, number>;
}

const partsOf = (parts: readonly { type: string; value: string }[], type: string): string | undefined =>
  parts.find((part) => part.type === type)?.value;

const asciiSeparator = (separator: string | undefined, otherwise: string): string => {
  if (separator === undefined) return otherwise;
  if (separator === "٫") return ",";
  if (separator === "٬") return ".";
  return /[’'ʼ]/u.test(separator) ? "'" : separator.replace(/[\u00a0\u2009\u202f]/u, " ");
};

const monthNames = (locale: string): readonly (readonly [string, number])[] =>
  (["long", "short"] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(locale, { month, day: "numeric", timeZone: "UTC", calendar: "gregory" });
    return Array.from({ length: 12 }, (_, index): readonly [string, number] => {
      const name = partsOf(format.formatToParts(Date.UTC(2026, index, 15)), "month") ?? "";
      return [plainWords(name), index + 1];
    });
  });

const dateOrderOf = (locale: string): Writing["dateOrder"] => {
  const first = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeZone: "UTC", calendar: "gregory" })
    .formatToParts(Date.UTC(2026, 3, 15))
    .find(({ type }) => type === "day" || type === "month" || type === "year")?.type;
  if (first === "year") return "ymd";
  return first === "month" ? "mdy" : "dmy";
};

const read = (locale: string): Writing => {
  const numbers = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(1_234_567.5);
  const decimal = asciiSeparator(partsOf(numbers, "decimal"), ".");
  return {
    decimal,
    group: asciiSeparator(partsOf(numbers, "group"), decimal === "." ? "," : "."),
    dateOrder: dateOrderOf(locale),
    months: new Map([...monthNames("en"), ...monthNames(locale)].filter(([name]) => /\p{L}/u.test(name))),
  };
};

const known = new Map<string, Writing>();

/** Falls back to English for a locale nobody knows. Asked once per locale: ten thousand pasted cells ask for the same one. */
export const writingOf = (locale: string): Writing => {
  const found = known.get(locale);
  if (found) return found;
  const writing = read(isLocale(locale) ? locale : "en");
  known.set(locale, writing);
  return writing;
};

const isLocale = (locale: string): boolean => {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0;
  } catch {
    return false;
  }
};
