import type { Unit } from "../organisation/staff.ts";

/** Answers who stands above whom in the organisation. */
export interface Branches {
  /** The unit itself and everything above it, nearest first. */
  readonly lineOf: (unitKey: string) => readonly string[];
  /** One is the other, or stands above it. */
  readonly sameBranch: (one: string, other: string) => boolean;
}

export const createBranches = (units: readonly Unit[]): Branches => {
  const parents = new Map(units.map(({ unit }) => [unit.key, unit.parentKey]));
  const lines = new Map<string, readonly string[]>();
  const lineOf = (unitKey: string): readonly string[] => {
    const known = lines.get(unitKey);
    if (known !== undefined) return known;
    const parent = parents.get(unitKey);
    const line = [unitKey, ...(parent === undefined ? [] : lineOf(parent))];
    lines.set(unitKey, line);
    return line;
  };
  return {
    lineOf,
    sameBranch: (one, other) => lineOf(one).includes(other) || lineOf(other).includes(one),
  };
};
