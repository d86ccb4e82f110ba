import { plainWords } from "../entry/characters.ts";
import { dictionary, type SheetWords } from "../sheet/words.ts";
import type { CheckInField } from "./fields.ts";

export type CheckInRowState = "empty" | "ready" | "problem";

/** The words of the sheet of check-ins in one language; statuses, done and open are those of the sheet of OKRs. */
export interface CheckInWords extends Pick<SheetWords, "statuses" | "milestone"> {
  readonly headers: Readonly<Record<CheckInField, string>>;
  /** Typed in place of a value: the last one still holds. */
  readonly same: string;
  /** What the Change column says. */
  readonly states: { readonly ready: string; readonly problem: string; readonly stored: string };
}

/** Understands the words of every language, so that somebody with another one can fill the sheet. [SE2] */
export interface CheckInVocabulary {
  /** The language in which cells are written. */
  readonly words: CheckInWords;
  readonly fieldOf: (header: string) => CheckInField | undefined;
  readonly saysSame: (text: string) => boolean;
}

/** `words` is the person's language; `all` are the languages that are understood. */
export const createCheckInVocabulary = (words: CheckInWords, all: readonly CheckInWords[]): CheckInVocabulary => {
  const languages = [words, ...all];
  const same = new Set(languages.map((language) => plainWords(language.same)));
  return {
    words,
    fieldOf: dictionary(languages.map(({ headers }) => headers)),
    saysSame: (text) => same.has(plainWords(text)),
  };
};
