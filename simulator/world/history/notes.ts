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

const isDueOver = ({ situation, keyResult }: NoteContext, dueShare: number): boolean =>
  keyResult.measure.kind === "milestone" && situation.time > dueShare;

/** Headings under which a fitting sentence stands, the most specific first. */
const headingsOf = (context: NoteContext, random: Random): readonly string[] => {
  const { situation, course, keyResult } = context;
  const { state, trend, closing } = situation;
  const isLimit = keyResult.measure.kind === "metric" && !("baseline" in keyResult.measure);
  if (state === "unmeasured") return ["unmeasured"];
  if (closing && state !== "pending") return [(situation.progress ?? 0) >= 0.7 ? "closedWell" : "closedBadly"];
  if ((course === "overOptimistic" && state !== "done") || random.chance(CONTRADICTING)) return ["optimist"];
  if (keyResult.measure.kind === "baseline") return ["found", "done"];
  if (keyResult.measure.kind === "milestone")
    return state === "done" ? ["passed", "done"] : [isDueOver(context, 0.85) ? "overdue" : "pending", "pending"];
  if (isLimit) return [state === "onTrack" ? "inOrder" : "broken"];
  if (trend === "first") return ["first"];
  if (trend === "still" && random.chance(0.5)) return ["still"];
  if (trend === "worse" && random.chance(0.5)) return ["worse"];
  if (trend === "better" && state === "behind" && random.chance(0.3)) return ["better"];
  return [state];
};

const isGood = ({ situation, course }: NoteContext): boolean =>
  course === "overOptimistic" ||
  situation.state === "ahead" ||
  situation.state === "onTrack" ||
  situation.state === "done";

const sentence = (bank: Bank, context: NoteContext, random: Random): string => {
  const headings = [...headingsOf(context, random), isGood(context) ? "good" : "bad"];
  const found = headings.map((heading) => bank.get(heading)).find((sentences) => sentences !== undefined);
  return random.pick(found ?? []);
};

const cause = ({ theme, unit, situation, course }: NoteContext, random: Random): string | undefined => {
  const sign = situation.trend === "worse" || situation.state === "atRisk" || situation.state === "behind" ? "-" : "+";
  if (
    situation.state === "unmeasured" ||
    situation.state === "pending" ||
    (course === "overOptimistic" && sign === "-")
  )
    return undefined;
  const sentences = causeBank.get(`${random.pick(theme.families)} ${sign}`);
  return sentences === undefined ? undefined : fillWords(random.pick(sentences), unit, random);
};

const figure = ({ situation, keyResult }: NoteContext, random: Random): string | undefined => {
  const { value, previous } = situation;
  if (value === undefined || previous === undefined || keyResult.measure.kind !== "metric" || value === previous)
    return undefined;
  const unit = keyResult.measure.unit === "%" ? "%" : ` ${keyResult.measure.unit}`;
  const [now, before] = [inWords(value, "en"), inWords(previous, "en")];
  return random.pick([
    `${now}${unit} now, ${before} last time.`,
    `From ${before} to ${now}${unit}.`,
    `Reading of this week: ${now}${unit}.`,
    `${now}${unit} (${before} before).`,
  ]);
};

const languageOf = ({ theme, author }: NoteContext, random: Random): string => {
  const own = author.preferredLanguage.slice(0, 2);
  if (theme.language !== "en") return theme.language;
  return noteBanks.has(own) && random.chance(OWN_LANGUAGE) ? own : "en";
};

/** A short note as somebody of the trade would write it; in the language of the objective, or of the author. */
export const writeNote = (context: NoteContext, random: Random): string => {
  const language = languageOf(context, random);
  const bank = noteBanks.get(language);
  if (bank === undefined) throw new Error(`No notes in ${language}`);
  const statement = sentence(bank, context, random);
  if (language !== "en") return statement;
  const reason = cause(context, random);
  const number = figure(context, random);
  const style = random.weighted({ statement: 30, reason: 28, both: 24, figure: 8, figureAndReason: 10 });
  const parts: Readonly<Record<typeof style, readonly (string | undefined)[]>> = {
    statement: [statement],
    reason: [reason],
    both: [statement, reason],
    figure: [number],
    figureAndReason: [number, reason],
  };
  const text = parts[style].filter((part) => part !== undefined).join(" ");
  return text === "" ? statement : text;
};
