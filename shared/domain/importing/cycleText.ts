import { addDays, parseDay, type Day } from "../day.ts";
import { plainCharacters, plainWords } from "../entry/characters.ts";
import type { Cycle, CycleKind } from "../okr/cycle.ts";
import { cycleKey } from "../okr/ids.ts";

const day = (year: number, month: number): Day =>
  parseDay(`${year}-${String(month).padStart(2, "0")}-01`) ?? (`${year}-01-01` as Day);

/** Whole months of a calendar year, from the 1st of `first` to the last day of `last`. */
const months = (year: number, first: number, last: number): Pick<Cycle, "start" | "end"> => ({
  start: day(year, first),
  end: addDays(last === 12 ? day(year + 1, 1) : day(year, last + 1), -1),
});

const cycle = (key: string, name: string, kind: CycleKind, dates: Pick<Cycle, "start" | "end">): Cycle => ({
  key: cycleKey(key),
  name,
  kind,
  ...dates,
  closed: false,
});

const PART =
  /^(?:(?<year>\d{4}) (?<part>[qths])(?<n>[1-4])|(?<part2>[qths])(?<n2>[1-4]) (?<year2>\d{4})|(?<n3>[1-4]) quartal (?<year3>\d{4}))$/u;

const ofPart = (year: number, letter: string, n: number): Cycle | undefined => {
  // French and Spanish write a quarter T (trimestre) and a half-year S; English a half-year H.
  if (letter === "q" || letter === "t") {
    return cycle(`${year}-q${n}`, `Q${n} ${year}`, "quarterly", months(year, n * 3 - 2, n * 3));
  }
  return n > 2 ? undefined : cycle(`${year}-h${n}`, `H${n} ${year}`, "custom", months(year, n * 6 - 5, n * 6));
};

/** `Q1 2018`, `2018 q1`, `T1 2018` and the like as `2018 q1`. */
const ofPartNamed = (words: string): Cycle | undefined => {
  const found = PART.exec(words)?.groups;
  if (!found) return undefined;
  const { year, year2, year3, part, part2, n, n2, n3 } = found;
  return ofPart(Number(year ?? year2 ?? year3), part ?? part2 ?? "q", Number(n ?? n2 ?? n3));
};

const ofDays = (text: string): Cycle | undefined => {
  const [start, end] = (plainCharacters(text).match(/\d{4}-\d{2}-\d{2}/gu) ?? []).map(parseDay);
  return start && end && start <= end ? cycle(`${start}-${end}`, text.trim(), "custom", { start, end }) : undefined;
};

/**
 * The cycle that a text names by the calendar: `2018-Q1`, `Q1 2018`, `1. Quartal 2018`, `T1 2018`, `2018 H2`, `2018`, or two ISO
 * days. Undefined for anything that needs to be known rather than computed, such as a fiscal year. [IM4]
 */
export const cycleNamed = (text: string): Cycle | undefined => {
  const words = plainWords(text)
    .replaceAll(/(\d{4}) ?([qths]) ?(\d)/gu, "$1 $2$3")
    .replaceAll(/\b([qths]) (\d)\b/gu, "$1$2");
  const year = /^(?:year |jahr |annual |annee |ano )?(\d{4})$/u.exec(words)?.[1];
  if (year !== undefined) return cycle(year, year, "annual", months(Number(year), 1, 12));
  return ofDays(text) ?? ofPartNamed(words);
};

/** A cycle that is known by key or name, else one the text names by the calendar. */
export const findCycle = (text: string, cycles: readonly Cycle[]): Cycle | undefined => {
  const words = plainWords(text);
  const known = cycles.find(({ key, name }) => plainWords(key) === words || plainWords(name) === words);
  if (known) return known;
  const named = cycleNamed(text);
  // A calendar quarter that exists under another name is the same quarter.
  return named && (cycles.find(({ start, end }) => start === named.start && end === named.end) ?? named);
};
