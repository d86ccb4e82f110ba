/** Reads scopes from whatever partitions hold them. */
import type { PartitionKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { HOME_PARTITION, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import { SHELVES } from "#shared/domain/partition/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type {
  ChangeCursor,
  Cursors,
  OkrChanges,
  OkrScope,
  OpenedOkrs,
  Question,
  ResyncNeeded,
} from "#shared/ports/okrRepository.ts";
import type { Snapshots } from "#shared/ports/snapshots.ts";
import { BATCH_SIZE } from "../request/batch.ts";
import type { SendToGraph } from "../request/call.ts";
import { withFormerCheckIns } from "./formerCheckIns.ts";
import { gather, type ReadRows } from "./gathering.ts";
import { readShare, requestsOf, type Share } from "./readRows.ts";
import { followStreams, REQUESTS_A_PARTITION, startStreams } from "./streams.ts";
import type { Tables } from "./tables.ts";
import { bringUpToDate, type BroughtUpToDate } from "./whole.ts";

export interface ReadingDeps {
  readonly send: SendToGraph;
  readonly tables: Tables;
  readonly snapshots?: Snapshots | undefined;
  /** Streams that somebody began lately and keeps for all. */
  readonly starts?: () => Cursors;
}

type Shares = ReadonlyMap<PartitionKey, Share>;

const joinRows = (parts: readonly ReadRows[]): ReadRows => ({
  objectives: parts.flatMap((part) => part.objectives),
  keyResults: parts.flatMap((part) => part.keyResults),
  drafts: parts.flatMap((part) => part.drafts),
  checkIns: parts.flatMap((part) => part.checkIns),
});

const readShares = async (
  { tables }: ReadingDeps,
  shares: Shares,
  sequence?: symbol,
): Promise<Result<ReadRows, AccessError>> => {
  const reads = await Promise.all([...shares].map(([key, share]) => readShare(tables.of(key), share, sequence)));
  const parts: ReadRows[] = [];
  for (const read of reads) {
    if (!read.ok) return read;
    parts.push(read.value);
  }
  return ok(joinRows(parts));
};

const sharesOf = (finder: PartitionFinder, { cycleKeys, units }: OkrScope): Shares => finder.ofScope(cycleKeys, units);

export const readOkrs = async (
  deps: ReadingDeps,
  finder: PartitionFinder,
  scope: OkrScope,
  detail?: "standing",
): Promise<Result<OkrSet, AccessError>> => {
  const shares = sharesOf(finder, scope);
  const brought = await fromSnapshot(deps, scope, shares, detail);
  if (!brought.ok) return brought;
  const read = await readShares(deps, without(shares, brought.value.cursors));
  if (!read.ok) return read;
  const whole = await complete(deps, finder, joinRows([brought.value.rows, read.value]), shares);
  return whole.ok ? ok(gather(whole.value)) : whole;
};

/** With the check-ins that lie outside the shares; it costs an exchange where a key result has moved, else nothing. */
const complete = (
  { tables }: ReadingDeps,
  finder: PartitionFinder,
  rows: ReadRows,
  shares: Shares,
): Promise<Result<ReadRows, AccessError>> =>
  withFormerCheckIns({ tables, finder: () => Promise.resolve(ok(finder)) }, rows, ({ cycleKey, unitKey }) => {
    const share = shares.get(finder.of(cycleKey, unitKey));
    return share !== undefined && share.cycleKeys.includes(cycleKey) && isAmong(share.units, unitKey);
  });

const isAmong = (units: Share["units"], unit: UnitKey): boolean => units === "all" || units.includes(unit);

const without = (shares: Shares, done: ReadonlyMap<PartitionKey, unknown>): Shares =>
  new Map([...shares].filter(([key]) => !done.has(key)));

const NOTHING: BroughtUpToDate = { rows: joinRows([]), cursors: new Map() };

/** What a whole company needs not read row by row. The home lists alone are read faster than a file is fetched. */
const fromSnapshot = async (
  deps: ReadingDeps,
  { units }: OkrScope,
  shares: Shares,
  detail?: "standing",
): Promise<Result<BroughtUpToDate, AccessError>> => {
  const isLarge = units === "all" && [...shares.keys()].some((key) => key !== HOME_PARTITION);
  const snapshot = isLarge ? await deps.snapshots?.read(detail) : undefined;
  // Without one that can be read everything is read from the lists, which will say what is wrong.
  return snapshot?.ok && snapshot.value ? bringUpToDate(deps, snapshot.value, shares, detail) : ok(NOTHING);
};

const startAll = async (
  { send, tables }: ReadingDeps,
  partitions: readonly PartitionKey[],
  sequence?: symbol,
): Promise<Result<Cursors, AccessError>> => {
  const started = await Promise.all(partitions.map((key) => startStreams(send, tables.of(key), sequence)));
  const cursors = new Map<PartitionKey, ChangeCursor>();
  for (const [index, key] of partitions.entries()) {
    const cursor = started[index];
    if (cursor && !cursor.ok) return cursor;
    if (cursor) cursors.set(key, cursor.value);
  }
  return ok(cursors);
};

interface OpenedRows {
  readonly rows: ReadRows;
  readonly cursors: Cursors;
}

/**
 * Streams are begun before the rows are read, so that a change in between is told twice rather than never. Where all requests fit
 * into one batch they travel in it as a sequence; otherwise the beginnings go ahead in batches of their own. [AG30]
 */
const openShares = async (
  deps: ReadingDeps,
  shares: Shares,
  begun: Cursors,
): Promise<Result<OpenedRows, AccessError>> => {
  const fresh = [...shares.keys()].filter((key) => !begun.has(key));
  const readings = [...shares.values()].reduce((sum, share) => sum + requestsOf(share), 0);
  const together = fresh.length > 0 && fresh.length * REQUESTS_A_PARTITION + readings <= BATCH_SIZE;
  const sequence = together ? Symbol("open") : undefined;
  const starting = startAll(deps, fresh, sequence);
  const ahead = together ? undefined : await starting;
  if (ahead && !ahead.ok) return ahead;
  const [cursors, rows] = await Promise.all([starting, readShares(deps, shares, sequence)]);
  if (!cursors.ok) return cursors;
  return rows.ok ? ok({ rows: rows.value, cursors: cursors.value }) : rows;
};

export const openOkrs = async (
  deps: ReadingDeps,
  finder: PartitionFinder,
  scope: OkrScope,
  known: Cursors,
): Promise<Result<OpenedOkrs, AccessError>> => {
  const shares = sharesOf(finder, scope);
  const brought = await fromSnapshot(deps, scope, shares);
  if (!brought.ok) return brought;
  const begun = new Map([...(deps.starts?.() ?? []), ...known]);
  const opened = await openShares(deps, without(shares, brought.value.cursors), begun);
  if (!opened.ok) return opened;
  const cursors = new Map<PartitionKey, ChangeCursor>();
  for (const key of shares.keys()) {
    const cursor = known.get(key) ?? brought.value.cursors.get(key) ?? begun.get(key) ?? opened.value.cursors.get(key);
    if (cursor !== undefined) cursors.set(key, cursor);
  }
  const whole = await complete(deps, finder, joinRows([brought.value.rows, opened.value.rows]), shares);
  return whole.ok ? ok({ set: gather(whole.value), cursors }) : whole;
};

/** All partitions at once; those whose stream broke are named together. */
export const readChanges = async (
  { send, tables }: ReadingDeps,
  finder: () => Promise<Result<PartitionFinder, AccessError>>,
  since: Cursors,
  question?: Question,
): Promise<Result<OkrChanges, AccessError | ResyncNeeded>> => {
  const entries = [...since];
  const glance: SendToGraph = (call, signal) => send({ ...call, glance: true }, signal);
  const answers = await Promise.all(
    entries.map(([key, cursor]) =>
      followStreams(glance, tables.of(key), cursor, question ? (question.get(key) ?? []) : SHELVES),
    ),
  );
  const broken = answers.flatMap((answer) =>
    !answer.ok && answer.error.type === "ResyncNeeded" ? answer.error.partitions : [],
  );
  const next = new Map<PartitionKey, ChangeCursor>();
  const parts = [];
  for (const [index, [key]] of entries.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    if (answer.ok) {
      parts.push(answer.value);
      next.set(key, answer.value.next);
    } else if (answer.error.type !== "ResyncNeeded") return answer;
  }
  if (broken.length > 0) return err({ type: "ResyncNeeded", partitions: broken });
  // Whoever follows never had the check-ins of a key result that comes from elsewhere.
  const whole = await withFormerCheckIns({ tables, finder }, joinRows(parts), () => false);
  return whole.ok ? ok({ ...gather(whole.value), removed: parts.flatMap(({ removed }) => removed), next }) : whole;
};
