/** Check-ins are read with their key result, wherever it was when they were written. */
import type { CheckIn } from "../okr/checkIn.ts";
import { samePlace } from "../okr/formerPlaces.ts";
import { revisionOfRow, rowOf, versionOf, type CheckInId, type KeyResultId, type Revision } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { RecordId } from "../okr/okrSet.ts";
import { adoptedRow, originOf, placeOfRow } from "./rows.ts";

export interface CheckInRow {
  readonly record: CheckIn;
  readonly revision: Revision;
}

/** Finds key results by id. Built once for many check-ins. */
export type KeyResultFinder = (
  id: KeyResultId,
) => { readonly record: KeyResult; readonly revision: Revision } | undefined;

export const findKeyResults = (
  keyResults: Iterable<KeyResult>,
  revisions: ReadonlyMap<RecordId, Revision>,
): KeyResultFinder => {
  const byId = new Map([...keyResults].map((record) => [record.id, record]));
  return (id) => {
    const [record, revision] = [byId.get(id), revisions.get(id)];
    return record && revision !== undefined ? { record, revision } : undefined;
  };
};

const isAtHome = ({ record, revision }: CheckInRow, keyResult: KeyResult): boolean =>
  originOf(rowOf(revision)) === rowOf(revision) && samePlace(record, keyResult);

/** A check-in in the unit and cycle of its key result; as it is where that is not known. [PA12] */
export const besideKeyResult = (row: CheckInRow, find: KeyResultFinder): CheckInRow => {
  const keyResult = find(row.record.keyResultId);
  const partition = keyResult && placeOfRow(rowOf(keyResult.revision))?.partition;
  if (!keyResult || partition === undefined || isAtHome(row, keyResult.record)) return row;
  const { unitKey, cycleKey } = keyResult.record;
  const address = rowOf(row.revision);
  return {
    record: samePlace(row.record, keyResult.record) ? row.record : { ...row.record, unitKey, cycleKey },
    revision: address === "" ? row.revision : revisionOfRow(adoptedRow(partition, address), versionOf(row.revision)),
  };
};

/** Whether a row of a check-in takes the place of another one of it: what lies beside the key result does not give way. [PA13] */
const takesOver = (next: CheckInRow, known: CheckInRow | undefined, find: KeyResultFinder): boolean => {
  const keyResult = known && find(known.record.keyResultId);
  return !known || !keyResult || isAtHome(next, keyResult.record) || !isAtHome(known, keyResult.record);
};

/** One row for each check-in, beside its key result. */
export const settleCheckIns = (rows: Iterable<CheckInRow>, find: KeyResultFinder): readonly CheckInRow[] => {
  const counting = new Map<CheckInId, CheckInRow>();
  for (const row of rows) if (takesOver(row, counting.get(row.record.id), find)) counting.set(row.record.id, row);
  return [...counting.values()].map((row) => besideKeyResult(row, find));
};
