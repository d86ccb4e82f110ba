import type { CycleKey, ObjectiveId, UnitKey } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import { preScoreProblems, type PreScoreProblem } from "../okr/scoring.ts";
import { periodOf } from "../okr/view.ts";
import type { ProblemContext } from "./context.ts";
import { finishedMeasure, measureProblems, type MeasureDraft, type MeasureProblem } from "./measureProblems.ts";
import type { Problem } from "./problem.ts";
import { sharedProblems, type SharedProblem } from "./sharedProblems.ts";

/** A key result while it is being written. Every `KeyResult` is one. */
export type KeyResultDraft = Omit<KeyResult, "measure"> & { readonly measure: MeasureDraft };

export type KeyResultProblem =
  | SharedProblem
  | MeasureProblem
  | Problem<"objectiveMissing", "objectiveId", "error", { objectiveId: ObjectiveId }>
  | Problem<"unitDiffers", "unitKey", "error", { unitKey: UnitKey; objectiveUnitKey: UnitKey }>
  | Problem<"cycleDiffers", "cycleKey", "error", { cycleKey: CycleKey; objectiveCycleKey: CycleKey }>
  | Problem<"preScoreNotApplicable", "preScore", "warning">
  | Problem<"preScoreNotMonotone", "preScore", "error", { steps: readonly number[] }>
  | Problem<"preScoreAgainstDirection", "preScore", "error", { direction: "up" | "down" }>
  | Problem<"weightOutOfRange", "weight", "error", { weight: number }>
  | Problem<"scoreOutOfRange", "score", "error", { score: number }>;

const belongingProblems = (keyResult: KeyResultDraft, context: ProblemContext): readonly KeyResultProblem[] => {
  const { objectiveId, unitKey, cycleKey } = keyResult;
  const objective = context.objectives.get(objectiveId);
  if (!objective) return [{ code: "objectiveMissing", field: "objectiveId", severity: "error", objectiveId }];
  const { unitKey: objectiveUnitKey, cycleKey: objectiveCycleKey } = objective;
  return [
    ...(unitKey === objectiveUnitKey
      ? []
      : [{ code: "unitDiffers", field: "unitKey", severity: "error", unitKey, objectiveUnitKey } as const]),
    ...(cycleKey === objectiveCycleKey
      ? []
      : [{ code: "cycleDiffers", field: "cycleKey", severity: "error", cycleKey, objectiveCycleKey } as const]),
  ];
};

const preScoreFieldProblems = ({ measure, preScore }: KeyResultDraft): readonly KeyResultProblem[] => {
  const finished = finishedMeasure(measure);
  if (!preScore || !finished) return [];
  return preScoreProblems(finished, preScore).map(withField);
};

const withField = (problem: PreScoreProblem): KeyResultProblem =>
  problem.code === "preScoreNotApplicable"
    ? { ...problem, field: "preScore", severity: "warning" }
    : { ...problem, field: "preScore", severity: "error" };

const shareProblems = ({ weight, score }: KeyResultDraft): readonly KeyResultProblem[] => [
  ...(weight === undefined || (weight >= 0 && weight <= 100)
    ? []
    : [{ code: "weightOutOfRange", field: "weight", severity: "error", weight } as const]),
  ...(score === undefined || (score >= 0 && score <= 1)
    ? []
    : [{ code: "scoreOutOfRange", field: "score", severity: "error", score } as const]),
];

/** Everything wrong with one key result. Rules [PB1] to [PB5] and [PB9] to [PB16]. */
export const keyResultProblems = (keyResult: KeyResultDraft, context: ProblemContext): readonly KeyResultProblem[] => {
  const objective = context.objectives.get(keyResult.objectiveId);
  const period = objective && periodOf(objective, context.cycles.get(objective.cycleKey));
  return [
    ...sharedProblems(keyResult, context),
    ...measureProblems(keyResult.measure, period),
    ...belongingProblems(keyResult, context),
    ...preScoreFieldProblems(keyResult),
    ...shareProblems(keyResult),
  ];
};
