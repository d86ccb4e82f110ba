import { formatValue } from "../../model/number-format.ts";
import type { Scalar } from "../../model/value.ts";
import { isCellError } from "../../model/value.ts";
import { asScalar } from "../context.ts";
import { VALUE_ERROR, asBoolean, asNumber, asText, plainTextOf } from "../operand.ts";
import type { BuiltIn } from "./kinds.ts";
import { flat, ofOperands, ofScalars, ofTexts } from "./kinds.ts";
import { readTyped } from "../../model/typed-input.ts";
import { wildcardPattern } from "../wildcards.ts";

const MAX_TEXT = 32_767;

const checked = (text: string): Scalar => (text.length > MAX_TEXT ? VALUE_ERROR : text);

/** A function of a text and whole numbers after it. */
const ofTextAndNumbers = (min: number, max: number, apply: (text: string, ...numbers: number[]) => Scalar): BuiltIn =>
  ofScalars(min, max, ([first = null, ...rest]) => {
    const text = asText(first);
    const numbers = rest.map(asNumber);
    if (isCellError(text)) return text;
    const problem = numbers.find(isCellError);
    return problem ?? apply(text, ...(numbers as number[]).map(Math.trunc));
  });

const joined: BuiltIn = ofOperands(1, 255, (operands, context) => {
  const values = operands.flatMap((operand) => flat(operand, context));
  return values.find(isCellError) ?? checked(values.map(plainTextOf).join(""));
});

const textJoin: BuiltIn = ofOperands(3, 255, ([separator = null, ignoresEmpty = null, ...operands], context) => {
  const between = asScalar(separator, context);
  const skips = asBoolean(asScalar(ignoresEmpty, context));
  const values = operands.flatMap((operand) => flat(operand, context));
  const problem = [between, skips, ...values].find(isCellError);
  if (problem) return problem;
  const texts = values.map(plainTextOf).filter((text) => !(skips === true && text === ""));
  return checked(texts.join(plainTextOf(between)));
});

const substitute: BuiltIn = ofScalars(3, 4, ([a = null, b = null, c = null, which]) => {
  const [text, from, to] = [plainTextOf(a), plainTextOf(b), plainTextOf(c)];
  if (from === "") return text;
  if (which === undefined) return checked(text.replaceAll(from, to));
  const number = asNumber(which);
  if (isCellError(number) || number < 1) return VALUE_ERROR;
  const pieces = text.split(from);
  const at = Math.trunc(number);
  return at >= pieces.length ? text : pieces.slice(0, at).join(from) + to + pieces.slice(at).join(from);
});

const finder = (indexOf: (text: string, sought: string, from: number) => number): BuiltIn =>
  ofScalars(2, 3, ([a = null, b = null, c]) => {
    const sought = asText(a);
    const text = asText(b);
    const start = c === undefined ? 1 : asNumber(c);
    if (isCellError(sought) || isCellError(text) || isCellError(start)) return VALUE_ERROR;
    const at = start < 1 ? -1 : indexOf(text, sought, Math.trunc(start) - 1);
    return at === -1 ? VALUE_ERROR : at + 1;
  });

const search = (text: string, sought: string, from: number): number => {
  const at = text.slice(from).search(new RegExp(wildcardPattern(sought), "iu"));
  return at === -1 ? -1 : at + from;
};

const valueFunction: BuiltIn = ofScalars(1, 1, ([value = null], { workbook }) => {
  if (typeof value !== "string") return asNumber(value);
  const year = new Date(workbook.now()).getUTCFullYear();
  const typed = readTyped(value.trim(), { culture: workbook.culture, numberFormat: "General", year });
  return typed.type === "value" && typeof typed.value === "number" ? typed.value : VALUE_ERROR;
});

const textFunction: BuiltIn = ofScalars(2, 2, ([value = null, format = null], { workbook }) =>
  formatValue(value ?? 0, plainTextOf(format), workbook.culture),
);

const proper = (text: string): string =>
  text.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());

export const textFunctions: Readonly<Record<string, BuiltIn>> = {
  CONCATENATE: joined,
  CONCAT: joined,
  TEXTJOIN: textJoin,
  SUBSTITUTE: substitute,
  LEN: ofTexts(1, 1, (text) => text.length),
  LOWER: ofTexts(1, 1, (text) => text.toLowerCase()),
  UPPER: ofTexts(1, 1, (text) => text.toUpperCase()),
  PROPER: ofTexts(1, 1, proper),
  TRIM: ofTexts(1, 1, (text) => text.replaceAll(/ +/g, " ").replace(/^ | $/g, "")),
  CLEAN: ofTexts(1, 1, (text) =>
    Array.from(text)
      .filter((letter) => letter.charCodeAt(0) >= 32)
      .join(""),
  ),
  EXACT: ofTexts(2, 2, (a, b) => a === b),
  LEFT: ofTextAndNumbers(1, 2, (text, count = 1) => (count < 0 ? VALUE_ERROR : text.slice(0, count))),
  RIGHT: ofTextAndNumbers(1, 2, (text, count = 1) =>
    count < 0 ? VALUE_ERROR : text.slice(Math.max(0, text.length - count)),
  ),
  MID: ofTextAndNumbers(3, 3, (text, start, count) =>
    (start ?? 0) < 1 || (count ?? 0) < 0 ? VALUE_ERROR : text.slice((start ?? 1) - 1, (start ?? 1) - 1 + (count ?? 0)),
  ),
  REPT: ofTextAndNumbers(2, 2, (text, count = 0) =>
    count < 0 || text.length * count > MAX_TEXT ? VALUE_ERROR : text.repeat(count),
  ),
  REPLACE: ofScalars(4, 4, ([a = null, b = null, c = null, d = null]) => {
    const start = asNumber(b);
    const count = asNumber(c);
    if (isCellError(start) || isCellError(count) || start < 1 || count < 0) return VALUE_ERROR;
    const text = plainTextOf(a);
    return text.slice(0, start - 1) + plainTextOf(d) + text.slice(start - 1 + count);
  }),
  FIND: finder((text, sought, from) => text.indexOf(sought, from)),
  SEARCH: finder(search),
  CHAR: ofScalars(1, 1, ([value = null]) => {
    const code = asNumber(value);
    return isCellError(code) || code < 1 || code > 255 ? VALUE_ERROR : String.fromCharCode(code);
  }),
  UNICHAR: ofScalars(1, 1, ([value = null]) => {
    const code = asNumber(value);
    return isCellError(code) || code < 1 || code > 0x10_ff_ff ? VALUE_ERROR : String.fromCodePoint(code);
  }),
  CODE: ofTexts(1, 1, (text) => (text === "" ? VALUE_ERROR : text.charCodeAt(0))),
  UNICODE: ofTexts(1, 1, (text) => text.codePointAt(0) ?? VALUE_ERROR),
  VALUE: valueFunction,
  TEXT: textFunction,
  T: ofScalars(1, 1, ([value = null]) => (typeof value === "string" ? value : "")),
  N: ofScalars(1, 1, ([value = null]) => (typeof value === "string" ? 0 : Number(value ?? 0))),
};
