import { localTexts } from "#shared/ui/text/localTexts.ts";
import { bulkEn, type BulkTexts } from "./en.ts";

export const useBulkTexts = localTexts<BulkTexts>({
  en: bulkEn,
  de: async () => (await import("./de.ts")).bulkDe,
  ar: async () => (await import("./ar.ts")).bulkAr,
});
