import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { revision, rowOf, type Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { DraftBeside, OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import { findKeyResults, settleCheckIns, type CheckInRow } from "#shared/domain/partition/checkIns.ts";
import { isDraft, originOf, takesThePlaceOf } from "#shared/domain/partition/rows.ts";
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

type Changed = Omit<OkrChanges, "next" | "removed">;

/** Drafts that wait beside what is published, and those among them whose published row is gone: they take its place. [LC8] */
const waitingDrafts = (set: OkrSet, changes: Omit<OkrChanges, "next">, counts: (id: RecordId) => boolean) => {
  const gone = new Set(changes.removed);
  const passedOver = ({ record: { id } }: DraftBeside): boolean => !counts(id);
  const revisionIn = (id: RecordId): Revision => changes.revisions.get(id) ?? revision("");
  const found: readonly DraftBeside[] = [
    ...(set.beside ?? []),
    ...[
      ...changes.objectives.map((record) => ({ kind: "objective" as const, record, revision: revisionIn(record.id) })),
      ...changes.keyResults.map((record) => ({ kind: "keyResult" as const, record, revision: revisionIn(record.id) })),
    ].filter(passedOver),
    ...(changes.beside ?? []),
  ];
  const waiting = new Map(found.filter((one) => !gone.has(rowOf(one.revision))).map((one) => [one.record.id, one]));
  const revived: DraftBeside[] = [];
  for (const [id, draft] of waiting) {
    const known = (counts(id) ? changes.revisions.get(id) : undefined) ?? set.revisions.get(id);
    const isPublished = known !== undefined && !isDraft(known);
    if (isPublished && gone.has(rowOf(known))) revived.push(draft);
    if (!isPublished || gone.has(rowOf(known))) waiting.delete(id);
  }
  return { beside: [...waiting.values()], revived };
};

/** What changed, without drafts of what is known to be published. [PA5] */
const counting = (
  set: OkrSet,
  changes: Omit<OkrChanges, "next">,
): Changed & { readonly beside: readonly DraftBeside[] } => {
  const gone = new Set(changes.removed);
  const counts = (id: RecordId): boolean => {
    const [known, next] = [set.revisions.get(id), changes.revisions.get(id)];
    return next === undefined || takesThePlaceOf(next, known) || (known !== undefined && gone.has(rowOf(known)));
  };
  const { beside, revived } = waitingDrafts(set, changes, counts);
  const objectives = revived.flatMap((one) => (one.kind === "objective" ? [one.record] : []));
  const keyResults = revived.flatMap((one) => (one.kind === "keyResult" ? [one.record] : []));
  return {
    objectives: [...changes.objectives.filter(({ id }) => counts(id)), ...objectives],
    keyResults: [...changes.keyResults.filter(({ id }) => counts(id)), ...keyResults],
    checkIns: changes.checkIns,
    revisions: new Map([
      ...[...changes.revisions].filter(([id]) => counts(id)),
      ...revived.map(({ record, revision: of }) => [record.id, of] as const),
    ]),
    beside,
  };
};

const sameDrafts = (one: readonly DraftBeside[], other: readonly DraftBeside[] = []): boolean =>
  one.length === other.length && one.every((draft, at) => draft.revision === other[at]?.revision);

/** Check-ins after changes, each beside its key result; `revisions` becomes what they are stored under. [PA12] */
const mergedCheckIns = (
  set: OkrSet,
  changed: Changed,
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

const isEmpty = ({ objectives, keyResults, checkIns, removed }: Omit<OkrChanges, "next">): boolean =>
  objectives.length + keyResults.length + checkIns.length + removed.length === 0;

/** The set after changes made elsewhere. The very same set when nothing in the scope changed. */
export const mergeChanges = (set: OkrSet, changes: Omit<OkrChanges, "next">, scope: OkrScope): OkrSet => {
  if (isEmpty(changes)) return set;
  const changed = counting(set, changes);
  const revisions = new Map([...set.revisions, ...changed.revisions]);
  const removed = removedIds(revisions, changes);
  const belongs = inScope(scope);
  const objectives = merged(set.objectives, changed.objectives, removed, belongs);
  const keyResults = merged(set.keyResults, changed.keyResults, removed, belongs);
  const isSettled = changed.checkIns.length === 0 && keyResults === set.keyResults;
  const readings = isSettled ? set.checkIns : mergedCheckIns(set, changed, { keyResults, revisions }, belongs);
  const checkIns = merged(readings, [], removed, belongs);
  const isSame = objectives === set.objectives && keyResults === set.keyResults && checkIns === set.checkIns;
  const { beside } = changed;
  if (isSame && sameDrafts(beside, set.beside)) return set;
  for (const id of removed) revisions.delete(id as RecordId);
  return { objectives, keyResults, checkIns, revisions, ...(beside.length === 0 ? {} : { beside }) };
};
