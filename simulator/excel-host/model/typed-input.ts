// What Excel makes of text that is typed into a cell.
import { parseFormula } from "../calc/parser.ts";
import type { Culture } from "./culture.ts";
import { toSerial } from "./dates.ts";
import type { Scalar } from "./value.ts";
import { cellError, errorCodeOf } from "./value.ts";

export type TypedInput =
  | {
      readonly type: "value";
      readonly value: Scalar;
      /** Number format Excel gives a General cell for this way of typing. */
      readonly numberFormat?: string;
      readonly quotePrefix?: true;
    }
  | { readonly type: "formula"; readonly formula: string }
  | { readonly type: "invalidFormula" };

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Spaces of every width count as the group separator where the culture uses one of them. */
const normalSpaces = (text: string): string => text.replaceAll(/[\u00A0\u202F\u2009]/g, " ");

const numberPattern = ({ decimal, group }: Culture): RegExp => {
  const d = escaped(decimal);
  const g = escaped(normalSpaces(group));
  return new RegExp(`^(?:\\d{1,3}(?:${g}\\d{3})+|\\d+)?(?:${d}\\d*)?(?:e[+-]?\\d{1,3})?$`, "i");
};

/** Reads digits with the culture's separators; undefined when it is no plain number. */
const plainNumber = (text: string, culture: Culture): number | undefined => {
  const body = normalSpaces(text);
  if (!/^[\d.,'’٫]/.test(body) || !/\d/.test(body) || !numberPattern(culture).test(body)) return undefined;
  const number = Number(body.replaceAll(normalSpaces(culture.group), "").replace(culture.decimal, "."));
  return Number.isFinite(number) ? number : undefined;
};

interface TypedNumber {
  readonly value: number;
  readonly numberFormat?: string;
}

const CURRENCIES = /^([$€£¥])\s?|\s?([$€£¥])$/;

const numberFormatOf = (text: string, currency: string | undefined, culture: Culture): string | undefined => {
  const hasDecimals = text.includes(culture.decimal);
  const decimals = hasDecimals ? ".00" : "";
  if (/e/i.test(text)) return "0.00E+00";
  if (text.includes("%")) return `0${decimals}%`;
  if (currency) return `${currency}#,##0${decimals}`;
  return normalSpaces(text).includes(normalSpaces(culture.group)) ? `#,##0${decimals}` : undefined;
};

const signOf = (text: string): readonly [1 | -1, string] => {
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) return [-1, bracketed];
  if (text.startsWith("-")) return [-1, text.slice(1).trim()];
  return [1, text.startsWith("+") ? text.slice(1).trim() : text];
};

const typedNumber = (text: string, culture: Culture): TypedNumber | undefined => {
  const [sign, unsigned] = signOf(text);
  const found = CURRENCIES.exec(unsigned);
  const currency = found?.[1] ?? found?.[2];
  const amount = unsigned.replace(CURRENCIES, "");
  const isPercent = /%$|^%/.test(amount);
  const number = plainNumber(amount.replace(/^%\s?|\s?%$/, ""), culture);
  if (number === undefined) return undefined;
  const value = sign * (isPercent ? Number((number / 100).toPrecision(15)) : number) || 0;
  const numberFormat = numberFormatOf(unsigned, currency, culture);
  return numberFormat === undefined ? { value } : { value, numberFormat };
};

const MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** Two digits: 00-29 are 2000-2029, 30-99 are 1930-1999. */
const fullYear = (text: string): number => {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
};

const numericDate = (text: string, culture: Culture, year: number): TypedNumber | undefined => {
  const match = /^(\d{1,4})([/.-])(\d{1,2})(?:\2(\d{1,4}))?$/.exec(text);
  if (!match) return undefined;
  const [, a = "", separator, b = "", c] = match;
  const isDotDate = separator === "." && culture.dateSeparator !== ".";
  if (isDotDate) return undefined;
  const format = culture.dateOrder === "YMD" ? "yyyy-mm-dd" : "m/d/yyyy";
  const value = ((): number | undefined => {
    if (a.length > 2) return c === undefined ? undefined : toSerial(Number(a), Number(b), Number(c));
    const [month, day] = culture.dateOrder === "DMY" ? [b, a] : [a, b];
    if (culture.dateOrder === "YMD" && c !== undefined) return toSerial(fullYear(a), Number(b), Number(c));
    return toSerial(c === undefined ? year : fullYear(c), Number(month), Number(day));
  })();
  if (value === undefined) return undefined;
  return { value, numberFormat: c === undefined ? "d-mmm" : format };
};

const monthOf = (name: string | undefined): number => MONTH_NAMES.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;

const namedDate = (text: string, year: number): TypedNumber | undefined => {
  const dayFirst = /^(\d{1,2})[\s-]([a-z]{3,9})\.?(?:[\s-](\d{2}|\d{4}))?$/i.exec(text);
  const monthFirst = /^([a-z]{3,9})\.?\s(\d{1,2})(?:,?\s(\d{4}))?$/i.exec(text);
  const [day, month, typedYear] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (day === undefined || monthOf(month) === 0) return undefined;
  const value = toSerial(typedYear ? fullYear(typedYear) : year, monthOf(month), Number(day));
  return value === undefined ? undefined : { value, numberFormat: typedYear ? "d-mmm-yy" : "d-mmm" };
};

const timeFormat = (hour: number, hasSeconds: boolean, is12: boolean): string => {
  const clock = hasSeconds ? "h:mm:ss" : "h:mm";
  if (is12) return `${clock} AM/PM`;
  return hour >= 24 ? "[h]:mm:ss" : clock;
};

/** Hour of the day for "1 pm"; undefined when the clock has no such hour. */
const hour12 = (hours: number, half: string): number | undefined =>
  hours < 1 || hours > 12 ? undefined : (hours % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);

const typedTime = (text: string): TypedNumber | undefined => {
  const match = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d))?\s?(am|pm|a|p)?$/i.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds = "0", half] = match;
  const hour = half === undefined ? Number(hours) : hour12(Number(hours), half);
  if (hour === undefined) return undefined;
  const value = (hour * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return { value, numberFormat: timeFormat(hour, match[3] !== undefined, half !== undefined) };
};

const dateTime = (text: string, culture: Culture, year: number): TypedNumber | undefined => {
  const date = numericDate(text, culture, year) ?? namedDate(text, year);
  if (date) return date;
  const split = /^(\S+)[ T](\d{1,2}:.+)$/.exec(text);
  const day = split ? numericDate(split[1] ?? "", culture, year) : undefined;
  const time = split ? typedTime(split[2] ?? "") : undefined;
  return day && time ? { value: day.value + time.value, numberFormat: "m/d/yyyy h:mm" } : undefined;
};

const asValue = (found: TypedNumber): TypedInput => ({ type: "value", ...found });

const asFormula = (text: string): TypedInput =>
  parseFormula(text) ? { type: "formula", formula: text } : { type: "invalidFormula" };

const isSignedText = (text: string): boolean => /^[+-]./.test(text);

const typedConstant = (text: string, culture: Culture, year: number): TypedInput | undefined => {
  const trimmed = text.trim();
  const number = typedNumber(trimmed, culture) ?? dateTime(trimmed, culture, year) ?? typedTime(trimmed);
  if (number) return asValue(number);
  if (/^(true|false)$/i.test(trimmed)) return { type: "value", value: trimmed.toLowerCase() === "true" };
  const code = errorCodeOf(trimmed);
  return code ? { type: "value", value: cellError(code) } : undefined;
};

export interface TypingContext {
  readonly culture: Culture;
  /** Number format of the cell; "@" keeps everything as text. */
  readonly numberFormat: string;
  /** Year that a date without one belongs to. */
  readonly year: number;
}

/** Reads text as if a person typed it. */
export const readTyped = (text: string, { culture, numberFormat, year }: TypingContext): TypedInput => {
  if (text === "") return { type: "value", value: null };
  if (text.startsWith("'")) return { type: "value", value: text.slice(1), quotePrefix: true };
  if (numberFormat === "@") return { type: "value", value: text };
  if (text.startsWith("=") && text.length > 1) return asFormula(text);
  const constant = typedConstant(text, culture, year);
  if (constant) return constant;
  if (isSignedText(text)) return asFormula(`=${text}`);
  return { type: "value", value: text };
};

/** Reads a string set through the API: only "=" begins a formula there, and dates and numbers are read as en-US. */
export const readAssigned = (text: string, context: TypingContext): TypedInput => {
  if (isSignedText(text) && context.numberFormat !== "@") {
    return typedConstant(text, context.culture, context.year) ?? { type: "value", value: text };
  }
  return readTyped(text, context);
};
