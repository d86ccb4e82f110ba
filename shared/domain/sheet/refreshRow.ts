import { finishedMeasure } from "../problems/measureProblems.ts";
import type { BaseRow } from "./baseline.ts";
import {
  EDITABLE_FIELDS,
  sameCell,
  type Cell,
  type EditableCells,
  type EditableField,
  type SheetRow,
} from "./fields.ts";
import { isUndone } from "./readRow.ts";
import { editKeyResult, editObjective, keyResultFields, objectiveFields } from "./recordFields.ts";

type Filling = { [F in EditableField]?: Cell };

/**
 * Fields whose old value is remembered while they are edited here and were changed by others, so that the push asks. Where a
 * record belongs is none of them: everything below follows it, so what is stored counts, and the preview shows both.
 */
const ASKED = {
  objective: ["title", "owner", "parent", "ambition", "due"],
  keyResult: ["title", "owner", "weight", "measure", "unit", "start", "target", "due"],
} as const;

const picked = <T extends object, K extends keyof T>(fields: T, keys: readonly K[]): { readonly [P in K]?: T[P] } => {
  const some: { [P in K]?: T[P] } = {};
  for (const key of keys) some[key] = fields[key];
  return some;
};

/** What is stored now, with the old values of some fields: from there the edits of these fields are compared. */
const withOld = (before: BaseRow, now: BaseRow, fields: readonly EditableField[]): BaseRow => {
  if (before.kind === "objective" && now.kind === "objective") {
    const old = picked(
      objectiveFields(before.record),
      ASKED.objective.filter((field) => fields.includes(field)),
    );
    return { ...now, record: editObjective(now.record, old), revision: before.revision };
  }
  if (before.kind !== "keyResult" || now.kind !== "keyResult") return now;
  const old = picked(
    keyResultFields(before.record),
    ASKED.keyResult.filter((field) => fields.includes(field)),
  );
  const { measure: draft, ...record } = editKeyResult(now.record, old);
  const measure = finishedMeasure(draft) ?? before.record.measure;
  return { ...now, record: { ...record, measure }, revision: before.revision };
};

export interface RefreshedRow {
  /** To be written: what nobody touched becomes what is stored now. */
  readonly cells: EditableCells;
  readonly base: BaseRow;
}

/** A stored row after a refresh: every cell against what it said at the last pull and what is stored now. [SE16] [SE27] [SE22] */
export const refreshedRow = (row: SheetRow, before: BaseRow, now: BaseRow): RefreshedRow => {
  const cells: Filling = {};
  const agreed: Filling = {};
  const theirs: Filling = {};
  const was: Filling = {};
  const clashing: EditableField[] = [];
  const asked: readonly EditableField[] = ASKED[now.kind];
  for (const field of EDITABLE_FIELDS) {
    const cell = row.cells[field];
    const old = before.cells[field] ?? "";
    const fresh = now.cells[field] ?? "";
    const isSame = sameCell(old, fresh);
    const untouched = sameCell(cell, old) || isUndone(row, before, field);
    agreed[field] = fresh;
    if (cell === undefined || (untouched && row.formulas?.has(field) && !sameCell(cell, fresh))) {
      // What cannot be written goes on saying what it said, and that is no edit.
      agreed[field] = cell ?? old;
      if (cell !== undefined) theirs[field] = fresh;
      continue;
    }
    if (untouched || sameCell(cell, fresh)) {
      if (untouched) cells[field] = fresh;
      if (!isSame) was[field] = old;
    } else if (!isSame && asked.includes(field)) {
      agreed[field] = old;
      theirs[field] = fresh;
      clashing.push(field);
    }
  }
  const { was: _was, theirs: _theirs, gone: _gone, ...fresh } = now;
  const base = clashing.length > 0 ? withOld(before, fresh, clashing) : fresh;
  return {
    cells,
    base: {
      ...base,
      cells: agreed,
      ...(Object.keys(was).length > 0 ? { was } : {}),
      ...(Object.keys(theirs).length > 0 ? { theirs } : {}),
    },
  };
};
