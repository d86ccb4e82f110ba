import { dayOf, type Instant } from "#shared/domain/day.ts";
import type { CycleKey, PartitionKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { recordMark, rollUpKey, rollUpUnits, type UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import { noTally } from "#shared/domain/okr/view.ts";
import { findPartitions, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ChangeCursor, Cursors, OkrChanges, OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { LeaseTaken } from "#shared/ports/leases.ts";
import type { KeptRollUps, RollUpsDep } from "#shared/ports/rollUps.ts";
import type { KeptStarts, StreamStart, StreamStartsDep } from "#shared/ports/streamStarts.ts";

export type CountingDeps = OkrRepositoryDep & RollUpsDep & StreamStartsDep;

/** Whether the work is still ours; asked between its steps, so that whoever stops in the middle of it is soon followed by another. */
export type GoOn = () => Promise<Result<void, AccessError | LeaseTaken>>;

/** What of a partition has to be counted again. */
interface Task {
  readonly key: PartitionKey;
  readonly cycleKeys: readonly CycleKey[];
  readonly units: readonly UnitKey[];
}

interface Scene {
  readonly frame: Frame;
  readonly finder: PartitionFinder;
  readonly shares: ReturnType<PartitionFinder["ofScope"]>;
  readonly kept: KeptStarts;
  readonly known: KeptRollUps;
  readonly asOf: Instant;
}

export const openCycles = ({ cycles }: Frame): readonly CycleKey[] =>
  cycles.filter(({ closed }) => !closed).map(({ key }) => key);

/** Streams that go on from where counting stood earlier this day; all others are counted anew. */
const followable = ({ kept, shares, known, asOf }: Scene): Cursors => {
  const cursors = new Map<PartitionKey, ChangeCursor>();
  for (const [key, { cycleKeys }] of shares) {
    const start = kept.starts.get(key);
    const isCounted = cycleKeys.every((cycle) => known.asOf.has(cycle));
    if (start && isCounted && dayOf(start.asOf) === dayOf(asOf)) cursors.set(key, start.cursor);
  }
  return cursors;
};

const without = (cursors: Cursors, keys: ReadonlySet<PartitionKey>): Cursors =>
  new Map([...cursors].filter(([key]) => !keys.has(key)));

type Followed = Pick<OkrChanges, "objectives" | "keyResults" | "checkIns" | "removed" | "next">;

const NO_CHANGES: Followed = { objectives: [], keyResults: [], checkIns: [], removed: [], next: new Map() };

const follow = async (deps: CountingDeps, cursors: Cursors): Promise<Result<Followed, AccessError>> => {
  if (cursors.size === 0) return ok(NO_CHANGES);
  const changes = await deps.okrRepository.readChanges(cursors);
  if (changes.ok) return changes;
  const { error } = changes;
  return error.type === "ResyncNeeded" ? follow(deps, without(cursors, new Set(error.partitions))) : err(error);
};

const unitsOf = ({ frame, finder }: Scene, key: PartitionKey, cycleKeys: readonly CycleKey[]): readonly UnitKey[] =>
  frame.units.map((unit) => unit.key).filter((unit) => cycleKeys.some((cycle) => finder.of(cycle, unit) === key));

type Place = Pick<UnitRollUp, "unitKey" | "cycleKey">;

/** Where changed records lie, and where they were counted before they moved. */
const touchedPlaces = ({ known }: Scene, changes: Followed): readonly Place[] => {
  const records = [...changes.objectives, ...changes.keyResults];
  // A check-in that was on its way while its key result moved lies where that is not any more.
  const ids = [...records.map(({ id }) => id), ...changes.checkIns.map(({ keyResultId }) => keyResultId)];
  const marks = new Set(ids.map(recordMark));
  const left = known.rollUps.filter((rollUp) => rollUp.records?.some((mark) => marks.has(mark)) === true);
  return [...records, ...changes.checkIns, ...left];
};

/** A row that was removed does not say whose it was. */
const tasksOf = (scene: Scene, changes: Followed): readonly Task[] => {
  const lost = new Set(changes.removed.map((row) => placeOfRow(row)?.partition));
  const touched = new Map<PartitionKey, Set<UnitKey>>();
  for (const { unitKey, cycleKey } of touchedPlaces(scene, changes)) {
    const key = scene.finder.of(cycleKey, unitKey);
    touched.set(key, (touched.get(key) ?? new Set<UnitKey>()).add(unitKey));
  }
  return [...scene.shares].flatMap(([key, { cycleKeys }]): readonly Task[] => {
    const isFollowed = changes.next.has(key) && !lost.has(key);
    const units = isFollowed ? [...(touched.get(key) ?? [])] : unitsOf(scene, key, cycleKeys);
    return units.length > 0 || !isFollowed ? [{ key, cycleKeys, units }] : [];
  });
};

interface Counted {
  readonly rollUps: readonly UnitRollUp[];
  /** Of the partition, when its stream had to be begun anew. */
  readonly cursors: Cursors;
}

const countTask = async (
  { okrRepository }: CountingDeps,
  { frame, known, asOf }: Scene,
  { key, cycleKeys, units }: Task,
  followed: Cursors,
): Promise<Result<Counted, AccessError>> => {
  const opened = await okrRepository.openOkrs({ cycleKeys, units }, followed);
  if (!opened.ok) return opened;
  const counted = rollUpUnits(opened.value.set, frame, dayOf(asOf));
  const found = new Set(counted.map(rollUpKey));
  const [wanted, cycles] = [new Set(units), new Set(cycleKeys)];
  const emptied = known.rollUps
    .filter((one) => wanted.has(one.unitKey) && cycles.has(one.cycleKey) && !found.has(rollUpKey(one)))
    .map(({ unitKey, cycleKey }): UnitRollUp => ({ unitKey, cycleKey, tally: noTally }));
  const cursor = opened.value.cursors.get(key);
  return ok({
    rollUps: [...counted, ...emptied],
    cursors: cursor === undefined ? new Map() : new Map([[key, cursor]]),
  });
};

const lookAround = async (deps: CountingDeps, asOf: Instant): Promise<Result<Scene, AccessError>> => {
  const frame = await deps.okrRepository.readFrame();
  if (!frame.ok) return frame;
  const cycleKeys = openCycles(frame.value);
  const [kept, known] = await Promise.all([deps.streamStarts.read(), deps.rollUps.read(cycleKeys, "records")]);
  if (!kept.ok) return kept;
  if (!known.ok) return known;
  const finder = findPartitions(frame.value);
  const shares = finder.ofScope(cycleKeys, "all");
  return ok({ frame: frame.value, finder, shares, kept: kept.value, known: known.value, asOf });
};

/**
 * Counts how the units stand in all open cycles, going on from where counting stood, and keeps what changed.
 * @param asOf now, by the clock of the service
 * @returns the frame it was counted by
 */
export const countRollUps = async (
  deps: CountingDeps,
  asOf: Instant,
  goOn: GoOn,
): Promise<Result<Frame, AccessError | LeaseTaken>> => {
  const looked = await lookAround(deps, asOf);
  if (!looked.ok) return looked;
  const scene = looked.value;
  const changes = await follow(deps, followable(scene));
  if (!changes.ok) return changes;
  const rollUps: UnitRollUp[] = [];
  const cursors = new Map(changes.value.next);
  // One after the other, so that no client ever holds more than one partition.
  for (const task of tasksOf(scene, changes.value)) {
    const counted = await countTask(deps, scene, task, cursors);
    if (!counted.ok) return counted;
    rollUps.push(...counted.value.rollUps);
    for (const [key, cursor] of counted.value.cursors) cursors.set(key, cursor);
    const ours = await goOn();
    if (!ours.ok) return ours;
  }
  const moments = new Map(openCycles(scene.frame).map((key) => [key, asOf] as const));
  const written = await deps.rollUps.write(rollUps, moments, scene.known);
  if (!written.ok) return written;
  const starts = new Map([...cursors].map(([key, cursor]): [PartitionKey, StreamStart] => [key, { cursor, asOf }]));
  const placed = await deps.streamStarts.write(starts, scene.kept);
  return placed.ok ? ok(scene.frame) : placed;
};
