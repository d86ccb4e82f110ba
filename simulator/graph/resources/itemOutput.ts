/** listItem and fieldValueSet as Graph shows them. */
import { invalid, type JsonObject } from "../http/exchange.ts";
import type { Options } from "../odata/options.ts";
import type { Service } from "../service.ts";
import { type Column, columnNamed } from "../store/columns.ts";
import { factsOf, fieldsOf, findItem, type ItemRow } from "../store/items.ts";
import { findList, type ListRow } from "../store/lists.ts";
import { itemIdOf } from "../store/schema.ts";
import { type SiteRow, siteUrl, userOfLookup } from "../store/sites.ts";
import type { Fields, ItemFacts } from "../store/values.ts";
import { identity } from "./people.ts";

export const eTagOf = (row: Pick<ItemRow, "guid" | "version">): string => `"${row.guid},${row.version}"`;

/** Computed columns that a generic list shows besides its stored ones. */
const derived: Readonly<Record<string, (facts: ItemFacts, row: FieldSource) => unknown>> = {
  id: (facts) => String(facts.id),
  ContentType: () => "Item",
  Created: (facts) => facts.createdAt,
  Modified: (facts) => facts.modifiedAt,
  AuthorLookupId: (facts) => String(facts.authorLookupId),
  EditorLookupId: (facts) => String(facts.editorLookupId),
  _UIVersionString: (_facts, row) => `${row.version}.0`,
  Attachments: () => false,
  Edit: () => "",
  ItemChildCount: () => "0",
  FolderChildCount: () => "0",
};

/** A row, or an earlier version of it. */
export type FieldSource = Pick<
  ItemRow,
  "key" | "list" | "guid" | "version" | "createdAt" | "createdBy" | "modifiedAt" | "modifiedBy" | "fields"
>;

interface View {
  readonly service: Service;
  readonly list: ListRow;
  readonly columns: readonly Column[];
}

const personValue = (view: View, id: number): JsonObject => {
  const user = userOfLookup(view.service, view.list.siteId, id);
  return { LookupId: id, LookupValue: user?.displayName ?? "", Email: user?.mail ?? "" };
};

const rowValue = (view: View, column: Column, id: number): JsonObject => {
  const lookup = (column.definition["lookup"] ?? {}) as { listId?: string; columnName?: string };
  const target = findList(view.service, view.list.siteId, lookup.listId ?? "");
  const row = target === undefined ? undefined : findItem(view.service, target, String(id));
  const shown = row === undefined ? undefined : fieldsOf(row)[lookup.columnName ?? "Title"];
  return { LookupId: id, LookupValue: typeof shown === "string" || typeof shown === "number" ? String(shown) : "" };
};

const lookupValue = (view: View, column: Column, id: number): JsonObject =>
  column.kind === "person" ? personValue(view, id) : rowValue(view, column, id);

const isLookup = (column: Column): boolean => column.kind === "person" || column.kind === "lookup";

/** Lookups come as `<Name>LookupId` unless named in the select; several values always come as objects. */
const putStored = (view: View, out: Record<string, unknown>, column: Column, value: unknown, named: boolean): void => {
  if (value === undefined) return;
  if (!isLookup(column)) out[column.name] = value;
  else if (Array.isArray(value)) out[column.name] = value.map((id) => lookupValue(view, column, Number(id)));
  else if (named) out[column.name] = lookupValue(view, column, Number(value))["LookupValue"];
  else out[`${column.name}LookupId`] = String(Number(value));
};

const everything = (view: View, row: FieldSource, fields: Fields, facts: ItemFacts): Record<string, unknown> => {
  const out: Record<string, unknown> = {};
  for (const column of view.columns)
    if (column.kind !== "system" && !column.hidden) putStored(view, out, column, fields[column.name], false);
  for (const [name, read] of Object.entries(derived)) out[name] = read(facts, row);
  out["LinkTitle"] = fields["Title"];
  out["LinkTitleNoMenu"] = fields["Title"];
  return out;
};

const putSelected = (
  view: View,
  out: Record<string, unknown>,
  name: string,
  fields: Fields,
  facts: ItemFacts,
  row: FieldSource,
): void => {
  const known = Object.keys(derived).find((key) => key.toLowerCase() === name.toLowerCase());
  if (known !== undefined) out[known] = derived[known]?.(facts, row);
  else if (/^LinkTitle(NoMenu)?$/.test(name)) out[name] = fields["Title"];
  else if (name === "Author" || name === "Editor")
    out[name] = personValue(view, name === "Author" ? facts.authorLookupId : facts.editorLookupId)["LookupValue"];
  else {
    const column = columnNamed(view.columns, name);
    const base = name.endsWith("LookupId") ? columnNamed(view.columns, name.slice(0, -8)) : undefined;
    if (column !== undefined) putStored(view, out, column, fields[column.name], true);
    else if (base !== undefined && isLookup(base)) putStored(view, out, base, fields[base.name], false);
    else invalid(`Field '${name}' is not recognized`);
  }
};

export const showFields = (view: View, row: FieldSource, select: readonly string[] | undefined): JsonObject => {
  const fields = fieldsOf(row);
  const facts = factsOf(view.service, view.list.siteId, row);
  const out: Record<string, unknown> = { "@odata.etag": eTagOf(row) };
  if (select === undefined || select.includes("*")) return Object.assign(out, everything(view, row, fields, facts));
  for (const name of select) putSelected(view, out, name, fields, facts, row);
  return out;
};

const itemProperties: ReadonlySet<string> = new Set([
  "id",
  "createdDateTime",
  "lastModifiedDateTime",
  "eTag",
  "webUrl",
  "createdBy",
  "lastModifiedBy",
  "parentReference",
  "contentType",
  "sharepointIds",
  "fields",
]);

/** Refuses names that listItem does not have before any row is read. */
export const checkItemSelect = (options: Options): void => {
  for (const name of options.select ?? [])
    if (name !== "*" && !itemProperties.has(name))
      invalid(`Could not find a property named '${name}' on type 'microsoft.graph.listItem'.`);
  for (const { name } of options.expand)
    if (name !== "fields") invalid(`Parsing OData Select and Expand failed: '${name}' cannot be expanded here.`);
};

const optional = (site: SiteRow, list: ListRow, row: ItemRow): JsonObject => ({
  sharepointIds: {
    listId: list.id,
    listItemId: String(itemIdOf(row.key)),
    listItemUniqueId: row.guid,
    siteId: site.id.split(",")[1],
    siteUrl: siteUrl(site),
    webId: site.id.split(",")[2],
  },
});

export const showItem = (view: View & { readonly site: SiteRow }, row: ItemRow, options: Options): JsonObject => {
  const { service, site, list } = view;
  const id = String(itemIdOf(row.key));
  const all: JsonObject = {
    "@odata.etag": eTagOf(row),
    createdDateTime: row.createdAt,
    eTag: eTagOf(row),
    id,
    lastModifiedDateTime: row.modifiedAt,
    webUrl: `${siteUrl(site)}/Lists/${encodeURIComponent(list.name)}/${id}_.000`,
    createdBy: identity(service, row.createdBy),
    lastModifiedBy: identity(service, row.modifiedBy),
    parentReference: { id: list.id, siteId: site.id },
    contentType: { id: "0x0100", name: "Item" },
  };
  const select = options.select;
  const source: JsonObject =
    select?.includes("sharepointIds") === true ? { ...all, ...optional(site, list, row) } : all;
  const body =
    select === undefined || select.includes("*")
      ? source
      : Object.fromEntries(
          Object.entries(source).filter(([name]) => name.startsWith("@") || name === "id" || select.includes(name)),
        );
  const fields = options.expand.find((expansion) => expansion.name === "fields");
  return fields === undefined ? body : { ...body, fields: showFields(view, row, fields.select) };
};
