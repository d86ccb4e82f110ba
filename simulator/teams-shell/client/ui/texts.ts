/** Which language and which direction a locale reads. English, German and Arabic; other locales read English. [TS26] */
import { arabic } from "./text/ar.ts";
import { german } from "./text/de.ts";
import { english, type Texts } from "./text/en.ts";

const languageOf = (locale: string): string => locale.split("-")[0]?.toLowerCase() ?? "";

export const textsFor = (locale: string): Texts => {
  const language = languageOf(locale);
  if (language === "de") return german;
  return language === "ar" ? arabic : english;
};

const rightToLeft: ReadonlySet<string> = new Set(["ar", "he", "fa", "ur"]);

export const directionOf = (locale: string): "ltr" | "rtl" => (rightToLeft.has(languageOf(locale)) ? "rtl" : "ltr");

/** Languages to choose from, each in its own words. */
export const locales = [
  { tag: "en-US", name: "English" },
  { tag: "de-DE", name: "Deutsch" },
  { tag: "fr-FR", name: "Français" },
  { tag: "es-ES", name: "Español" },
  { tag: "pt-BR", name: "Português (Brasil)" },
  { tag: "ar-SA", name: "العربية" },
  { tag: "zh-CN", name: "简体中文" },
] as const;
