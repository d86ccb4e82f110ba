import type { Instant } from "../day.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import type { Cycle } from "../okr/cycle.ts";
import type { CycleKey, PersonId, UnitKey } from "../okr/ids.ts";
import type { Initiative } from "../okr/initiative.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import type { Unit } from "../okr/unit.ts";
import { circlesIn } from "../okr/circles.ts";
import { checkInProblems, type CheckInProblem } from "../problems/checkInProblems.ts";
import { problemContext, type ProblemContext } from "../problems/context.ts";
import { initiativeProblems, type InitiativeProblem } from "../problems/initiativeProblems.ts";
import { keyResultProblems, type KeyResultProblem } from "../problems/keyResultProblems.ts";
import { objectiveProblems, type ObjectiveProblem } from "../problems/objectiveProblems.ts";
import type { Problem, Severity } from "../problems/problem.ts";

export type CycleProblem =
  | Problem<"duplicateKey", "key", "error", { key: CycleKey }>
  | Problem<"datesReversed", "start", "error", Pick<Cycle, "start" | "end">>;

export type UnitProblem =
  | Problem<"duplicateKey", "key", "error", { key: UnitKey }>
  | Problem<"levelUnknown", "levelKey", "error", { levelKey: string }>
  | Problem<"parentMissing", "parentKey", "error", { parentKey: UnitKey }>
  | Problem<"parentLoop", "parentKey", "error", { loop: readonly UnitKey[] }>;

/** One thing wrong with one stored record. */
export type Finding =
  | { readonly kind: "cycle"; readonly record: Cycle; readonly problem: CycleProblem }
  | { readonly kind: "unit"; readonly record: Unit; readonly problem: UnitProblem }
  | { readonly kind: "objective"; readonly record: Objective; readonly problem: ObjectiveProblem }
  | { readonly kind: "keyResult"; readonly record: KeyResult; readonly problem: KeyResultProblem }
  | { readonly kind: "checkIn"; readonly record: CheckIn; readonly problem: CheckInProblem }
  | { readonly kind: "initiative"; readonly record: Initiative; readonly problem: InitiativeProblem };

export interface CheckResult {
  /** Cycles, units, objectives, key results, check-ins, initiatives, each in the order stored. */
  readonly findings: readonly Finding[];
  readonly counts: { readonly [S in Severity]: number };
}

const repeated = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlySet<T> => {
  const seen = new Set<string>();
  return new Set(
    items.filter((item) => {
      const known = seen.has(keyOf(item));
      seen.add(keyOf(item));
      return known;
    }),
  );
};

const cycleFindings = (cycles: readonly Cycle[]): readonly Finding[] => {
  const doubled = repeated(cycles, ({ key }) => key);
  return cycles.flatMap((record) => {
    const { key, start, end } = record;
    const problems: readonly CycleProblem[] = [
      ...(doubled.has(record) ? [{ code: "duplicateKey", field: "key", severity: "error", key } as const] : []),
      ...(end < start ? [{ code: "datesReversed", field: "start", severity: "error", start, end } as const] : []),
    ];
    return problems.map((problem): Finding => ({ kind: "cycle", record, problem }));
  });
};

const unitFindings = ({ units, levels }: Frame): readonly Finding[] => {
  const doubled = repeated(units, ({ key }) => key);
  const keys = new Set(units.map(({ key }) => key));
  const levelKeys = new Set(levels.map(({ key }) => key));
  const edges = new Map(units.map(({ key, parentKey }) => [key, parentKey === undefined ? [] : [parentKey]]));
  const loopOf = new Map(circlesIn(edges).flatMap((loop) => loop.map((key) => [key, loop])));
  return units.flatMap((record) => {
    const { key, levelKey, parentKey } = record;
    const loop = loopOf.get(key);
    const missing = parentKey !== undefined && !keys.has(parentKey);
    const problems: readonly UnitProblem[] = [
      ...(doubled.has(record) ? [{ code: "duplicateKey", field: "key", severity: "error", key } as const] : []),
      ...(levelKeys.has(levelKey)
        ? []
        : [{ code: "levelUnknown", field: "levelKey", severity: "error", levelKey } as const]),
      ...(missing ? [{ code: "parentMissing", field: "parentKey", severity: "error", parentKey } as const] : []),
      ...(loop ? [{ code: "parentLoop", field: "parentKey", severity: "error", loop } as const] : []),
    ];
    return problems.map((problem): Finding => ({ kind: "unit", record, problem }));
  });
};

/** A closed cycle is wrong to write to and right to have: stored records of it are not findings. [CH3] */
const isFinding = ({ code }: { readonly code: string }): boolean => code !== "cycleClosed";

/** Check-ins made after their cycle ended although it is closed: somebody wrote past the closing. [CH3] */
const afterClosing = (checkIn: CheckIn, { cycles }: ProblemContext): readonly CheckInProblem[] => {
  const cycle = cycles.get(checkIn.cycleKey);
  if (!cycle?.closed || checkIn.at.slice(0, 10) <= cycle.end) return [];
  const { key: cycleKey, name } = cycle;
  return [{ code: "cycleClosed", field: "cycleKey", severity: "error", cycleKey, name }];
};

const recordFindings = (set: OkrSet, context: ProblemContext, now: Instant): readonly Finding[] => [
  ...set.objectives.flatMap((record) =>
    objectiveProblems(record, context)
      .filter(isFinding)
      .map((problem): Finding => ({ kind: "objective", record, problem })),
  ),
  ...set.keyResults.flatMap((record) =>
    keyResultProblems(record, context)
      .filter(isFinding)
      .map((problem): Finding => ({ kind: "keyResult", record, problem })),
  ),
  ...set.checkIns.flatMap((record) =>
    [...checkInProblems(record, now, context).filter(isFinding), ...afterClosing(record, context)].map(
      (problem): Finding => ({ kind: "checkIn", record, problem }),
    ),
  ),
];

const initiativeFindings = (initiatives: readonly Initiative[], context: ProblemContext): readonly Finding[] =>
  initiatives.flatMap((record) =>
    initiativeProblems(record, context)
      .filter(isFinding)
      .map((problem): Finding => ({ kind: "initiative", record, problem })),
  );

/** What is known beside the OKRs. */
export interface CheckedBeside {
  readonly initiatives?: readonly Initiative[];
  /** Everybody in the directory, where that was asked. */
  readonly people?: ReadonlySet<PersonId>;
}

/** What is wrong with what is stored. Linear in the number of records. Rules [CH1] to [CH4]. */
export const checkStored = (
  set: OkrSet,
  frame: Frame,
  now: Instant,
  { initiatives = [], people }: CheckedBeside = {},
): CheckResult => {
  const context = problemContext(set, frame, people);
  const findings = [
    ...cycleFindings(frame.cycles),
    ...unitFindings(frame),
    ...recordFindings(set, context, now),
    ...initiativeFindings(initiatives, context),
  ];
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { problem } of findings) counts[problem.severity] += 1;
  return { findings, counts };
};
