import type { CycleKey, PartitionKey, UnitKey } from "../okr/ids.ts";
import { partitionKey } from "../okr/ids.ts";
import type { Unit } from "../okr/unit.ts";

/** Lists of their own for the OKRs of one cycle, or of a part of the organisation in it, so that every list stays small. */
export interface Partition {
  readonly key: PartitionKey;
  readonly cycleKey: CycleKey;
  /** The units it is for, each with all units below it that no other partition of the cycle names. Empty: every unit. */
  readonly roots: readonly UnitKey[];
  /** Of the partition for every unit: those that were put below somebody else's root later, and stay here with all below them. */
  readonly also?: readonly UnitKey[];
  /** Read-only for ever: its cycle is over. */
  readonly closed: boolean;
}

/** The lists of the home site itself: for every unit and cycle without a partition of its own. */
export const HOME_PARTITION = partitionKey("home");

/** Finds the lists of a unit in a cycle. Built once for many questions. */
export interface PartitionFinder {
  readonly of: (cycleKey: CycleKey, unitKey: UnitKey) => PartitionKey;
  /** All partitions that hold something of the cycles; `units` narrows them. */
  readonly ofScope: (
    cycleKeys: readonly CycleKey[],
    units: "all" | readonly UnitKey[],
  ) => ReadonlyMap<
    PartitionKey,
    { readonly cycleKeys: readonly CycleKey[]; readonly units: "all" | readonly UnitKey[] }
  >;
}

const NO_ROOTS: ReadonlyMap<UnitKey, PartitionKey> = new Map();

export const findPartitions = ({
  partitions,
  units,
}: {
  readonly partitions: readonly Partition[];
  readonly units: readonly Unit[];
}): PartitionFinder => {
  const parents = new Map(units.map((unit) => [unit.key, unit.parentKey]));
  const byRoot = new Map<CycleKey, Map<UnitKey, PartitionKey>>();
  const byCycle = new Map<CycleKey, PartitionKey>();
  for (const { key, cycleKey, roots, also = [] } of partitions) {
    if (roots.length === 0) byCycle.set(cycleKey, key);
    const ofCycle = byRoot.get(cycleKey) ?? new Map<UnitKey, PartitionKey>();
    for (const root of [...roots, ...also]) ofCycle.set(root, key);
    byRoot.set(cycleKey, ofCycle);
  }

  const of: PartitionFinder["of"] = (cycleKey, unitKey) => {
    const ofCycle = byRoot.get(cycleKey) ?? NO_ROOTS;
    const seen = new Set<UnitKey>();
    // Units may form a loop in bad data; no unit is asked twice.
    for (let unit: UnitKey | undefined = unitKey; unit && !seen.has(unit); unit = parents.get(unit)) {
      const found = ofCycle.get(unit);
      if (found !== undefined) return found;
      seen.add(unit);
    }
    return byCycle.get(cycleKey) ?? HOME_PARTITION;
  };

  const ofScope: PartitionFinder["ofScope"] = (cycleKeys, wanted) => {
    const found = new Map<PartitionKey, { cycleKeys: Set<CycleKey>; units: Set<UnitKey> | undefined }>();
    const add = (key: PartitionKey, cycleKey: CycleKey, unit?: UnitKey): void => {
      const entry = found.get(key) ?? { cycleKeys: new Set(), units: unit === undefined ? undefined : new Set() };
      entry.cycleKeys.add(cycleKey);
      if (unit !== undefined) entry.units?.add(unit);
      found.set(key, entry);
    };
    for (const cycleKey of new Set(cycleKeys)) {
      if (wanted !== "all") for (const unit of wanted) add(of(cycleKey, unit), cycleKey, unit);
      else for (const key of everyPartition(partitions, cycleKey)) add(key, cycleKey);
    }
    return new Map(
      [...found].map(([key, entry]) => [
        key,
        { cycleKeys: [...entry.cycleKeys], units: entry.units === undefined ? "all" : [...entry.units] },
      ]),
    );
  };

  return { of, ofScope };
};

/** With roots only, units above all roots still lie in the home lists. */
const everyPartition = (partitions: readonly Partition[], cycleKey: CycleKey): readonly PartitionKey[] => {
  const ofCycle = partitions.filter((one) => one.cycleKey === cycleKey);
  const isComplete = ofCycle.some(({ roots }) => roots.length === 0);
  return [...ofCycle.map(({ key }) => key), ...(isComplete ? [] : [HOME_PARTITION])];
};

/**
 * The partitions as they have to become so that a unit that is put below another one stays with its OKRs where they lie: it is a
 * root of its own there from now on. [PA10]
 */
export const keepingPlace = (
  frame: { readonly partitions: readonly Partition[]; readonly units: readonly Unit[] },
  unit: Unit,
): readonly Partition[] => {
  const before = frame.units.find(({ key }) => key === unit.key);
  if (!before || before.parentKey === unit.parentKey) return [];
  const units = frame.units.map((one) => (one.key === unit.key ? unit : one));
  const [now, then] = [findPartitions(frame), findPartitions({ ...frame, units })];
  return frame.partitions
    .filter(({ key, cycleKey }) => now.of(cycleKey, unit.key) === key && then.of(cycleKey, unit.key) !== key)
    .map((partition) =>
      partition.roots.length > 0
        ? { ...partition, roots: [...partition.roots, unit.key] }
        : { ...partition, also: [...(partition.also ?? []), unit.key] },
    );
};
