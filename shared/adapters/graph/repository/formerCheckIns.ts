/** Check-ins of key results that were elsewhere when they were written, read where they lie. [AG37] */
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { rowOf, type KeyResultId, type PartitionKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Place } from "#shared/domain/okr/keyResult.ts";
import type { PartitionFinder } from "#shared/domain/partition/partition.ts";
import { besideKeyResult, type KeyResultFinder } from "#shared/domain/partition/checkIns.ts";
import { placeOfRow } from "#shared/domain/partition/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { accessErrorOf } from "../request/failure.ts";
import { equalsAny } from "./filters.ts";
import type { ReadRows } from "./gathering.ts";
import type { Items, Stored } from "./items.ts";
import type { Tables } from "./tables.ts";

/** A key result has some 13 check-ins in a quarter; a filter may select fewer than 5,000 rows. */
const KEY_RESULTS_A_QUERY = 20;

type Rows = Awaited<ReturnType<Items<CheckIn>["read"]>>;

const joined = (parts: readonly Rows[]): Rows => {
  const rows: Stored<CheckIn>[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    rows.push(...part.value);
  }
  return ok(rows);
};

const readOf = async (items: Items<CheckIn>, ids: readonly KeyResultId[]): Promise<Rows> => {
  const rows = await items.read(equalsAny("KrId", ids));
  if (rows.ok || rows.error.type !== "TooWide") return rows;
  if (ids.length === 1) return items.read(undefined);
  const half = Math.ceil(ids.length / 2);
  return joined([await readOf(items, ids.slice(0, half)), await readOf(items, ids.slice(half))]);
};

const readAll = async (
  items: Items<CheckIn>,
  ids: readonly KeyResultId[],
): Promise<Result<readonly Stored<CheckIn>[], AccessError>> => {
  const groups = Array.from({ length: Math.ceil(ids.length / KEY_RESULTS_A_QUERY) }, (_, at) =>
    ids.slice(at * KEY_RESULTS_A_QUERY, (at + 1) * KEY_RESULTS_A_QUERY),
  );
  const rows = joined(await Promise.all(groups.map((group) => readOf(items, group))));
  return rows.ok ? rows : err(accessErrorOf(rows.error, items.listName));
};

/** The key results among rows, each with the places where check-ins of it may lie. */
const moved = ({ keyResults, drafts }: ReadRows): readonly Stored<KeyResult>[] =>
  [
    ...keyResults,
    ...drafts.flatMap(({ record, ...row }) => (record.kind === "keyResult" ? [{ ...row, record: record.record }] : [])),
  ].filter(({ record }) => record.formerly !== undefined);

/** The partitions to look into, each with the key results of which check-ins may lie there. */
const whereabouts = (
  keyResults: readonly Stored<KeyResult>[],
  finder: PartitionFinder,
  isRead: (place: Place) => boolean,
): ReadonlyMap<PartitionKey, ReadonlySet<KeyResultId>> => {
  const wanted = new Map<PartitionKey, Set<KeyResultId>>();
  for (const { record, revision } of keyResults) {
    const here = placeOfRow(rowOf(revision))?.partition;
    for (const place of [...(record.formerly ?? []), record].filter((one) => !isRead(one))) {
      const key = place === record && here !== undefined ? here : finder.of(place.cycleKey, place.unitKey);
      wanted.set(key, (wanted.get(key) ?? new Set<KeyResultId>()).add(record.id));
    }
  }
  return wanted;
};

/**
 * @param isRead whether all check-ins of a place are among the rows already
 * @returns the rows with the missing check-ins, each addressed beside its key result
 */
export const withFormerCheckIns = async (
  { tables, finder }: { readonly tables: Tables; readonly finder: () => Promise<Result<PartitionFinder, AccessError>> },
  rows: ReadRows,
  isRead: (place: Place) => boolean,
): Promise<Result<ReadRows, AccessError>> => {
  const keyResults = moved(rows);
  if (keyResults.length === 0) return ok(rows);
  const where = await finder();
  if (!where.ok) return where;
  const wanted = whereabouts(keyResults, where.value, isRead);
  const read = await Promise.all([...wanted].map(([key, ids]) => readAll(tables.of(key).checkIns, [...ids])));
  const byId = new Map(keyResults.map((row) => [row.record.id, row]));
  const find: KeyResultFinder = (id) => byId.get(id);
  const found: Stored<CheckIn>[] = [];
  for (const part of read) {
    if (!part.ok) return part;
    // SharePoint compares text without case, and a whole list holds others too.
    const theirs = part.value.filter(({ record }) => byId.has(record.keyResultId));
    found.push(...theirs.map((row) => ({ ...row, ...besideKeyResult(row, find) })));
  }
  return ok({ ...rows, checkIns: [...rows.checkIns, ...found] });
};
