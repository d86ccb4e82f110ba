import { localTexts } from "#shared/ui/text/localTexts.ts";
import { hintsEn, type HintsTexts } from "./en.ts";

export const useHintsTexts = localTexts<HintsTexts>({
  en: hintsEn,
  de: async () => (await import("./de.ts")).hintsDe,
  ar: async () => (await import("./ar.ts")).hintsAr,
});
