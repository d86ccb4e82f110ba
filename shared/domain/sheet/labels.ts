import { plainWords } from "../entry/characters.ts";
import { cycleKey, personId, unitKey, type CycleKey, type UnitKey } from "../okr/ids.ts";
import type { Frame } from "../okr/okrSet.ts";
import type { ParentRef } from "../okr/objective.ts";
import type { Person } from "../okr/person.ts";

/** A text for each thing, and the way back from what somebody typed. */
export interface Labels<K> {
  readonly labelOf: (key: K) => string | undefined;
  /** `ambiguous`: several things are called so. */
  readonly find: (
    text: string,
  ) => { readonly type: "found"; readonly key: K } | { readonly type: "none" | "ambiguous" };
  readonly all: readonly string[];
}

interface Named<K> {
  readonly key: K;
  readonly name: string;
  /** Tells it apart from others of the same name. */
  readonly detail: string;
  readonly identity: string;
}

const found = <K>(key: K) => ({ type: "found", key }) as const;

/** Names that several things share get a detail in brackets. Looking up is by label, then identity, then name. [SE5] */
const createLabels = <K>(things: readonly Named<K>[]): Labels<K> => {
  const named = new Map<string, Map<string, Named<K>>>();
  for (const thing of things) {
    const plain = plainWords(thing.name);
    const same = named.get(plain);
    if (same) same.set(thing.identity, thing);
    else named.set(plain, new Map([[thing.identity, thing]]));
  }
  const labels = new Map<string, string>();
  const byLabel = new Map<string, K>();
  for (const thing of things) {
    const shared = (named.get(plainWords(thing.name))?.size ?? 0) > 1;
    const label = shared ? `${thing.name} (${thing.detail})` : thing.name;
    labels.set(thing.identity, label);
    byLabel.set(plainWords(label), thing.key);
  }
  const identities = new Map(things.map((thing) => [thing.identity.toLowerCase(), thing.key]));
  const identityOf = new Map(things.map(({ key, identity }) => [key, identity]));
  return {
    labelOf: (key) => labels.get(identityOf.get(key) ?? ""),
    find: (text) => {
      const plain = plainWords(text);
      if ((named.get(plain)?.size ?? 0) > 1) return { type: "ambiguous" };
      const key = byLabel.get(plain) ?? identities.get(text.trim().toLowerCase());
      return key === undefined ? { type: "none" } : found(key);
    },
    all: things.map(({ identity }) => labels.get(identity) ?? ""),
  };
};

export const unitLabels = ({ units }: Frame): Labels<UnitKey> => {
  const names = new Map(units.map(({ key, name }) => [key, name]));
  return createLabels(
    units.map(({ key, name, parentKey }) => ({
      key: unitKey(key),
      name,
      detail: (parentKey && names.get(parentKey)) ?? key,
      identity: key,
    })),
  );
};

export const cycleLabels = ({ cycles }: Frame): Labels<CycleKey> =>
  createLabels(cycles.map(({ key, name }) => ({ key: cycleKey(key), name, detail: key, identity: key })));

/** People known so far: those in the sheet and those the directory found. */
export const peopleLabels = (
  people: readonly Person[],
): Labels<Person> & { readonly byId: ReadonlyMap<string, Person> } => {
  const byId = new Map<string, Person>();
  for (const person of people) if (person.id !== "" && !byId.has(person.id)) byId.set(person.id, person);
  const known = [...byId.values()];
  const labels = createLabels(
    known.map((person) => ({
      key: person,
      name: person.name,
      detail: person.upn ?? person.id,
      identity: person.upn ?? person.id,
    })),
  );
  return {
    ...labels,
    labelOf: (person) => labels.labelOf(byId.get(personId(person.id)) ?? person) ?? person.name,
    byId,
  };
};

export interface Reference {
  readonly ref: ParentRef;
  readonly title: string;
}

const shortId = (id: string): string => `#${id.slice(0, 8)}`;

/** Objectives and key results by title, with the beginning of the id where titles repeat. */
export const referenceLabels = (references: readonly Reference[]): Labels<string> =>
  createLabels(
    references.map(({ ref, title }) => ({
      key: ref.id as string,
      name: title,
      detail: shortId(ref.id),
      identity: ref.id,
    })),
  );
