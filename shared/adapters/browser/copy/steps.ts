/** What a copy answers and how it changes; each function runs inside one transaction. */
import { rowOf, type PartitionKey, type RowRef } from "#shared/domain/okr/ids.ts";
import type { RecordId } from "#shared/domain/okr/okrSet.ts";
import {
  REMEMBERED_STEPS,
  type CopiedRow,
  type CopyMoment,
  type CopyNews,
  type CopyPart,
  type CopyReading,
  type CopyUpdate,
} from "#shared/ports/copyStore.ts";
import type { About, CopyDatabase, GoneRow, KeptRow } from "./database.ts";

/** In IndexedDB a list comes after every text and number. */
const AFTER_ALL: readonly unknown[] = [];

const aboutOf = async ({ notes }: CopyDatabase): Promise<About> => {
  const about = await notes.get("about");
  if (about?.key !== "about") throw new Error("The copy has no name");
  return about;
};

export const momentOf = async (database: CopyDatabase, keys: readonly PartitionKey[]): Promise<CopyMoment> => {
  const { copy, step } = await aboutOf(database);
  const states = await database.partitions.bulkGet([...keys]);
  const present = states.filter((state) => state !== undefined);
  return { copy, step, partitions: new Map(present.map((state) => [state.key, state])) };
};

const rowsOfPart = async (
  { rows }: CopyDatabase,
  { partition, cycleKeys, units }: CopyPart,
): Promise<readonly KeptRow[]> => {
  const index = rows.where("[partition+cycle+unit]");
  const wanted = cycleKeys.map((cycle) =>
    units === "all"
      ? rows.where("[partition+cycle+unit]").between([partition, cycle], [partition, cycle, AFTER_ALL])
      : index.anyOf(units.map((unit) => [partition, cycle, unit])),
  );
  return (await Promise.all(wanted.map((one) => one.toArray()))).flat();
};

const copiedRow = ({ kind, record, revision, partition }: KeptRow): CopiedRow =>
  ({ kind, record, revision, partition }) as CopiedRow;

const keptRow = ({ kind, record, revision, partition }: CopiedRow, step: number): KeptRow => ({
  row: rowOf(revision),
  id: record.id,
  kind,
  record,
  revision,
  partition,
  cycle: record.cycleKey,
  unit: record.unitKey,
  step,
});

export const readRows = async (database: CopyDatabase, parts: readonly CopyPart[]): Promise<CopyReading> => {
  const moment = await momentOf(database, [...new Set(parts.map(({ partition }) => partition))]);
  const found = await Promise.all(parts.map((part) => rowsOfPart(database, part)));
  return { ...moment, rows: found.flat().map(copiedRow) };
};

export const readSince = async (
  database: CopyDatabase,
  steps: ReadonlyMap<PartitionKey, number>,
): Promise<CopyNews> => {
  const { rows, gone } = database;
  const moment = await momentOf(database, [...steps.keys()]);
  const ids = new Set<RecordId>();
  const removed: RowRef[] = [];
  for (const [partition, step] of steps) {
    const range = [[partition, step], [partition, AFTER_ALL], false] as const;
    for (const { id } of await rows
      .where("[partition+step]")
      .between(...range)
      .toArray())
      ids.add(id);
    for (const { id, row } of await gone
      .where("[partition+step]")
      .between(...range)
      .toArray()) {
      ids.add(id);
      removed.push(row);
    }
  }
  const found = await rows
    .where("id")
    .anyOf([...ids])
    .toArray();
  return { ...moment, rows: found.map(copiedRow), removed };
};

/** Forgets every row, and that there were any. */
const restart = async ({ rows, gone }: CopyDatabase, partition: PartitionKey): Promise<void> => {
  const all = [[partition], [partition, AFTER_ALL]] as const;
  await rows
    .where("[partition+step]")
    .between(...all)
    .delete();
  await gone
    .where("[partition+step]")
    .between(...all)
    .delete();
};

const goneOf = ({ row, id, partition }: KeptRow, step: number): GoneRow => ({ row, id, partition, step });

const known = async ({ rows }: CopyDatabase, wanted: readonly CopiedRow[]): Promise<readonly CopiedRow[]> => {
  if (wanted.length === 0) return [];
  const here = await rows
    .where("id")
    .anyOf(wanted.map(({ record }) => record.id))
    .uniqueKeys();
  const ids = new Set(here);
  return wanted.filter(({ record }) => ids.has(record.id));
};

const remove = async ({ rows, gone }: CopyDatabase, doomed: readonly KeptRow[], step: number): Promise<void> => {
  if (doomed.length === 0) return;
  await rows.bulkDelete(doomed.map(({ row }) => row));
  await gone.bulkPut(doomed.map((row) => goneOf(row, step)));
};

const changeRows = async (database: CopyDatabase, update: CopyUpdate, step: number): Promise<void> => {
  const { rows, gone } = database;
  for (const partition of update.restarted) await restart(database, partition);
  const put = [...update.put, ...(await known(database, update.putIfKnown))].map((row) => keptRow(row, step));
  const staying = new Set(put.map(({ row }) => row));
  for (const part of update.replaced) {
    const before = await rowsOfPart(database, part);
    await remove(
      database,
      before.filter(({ row }) => !staying.has(row)),
      step,
    );
  }
  if (put.length > 0) {
    await rows.bulkPut(put);
    await gone.bulkDelete([...staying]);
  }
  const doomed = (await rows.bulkGet([...update.removed])).filter((row) => row !== undefined);
  await remove(database, doomed, step);
};

export const carryOut = async (database: CopyDatabase, update: CopyUpdate): Promise<"done" | "moved"> => {
  const { notes, partitions, gone } = database;
  const about = await aboutOf(database);
  const { partitions: found } = await momentOf(database, [
    ...update.expected.keys(),
    ...update.partitions.map(({ key }) => key),
  ]);
  for (const [key, version] of update.expected) if (found.get(key)?.version !== version) return "moved";
  const step = about.step + 1;
  await notes.put({ ...about, step });
  await changeRows(database, update, step);
  const restarted = new Set(update.restarted);
  await partitions.bulkPut(
    update.partitions.map((state) => ({
      ...state,
      version: step,
      restartedAt: restarted.has(state.key) ? step : (found.get(state.key)?.restartedAt ?? step),
    })),
  );
  await gone
    .where("step")
    .below(step - REMEMBERED_STEPS)
    .delete();
  return "done";
};
