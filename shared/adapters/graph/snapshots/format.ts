/** What stands in the file: JSON whose rows are arrays and whose repeated texts are numbers, so that half a million readings stay small. */
import { epochMsOf, instantOf, parseInstant } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import {
  checkInId,
  cycleKey,
  keyResultId,
  partitionKey,
  personId,
  revisionOfRow,
  rowOf,
  unitKey,
  versionOf,
  type PartitionKey,
  type Revision,
} from "#shared/domain/okr/ids.ts";
import type { OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { placeOfRow, rowRef, type Shelf } from "#shared/domain/partition/rows.ts";
import type { ChangeCursor } from "#shared/ports/okrRepository.ts";
import type { Snapshot } from "#shared/ports/snapshots.ts";
import { at, isRecord, listAt, parseJson, textAt } from "../json.ts";
import { decodeRecord, encodeRecord, type ListCodec } from "../lists/codec.ts";
import type { Columns } from "../lists/columns.ts";
import { keyResultCodec } from "../lists/keyResults.ts";
import { objectiveCodec } from "../lists/objectives.ts";

const FORMAT = "drumbeat-snapshot-1";

/** Texts by number. */
const createDictionary = () => {
  const numbers = new Map<string, number>();
  return {
    numberOf: (text: string): number => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    texts: (): readonly string[] => [...numbers.keys()],
  };
};

type Dictionary = ReturnType<typeof createDictionary>;

interface Writer {
  readonly partitions: Dictionary;
  readonly revisions: OkrSet["revisions"];
}

/** Partition, item and version; undefined for a record whose row is not known. */
const placeCells = ({ partitions, revisions }: Writer, id: RecordId): readonly unknown[] | undefined => {
  const revision = revisions.get(id);
  const place = revision === undefined ? undefined : placeOfRow(rowOf(revision));
  if (revision === undefined || !place) return undefined;
  return [partitions.numberOf(place.partition), place.shelf === "drafts" ? 1 : 0, place.item, versionOf(revision)];
};

const writeRecords = <T extends { readonly id: RecordId }, Cs extends Columns>(
  writer: Writer,
  codec: ListCodec<T, Cs>,
  records: readonly T[],
): object => {
  const columns = Object.keys(codec.list.columns);
  const rows = records.flatMap((record) => {
    const place = placeCells(writer, record.id);
    const fields = encodeRecord(codec, record);
    return place && fields.ok ? [[...place, ...columns.map((name) => fields.value[name] ?? null)]] : [];
  });
  return { columns, rows };
};

const writeCheckIns = (writer: Writer, checkIns: readonly CheckIn[]): object => {
  const [keyResults, places, people] = [createDictionary(), createDictionary(), createDictionary()];
  const rows = checkIns.flatMap((checkIn) => {
    const place = placeCells(writer, checkIn.id);
    if (!place) return [];
    const { id, name, upn } = checkIn.author;
    return [
      [
        place[0],
        place[2],
        checkIn.id,
        keyResults.numberOf(checkIn.keyResultId),
        places.numberOf(JSON.stringify([checkIn.unitKey, checkIn.cycleKey])),
        epochMsOf(checkIn.at),
        people.numberOf(JSON.stringify(upn === undefined ? [id, name] : [id, name, upn])),
        checkIn.value ?? null,
        checkIn.confidence ?? null,
        checkIn.note,
      ],
    ];
  });
  return { keyResults: keyResults.texts(), places: places.texts(), people: people.texts(), rows };
};

export const writeSnapshot = ({ asOf, cycleKeys, set, cursors }: Snapshot): string => {
  const writer = { partitions: createDictionary(), revisions: set.revisions };
  const objectives = writeRecords(writer, objectiveCodec, set.objectives);
  const keyResults = writeRecords(writer, keyResultCodec, set.keyResults);
  const checkIns = writeCheckIns(writer, set.checkIns);
  const partitions = writer.partitions.texts();
  return JSON.stringify({
    format: FORMAT,
    asOf,
    cycleKeys,
    cursors: [...cursors],
    partitions,
    objectives,
    keyResults,
    checkIns,
  });
};

interface Reader {
  readonly partitions: readonly PartitionKey[];
  readonly revisions: Map<RecordId, Revision>;
}

const texts = (value: unknown, name: string): readonly string[] =>
  listAt(value, name).filter((text) => typeof text === "string");

const revisionFrom = ({ partitions }: Reader, cells: readonly unknown[], shelf: Shelf): Revision | undefined => {
  const [partition, isDraft, item, version] = cells;
  const key = typeof partition === "number" ? partitions[partition] : undefined;
  if (key === undefined || typeof item !== "string" || typeof version !== "string") return undefined;
  return revisionOfRow(rowRef({ partition: key, shelf: isDraft === 1 ? "drafts" : shelf, item }), version);
};

/** Cells before the columns of a record. */
const PLACE_CELLS = 4;

const readRecords = <T extends { readonly id: RecordId }, Cs extends Columns>(
  reader: Reader,
  codec: ListCodec<T, Cs>,
  table: unknown,
  shelf: Shelf,
): readonly T[] => {
  const columns = texts(table, "columns");
  return listAt(table, "rows").flatMap((row) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [];
    const fields = Object.fromEntries(columns.map((name, index) => [name, cells[PLACE_CELLS + index]]));
    const record = decodeRecord(codec, fields);
    const revision = revisionFrom(reader, cells, shelf);
    if (!record.ok || revision === undefined) return [];
    reader.revisions.set(record.value.id, revision);
    return [record.value];
  });
};

const readPerson = (text: string): Person | undefined => {
  const cells = parseJson(text);
  const [id, name, upn] = Array.isArray(cells) ? (cells as readonly unknown[]) : [];
  if (typeof id !== "string" || typeof name !== "string") return undefined;
  return { id: personId(id), name, ...(typeof upn === "string" ? { upn } : {}) };
};

const readPlace = (text: string): Pick<CheckIn, "unitKey" | "cycleKey"> | undefined => {
  const cells = parseJson(text);
  const [unit, cycle] = Array.isArray(cells) ? (cells as readonly unknown[]) : [];
  if (typeof unit !== "string" || typeof cycle !== "string") return undefined;
  return { unitKey: unitKey(unit), cycleKey: cycleKey(cycle) };
};

const nth = <T>(list: readonly T[], index: unknown): T | undefined =>
  typeof index === "number" ? list[index] : undefined;

const readCheckIns = (reader: Reader, table: unknown): readonly CheckIn[] => {
  const keyResults = texts(table, "keyResults");
  const places = texts(table, "places").map(readPlace);
  const people = texts(table, "people").map(readPerson);
  return listAt(table, "rows").flatMap((row) => {
    const cells: readonly unknown[] = Array.isArray(row) ? row : [];
    const [partition, item, id, keyResult, place, atMs, person, value, confidence, note] = cells;
    const revision = revisionFrom(reader, [partition, 0, item, ""], "checkIns");
    const [keyResultText, located, author] = [nth(keyResults, keyResult), nth(places, place), nth(people, person)];
    if (typeof id !== "string" || typeof atMs !== "number" || revision === undefined) return [];
    if (keyResultText === undefined || !located || !author) return [];
    const checkIn: CheckIn = {
      id: checkInId(id),
      keyResultId: keyResultId(keyResultText),
      ...located,
      at: instantOf(atMs),
      author,
      ...(typeof value === "number" ? { value } : {}),
      ...(typeof confidence === "number" ? { confidence } : {}),
      note: typeof note === "string" ? note : "",
    };
    reader.revisions.set(checkIn.id, revision);
    return [checkIn];
  });
};

/** Undefined for what is no snapshot of this version; nobody depends on there being one. */
export const readSnapshot = (text: string): Snapshot | undefined => {
  const file = parseJson(text);
  const asOf = parseInstant(textAt(file, "asOf") ?? "");
  if (!isRecord(file) || textAt(file, "format") !== FORMAT || asOf === undefined) return undefined;
  const reader = { partitions: texts(file, "partitions").map(partitionKey), revisions: new Map<RecordId, Revision>() };
  const cursors = new Map<PartitionKey, ChangeCursor>();
  for (const entry of listAt(file, "cursors")) {
    const [key, cursor] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof key === "string" && typeof cursor === "string") cursors.set(partitionKey(key), cursor as ChangeCursor);
  }
  const objectives = readRecords(reader, objectiveCodec, at(file, "objectives"), "objectives");
  const keyResults = readRecords(reader, keyResultCodec, at(file, "keyResults"), "keyResults");
  const checkIns = readCheckIns(reader, at(file, "checkIns"));
  return {
    asOf,
    cycleKeys: texts(file, "cycleKeys").map(cycleKey),
    set: { objectives, keyResults, checkIns, revisions: reader.revisions },
    cursors,
  };
};
