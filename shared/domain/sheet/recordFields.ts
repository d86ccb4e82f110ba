import type { Day } from "../day.ts";
import type { CycleKey, ObjectiveId, UnitKey } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Ambition, Objective, ParentRef } from "../okr/objective.ts";
import type { Person } from "../okr/person.ts";
import type { KeyResultDraft } from "../problems/keyResultProblems.ts";
import { acceptanceOf, measureDraft, measureFields, type MeasureFields } from "../merge/measureFields.ts";

/** What the sheet can change of an objective, by column. */
export interface ObjectiveFields {
  readonly title: string;
  readonly team: UnitKey;
  readonly cycle: CycleKey;
  readonly owner: Person | undefined;
  readonly parent: readonly ParentRef[];
  readonly ambition: Ambition;
  /** Own end date where it differs from the cycle's. */
  readonly due: Day | undefined;
}

/** What the sheet can change of a key result, by column. */
export interface KeyResultFields extends MeasureFields {
  readonly title: string;
  readonly owner: Person | undefined;
  readonly parent: ObjectiveId | undefined;
  readonly weight: number | undefined;
}

/** Only what somebody changed; a key present with `undefined` empties that field. */
export type ObjectiveEdits = { readonly [F in keyof ObjectiveFields]?: ObjectiveFields[F] };
export type KeyResultEdits = { readonly [F in keyof KeyResultFields]?: KeyResultFields[F] };

export const objectiveFields = (objective: Objective): ObjectiveFields => ({
  title: objective.title,
  team: objective.unitKey,
  cycle: objective.cycleKey,
  owner: objective.owner,
  parent: objective.parents,
  ambition: objective.ambition,
  due: objective.end,
});

export const keyResultFields = (keyResult: KeyResult): KeyResultFields => ({
  ...measureFields(keyResult.measure),
  title: keyResult.title,
  owner: keyResult.owner,
  parent: keyResult.objectiveId,
  weight: keyResult.weight,
});

const without = <T extends object, K extends keyof T>(record: T, ...keys: readonly K[]): Omit<T, K> => {
  const rest = { ...record };
  for (const key of keys) delete rest[key];
  return rest;
};

/** The objective with the edits in place. [SE7] */
export const editObjective = (objective: Objective, edits: ObjectiveEdits): Objective => {
  const { title, team, cycle, owner, parent, ambition, due } = { ...objectiveFields(objective), ...edits };
  return {
    ...without(objective, "owner", "end"),
    title,
    unitKey: team,
    cycleKey: cycle,
    parents: parent,
    ambition,
    ...(owner ? { owner } : {}),
    ...(due === undefined ? {} : { end: due }),
  };
};

/** The key result with the edits in place; place and cycle follow the objective, which the caller knows. [SE7] */
export const editKeyResult = (keyResult: KeyResult, edits: KeyResultEdits): KeyResultDraft => {
  const { title, owner, parent, weight, ...measure } = { ...keyResultFields(keyResult), ...edits };
  return {
    ...without(keyResult, "owner", "weight"),
    title,
    objectiveId: parent ?? keyResult.objectiveId,
    measure: measureDraft(measure, acceptanceOf(keyResult.measure)),
    ...(owner ? { owner } : {}),
    ...(weight === undefined ? {} : { weight }),
  };
};
