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

/**
 * What a cell is beside what it said at the last pull and what is stored now. `stuck`: it cannot be written, and goes on saying
 * what it said. `open`: a person said something else than others stored meanwhile.
 */
type CellFate = "stuck" | "absent" | "untouched" | "agreed" | "edited" | "open";

const fateOf = (row: SheetRow, before: BaseRow, now: BaseRow, field: EditableField): CellFate => {
  const cell = row.cells[field];
  const [old, fresh] = [before.cells[field], now.cells[field]];
  if (cell === undefined) return "absent";
  if (sameCell(cell, old) || isUndone(row, before, field)) {
    return row.formulas?.has(field) && !sameCell(cell, fresh) ? "stuck" : "untouched";
  }
  if (sameCell(cell, fresh)) return "agreed";
  const asked: readonly EditableField[] = ASKED[now.kind];
  return !sameCell(old, fresh) && asked.includes(field) ? "open" : "edited";
};

/** Cells of a row by what becomes of them. */
interface Sorted {
  /** To be written. */
  readonly cells: Filling;
  /** What the memory holds that the cell says. */
  readonly agreed: Filling;
  readonly theirs: Filling;
  readonly was: Filling;
  readonly open: readonly EditableField[];
}

const isKept = (fate: CellFate): boolean => fate === "stuck" || fate === "absent" || fate === "open";
const isTheirs = (fate: CellFate): boolean => fate === "stuck" || fate === "open";
const isBroughtUp = (fate: CellFate): boolean => fate === "untouched" || fate === "agreed";

const sorted = (row: SheetRow, before: BaseRow, now: BaseRow): Sorted => {
  const cells: Filling = {};
  const agreed: Filling = {};
  const theirs: Filling = {};
  const was: Filling = {};
  const fates = EDITABLE_FIELDS.map((field) => ({ field, fate: fateOf(row, before, now, field) }));
  for (const { field, fate } of fates) {
    const { [field]: old = "" } = before.cells;
    const { [field]: fresh = "" } = now.cells;
    const { [field]: cell = old } = row.cells;
    const stays = fate === "stuck" ? cell : old;
    agreed[field] = isKept(fate) ? stays : fresh;
    if (isTheirs(fate)) theirs[field] = fresh;
    if (fate === "untouched") cells[field] = fresh;
    if (isBroughtUp(fate) && !sameCell(old, fresh)) was[field] = old;
  }
  const open = fates.flatMap(({ field, fate }) => (fate === "open" ? [field] : []));
  return { cells, agreed, theirs, was, open };
};

const isFilled = (cells: EditableCells): boolean => Object.keys(cells).length > 0;

/** A stored row after a refresh: every cell against what it said at the last pull and what is stored now. [SE16] [SE27] [SE28] */
export const refreshedRow = (row: SheetRow, before: BaseRow, now: BaseRow): RefreshedRow => {
  const { cells, agreed, theirs, was, open } = sorted(row, before, now);
  const base = open.length > 0 ? withOld(before, now, open) : now;
  return {
    cells,
    base: { ...base, cells: agreed, ...(isFilled(was) ? { was } : {}), ...(isFilled(theirs) ? { theirs } : {}) },
  };
};
