import { localTexts } from "../../text/localTexts.ts";
import { lintEn, type LintTexts } from "./en.ts";

export const useLintTexts = localTexts<LintTexts>({
  en: lintEn,
  de: async () => (await import("./de.ts")).lintDe,
  ar: async () => (await import("./ar.ts")).lintAr,
});
