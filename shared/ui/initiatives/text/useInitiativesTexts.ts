import { localTexts } from "../../text/localTexts.ts";
import { initiativesEn, type InitiativesTexts } from "./en.ts";

/** Words of the lists of initiatives. */
export const useInitiativesTexts = localTexts<InitiativesTexts>({
  en: initiativesEn,
  de: async () => (await import("./de.ts")).initiativesDe,
  ar: async () => (await import("./ar.ts")).initiativesAr,
});
