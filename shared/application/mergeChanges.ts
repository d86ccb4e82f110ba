import { rowOf, type Revision } from "#shared/domain/okr/ids.ts";
import type { OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
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
  return new Set([...revisions].filter(([, revision]) => rows.has(rowOf(revision))).map(([id]) => id));
};

/** The set after changes made elsewhere. The very same set when nothing in the scope changed. */
export const mergeChanges = (set: OkrSet, changes: Omit<OkrChanges, "next">, scope: OkrScope): OkrSet => {
  const revisions = new Map([...set.revisions, ...changes.revisions]);
  const removed = removedIds(revisions, changes);
  const belongs = inScope(scope);
  const objectives = merged(set.objectives, changes.objectives, removed, belongs);
  const keyResults = merged(set.keyResults, changes.keyResults, removed, belongs);
  const checkIns = merged(set.checkIns, changes.checkIns, removed, belongs);
  if (objectives === set.objectives && keyResults === set.keyResults && checkIns === set.checkIns) return set;
  for (const id of removed) revisions.delete(id as RecordId);
  return { objectives, keyResults, checkIns, revisions };
};
