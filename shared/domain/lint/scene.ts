import type { Day } from "../day.ts";
import type { Cycle } from "../okr/cycle.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import type { ProblemContext } from "../problems/context.ts";
import { problemContext } from "../problems/context.ts";
import type { Breach, Finding, LintField } from "./finding.ts";
import type { LintParameters } from "./parameters.ts";

/** What is judged. */
export interface LintInput {
  readonly set: OkrSet;
  readonly frame: Frame;
  readonly today: Day;
  /** BCP 47; how numbers in titles are read where they leave a doubt. */
  readonly locale: string;
  /** Whether everything there is was handed in; otherwise nobody can say that a parent is missing. */
  readonly whole: boolean;
  /** Which objectives, with their key results, are asked about; everything else only counts. */
  readonly asked: (objective: Objective) => boolean;
}

export interface Scene extends LintInput {
  readonly parameters: LintParameters;
  readonly context: ProblemContext;
  /** Objectives that are judged at all. [LN20] */
  readonly live: readonly Objective[];
  readonly cycleOf: (objective: Objective) => Cycle | undefined;
  readonly below: (objective: Objective) => readonly KeyResult[];
}

export const sceneOf = (input: LintInput, parameters: LintParameters): Scene => {
  const context = problemContext(input.set, input.frame);
  const cycleOf = ({ cycleKey }: Objective): Cycle | undefined => context.cycles.get(cycleKey);
  const isLive = (objective: Objective): boolean =>
    (objective.stage === "active" || objective.stage === "draft") && cycleOf(objective)?.closed !== true;
  return {
    ...input,
    parameters,
    context,
    live: input.set.objectives.filter(isLive),
    cycleOf,
    below: ({ id }) => context.keyResultsOf.get(id) ?? [],
  };
};

export const finding = (
  about: Finding["about"],
  breach: Breach,
  level: Finding["level"],
  field: LintField,
  ...values: Finding["values"]
): Finding => ({ breach, level, field, about, values });

export const aboutObjective = ({ id }: Objective): Finding["about"] => ({ kind: "objective", id });
export const aboutKeyResult = ({ id }: Pick<KeyResult, "id">): Finding["about"] => ({ kind: "keyResult", id });
