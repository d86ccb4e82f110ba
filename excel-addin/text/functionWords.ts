import type { FunctionWords } from "#shared/domain/functions/answer.ts";
import { SHEET_WORDS } from "./sheetWords.ts";

type Language = "en" | "de" | "ar";

type OwnWords = Pick<FunctionWords["list"], "lastCheckIn"> & Pick<FunctionWords["history"], "day" | "author">;

const OWN: Readonly<Record<Language, OwnWords>> = {
  en: { lastCheckIn: "Last check-in", day: "Date", author: "By" },
  de: { lastCheckIn: "Letzter Check-in", day: "Datum", author: "Von" },
  ar: { lastCheckIn: "آخر تسجيل", day: "التاريخ", author: "بواسطة" },
};

const wordsIn = (language: Language): FunctionWords => {
  const { headers, types, statuses } = SHEET_WORDS[language];
  const { current: value, progress, confidence, note } = headers;
  const { lastCheckIn, day, author } = OWN[language];
  const { type, title, team: unit, owner, cycle, unit: measureUnit, status, key } = headers;
  return {
    types,
    statuses,
    list: { type, title, unit, owner, cycle, value, measureUnit, progress, confidence, status, lastCheckIn, key },
    history: { day, value, progress, confidence, author, note },
  };
};

const isLanguage = (text: string): text is Language => text in OWN;

const primary = (locale: string): string => locale.trim().slice(0, 2).toLowerCase();

/** The words of formulas: those of a named language, else those of the person. Undefined: a language we do not have. */
export const functionWords =
  (locale: string) =>
  (named: string | undefined): FunctionWords | undefined => {
    const language = primary(named ?? locale);
    if (isLanguage(language)) return wordsIn(language);
    return named === undefined ? wordsIn("en") : undefined;
  };
