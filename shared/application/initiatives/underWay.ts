/** Initiatives as a person left them: what the server holds, and on top of it what is on its way. */
import type { InitiativeId, Revision } from "#shared/domain/okr/ids.ts";
import type { Initiative, InitiativeSet } from "#shared/domain/okr/initiative.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { InitiativeWrite } from "#shared/ports/writeOrder.ts";
import { isInitiativeWrite } from "#shared/ports/writeOrder.ts";
import { storedOf } from "../outbox/entries.ts";

/** What is on its way for one initiative. */
export type InitiativeEntry = OutboxEntry & { readonly write: InitiativeWrite };

export interface InitiativeUnderWay {
  readonly initiative: Initiative;
  /** What a change has to name; absent until it is stored. */
  readonly revision?: Revision;
  /** The first of its entries that is not stored; absent where nothing is on its way. */
  readonly entry?: InitiativeEntry;
}

const isOfInitiative = (entry: OutboxEntry): entry is InitiativeEntry => isInitiativeWrite(entry.write);

export const initiativeEntries = (entries: readonly OutboxEntry[]): readonly InitiativeEntry[] =>
  entries.filter(isOfInitiative);

const idOfEntry = ({ write }: InitiativeEntry): InitiativeId =>
  write.kind === "createInitiative" ? write.initiative.id : write.id;

const withChanges = (initiative: Initiative, changes: object): Initiative => {
  const next = { ...initiative, ...changes };
  for (const [name, value] of Object.entries(next)) if (value === undefined) Reflect.deleteProperty(next, name);
  return next;
};

/** What the entry makes of what is shown; undefined where it takes it away. */
const after = (shown: InitiativeUnderWay | undefined, entry: InitiativeEntry): InitiativeUnderWay | undefined => {
  const { write, state } = entry;
  const first = shown?.entry ?? entry;
  if (write.kind === "createInitiative") return { initiative: write.initiative, ...shown, entry: first };
  if (!shown) return undefined;
  if (write.kind === "changeInitiative") {
    // What a conflict is about is said beside it; until somebody decides, what is stored is shown.
    const isAsked = state.type === "conflict";
    return {
      ...shown,
      initiative: isAsked ? shown.initiative : withChanges(shown.initiative, write.changes),
      entry: first,
    };
  }
  return state.type === "conflict" || state.type === "refused" ? { ...shown, entry: first } : undefined;
};

/** [LV14] */
export const initiativesUnderWay = (
  { initiatives, revisions }: InitiativeSet,
  entries: readonly OutboxEntry[],
): readonly InitiativeUnderWay[] => {
  const shown = new Map<InitiativeId, InitiativeUnderWay>();
  for (const initiative of initiatives) {
    const revision = revisions.get(initiative.id);
    shown.set(initiative.id, { initiative, ...(revision === undefined ? {} : { revision }) });
  }
  for (const entry of initiativeEntries(entries)) {
    if (entry.state.type === "done") continue;
    const id = idOfEntry(entry);
    const next = after(shown.get(id), entry);
    if (next) shown.set(id, next);
    else shown.delete(id);
  }
  return [...shown.values()];
};

/** The set after an entry was stored, which it may not know of yet. */
export const withStored = (set: InitiativeSet, entry: InitiativeEntry): InitiativeSet => {
  if (entry.state.type !== "done") return set;
  const id = idOfEntry(entry);
  const others = set.initiatives.filter((one) => one.id !== id);
  const revisions = new Map(set.revisions);
  revisions.delete(id);
  const record = entry.write.kind === "removeInitiative" ? undefined : storedOf(entry);
  if (!record || !("state" in record)) return { initiatives: others, revisions };
  if (entry.state.revision !== undefined) revisions.set(id, entry.state.revision);
  return { initiatives: [...others, record], revisions };
};
