/** Reads scopes from whatever partitions hold them. */
import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { PartitionFinder } from "#shared/domain/partition/partition.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type {
  ChangeCursor,
  Cursors,
  OkrChanges,
  OkrScope,
  OpenedOkrs,
  ResyncNeeded,
} from "#shared/ports/okrRepository.ts";
import { BATCH_SIZE } from "../request/batch.ts";
import type { SendToGraph } from "../request/call.ts";
import { gather, type ReadRows } from "./gathering.ts";
import { readShare, requestsOf, type Share } from "./readRows.ts";
import { followStreams, REQUESTS_A_PARTITION, startStreams } from "./streams.ts";
import type { Tables } from "./tables.ts";

export interface ReadingDeps {
  readonly send: SendToGraph;
  readonly tables: Tables;
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
): Promise<Result<OkrSet, AccessError>> => {
  const reads = await Promise.all([...shares].map(([key, share]) => readShare(tables.of(key), share, sequence)));
  const parts: ReadRows[] = [];
  for (const read of reads) {
    if (!read.ok) return read;
    parts.push(read.value);
  }
  return ok(gather(joinRows(parts)));
};

const sharesOf = (finder: PartitionFinder, { cycleKeys, units }: OkrScope): Shares => finder.ofScope(cycleKeys, units);

export const readOkrs = (
  deps: ReadingDeps,
  finder: PartitionFinder,
  scope: OkrScope,
): Promise<Result<OkrSet, AccessError>> => readShares(deps, sharesOf(finder, scope));

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

/**
 * Streams are begun before the rows are read, so that a change in between is told twice rather than never. Where all requests fit
 * into one batch they travel in it as a sequence; otherwise the beginnings go ahead in batches of their own. [AG30]
 */
export const openOkrs = async (
  deps: ReadingDeps,
  finder: PartitionFinder,
  scope: OkrScope,
  known: Cursors,
): Promise<Result<OpenedOkrs, AccessError>> => {
  const shares = sharesOf(finder, scope);
  const fresh = [...shares.keys()].filter((key) => !known.has(key));
  const readings = [...shares.values()].reduce((sum, share) => sum + requestsOf(share), 0);
  const together = fresh.length > 0 && fresh.length * REQUESTS_A_PARTITION + readings <= BATCH_SIZE;
  const sequence = together ? Symbol("open") : undefined;
  const starting = startAll(deps, fresh, sequence);
  const begun = together ? undefined : await starting;
  if (begun && !begun.ok) return begun;
  const [cursors, set] = await Promise.all([starting, readShares(deps, shares, sequence)]);
  if (!cursors.ok) return cursors;
  if (!set.ok) return set;
  const all = new Map<PartitionKey, ChangeCursor>();
  for (const key of shares.keys()) {
    const cursor = known.get(key) ?? cursors.value.get(key);
    if (cursor !== undefined) all.set(key, cursor);
  }
  return ok({ set: set.value, cursors: all });
};

/** All partitions at once; those whose stream broke are named together. */
export const readChanges = async (
  { send, tables }: ReadingDeps,
  since: Cursors,
): Promise<Result<OkrChanges, AccessError | ResyncNeeded>> => {
  const entries = [...since];
  const answers = await Promise.all(entries.map(([key, cursor]) => followStreams(send, tables.of(key), cursor)));
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
  return ok({ ...gather(joinRows(parts)), removed: parts.flatMap(({ removed }) => removed), next });
};
