/** The streams of changes of partitions: where they stand, and what they bring. */
import type { PartitionKey, RowRef } from "#shared/domain/okr/ids.ts";
import { SHELVES, type Shelf } from "#shared/domain/partition/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ChangeCursor, ResyncNeeded } from "#shared/ports/okrRepository.ts";
import { at, parseJson, textAt } from "../json.ts";
import type { SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { readPages, type Pages } from "../request/pages.ts";
import type { ReadRows } from "./gathering.ts";
import { PAGE, type Items, type Stored } from "./items.ts";
import type { PartitionTables } from "./tables.ts";

/** Requests that starting the streams of a partition takes, and those that following them takes. */
export const REQUESTS_A_PARTITION = SHELVES.length;

/** Where each stream of a partition stands: the path of its deltaLink. */
type Place = Readonly<Record<Shelf, string>>;

const cursorOf = (place: Place): ChangeCursor => JSON.stringify(place) as ChangeCursor;

const placeOf = (cursor: ChangeCursor): Place | undefined => {
  const place = parseJson(cursor);
  const [objectives, keyResults, drafts, checkIns] = SHELVES.map((shelf) => textAt(place, shelf));
  if (objectives === undefined || keyResults === undefined || drafts === undefined) return undefined;
  return checkIns === undefined ? undefined : { objectives, keyResults, drafts, checkIns };
};

/** Begins the streams of a partition at this moment. All requests are sent in this turn, in `sequence` where one is given. */
export const startStreams = async (
  send: SendToGraph,
  tables: PartitionTables,
  sequence?: symbol,
): Promise<Result<ChangeCursor, AccessError>> => {
  const latest = async (items: Items<object>): Promise<Result<string, AccessError>> => {
    const path = `/items/delta?token=latest&$top=${PAGE}&$expand=${items.expand}`;
    const pages = await readPages(send, items.call("GET", path, sequence === undefined ? {} : { sequence }));
    if (!pages.ok) return err(accessErrorOf(pages.error, items.listName));
    const { deltaPath } = pages.value;
    return deltaPath === undefined ? err({ type: "Unexpected", code: "deltaWithoutLink" }) : ok(deltaPath);
  };
  const [objectives, keyResults, drafts, checkIns] = await Promise.all([
    latest(tables.objectives),
    latest(tables.keyResults),
    latest(tables.drafts),
    latest(tables.checkIns),
  ]);
  if (!objectives.ok) return objectives;
  if (!keyResults.ok) return keyResults;
  if (!drafts.ok) return drafts;
  if (!checkIns.ok) return checkIns;
  return ok(
    cursorOf({
      objectives: objectives.value,
      keyResults: keyResults.value,
      drafts: drafts.value,
      checkIns: checkIns.value,
    }),
  );
};

interface StreamChanges<T> {
  readonly rows: readonly Stored<T>[];
  readonly removed: readonly RowRef[];
  readonly deltaPath: string;
}

/** The latest state of every row that changed; a row may repeat, its last occurrence wins. */
const foldPages = <T>(items: Items<T>, pages: Pages): StreamChanges<T> | undefined => {
  const last = new Map<string, unknown>();
  for (const element of pages.elements) {
    const itemId = textAt(element, "id");
    // After deletions Graph has put an error among the rows (msgraph-sdk-typescript #544): what it hides is unknown.
    if (itemId === undefined) return undefined;
    last.delete(itemId);
    last.set(itemId, element);
  }
  const rows: Stored<T>[] = [];
  const removed: RowRef[] = [];
  for (const [itemId, element] of last) {
    const isRemoved = at(element, "deleted") !== undefined;
    const row = isRemoved ? undefined : items.decode(element);
    if (row) rows.push(row);
    else if (isRemoved) removed.push(items.rowOf(itemId));
  }
  return pages.deltaPath === undefined ? undefined : { rows, removed, deltaPath: pages.deltaPath };
};

export interface PartitionChanges extends ReadRows {
  readonly removed: readonly RowRef[];
  readonly next: ChangeCursor;
}

/** What happened in one partition since a cursor, in all its lists or in some. */
export const followStreams = async (
  send: SendToGraph,
  tables: PartitionTables,
  since: ChangeCursor,
  shelves: readonly Shelf[] = SHELVES,
): Promise<Result<PartitionChanges, AccessError | ResyncNeeded>> => {
  const resync: ResyncNeeded = { type: "ResyncNeeded", partitions: [tables.key] satisfies readonly PartitionKey[] };
  const place = placeOf(since);
  if (!place) return err(resync);
  const follow = async <T>(
    items: Items<T>,
    shelf: Shelf,
  ): Promise<Result<StreamChanges<T>, AccessError | ResyncNeeded>> => {
    if (!shelves.includes(shelf)) return ok({ rows: [], removed: [], deltaPath: place[shelf] });
    const pages = await readPages(send, { ...items.call("GET", ""), path: place[shelf] });
    if (!pages.ok) {
      const gone = pages.error.type === "Refused" && pages.error.status === 410;
      return err(gone ? resync : accessErrorOf(pages.error, items.listName));
    }
    const changes = foldPages(items, pages.value);
    return changes ? ok(changes) : err(resync);
  };
  const [objectives, keyResults, drafts, checkIns] = await Promise.all([
    follow(tables.objectives, "objectives"),
    follow(tables.keyResults, "keyResults"),
    follow(tables.drafts, "drafts"),
    follow(tables.checkIns, "checkIns"),
  ]);
  if (!objectives.ok) return objectives;
  if (!keyResults.ok) return keyResults;
  if (!drafts.ok) return drafts;
  if (!checkIns.ok) return checkIns;
  const streams = [objectives.value, keyResults.value, drafts.value, checkIns.value];
  return ok({
    objectives: objectives.value.rows,
    keyResults: keyResults.value.rows,
    drafts: drafts.value.rows,
    checkIns: checkIns.value.rows,
    removed: streams.flatMap(({ removed }) => removed),
    next: cursorOf({
      objectives: objectives.value.deltaPath,
      keyResults: keyResults.value.deltaPath,
      drafts: drafts.value.deltaPath,
      checkIns: checkIns.value.deltaPath,
    }),
  });
};
