import { partitionKey, type CycleKey, type PartitionKey, type UnitKey } from "../okr/ids.ts";
import type { Unit } from "../okr/unit.ts";
import type { Partition } from "./partition.ts";

/**
 * Rows that a list of a partition is planned for. SharePoint answers no filter that looks at 5,000 rows; a fifth is left for
 * teams that write more than expected and for units that are founded later.
 */
export const ROWS_A_LIST = 4000;

/** Objectives with their key results, which all lie in one list while they are drafts: 5 with 4 each. */
export const ROWS_A_UNIT = 25;

export interface PartitionPlan {
  readonly cycleKey: CycleKey;
  readonly units: readonly Unit[];
  /** Objectives and key results expected of a unit itself, without those below it. */
  readonly rowsOf: (unit: UnitKey) => number;
  readonly budget?: number;
  /** Keys of other cycles' partitions, which the new ones must not take. */
  readonly taken?: readonly PartitionKey[];
}

/** A part of the organisation that goes into a partition as a whole. */
interface Piece {
  readonly root: UnitKey;
  readonly rows: number;
}

interface Cut {
  /** Subtrees that fit, next to each other in the organisation. */
  readonly pieces: readonly Piece[];
  /** Units above them, each by itself. */
  readonly above: readonly Piece[];
}

/** The units as a tree, each with what lies below; units in a loop or below nowhere hang from no root and are taken as tops. */
const cutTree = ({ units, rowsOf, budget = ROWS_A_LIST }: PartitionPlan): Cut => {
  const known = new Set(units.map(({ key }) => key));
  const below = new Map<UnitKey | undefined, UnitKey[]>();
  for (const { key, parentKey } of units) {
    const parent = parentKey !== undefined && known.has(parentKey) ? parentKey : undefined;
    below.set(parent, [...(below.get(parent) ?? []), key]);
  }
  const totals = new Map<UnitKey, number>();
  const total = (unit: UnitKey): number => {
    const counted = totals.get(unit);
    if (counted !== undefined) return counted;
    totals.set(unit, 0);
    const rows = (below.get(unit) ?? []).reduce((sum, child) => sum + total(child), rowsOf(unit));
    totals.set(unit, rows);
    return rows;
  };
  const pieces: Piece[] = [];
  const above: Piece[] = [];
  const reached = new Set<UnitKey>();
  const mark = (unit: UnitKey): void => {
    if (reached.has(unit)) return;
    reached.add(unit);
    for (const child of below.get(unit) ?? []) mark(child);
  };
  const cut = (unit: UnitKey): void => {
    if (reached.has(unit)) return;
    if (total(unit) <= budget) {
      mark(unit);
      pieces.push({ root: unit, rows: total(unit) });
      return;
    }
    reached.add(unit);
    above.push({ root: unit, rows: rowsOf(unit) });
    for (const child of below.get(unit) ?? []) cut(child);
  };
  for (const top of below.get(undefined) ?? []) cut(top);
  for (const { key } of units) {
    if (reached.has(key)) continue;
    // Only units in a loop are left; each stands for itself.
    reached.add(key);
    above.push({ root: key, rows: rowsOf(key) });
  }
  return { pieces, above };
};

const rowsIn = (pieces: readonly Piece[]): number => pieces.reduce((sum, { rows }) => sum + rows, 0);

/** Neighbours together, so that a region lies in few partitions. */
const pack = (pieces: readonly Piece[], budget: number): readonly (readonly Piece[])[] => {
  const bins: Piece[][] = [];
  for (const piece of pieces) {
    const last = bins.at(-1);
    if (last && rowsIn(last) + piece.rows <= budget) last.push(piece);
    else bins.push([piece]);
  }
  return bins;
};

/** Part of a list's title and address. */
const slug = (text: string): string => text.replaceAll(/[^A-Za-z0-9]+/gu, "-").replaceAll(/^-|-$/gu, "") || "cycle";

const freeKeys = (cycle: CycleKey, taken: readonly PartitionKey[]): ((suffix: string) => PartitionKey) => {
  // SharePoint compares titles without case.
  const used = new Set(["home", ...taken.map((key) => key.toLowerCase())]);
  return (suffix) => {
    for (let attempt = slug(cycle) + suffix; ; attempt += "x") {
      if (used.has(attempt.toLowerCase())) continue;
      used.add(attempt.toLowerCase());
      return partitionKey(attempt);
    }
  };
};

/**
 * Partitions for a cycle: whole subtrees next to each other, as many as fit; the units above them in the one that has no roots,
 * which also takes units that are founded later. A team's OKRs and all those above it then lie in two partitions. [PA7] to [PA9]
 */
export const planPartitions = (plan: PartitionPlan): readonly Partition[] => {
  const { cycleKey, budget = ROWS_A_LIST, taken = [] } = plan;
  const { pieces, above } = cutTree(plan);
  const keyFor = freeKeys(cycleKey, taken);
  const partition = (roots: readonly Piece[], suffix: string): Partition => ({
    key: keyFor(suffix),
    cycleKey,
    roots: roots.map(({ root }) => root),
    closed: false,
  });
  const rest = partition([], "");
  if (rowsIn([...pieces, ...above]) <= budget) return [rest];
  const crowded = rowsIn(above) > budget ? pack(above, budget) : [];
  return [rest, ...[...pack(pieces, budget), ...crowded].map((bin, at) => partition(bin, `-${at + 1}`))];
};

/** What one expects of units by what they had in an earlier cycle: somewhat more, and never nothing. */
export const expectedRows =
  (earlier: ReadonlyMap<UnitKey, number>): ((unit: UnitKey) => number) =>
  (unit) =>
    Math.max(ROWS_A_UNIT, Math.ceil((earlier.get(unit) ?? 0) * 1.25));
