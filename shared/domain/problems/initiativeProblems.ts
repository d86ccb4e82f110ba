import type { Day } from "../day.ts";
import { NOTE_LIMIT, storedLength } from "../entry/text.ts";
import type { CycleKey, KeyResultId, ObjectiveId, UnitKey } from "../okr/ids.ts";
import { isOpen, isWebAddress, type Initiative } from "../okr/initiative.ts";
import { periodOf } from "../okr/view.ts";
import type { ProblemContext } from "./context.ts";
import type { Problem } from "./problem.ts";
import { sharedProblems, type SharedProblem } from "./sharedProblems.ts";

/** Characters of an address that browsers and Office open everywhere. */
const LINK_LIMIT = 2000;

export type InitiativeProblem =
  | SharedProblem
  | Problem<"objectiveMissing", "objectiveId", "error", { objectiveId: ObjectiveId }>
  | Problem<"keyResultMissing", "keyResultId", "error", { keyResultId: KeyResultId }>
  /** The key result belongs to another objective. */
  | Problem<"keyResultElsewhere", "keyResultId", "error", { keyResultId: KeyResultId; objectiveId: ObjectiveId }>
  | Problem<"unitDiffers", "unitKey", "error", { unitKey: UnitKey; objectiveUnitKey: UnitKey }>
  | Problem<"cycleDiffers", "cycleKey", "error", { cycleKey: CycleKey; objectiveCycleKey: CycleKey }>
  | Problem<"dueMissing", "due", "info">
  | Problem<"dueOutsidePeriod", "due", "warning", { due: Day; from: Day; to: Day }>
  | Problem<"noteTooLong", "note", "error", { length: number; limit: number }>
  | Problem<"linkUnreadable", "link", "error", { link: string }>
  | Problem<"linkTooLong", "link", "error", { length: number; limit: number }>;

/** [IV6] */
const servedProblems = (initiative: Initiative, context: ProblemContext): readonly InitiativeProblem[] => {
  const { objectiveId, keyResultId, unitKey, cycleKey } = initiative;
  const objective = context.objectives.get(objectiveId);
  if (!objective) return [{ code: "objectiveMissing", field: "objectiveId", severity: "error", objectiveId }];
  const problems: InitiativeProblem[] = [];
  const keyResult = keyResultId === undefined ? undefined : context.keyResults.get(keyResultId);
  if (keyResultId !== undefined && !keyResult) {
    problems.push({ code: "keyResultMissing", field: "keyResultId", severity: "error", keyResultId });
  }
  if (keyResult && keyResult.objectiveId !== objectiveId) {
    const { id, objectiveId: elsewhere } = keyResult;
    const data = { keyResultId: id, objectiveId: elsewhere };
    problems.push({ code: "keyResultElsewhere", field: "keyResultId", severity: "error", ...data });
  }
  const { unitKey: objectiveUnitKey, cycleKey: objectiveCycleKey } = objective;
  if (unitKey !== objectiveUnitKey) {
    problems.push({ code: "unitDiffers", field: "unitKey", severity: "error", unitKey, objectiveUnitKey });
  }
  if (cycleKey !== objectiveCycleKey) {
    problems.push({ code: "cycleDiffers", field: "cycleKey", severity: "error", cycleKey, objectiveCycleKey });
  }
  return problems;
};

/** [IV7] */
const dueProblems = (initiative: Initiative, context: ProblemContext): readonly InitiativeProblem[] => {
  const { due, objectiveId } = initiative;
  if (due === undefined) return isOpen(initiative) ? [{ code: "dueMissing", field: "due", severity: "info" }] : [];
  const objective = context.objectives.get(objectiveId);
  const period = objective && periodOf(objective, context.cycles.get(objective.cycleKey));
  if (!period || (due >= period.start && due <= period.end)) return [];
  return [{ code: "dueOutsidePeriod", field: "due", severity: "warning", due, from: period.start, to: period.end }];
};

/** [IV8] */
const textProblems = ({ note, link }: Initiative): readonly InitiativeProblem[] => {
  const problems: InitiativeProblem[] = [];
  const length = storedLength(note);
  if (length > NOTE_LIMIT) {
    problems.push({ code: "noteTooLong", field: "note", severity: "error", length, limit: NOTE_LIMIT });
  }
  if (link === undefined) return problems;
  if (!isWebAddress(link)) problems.push({ code: "linkUnreadable", field: "link", severity: "error", link });
  if (link.length > LINK_LIMIT) {
    problems.push({ code: "linkTooLong", field: "link", severity: "error", length: link.length, limit: LINK_LIMIT });
  }
  return problems;
};

/** Everything wrong with one initiative. Rules [PB1] to [PB4] and [IV6] to [IV8]. */
export const initiativeProblems = (initiative: Initiative, context: ProblemContext): readonly InitiativeProblem[] => [
  ...sharedProblems(initiative, context),
  ...servedProblems(initiative, context),
  ...dueProblems(initiative, context),
  ...textProblems(initiative),
];
