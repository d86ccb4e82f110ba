import { plainCharacters } from "../../entry/characters.ts";
import { parseYesNo } from "../../entry/yesNo.ts";
import { kindOf } from "../vocabulary.ts";
import type { GridCell } from "./grid.ts";
import type { Role } from "./headerWords.ts";
import { numberMark, outlineMark } from "./marks.ts";

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
  /** Depths of the numbers before most texts, 1 for `1.`, 3 for `1.2.1`; 0 where most have none. */
  readonly depths: number;
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

const shareOf = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 0 : texts.filter(test).length / texts.length;

const MOST = 0.6;

const depthsOf = (texts: readonly string[]): number => {
  const depths = texts.flatMap((text) => numberMark(text)?.depth ?? []);
  return depths.length >= texts.length * MOST ? new Set(depths).size : 0;
};

export const contentsOf = (cells: readonly GridCell[]): Contents => {
  const texts = cells.map(({ text }) => plainCharacters(text)).filter((text) => text !== "");
  return {
    filled: texts.length,
    numbers: shareOf(texts, (text) => NUMBER.test(text) && !DAY.test(text)),
    digits: shareOf(texts, (text) => /\d/u.test(text)),
    percents: shareOf(texts, (text) => text.endsWith("%")),
    days: shareOf(texts, (text) => DAY.test(text)),
    words: shareOf(texts, (text) => /\p{L}{2}/u.test(text) && !NUMBER.test(text) && !DAY.test(text)),
    addresses: shareOf(texts, (text) => ADDRESS.test(text)),
    names: shareOf(texts, (text) => NAME.test(text)),
    answers: shareOf(texts, (text) => parseYesNo(text).ok),
    kinds: shareOf(texts, (text) => kindOf(text) !== undefined),
    outlines: shareOf(texts, (text) => outlineMark(text) !== undefined),
    depths: depthsOf(texts),
    length: texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length),
    variety: new Set(texts).size / Math.max(1, texts.length),
  };
};

const HALF = 0.5;
const UNLIKELY = 0.1;

type Fit = (contents: Contents) => number;

const either = (isSuited: (contents: Contents) => boolean, otherwise: number): Fit => {
  return (contents) => (isSuited(contents) ? 1 : otherwise);
};

const prose = either(({ kinds, words }) => kinds < 0.6 && words >= HALF, UNLIKELY);
const value = either(({ numbers, answers, days }) => numbers + answers >= 0.3 && days < HALF, 0.2);
const share = either(({ numbers }) => numbers >= 0.4, HALF);
const day = either(({ days }) => days >= 0.4, UNLIKELY);
const label = either(({ words, length }) => words >= 0.3 || length <= 3, 0.3);

/** Roles that not every content suits. */
const FITS: Readonly<Partial<Record<Role, Fit>>> = {
  objective: prose,
  keyResult: prose,
  initiative: prose,
  text: prose,
  kind: either(({ kinds }) => kinds >= HALF, UNLIKELY),
  target: either(({ digits, answers }) => digits >= 0.2 || answers >= 0.3, HALF),
  start: value,
  current: value,
  progress: share,
  weight: share,
  score: share,
  reading: either(({ numbers }) => numbers >= HALF, UNLIKELY),
  startDate: day,
  endDate: day,
  due: either(({ days }) => days >= 0.4, HALF),
  outline: either(({ outlines, length }) => outlines >= HALF && length <= 12, UNLIKELY),
  owner: either(({ words, length }) => words >= HALF && length < 60, UNLIKELY),
  state: label,
  team: label,
  unit: label,
};

/** How well contents suit a role, from 0 to 1. An empty column suits every one. [IF2] */
export const fit = (role: Role, contents: Contents): number =>
  contents.filled === 0 ? 1 : (FITS[role]?.(contents) ?? 1);
