export type FormatTokenType =
  | "digit"
  | "point"
  | "group"
  | "scale"
  | "percent"
  | "exponent"
  | "literal"
  | "at"
  | "general"
  | "year"
  | "month"
  | "day"
  | "hour"
  | "minute"
  | "second"
  | "meridiem"
  | "elapsed";

export interface FormatToken {
  readonly type: FormatTokenType;
  readonly text: string;
}

export type Section = readonly FormatToken[];

type Rule = readonly [RegExp, (match: RegExpExecArray) => FormatToken | undefined];

const token = (type: FormatTokenType) => (match: RegExpExecArray) => ({ type, text: match[0] });
const literal = (match: RegExpExecArray): FormatToken => ({ type: "literal", text: match[1] ?? match[0] });
const nothing = (): undefined => undefined;

const RULES: readonly Rule[] = [
  [/"([^"]*)"/y, literal],
  [/\\(.)/y, literal],
  [/_./y, () => ({ type: "literal", text: " " })],
  [/\*./y, nothing],
  [/\[\$([^\]-]*)(?:-[^\]]*)?\]/y, literal],
  [/\[(h+|m+|s+)\]/iy, (match) => ({ type: "elapsed", text: match[1] ?? "" })],
  [/\[[^\]]*\]/y, nothing],
  [/General/iy, token("general")],
  [/AM\/PM|A\/P/iy, token("meridiem")],
  [/E[+-](0+)/iy, (match) => ({ type: "exponent", text: match[1] ?? "" })],
  [/y+/iy, token("year")],
  [/m+/iy, token("month")],
  [/d+/iy, token("day")],
  [/h+/iy, token("hour")],
  [/s+/iy, token("second")],
  [/[0#?]/y, token("digit")],
  [/\./y, token("point")],
  [/,/y, token("group")],
  [/%/y, token("percent")],
  [/@/y, token("at")],
  [/[\s\S]/y, literal],
];

const splitSections = (format: string): readonly string[] =>
  format.match(/(?:"[^"]*"|\\.|[^;])+|(?<=^|;)(?=;|$)/g) ?? [];

const scan = (text: string): FormatToken[] => {
  const tokens: FormatToken[] = [];
  let at = 0;
  while (at < text.length) {
    for (const [pattern, make] of RULES) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match) continue;
      const made = make(match);
      if (made) tokens.push(made);
      at = pattern.lastIndex;
      break;
    }
  }
  return tokens;
};

const DATE_TYPES: ReadonlySet<FormatTokenType> = new Set([
  "year",
  "month",
  "day",
  "hour",
  "minute",
  "second",
  "elapsed",
]);

/** "m" means minutes after hours or before seconds. */
const withMinutes = (tokens: readonly FormatToken[]): FormatToken[] => {
  const dates = tokens.filter((entry) => DATE_TYPES.has(entry.type));
  return tokens.map((entry) => {
    if (entry.type !== "month") return entry;
    const at = dates.indexOf(entry);
    const before = dates[at - 1];
    const isMinute =
      before?.type === "hour" || before?.text.toLowerCase().startsWith("h") || dates[at + 1]?.type === "second";
    return isMinute ? { ...entry, type: "minute" } : entry;
  });
};

/** A comma right after the last digit scales by a thousand; between digits it groups; elsewhere it is text. */
const withCommas = (tokens: readonly FormatToken[]): FormatToken[] => {
  const digitAt = tokens.map((entry) => entry.type === "digit");
  const first = digitAt.indexOf(true);
  const last = digitAt.lastIndexOf(true);
  return tokens.map((entry, at) => {
    if (entry.type !== "group" || first === -1) return entry;
    if (at > first && at < last) return entry;
    const isAfterDigits = at > last && tokens.slice(last + 1, at).every((between) => between.type === "group");
    return isAfterDigits ? { ...entry, type: "scale" } : { ...entry, type: "literal" };
  });
};

const cache = new Map<string, readonly Section[]>();

/** Sections of a format code: positive, negative, zero, text. */
export const sectionsOf = (format: string): readonly Section[] => {
  const known = cache.get(format);
  if (known) return known;
  const sections = splitSections(format).map((text) => {
    const tokens = withMinutes(scan(text));
    return isDateSection(tokens) ? tokens : withCommas(tokens);
  });
  cache.set(format, sections);
  return sections;
};

export const isDateSection = (section: Section): boolean => section.some((entry) => DATE_TYPES.has(entry.type));

/** True when the format shows a date or a time. */
export const isDateFormat = (format: string): boolean => {
  const [first] = format === "General" || format === "@" ? [] : sectionsOf(format);
  return first !== undefined && isDateSection(first);
};
