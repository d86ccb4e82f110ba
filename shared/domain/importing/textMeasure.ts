import { plainCharacters } from "../entry/characters.ts";
import { parseNumber } from "../entry/number.ts";
import type { Measure } from "../okr/keyResult.ts";

/** What the words of a key result say about its measure. */
export interface TextMeasure {
  readonly measure: Measure;
  /** The text gives a target and no start; 0 was taken. */
  readonly startAssumed: boolean;
}

const NUMBER = String.raw`[-+]?\d[\d.,' ]*`;
const UNIT = String.raw`\s*(?<unitA>%|[\p{Sc}]|\p{L}[\p{L}-]*)?`;
const ENDPOINT = String.raw`\p{Sc}?(?<to>${NUMBER})\s*(?<unitB>%|\p{Sc}|\p{L}[\p{L}-]*)?`;
/** "from 12% to 9%", "von 12 auf 9", "de 12 à 9", "de 12 para 9", "da 12 a 9", "van 12 naar 9", "från 12 till 9", "من 12 إلى 9". */
const FROM_TO = new RegExp(
  String.raw`(?:^|\s)(?:from|von|vom|de|da|van|från|fra|من)\s+(?<currencyA>\p{Sc})?(?<from>${NUMBER})${UNIT}\s+(?:to|auf|bis|à|a|para|naar|till|til|إلى|الى)\s+${ENDPOINT}`,
  "iu",
);
/** "12% → 9%". */
const ARROW = new RegExp(
  String.raw`(?:^|\s)(?<currencyA>\p{Sc})?(?<from>${NUMBER})${UNIT}\s*(?:→|->|=>|➔)\s*${ENDPOINT}`,
  "iu",
);
/** "Farms on the board: 14": what is counted, and how many there should be. */
const BEHIND_COLON = new RegExp(
  String.raw`^(?<what>[^\d:]+):\s*(?<amount>${NUMBER})\s*(?<unit>%|\p{L}[\p{L}-]*)?$`,
  "u",
);
/** "by 30%": a change in per cent of something whose amount is not said. */
const BY_PERCENT = new RegExp(String.raw`(?:^|\s)(?:by|um|de|del|di|met)\s+(?<by>${NUMBER})\s?%`, "iu");
const FALLING =
  /\b(?:reduce|reducing|decrease|decreasing|lower|cut|shrink|drop|fall|falls|senken|verringern|reduzieren|réduire|diminuer|baisser|reducir|disminuir|reduzir|ridurre|verlagen)\b/iu;
/** "never more than 30 days": a limit to keep. */
const NEVER_MORE = new RegExp(
  String.raw`(?:never|not?|nicht|nie) (?:more|longer|mehr|länger) (?:than|als) (?<limit>${NUMBER})\s*(?<unit>%|\p{L}[\p{L}-]*)?`,
  "iu",
);

/** Words before a number that make it something else than an amount to reach. */
const NOT_AN_AMOUNT =
  /(?:\b(?:within|in|after|every|each|per|for|than|top|version|release|releases|since|until|by|q|fy|phase|step|innerhalb|nach|alle|pro|für|seit|bis|dans|après|chaque|par|pour|depuis|cada|por|para|desde|hasta)|[#/\-–.:])\s*$/iu;
/** What may stand right behind an amount: the word that is counted, or a per cent sign. */
const COUNTED = /^\s?%|^\s+\p{L}/u;
/** Behind a number: frequencies and factors are no amounts. */
const FREQUENCY = /^\s*(?:times|mal|fois|veces|vezes|volte|x|st|nd|rd|th)\b|^\s*(?:[-–/]\s*\d)/iu;
const ENDS_UNIT = new Set(
  ("in|on|at|for|from|with|by|to|of|and|or|that|who|which|during|per|after|before|within|into|about|showing|using|our|the|we|is|" +
    "are|as|between|besides|through|until|so|not|only|effectively|wrote|written|im|am|auf|bei|für|von|mit|und|oder|die|der|das|zu|" +
    "bis|pro|en|dans|pour|avec|et|ou|par|sur|de|du|des|le|la|les|à|para|con|y|o|por|del|el|los|las|que|a|e|com|do|da|no|na|di|per")
    .split("|"),
); // prettier-ignore
const DROPPED_FROM_UNIT = new Set([
  "more",
  "new",
  "additional",
  "weitere",
  "neue",
  "nouveaux",
  "nouvelles",
  "más",
  "nuevos",
  "novos",
]);

const numberIn = (text: string | undefined, locale: string): number | undefined => {
  const read = parseNumber((text ?? "").trim().replace(/[.,' ]+$/u, ""), locale);
  return read.ok ? read.value : undefined;
};

const moving = (baseline: number, target: number, unit: string): Measure => ({
  kind: "metric",
  direction: target > baseline ? "up" : "down",
  unit,
  baseline,
  target,
});

const fromToIn = (text: string): Record<string, string> | undefined => (FROM_TO.exec(text) ?? ARROW.exec(text))?.groups;

const readFromTo = (text: string, locale: string): TextMeasure | undefined => {
  const found = fromToIn(text);
  const from = numberIn(found?.["from"], locale);
  const to = numberIn(found?.["to"], locale);
  if (!found || from === undefined || to === undefined || from === to) return undefined;
  const unit = found["unitB"] ?? found["unitA"] ?? found["currencyA"] ?? "";
  return { measure: moving(from, to, ENDS_UNIT.has(unit.toLowerCase()) ? "" : unit), startAssumed: false };
};

const readByPercent = (text: string, locale: string): TextMeasure | undefined => {
  const by = numberIn(BY_PERCENT.exec(text)?.groups?.["by"], locale);
  if (by === undefined || by <= 0) return undefined;
  return { measure: moving(0, FALLING.test(text) ? -by : by, "% change"), startAssumed: false };
};

const readLimit = (text: string, locale: string): TextMeasure | undefined => {
  const found = NEVER_MORE.exec(text)?.groups;
  const limit = numberIn(found?.["limit"], locale);
  if (limit === undefined) return undefined;
  return {
    measure: { kind: "metric", direction: "stayBelow", unit: found?.["unit"] ?? "", limit },
    startAssumed: false,
  };
};

const readBehindColon = (text: string, locale: string): TextMeasure | undefined => {
  const found = BEHIND_COLON.exec(text.trim())?.groups;
  const amount = numberIn(found?.["amount"], locale);
  const unit = found?.["unit"] ?? "";
  if (amount === undefined || amount <= 1 || unit === "%" || FALLING.test(text)) return undefined;
  return { measure: moving(0, amount, unit), startAssumed: true };
};

/** The words counted, up to the first that no longer belongs to them, at most three. */
const unitBehind = (rest: string): string => {
  if (/^\s*%/u.test(rest)) return "%";
  const words: string[] = [];
  for (const word of rest.trim().split(/\s+/u)) {
    const bare = word.replaceAll(/[.,;:!?]+$/gu, "");
    if (!/^\p{L}[\p{L}\p{N}{}'’.+-]*$/u.test(bare) || ENDS_UNIT.has(bare.toLowerCase())) break;
    if (!DROPPED_FROM_UNIT.has(bare.toLowerCase())) words.push(bare);
    if (bare !== word || words.length === 3) break;
  }
  return words.join(" ");
};

interface Amount {
  readonly value: number;
  readonly unit: string;
}

/** Every number of the text that is not a year; those that are no amount to reach are undefined. */
const amountsIn = (text: string, locale: string): readonly (Amount | undefined)[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}.,])\d[\d.,']*(?![\p{L}\p{N}])/gu)]
    .map((match) => ({ index: match.index, digits: match[0].replace(/[.,']+$/u, "") }))
    .filter(({ digits }) => !/^(?:19|20)\d\d$/u.test(digits))
    .map(({ index, digits }) => {
      const value = numberIn(digits, locale);
      const rest = text.slice(index + digits.length);
      const stated = !NOT_AN_AMOUNT.test(text.slice(0, index)) && !FREQUENCY.test(rest) && COUNTED.test(rest);
      return value !== undefined && stated ? { value, unit: unitBehind(rest) } : undefined;
    });

/** Whole things to count. A share in per cent without "from" has no start that could be assumed. */
const isCount = ({ value, unit }: Amount): boolean =>
  value > 1 && Number.isInteger(value) && unit !== "" && unit !== "%";

/**
 * A measure where the text states one beyond doubt: from-to, a change in per cent, a limit never to pass, an amount behind a colon, or
 * exactly one amount to reach ("100 stars"). What stands in parentheses explains and is not read. Undefined otherwise, also for an amount of one,
 * which is done or not done. [IM8]
 */
export const measureInText = (source: string, locale: string): TextMeasure | undefined => {
  const text = plainCharacters(source)
    .replaceAll(/\([^()]*\)/gu, " ")
    .replaceAll(/[“”"]/gu, " ");
  const stated =
    readFromTo(text, locale) ?? readByPercent(text, locale) ?? readLimit(text, locale) ?? readBehindColon(text, locale);
  if (stated) return stated;
  const [amount, ...more] = amountsIn(text, locale);
  if (!amount || more.length > 0 || !isCount(amount) || FALLING.test(text)) return undefined;
  return { measure: moving(0, amount.value, amount.unit), startAssumed: true };
};

const SIGN = String.raw`\s*(?:%|\p{Sc}|\p{L}[\p{L}-]*)?`;
/** "60 % auf 80 %": nothing else, with a word that only changes have. */
const CHANGED_TO = new RegExp(
  String.raw`^(?<from>${NUMBER})${UNIT}\s*(?:auf|para|naar|till|إلى|الى)\s+${ENDPOINT}$`,
  "iu",
);
/** "between 10 and 15", "zwischen 70 % und 85 %". */
const BETWEEN = new RegExp(
  String.raw`^(?:between|zwischen|entre|tra|fra|tussen|بين)\s+(?<low>${NUMBER})${SIGN}\s*(?:and|und|et|y|e|en|و)\s*(?<high>${NUMBER})\s*(?<unit>%|\p{Sc}|\p{L}[\p{L}-]*)?$`,
  "iu",
);

const readChange = (text: string, locale: string): TextMeasure | undefined => {
  const found = CHANGED_TO.exec(text)?.groups;
  const [from, to] = [numberIn(found?.["from"], locale), numberIn(found?.["to"], locale)];
  if (from === undefined || to === undefined || from === to) return undefined;
  return { measure: moving(from, to, found?.["unitB"] ?? found?.["unitA"] ?? ""), startAssumed: false };
};

const readRange = (text: string, locale: string): TextMeasure | undefined => {
  const found = BETWEEN.exec(text)?.groups;
  const [low, high] = [numberIn(found?.["low"], locale), numberIn(found?.["high"], locale)];
  if (low === undefined || high === undefined || low >= high) return undefined;
  const measure = { kind: "metric", direction: "stayBetween", unit: found?.["unit"] ?? "", low, high } as const;
  return { measure, startAssumed: false };
};

/** What the words in a column of targets say: as in any text, and shorter, because they say nothing else there. [IM9] */
export const measureOfTarget = (text: string, locale: string): TextMeasure | undefined => {
  const plain = plainCharacters(text);
  return readChange(plain, locale) ?? readRange(plain, locale) ?? measureInText(text, locale);
};
