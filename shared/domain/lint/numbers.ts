import { plainCharacters } from "../entry/characters.ts";
import { readNumber } from "../entry/number.ts";

const PER_CENT_OR_MONEY =
  /\d[\d.,' ]*\s?%|%|(?:\p{Sc}|\b(?:eur|usd|gbp|chf|aed|sar)\b)\s?\d|\d[\d.,']*\s?(?:\p{Sc}|(?:eur|usd|gbp|chf|aed|sar)\b)/iu;
/** A number that stands for itself: no year, no quarter, no part of a name such as `B2B`, `5G` or `ISO 9001`. */
const NUMBER = /(?<![\p{L}\p{N}.,/-])\d[\d.,']*(?![\p{L}\p{N}/-])/gu;
const YEAR = /^(?:19|20)\d\d$/u;
const NAMED = /(?:\bq|quarter|quartal|fy|iso|din|phase|level|tier|top|version|الربع|المرحلة)\s?$/iu;

/** The first number, share or amount of money in a text that is to have none. [LN5] */
export const numberIn = (source: string): string | undefined => {
  const text = plainCharacters(source);
  const money = PER_CENT_OR_MONEY.exec(text)?.[0].trim();
  if (money !== undefined) return money;
  for (const match of text.matchAll(NUMBER)) {
    const digits = match[0].replace(/[.,']+$/u, "");
    if (!YEAR.test(digits) && !NAMED.test(text.slice(0, match.index))) return digits;
  }
  return undefined;
};

const SHARE = String.raw`\d[\d.,]*\s?%`;
/** "by 20 %", "um 20 %", "بنسبة 20%", "2x", "doubled": says how far, but not from where. [LN13] */
const RELATIVE = new RegExp(
  String.raw`(?<=^|\s)(?:(?:by|um|بنسبة)\s${SHARE}|\d[\d.,]*\s?(?:x|fold|fach|mal)(?!\p{L})|double|triple|halve|verdoppeln|verdreifachen|halbieren|مضاعفة)`,
  "iu",
);

export const relativeIn = (source: string): string | undefined => RELATIVE.exec(plainCharacters(source))?.[0].trim();

const AMOUNT = String.raw`(?:\p{Sc}\s?)?(?<NAME>[-+]?\d[\d.,']*)`;
const FROM_TO = new RegExp(
  String.raw`(?:^|\s)(?:from|von|vom|من)\s${AMOUNT.replace("NAME", "from")}[^\d]{0,24}?\s(?:to|auf|bis|إلى)\s${AMOUNT.replace("NAME", "to")}`,
  "iu",
);

const valueOf = (text: string | undefined, locale: string): number | undefined => {
  const read = text === undefined ? undefined : readNumber(text.replace(/[.,']+$/u, ""), locale);
  return read?.ok ? read.value.value : undefined;
};

/** "from 12 % to 9 %", "von 12 auf 9", "من 12 إلى 9": the two numbers as they stand there. */
export const fromTo = (source: string, locale: string): readonly [number, number] | undefined => {
  const found = FROM_TO.exec(plainCharacters(source))?.groups;
  const from = valueOf(found?.["from"], locale);
  const to = valueOf(found?.["to"], locale);
  return from === undefined || to === undefined ? undefined : [from, to];
};
