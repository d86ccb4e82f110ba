import type { Initiative, Served } from "../okr/initiative.ts";
import type { KeyResult, Measure } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import { finishedMeasure, measureProblems } from "../problems/measureProblems.ts";
import { acceptanceOf, measureDraft, measureFields, type MeasureFields } from "./measureFields.ts";
import {
  fieldNames,
  mergeFields,
  sameValue,
  type Choices,
  type FieldClash,
  type FieldMerge,
  type Side,
} from "./threeWay.ts";

/** A record as it was, as one person wants it, and as somebody else stored it meanwhile. */
export interface Sides<T> {
  readonly base: T;
  readonly mine: T;
  readonly theirs: T;
}

export interface Merged<T> {
  readonly record: T;
  /** Empty: nobody has to choose. */
  readonly clashes: readonly FieldClash[];
}

/** Every part of a measure is a field of its own: one may set the target while another corrects the start. */
interface MeasureParts extends MeasureFields {
  readonly acceptance: string;
}

type Flat = Omit<KeyResult, "id" | "measure"> & MeasureParts;

const partsOf = (measure: Measure): MeasureParts => ({ ...measureFields(measure), acceptance: acceptanceOf(measure) });

const flatten = ({ id: _id, measure, ...rest }: KeyResult): Flat => ({ ...rest, ...partsOf(measure) });

const PARTS = ["measure", "unit", "start", "target", "due", "acceptance"] as const satisfies readonly (keyof Flat)[];

const isFaulty = (measure: Measure): boolean =>
  measureProblems(measure, undefined).some(({ severity }) => severity === "error");

/** Keys without a value are left out, as in every record. */
const compact = <T extends object>(record: T): T => {
  const filled = { ...record };
  for (const key of fieldNames(record)) if (record[key] === undefined) delete filled[key];
  return filled;
};

/** The measure that the parts make; numbers that its kind needs and nobody filled come from the side that chose this kind. [ME4] */
const measureOf = (parts: MeasureParts, { mine, theirs }: Sides<KeyResult>): Measure => {
  const side = partsOf(mine.measure).measure === parts.measure ? mine.measure : theirs.measure;
  const { start, target } = partsOf(side);
  const filled = { ...parts, start: parts.start ?? start, target: parts.target ?? target };
  return finishedMeasure(measureDraft(filled, parts.acceptance)) ?? side;
};

/** All parts in which the sides differ: together they make no measure that can be. [ME5] */
const partClashes = (sides: Sides<Flat>, choices: Choices): readonly FieldClash[] =>
  PARTS.filter((part) => choices[part] === undefined && !sameValue(sides.mine[part], sides.theirs[part])).map(
    (field) => ({ field, base: sides.base[field], mine: sides.mine[field], theirs: sides.theirs[field] }),
  );

/** Team and cycle go where the key result goes: with the side that moved it to another objective. [ME6] */
const placed = ({ merged, clashes }: FieldMerge<Flat>, { base, mine, theirs }: Sides<Flat>): FieldMerge<Flat> => {
  const movers = [mine, theirs].filter(
    ({ objectiveId }) => objectiveId !== base.objectiveId && objectiveId === merged.objectiveId,
  );
  const [mover] = movers;
  if (!mover || movers.length > 1) return { merged, clashes };
  const { unitKey, cycleKey } = mover;
  return {
    merged: { ...merged, unitKey, cycleKey },
    clashes: clashes.filter(({ field }) => field !== "unitKey" && field !== "cycleKey"),
  };
};

/** @param otherwise the side to take where nobody chose, instead of asking */
export const mergeKeyResults = (
  sides: Sides<KeyResult>,
  choices: Choices = {},
  otherwise?: Side,
): Merged<KeyResult> => {
  const flat = { base: flatten(sides.base), mine: flatten(sides.mine), theirs: flatten(sides.theirs) };
  const { merged, clashes } = placed(mergeFields(flat, choices, otherwise), flat);
  const { measure: kind, unit, start, target, due, acceptance, ...rest } = merged;
  const measure = measureOf({ measure: kind, unit, start, target, due, acceptance }, sides);
  const record = compact({ ...rest, id: sides.theirs.id, measure });
  // As long as somebody has to choose among its parts, nobody knows what measure it will be.
  const isOpen = clashes.some(({ field }) => PARTS.some((part) => part === field));
  const isNew = ![sides.mine, sides.theirs].some((side) => sameValue(side.measure, measure));
  const unsound = !isOpen && isNew && isFaulty(measure) ? partClashes(flat, choices) : [];
  if (unsound.length === 0) return { record, clashes };
  const side = otherwise ?? "theirs";
  return {
    record: { ...record, measure: sides[side].measure },
    clashes: otherwise === undefined ? [...clashes, ...unsound] : clashes,
  };
};

/** @param otherwise the side to take where nobody chose, instead of asking */
export const mergeObjectives = (
  sides: Sides<Objective>,
  choices: Choices = {},
  otherwise?: Side,
): Merged<Objective> => {
  const { merged, clashes } = mergeFields(sides, choices, otherwise);
  return { record: compact({ ...merged, id: sides.theirs.id }), clashes };
};

const servedOf = ({ objectiveId, keyResultId, unitKey, cycleKey }: Initiative): Served => ({
  objectiveId,
  ...(keyResultId === undefined ? {} : { keyResultId }),
  unitKey,
  cycleKey,
});

/** @param otherwise the side to take where nobody chose, instead of asking */
export const mergeInitiatives = (
  sides: Sides<Initiative>,
  choices: Choices = {},
  otherwise?: Side,
): Merged<Initiative> => {
  const together = (initiative: Initiative) => {
    const { objectiveId: _o, keyResultId: _k, unitKey: _u, cycleKey: _c, ...rest } = initiative;
    return { ...rest, serves: servedOf(initiative) };
  };
  const flat = { base: together(sides.base), mine: together(sides.mine), theirs: together(sides.theirs) };
  const { merged, clashes } = mergeFields(flat, choices, otherwise);
  const { serves, ...rest } = merged;
  return { record: compact({ ...rest, ...serves, id: sides.theirs.id }), clashes };
};

/** What has to be written to make the one of the other; a key with `undefined` empties that field. */
export const changesBetween = <T extends object>(
  before: T,
  after: T,
): { readonly [K in keyof T]?: T[K] | undefined } => {
  const changes: { [K in keyof T]?: T[K] | undefined } = {};
  for (const key of fieldNames({ ...before, ...after })) {
    if (!sameValue(before[key], after[key])) changes[key] = after[key];
  }
  return changes;
};
