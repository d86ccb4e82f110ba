import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { DraftBeside, OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import { findKeyResults, settleCheckIns } from "#shared/domain/partition/checkIns.ts";
import { takesThePlaceOf } from "#shared/domain/partition/rows.ts";
import type { Draft } from "../lists/drafts.ts";
import type { Stored } from "./items.ts";

/** Rows of the lists of partitions, as they were read. */
export interface ReadRows {
  readonly objectives: readonly Stored<Objective>[];
  readonly keyResults: readonly Stored<KeyResult>[];
  readonly drafts: readonly Stored<Draft>[];
  readonly checkIns: readonly Stored<CheckIn>[];
}

/** One record each, however many rows it has at the moment. */
export const gather = (rows: ReadRows): OkrSet => {
  const revisions = new Map<RecordId, Revision>();
  const objectives = new Map<RecordId, Objective>();
  const keyResults = new Map<RecordId, KeyResult>();
  const add = <T extends { readonly id: RecordId }>(records: Map<RecordId, T>, record: T, revision: Revision): void => {
    if (!takesThePlaceOf(revision, revisions.get(record.id))) return;
    revisions.set(record.id, revision);
    records.set(record.id, record);
  };
  for (const { record, revision } of rows.objectives) add(objectives, record, revision);
  for (const { record, revision } of rows.keyResults) add(keyResults, record, revision);
  const beside: DraftBeside[] = [];
  for (const { record: draft, revision } of rows.drafts) {
    if (!takesThePlaceOf(revision, revisions.get(draft.record.id))) beside.push({ ...draft, revision });
    else if (draft.kind === "objective") add(objectives, draft.record, revision);
    else add(keyResults, draft.record, revision);
  }
  const checkIns = settleCheckIns(rows.checkIns, findKeyResults(keyResults.values(), revisions));
  for (const { record, revision } of checkIns) revisions.set(record.id, revision);
  return {
    objectives: [...objectives.values()],
    keyResults: [...keyResults.values()],
    checkIns: checkIns.map(({ record }) => record),
    revisions,
    ...(beside.length === 0 ? {} : { beside }),
  };
};
