import {
  checkInId,
  keyResultId,
  objectiveId,
  type CheckInId,
  type KeyResultId,
  type ObjectiveId,
  type Revision,
} from "#shared/domain/okr/ids.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ChangeCursor, OkrChanges, ResyncNeeded } from "#shared/ports/okrRepository.ts";
import { at, parseJson, textAt } from "../json.ts";
import type { SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { readPages, type Pages } from "../request/pages.ts";
import type { Items, Stored } from "./items.ts";
import type { Tables } from "./read.ts";

const STREAMS = ["objectives", "keyResults", "checkIns"] as const;
type Stream = (typeof STREAMS)[number];

/** Where each of the three streams stands, and in whose memory the removed rows can be recognised. */
interface Place {
  readonly paths: Readonly<Record<Stream, string>>;
  readonly reader: string;
}

const resync: ResyncNeeded = { type: "ResyncNeeded" };

const cursorOf = (place: Place): ChangeCursor => JSON.stringify(place) as ChangeCursor;

const placeOf = (cursor: ChangeCursor): Place | undefined => {
  const place = parseJson(cursor);
  const [objectives, keyResults, checkIns] = STREAMS.map((stream) => textAt(place, "paths", stream));
  const reader = textAt(place, "reader");
  if (objectives === undefined || keyResults === undefined || checkIns === undefined) return undefined;
  return reader === undefined ? undefined : { paths: { objectives, keyResults, checkIns }, reader };
};

export interface ChangesDeps {
  readonly send: SendToGraph;
  readonly tables: Tables;
  /** Names this reader: a cursor of another one may point at removed rows whose ids this one never learnt. */
  readonly reader: string;
}

export const startCursor = async ({
  send,
  tables,
  reader,
}: ChangesDeps): Promise<Result<ChangeCursor, AccessError>> => {
  const latest = async (items: Items<object>): Promise<Result<string, AccessError>> => {
    const call = await items.call("GET", `/items/delta?token=latest&$expand=${items.expand}`);
    if (!call.ok) return call;
    const pages = await readPages(send, call.value);
    if (!pages.ok) return err(accessErrorOf(pages.error, items.listName));
    const { deltaPath } = pages.value;
    return deltaPath === undefined ? err({ type: "Unexpected", code: "deltaWithoutLink" }) : ok(deltaPath);
  };
  const [objectives, keyResults, checkIns] = await Promise.all(STREAMS.map((stream) => latest(tables[stream])));
  if (!objectives?.ok) return objectives ?? err({ type: "Offline" });
  if (!keyResults?.ok) return keyResults ?? err({ type: "Offline" });
  if (!checkIns?.ok) return checkIns ?? err({ type: "Offline" });
  const paths = { objectives: objectives.value, keyResults: keyResults.value, checkIns: checkIns.value };
  return ok(cursorOf({ paths, reader }));
};

interface StreamChanges<T> {
  readonly rows: readonly Stored<T>[];
  readonly removed: readonly string[];
  readonly deltaPath: string;
}

/** The latest state of every row that changed; a row may repeat, its last occurrence wins. */
const foldPages = <T>(items: Items<T>, pages: Pages, knowsAll: boolean): StreamChanges<T> | undefined => {
  const last = new Map<string, unknown>();
  for (const element of pages.elements) {
    const itemId = textAt(element, "id");
    // After deletions Graph has put an error among the rows (msgraph-sdk-typescript #544): what it hides is unknown.
    if (itemId === undefined) return undefined;
    last.delete(itemId);
    last.set(itemId, element);
  }
  const rows: Stored<T>[] = [];
  const removed: string[] = [];
  for (const [itemId, element] of last) {
    if (at(element, "deleted") === undefined) {
      const row = items.decode(element);
      if (row) rows.push(row);
      continue;
    }
    const key = items.keyOf(itemId);
    if (key === undefined && !knowsAll) return undefined;
    if (key !== undefined) removed.push(key);
    items.forget(itemId);
  }
  return pages.deltaPath === undefined ? undefined : { rows, removed, deltaPath: pages.deltaPath };
};

export const readChanges = async (
  { send, tables, reader }: ChangesDeps,
  since: ChangeCursor,
): Promise<Result<OkrChanges, AccessError | ResyncNeeded>> => {
  const place = placeOf(since);
  if (!place) return err(resync);
  const follow = async <T>(
    items: Items<T>,
    stream: Stream,
  ): Promise<Result<StreamChanges<T>, AccessError | ResyncNeeded>> => {
    const call = await items.call("GET", "");
    if (!call.ok) return call;
    const pages = await readPages(send, { ...call.value, path: place.paths[stream] });
    if (!pages.ok) {
      const gone = pages.error.type === "Refused" && pages.error.status === 410;
      return err(gone ? resync : accessErrorOf(pages.error, items.listName));
    }
    const changes = foldPages(items, pages.value, place.reader === reader);
    return changes ? ok(changes) : err(resync);
  };
  const [objectives, keyResults, checkIns] = await Promise.all([
    follow(tables.objectives, "objectives"),
    follow(tables.keyResults, "keyResults"),
    follow(tables.checkIns, "checkIns"),
  ]);
  if (!objectives.ok) return objectives;
  if (!keyResults.ok) return keyResults;
  if (!checkIns.ok) return checkIns;
  const revisions = new Map<ObjectiveId | KeyResultId, Revision>();
  for (const row of [...objectives.value.rows, ...keyResults.value.rows]) revisions.set(row.record.id, row.revision);
  const removed: (ObjectiveId | KeyResultId | CheckInId)[] = [
    ...objectives.value.removed.map(objectiveId),
    ...keyResults.value.removed.map(keyResultId),
    ...checkIns.value.removed.map(checkInId),
  ];
  const paths = {
    objectives: objectives.value.deltaPath,
    keyResults: keyResults.value.deltaPath,
    checkIns: checkIns.value.deltaPath,
  };
  return ok({
    objectives: objectives.value.rows.map((row) => row.record),
    keyResults: keyResults.value.rows.map((row) => row.record),
    checkIns: checkIns.value.rows.map((row) => row.record),
    revisions,
    removed,
    next: cursorOf({ paths, reader: place.reader }),
  });
};
