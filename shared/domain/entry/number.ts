import { err, ok, type Result } from "../result.ts";
import { plainCharacters } from "./characters.ts";
import { writingOf } from "./locale.ts";

/** Why a typed text was not taken as a number. Each carries what the question or hint beside the field needs. */
export type NumberProblem =
  | { readonly type: "Empty" }
  | { readonly type: "NotANumber"; readonly text: string }
  /** A shortened number such as `3k`; `suggestion` is what it may stand for. */
  | { readonly type: "Shortened"; readonly text: string; readonly suffix: string; readonly suggestion: number }
  /** The separator could be thousands or decimals: both readings, the one with thousands first. */
  | { readonly type: "AmbiguousNumber"; readonly text: string; readonly readings: readonly [number, number] };

const CURRENCY =
  /R\$|\p{Sc}|\b(?:EUR|USD|GBP|CHF|JPY|CNY|INR|AED|SAR|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|KES|ZAR|NGN|BRL|MXN|CAD|AUD|SGD)\b|\bkr\b\.?/gu;
const SHORTENED = /^(?<number>.*\d) ?(?<suffix>k|m|mn|mm|b|bn|t|tsd\.?|mio\.?|mrd\.?|mill?\.?|mld\.?|tn)$/iu;
const MULTIPLES: Readonly<Record<string, number>> = {
  k: 1e3, t: 1e3, tsd: 1e3, m: 1e6, mn: 1e6, mm: 1e6, mio: 1e6, mil: 1e6, mill: 1e6, b: 1e9, bn: 1e9, mrd: 1e9, mld: 1e9, tn: 1e12,
}; // prettier-ignore
/** No number that people type is longer; it also keeps a pasted essay from being searched. */
const LONGEST = 60;
const PLAIN = /^(?:\d+\.?\d*|\.\d+)$/u;
/** Thousands in threes, or the Indian way: the last group of three, those before it of two. */
const GROUPED = /^\d{1,3}(?:(?:\x20\d{3})+|(?:\x20\d{2})+\x20\d{3})$/u;

interface Typed {
  /** What is left once signs, currency and per cent are taken off. */
  readonly digits: string;
  readonly sign: 1 | -1;
  readonly percent: boolean;
}

/** Signs on either side, accounting parentheses, currency and per cent. */
const takeApart = (text: string): Typed => {
  let rest = text
    .replaceAll(CURRENCY, "")
    .replace(/[.,]-$/u, "")
    .trim();
  let sign: 1 | -1 = 1;
  const bracketed = /^\((.*)\)( ?%)?$/u.exec(rest);
  if (bracketed) {
    sign = -1;
    rest = `${bracketed[1] ?? ""}${bracketed[2] ?? ""}`.trim();
  }
  const percent = /^%|%$/u.test(rest);
  rest = rest.replace(/^%|%$/u, "").trim();
  const signed = /^([+-]) ?(.*)$/u.exec(rest) ?? /^(.*\d) ?([+-])$/u.exec(rest)?.toReversed().slice(0, 3);
  const mark = signed?.find((part) => part === "-" || part === "+");
  if (mark !== undefined) rest = rest.replace(/^[+-] ?/u, "").replace(/ ?[+-]$/u, "");
  if (mark === "-") sign = sign === 1 ? -1 : 1;
  return { digits: rest, sign, percent };
};

/** `1 234` or `1'234` and the like, with `mark` between the groups. */
const isGrouped = (digits: string, mark: string): boolean => GROUPED.test(digits.replaceAll(mark, " "));

const ungroup = (digits: string, mark: string): number | undefined =>
  isGrouped(digits, mark) ? Number(digits.replaceAll(mark, "")) : undefined;

/** One kind of separator, once: thousands or decimals? */
const readSingle = (digits: string, mark: string, locale: string): number | readonly [number, number] | undefined => {
  const asDecimal = Number(digits.replace(mark, "."));
  const asThousands = digits.startsWith("0") ? undefined : ungroup(digits, mark);
  if (asThousands === undefined) return asDecimal;
  const { decimal, group } = writingOf(locale);
  if (mark === decimal) return asDecimal;
  return mark === group ? asThousands : [asThousands, asDecimal];
};

/** Groups before the last separator, decimals after it. */
const readMixed = (digits: string, marks: readonly string[]): number | undefined => {
  const decimal = marks.at(-1) ?? "";
  const at = digits.lastIndexOf(decimal);
  const whole = digits.slice(0, at);
  const groupMarks = [...new Set(marks.slice(0, -1))];
  const [group] = groupMarks;
  if (groupMarks.length !== 1 || group === undefined || group === decimal || !isGrouped(whole, group)) return undefined;
  return Number(`${whole.replaceAll(group, "")}.${digits.slice(at + 1)}`);
};

/** Unsigned digits with separators, without exponent. [EN2] [EN3] */
const readDigits = (digits: string, locale: string): number | readonly [number, number] | undefined => {
  const text = digits.replaceAll(/[’ʼ`´]/gu, "'");
  if (!/^[\d., '٫٬]+$/u.test(text) || !/\d/u.test(text)) return undefined;
  const marks = [...text.matchAll(/[., '٫٬]/gu)].map(([mark]) => mark);
  const kinds = new Set(marks);
  const [only] = marks;
  if (only === undefined) return Number(text);
  if (kinds.size > 1) return readMixed(text, marks);
  if (only === "٫") return marks.length === 1 ? Number(text.replace(only, ".")) : undefined;
  if (marks.length > 1 || only === " " || only === "'" || only === "٬") return ungroup(text, only);
  return PLAIN.test(text.replace(only, ".")) ? readSingle(text, only, locale) : undefined;
};

export interface TypedNumber {
  readonly value: number;
  /** Whether a per cent sign was typed. */
  readonly percent: boolean;
  /** Whether a decimal sign was typed, so that the number was meant as a fraction or in detail. */
  readonly fractional: boolean;
}

const withoutUnit = (text: string, unit: string): string => {
  const plainUnit = plainCharacters(unit);
  if (plainUnit === "" || plainUnit === "%" || !text.toLowerCase().endsWith(plainUnit.toLowerCase())) return text;
  const rest = text.slice(0, -plainUnit.length).trim();
  return /\d$|\)$/u.test(rest) ? rest : text;
};

/** Reads a typed number with everything that was typed around it. `unit` may stand behind the number. */
export const readNumber = (text: string, locale: string, unit = ""): Result<TypedNumber, NumberProblem> => {
  const plain = withoutUnit(plainCharacters(text), unit);
  if (plain === "") return err({ type: "Empty" });
  const notANumber = err({ type: "NotANumber", text } as const);
  if (plain.length > LONGEST) return notANumber;
  const { digits, sign, percent } = takeApart(plain);
  const scientific = /^(?<mantissa>\d.*)e(?<exponent>[+-]?\d{1,3})$/iu.exec(digits)?.groups;
  const power = scientific ? 10 ** Number(scientific["exponent"]) : 1;
  const read = readDigits(scientific?.["mantissa"] ?? digits, locale);
  if (read === undefined) return shortened(plain, text, locale) ?? notANumber;
  if (typeof read !== "number") {
    const [thousands, decimals] = read;
    return err({ type: "AmbiguousNumber", text, readings: [sign * thousands * power, sign * decimals * power] });
  }
  const value = sign * read * power + 0;
  return Number.isFinite(value) ? ok({ value, percent, fractional: /[.,٫]/u.test(digits) }) : notANumber;
};

const shortened = (plain: string, text: string, locale: string): Result<never, NumberProblem> | undefined => {
  const found = SHORTENED.exec(plain.replaceAll(CURRENCY, "").trim())?.groups;
  const suffix = found?.["suffix"] ?? "";
  const multiple = MULTIPLES[suffix.toLowerCase().replace(".", "")];
  const number = found && multiple !== undefined ? readNumber(found["number"] ?? "", locale) : undefined;
  if (!number?.ok || multiple === undefined) return undefined;
  return err({ type: "Shortened", text, suffix, suggestion: Number((number.value.value * multiple).toPrecision(15)) });
};

/**
 * A number as people of a locale type it: `1.234,5`, `1 234,5`, `1'234.5`, `١٢`, `(3)`, `12-`, `1e3`, `€ 5`, `45%` (which gives
 * 45). Rules [EN1] to [EN5].
 * @param locale BCP 47; decides only where a single separator before three digits leaves a doubt
 * @param unit a unit that may be typed behind the number
 */
export const parseNumber = (text: string, locale: string, unit = ""): Result<number, NumberProblem> => {
  const read = readNumber(text, locale, unit);
  return read.ok ? ok(read.value.value) : read;
};
