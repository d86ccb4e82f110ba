import { plainCharacters } from "../../entry/characters.ts";
import { parseYesNo } from "../../entry/yesNo.ts";
import { kindOf } from "../vocabulary.ts";
import type { GridCell } from "./grid.ts";
import type { Role } from "./headerWords.ts";
import { outlineMark } from "./marks.ts";

/** What the cells of a column look like; shares from 0 to 1 of those that are filled in. */
export interface Contents {
  readonly filled: number;
  readonly numbers: number;
  /** Texts with a digit in them. */
  readonly digits: number;
  readonly percents: number;
  readonly days: number;
  /** Words rather than numbers. */
  readonly words: number;
  readonly addresses: number;
  readonly names: number;
  readonly answers: number;
  readonly kinds: number;
  readonly outlines: number;
  /** Characters, on average. */
  readonly length: number;
  /** Different texts for each filled cell. */
  readonly variety: number;
}

const NUMBER = /^[<>≤≥~≈=+\-( ]*\p{Sc}? ?\d[\d.,' ]*\)? ?(?:%|\p{Sc}|[\p{L}³²]{1,4}\.?)?$/u;
const DAY = /^(?:\d{4}-\d\d-\d\d|\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})|\d{1,2}\.? \p{L}{3,} \d{4})/u;
const ADDRESS = /[^\s@]+@[^\s@]+\.[^\s@]+/u;
/** "Lena Krüger", "J. van der Berg", "Krüger, Lena". */
const NAME = /^\p{Lu}[\p{L}.'-]*,?(?: (?:van|von|de|der|den|da|al|bin|\p{Lu}[\p{L}.'-]*)){1,3}(?:\s*[;,/&].*)?$/u;

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

export const contentsOf = (cells: readonly GridCell[]): Contents => {
  const texts = cells.map(({ text }) => plainCharacters(text)).filter((text) => text !== "");
  return {
    filled: texts.length,
    numbers: share(texts, (text) => NUMBER.test(text) && !DAY.test(text)),
    digits: share(texts, (text) => /\d/u.test(text)),
    percents: share(texts, (text) => /%$/u.test(text)),
    days: share(texts, (text) => DAY.test(text)),
    words: share(texts, (text) => /\p{L}{2}/u.test(text) && !NUMBER.test(text) && !DAY.test(text)),
    addresses: share(texts, (text) => ADDRESS.test(text)),
    names: share(texts, (text) => NAME.test(text)),
    answers: share(texts, (text) => parseYesNo(text).ok),
    kinds: share(texts, (text) => kindOf(text) !== undefined),
    outlines: share(texts, (text) => outlineMark(text) !== undefined),
    length: texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length),
    variety: new Set(texts).size / Math.max(1, texts.length),
  };
};

const HALF = 0.5;
const UNLIKELY = 0.1;

/** How well contents suit a role, from 0 to 1. An empty column suits every one. [IF2] */
export const fit = (role: Role, contents: Contents): number => {
  const { filled, numbers, digits, days, words, answers, kinds, outlines, length } = contents;
  if (filled === 0) return 1;
  switch (role) {
    case "objective":
    case "keyResult":
    case "initiative":
    case "text":
      if (kinds >= 0.6) return UNLIKELY;
      return words >= HALF ? 1 : UNLIKELY;
    case "kind":
      return kinds >= HALF ? 1 : UNLIKELY;
    case "target":
      return digits >= 0.2 || answers >= 0.3 ? 1 : HALF;
    case "start":
    case "current":
      return numbers + answers >= 0.3 && days < HALF ? 1 : 0.2;
    case "progress":
    case "weight":
    case "score":
      return numbers >= 0.4 ? 1 : HALF;
    case "reading":
      return numbers >= HALF ? 1 : UNLIKELY;
    case "startDate":
    case "endDate":
      return days >= 0.4 ? 1 : UNLIKELY;
    case "due":
      return days >= 0.4 ? 1 : HALF;
    case "outline":
      return outlines >= HALF && length <= 12 ? 1 : UNLIKELY;
    case "owner":
      return words >= HALF && length < 60 ? 1 : UNLIKELY;
    case "state":
    case "team":
    case "unit":
      return words >= 0.3 || length <= 3 ? 1 : 0.3;
    case "id":
    case "parent":
    case "cycle":
    case "level":
    case "why":
    case "direction":
    case "priority":
    case "ambition":
    case "measure":
    case "confidence":
    case "note":
    case "ignore":
      return 1;
  }
};
