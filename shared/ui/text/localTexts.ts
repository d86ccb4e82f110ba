import { use } from "react";
import { useUi } from "../UiContext.ts";

/** Texts that only one part of the app needs, which is fetched when somebody opens it. */
export interface LocalTexts<T> {
  readonly en: T;
  readonly de: () => Promise<T>;
  readonly ar: () => Promise<T>;
}

/** A hook that waits, like the part itself, until the texts are there; English ones where they cannot be fetched. */
export const localTexts = <T>({ en, de, ar }: LocalTexts<T>): (() => T) => {
  const loaders: Readonly<Record<string, () => Promise<T>>> = { de, ar };
  const fetched = new Map<string, Promise<T>>();
  const textsFor = (language: string): Promise<T> => {
    const known = fetched.get(language);
    if (known) return known;
    const asked = loaders[language]?.().catch(() => en) ?? Promise.resolve(en);
    fetched.set(language, asked);
    return asked;
  };
  return () => {
    const language = useUi().locale.slice(0, 2);
    return loaders[language] === undefined ? en : use(textsFor(language));
  };
};
