/** Looks at everything that the service stored, and says what was lost or doubled. */
import type { NewEntry } from "#shared/application/outbox/entries.ts";
import type { ChangeableRecord } from "#shared/ports/okrRepository.ts";
import type { MemoryHome } from "../memoryHome.ts";
import type { Client } from "./client.ts";
import type { Transition } from "./service.ts";

type Stored = ChangeableRecord;

/** The fields that pushes change, the parts of a measure one by one. */
const FIELDS = ["title", "why", "weight", "order", "start", "target"] as const;
type Field = (typeof FIELDS)[number];

const valueOf = (record: Stored, field: Field): unknown => {
  if (field !== "start" && field !== "target") return (record as unknown as Readonly<Record<string, unknown>>)[field];
  if (!("measure" in record) || record.measure.kind !== "metric" || !("baseline" in record.measure)) return undefined;
  return field === "start" ? record.measure.baseline : record.measure.target;
};

const changedFields = (before: Stored, after: Stored): readonly Field[] =>
  FIELDS.filter((field) => valueOf(before, field) !== valueOf(after, field));

const wantedBy = ({ base, write }: NewEntry): Stored | undefined =>
  base && "changes" in write ? { ...base, ...(write.changes as object) } : undefined;

export interface Pushed {
  readonly name: string;
  readonly client: Client;
  readonly entries: readonly NewEntry[];
}

const idOf = ({ write }: NewEntry): string => ("id" in write ? write.id : "");

/** Everything that one person has seen of a record when they decided about it, and everything they wanted. */
const knowledgeOf = ({ entries, client }: Pushed) => {
  const seen = new Map<string, Set<unknown>>();
  const wanted = new Map<string, Set<unknown>>();
  const note = (into: Map<string, Set<unknown>>, id: string, record: Stored): void => {
    for (const field of FIELDS) {
      const key = `${id} ${field}`;
      into.set(key, (into.get(key) ?? new Set()).add(valueOf(record, field)));
    }
  };
  for (const entry of entries) {
    if (entry.base) note(seen, idOf(entry), entry.base);
    const mine = wantedBy(entry);
    if (mine) note(wanted, idOf(entry), mine);
  }
  for (const { entry } of client.decided) {
    if (entry.state.type === "conflict") note(seen, idOf(entry), entry.state.stored);
  }
  return {
    hasSeen: (id: string, field: Field, value: unknown): boolean =>
      (seen.get(`${id} ${field}`)?.has(value) ?? false) || (wanted.get(`${id} ${field}`)?.has(value) ?? false),
    wanted: (id: string, field: Field, value: unknown): boolean => wanted.get(`${id} ${field}`)?.has(value) ?? false,
  };
};

/** Changes that overwrote what their author had never seen, or that nobody had asked for. */
const silentOverwrites = (transitions: readonly Transition[], pushed: readonly Pushed[]): readonly string[] => {
  const knowledge = new Map(pushed.map((one) => [one.name, knowledgeOf(one)]));
  return transitions.flatMap(({ id, before, after }) => {
    const author = after ? knowledge.get(after.modifiedBy) : undefined;
    if (!before || !after || !author) return [];
    return changedFields(before.record, after.record).flatMap((field) => {
      const [old, value] = [valueOf(before.record, field), valueOf(after.record, field)];
      return [
        ...(author.hasSeen(id, field, old) ? [] : [`${after.modifiedBy} overwrote ${field} of ${id} unseen`]),
        ...(author.wanted(id, field, value) ? [] : [`nobody wanted ${field} of ${id} to be ${String(value)}`]),
      ];
    });
  });
};

/** Made more often than once. */
const doubled = (transitions: readonly Transition[]): readonly string[] => {
  const made = new Map<string, number>();
  for (const { id, before } of transitions) if (!before) made.set(id, (made.get(id) ?? 0) + 1);
  return [...made].filter(([, times]) => times > 1).map(([id]) => `${id} was made twice`);
};

const lostCreates = ({ home, entries }: { readonly home: MemoryHome; readonly entries: readonly NewEntry[] }) =>
  entries.flatMap(({ write }) => {
    if (write.kind === "createObjective" && !home.objectives.has(write.objective.id))
      return ["an objective is missing"];
    if (write.kind === "createKeyResult" && !home.keyResults.has(write.keyResult.id))
      return ["a key result is missing"];
    if (write.kind !== "addCheckIn") return [];
    const stored = home.checkIns.get(write.checkIn.id)?.record;
    return JSON.stringify(stored) === JSON.stringify(write.checkIn) ? [] : [`a check-in is missing or differs`];
  });

/** Every changed field was stored at some moment, or its author chose the other side, or was told that the record is gone. */
const lostChanges = (transitions: readonly Transition[], { name, client, entries }: Pushed): readonly string[] => {
  const stored = new Map<string, Transition[]>();
  for (const transition of transitions) {
    if (transition.after?.modifiedBy !== name) continue;
    stored.set(transition.id, [...(stored.get(transition.id) ?? []), transition]);
  }
  const after = new Map(client.entries().map((entry) => [entry.id, entry]));
  const yielded = new Set(
    client.decided.flatMap(({ entry, choices }) =>
      Object.entries(choices).flatMap(([field, side]) => (side === "theirs" ? [`${entry.id} ${field}`] : [])),
    ),
  );
  return entries.flatMap((entry) => {
    const mine = wantedBy(entry);
    const settled = after.get(entry.id);
    if (!settled) return [`an entry of ${name} is missing`];
    if (settled.state.type === "refused") {
      return settled.state.reason.type === "Gone" ? [] : [`${name} was refused: ${settled.state.reason.type}`];
    }
    if (settled.state.type !== "done") return [`an entry of ${name} is still ${settled.state.type}`];
    if (!mine || !entry.base) return [];
    return changedFields(entry.base, mine)
      .filter((field) => !yielded.has(`${entry.id} ${field}`))
      .filter(
        (field) =>
          !(stored.get(idOf(entry)) ?? []).some(
            (one) => one.after && valueOf(one.after.record, field) === valueOf(mine, field),
          ),
      )
      .map((field) => `${field} of ${entry.id} was never stored`);
  });
};

/** Removed although somebody had changed something that its remover never saw, or still there. */
const wrongRemovals = (home: MemoryHome, transitions: readonly Transition[], pushed: Pushed): readonly string[] => {
  const { hasSeen } = knowledgeOf(pushed);
  const removals = new Map(transitions.filter(({ after }) => !after).map((one) => [one.id, one]));
  const kept = new Set(
    pushed.client.decided.flatMap(({ entry, choices }) =>
      Object.values(choices).includes("theirs") ? [idOf(entry)] : [],
    ),
  );
  return pushed.entries.flatMap((entry) => {
    if (entry.write.kind !== "removeKeyResult") return [];
    const { id } = entry.write;
    if (home.keyResults.has(id)) return kept.has(id) ? [] : [`${id} was not removed`];
    const before = removals.get(id)?.before;
    const unseen = before ? FIELDS.filter((field) => !hasSeen(id, field, valueOf(before.record, field))) : FIELDS;
    return unseen.map((field) => `${id} was removed with ${field} unseen`);
  });
};

/** Everything that was lost or doubled; empty when all is well. */
export const judge = (
  { home, transitions }: { readonly home: MemoryHome; readonly transitions: readonly Transition[] },
  pushed: readonly Pushed[],
): readonly string[] => [
  ...doubled(transitions),
  ...silentOverwrites(transitions, pushed),
  ...pushed.flatMap((one) => [
    ...lostCreates({ home, entries: one.entries }),
    ...lostChanges(transitions, one),
    ...wrongRemovals(home, transitions, one),
  ]),
];
