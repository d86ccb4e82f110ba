import type { CheckIn } from "../okr/checkIn.ts";
import { checkInId, personId, type ObjectiveId } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { OkrSet } from "../okr/okrSet.ts";
import { checkInProblems } from "../problems/checkInProblems.ts";
import { problemContext, type ProblemContext } from "../problems/context.ts";
import { keyResultProblems, type KeyResultDraft } from "../problems/keyResultProblems.ts";
import { finishedMeasure } from "../problems/measureProblems.ts";
import { objectiveProblems } from "../problems/objectiveProblems.ts";
import { fieldNames } from "../merge/threeWay.ts";
import type { KeyResultRowDraft, ObjectiveDraft, RowDraft } from "./drafts.ts";
import type { PlannedCheckIn, PlanInput } from "./planTypes.ts";
import { columnOfProblem, type ProblemCause, type RowProblem } from "./problem.ts";

/** The key result as the rules may look at it: an unfinished measure counts as one that is still to be found. */
const finished = (draft: KeyResultDraft): KeyResult => ({
  ...draft,
  measure: finishedMeasure(draft.measure) ?? { kind: "baseline", unit: "" },
});

const setOf = (objectives: Iterable<Objective>, keyResults: Iterable<KeyResult>): OkrSet => ({
  objectives: [...objectives],
  keyResults: [...keyResults],
  checkIns: [],
  revisions: new Map(),
});

const byId = <T extends { readonly id: string }>(...lists: readonly (readonly T[])[]): Map<string, T> =>
  new Map(lists.flat().map((record) => [record.id, record]));

/** Judges rows as they would be stored, all edits in place, and leaves out what was wrong before anybody touched it. [SE12] */
export interface Judge {
  readonly objective: (draft: ObjectiveDraft) => readonly RowProblem[];
  readonly keyResult: (draft: KeyResultRowDraft) => readonly RowProblem[];
  readonly checkIn: (checkIn: PlannedCheckIn) => readonly RowProblem[];
  readonly objectives: ReadonlyMap<string, Objective>;
  /** What hangs below a record that is to be deleted. */
  readonly below: (id: string) => Below;
}

interface Below {
  /** Key results that would be left without their objective. */
  readonly left: number;
  /** Key results that are stored below it. */
  readonly leaving: readonly string[];
  /** Objectives that are aligned to it and stay. */
  readonly children: number;
}

type Found = Extract<ProblemCause, { from: "objective" | "keyResult" | "checkIn" }>;

const rowProblem = (cause: Found): RowProblem => ({
  field: columnOfProblem(cause.problem.field),
  severity: cause.problem.severity,
  cause,
});

/** What no column can mend is not the sheet's to say. */
const WITHOUT_COLUMN: ReadonlySet<string> = new Set(["acceptanceMissing"]);

const worthSaying = ({ severity, cause: { problem } }: RowProblem): boolean =>
  severity !== "info" && !("code" in problem && WITHOUT_COLUMN.has(problem.code));

/** What only the whole shows is judged at the row that was changed: weights that no longer add up. */
const OF_ALL_KEY_RESULTS: ReadonlySet<string> = new Set(["noKeyResults", "weightsNot100", "weightsOver100"]);

/** @param removed records that are to be deleted */
export const createJudge = (
  drafts: readonly RowDraft[],
  { baseline, frame, now }: PlanInput,
  removed: ReadonlySet<string> = new Set(),
): Judge => {
  const stored = [...baseline.rows.values()];
  const storedObjectives = stored.flatMap((row) => (row.kind === "objective" ? [row.record] : []));
  const storedKeyResults = stored.flatMap((row) => (row.kind === "keyResult" ? [row.record] : []));
  const objectives = byId(
    baseline.around.objectives,
    storedObjectives,
    drafts.flatMap((draft) => (draft.type === "objective" ? [draft.record] : [])),
  );
  const keyResults = byId(
    baseline.around.keyResults,
    storedKeyResults,
    drafts.flatMap((draft) => (draft.type === "keyResult" ? [finished(draft.record)] : [])),
  );
  for (const id of removed) {
    objectives.delete(id);
    keyResults.delete(id);
  }
  const below = (id: string): Below => ({
    left: [...keyResults.values()].filter((one) => one.objectiveId === id && !baseline.rows.get(one.id)?.gone).length,
    leaving: storedKeyResults.filter(({ objectiveId }) => objectiveId === id).map((one) => one.id),
    children: [...objectives.values()].filter(({ parents }) => parents.some((parent) => parent.id === id)).length,
  });
  const after = problemContext(setOf(objectives.values(), keyResults.values()), frame);
  const before = problemContext(
    setOf([...baseline.around.objectives, ...storedObjectives], [...baseline.around.keyResults, ...storedKeyResults]),
    frame,
  );
  const objectiveCauses = (objective: Objective, context: ProblemContext): readonly Found[] =>
    objectiveProblems(objective, context).map((problem) => ({ from: "objective", problem }));
  const keyResultCauses = (keyResult: KeyResultDraft, context: ProblemContext): readonly Found[] =>
    keyResultProblems(keyResult, context).map((problem) => ({ from: "keyResult", problem }));
  const news = (now: readonly Found[], then: readonly Found[]): readonly RowProblem[] => {
    const old = new Set<string>(then.map(({ problem }) => problem.code));
    return now
      .filter(({ problem }) => problem.code === "cycleClosed" || !old.has(problem.code))
      .map(rowProblem)
      .filter(worthSaying);
  };
  const weightProblems = (id: ObjectiveId): readonly RowProblem[] => {
    const objective = objectives.get(id);
    if (!objective) return [];
    const stored = before.objectives.get(id);
    const ofAll = ({ problem }: Found): boolean => OF_ALL_KEY_RESULTS.has(problem.code);
    return news(
      objectiveCauses(objective, after).filter(ofAll),
      stored ? objectiveCauses(stored, before).filter(ofAll) : [],
    );
  };
  return {
    objectives,
    below,
    objective: ({ record, base }) =>
      news(
        objectiveCauses(record, after).filter(({ problem }) => !OF_ALL_KEY_RESULTS.has(problem.code)),
        base?.kind === "objective" ? objectiveCauses(base.record, before) : [],
      ),
    keyResult: ({ record, base, edits }) => [
      ...news(keyResultCauses(record, after), base?.kind === "keyResult" ? keyResultCauses(base.record, before) : []),
      ...(fieldNames(edits).includes("weight") ? weightProblems(record.objectiveId) : []),
    ],
    checkIn: (checkIn) => {
      const pretended: CheckIn = {
        ...checkIn,
        id: checkInId("not stored yet"),
        at: now,
        author: { id: personId(""), name: "" },
      };
      return checkInProblems(pretended, now, after)
        .map((problem) => rowProblem({ from: "checkIn", problem }))
        .filter(worthSaying);
    },
  };
};
