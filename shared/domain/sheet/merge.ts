import type { Revision } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import { finishedMeasure } from "../problems/measureProblems.ts";
import { fieldNames, sameValue } from "../merge/threeWay.ts";
import type { EditableField } from "./fields.ts";
import type { RowAction } from "./planTypes.ts";
import {
  editKeyResult,
  editObjective,
  keyResultFields,
  objectiveFields,
  type KeyResultEdits,
  type ObjectiveEdits,
} from "./recordFields.ts";

export type ChangeAction = Extract<RowAction, { kind: "changeObjective" | "changeKeyResult" }>;

/** A field that both sides changed to something different. */
export interface FieldConflict {
  readonly field: EditableField;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export type Side = "mine" | "theirs";
export type Choices = { readonly [F in EditableField]?: Side };

type Values = Readonly<Record<string, unknown>>;

/** What the store holds now, as the answer to a stale write brought it. */
export interface StoredNow {
  readonly stored: Objective | KeyResult;
  readonly revision: Revision;
}

const fieldsOf = (action: ChangeAction, { stored }: StoredNow): { readonly base: Values; readonly theirs: Values } =>
  action.kind === "changeObjective"
    ? {
        base: objectiveFields(action.base) as unknown as Values,
        theirs: objectiveFields(stored as Objective) as unknown as Values,
      }
    : {
        base: keyResultFields(action.base) as unknown as Values,
        theirs: keyResultFields(stored as KeyResult) as unknown as Values,
      };

/** Fields that were changed on one side only merge by themselves; these are the others. [SE14] */
export const conflictsOf = (action: ChangeAction, now: StoredNow): readonly FieldConflict[] => {
  const { base, theirs } = fieldsOf(action, now);
  const mine = action.edits as Values;
  return fieldNames(mine)
    .filter((name) => !sameValue(base[name], theirs[name]) && !sameValue(mine[name], theirs[name]))
    .map((name) => ({ field: name as EditableField, base: base[name], mine: mine[name], theirs: theirs[name] }));
};

const kept = <E extends object>(edits: E, choices: Choices): E => {
  const left = { ...edits };
  for (const name of fieldNames(edits)) if (choices[name as EditableField] === "theirs") delete left[name];
  return left;
};

/**
 * The same edits on top of what is stored now, without those for which the other side was chosen. Undefined when both sides
 * together make a measure that cannot be: then it has to be looked at in the sheet. [SE14]
 */
export const rebase = (action: ChangeAction, now: StoredNow, choices: Choices = {}): ChangeAction | undefined => {
  const { revision } = now;
  if (action.kind === "changeObjective") {
    const base = now.stored as Objective;
    const edits: ObjectiveEdits = kept(action.edits, choices);
    return { kind: "changeObjective", base, revision, edits, record: editObjective(base, edits) };
  }
  const base = now.stored as KeyResult;
  const edits: KeyResultEdits = kept(action.edits, choices);
  const draft = editKeyResult(base, edits);
  const measure = finishedMeasure(draft.measure);
  if (!measure) return undefined;
  const { unitKey, cycleKey } = action.record;
  const place = sameValue([action.base.unitKey, action.base.cycleKey], [unitKey, cycleKey])
    ? { unitKey: base.unitKey, cycleKey: base.cycleKey }
    : { unitKey, cycleKey };
  return { kind: "changeKeyResult", base, revision, edits, record: { ...draft, ...place, measure } };
};
