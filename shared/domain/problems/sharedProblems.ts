import { storedLength, tidyLine, TITLE_LIMIT } from "../entry/text.ts";
import type { CycleKey, UnitKey } from "../okr/ids.ts";
import type { Person } from "../okr/person.ts";
import type { ProblemContext } from "./context.ts";
import type { Problem } from "./problem.ts";

/** What an objective and a key result can both have. */
export type SharedProblem =
  | Problem<"titleMissing", "title", "error">
  | Problem<"titleTooLong", "title", "error", { length: number; limit: number }>
  | Problem<"ownerMissing", "owner", "warning">
  /** A name that was never found in the directory. */
  | Problem<"ownerUnknown", "owner", "error", { name: string }>
  /** Somebody who is no longer in the directory. */
  | Problem<"ownerGone", "owner", "warning", { name: string }>
  | Problem<"unitUnknown", "unitKey", "error", { unitKey: UnitKey }>
  | Problem<"cycleUnknown", "cycleKey", "error", { cycleKey: CycleKey }>
  | Problem<"cycleClosed", "cycleKey", "error", { cycleKey: CycleKey; name: string }>
  | Problem<"duplicateId", "id", "error", { id: string }>;

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly owner?: Person;
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
}

const titleProblems = (title: string): readonly SharedProblem[] => {
  const length = storedLength(tidyLine(title));
  if (length === 0) return [{ code: "titleMissing", field: "title", severity: "error" }];
  return length > TITLE_LIMIT
    ? [{ code: "titleTooLong", field: "title", severity: "error", length, limit: TITLE_LIMIT }]
    : [];
};

const ownerProblems = (owner: Person | undefined, { people }: ProblemContext): readonly SharedProblem[] => {
  if (!owner) return [{ code: "ownerMissing", field: "owner", severity: "warning" }];
  const { id, name } = owner;
  if (id === "") return [{ code: "ownerUnknown", field: "owner", severity: "error", name }];
  return people && !people.has(id) ? [{ code: "ownerGone", field: "owner", severity: "warning", name }] : [];
};

const placeProblems = (unitKey: UnitKey, cycleKey: CycleKey, context: ProblemContext): readonly SharedProblem[] => {
  const cycle = context.cycles.get(cycleKey);
  const unitProblems: readonly SharedProblem[] = context.units.has(unitKey)
    ? []
    : [{ code: "unitUnknown", field: "unitKey", severity: "error", unitKey }];
  if (!cycle) return [...unitProblems, { code: "cycleUnknown", field: "cycleKey", severity: "error", cycleKey }];
  if (!cycle.closed) return unitProblems;
  return [...unitProblems, { code: "cycleClosed", field: "cycleKey", severity: "error", cycleKey, name: cycle.name }];
};

/** [PB2] to [PB5] */
export const sharedProblems = (record: Titled, context: ProblemContext): readonly SharedProblem[] => {
  const { id, title, owner, unitKey, cycleKey } = record;
  return [
    ...titleProblems(title),
    ...ownerProblems(owner, context),
    ...placeProblems(unitKey, cycleKey, context),
    ...(context.doubled.has(id) ? [{ code: "duplicateId", field: "id", severity: "error", id } as const] : []),
  ];
};
