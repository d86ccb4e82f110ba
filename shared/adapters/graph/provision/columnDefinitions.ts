/** Graph's columnDefinition of a declared column, and what differs in one that was read back. */
import { at, isRecord } from "../json.ts";
import { isIndexed, isUnique, type Column } from "../lists/columns.ts";

type Facet = Readonly<Record<string, object>>;

const facetOf = (column: Column): Facet => {
  switch (column.kind) {
    case "text":
      return { text: { allowMultipleLines: false, maxLength: 255 } };
    case "note":
      return {
        text: { allowMultipleLines: true, textType: "plain", linesForEditing: 6, appendChangesToExistingText: false },
      };
    case "number":
      return { number: { decimalPlaces: "automatic" } };
    case "boolean":
      return { boolean: {} };
    case "choice":
      return { choice: { allowTextEntry: false, choices: column.choices, displayAs: "dropDownMenu" } };
  }
};

export const columnDefinition = (name: string, column: Column): object => ({
  name,
  displayName: name,
  description: column.description,
  ...facetOf(column),
  ...(isIndexed(column) ? { indexed: true } : {}),
  ...(isUnique(column) ? { enforceUniqueValues: true } : {}),
});

export type ColumnState =
  | { readonly kind: "fine" }
  | { readonly kind: "missing" }
  /** The columnDefinition properties to PATCH. */
  | { readonly kind: "repairable"; readonly id: string; readonly patch: object }
  | { readonly kind: "unusable" };

const hasFacet = (column: Column, definition: unknown): boolean => {
  const multiple = at(definition, "text", "allowMultipleLines") === true;
  switch (column.kind) {
    case "text":
      return isRecord(at(definition, "text")) && !multiple;
    case "note":
      return isRecord(at(definition, "text")) && multiple;
    case "number":
      return isRecord(at(definition, "number"));
    case "boolean":
      return isRecord(at(definition, "boolean"));
    case "choice":
      return isRecord(at(definition, "choice"));
  }
};

const missingChoices = (column: Column, definition: unknown): boolean => {
  if (column.kind !== "choice") return false;
  const choices = at(definition, "choice", "choices");
  return !Array.isArray(choices) || column.choices.some((choice) => !choices.includes(choice));
};

/** Compares a column as read from the service with its declaration. */
export const columnState = (column: Column, definition: unknown): ColumnState => {
  if (definition === undefined) return { kind: "missing" };
  if (!hasFacet(column, definition)) return { kind: "unusable" };
  const patch = {
    ...(isIndexed(column) && at(definition, "indexed") !== true ? { indexed: true } : {}),
    // An index is needed for unique values (pnpjs #245), and both may be asked for at once.
    ...(isUnique(column) && at(definition, "enforceUniqueValues") !== true
      ? { indexed: true, enforceUniqueValues: true }
      : {}),
    ...(missingChoices(column, definition) ? facetOf(column) : {}),
  };
  if (Object.keys(patch).length === 0) return { kind: "fine" };
  const id = at(definition, "id");
  return typeof id === "string" ? { kind: "repairable", id, patch } : { kind: "unusable" };
};
