import type { KeyResultId, ObjectiveId } from "./ids.ts";
import { circlesIn } from "./circles.ts";
import type { KeyResult } from "./keyResult.ts";
import type { Objective, ParentRef } from "./objective.ts";

/** Who serves whom. A parent key result stands for its objective wherever a chain of objectives is followed. [AL1] */
export interface Alignment {
  /** Existing parent objectives, each once, in the order stated. */
  readonly parentsOf: ReadonlyMap<ObjectiveId, readonly ObjectiveId[]>;
  readonly childrenOf: ReadonlyMap<ObjectiveId, readonly ObjectiveId[]>;
  /** Parent references that lead nowhere. */
  readonly missing: readonly MissingParent[];
}

export interface MissingParent {
  readonly objectiveId: ObjectiveId;
  readonly parent: ParentRef;
}

/** Looks every parent up once. Linear in the number of objectives, key results and references. */
export const alignmentOf = (objectives: readonly Objective[], keyResults: readonly KeyResult[]): Alignment => {
  const known = new Set(objectives.map(({ id }) => id));
  const objectiveOf = new Map<KeyResultId, ObjectiveId>(keyResults.map(({ id, objectiveId }) => [id, objectiveId]));
  const parentsOf = new Map<ObjectiveId, ObjectiveId[]>();
  const childrenOf = new Map<ObjectiveId, ObjectiveId[]>();
  const missing: MissingParent[] = [];
  for (const { id, parents } of objectives) {
    const found = new Set<ObjectiveId>();
    for (const parent of parents) {
      const objectiveId = parent.kind === "objective" ? parent.id : objectiveOf.get(parent.id);
      if (objectiveId !== undefined && known.has(objectiveId)) found.add(objectiveId);
      else missing.push({ objectiveId: id, parent });
    }
    parentsOf.set(id, [...found]);
    for (const parentId of found) {
      const siblings = childrenOf.get(parentId);
      if (siblings) siblings.push(id);
      else childrenOf.set(parentId, [id]);
    }
  }
  return { parentsOf, childrenOf, missing };
};

/** Parents that do not exist, for the check and for forms. [AL2] */
export const missingParents = (
  objectives: readonly Objective[],
  keyResults: readonly KeyResult[],
): readonly MissingParent[] => alignmentOf(objectives, keyResults).missing;

/** Everything above an objective, nearest first, each once and without itself even inside a loop. [AL3] */
export const ancestors = (id: ObjectiveId, { parentsOf }: Pick<Alignment, "parentsOf">): readonly ObjectiveId[] => {
  const seen = new Set<ObjectiveId>([id]);
  const queue = [id];
  for (const next of queue) {
    for (const parent of parentsOf.get(next) ?? []) {
      if (seen.has(parent)) continue;
      seen.add(parent);
      queue.push(parent);
    }
  }
  return queue.slice(1);
};

/** Whether making `parent` a parent of `child` would close a circle. [AL4] */
export const wouldLoop = (child: ObjectiveId, parent: ObjectiveId, alignment: Pick<Alignment, "parentsOf">): boolean =>
  child === parent || ancestors(parent, alignment).includes(child);

/**
 * Circles of parents: every set of objectives that are, directly or over others, their own parents. Each set once, in the
 * order of the objectives given. [AL4]
 */
export const findLoops = (
  objectives: readonly Objective[],
  keyResults: readonly KeyResult[],
): readonly (readonly ObjectiveId[])[] => loopsIn(alignmentOf(objectives, keyResults));

export const loopsIn = ({ parentsOf }: Pick<Alignment, "parentsOf">): readonly (readonly ObjectiveId[])[] =>
  circlesIn(parentsOf);
