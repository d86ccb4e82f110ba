import { plainWords } from "../entry/characters.ts";
import type { Ambition } from "../okr/objective.ts";
import type { Status } from "../okr/status.ts";
import type { SheetField } from "./fields.ts";
import type { MeasureChoice } from "../merge/measureFields.ts";

export type RowType = "objective" | "keyResult";
/** `delete`: marked by the person, to be pushed. `gone`: the record is not where it was pulled from any more. */
export type RowState = "unchanged" | "problem" | "new" | "changed" | "checkIn" | "delete" | "gone";

/** The words of the sheet in one language. */
export interface SheetWords {
  readonly headers: Readonly<Record<SheetField, string>>;
  readonly types: Readonly<Record<RowType, string>>;
  readonly measures: Readonly<Record<MeasureChoice, string>>;
  readonly ambitions: Readonly<Record<Ambition, string>>;
  readonly statuses: Readonly<Record<Status, string>>;
  /** What the Change column says; `delete` is also what people write there to delete the record of a row. */
  readonly states: Readonly<Record<Exclude<RowState, "unchanged">, string>>;
  /** What the Change column says of a row after a push. */
  readonly results: { readonly stored: string; readonly failed: string };
  readonly milestone: { readonly done: string; readonly open: string };
}

/** Understands the words of every language, so that a sheet can be read by somebody with another one. [SE2] */
export interface Vocabulary {
  /** The language in which cells are written. */
  readonly words: SheetWords;
  readonly fieldOf: (header: string) => SheetField | undefined;
  readonly typeOf: (text: string) => RowType | undefined;
  readonly measureOf: (text: string) => MeasureChoice | undefined;
  readonly ambitionOf: (text: string) => Ambition | undefined;
  /** What the Change column of a row says, by Drumbeat or by a person. */
  readonly stateOf: (text: string) => RowState | undefined;
}

/** What the words of several languages mean; the first language counts where two use one word. */
export const dictionary = <T extends string>(
  entries: readonly Readonly<Record<T, string>>[],
): ((text: string) => T | undefined) => {
  const meanings = new Map<string, T>();
  for (const language of entries) {
    for (const [meaning, word] of Object.entries(language) as [T, string][]) {
      const plain = plainWords(word);
      if (!meanings.has(plain)) meanings.set(plain, meaning);
    }
  }
  return (text) => meanings.get(plainWords(text));
};

/** `words` is the person's language; `all` are the languages that are understood. */
export const createVocabulary = (words: SheetWords, all: readonly SheetWords[]): Vocabulary => {
  const languages = [words, ...all];
  return {
    words,
    fieldOf: dictionary(languages.map(({ headers }) => headers)),
    typeOf: dictionary(languages.map(({ types }) => types)),
    measureOf: dictionary(languages.map(({ measures }) => measures)),
    ambitionOf: dictionary(languages.map(({ ambitions }) => ambitions)),
    stateOf: dictionary<RowState>(languages.map(({ states }) => ({ ...states, unchanged: "" }))),
  };
};
