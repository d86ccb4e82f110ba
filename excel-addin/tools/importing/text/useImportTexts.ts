import { localTexts } from "#shared/ui/text/localTexts.ts";
import { importEn, type ImportTexts } from "./en.ts";

export const useImportTexts = localTexts<ImportTexts>({
  en: importEn,
  de: async () => (await import("./de.ts")).importDe,
  ar: async () => (await import("./ar.ts")).importAr,
});
