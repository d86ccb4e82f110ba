import { createVocabulary, type Vocabulary } from "#shared/domain/sheet/words.ts";
import { en, type ExcelMessages } from "./en.ts";
import { SHEET_WORDS } from "./sheetWords.ts";

export interface ExcelLanguage {
  readonly texts: ExcelMessages;
  readonly vocabulary: Vocabulary;
}

/** Texts of the pane in the language of a BCP 47 locale; English where there is no translation or it cannot be loaded. */
export const loadExcelLanguage = async (locale: string): Promise<ExcelLanguage> => {
  const language = locale.slice(0, 2).toLowerCase();
  const words = language === "de" || language === "ar" ? SHEET_WORDS[language] : SHEET_WORDS.en;
  const vocabulary = createVocabulary(words, Object.values(SHEET_WORDS));
  try {
    if (language === "de") return { vocabulary, texts: (await import("./de.ts")).de };
    if (language === "ar") return { vocabulary, texts: (await import("./ar.ts")).ar };
  } catch {
    return { vocabulary, texts: en };
  }
  return { vocabulary, texts: en };
};
