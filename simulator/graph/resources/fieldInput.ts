/** Field values of a request: checked against the columns, turned into what is stored. Null empties a field. */
import { invalid, type JsonObject, refuse, textOr } from "../http/exchange.ts";
import type { Service } from "../service.ts";
import { type Column, columnNamed, isMultiple } from "../store/columns.ts";
import { findItem } from "../store/items.ts";
import type { ListRow } from "../store/lists.ts";
import { findList } from "../store/lists.ts";
import { userOfLookup } from "../store/sites.ts";
import type { Fields } from "../store/values.ts";

const facet = (column: Column, name: string): JsonObject => (column.definition[name] ?? {}) as JsonObject;

const wrongType = (column: Column, expected: string): never =>
  invalid(`The value of field '${column.name}' is not valid: expected ${expected}.`);

const textValue = (column: Column, value: unknown): string => {
  if (typeof value !== "string") return wrongType(column, "a string");
  const limit = column.kind === "text" ? Number(facet(column, "text")["maxLength"] ?? 255) : Number.POSITIVE_INFINITY;
  if (value.length > Math.min(limit, column.kind === "text" ? 255 : limit))
    return invalid(
      `Invalid text value. A text field contains invalid data. Please check the value of '${column.name}' and try again.`,
    );
  return value;
};

const numberValue = (column: Column, value: unknown): number => {
  if (typeof value !== "number") return wrongType(column, "a number");
  const { minimum, maximum } = facet(column, "number");
  if ((typeof minimum === "number" && value < minimum) || (typeof maximum === "number" && value > maximum))
    return wrongType(column, `a number from ${String(minimum)} to ${String(maximum)}`);
  return value;
};

const choiceValue = (column: Column, value: unknown): string => {
  if (typeof value !== "string") return wrongType(column, "a string");
  const { choices, allowTextEntry } = facet(column, "choice");
  if (allowTextEntry !== true && Array.isArray(choices) && !choices.includes(value))
    return wrongType(column, `one of the choices`);
  return value;
};

/** SharePoint keeps whole seconds of UTC; a date alone means its midnight (the simulated sites live in UTC). */
const dateValue = (column: Column, value: unknown): string => {
  const match =
    typeof value === "string" && /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/.exec(value);
  if (!match) return wrongType(column, "an ISO 8601 date");
  const zoned = match[1] === undefined || match[4] !== undefined ? match[0] : `${match[0]}Z`;
  const at = Date.parse(zoned);
  if (Number.isNaN(at)) return wrongType(column, "an ISO 8601 date");
  const iso = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return facet(column, "dateTime")["format"] === "dateOnly" ? `${iso.slice(0, 10)}T00:00:00Z` : iso;
};

const typedArray = (
  column: Column,
  key: string,
  value: unknown,
  annotations: JsonObject,
  types: readonly string[],
): readonly unknown[] => {
  if (!Array.isArray(value)) return wrongType(column, "an array");
  // docs #2991 and #11505
  if (!types.includes(textOr(annotations[`${key}@odata.type`]).replace(/^#/, "")))
    return refuse(
      400,
      "invalidRequest",
      "A value without a type name was found and no expected type is available. When the model is specified, each value in the payload must have a type which can be either specified in the payload, explicitly by the caller or implicitly inferred from the parent value.",
    );
  return value as readonly unknown[];
};

interface Scope {
  readonly service: Service;
  readonly siteId: string;
}

const lookupId = (scope: Scope, column: Column, value: unknown): number => {
  const id =
    typeof value === "number" || (typeof value === "string" && /^\d+$/.test(value)) ? Number(value) : Number.NaN;
  if (!Number.isInteger(id) || id < 1) return wrongType(column, "the id of a row");
  const found =
    column.kind === "person"
      ? userOfLookup(scope.service, scope.siteId, id) !== undefined
      : lookupTargetHas(scope, column, id);
  return found ? id : invalid(`The value of field '${column.name}' refers to a row that does not exist.`);
};

const lookupTargetHas = (scope: Scope, column: Column, id: number): boolean => {
  const target = findList(scope.service, scope.siteId, textOr(facet(column, "lookup")["listId"]));
  return target !== undefined && findItem(scope.service, target, String(id)) !== undefined;
};

const lookupValue = (scope: Scope, column: Column, key: string, value: unknown, body: JsonObject): unknown => {
  if (!isMultiple(column)) return lookupId(scope, column, value);
  const types = ["Collection(Edm.Int32)", "Collection(Edm.String)"];
  return typedArray(column, key, value, body, types).map((entry) => lookupId(scope, column, entry));
};

const plainValue = (column: Column, key: string, value: unknown, body: JsonObject): unknown => {
  switch (column.kind) {
    case "text":
    case "note":
      return textValue(column, value);
    case "number":
      return numberValue(column, value);
    case "boolean":
      return typeof value === "boolean" ? value : wrongType(column, "true or false");
    case "choice":
      return choiceValue(column, value);
    case "choices":
      return typedArray(column, key, value, body, ["Collection(Edm.String)"]).map((entry) =>
        choiceValue(column, entry),
      );
    case "dateTime":
      return dateValue(column, value);
    case "system":
    case "person":
    case "lookup":
      return invalid(`Field '${key}' is read-only`);
  }
};

const isLookup = (column: Column): boolean => column.kind === "person" || column.kind === "lookup";

/** docs-contrib #1457: SharePoint derives `XId` for a person column X, so a column of that name breaks every write of either. */
const demandNoDerivedName = (columns: readonly Column[], column: Column): void => {
  const base = isLookup(column) ? column.name : column.name.replace(/Id$/, "");
  const pair = columns.find((other) => isLookup(other) && other.name === base);
  if (pair !== undefined && columns.some((other) => !isLookup(other) && other.name === `${base}Id`))
    refuse(500, "generalException", "General exception while processing");
};

const resolve = (columns: readonly Column[], key: string): { readonly column: Column; readonly byId: boolean } => {
  const direct = columnNamed(columns, key);
  if (direct !== undefined) return { column: direct, byId: false };
  const base = key.endsWith("LookupId") ? columnNamed(columns, key.slice(0, -"LookupId".length)) : undefined;
  if (base !== undefined && isLookup(base)) return { column: base, byId: true };
  return invalid(`Field '${key}' is not recognized`);
};

/** What the body changes, by column name; undefined empties the field. */
export const readFields = (
  service: Service,
  list: ListRow,
  columns: readonly Column[],
  body: JsonObject,
): ReadonlyMap<string, unknown> => {
  const scope: Scope = { service, siteId: list.siteId };
  const changes = new Map<string, unknown>();
  for (const [key, value] of Object.entries(body)) {
    if (key.includes("@odata.")) continue;
    const { column, byId } = resolve(columns, key);
    if (column.kind === "system") return invalid(`Field '${key}' is read-only`);
    demandNoDerivedName(columns, column);
    if (isLookup(column) && !byId) return invalid(`Field '${key}' cannot be written; write '${key}LookupId'`);
    if (value === null || value === "") changes.set(column.name, undefined);
    else
      changes.set(
        column.name,
        byId ? lookupValue(scope, column, key, value, body) : plainValue(column, key, value, body),
      );
  }
  return changes;
};

export const applyChanges = (fields: Fields, changes: ReadonlyMap<string, unknown>): Fields =>
  Object.fromEntries([...new Map([...Object.entries(fields), ...changes])].filter(([, value]) => value !== undefined));

const defaultOf = (column: Column): unknown => {
  const given = (column.definition["defaultValue"] as JsonObject | undefined)?.["value"];
  if (typeof given !== "string") return undefined;
  if (column.kind === "number") return Number(given);
  if (column.kind === "boolean") return given === "1" || given.toLowerCase() === "true";
  return column.kind === "text" || column.kind === "choice" || column.kind === "note" ? given : undefined;
};

export const defaultFields = (columns: readonly Column[]): Fields =>
  Object.fromEntries(
    columns.map((column) => [column.name, defaultOf(column)]).filter(([, value]) => value !== undefined),
  );
