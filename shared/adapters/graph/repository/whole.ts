/** Every unit of some cycles: from the snapshot and what changed since, so that a company of any size opens with a few calls. */
import { rowOf, type PartitionKey, type Revision, type RowRef } from "#shared/domain/okr/ids.ts";
import type { OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { originOf, placeOfRow } from "#shared/domain/partition/rows.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ChangeCursor, Cursors, ResyncNeeded } from "#shared/ports/okrRepository.ts";
import type { Snapshot } from "#shared/ports/snapshots.ts";
import type { Draft } from "../lists/drafts.ts";
import type { SendToGraph } from "../request/call.ts";
import type { ReadRows } from "./gathering.ts";
import type { Stored } from "./items.ts";
import type { Share } from "./readRows.ts";
import { followStreams, type PartitionChanges } from "./streams.ts";
import type { Tables } from "./tables.ts";

export interface BroughtUpToDate {
  readonly rows: ReadRows;
  /** Of the partitions whose rows these are; all others have to be read. */
  readonly cursors: Cursors;
}

type Shares = ReadonlyMap<PartitionKey, Share>;

interface RowSet {
  readonly objectives: Map<RowRef, ReadRows["objectives"][number]>;
  readonly keyResults: Map<RowRef, ReadRows["keyResults"][number]>;
  readonly drafts: Map<RowRef, ReadRows["drafts"][number]>;
  readonly checkIns: Map<RowRef, ReadRows["checkIns"][number]>;
}

const stored = <T>(record: T, revision: Revision): Stored<T> => ({ record, itemId: "", revision, modifiedBy: "" });

const rowsOfSnapshot = (set: OkrSet, wanted: (row: RowRef, cycleKey: string) => boolean): RowSet => {
  const rows: RowSet = { objectives: new Map(), keyResults: new Map(), drafts: new Map(), checkIns: new Map() };
  const add = <T extends { readonly id: RecordId; readonly cycleKey: string }>(
    records: readonly T[],
    published: Map<RowRef, Stored<T>>,
    draft?: (record: T) => Draft,
  ): void => {
    for (const record of records) {
      const revision = set.revisions.get(record.id);
      if (revision === undefined) continue;
      const row = rowOf(revision);
      if (!wanted(row, record.cycleKey)) continue;
      if (draft && placeOfRow(row)?.shelf === "drafts") rows.drafts.set(row, stored(draft(record), revision));
      else published.set(row, stored(record, revision));
    }
  };
  add(set.objectives, rows.objectives, (record) => ({ kind: "objective", record }));
  add(set.keyResults, rows.keyResults, (record) => ({ kind: "keyResult", record }));
  add(set.checkIns, rows.checkIns);
  return rows;
};

const applyChanges = (rows: RowSet, changes: PartitionChanges, isWanted: (cycleKey: string) => boolean): void => {
  for (const row of changes.removed) for (const shelf of Object.values(rows)) shelf.delete(row);
  const put = <T>(
    shelf: Map<RowRef, Stored<T>>,
    changed: readonly Stored<T>[],
    cycleOf: (record: T) => string,
  ): void => {
    for (const row of changed) {
      const ref = rowOf(row.revision);
      if (isWanted(cycleOf(row.record))) shelf.set(ref, row);
      else shelf.delete(ref);
    }
  };
  put(rows.objectives, changes.objectives, ({ cycleKey }) => cycleKey);
  put(rows.keyResults, changes.keyResults, ({ cycleKey }) => cycleKey);
  put(rows.drafts, changes.drafts, ({ record }) => record.cycleKey);
  put(rows.checkIns, changes.checkIns, ({ cycleKey }) => cycleKey);
};

type Followed = Result<PartitionChanges, AccessError | ResyncNeeded>;

const saysTheSame = (a: CheckIn, b: CheckIn): boolean =>
  a.keyResultId === b.keyResultId && a.at === b.at && a.value === b.value && a.confidence === b.confidence;

/**
 * Whether changes leave known how everything stands. Where one of the check-ins that say so was removed or changed, an older one
 * counts, which is not held.
 */
const createJudge = ({ checkIns, revisions }: OkrSet): ((changes: PartitionChanges) => boolean) => {
  const held = new Map<RowRef, CheckIn>();
  for (const checkIn of checkIns) {
    const revision = revisions.get(checkIn.id);
    if (revision !== undefined) held.set(originOf(rowOf(revision)), checkIn);
  }
  return ({ removed, checkIns: changed }) =>
    !removed.some((row) => held.has(row)) &&
    changed.every(({ record, revision }) => {
      const before = held.get(rowOf(revision));
      return !before || saysTheSame(before, record);
    });
};

/**
 * The rows of those partitions that the snapshot holds and whose stream can be followed from there. Fails only when the service
 * cannot be reached at all. [AG34]
 * @param detail `standing`: the snapshot holds of the check-ins only how everything stood
 */
export const bringUpToDate = async (
  { send, tables }: { readonly send: SendToGraph; readonly tables: Tables },
  { set, cursors, cycleKeys }: Snapshot,
  shares: Shares,
  detail?: "standing",
): Promise<Result<BroughtUpToDate, AccessError>> => {
  const isKnown = detail === "standing" ? createJudge(set) : () => true;
  const held = new Set<string>(cycleKeys);
  const covered = [...shares].flatMap(([key, share]) => {
    const cursor = cursors.get(key);
    return cursor !== undefined && share.cycleKeys.every((cycle) => held.has(cycle)) ? [{ key, share, cursor }] : [];
  });
  const followed = await Promise.all(
    covered.map(({ key, cursor }): Promise<Followed> => followStreams(send, tables.of(key), cursor)),
  );
  const next = new Map<PartitionKey, ChangeCursor>();
  const brought: { readonly share: Share; readonly changes: PartitionChanges }[] = [];
  for (const [index, { key, share }] of covered.entries()) {
    const changes = followed[index];
    if (!changes) continue;
    if (changes.ok && !isKnown(changes.value)) continue;
    if (changes.ok) {
      next.set(key, changes.value.next);
      brought.push({ share, changes: changes.value });
    } else if (changes.error.type !== "ResyncNeeded") return { ok: false, error: changes.error };
  }
  const rows = rowsOfSnapshot(set, (row, cycleKey) => {
    const key = placeOfRow(row)?.partition;
    const share = key !== undefined && next.has(key) ? shares.get(key) : undefined;
    return share?.cycleKeys.some((cycle) => cycle === cycleKey) ?? false;
  });
  for (const { share, changes } of brought) {
    const cycles = new Set<string>(share.cycleKeys);
    applyChanges(rows, changes, (cycle) => cycles.has(cycle));
  }
  return ok({
    rows: {
      objectives: [...rows.objectives.values()],
      keyResults: [...rows.keyResults.values()],
      drafts: [...rows.drafts.values()],
      checkIns: [...rows.checkIns.values()],
    },
    cursors: next,
  });
};
