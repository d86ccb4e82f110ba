/** Brings parts of the copy up to date: which questions that needs, and what of the answers is kept. */
import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import { SHELVES, type Shelf } from "#shared/domain/partition/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type {
  CopiedPartition,
  CopiedRow,
  CopyMoment,
  CopyPart,
  CopyUpdate,
  PartitionState,
} from "#shared/ports/copyStore.ts";
import type {
  ChangeCursor,
  Cursors,
  OkrChanges,
  OkrRepository,
  OpenedOkrs,
  ResyncNeeded,
} from "#shared/ports/okrRepository.ts";
import { rowsOf } from "./copiedRows.ts";
import { isClosed, isCovered, missingOf, nothingCovered, sizeOf, widened } from "./coverage.ts";

/** More units times cycles than one person looks at; a partition that would cover more is begun anew with what is wanted now. */
const WIDEST = 200;

/** What has to be asked about one partition. */
export interface PartitionPlan {
  readonly key: PartitionKey;
  /** The version it was found with. */
  readonly found: number | undefined;
  /** What stays of it; absent when it is read in full, in place of whatever was here. */
  readonly stays: CopiedPartition | undefined;
  readonly missing: CopyPart | undefined;
  /** Where its stream goes on; absent when a new one has to be started. */
  readonly cursor: ChangeCursor | undefined;
  /** Of these lists. */
  readonly asks: readonly Shelf[];
}

/**
 * @param part absent: only what is covered already
 * @param wanted lists whose changes are wanted and that nobody else has just asked
 */
export const planPartition = (
  key: PartitionKey,
  part: CopyPart | undefined,
  state: CopiedPartition | undefined,
  frame: Frame,
  wanted: (state: CopiedPartition) => readonly Shelf[],
): PartitionPlan => {
  const plan = { key, found: state?.version, cursor: state?.cursor };
  const missing = part && missingOf(part, state?.covered ?? nothingCovered);
  const stays = state?.cursor !== undefined && !isTooWide(state, missing) ? state : undefined;
  if (!stays) return { ...plan, stays, missing: part, asks: [] };
  const isAtRest = stays.settled && isClosed(frame, key);
  return { ...plan, stays, missing, asks: isAtRest ? [] : wanted(stays) };
};

const isTooWide = ({ covered }: PartitionState, missing: CopyPart | undefined): boolean =>
  missing !== undefined && sizeOf(widened(covered, missing)) > WIDEST;

export const needsAnswers = ({ missing, asks }: PartitionPlan): boolean => asks.length > 0 || missing !== undefined;

/** What the server said to a plan. */
export interface Answers {
  readonly changes: OkrChanges | undefined;
  readonly reads: ReadonlyMap<PartitionKey, OpenedOkrs>;
}

type Trouble = AccessError | ResyncNeeded;

const cursorsOf = (plans: readonly PartitionPlan[]): Cursors =>
  new Map(plans.flatMap(({ key, cursor }) => (cursor === undefined ? [] : [[key, cursor] as const])));

/** Asks everything at once, so that it travels together. */
export const askRemote = async (
  remote: OkrRepository,
  plans: readonly PartitionPlan[],
): Promise<Result<Answers, Trouble>> => {
  const asking = plans.filter(({ asks }) => asks.length > 0);
  const asked = cursorsOf(asking);
  const [changes, ...reads] = await Promise.all([
    asked.size === 0 ? ok(undefined) : remote.readChanges(asked, new Map(asking.map(({ key, asks }) => [key, asks]))),
    ...plans.map(async (plan) => {
      const { key, missing } = plan;
      return missing ? { key, opened: await remote.openOkrs(missing, cursorsOf([plan])) } : undefined;
    }),
  ]);
  if (!changes.ok) return changes;
  const found = new Map<PartitionKey, OpenedOkrs>();
  for (const read of reads) {
    if (!read) continue;
    if (!read.opened.ok) return read.opened;
    found.set(read.key, read.opened.value);
  }
  return ok({ changes: changes.value, reads: found });
};

/** The state after the answers; undefined when the server knows no such partition. */
const stateAfter = (
  { key, stays, missing, cursor, asks }: PartitionPlan,
  { changes, reads }: Answers,
  asOf: number,
  frame: Frame,
): PartitionState | undefined => {
  const next = changes?.next.get(key) ?? reads.get(key)?.cursors.get(key) ?? cursor;
  if (next === undefined) return undefined;
  const before = stays?.covered ?? nothingCovered;
  const covered = missing ? widened(before, missing) : before;
  // What others asked a moment ago is as old as their question.
  if (stays && asks.length === 0) return { ...stays, cursor: next, covered };
  return { key, cursor: next, covered, ...toldOf(stays, asks, asOf, isClosed(frame, key)) };
};

/** A new reading tells everything, a question only of the lists that it names. */
const toldOf = (
  stays: CopiedPartition | undefined,
  asks: readonly Shelf[],
  asOf: number,
  closed: boolean,
): Pick<PartitionState, "asOf" | "settled"> => {
  if (!stays) return { asOf: momentsOf(SHELVES, asOf, undefined), settled: closed };
  const isAllTold = asks.length === SHELVES.length || stays.settled;
  return { asOf: momentsOf(asks, asOf, stays.asOf), settled: isAllTold && closed };
};

const momentsOf = (
  told: readonly Shelf[],
  asOf: number,
  before: PartitionState["asOf"] | undefined,
): PartitionState["asOf"] => {
  const of = (shelf: Shelf): number => (told.includes(shelf) ? asOf : (before?.[shelf] ?? asOf));
  return {
    objectives: of("objectives"),
    keyResults: of("keyResults"),
    drafts: of("drafts"),
    checkIns: of("checkIns"),
  };
};

interface Sorted {
  readonly put: readonly CopiedRow[];
  readonly putIfKnown: readonly CopiedRow[];
}

/** Of changes, those of units that are covered; of the others only what is here already, so that it can be seen leaving. */
const sortChanges = (changes: OkrSet, states: ReadonlyMap<PartitionKey, PartitionState>): Sorted => {
  const put: CopiedRow[] = [];
  const putIfKnown: CopiedRow[] = [];
  for (const row of rowsOf(changes)) {
    const { cycleKey, unitKey } = row.record;
    const covered = states.get(row.partition)?.covered ?? nothingCovered;
    (isCovered(covered, cycleKey, unitKey) ? put : putIfKnown).push(row);
  }
  return { put, putIfKnown };
};

/** The partitions of a frame that is out of date. */
interface UnknownPartition {
  readonly type: "UnknownPartition";
}

/**
 * What the copy becomes by the answers. Rows that were read come first and changes after them: the reading began no earlier than
 * where the changes begin, so a change is never older than the reading, or it comes again.
 */
export const updateOf = (
  plans: readonly PartitionPlan[],
  answers: Answers,
  asOf: number,
  frame: Frame,
): Result<CopyUpdate, UnknownPartition> => {
  const involved = plans.filter(needsAnswers);
  const states = new Map<PartitionKey, PartitionState>();
  for (const plan of involved) {
    const state = stateAfter(plan, answers, asOf, frame);
    if (!state) return err({ type: "UnknownPartition" });
    states.set(plan.key, state);
  }
  const changed = sortChanges(answers.changes ?? emptyOkrSet, states);
  const read = [...answers.reads.values()].flatMap(({ set }) => rowsOf(set));
  return ok({
    expected: new Map(involved.map(({ key, found }) => [key, found])),
    partitions: [...states.values()],
    restarted: involved.filter(({ stays }) => !stays).map(({ key }) => key),
    replaced: involved.flatMap(({ stays, missing }) => (stays && missing ? [missing] : [])),
    // Of two rows with one address the later is kept.
    put: [...read, ...changed.put],
    putIfKnown: changed.putIfKnown,
    removed: answers.changes?.removed ?? [],
  });
};

/** These streams broke: what is covered is still shown, but has to be read anew. */
export const brokenUpdate = (moment: CopyMoment, broken: readonly PartitionKey[]): CopyUpdate => {
  const states = broken.flatMap((key) => moment.partitions.get(key) ?? []);
  return {
    expected: new Map(states.map(({ key, version }) => [key, version])),
    partitions: states.map(({ key, asOf, covered }) => ({ key, asOf, covered, settled: false })),
    restarted: [],
    replaced: [],
    put: [],
    putIfKnown: [],
    removed: [],
  };
};
