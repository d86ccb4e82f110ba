/** Which units of which cycles are complete in the copy. */
import type { CycleKey, PartitionKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { findPartitions, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import type { CopyPart, PartitionState } from "#shared/ports/copyStore.ts";
import type { OkrScope } from "#shared/ports/okrRepository.ts";

type Covered = PartitionState["covered"];

/** Made once for a frame of thousands of units. */
const finders = new WeakMap<Frame, PartitionFinder>();

const finderOf = (frame: Frame): PartitionFinder => {
  const finder = finders.get(frame) ?? findPartitions(frame);
  finders.set(frame, finder);
  return finder;
};

/** What a scope takes from each partition. */
export const partsOf = (frame: Frame, { cycleKeys, units }: OkrScope): readonly CopyPart[] =>
  [...finderOf(frame).ofScope(cycleKeys, units)].map(([partition, part]) => ({ partition, ...part }));

export const isCovered = (covered: Covered, cycleKey: CycleKey, unitKey: UnitKey): boolean => {
  const units = covered.get(cycleKey);
  return units === "all" || units?.has(unitKey) === true;
};

const unitsMissing = (covered: Covered, cycleKey: CycleKey, units: CopyPart["units"]): CopyPart["units"] => {
  if (covered.get(cycleKey) === "all") return [];
  return units === "all" ? "all" : units.filter((unit) => !isCovered(covered, cycleKey, unit));
};

/** The least part that has to be read so that all of it is covered; undefined when it is. */
export const missingOf = (part: CopyPart, covered: Covered): CopyPart | undefined => {
  const cycleKeys: CycleKey[] = [];
  const missing = new Set<UnitKey>();
  let all = false;
  for (const cycleKey of part.cycleKeys) {
    const units = unitsMissing(covered, cycleKey, part.units);
    if (units.length === 0) continue;
    cycleKeys.push(cycleKey);
    if (units === "all") all = true;
    else for (const unit of units) missing.add(unit);
  }
  if (cycleKeys.length === 0) return undefined;
  return { partition: part.partition, cycleKeys, units: all ? "all" : [...missing] };
};

/** The coverage after a part was read. */
export const widened = (covered: Covered, { cycleKeys, units }: CopyPart): Covered => {
  const wider = new Map(covered);
  for (const cycleKey of cycleKeys) {
    const before = covered.get(cycleKey) ?? new Set<UnitKey>();
    wider.set(cycleKey, before === "all" || units === "all" ? "all" : new Set([...before, ...units]));
  }
  return wider;
};

export const nothingCovered: Covered = new Map();

/** Units times cycles; those of "all" are not counted. */
export const sizeOf = (covered: Covered): number =>
  [...covered.values()].reduce((sum, units) => sum + (units === "all" ? 1 : units.size), 0);

export const isClosed = (frame: Frame, key: PartitionKey): boolean =>
  frame.partitions.some((partition) => partition.key === key && partition.closed);
