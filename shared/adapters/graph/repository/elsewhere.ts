/** A record that is not any more where a write looked for it. */
import type { CycleKey, PartitionKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { HOME_PARTITION, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import type { WriteOutcome } from "#shared/ports/okrRepository.ts";
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
const lookIn = async <T extends Objective | KeyResult>(
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
export const lookBeside = async <T extends Objective | KeyResult>(
  racksOfKind: RacksOfKind<T>,
  { partition, side }: Seen,
  { id, changes }: { readonly id: string; readonly changes?: ChangesOf<T> },
): Promise<WriteOutcome> => lookIn([racksOfKind(partition)[otherSide(side)]], id, changes);

/**
 * Beside, and then in the lists of every partition that the change or somebody else may have taken it to: of the cycle that the
 * change names, else of the cycle that it lay in. One that somebody else took to another cycle meanwhile counts as gone.
 */
export const lookElsewhere = async <T extends Objective | KeyResult>(
  racksOfKind: RacksOfKind<T>,
  seen: Seen,
  write: { readonly id: string; readonly changes: ChangesOf<T> },
  places: { readonly finder: PartitionFinder; readonly frame: Frame | undefined },
): Promise<WriteOutcome> => {
  const beside = await lookBeside(racksOfKind, seen, write);
  if (beside.type !== "Gone") return beside;
  const partitions = destinations(seen.partition, write.changes, places).filter((key) => key !== seen.partition);
  const racks = partitions.map(racksOfKind).flatMap(({ published, draft }) => [published, draft]);
  return lookIn(racks, write.id, write.changes);
};

const destinations = (
  from: PartitionKey,
  changes: { readonly cycleKey?: CycleKey | undefined; readonly unitKey?: UnitKey | undefined },
  { finder, frame }: { readonly finder: PartitionFinder; readonly frame: Frame | undefined },
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
