// Number format codes → shown text, for the subset that SPEC.md lists.
import type { Culture } from "./culture.ts";
import type { DateParts } from "./dates.ts";
import { fromSerial } from "./dates.ts";
import type { FormatToken } from "./format-tokens.ts";
import { isDateSection, sectionsOf } from "./format-tokens.ts";
import type { Scalar } from "./value.ts";
import { isCellError } from "./value.ts";

const trimExponent = (text: string): string =>
  text
    .replace(/(\.\d*?)0+(e|$)/, "$1$2")
    .replace(/\.(e|$)/, "$1")
    .replace(/e([+-])(\d)$/, "e$10$2")
    .toUpperCase();

/** General: up to 11 characters, scientific outside 1E-9 … 1E+11. */
export const generalNumber = (value: number, culture: Culture): string => {
  const size = Math.abs(value);
  if (value === 0) return "0";
  const isScientific = size >= 1e11 || size < 1e-9;
  const whole = Math.trunc(size).toString().length;
  const plain = isScientific
    ? trimExponent(value.toExponential(5))
    : String(Number(value.toFixed(Math.max(0, Math.min(10 - whole, 9)))));
  return plain.replace(".", culture.decimal);
};

const grouped = (digits: string, separator: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, separator);

interface NumberShape {
  readonly scaled: number;
  readonly integerDigits: number;
  readonly maxDecimals: number;
  readonly minDecimals: number;
  readonly isGrouped: boolean;
}

const placeholders = (tokens: readonly FormatToken[]): readonly [string, string] => {
  const digits = tokens.filter((token) => token.type === "digit" || token.type === "point");
  const point = digits.findIndex((token) => token.type === "point");
  const textOf = (part: readonly FormatToken[]): string => part.map((token) => token.text).join("");
  return point === -1 ? [textOf(digits), ""] : [textOf(digits.slice(0, point)), textOf(digits.slice(point + 1))];
};

const shapeOf = (tokens: readonly FormatToken[], value: number): NumberShape => {
  const [integer, decimals] = placeholders(tokens);
  const percents = tokens.filter((token) => token.type === "percent").length;
  const scales = tokens.filter((token) => token.type === "scale").length;
  return {
    scaled: (value * 100 ** percents) / 1000 ** scales,
    integerDigits: integer.replaceAll(/[#?]/g, "").length,
    maxDecimals: decimals.length,
    minDecimals: decimals.replaceAll(/[#?]/g, "").length,
    isGrouped: tokens.some((token) => token.type === "group"),
  };
};

/** Rounds half away from zero on the decimal digits, as Excel shows numbers. */
const roundedDigits = (value: number, decimals: number): string => {
  const precise = Number(value.toPrecision(15));
  const shifted = Number(`${precise}e${decimals}`);
  return Number.isFinite(shifted)
    ? (Math.round(shifted) / 10 ** decimals).toFixed(decimals)
    : precise.toFixed(decimals);
};

const fixedParts = (shape: NumberShape, culture: Culture): readonly [string, string] => {
  const [whole = "0", fraction = ""] = roundedDigits(Math.abs(shape.scaled), shape.maxDecimals).split(".");
  const trimmed = fraction.slice(0, shape.minDecimals) + fraction.slice(shape.minDecimals).replace(/0+$/, "");
  const digits = (whole === "0" && shape.integerDigits === 0 ? "" : whole).padStart(shape.integerDigits, "0");
  return [shape.isGrouped ? grouped(digits, culture.group) : digits, trimmed];
};

const scientific = (shape: NumberShape, exponentDigits: number, culture: Culture): string => {
  const [mantissa = "0", exponent = "0"] = Math.abs(shape.scaled).toExponential(shape.maxDecimals).split("e");
  const sign = exponent.startsWith("-") ? "-" : "+";
  return `${mantissa.replace(".", culture.decimal)}E${sign}${exponent.replace(/[+-]/, "").padStart(exponentDigits, "0")}`;
};

/** Digits before the point, written once however many placeholders there are. */
const wholeDigits = (tokens: readonly FormatToken[], shape: NumberShape, whole: string, culture: Culture): string => {
  const exponent = tokens.find((token) => token.type === "exponent");
  return exponent ? scientific(shape, exponent.text.length, culture) : whole;
};

const PLAIN_TOKENS: Readonly<Partial<Record<FormatToken["type"], (token: FormatToken) => string>>> = {
  literal: (token) => token.text,
  percent: () => "%",
};

const renderNumber = (tokens: readonly FormatToken[], value: number, culture: Culture): string => {
  const shape = shapeOf(tokens, value);
  const [whole, fraction] = fixedParts(shape, culture);
  const isScientific = tokens.some((token) => token.type === "exponent");
  const firstDigit = tokens.findIndex((token) => token.type === "digit");
  const point = isScientific ? -1 : tokens.findIndex((token) => token.type === "point");
  const isPointFirst = point !== -1 && (firstDigit === -1 || firstDigit > point);
  const digits = wholeDigits(tokens, shape, whole, culture);
  return tokens
    .map((token, at) => {
      if (at === point) return (isPointFirst ? whole : "") + culture.decimal + fraction;
      if (at === firstDigit) return isPointFirst ? "" : digits;
      if (token.type === "general") return generalNumber(Math.abs(value), culture);
      return PLAIN_TOKENS[token.type]?.(token) ?? "";
    })
    .join("");
};

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const named = (parts: DateParts, culture: Culture, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(culture.locale, { ...options, timeZone: "UTC" }).format(
    Date.UTC(parts.year, parts.month - 1, Math.max(parts.day, 1)),
  );

const monthText = (parts: DateParts, width: number, culture: Culture): string => {
  if (width <= 2) return pad(parts.month, width);
  return named(parts, culture, { month: width === 3 ? "short" : width === 5 ? "narrow" : "long" });
};

const dayText = (parts: DateParts, width: number, culture: Culture): string => {
  if (width <= 2) return pad(parts.day, width);
  return named(parts, culture, { weekday: width === 3 ? "short" : "long" });
};

const hourText = (parts: DateParts, width: number, is12: boolean): string =>
  pad(is12 ? ((parts.hour + 11) % 12) + 1 : parts.hour, Math.min(width, 2));

const elapsedText = (token: FormatToken, serial: number): string => {
  const perDay = { h: 24, m: 1440, s: 86_400 }[token.text[0]?.toLowerCase() as "h"];
  return pad(Math.floor(serial * perDay + 1e-9), token.text.length);
};

const meridiemText = (token: FormatToken, parts: DateParts): string => {
  const half = parts.hour < 12 ? "AM" : "PM";
  return token.text.length > 3 ? half : half.charAt(0);
};

interface Moment {
  readonly parts: DateParts;
  readonly serial: number;
  readonly is12: boolean;
  readonly culture: Culture;
}

type DateTokenText = (token: FormatToken, moment: Moment) => string;

const DATE_TOKENS: Readonly<Partial<Record<FormatToken["type"], DateTokenText>>> = {
  year: ({ text }, { parts }) => (text.length <= 2 ? pad(parts.year % 100, 2) : pad(parts.year, 4)),
  month: ({ text }, { parts, culture }) => monthText(parts, text.length, culture),
  day: ({ text }, { parts, culture }) => dayText(parts, text.length, culture),
  hour: ({ text }, { parts, is12 }) => hourText(parts, text.length, is12),
  minute: ({ text }, { parts }) => pad(parts.minute, Math.min(text.length, 2)),
  second: ({ text }, { parts }) => pad(parts.second, Math.min(text.length, 2)),
  meridiem: (token, { parts }) => meridiemText(token, parts),
  elapsed: (token, { serial }) => elapsedText(token, serial),
};

const renderDate = (tokens: readonly FormatToken[], serial: number, culture: Culture): string | undefined => {
  const parts = fromSerial(serial);
  if (!parts) return undefined;
  const is12 = tokens.some((token) => token.type === "meridiem");
  return tokens
    .map((token) => DATE_TOKENS[token.type]?.(token, { parts, serial, is12, culture }) ?? token.text)
    .join("");
};

const numberText = (value: number, format: string, culture: Culture): string => {
  const sections = sectionsOf(format === "m/d/yyyy" ? culture.shortDate : format);
  const [positive, negative, zero] = sections;
  if (!positive) return generalNumber(value, culture);
  const section = value < 0 && negative ? negative : value === 0 && zero ? zero : positive;
  if (isDateSection(section)) return renderDate(section, value, culture) ?? "########";
  const body = renderNumber(section, value, culture);
  const isSigned = value < 0 && section === positive && /[1-9]|E/.test(body);
  return isSigned ? `-${body}` : body;
};

const textSection = (text: string, format: string): string => {
  const section = sectionsOf(format)[3];
  return section ? section.map((token) => (token.type === "at" ? text : token.text)).join("") : text;
};

/** The text Excel shows for a value in this number format. */
export const formatValue = (value: Scalar, format: string, culture: Culture): string => {
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (isCellError(value)) return value.error;
  if (typeof value === "string") return textSection(value, format);
  return format === "General" || format === "@" ? generalNumber(value, culture) : numberText(value, format, culture);
};
