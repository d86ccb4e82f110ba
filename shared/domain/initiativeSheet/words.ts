import type { InitiativeState } from "../okr/initiative.ts";
import { dictionary, type RowState, type SheetWords } from "../sheet/words.ts";
import type { InitiativeField } from "./fields.ts";

/** There are no readings here. */
export type InitiativeRowState = Exclude<RowState, "checkIn">;

/** The words of the sheet of initiatives in one language; what the Change column says is that of the sheet of OKRs. */
export interface InitiativeWords extends Pick<SheetWords, "states" | "results"> {
  readonly headers: Readonly<Record<InitiativeField, string>>;
  readonly initiativeStates: Readonly<Record<InitiativeState, string>>;
}

/** Understands the words of every language, so that somebody with another one can fill the sheet. [SE2] */
export interface InitiativeVocabulary {
  /** The language in which cells are written. */
  readonly words: InitiativeWords;
  readonly fieldOf: (header: string) => InitiativeField | undefined;
  readonly initiativeStateOf: (text: string) => InitiativeState | undefined;
  /** Whether somebody wrote that the record of the row is to be deleted. */
  readonly saysDelete: (text: string) => boolean;
}

/** `words` is the person's language; `all` are the languages that are understood. */
export const createInitiativeVocabulary = (
  words: InitiativeWords,
  all: readonly InitiativeWords[],
): InitiativeVocabulary => {
  const languages = [words, ...all];
  const stateOf = dictionary(languages.map(({ states }) => states));
  return {
    words,
    fieldOf: dictionary(languages.map(({ headers }) => headers)),
    initiativeStateOf: dictionary(languages.map(({ initiativeStates }) => initiativeStates)),
    saysDelete: (text) => stateOf(text) === "delete",
  };
};
