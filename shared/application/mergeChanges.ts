import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { revision, rowOf, type Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import { findKeyResults, settleCheckIns, type CheckInRow } from "#shared/domain/partition/checkIns.ts";
import { originOf, takesThePlaceOf } from "#shared/domain/partition/rows.ts";
import type { OkrChanges, OkrScope } from "#shared/ports/okrRepository.ts";

interface Located {
  readonly unitKey: string;
  readonly cycleKey: string;
}

const inScope =
  (scope: OkrScope) =>
  (record: Located): boolean =>
    scope.cycleKeys.some((key) => key === record.cycleKey) &&
    (scope.units === "all" || scope.units.some((key) => key === record.unitKey));

const merged = <T extends Located & { readonly id: string }>(
  before: readonly T[],
  changed: readonly T[],
  removed: ReadonlySet<string>,
  belongs: (record: Located) => boolean,
): readonly T[] => {
  if (changed.length === 0 && !before.some((record) => removed.has(record.id))) return before;
  const byId = new Map(before.map((record) => [record.id, record]));
  for (const record of changed) {
    // A record that moved to another unit or cycle leaves this view.
    if (belongs(record)) byId.set(record.id, record);
    else byId.delete(record.id);
  }
  for (const id of removed) byId.delete(id);
  return [...byId.values()];
};

/** The records whose row was removed. One that moved to another row in the meantime is still there. */
const removedIds = (
  revisions: ReadonlyMap<RecordId, Revision>,
  changes: Pick<OkrChanges, "removed">,
): ReadonlySet<string> => {
  if (changes.removed.length === 0) return new Set();
  const rows = new Set(changes.removed);
  return new Set([...revisions].filter(([, revision]) => rows.has(originOf(rowOf(revision)))).map(([id]) => id));
};

/** What changed, without drafts of what is known to be published. [PA5] */
const counting = (set: OkrSet, changes: Omit<OkrChanges, "next">): Omit<OkrChanges, "next" | "removed"> => {
  const gone = new Set(changes.removed);
  const counts = ({ id }: { readonly id: RecordId }): boolean => {
    const [known, next] = [set.revisions.get(id), changes.revisions.get(id)];
    return next === undefined || takesThePlaceOf(next, known) || (known !== undefined && gone.has(rowOf(known)));
  };
  const objectives = changes.objectives.filter(counts);
  const keyResults = changes.keyResults.filter(counts);
  const revisions = new Map([...changes.revisions].filter(([id]) => counts({ id })));
  return { objectives, keyResults, checkIns: changes.checkIns, revisions };
};

/** Check-ins after changes, each beside its key result; `revisions` becomes what they are stored under. [PA12] */
const mergedCheckIns = (
  set: OkrSet,
  changed: Omit<OkrChanges, "next" | "removed">,
  after: { readonly keyResults: readonly KeyResult[]; readonly revisions: Map<RecordId, Revision> },
  belongs: (record: Located) => boolean,
): readonly CheckIn[] => {
  const find = findKeyResults(after.keyResults, after.revisions);
  const rowIn = (from: Pick<OkrSet, "revisions">, record: CheckIn): CheckInRow => ({
    record,
    revision: from.revisions.get(record.id) ?? revision(""),
  });
  const rows = [...set.checkIns.map((one) => rowIn(set, one)), ...changed.checkIns.map((one) => rowIn(changed, one))];
  const settled = settleCheckIns(rows, find).filter(
    ({ record }) => find(record.keyResultId) !== undefined || belongs(record),
  );
  // What this window has just written itself is shown before its row is known.
  for (const row of settled) if (rowOf(row.revision) !== "") after.revisions.set(row.record.id, row.revision);
  return settled.map(({ record }) => record);
};

/** The set after changes made elsewhere. The very same set when nothing in the scope changed. */
export const mergeChanges = (set: OkrSet, changes: Omit<OkrChanges, "next">, scope: OkrScope): OkrSet => {
  const changed = counting(set, changes);
  const revisions = new Map([...set.revisions, ...changed.revisions]);
  const removed = removedIds(revisions, changes);
  const belongs = inScope(scope);
  const objectives = merged(set.objectives, changed.objectives, removed, belongs);
  const keyResults = merged(set.keyResults, changed.keyResults, removed, belongs);
  const isSettled = changed.checkIns.length === 0 && keyResults === set.keyResults;
  const readings = isSettled ? set.checkIns : mergedCheckIns(set, changed, { keyResults, revisions }, belongs);
  const checkIns = merged(readings, [], removed, belongs);
  if (objectives === set.objectives && keyResults === set.keyResults && checkIns === set.checkIns) return set;
  for (const id of removed) revisions.delete(id as RecordId);
  return { objectives, keyResults, checkIns, revisions };
};
