import { fieldNames, sameValue } from "#shared/domain/merge/threeWay.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { labelsFor } from "#shared/domain/sheet/compose.ts";
import type { EditableField } from "#shared/domain/sheet/fields.ts";
import type { FieldChange } from "#shared/domain/sheet/planTypes.ts";
import { keyResultFields, objectiveFields } from "#shared/domain/sheet/recordFields.ts";
import { showField } from "#shared/domain/sheet/render.ts";
import type { ChangeableRecord } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { isChange, isRemoval, storedOf, subjectOf } from "../outbox/entries.ts";
import { contextOf } from "./outbox.ts";
import type { KeptBack, SheetTexts, UndoRow } from "./sheetState.ts";

type Stored = ChangeableRecord;

/** What names in the sheet are shown with. */
export interface Naming {
  readonly frame: Frame;
  readonly baseline: Baseline;
  readonly texts: SheetTexts;
}

const fieldsOf = (record: Stored): Readonly<Record<string, unknown>> => {
  if ("ambition" in record) return { ...objectiveFields(record) };
  // Initiatives are written from a sheet of their own.
  return "measure" in record ? { ...keyResultFields(record) } : {};
};

/** Fields that a push changed, with what they were, what it made of them and what is stored now. */
const changedFields = (entry: OutboxEntry, now: Stored | undefined) => {
  const after = storedOf(entry);
  if (!isChange(entry.write) || !entry.base || !after || !now) return [];
  const [old, mine, theirs] = [fieldsOf(entry.base), fieldsOf(after), fieldsOf(now)];
  return fieldNames(old)
    .filter((field) => !sameValue(old[field], mine[field]))
    .map((field) => ({
      field: field as EditableField,
      old: old[field],
      now: theirs[field],
      isMine: sameValue(theirs[field], mine[field]),
    }));
};

const show = ({ frame, baseline, texts }: Naming) => {
  const labels = labelsFor(baseline, frame);
  return (field: EditableField, value: unknown) => showField(field, value, labels, texts.vocabulary.words);
};

const recordIn = (set: OkrSet, id: string | undefined): Stored | undefined =>
  set.objectives.find((one) => one.id === id) ?? set.keyResults.find((one) => one.id === id);

const kindOf = ({ write }: OutboxEntry): UndoRow["kind"] => {
  if (isRemoval(write)) return "remake";
  return isChange(write) ? "restore" : "remove";
};

/** Why nothing of an entry can be taken back; undefined where something can. */
const stays = (
  entry: OutboxEntry,
  now: Stored | undefined,
  set: OkrSet,
  made: ReadonlySet<string>,
): UndoRow["stays"] | undefined => {
  if (isRemoval(entry.write)) return undefined;
  if (!now) return "gone";
  if (isChange(entry.write)) return undefined;
  const others = set.keyResults.some(({ id, objectiveId }) => objectiveId === now.id && !made.has(id));
  if (others) return "used";
  const after = storedOf(entry);
  const isAsMade = after && sameValue(fieldsOf(after), fieldsOf(now));
  return isAsMade ? undefined : "changed";
};

/** What taking back each row of a push would do now, and what of it would stay as somebody changed it since. [SE30] */
export const reviewUndo = (stored: readonly OutboxEntry[], set: OkrSet, naming: Naming): readonly UndoRow[] => {
  const shown = show(naming);
  const made = new Set(stored.flatMap(({ write }) => (isChange(write) ? [] : [subjectOf(write) ?? ""])));
  return stored.map((entry): UndoRow => {
    const now = recordIn(set, subjectOf(entry.write));
    const fields = changedFields(entry, now);
    const reason = stays(entry, now, set, made);
    const changes = fields
      .filter(({ isMine }) => isMine)
      .map(({ field, old, now: present }): FieldChange => ({
        field,
        before: shown(field, present),
        after: shown(field, old),
      }));
    const kept = fields
      .filter(({ isMine, old, now: present }) => !isMine && !sameValue(old, present))
      .map(({ field, now: present }) => ({ field, now: shown(field, present) }));
    return {
      id: contextOf(entry).row,
      title: entry.label,
      kind: kindOf(entry),
      changes,
      kept,
      ...(reason ? { stays: reason } : {}),
    };
  });
};

/** Rows that cannot be taken back one without the other: what was made below an objective, what followed it elsewhere. [SE30] */
export const withFollowing = (stored: readonly OutboxEntry[], chosen: ReadonlySet<string>): ReadonlySet<string> => {
  const all = new Set(chosen);
  const links = stored.flatMap((entry) => {
    const record = storedOf(entry) ?? entry.base;
    if (!record || !("objectiveId" in record)) return [];
    return [{ entry, id: contextOf(entry).row, objectiveId: record.objectiveId }];
  });
  const removed = new Set(stored.filter(({ write }) => isRemoval(write)).map((entry) => contextOf(entry).row));
  for (const { entry, id, objectiveId } of links) {
    const follows = !isChange(entry.write) || "unitKey" in entry.write.changes || "cycleKey" in entry.write.changes;
    if (all.has(objectiveId) && follows && !removed.has(id)) all.add(id);
    if (all.has(id) && removed.has(id) && removed.has(objectiveId)) all.add(objectiveId);
  }
  return all;
};

const refusal = ({ state }: OutboxEntry): Pick<KeptBack, "reason" | "by"> | undefined => {
  if (state.type !== "refused") return undefined;
  const { reason } = state;
  if (reason.type === "ChangedSince") return { reason: "changed", by: reason.modifiedBy };
  return { reason: reason.type === "Gone" ? "gone" : "refused" };
};

/**
 * What stayed although it was to be taken back, and why. [SE30]
 * @param wanted entries of the push that were to be taken back
 * @param answers the opposite entries, after they were sent
 */
export const keptBack = (
  wanted: readonly OutboxEntry[],
  answers: readonly OutboxEntry[],
  set: OkrSet,
  naming: Naming,
): readonly KeptBack[] => {
  const shown = show(naming);
  const answerTo = new Map(answers.flatMap((answer) => (answer.undoes ? [[answer.undoes, answer] as const] : [])));
  const made = new Set(wanted.flatMap(({ write }) => (isChange(write) ? [] : [subjectOf(write) ?? ""])));
  return wanted.flatMap((entry): readonly KeptBack[] => {
    const row = { id: contextOf(entry).row, title: entry.label, fields: [] };
    const answer = answerTo.get(entry.id);
    if (!answer) {
      const reason = stays(entry, recordIn(set, subjectOf(entry.write)), set, made) ?? "changed";
      return [{ ...row, reason }];
    }
    const refused = refusal(answer);
    if (refused) return [{ ...row, ...refused }];
    if (answer.state.type !== "done") return [];
    const fields = changedFields(entry, storedOf(answer))
      .filter(({ old, now }) => !sameValue(old, now))
      .map(({ field, now }) => ({ field, now: shown(field, now) }));
    return fields.length === 0 ? [] : [{ ...row, reason: "fields", fields }];
  });
};
