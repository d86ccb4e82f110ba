/** How many people are at it now, told by the check-ins that come by: nobody has to be asked. */
import { epochMsOf } from "#shared/domain/day.ts";
import { rowOf, type CycleKey, type PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { OkrChanges, OkrRepository } from "#shared/ports/okrRepository.ts";

export interface Crowd {
  /** Check-ins of the last minute in the whole organisation, by those in the lists that this window asks. */
  readonly perMinute: () => number;
  /** The same repository, whose changes are looked at in passing. */
  readonly watching: (remote: OkrRepository) => OkrRepository;
}

export interface CrowdDep {
  /** Absent: nobody else is expected. */
  readonly crowd?: Pick<Crowd, "perMinute">;
}

/** From so many check-ins a minute on, windows ask for less; below, 100 people look at once and all of them can be served everything. */
const CROWDED = 100;

export const isCrowded = ({ crowd }: CrowdDep): boolean => (crowd?.perMinute() ?? 0) >= CROWDED;

const MINUTE_MS = 60_000;

/** Parts of the organisation in a cycle; the partition without roots holds the few units above them. */
const partsOf = (partitions: readonly Partition[], cycleKey: CycleKey): readonly PartitionKey[] => {
  const ofCycle = partitions.filter((partition) => partition.cycleKey === cycleKey);
  const rooted = ofCycle.filter(({ roots }) => roots.length > 0);
  return (rooted.length > 0 ? rooted : ofCycle).map(({ key }) => key);
};

export const createCrowd = ({ clock }: ClockDep): Crowd => {
  let partitions: readonly Partition[] = [];
  /** When the check-ins were made that came from each partition lately, by the clocks of their authors. */
  const seen = new Map<PartitionKey, readonly number[]>();

  const isLate = (atMs: number): boolean => Math.abs(clock.now() - atMs) < MINUTE_MS;

  const note = ({ checkIns, revisions, next }: OkrChanges): void => {
    const came = new Map<PartitionKey, number[]>([...next.keys()].map((key) => [key, []]));
    for (const { id, at } of checkIns) {
      const revision = revisions.get(id);
      const place = revision === undefined ? undefined : placeOfRow(rowOf(revision));
      if (place && isLate(epochMsOf(at))) came.get(place.partition)?.push(epochMsOf(at));
    }
    for (const [key, moments] of came) seen.set(key, [...(seen.get(key) ?? []), ...moments].filter(isLate));
  };

  const remember = (frame: Frame): void => {
    ({ partitions } = frame);
  };

  const countOf = (key: PartitionKey): number => seen.get(key)?.filter(isLate).length ?? 0;

  return {
    perMinute: () => {
      const known = new Set<PartitionKey>();
      let sum = 0;
      for (const cycleKey of new Set(partitions.map((partition) => partition.cycleKey))) {
        const parts = partsOf(partitions, cycleKey);
        const asked = parts.filter((key) => seen.has(key));
        for (const key of parts) known.add(key);
        if (asked.length > 0)
          sum += (asked.reduce((count, key) => count + countOf(key), 0) * parts.length) / asked.length;
      }
      const others = [...seen.keys()].filter((key) => !known.has(key));
      return others.reduce((count, key) => count + countOf(key), sum);
    },
    watching: (remote) => ({
      ...remote,
      knowFrame: (frame) => {
        remember(frame);
        remote.knowFrame(frame);
      },
      readFrame: async () => {
        const frame = await remote.readFrame();
        if (frame.ok) remember(frame.value);
        return frame;
      },
      readChanges: async (since, question) => {
        const changes = await remote.readChanges(since, question);
        if (changes.ok) note(changes.value);
        return changes;
      },
    }),
  };
};
