import { plainWords } from "../entry/characters.ts";

/** Verbs of one language by what they give away. [LN3] */
interface WordList {
  /** What is to be delivered, instead of what is to be better. */
  readonly outputs: readonly string[];
  /** Business as usual. */
  readonly upkeep: readonly string[];
  /** Something done, instead of something reached. */
  readonly activities: readonly string[];
  readonly rising: readonly string[];
  readonly falling: readonly string[];
  readonly and: readonly string[];
}

const en: WordList = {
  outputs: [
    "launch",
    "build",
    "implement",
    "migrate",
    "deliver",
    "create",
    "roll out",
    "rollout",
    "introduce",
    "develop",
    "deploy",
    "install",
    "ship",
    "release",
    "set up",
    "write",
    "publish",
    "hire",
  ],
  upkeep: ["maintain", "continue", "keep", "support", "ensure", "sustain", "preserve", "run", "operate", "manage"],
  activities: [
    "help",
    "consult",
    "analyse",
    "analyze",
    "participate",
    "hold",
    "run",
    "attend",
    "organise",
    "organize",
    "discuss",
    "support",
    "work on",
    "investigate",
    "research",
    "explore",
    "review",
    "conduct",
    "meet",
    "visit",
    "train",
    "coordinate",
    "assist",
    "prepare",
    "plan",
  ],
  rising: ["increase", "raise", "grow", "double", "triple", "improve", "lift", "boost", "gain", "expand"],
  falling: ["reduce", "decrease", "lower", "cut", "shorten", "halve", "shrink", "decline", "minimise", "minimize"],
  and: ["and", "&"],
};

const de: WordList = {
  outputs: [
    "einführen",
    "bauen",
    "aufbauen",
    "umsetzen",
    "implementieren",
    "migrieren",
    "liefern",
    "erstellen",
    "ausrollen",
    "entwickeln",
    "installieren",
    "veröffentlichen",
    "einrichten",
    "schreiben",
    "einstellen",
    "einführung",
    "umsetzung",
    "entwicklung",
  ],
  upkeep: [
    "beibehalten",
    "weiterführen",
    "fortführen",
    "sicherstellen",
    "unterstützen",
    "erhalten",
    "betreiben",
    "pflegen",
    "gewährleisten",
    "aufrechterhalten",
  ],
  activities: [
    "helfen",
    "beraten",
    "analysieren",
    "teilnehmen",
    "abhalten",
    "durchführen",
    "organisieren",
    "besprechen",
    "unterstützen",
    "untersuchen",
    "prüfen",
    "besuchen",
    "schulen",
    "koordinieren",
    "vorbereiten",
    "planen",
    "begleiten",
    "mitwirken",
  ],
  rising: ["steigern", "erhöhen", "verdoppeln", "verdreifachen", "verbessern", "anheben", "ausbauen", "wachsen"],
  falling: ["senken", "reduzieren", "verringern", "verkürzen", "halbieren", "kürzen", "vermindern", "minimieren"],
  and: ["und", "&", "sowie"],
};

const ar: WordList = {
  outputs: ["إطلاق", "بناء", "تنفيذ", "ترحيل", "تسليم", "إنشاء", "تطوير", "إدخال", "تركيب", "نشر", "كتابة", "إعداد"],
  upkeep: ["الحفاظ", "مواصلة", "الاستمرار", "دعم", "ضمان", "تشغيل", "إدارة", "إبقاء"],
  activities: [
    "مساعدة",
    "استشارة",
    "تحليل",
    "المشاركة",
    "عقد",
    "تنظيم",
    "مناقشة",
    "حضور",
    "دراسة",
    "مراجعة",
    "زيارة",
    "تدريب",
    "تنسيق",
    "التخطيط",
  ],
  rising: ["زيادة", "رفع", "مضاعفة", "تحسين", "توسيع", "تنمية"],
  falling: ["خفض", "تقليل", "تخفيض", "تقليص", "اختصار", "الحد"],
  and: [],
};

const LANGUAGES = [en, de, ar] as const;

type Kind = Exclude<keyof WordList, "and">;

const plainSet = (kind: keyof WordList, lists: readonly WordList[] = LANGUAGES): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list[kind]).map(plainWords));

const FIRST: Readonly<Record<Kind, ReadonlySet<string>>> = {
  outputs: plainSet("outputs"),
  upkeep: plainSet("upkeep"),
  activities: plainSet("activities"),
  rising: plainSet("rising"),
  falling: plainSet("falling"),
};

/** German verbs stand at the end of a title as often as at its start: "Neues Portal einführen". */
const LAST: Readonly<Record<Kind, ReadonlySet<string>>> = {
  outputs: plainSet("outputs", [de]),
  upkeep: plainSet("upkeep", [de]),
  activities: plainSet("activities", [de]),
  rising: plainSet("rising", [de]),
  falling: plainSet("falling", [de]),
};

const AND = plainSet("and");

/** The word of a kind, as it is written, with which the title begins, or in German ends; undefined when there is none. */
export const verbOf = (kind: Kind, title: string): string | undefined => {
  const words = title.trim().split(/\s+/u);
  const starts = [words[0] ?? "", words.slice(0, 2).join(" ")];
  const last = words.at(-1) ?? "";
  return (
    starts.find((start) => FIRST[kind].has(plainWords(start))) ?? (LAST[kind].has(plainWords(last)) ? last : undefined)
  );
};

/** How often the title joins two things. Arabic joins without a word of its own. */
export const countOfAnd = (title: string): number =>
  plainWords(title)
    .split(" ")
    .filter((word) => AND.has(word)).length;
