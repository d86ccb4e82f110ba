import { plainCharacters } from "../../entry/characters.ts";
import type { ForeignSheet } from "./sheet.ts";

/** How numbers and days are written, as far as it matters for reading them. */
export const WRITINGS = ["en-US", "en-GB", "de", "ar"] as const;
export type WritingChoice = (typeof WRITINGS)[number];

const POINT =
  /(?:^|[^\d.,])(?:\d{1,3}(?:,\d{3})*\.\d{1,2}|\d{1,3}(?:,\d{3})+\.\d+|0\.\d+|\d{1,3}(?:,\d{3}){2,})(?![\d.,])/u;
const COMMA =
  /(?:^|[^\d.,])(?:\d{1,3}(?:\.\d{3})*,\d{1,2}|\d{1,3}(?:\.\d{3})+,\d+|0,\d+|\d{1,3}(?:\.\d{3}){2,})(?![\d.,])/u;
const GERMAN_DAY = /^\d{1,2}\.\d{1,2}\.\d{2,4}$/u;
const SLASHED_DAY = /^(?<first>\d{1,2})\/(?<second>\d{1,2})\/\d{2,4}$/u;
const ARABIC_DIGIT = /[\u0660-\u0669\u066b\u066c]/u;

const votesOf = (text: string): readonly WritingChoice[] => {
  if (ARABIC_DIGIT.test(text)) return ["ar"];
  const plain = plainCharacters(text);
  const { first, second } = SLASHED_DAY.exec(plain)?.groups ?? {};
  if (first !== undefined) return Number(first) > 12 ? ["en-GB"] : Number(second) > 12 ? ["en-US"] : [];
  if (GERMAN_DAY.test(plain)) return ["de"];
  if (COMMA.test(plain)) return ["de"];
  return POINT.test(plain) ? ["en-US", "en-GB"] : [];
};

/** Longer texts are sentences; what numbers they hold says little. */
const LONGEST = 40;

/**
 * Whose numbers and days the texts of a sheet are, where they show it beyond doubt: `1.250,5`, `31/12/2026`, `31.12.2026`.
 * Undefined where nothing shows it, or where they contradict each other. [IF10]
 * @param usual how it is written where the sheet does not show it, BCP 47
 */
export const writingIn = ({ rows }: ForeignSheet, usual: string): string | undefined => {
  const votes = new Map<WritingChoice, number>();
  for (const cells of rows) {
    for (const { value } of cells) {
      if (typeof value !== "string" || value.length > LONGEST) continue;
      for (const vote of votesOf(value.trim())) votes.set(vote, (votes.get(vote) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...votes.values());
  const winners = WRITINGS.filter((writing) => most > 0 && votes.get(writing) === most);
  const [only] = winners;
  if (winners.length <= 1) return only;
  // American and British numbers are the same; the person's own English decides about the days.
  const isEnglish = winners.every((writing) => writing.startsWith("en"));
  return isEnglish && !usual.startsWith("en") ? "en-GB" : isEnglish ? usual : undefined;
};
