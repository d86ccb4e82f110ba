import type { Finding } from "./finding.ts";

/** What an organisation agreed on before it wrote its OKRs. Agreed deployment parameters replace the defaults. [LN2] */
export interface LintParameters {
  /** Of one owner on one level in one cycle. */
  readonly objectivesPerOwner: number;
  readonly keyResults: { readonly least: number; readonly most: number };
  /** Characters of an objective's title. */
  readonly titleLength: number;
  /** Of one person in one cycle. */
  readonly keyResultsPerOwner: number;
  /** `beside`: only together with one that is measured. */
  readonly milestones: "allowed" | "beside" | "discouraged";
  /** How much it matters that scores were agreed beforehand; `off` where another way of scoring was agreed. */
  readonly preScore: Finding["level"] | "off";
}

/** Parameter 2: at most 3 objectives and 4 key results each. Parameter 5: a milestone beside something measured. */
export const DEFAULT_PARAMETERS: LintParameters = {
  objectivesPerOwner: 3,
  keyResults: { least: 2, most: 4 },
  titleLength: 120,
  keyResultsPerOwner: 8,
  milestones: "beside",
  preScore: "off",
};
