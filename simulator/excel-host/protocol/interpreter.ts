// Runs one batch of the Rich API against the registry of types. Knows nothing about Excel itself.
import { transact } from "../model/workbook.ts";
import { ApiError, notImplemented } from "./api-error.ts";
import type { Session } from "./definition.ts";
import type { Members, References } from "./members.ts";
import { createMembers } from "./members.ts";
import type { Remote } from "./targets.ts";
import { NULL_OBJECT, isRemote } from "./targets.ts";
import type { WireAction, WireArguments, WireBatch, WireError, WireObjectPath, WireResult } from "./wire.ts";
import { ACTION, PATH, WIRE_NULL } from "./wire.ts";

type Resolved = Remote | typeof NULL_OBJECT;
type Resolve = (id: number) => Resolved;

export interface Interpreter {
  readonly run: (batch: WireBatch) => WireResult;
  readonly references: References;
}

const deepResolve = (value: unknown, resolve: Resolve): unknown => {
  if (Array.isArray(value)) return value.map((entry: unknown) => deepResolve(entry, resolve));
  if (typeof value !== "object" || value === null) return value;
  if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") return resolve(value._ObjectPathId);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, deepResolve(entry, resolve)]));
};

const withReferences = (value: unknown, reference: unknown, resolve: Resolve): unknown => {
  if (typeof reference === "number" && reference > 0) return resolve(reference);
  if (Array.isArray(reference) && Array.isArray(value)) {
    const references: readonly unknown[] = reference;
    return value.map((entry: unknown, i) => withReferences(entry, references[i], resolve));
  }
  return deepResolve(value, resolve);
};

const argumentsOf = (info: WireArguments | undefined, resolve: Resolve): readonly unknown[] =>
  (info?.Arguments ?? []).map((value, i) => withReferences(value, info?.ReferencedObjectPathIds?.[i], resolve));

const objectFrom = (parent: Remote, path: WireObjectPath, resolve: Resolve, members: Members): Resolved => {
  const { ObjectPathType: type, Name: name } = path;
  if (type === PATH.property) return members.object(parent, name);
  if (type !== PATH.method && type !== PATH.indexer) throw notImplemented(`object path type ${type}`);
  const method = type === PATH.indexer ? "GetItem" : name;
  const result = members.call(parent, method, argumentsOf(path.ArgumentInfo, resolve));
  if (result === NULL_OBJECT) return NULL_OBJECT;
  if (isRemote(result)) return result;
  throw new ApiError("GeneralException", `${parent.type}.${name} gave no object`);
};

const resolvePath = (path: WireObjectPath | undefined, resolve: Resolve, members: Members): Resolved => {
  if (!path) throw new ApiError("InvalidObjectPath", "The object path is missing.");
  const { ObjectPathType: type, ParentObjectPathId: parentId, Name: name } = path;
  if (type === PATH.root) return members.root;
  if (type === PATH.newObject) return members.service(name);
  if (type === PATH.reference) return members.references.find(name);
  const parent = parentId === undefined || type === PATH.nullObject ? NULL_OBJECT : resolve(parentId);
  return parent === NULL_OBJECT ? NULL_OBJECT : objectFrom(parent, path, resolve, members);
};

const methodResult = (result: unknown): unknown => {
  if (result === NULL_OBJECT) return WIRE_NULL;
  return isRemote(result) ? null : (result ?? null);
};

const update = (action: WireAction, target: Resolved, resolve: Resolve, members: Members): void => {
  for (const [key, value] of Object.entries(action.ObjectState ?? {})) {
    members.set(target, key, deepResolve(value, resolve));
  }
};

const read = (action: WireAction, target: Resolved, members: Members): unknown => {
  if (target === NULL_OBJECT) return null;
  return action.ActionType === ACTION.instantiate
    ? members.identity(target)
    : members.query(target, action.QueryInfo ?? {});
};

/** Result of an action; undefined when the answer has no entry for it. */
const act = (action: WireAction, resolve: Resolve, members: Members): unknown => {
  const target = resolve(action.ObjectPathId);
  const args = argumentsOf(action.ArgumentInfo, resolve);
  switch (action.ActionType) {
    case ACTION.instantiate:
    case ACTION.query:
    case ACTION.queryAsJson:
      return read(action, target, members);
    case ACTION.method:
      return target === NULL_OBJECT ? WIRE_NULL : methodResult(members.call(target, action.Name ?? "", args));
    case ACTION.setProperty:
      members.set(target, action.Name ?? "", args[0]);
      return null;
    case ACTION.update:
      update(action, target, resolve, members);
      return undefined;
    case ACTION.ensureUnchanged:
      return undefined;
    default:
      throw notImplemented(`action type ${action.ActionType}`);
  }
};

const asWireError = (problem: unknown, index: number): WireError => {
  const error =
    problem instanceof ApiError
      ? problem
      : new ApiError(
          "GeneralException",
          `Simulator: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`,
        );
  return {
    Code: error.code,
    Message: error.message,
    Location: error.location,
    ActionIndex: index,
    HttpStatusCode: error.code === "ItemNotFound" ? 404 : 400,
  };
};

export const createInterpreter = (session: Session): Interpreter => {
  const members = createMembers(session);

  const perform = (batch: WireBatch): WireResult => {
    const live = new Map<number, Resolved>();
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    const resolve: Resolve = (id) => {
      const known = live.get(id);
      if (known !== undefined) return known;
      const resolved = resolvePath(batch.ObjectPaths[String(id)], resolve, members);
      live.set(id, resolved);
      if (resolved !== NULL_OBJECT) members.references.follow(resolved);
      return resolved;
    };
    for (const [index, action] of batch.Actions.entries()) {
      try {
        const isTrace = action.ActionType === ACTION.trace;
        if (isTrace) traces.push(action.Id);
        const value = isTrace ? null : act(action, resolve, members);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      } catch (problem) {
        return { Results: results, TraceIds: traces, Error: asWireError(problem, index) };
      }
    }
    return { Results: results, TraceIds: traces };
  };

  return {
    references: members.references,
    run: (batch) => {
      try {
        return transact(session.workbook, { origin: "addIn", label: "Add-in" }, () => perform(batch));
      } finally {
        members.references.letGo();
      }
    },
  };
};
