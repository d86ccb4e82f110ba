import { instantOf } from "#shared/domain/day.ts";
import { changesBetween } from "#shared/domain/merge/records.ts";
import { checkInId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Cells } from "#shared/domain/sheet/fields.ts";
import { inParts } from "#shared/domain/sheet/parts.ts";
import type { PlannedRow, RowAction } from "#shared/domain/sheet/planTypes.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { NewEntry } from "../outbox/entries.ts";

/** What brings an entry back to its row. */
export interface RowContext<C = Cells> {
  /** The key of the row. */
  readonly row: string;
  /** What the row said when it was sent; cells that say something else by now are newer. */
  readonly cells: C;
}

/** Entries of a push are made here only, so their context is known. */
export const contextOf = <C = Cells>({ context }: Pick<OutboxEntry, "context">): RowContext<C> =>
  context as RowContext<C>;

export const isCheckIn = ({ write }: Pick<OutboxEntry, "write">): boolean => write.kind === "addCheckIn";

const writeOf = (action: RowAction): Pick<NewEntry, "write" | "base"> => {
  switch (action.kind) {
    case "createObjective":
      return { write: { kind: "createObjective", objective: action.record } };
    case "createKeyResult":
      return { write: { kind: "createKeyResult", keyResult: action.record } };
    case "changeObjective": {
      const { kind, base, record, revision: basedOn } = action;
      return { base, write: { kind, id: base.id, basedOn, changes: changesBetween(base, record) } };
    }
    case "changeKeyResult": {
      const { kind, base, record, revision: basedOn } = action;
      return { base, write: { kind, id: base.id, basedOn, changes: changesBetween(base, record) } };
    }
    case "removeObjective": {
      const { kind, base, revision: basedOn } = action;
      return { base, write: { kind, id: base.id, basedOn } };
    }
    case "removeKeyResult": {
      const { kind, base, revision: basedOn } = action;
      return { base, write: { kind, id: base.id, basedOn } };
    }
  }
};

export interface Pushing {
  /** Names the push. */
  readonly group: string;
  readonly author: Person;
  readonly nowMs: number;
  readonly newId: () => string;
}

/**
 * What of a planned row is to be stored: the record, a new reading, or both. With all ids they will ever have, so that sending
 * them again after an interruption stores them once.
 */
export const entriesOf = (
  row: Pick<PlannedRow, "id" | "title" | "action" | "checkIn">,
  cells: Cells,
  { group, author, nowMs, newId }: Pushing,
): readonly NewEntry[] => {
  const context: RowContext = { row: row.id, cells };
  const at = instantOf(nowMs);
  const common = { group, author, at, label: row.title, context };
  const reading: readonly OkrWrite[] = row.checkIn
    ? [{ kind: "addCheckIn", checkIn: { ...row.checkIn, id: checkInId(newId()), at, author } }]
    : [];
  return [
    ...(row.action ? [{ ...common, id: newId(), ...writeOf(row.action) }] : []),
    ...reading.map((write) => ({ ...common, id: newId(), write })),
  ];
};

/** JSON has no undefined, and a change that empties a field says just that. No property of a record is ever null. */
const swapped = (changes: unknown, from: null | undefined, to: null | undefined): unknown =>
  Object.fromEntries(Object.entries(changes as object).map(([key, value]) => [key, value === from ? to : value]));

const spelled = (entry: OutboxEntry): unknown =>
  "changes" in entry.write
    ? { ...entry, write: { ...entry.write, changes: swapped(entry.write.changes, undefined, null) } }
    : entry;

export const encodeOutbox = (entries: readonly OutboxEntry[]): readonly string[] => inParts(entries.map(spelled));

const isEntry = (value: unknown): value is OutboxEntry => {
  const { id, write, context, state } = (value ?? {}) as Partial<OutboxEntry>;
  return (
    typeof id === "string" && typeof write === "object" && typeof context === "object" && typeof state === "object"
  );
};

/** What cannot be read is left out: its rows are still in the sheet and are sent as if for the first time. */
export const decodeOutbox = (texts: readonly string[]): readonly OutboxEntry[] =>
  texts.flatMap((text) => {
    try {
      const entries: unknown = JSON.parse(text, (key, value: unknown) =>
        key === "changes" ? swapped(value, null, undefined) : value,
      );
      return Array.isArray(entries) ? entries.filter(isEntry) : [];
    } catch {
      return [];
    }
  });

/** Ids that were given to rows which may not be stored yet. */
export const begunIds = (entries: readonly OutboxEntry[]): ReadonlySet<string> =>
  new Set(entries.filter(({ write }) => write.kind.startsWith("create")).map((entry) => contextOf(entry).row));

/** How many rows they are about. */
export const rowsIn = (entries: readonly OutboxEntry[]): number =>
  new Set(entries.map((entry) => contextOf(entry).row)).size;
