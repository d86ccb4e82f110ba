import type { Instant } from "../day.ts";
import { fieldNames, sameValue } from "../merge/threeWay.ts";
import type { InitiativeId, KeyResultId, ObjectiveId } from "../okr/ids.ts";
import type { Initiative } from "../okr/initiative.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Person } from "../okr/person.ts";
import type { Agreed, LogEntry } from "./logEntry.ts";

export type OkrRecord =
  | { readonly kind: "objective"; readonly record: Objective }
  | { readonly kind: "keyResult"; readonly record: KeyResult }
  | { readonly kind: "initiative"; readonly record: Initiative };

/** What a row held from a moment on. */
export type RecordVersion = OkrRecord & { readonly at: Instant; readonly by: Person };

/** What is said about one record; `title` is what it was called then. */
export interface Subject {
  readonly kind: OkrRecord["kind"];
  readonly id: ObjectiveId | KeyResultId | InitiativeId;
  readonly title: string;
}

/** A property with what it held before and after; absent where it held nothing. */
export interface FieldChange {
  readonly field: keyof Objective | Exclude<keyof KeyResult, "formerly"> | keyof Initiative;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A record that came, went or changed between two moments of a log. */
export interface SubjectChange {
  readonly subject: Subject;
  readonly change: "made" | "removed" | "changed";
  readonly fields: readonly FieldChange[];
}

export type HistoryEvent = { readonly at: Instant; readonly by: Person } & (
  | { readonly type: "made"; readonly subject: Subject }
  | { readonly type: "changed"; readonly subject: Subject; readonly fields: readonly FieldChange[] }
  | {
      readonly type: "logged";
      readonly entry: LogEntry;
      /** Against what was published or unlocked before; nothing for the first time. */
      readonly changes: readonly SubjectChange[];
    }
);

const subjectOf = ({ kind, record }: OkrRecord): Subject => ({ kind, id: record.id, title: record.title });

type Held = OkrRecord["record"];

const fieldChanges = (before: Held, after: Held): readonly FieldChange[] => {
  const [old, next]: readonly Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  return (
    fieldNames({ ...before, ...after } as Objective & KeyResult & Initiative)
      // That it moved is told by its unit and cycle.
      .filter((field) => field !== "formerly")
      .filter((field) => !sameValue(old?.[field], next?.[field]))
      .map((field) => ({
        field,
        ...(old?.[field] === undefined ? {} : { before: old[field] }),
        ...(next?.[field] === undefined ? {} : { after: next[field] }),
      }))
  );
};

const partsOf = ({ objective, keyResults }: Agreed): ReadonlyMap<string, OkrRecord> =>
  new Map<string, OkrRecord>([
    [objective.id, { kind: "objective", record: objective }],
    ...keyResults.map((record): [string, OkrRecord] => [record.id, { kind: "keyResult", record }]),
  ]);

const changesBetween = (before: Agreed, after: Agreed): readonly SubjectChange[] => {
  const [old, next] = [partsOf(before), partsOf(after)];
  const there = [...next.values()].flatMap((part): readonly SubjectChange[] => {
    const known = old.get(part.record.id);
    if (!known) return [{ subject: subjectOf(part), change: "made", fields: [] }];
    const fields = fieldChanges(known.record, part.record);
    return fields.length === 0 ? [] : [{ subject: subjectOf(part), change: "changed", fields }];
  });
  const gone = [...old.values()].filter(({ record }) => !next.has(record.id));
  return [
    ...there,
    ...gone.map((part): SubjectChange => ({ subject: subjectOf(part), change: "removed", fields: [] })),
  ];
};

const eventsOfRow = (versions: readonly RecordVersion[], wasMoved: boolean): readonly HistoryEvent[] =>
  versions
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .flatMap((version, index, sorted): readonly HistoryEvent[] => {
      const { at, by } = version;
      const before = sorted[index - 1];
      const subject = subjectOf(version);
      // The row of a record that moved was made by the move, which the log tells.
      if (!before) return wasMoved ? [] : [{ type: "made", at, by, subject }];
      const fields = fieldChanges(before.record, version.record);
      return fields.length === 0 ? [] : [{ type: "changed", at, by, subject, fields }];
    });

const eventsOfLog = (log: readonly LogEntry[]): readonly HistoryEvent[] => {
  let agreed: Agreed | undefined;
  return log
    .toSorted((a, b) => a.at.localeCompare(b.at))
    .map((entry) => {
      const changes = agreed && entry.agreed ? changesBetween(agreed, entry.agreed) : [];
      agreed = entry.agreed ?? agreed;
      return { type: "logged", at: entry.at, by: entry.author, entry, changes };
    });
};

/**
 * Who changed what of an objective and its key results, the latest first.
 * @param rows the versions of each row as SharePoint kept them, oldest first
 * @param log what was done with the objective
 */
export const historyOf = (
  rows: readonly (readonly RecordVersion[])[],
  log: readonly LogEntry[],
): readonly HistoryEvent[] => {
  const moved = new Set(log.flatMap(({ agreed }) => (agreed ? [...partsOf(agreed).keys()] : [])));
  const events = rows.flatMap((versions) =>
    eventsOfRow(
      versions,
      versions.some(({ record }) => moved.has(record.id)),
    ),
  );
  // Of two at the same moment the one listed later happened later.
  return [...events, ...eventsOfLog(log)].toSorted((a, b) => a.at.localeCompare(b.at)).toReversed();
};
