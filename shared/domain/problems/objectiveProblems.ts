import type { Day } from "../day.ts";
import type { ObjectiveId } from "../okr/ids.ts";
import type { Objective, ParentRef } from "../okr/objective.ts";
import { periodOf } from "../okr/view.ts";
import type { ProblemContext } from "./context.ts";
import type { Problem } from "./problem.ts";
import { sharedProblems, type SharedProblem } from "./sharedProblems.ts";

export type ObjectiveProblem =
  | SharedProblem
  | Problem<"datesReversed", "start", "error", { start: Day; end: Day }>
  | Problem<"dateOutsideCycle", "start" | "end", "error", { day: Day; cycleStart: Day; cycleEnd: Day }>
  | Problem<"parentMissing", "parents", "error", { parent: ParentRef }>
  /** Ids of everything in the circle, this objective among them. */
  | Problem<"parentLoop", "parents", "error", { loop: readonly ObjectiveId[] }>
  | Problem<"noKeyResults", "keyResults", "info">
  /** Every weight is stated and they do not add up to 100. */
  | Problem<"weightsNot100", "weights", "warning", { sum: number }>
  | Problem<"weightsOver100", "weights", "error", { sum: number }>;

const dateProblems = (objective: Objective, context: ProblemContext): readonly ObjectiveProblem[] => {
  const cycle = context.cycles.get(objective.cycleKey);
  const period = periodOf(objective, cycle);
  if (period && period.end < period.start) {
    return [{ code: "datesReversed", field: "start", severity: "error", ...period }];
  }
  if (!cycle) return [];
  return (["start", "end"] as const).flatMap((field) => {
    const day = objective[field];
    if (day === undefined || (day >= cycle.start && day <= cycle.end)) return [];
    const { start: cycleStart, end: cycleEnd } = cycle;
    return [{ code: "dateOutsideCycle", field, severity: "error", day, cycleStart, cycleEnd } as const];
  });
};

const parentProblems = ({ id, parents }: Objective, context: ProblemContext): readonly ObjectiveProblem[] => {
  const missing = parents.filter((parent) =>
    parent.kind === "objective" ? !context.objectives.has(parent.id) : !hasObjective(parent.id, context),
  );
  const loop = context.loopOf.get(id);
  return [
    ...missing.map((parent) => ({ code: "parentMissing", field: "parents", severity: "error", parent }) as const),
    ...(loop ? [{ code: "parentLoop", field: "parents", severity: "error", loop } as const] : []),
  ];
};

const hasObjective = (id: Extract<ParentRef, { kind: "keyResult" }>["id"], context: ProblemContext): boolean => {
  const objectiveId = context.keyResults.get(id)?.objectiveId;
  return objectiveId !== undefined && context.objectives.has(objectiveId);
};

/** Rounded to a millionth of a per cent: three times 33.333333 is a hundred to everybody but a computer. */
const sumOf = (weights: readonly number[]): number =>
  Math.round(weights.reduce((sum, weight) => sum + weight, 0) * 1e6) / 1e6;

const keyResultSetProblems = ({ id }: Objective, context: ProblemContext): readonly ObjectiveProblem[] => {
  const weights = (context.keyResultsOf.get(id) ?? []).map(({ weight }) => weight);
  if (weights.length === 0) return [{ code: "noKeyResults", field: "keyResults", severity: "info" }];
  const stated = weights.filter((weight) => weight !== undefined);
  const sum = sumOf(stated);
  if (sum > 100) return [{ code: "weightsOver100", field: "weights", severity: "error", sum }];
  const tolerated = Math.abs(sum - 100) < 0.05 || stated.length < weights.length;
  return tolerated ? [] : [{ code: "weightsNot100", field: "weights", severity: "warning", sum }];
};

/** Everything wrong with one objective. Rules [PB1] to [PB8]. */
export const objectiveProblems = (objective: Objective, context: ProblemContext): readonly ObjectiveProblem[] => [
  ...sharedProblems(objective, context),
  ...dateProblems(objective, context),
  ...parentProblems(objective, context),
  ...keyResultSetProblems(objective, context),
];
