export const LINT_RULES = [
  "O1",
  "O2",
  "O3",
  "O4",
  "O5",
  "O6",
  "O7",
  "O8",
  "K1",
  "K2",
  "K3",
  "K4",
  "K5",
  "K6",
  "K7",
  "K9",
  "K11",
  "K12",
  "S2",
  "S4",
  "S5",
  "S6",
] as const;
export type LintRule = (typeof LINT_RULES)[number];

/** What of a rule is broken; most rules have one way, and then it is the rule itself. */
export type Breach =
  | "O1"
  | "O2"
  | "O3"
  | "O4long"
  | "O4and"
  | "O5"
  | "O6"
  | "O7why"
  | "O7link"
  | "O8"
  | "K1more"
  | "K1fewer"
  | "K2equal"
  | "K2direction"
  | "K2verb"
  | "K3"
  | "K4day"
  | "K4acceptance"
  | "K4alone"
  | "K4not"
  | "K5"
  | "K6"
  | "K7"
  | "K9"
  | "K11wrong"
  | "K11none"
  | "K12"
  | "S2"
  | "S4"
  | "S5missing"
  | "S5loop"
  | "S5dates"
  | "S6";

/** Where it shows and where it can be mended. */
export type LintField =
  "title" | "why" | "owner" | "parent" | "due" | "measure" | "start" | "target" | "weight" | "keyResults" | "current";

/** One hint about one record. [LN1] */
export interface Finding {
  readonly breach: Breach;
  readonly level: "error" | "warn" | "info";
  readonly field: LintField;
  readonly about: { readonly kind: "objective" | "keyResult"; readonly id: string };
  /** What the sentence needs, in its order: words of the title, counts, other titles. */
  readonly values: readonly (string | number)[];
}

/** The rule of the method that a breach belongs to. */
export const ruleOf = (breach: Breach): LintRule => breach.replace(/[a-z]+$/u, "") as LintRule;

const LEVELS: readonly Finding["level"][] = ["error", "warn", "info"];

export const byLevel = (a: Finding, b: Finding): number => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level);
