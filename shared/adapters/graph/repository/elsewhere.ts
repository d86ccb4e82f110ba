/** A record that is not any more where a write looked for it. */
import type { CycleKey, PartitionKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { HOME_PARTITION, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import type { ChangeableRecord, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { ChangesOf, Rack } from "./racks.ts";
import { agrees, failed, found, stale } from "./rowWrites.ts";

export type Side = "published" | "draft";

const otherSide = (side: Side): Side => (side === "draft" ? "published" : "draft");

export type RacksOfKind<T> = (partition: PartitionKey) => Readonly<Record<Side, Rack<T>>>;

/** Where a write looked. */
export interface Seen {
  readonly partition: PartitionKey;
  readonly side: Side;
}

/** The first of these lists that holds the record answers for it. */
const lookIn = async <T extends ChangeableRecord>(
  racks: readonly Rack<T>[],
  id: string,
  changes: ChangesOf<T> | undefined,
): Promise<WriteOutcome> => {
  const looks = await Promise.all(racks.map(async (rack) => ({ rack, row: await rack.find(id) })));
  for (const { rack, row } of looks) {
    if (!row.ok) return failed(row.error, rack.items.listName);
    if (!row.value) continue;
    const [stored, wanted] = [rack.encode(row.value.record), changes && rack.encodeChanges(changes)];
    const isDone = wanted?.ok === true && stored.ok && agrees(stored.value, wanted.value);
    return isDone ? found(row.value) : stale(row.value);
  }
  return { type: "Gone" };
};

/** A row that is not there any more may have been published or unlocked: then it is to be looked at again, not lost. */
export const lookBeside = async <T extends ChangeableRecord>(
  racksOfKind: RacksOfKind<T>,
  { partition, side }: Seen,
  { id, changes }: { readonly id: string; readonly changes?: ChangesOf<T> },
): Promise<WriteOutcome> => lookIn([racksOfKind(partition)[otherSide(side)]], id, changes);

/** Beside, then outside of its partition. */
export const lookElsewhere = async <T extends ChangeableRecord>(
  racksOfKind: RacksOfKind<T>,
  seen: Seen,
  write: { readonly id: string; readonly changes: ChangesOf<T> },
  places: Places,
): Promise<WriteOutcome> => {
  const beside = await lookBeside(racksOfKind, seen, write);
  if (beside.type !== "Gone") return beside;
  const racksIn = (partition: PartitionKey): readonly Rack<T>[] => {
    const { published, draft } = racksOfKind(partition);
    return [published, draft];
  };
  return lookOutside(racksIn, seen.partition, write, places);
};

/**
 * In the lists of every partition that the change or somebody else may have taken a record to in the cycle that the change names,
 * else in the one that it lay in; at last in the other cycles, where somebody else may have taken it, at the place of its units.
 */
export const lookOutside = async <T extends ChangeableRecord>(
  racksIn: (partition: PartitionKey) => readonly Rack<T>[],
  from: PartitionKey,
  { id, changes }: { readonly id: string; readonly changes?: ChangesOf<T> },
  places: Places,
): Promise<WriteOutcome> => {
  const near = without(destinations(from, changes ?? {}, places), [from]);
  const there = await lookIn(near.flatMap(racksIn), id, changes);
  if (there.type !== "Gone") return there;
  return lookIn(without(inOtherCycles(from, places), [from, ...near]).flatMap(racksIn), id, changes);
};

const without = (all: readonly PartitionKey[], some: readonly PartitionKey[]): readonly PartitionKey[] =>
  all.filter((key) => !some.includes(key));

export interface Places {
  readonly finder: PartitionFinder;
  readonly frame: Frame | undefined;
}

/** Where the units of a partition have their OKRs in the other cycles, those without partitions too. What is closed takes nothing in. */
const inOtherCycles = (from: PartitionKey, { finder, frame }: Places): readonly PartitionKey[] => {
  const own = frame?.partitions.find(({ key }) => key === from)?.cycleKey;
  const open = (frame?.cycles ?? []).filter(({ key, closed }) => !closed && key !== own);
  const units = (frame?.units ?? []).filter(({ key }) => own === undefined || finder.of(own, key) === from);
  return [
    ...new Set([...open.flatMap((cycle) => units.map((unit) => finder.of(cycle.key, unit.key))), HOME_PARTITION]),
  ];
};

const destinations = (
  from: PartitionKey,
  changes: { readonly cycleKey?: CycleKey | undefined; readonly unitKey?: UnitKey | undefined },
  { finder, frame }: Places,
): readonly PartitionKey[] => {
  const { cycleKey, unitKey } = changes;
  const own = frame?.partitions.find(({ key }) => key === from)?.cycleKey;
  // The home lists hold every cycle without partitions; only a change that names a place can have taken a row out of them.
  const isUnknown = own === undefined && (from !== HOME_PARTITION || unitKey === undefined);
  const lain = own === undefined ? (isUnknown ? [] : (frame?.cycles ?? []).map(({ key }) => key)) : [own];
  const cycles = cycleKey === undefined ? lain : [cycleKey];
  const found = cycles.flatMap((cycle) =>
    unitKey === undefined ? [...finder.ofScope([cycle], "all").keys()] : [finder.of(cycle, unitKey)],
  );
  return [...new Set(found)];
};
