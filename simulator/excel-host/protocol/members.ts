// Reading, writing and calling the members of objects through their definitions.
import { ApiError, itemNotFound, notImplemented } from "./api-error.ts";
import type { Session, TypeDefinition } from "./definition.ts";
import { eventKey } from "./event-key.ts";
import { registry, serviceTypes } from "./registry.ts";
import type { Remote, Targets, TypeName } from "./targets.ts";
import { NULL_OBJECT, remote } from "./targets.ts";
import type { TrackedRange } from "../model/types.ts";
import type { WireQuery } from "./wire.ts";
import { WIRE_NULL } from "./wire.ts";

type Resolved = Remote | typeof NULL_OBJECT;

/** Objects that the add-in keeps over several batches. */
export interface References {
  readonly keep: (object: Remote) => string;
  readonly drop: (id: string) => void;
  readonly dropAll: () => void;
  readonly find: (id: string) => Remote;
  readonly idOf: (object: Remote) => string | undefined;
  /** Lets a range follow its cells during this batch. */
  readonly follow: (object: Remote) => void;
  /** The batch is over: ranges that were not kept no longer follow. */
  readonly letGo: () => void;
  readonly count: () => number;
}

export interface Members {
  readonly root: Remote;
  readonly references: References;
  readonly service: (name: string) => Remote;
  readonly object: (parent: Remote, name: string) => Resolved;
  readonly call: (object: Remote, name: string, args: readonly unknown[]) => unknown;
  readonly set: (object: Resolved, name: string, value: unknown) => void;
  readonly identity: (object: Remote) => Readonly<Record<string, unknown>>;
  readonly query: (object: Remote, query: WireQuery) => Readonly<Record<string, unknown>>;
}

const createReferences = (session: Session): References => {
  const { trackedRanges } = session.workbook;
  const byId = new Map<string, Remote>();
  const ids = new Map<unknown, string>();
  const followed = new Set<TrackedRange>();
  let count = 0;
  const rangesOf = (object: Remote): readonly TrackedRange[] => {
    if (object.type === "Range") return [(object as Remote<"Range">).target];
    return object.type === "RangeAreas" ? (object as Remote<"RangeAreas">).target.ranges : [];
  };
  const keep = (object: Remote): string => {
    const known = ids.get(object.target);
    if (known !== undefined) return known;
    count += 1;
    const id = `{reference-${count}}`;
    byId.set(id, object);
    ids.set(object.target, id);
    for (const range of rangesOf(object)) {
      followed.delete(range);
      trackedRanges.add(range);
    }
    return id;
  };
  const drop = (id: string): void => {
    const object = byId.get(id);
    if (!object) return;
    byId.delete(id);
    ids.delete(object.target);
    for (const range of rangesOf(object)) trackedRanges.delete(range);
  };
  return {
    keep,
    drop,
    dropAll: () => {
      for (const id of Array.from(byId.keys())) drop(id);
    },
    find: (id) => {
      const found = byId.get(id);
      if (!found) throw new ApiError("InvalidReference", "This reference is not valid for the current operation.");
      return found;
    },
    idOf: (object) => ids.get(object.target),
    follow: (object) => {
      for (const range of rangesOf(object)) {
        if (trackedRanges.has(range)) continue;
        trackedRanges.add(range);
        followed.add(range);
      }
    },
    letGo: () => {
      for (const range of followed) trackedRanges.delete(range);
      followed.clear();
    },
    count: () => byId.size,
  };
};

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const atLocation = <T>(type: TypeName, name: string, work: () => T): T => {
  try {
    return work();
  } catch (problem) {
    if (problem instanceof ApiError && problem.location === "") problem.location = `${type}.${lowerFirst(name)}`;
    throw problem;
  }
};

/** A definition with the target's type set aside: the registry pairs them. */
type AnyDefinition = TypeDefinition<Targets[TypeName]>;

const definitionOf = (type: TypeName): AnyDefinition => registry[type] as unknown as AnyDefinition;

const keyIn = (names: object | undefined, wanted: string): string | undefined => {
  if (!names) return undefined;
  if (Object.hasOwn(names, wanted)) return wanted;
  return Object.keys(names).find((name) => name.toLowerCase() === wanted.toLowerCase());
};

const checkAlive = ({ type, target }: Remote): void => {
  if (definitionOf(type).exists?.(target) === false) throw itemNotFound();
};

const EVENT = /^_(Un)?[Rr]egister(?:Event)?(\w+?)(?:Event)?$/;

/** Parts of a selection that name no property. */
const IGNORED_SELECTS: ReadonlySet<string> = new Set(["items", "_ReferenceId", ""]);

interface Reader {
  readonly identity: Members["identity"];
  readonly query: Members["query"];
}

/** Splits "format/fill/color" (or with dots) into its head and rest. */
const splitSelect = (select: string): readonly [string, string] => {
  const path = select.replaceAll(".", "/");
  const at = path.indexOf("/");
  return at === -1 ? [path, ""] : [path.slice(0, at), path.slice(at + 1)];
};

const createReader = (session: Session, references: References): Reader => {
  const identity = (object: Remote): Record<string, unknown> => {
    const { identity: key, properties } = definitionOf(object.type);
    const result: Record<string, unknown> = {};
    const id = references.idOf(object);
    if (id !== undefined) result["_ReferenceId"] = id;
    if (key !== undefined) result[key] = properties?.[key]?.get(object.target, session);
    return result;
  };

  const readProperty = (object: Remote, name: string): unknown => {
    const value = atLocation(object.type, name, () =>
      definitionOf(object.type).properties?.[name]?.get(object.target, session),
    );
    return value ?? null;
  };

  const readAll = (object: Remote, into: Record<string, unknown>): void => {
    for (const name of Object.keys(definitionOf(object.type).properties ?? {})) into[name] = readProperty(object, name);
  };

  const pick = (object: Remote, selects: readonly string[]): Record<string, unknown> => {
    const definition = definitionOf(object.type);
    const result: Record<string, unknown> = {};
    const nested = new Map<string, string[]>();
    const readHead = (head: string): void => {
      const property = keyIn(definition.properties, head);
      if (head === "*") readAll(object, result);
      else if (property) result[property] = readProperty(object, property);
      else if (!IGNORED_SELECTS.has(head)) throw unknownProperty(object.type, head);
    };
    for (const select of selects) {
      const [head, rest] = splitSelect(select);
      const inner = keyIn(definition.objects, head);
      if (inner) nested.set(inner, [...(nested.get(inner) ?? []), rest || "*"]);
      else readHead(head);
    }
    for (const [name, select] of nested) {
      const child = definition.objects?.[name]?.(object.target, session) ?? NULL_OBJECT;
      result[name] = child === NULL_OBJECT ? WIRE_NULL : query(child, { Select: select });
    }
    return result;
  };

  const queryItems = (object: Remote, items: readonly Remote[], info: WireQuery): Record<string, unknown> => {
    const definition = definitionOf(object.type);
    const selects = (info.Select?.length ? info.Select : ["*"]).map((select) => select.replace(/^items[/.]/, ""));
    const isOwn = (select: string): boolean => keyIn(definition.properties, splitSelect(select)[0]) !== undefined;
    const own = selects.filter(isOwn);
    const ofItems = selects.filter((select) => !isOwn(select) && select !== "items");
    const skip = info.Skip ?? 0;
    const shown = items.slice(skip, info.Top ? skip + info.Top : undefined);
    const wanted = ofItems.length > 0 ? ofItems : own.length > 0 ? [] : ["*"];
    return {
      ...pick(object, own),
      _Items: shown.map((item) => Object.assign(identity(item), pick(item, wanted))),
    };
  };

  const query: Members["query"] = (object, info) => {
    checkAlive(object);
    const items = definitionOf(object.type).items?.(object.target, session);
    if (items) return queryItems(object, items, info);
    return { ...identity(object), ...pick(object, info.Select?.length ? info.Select : ["*"]) };
  };
  return { identity, query };
};

const unknownProperty = (type: TypeName, name: string): ApiError => notImplemented(`${type}.${lowerFirst(name)}`);

export const createMembers = (session: Session): Members => {
  const references = createReferences(session);
  const reader = createReader(session, references);

  const toggleEvent = (object: Remote, name: string): boolean => {
    const match = EVENT.exec(name);
    const { events } = definitionOf(object.type);
    if (!match) return false;
    const event = events?.names.find((known) => known === match[2]);
    if (!events || !event) throw notImplemented(`${object.type}.${name}`);
    const key = eventKey(object.type, event, events.targetId(object.target));
    if (match[1]) session.runtime.listening.delete(key);
    else session.runtime.listening.add(key);
    return true;
  };

  const keepOrRemove = (object: Remote, name: string, args: readonly unknown[]): boolean => {
    if (name === "_KeepReference") references.keep(object);
    else if (name === "_RemoveReference") references.drop(String(args[0]));
    else if (name === "_RemoveAllReferences") references.dropAll();
    else return false;
    return true;
  };

  const call: Members["call"] = (object, name, args) => {
    if (keepOrRemove(object, name, args)) return null;
    const method = definitionOf(object.type).methods?.[name];
    if (!method) {
      if (toggleEvent(object, name)) return null;
      throw notImplemented(`${object.type}.${lowerFirst(name)}()`);
    }
    return atLocation(object.type, name, () => {
      checkAlive(object);
      return method(object.target, args, session);
    });
  };

  const set: Members["set"] = (object, name, value) => {
    if (object === NULL_OBJECT) throw new ApiError("InvalidOperation", "A property of a null object can't be set.");
    const { properties } = definitionOf(object.type);
    const key = keyIn(properties, name);
    const property = key === undefined ? undefined : properties?.[key];
    if (!property) throw unknownProperty(object.type, name);
    atLocation(object.type, name, () => {
      checkAlive(object);
      if (!property.set) throw new ApiError("InvalidArgument", `${object.type}.${lowerFirst(name)} is read-only.`);
      property.set(object.target, value, session);
    });
  };

  const object: Members["object"] = (parent, name) => {
    const make = definitionOf(parent.type).objects?.[name];
    if (!make) throw unknownProperty(parent.type, name);
    return atLocation(parent.type, name, () => {
      checkAlive(parent);
      return make(parent.target, session);
    });
  };

  const service = (name: string): Remote => {
    const make = serviceTypes[name];
    if (!make) throw notImplemented(name);
    return make(session);
  };

  return {
    root: remote("Workbook", session.workbook),
    references,
    service,
    object,
    call,
    set,
    identity: (target) => {
      checkAlive(target);
      return reader.identity(target);
    },
    query: reader.query,
  };
};
