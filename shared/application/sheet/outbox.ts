import { sameValue } from "#shared/domain/merge/threeWay.ts";
import { instantOf } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { checkInId } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Cells } from "#shared/domain/sheet/fields.ts";
import type { PlannedRow, RowAction } from "#shared/domain/sheet/planTypes.ts";
import type { KeyResultChanges, ObjectiveChanges, OkrWrite } from "#shared/ports/okrRepository.ts";

/**
 * One row on its way into the store. It is kept in the workbook before it is sent, with all ids it will ever have, so that
 * sending it again after an interruption stores it once.
 */
export interface OutboxEntry {
  readonly id: string;
  readonly title: string;
  /** What the row said when it was sent; cells that say something else by now are newer. */
  readonly cells: Cells;
  readonly action?: RowAction;
  readonly checkIn?: CheckIn;
}

const OBJECTIVE_KEYS = ["title", "unitKey", "cycleKey", "owner", "parents", "ambition", "end"] as const;
const KEY_RESULT_KEYS = ["title", "objectiveId", "unitKey", "cycleKey", "owner", "measure", "weight"] as const;

const differences = <T extends object, K extends keyof T>(before: T, after: T, keys: readonly K[]) => {
  const changed: { [P in K]?: T[P] | undefined } = {};
  for (const key of keys) if (!sameValue(before[key], after[key])) changed[key] = after[key];
  return changed;
};

const objectiveChanges = (before: Objective, after: Objective): ObjectiveChanges =>
  differences(before, after, OBJECTIVE_KEYS);
const keyResultChanges = (before: KeyResult, after: KeyResult): KeyResultChanges =>
  differences(before, after, KEY_RESULT_KEYS);

const writeOf = (action: RowAction): OkrWrite => {
  switch (action.kind) {
    case "createObjective":
      return { kind: "createObjective", objective: action.record };
    case "createKeyResult":
      return { kind: "createKeyResult", keyResult: action.record };
    case "changeObjective": {
      const { base, record, revision } = action;
      return { kind: "changeObjective", id: base.id, basedOn: revision, changes: objectiveChanges(base, record) };
    }
    case "changeKeyResult": {
      const { base, record, revision } = action;
      return { kind: "changeKeyResult", id: base.id, basedOn: revision, changes: keyResultChanges(base, record) };
    }
  }
};

export interface EntryWrite {
  readonly entry: OutboxEntry;
  readonly part: "action" | "checkIn";
  readonly write: OkrWrite;
}

/** The same writes for the same entries, every time. */
export const writesOf = (entries: readonly OutboxEntry[]): readonly EntryWrite[] =>
  entries.flatMap((entry): readonly EntryWrite[] => [
    ...(entry.action ? [{ entry, part: "action", write: writeOf(entry.action) } as const] : []),
    ...(entry.checkIn
      ? [{ entry, part: "checkIn", write: { kind: "addCheckIn", checkIn: entry.checkIn } } as const]
      : []),
  ]);

/** Gives a planned row everything it needs to be sent: ids, moment and author of the reading. */
export const entryOf = (
  row: PlannedRow,
  cells: Cells,
  sent: { readonly author: Person; readonly nowMs: number; readonly newId: () => string },
): OutboxEntry => ({
  id: row.id,
  title: row.title,
  cells,
  ...(row.action ? { action: row.action } : {}),
  ...(row.checkIn
    ? {
        checkIn: { ...row.checkIn, id: checkInId(sent.newId()), at: instantOf(sent.nowMs), author: sent.author },
      }
    : {}),
});

const ENTRIES_PER_PART = 500;

export const encodeOutbox = (entries: readonly OutboxEntry[]): readonly string[] =>
  Array.from({ length: Math.ceil(entries.length / ENTRIES_PER_PART) }, (_, index) =>
    JSON.stringify(entries.slice(index * ENTRIES_PER_PART, (index + 1) * ENTRIES_PER_PART)),
  );

const isEntry = (value: unknown): value is OutboxEntry =>
  typeof value === "object" && value !== null && typeof (value as Partial<OutboxEntry>).id === "string";

/** What cannot be read is left out: its rows are still in the sheet and are sent as if for the first time. */
export const decodeOutbox = (texts: readonly string[]): readonly OutboxEntry[] =>
  texts.flatMap((text) => {
    try {
      const entries: unknown = JSON.parse(text);
      return Array.isArray(entries) ? entries.filter(isEntry) : [];
    } catch {
      return [];
    }
  });

/** Ids that were given to rows which may not be stored yet. */
export const begunIds = (entries: readonly OutboxEntry[]): ReadonlySet<string> =>
  new Set(entries.filter(({ action }) => action?.kind.startsWith("create")).map(({ id }) => id));
