import type { Breach, Finding } from "#shared/domain/lint/finding.ts";
import { plural } from "../../text/plural.ts";

/** A sentence that says why, and one that says how it could read. */
export interface Hint {
  readonly why: (...values: readonly string[]) => string;
  readonly how: string;
}

export interface LintTexts {
  readonly title: (n: number) => string;
  readonly intro: string;
  readonly levels: Readonly<Record<Finding["level"], string>>;
  readonly none: string;
  readonly hints: Readonly<Record<Breach, Hint>>;
}

/** Every hint, in the order of the method. Values come in the order in which the finding names them. */
export const lintEn: LintTexts = {
  title: (n) => plural("en", n, { one: `${n} writing hint`, other: `${n} writing hints` }),
  intro: "Suggestions only: nothing keeps you from saving or checking in.",
  levels: { error: "Against the rules", warn: "Worth changing", info: "Worth a thought" },
  none: "Nothing to suggest. Well written.",
  hints: {
    O1: {
      why: (who = "", n = "", most = "") => `${who} owns ${n} objectives here; ${most} were agreed as the limit.`,
      how: "Choose what matters most, and let the others wait or find another owner.",
    },
    O2: {
      why: (number = "") => `An objective says where to go, without numbers; this one says “${number}”.`,
      how: "Move the number into a key result.",
    },
    O3: { why: () => "Nobody is accountable for it.", how: "Name one person." },
    O4long: {
      why: (length = "", most = "") => `${length} characters are hard to remember; ${most} are plenty.`,
      how: "Keep the verb and the aim, and move the rest into the reason.",
    },
    O4and: { why: () => "It joins several aims.", how: "Keep the most important one, or make two objectives." },
    O5: {
      why: (verb = "") => `“${verb}” names what will be delivered, not what will be better.`,
      how: "Ask what it is for: “… in order to …”, and begin with that.",
    },
    O6: {
      why: (verb = "") => `“${verb}” describes business as usual.`,
      how: "Say what will be different, or watch it as a health metric.",
    },
    O7why: { why: () => "It does not say why it matters now.", how: "Write one sentence: why this, why now." },
    O7link: {
      why: () => "It supports nothing above it.",
      how: "Link it to an objective above, or say in the reason why it stands alone.",
    },
    O8: { why: () => "Its dates lie outside its cycle.", how: "Correct the dates or choose another cycle." },
    K1more: {
      why: (n = "", most = "") => `${n} key results are more than the ${most} agreed.`,
      how: "Keep those without which the objective is not reached.",
    },
    K1fewer: {
      why: (n = "", least = "") => `It has ${n} of at least ${least} key results.`,
      how: "Add how else one would see that the objective is reached.",
    },
    K2equal: {
      why: (value = "") => `Start and target are both ${value}: nothing would move.`,
      how: "Set another target, or choose “stay above” or “stay below”.",
    },
    K2direction: {
      why: (from = "", to = "") => `From ${from} to ${to} is the other direction than the one chosen.`,
      how: "Correct the measure or the numbers.",
    },
    K2verb: {
      why: (verb = "", from = "", to = "") => `The title says “${verb}”, the numbers go from ${from} to ${to}.`,
      how: "Correct the verb or the numbers.",
    },
    K3: {
      why: () => "Where it starts is not known.",
      how: "Enter the start, or make finding the baseline the key result.",
    },
    K4day: { why: () => "A milestone without a day is never late.", how: "Set the due day." },
    K4acceptance: {
      why: () => "It does not say what counts as done.",
      how: "Write one sentence by which anybody can tell that it is done.",
    },
    K4alone: {
      why: () => "All key results are milestones: one can tick them all and change nothing.",
      how: "Add one that measures the effect.",
    },
    K4not: { why: () => "Milestones were not agreed on.", how: "Measure what the milestone is to bring about." },
    K5: {
      why: (verb = "") => `“${verb}” names an activity, not a result.`,
      how: "Ask what will have changed when it is done, and measure that.",
    },
    K6: {
      why: (part = "") => `“${part}” does not say from where to where.`,
      how: "Choose a measure with start and target.",
    },
    K7: {
      why: (from = "", to = "", start = "", target = "") =>
        `The title says from ${from} to ${to}, the fields say from ${start} to ${target}.`,
      how: "Make both say the same, or leave the numbers out of the title.",
    },
    K9: {
      why: (other = "") => `It counts the same as “${other}”, so one success counts twice.`,
      how: "Keep one, or measure another side of the objective.",
    },
    K11wrong: {
      why: () => "The scores agreed beforehand contradict the numbers.",
      how: "Agree on commit, target and stretch anew.",
    },
    K11none: {
      why: () => "Nobody has said what 0.3, 0.7 and 1.0 will mean.",
      how: "Agree on it before the cycle starts.",
    },
    K12: {
      why: () => "All measures are percentages: a share can rise while the amount falls.",
      how: "Put an absolute number beside them.",
    },
    S2: {
      why: () => "No figure came in the first two thirds of the period: it was too late to act.",
      how: "Add a key result that moves early.",
    },
    S4: {
      why: (sum = "") => `The weights add up to ${sum} %.`,
      how: "Correct them, or leave some empty to share the rest.",
    },
    S5missing: { why: () => "What it supports does not exist any more.", how: "Choose another parent." },
    S5loop: { why: () => "It supports itself, through others.", how: "Break the circle at one place." },
    S5dates: {
      why: (parent = "") => `Its dates lie outside those of “${parent}”, which it supports.`,
      how: "Correct the dates or choose another parent.",
    },
    S6: {
      why: (who = "", n = "", most = "") =>
        `${who} owns ${n} key results in this cycle; ${most} were agreed as the limit.`,
      how: "Ask who else could own some of them.",
    },
  },
};
