import type { Theme } from "../material/parse.ts";
import type { Unit } from "../organisation/staff.ts";
import { fillWords, inWords } from "../okrs/wording.ts";
import type { Random } from "../random.ts";
import type { WorldKeyResult, WorldUser } from "../types.ts";
import { causeBank, noteBanks } from "./noteBank.ts";
import type { Bank } from "./noteBank.ts";
import type { Situation } from "./situation.ts";
import type { Course } from "./temper.ts";

export interface NoteContext {
  readonly situation: Situation;
  readonly course: Course;
  readonly theme: Theme;
  readonly author: WorldUser;
  readonly unit: Unit;
  readonly keyResult: WorldKeyResult;
}

/** Share of honest people's notes that contradict their number all the same. */
const CONTRADICTING = 0.03;
/** Share of notes that people write in their own language under an English objective. */
const OWN_LANGUAGE = 0.12;
/** From this share of the cycle on, a milestone that is still open is called late. */
const LATE = 0.85;

/** The heading for a milestone, a limit or a baseline; undefined for measures with a way to go. */
const specialHeading = ({ situation, keyResult }: NoteContext): string | undefined => {
  const { measure } = keyResult;
  switch (measure.kind) {
    case "baseline":
      return "found";
    case "milestone":
      return situation.state === "done" ? "passed" : situation.time > LATE ? "overdue" : "pending";
    case "percentage":
      return undefined;
    case "metric":
      if ("baseline" in measure) return undefined;
      return situation.state === "onTrack" ? "inOrder" : "broken";
  }
};

const trendHeading = ({ state, trend }: Situation, random: Random): string => {
  if (trend === "first") return "first";
  if (trend === "still" && state !== "done" && random.chance(0.5)) return "still";
  if (trend === "worse" && state !== "done" && random.chance(0.5)) return "worse";
  return trend === "better" && state === "behind" && random.chance(0.3) ? "better" : state;
};

/** The heading under which a fitting sentence stands. */
const headingOf = (context: NoteContext, random: Random): string => {
  const { situation, course } = context;
  const { state, closing } = situation;
  if (state === "unmeasured") return "unmeasured";
  if (closing && state !== "pending") return (situation.progress ?? 0) >= 0.7 ? "closedWell" : "closedBadly";
  if ((course === "overOptimistic" && state !== "done") || random.chance(CONTRADICTING)) return "optimist";
  return specialHeading(context) ?? trendHeading(situation, random);
};

const GOOD = new Set(["done", "ahead", "onTrack", "optimist", "better", "found", "passed", "inOrder", "closedWell"]);
const BAD = new Set(["behind", "atRisk", "worse", "overdue", "broken", "closedBadly"]);

/** Other languages have fewer headings; a good or a bad word in general stands in. */
const sentencesOf = (bank: Bank, heading: string): readonly string[] =>
  bank.get(heading) ?? bank.get(BAD.has(heading) ? "bad" : "good") ?? [];

/** Two figures in a sentence, by language. */
const FIGURES: Readonly<Record<string, readonly string[]>> = {
  en: [
    "{now}{unit} now, {before} last time.",
    "From {before} to {now}{unit}.",
    "Reading: {now}{unit}.",
    "{now}{unit} ({before} before).",
  ],
  de: ["Von {before} auf {now}.", "Jetzt {now}, zuletzt {before}."],
  fr: ["De {before} à {now}.", "{now} cette fois, {before} avant."],
  es: ["De {before} a {now}.", "Ahora {now}, antes {before}."],
  pt: ["De {before} para {now}.", "Agora {now}, antes {before}."],
  ar: ["من {before} إلى {now}.", "الآن {now} وكان {before}."],
  zh: ["从{before}到{now}。", "本次{now}，上次{before}。"],
};

const figureOf = ({ situation, keyResult }: NoteContext, language: string, random: Random): string | undefined => {
  const { value, previous } = situation;
  const { measure } = keyResult;
  if (value === undefined || previous === undefined || measure.kind !== "metric" || value === previous)
    return undefined;
  return random
    .pick(FIGURES[language] ?? [])
    .replace("{now}", inWords(value, language))
    .replace("{before}", inWords(previous, language))
    .replace("{unit}", measure.unit === "%" ? "%" : ` ${measure.unit}`);
};

/** Share of notes in other languages that add the figures. */
const FIGURE_ADDED = 0.35;

const languageOf = ({ theme, author }: NoteContext, random: Random): string => {
  const own = author.preferredLanguage.slice(0, 2);
  if (theme.language !== "en") return theme.language;
  return noteBanks.has(own) && random.chance(OWN_LANGUAGE) ? own : "en";
};

/** How often people write a plain statement, a reason, a figure, or two of them. */
const STYLES = { statement: 36, reason: 12, both: 28, figure: 12, figureAndReason: 12 };

/** Writes the notes of one key result, one after the other, without saying the same thing twice in a row. */
export const createNoteWriter = (random: Random): ((context: NoteContext) => string) => {
  const said: string[] = [];
  const fresh = (sentences: readonly string[], memory: number): string | undefined => {
    const recent = memory === 0 ? [] : said.slice(-memory);
    const left = sentences.filter((sentence) => !recent.includes(sentence));
    const chosen = left.length === 0 ? undefined : random.pick(left);
    if (chosen !== undefined) said.push(chosen);
    return chosen;
  };
  const reasonOf = ({ theme, unit }: NoteContext, heading: string): string | undefined => {
    const sign = GOOD.has(heading) ? "+" : BAD.has(heading) || heading === "still" ? "-" : undefined;
    const family = random.chance(0.4) ? "any" : (theme.families[0] ?? "any");
    const sentence =
      sign === undefined || heading.startsWith("closed")
        ? undefined
        : fresh(causeBank.get(`${family} ${sign}`) ?? [], Number.POSITIVE_INFINITY);
    return sentence === undefined ? undefined : fillWords(sentence, unit, random);
  };
  return (context) => {
    const language = languageOf(context, random);
    const heading = headingOf(context, random);
    const sentences = sentencesOf(noteBanks.get(language) ?? new Map<string, readonly string[]>(), heading);
    const statement = fresh(sentences, 3) ?? random.pick(sentences);
    if (heading.startsWith("closed")) return statement;
    if (language !== "en") {
      const figure = random.chance(FIGURE_ADDED) ? figureOf(context, language, random) : undefined;
      return figure === undefined ? statement : `${statement} ${figure}`;
    }
    const parts = {
      statement: () => [statement],
      reason: () => [reasonOf(context, heading)],
      both: () => [statement, reasonOf(context, heading)],
      figure: () => [figureOf(context, language, random)],
      figureAndReason: () => [figureOf(context, language, random), reasonOf(context, heading)],
    };
    const text = parts[random.weighted(STYLES)]()
      .filter((part) => part !== undefined)
      .join(" ");
    return text === "" ? statement : text;
  };
};
