/** Records as rows of the copy, and back. */
import { rowOf, type PartitionKey, type Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import { findKeyResults, settleCheckIns, type CheckInRow } from "#shared/domain/partition/checkIns.ts";
import { placeOfRow, takesThePlaceOf } from "#shared/domain/partition/rows.ts";
import type { CopiedRow } from "#shared/ports/copyStore.ts";

/** The partition that a row lies in, as it says itself. */
const partitionOf = (revision: Revision): PartitionKey => {
  const place = placeOfRow(rowOf(revision));
  if (!place) throw new Error("A record came without its row");
  return place.partition;
};

export const rowsOf = (records: OkrSet): readonly CopiedRow[] => {
  const place = (id: RecordId): Pick<CopiedRow, "partition" | "revision"> => {
    const revision = records.revisions.get(id);
    if (revision === undefined) throw new Error("A record came without its revision");
    return { revision, partition: partitionOf(revision) };
  };
  return [
    ...records.objectives.map((record) => ({ kind: "objective" as const, record, ...place(record.id) })),
    ...records.keyResults.map((record) => ({ kind: "keyResult" as const, record, ...place(record.id) })),
    ...records.checkIns.map((record) => ({ kind: "checkIn" as const, record, ...place(record.id) })),
    ...(records.beside ?? []).map((draft) => ({ ...draft, partition: partitionOf(draft.revision) })),
  ];
};

/** Of two rows of a record, the one that counts. */
export const setOf = (rows: readonly CopiedRow[]): OkrSet => {
  const counting = new Map<RecordId, CopiedRow>();
  const readings: CheckInRow[] = [];
  for (const row of rows) {
    if (row.kind === "checkIn") readings.push(row);
    else if (takesThePlaceOf(row.revision, counting.get(row.record.id)?.revision)) counting.set(row.record.id, row);
  }
  const objectives: Objective[] = [];
  const keyResults: KeyResult[] = [];
  const revisions = new Map<RecordId, Revision>();
  for (const [id, row] of counting) {
    revisions.set(id, row.revision);
    if (row.kind === "objective") objectives.push(row.record);
    else if (row.kind === "keyResult") keyResults.push(row.record);
  }
  const checkIns = settleCheckIns(readings, findKeyResults(keyResults, revisions));
  for (const { record, revision } of checkIns) revisions.set(record.id, revision);
  return { objectives, keyResults, checkIns: checkIns.map(({ record }) => record), revisions };
};
