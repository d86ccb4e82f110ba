import { en, type Messages } from "./en.ts";

export interface Language {
  readonly messages: Messages;
  /** BCP 47 locale for numbers and dates; the host's own, even where the texts fall back to English. */
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
}

const LOADERS: Readonly<Record<string, () => Promise<Messages>>> = {
  de: async () => (await import("./de.ts")).de,
  ar: async () => (await import("./ar.ts")).ar,
};

export const english: Language = { messages: en, locale: "en-US", dir: "ltr" };

/** The language of a locale such as `de-AT`; English texts where there is no translation or it cannot be loaded. */
export const loadLanguage = async (locale: string): Promise<Language> => {
  const canonical = canonicalLocale(locale);
  const loader = LOADERS[canonical.slice(0, 2)];
  if (!loader) return { ...english, locale: canonical };
  try {
    return { messages: await loader(), locale: canonical, dir: canonical.startsWith("ar") ? "rtl" : "ltr" };
  } catch {
    return { ...english, locale: canonical };
  }
};

/** Teams says `de-de`; `Intl` wants a tag it can use. */
const canonicalLocale = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
};
