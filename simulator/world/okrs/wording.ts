import type { Random } from "../random.ts";
import type { Unit } from "../organisation/staff.ts";
import { createRandom } from "../random.ts";
import type { KeyResultPattern } from "../material/parse.ts";
import { patternsFor } from "./casting.ts";
import type { Draft, Role, WordedDraft } from "./draft.ts";

const CATEGORIES = [
  "beverages",
  "personal care",
  "confectionery",
  "home care",
  "pet food",
  "snacks",
  "baby care",
  "cosmetics",
  "small appliances",
  "frozen food",
];
const CHANNELS = [
  "hypermarkets",
  "convenience stores",
  "discounters",
  "pharmacies",
  "petrol forecourts",
  "cash-and-carry stores",
  "electronics stores",
];

/** Fills the choices and the places of a text; numbers are left for those who know them. */
export const fillWords = (text: string, unit: Unit, random: Random): string =>
  text
    .replace(/\[([^\]]+)\]/g, (_, options: string) => random.pick(options.split("/")))
    .replaceAll("{place}", unit.place)
    .replaceAll("{city}", unit.city ?? unit.country?.cities[0] ?? unit.place)
    .replaceAll("{category}", random.pick(CATEGORIES))
    .replaceAll("{channel}", random.pick(CHANNELS));

const COMMA_LANGUAGES = new Set(["de", "fr", "es", "pt"]);

/** A number as the language writes it inside a sentence; groups of digits from ten thousand on. */
export const inWords = (value: number, language: string): string => {
  const [whole = "", fraction] = String(value).split(".");
  const comma = COMMA_LANGUAGES.has(language);
  const grouped = whole.replace("-", "").length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, comma ? "." : ",") : whole;
  return fraction === undefined ? grouped : `${grouped}${comma ? "," : "."}${fraction}`;
};

/** What tells an earlier or a later quarter of the same objective apart, by language. */
const STEPS: Readonly<Record<string, { readonly previous: string; readonly next: string }>> = {
  en: { previous: "first step", next: "next step" },
  de: { previous: "erster Schritt", next: "nächster Schritt" },
  fr: { previous: "première étape", next: "étape suivante" },
  es: { previous: "primer paso", next: "siguiente paso" },
  pt: { previous: "primeiro passo", next: "próximo passo" },
  ar: { previous: "الخطوة الأولى", next: "الخطوة التالية" },
  zh: { previous: "第一步", next: "下一步" },
};

/** The successor's title as a step towards it. */
const stepTitle = ({ title, theme }: WordedDraft, role: Role): string | undefined => {
  const step = role === "previous" || role === "next" ? STEPS[theme.language]?.[role] : undefined;
  return step === undefined ? undefined : `${title}: ${step}`;
};

/** Hands out wordings so that no two objectives of the world have the same title. */
const createTitles = (): ((draft: Draft, successor: WordedDraft | undefined, random: Random) => string) => {
  const given = new Set<string>();
  const used = new Map<string, number>();
  /** Once every wording of a theme is spoken for, the step or the unit's name tells the titles apart. */
  return ({ theme, slot }, successor, random) => {
    const turn = used.get(theme.key) ?? 0;
    used.set(theme.key, turn + 1);
    const inTurn = theme.titles.map((_, index) => theme.titles[(turn + index) % theme.titles.length] ?? "");
    const titles = inTurn.map((title) => fillWords(title, slot.unit, random));
    const [again = ""] = titles;
    const step = successor === undefined ? undefined : stepTitle(successor, slot.role);
    const named = `${again} (${slot.unit.unit.name})`;
    const candidates = [
      ...titles,
      ...(step === undefined ? [] : [step]),
      placed(again, slot.unit, theme.language),
      named,
    ];
    const title = candidates.find((candidate) => !given.has(candidate)) ?? numbered(named, given);
    given.add(title);
    return title;
  };
};

/** Longest title that can take the name of the place behind it without losing its end. */
const SHORT = 56;

/** What stands before and after the name of a place at the beginning of a title, by language. */
const PLACE_FIRST: Readonly<Record<string, readonly [before: string, after: string]>> = {
  de: ["In ", ": "],
  fr: ["À ", " : "],
  es: ["En ", ": "],
  pt: ["Em ", ": "],
  ar: ["في ", ": "],
  zh: ["", "："],
};

const placed = (title: string, unit: Unit, language: string): string => {
  const around = PLACE_FIRST[language];
  if (unit.place === "the group" || (language !== "en" && unit.city === undefined))
    return `${title} – ${unit.unit.name}`;
  // German begins with a noun as often as not.
  const lower = language === "de" ? title : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
  if (around !== undefined) return `${around[0]}${unit.place}${around[1]}${lower}`;
  return title.length > SHORT || /,| in | to (?:the|a) /.test(title)
    ? `In ${unit.place}: ${lower}`
    : `${title} in ${unit.place}`;
};

const numbered = (title: string, given: ReadonlySet<string>): string => {
  for (let step = 2; ; step += 1) if (!given.has(`${title}, step ${step}`)) return `${title}, step ${step}`;
};

/** Fewest and most key results of an objective, by weight of chance. */
const COUNTS = { "2": 0.01, "3": 0.13, "4": 0.48, "5": 0.38 };

/** Measures other than plain numbers are rarer in the material than people use them. */
const RARE_KIND_SHARE = 0.75;

const drawAny = (usable: readonly KeyResultPattern[], count: number, random: Random): readonly KeyResultPattern[] => {
  const rare = usable.filter(({ measure }) => !("from" in measure));
  const kept = random.chance(RARE_KIND_SHARE) ? random.sample(rare, 1) : [];
  return [
    ...kept,
    ...random.sample(
      usable.filter((pattern) => !kept.includes(pattern)),
      count - kept.length,
    ),
  ];
};

const drawPatterns = (draft: Draft, successor: WordedDraft | undefined, random: Random): WordedDraft["patterns"] => {
  const { theme, origin, slot } = draft;
  if (theme.families.includes("company")) return theme.keyResults;
  if (origin.type === "shared") return theme.keyResults.filter((_, index) => index % 2 === origin.half);
  const usable = patternsFor(theme, slot.unit);
  const count = Math.min(usable.length, Number(random.weighted(COUNTS)));
  // What continues is measured in the same way as far as it can be: a milestone passed last quarter does not come back.
  const repeated = successor?.patterns.filter(({ measure }) => "from" in measure || "limit" in measure) ?? [];
  const fresh = usable.filter((pattern) => !(successor?.patterns ?? []).includes(pattern));
  const kept = random.sample(repeated, count - Math.min(fresh.length, 1));
  const added = successor === undefined ? drawAny(usable, count, random) : random.sample(fresh, count - kept.length);
  const chosen = new Set([...kept, ...added]);
  return theme.keyResults.filter((pattern) => chosen.has(pattern));
};

/** Words for all drafts, in their order. */
export const wordDrafts = (seed: string, drafts: readonly Draft[]): readonly WordedDraft[] => {
  const titleOf = createTitles();
  const worded = new Map<Draft, WordedDraft>();
  return drafts.map((draft) => {
    const { slot, theme, origin } = draft;
    const random = createRandom(`${seed}/words/${slot.key}`);
    const source = origin.type === "passedDown" ? worded.get(origin.from) : undefined;
    const partner =
      origin.type === "shared"
        ? [...worded.values()].find((other) => other.theme === theme && other.origin.type === "shared")
        : undefined;
    const successor = origin.type === "continued" ? worded.get(origin.by) : undefined;
    const title = (source ?? partner)?.title ?? titleOf(draft, successor, random);
    const result = { ...draft, title, patterns: drawPatterns(draft, successor, random) };
    worded.set(draft, result);
    return result;
  });
};
