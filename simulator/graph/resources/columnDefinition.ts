/** columnDefinition: reading one from a request, showing one in an answer. */
import { invalid, isObject, type JsonObject, notEmulated } from "../http/exchange.ts";
import { type Column, type ColumnKind, isMultiple, type NewColumn } from "../store/columns.ts";
import { canBeIndexed } from "../store/values.ts";

/** Facets of the metadata; those without a kind exist in Graph and are not emulated. */
const facets: Readonly<Record<string, readonly string[]>> = {
  text: ["allowMultipleLines", "appendChangesToExistingText", "linesForEditing", "maxLength", "textType"],
  number: ["decimalPlaces", "displayAs", "maximum", "minimum"],
  boolean: [],
  choice: ["allowTextEntry", "choices", "displayAs"],
  dateTime: ["displayAs", "format"],
  personOrGroup: ["allowMultipleSelection", "chooseFromType", "displayAs"],
  lookup: ["allowMultipleValues", "allowUnlimitedLength", "columnName", "listId", "primaryLookupColumnId"],
};
const otherFacets = [
  "calculated",
  "contentApprovalStatus",
  "currency",
  "geolocation",
  "hyperlinkOrPicture",
  "term",
  "thumbnail",
];
const common = [
  "name",
  "displayName",
  "description",
  "indexed",
  "enforceUniqueValues",
  "hidden",
  "required",
  "columnGroup",
];

const facetOf = (body: JsonObject): string => {
  const given = [...Object.keys(facets), ...otherFacets].filter((name) => isObject(body[name]));
  const [facet, second] = given;
  // docs #17121 quotes this answer for a facet the service cannot place.
  if (facet === undefined || second !== undefined)
    return invalid("Unable to determine type of provided column definition");
  if (otherFacets.includes(facet)) return notEmulated(`the column facet '${facet}'`);
  return facet;
};

const kindOf = (facet: string, value: JsonObject): ColumnKind => {
  if (facet === "text") {
    if (value["textType"] === "richText") return notEmulated("rich text columns");
    return value["allowMultipleLines"] === true ? "note" : "text";
  }
  if (facet === "choice") return value["displayAs"] === "checkBoxes" ? "choices" : "choice";
  if (facet === "personOrGroup") return "person";
  return facet as ColumnKind;
};

const defaultsOf: Readonly<Record<string, JsonObject>> = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
  number: {
    decimalPlaces: "automatic",
    displayAs: "number",
    maximum: 1.7976931348623157e308,
    minimum: -1.7976931348623157e308,
  },
  boolean: {},
  choice: { allowTextEntry: false, choices: [], displayAs: "dropDownMenu" },
  dateTime: { displayAs: "default", format: "dateOnly" },
  personOrGroup: { allowMultipleSelection: false, chooseFromType: "peopleOnly", displayAs: "nameWithPresence" },
  lookup: { allowMultipleValues: false, allowUnlimitedLength: false },
};

const readFacet = (name: string, value: unknown): JsonObject => {
  if (!isObject(value)) return invalid(`The facet '${name}' must be an object.`);
  for (const key of Object.keys(value))
    if (!key.includes("@odata.") && facets[name]?.includes(key) !== true)
      return invalid(`The property '${key}' does not exist on the facet '${name}'.`);
  return { ...defaultsOf[name], ...value };
};

const flag = (body: JsonObject, name: string, fallback: boolean): boolean => {
  const value = body[name];
  if (value === undefined || value === null) return fallback;
  return typeof value === "boolean" ? value : invalid(`The value of '${name}' must be true or false.`);
};

const text = (body: JsonObject, name: string, fallback: string): string => {
  const value = body[name];
  if (value === undefined || value === null) return fallback;
  return typeof value === "string" ? value : invalid(`The value of '${name}' must be a string.`);
};

const demandIndexable = (column: Omit<Column, "num" | "id">): void => {
  if (column.indexed && !canBeIndexed(column, isMultiple({ ...column, num: 0, id: "" })))
    invalid("This field cannot be indexed.");
  // pnpjs #245
  if (column.unique && !column.indexed) invalid("This field must be indexed to enforce unique values");
};

const knownOnly = (body: JsonObject, facet: string): void => {
  const known = new Set([...common, "defaultValue", facet]);
  for (const key of Object.keys(body))
    if (!key.includes("@odata.") && !known.has(key)) notEmulated(`the property '${key}' of columnDefinition`);
};

/** A column as a POST describes it. */
export const newColumn = (body: unknown): NewColumn => {
  if (!isObject(body)) return invalid("Unable to determine type of provided column definition");
  const facet = facetOf(body);
  knownOnly(body, facet);
  const name = text(body, "name", "");
  if (!/^[A-Za-z_]\w{0,31}$/.test(name))
    return invalid(`The column name '${name}' is not an ASCII name of up to 32 characters.`);
  const value = readFacet(facet, body[facet]);
  const column: NewColumn = {
    name,
    displayName: text(body, "displayName", name),
    kind: kindOf(facet, value),
    definition: {
      columnGroup: text(body, "columnGroup", "Custom Columns"),
      description: text(body, "description", ""),
      required: flag(body, "required", false),
      readOnly: false,
      ...(isObject(body["defaultValue"]) ? { defaultValue: body["defaultValue"] } : {}),
      [facet]: value,
    },
    indexed: flag(body, "indexed", false),
    unique: flag(body, "enforceUniqueValues", false),
    hidden: flag(body, "hidden", false),
    builtIn: false,
  };
  demandIndexable(column);
  return column;
};

const facetName = (column: Column): string | undefined => Object.keys(facets).find((name) => name in column.definition);

const demandSameFacet = (column: Column, facet: string, body: JsonObject): void => {
  if ("name" in body && body["name"] !== column.name) invalid("The name of a column cannot be changed.");
  for (const other of [...Object.keys(facets), ...otherFacets])
    if (other !== facet && isObject(body[other])) invalid("The type of a column cannot be changed.");
  knownOnly(body, facet);
};

const refinedFacet = (column: Column, facet: string, body: JsonObject): JsonObject => {
  const before = column.definition[facet];
  const present = isObject(before) ? before : {};
  const change = body[facet];
  return isObject(change) ? readFacet(facet, { ...present, ...change }) : present;
};

const refinedDefinition = (column: Column, facet: string, body: JsonObject): JsonObject => ({
  ...column.definition,
  ...(facet in column.definition ? { [facet]: refinedFacet(column, facet, body) } : {}),
  ...("description" in body ? { description: text(body, "description", "") } : {}),
  ...("required" in body ? { required: flag(body, "required", false) } : {}),
  ...(isObject(body["defaultValue"]) ? { defaultValue: body["defaultValue"] } : {}),
});

/** A column after a PATCH. The facet may be refined, never exchanged. */
export const patchedColumn = (column: Column, body: JsonObject): Column => {
  const facet = facetName(column) ?? "";
  demandSameFacet(column, facet, body);
  const next: Column = {
    ...column,
    displayName: text(body, "displayName", column.displayName),
    kind: column.builtIn ? column.kind : kindOf(facet, refinedFacet(column, facet, body)),
    indexed: flag(body, "indexed", column.indexed),
    unique: flag(body, "enforceUniqueValues", column.unique),
    hidden: flag(body, "hidden", column.hidden),
    definition: refinedDefinition(column, facet, body),
  };
  demandIndexable(next);
  return next;
};

export const columnProperties = [
  "id",
  "name",
  "displayName",
  "description",
  "columnGroup",
  "indexed",
  "enforceUniqueValues",
  "hidden",
  "required",
  "readOnly",
  "defaultValue",
  ...Object.keys(facets),
];

export const showColumn = (column: Column): JsonObject => ({
  description: "",
  required: false,
  ...column.definition,
  id: column.id,
  name: column.name,
  displayName: column.displayName,
  indexed: column.indexed,
  enforceUniqueValues: column.unique,
  hidden: column.hidden,
});
