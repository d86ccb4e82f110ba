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
/** Milliseconds; a shorter look says nothing about a minute. */
const SHORTEST_SIGHT_MS = 10_000;
/** Longer than the longest pause between two looks. */
const FORGOTTEN_MS = 6 * MINUTE_MS;

/** Parts of the organisation in a cycle; the partition without roots holds the few units above them. */
const partsOf = (partitions: readonly Partition[], cycleKey: CycleKey): readonly PartitionKey[] => {
  const ofCycle = partitions.filter((partition) => partition.cycleKey === cycleKey);
  const rooted = ofCycle.filter(({ roots }) => roots.length > 0);
  return (rooted.length > 0 ? rooted : ofCycle).map(({ key }) => key);
};

/** What was seen of a partition. */
interface Sight {
  /** When it was looked at last. */
  readonly at: number;
  /** When the check-ins were made that came by in the minute before, by the clocks of their authors. */
  readonly made: readonly number[];
  /** Check-ins a minute at that moment. */
  readonly rate: number;
}

export const createCrowd = ({ clock }: ClockDep): Crowd => {
  let partitions: readonly Partition[] = [];
  const sights = new Map<PartitionKey, Sight>();
  /** Since when each stream is followed, where that began here. */
  const begun = new Map<PartitionKey, number>();

  const isLate = (atMs: number): boolean => Math.abs(clock.now() - atMs) < MINUTE_MS;

  /** A stream that was begun a moment ago tells of that moment only. */
  const rateOf = (key: PartitionKey, made: readonly number[]): number => {
    const followedMs = clock.now() - (begun.get(key) ?? Number.NEGATIVE_INFINITY);
    return (made.length * MINUTE_MS) / Math.min(MINUTE_MS, Math.max(followedMs, SHORTEST_SIGHT_MS));
  };

  const note = ({ checkIns, revisions }: OkrChanges, asked: Iterable<PartitionKey>): void => {
    const came = new Map<PartitionKey, number[]>([...asked].map((key) => [key, []]));
    for (const { id, at } of checkIns) {
      const revision = revisions.get(id);
      const place = revision === undefined ? undefined : placeOfRow(rowOf(revision));
      if (place) came.get(place.partition)?.push(epochMsOf(at));
    }
    for (const [key, moments] of came) {
      const made = [...(sights.get(key)?.made ?? []), ...moments].filter(isLate);
      sights.set(key, { at: clock.now(), made, rate: rateOf(key, made) });
    }
  };

  const remember = (frame: Frame): void => {
    ({ partitions } = frame);
  };

  /** Until it is looked at again nothing else is known. */
  const current = (key: PartitionKey): Sight | undefined => {
    const sight = sights.get(key);
    return sight && clock.now() - sight.at < FORGOTTEN_MS ? sight : undefined;
  };
  const sumOf = (some: readonly Sight[]): number => some.reduce((sum, { rate }) => sum + rate, 0);
  const seenOf = (keys: Iterable<PartitionKey>): readonly Sight[] => [...keys].flatMap((key) => current(key) ?? []);

  return {
    perMinute: () => {
      const others = new Set(sights.keys());
      let sum = 0;
      for (const cycleKey of new Set(partitions.map((partition) => partition.cycleKey))) {
        const parts = partsOf(partitions, cycleKey);
        const seen = seenOf(parts);
        for (const key of parts) others.delete(key);
        if (seen.length > 0) sum += (sumOf(seen) * parts.length) / seen.length;
      }
      return sum + sumOf(seenOf(others));
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
        const asked = [...since.keys()].filter((key) => !question || question.get(key)?.includes("checkIns"));
        if (changes.ok) note(changes.value, asked);
        return changes;
      },
      openOkrs: async (scope, known) => {
        const openedAt = clock.now();
        const opened = await remote.openOkrs(scope, known);
        if (opened.ok) for (const key of opened.value.cursors.keys()) if (!known?.has(key)) begun.set(key, openedAt);
        return opened;
      },
    }),
  };
};
