/** Lists of a site. */
import { demand, may } from "../access.ts";
import {
  created,
  invalid,
  isObject,
  type JsonObject,
  noContent,
  notEmulated,
  objectBody,
  ok,
  onlyProperties,
  refuse,
} from "../http/exchange.ts";
import { parseFilter } from "../odata/filter.ts";
import { collection, entity, pageOf, project } from "../odata/paging.ts";
import { clearAssignments, listScope } from "../roles/assignments.ts";
import { instant, type Service } from "../service.ts";
import { builtInColumns, columnsOf, insertColumn } from "../store/columns.ts";
import { findList, listByNum, listTitled, type ListRow } from "../store/lists.ts";
import { newGuid } from "../store/names.ts";
import { itemKey, keysPerList } from "../store/schema.ts";
import { lookupIdOf, type SiteRow, siteFor, siteUrl } from "../store/sites.ts";
import { newColumn, showColumn } from "./columnDefinition.ts";
import { type ListPlace, listOf, pageSize } from "./items.ts";
import { identity } from "./people.ts";
import { param, type Route, type RouteCall } from "./route.ts";

const listProperties = [
  "id",
  "name",
  "displayName",
  "description",
  "eTag",
  "webUrl",
  "createdDateTime",
  "lastModifiedDateTime",
  "createdBy",
  "lastModifiedBy",
  "parentReference",
  "list",
  "columns",
];

const showList = (service: Service, site: SiteRow, list: ListRow, call: RouteCall): JsonObject => {
  const body: JsonObject = {
    "@odata.etag": `"${list.id},${list.version}"`,
    createdDateTime: list.createdAt,
    description: list.description,
    eTag: `"${list.id},${list.version}"`,
    id: list.id,
    lastModifiedDateTime: list.modifiedAt,
    name: list.name,
    webUrl: `${siteUrl(site)}/Lists/${encodeURIComponent(list.name)}`,
    displayName: list.displayName,
    createdBy: identity(service, list.createdBy),
    lastModifiedBy: identity(service, list.modifiedBy),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: list.hidden === 1, template: list.template },
  };
  const projected = project(body, call.options.select, listProperties, "list");
  const [expansion, other] = call.options.expand;
  if (other !== undefined || (expansion !== undefined && expansion.name !== "columns"))
    return notEmulated(`$expand=${call.options.expand.map(({ name }) => name).join(",")} on a list`);
  if (expansion === undefined) return projected;
  const columns = columnsOf(service, list.num).filter((column) => !column.hidden);
  return { ...projected, columns: columns.map(showColumn) };
};

const context = (site: SiteRow): string => `sites('${encodeURIComponent(site.id)}')/lists`;

/** docs #9836: the filter of lists knows `displayName eq` only. */
const wantedName = (source: string): string => {
  const filter = parseFilter(source);
  if (
    filter.type !== "compare" ||
    filter.path !== "displayName" ||
    filter.op !== "eq" ||
    typeof filter.value !== "string"
  )
    return invalid("The provided filter statement is not supported");
  return filter.value;
};

const getLists = (service: Service, call: RouteCall) => {
  const site = siteFor(service, param(call, "site"));
  demand(service, call.caller, { siteId: site.id }, "read");
  const all = service.db
    .all<ListRow>("SELECT * FROM lists WHERE siteId = ? AND hidden = 0 ORDER BY num", site.id)
    .filter((list) => list.inherits === 1 || may(service, call.caller, { siteId: site.id, list }, "read"));
  const name = call.options.filter === undefined ? undefined : wantedName(call.options.filter).toLowerCase();
  const matching = name === undefined ? all : all.filter((list) => list.displayName.toLowerCase() === name);
  const page = pageOf(call, matching, pageSize(service, call.options.top), call.options.skipToken);
  return ok(
    collection(call, context(site), { ...page, value: page.value.map((list) => showList(service, site, list, call)) }),
  );
};

const getList = (service: Service, call: RouteCall) => {
  const { site, list } = listOf(service, call);
  return ok(entity(call, context(site), showList(service, site, list, call)));
};

const text = (body: JsonObject, name: string): string | undefined => {
  const value = body[name];
  return value === undefined || typeof value === "string" ? value : invalid(`The value of '${name}' must be a string.`);
};

const templateOf = (body: JsonObject): string => {
  const info = body["list"];
  if (!isObject(info)) return invalid("One of the provided arguments is not acceptable.");
  onlyProperties(info, ["template", "contentTypesEnabled", "hidden"], "listInfo");
  if (info["template"] !== "genericList") return notEmulated(`the list template '${String(info["template"])}'`);
  if (info["contentTypesEnabled"] === true || info["hidden"] === true)
    return notEmulated("hidden lists and lists with content types");
  return "genericList";
};

/** Characters that SharePoint leaves out of a list's address. */
const addressName = (displayName: string): string => displayName.replaceAll(/["#%*:<>?/\\|.]/g, "").slice(0, 100);

const insertList = (
  service: Service,
  site: SiteRow,
  displayName: string,
  description: string,
  userId: string,
): ListRow => {
  const at = instant(service.now());
  const id = newGuid();
  service.db.run(
    "INSERT INTO lists (id, siteId, name, displayName, description, template, hidden, createdAt, createdBy, modifiedAt, modifiedBy) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
    id,
    site.id,
    addressName(displayName),
    displayName,
    description,
    "genericList",
    at,
    userId,
    at,
    userId,
  );
  return findList(service, site.id, id) ?? invalid("The list could not be created.");
};

const createList = (service: Service, call: RouteCall) => {
  const site = siteFor(service, param(call, "site"));
  demand(service, call.caller, { siteId: site.id }, "manageLists");
  const body = objectBody(call);
  // docs-contrib #8113
  if ("name" in body)
    return invalid("Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'");
  onlyProperties(body, ["displayName", "description", "columns", "list"], "list");
  const displayName = text(body, "displayName");
  if (displayName === undefined || displayName.trim() === "")
    return invalid("One of the provided arguments is not acceptable.");
  templateOf(body);
  if (listTitled(service, site.id, displayName) !== undefined)
    return refuse(
      409,
      "nameAlreadyExists",
      "Name already exists. A list, survey, discussion board, or document library with the specified title already exists in this Web site.",
    );
  const columns = body["columns"] ?? [];
  if (!Array.isArray(columns)) return invalid("The property 'columns' must be an array.");
  const wanted = columns.map(newColumn);
  const list = insertList(service, site, displayName, text(body, "description") ?? "", call.caller.oid);
  lookupIdOf(service, site.id, call.caller.oid);
  for (const column of builtInColumns) insertColumn(service, list.num, column);
  if (!service.settings().dropListColumns) for (const column of wanted) addUnlessBuiltIn(service, list, column);
  return created(entity(call, context(site), showList(service, site, list, call)));
};

/** docs #3480: the default value of a column in the list POST is ignored. */
const addUnlessBuiltIn = (service: Service, list: ListRow, column: ReturnType<typeof newColumn>): void => {
  const { defaultValue: _ignored, ...definition } = column.definition;
  if (columnsOf(service, list.num).some((other) => other.name.toLowerCase() === column.name.toLowerCase()))
    refuse(409, "nameAlreadyExists", `A column named '${column.name}' already exists.`);
  insertColumn(service, list.num, { ...column, definition });
};

const patchList = (service: Service, call: RouteCall) => {
  const { site, list, place }: ListPlace = listOf(service, call);
  demand(service, call.caller, place, "manageLists");
  const body = objectBody(call);
  onlyProperties(body, ["displayName", "description"], "list");
  const displayName = text(body, "displayName") ?? list.displayName;
  const other = listTitled(service, site.id, displayName);
  if (other !== undefined && other.num !== list.num) return refuse(409, "nameAlreadyExists", "Name already exists.");
  service.db.run(
    "UPDATE lists SET displayName = ?, description = ?, modifiedAt = ?, modifiedBy = ?, version = version + 1 WHERE num = ?",
    displayName,
    text(body, "description") ?? list.description,
    instant(service.now()),
    call.caller.oid,
    list.num,
  );
  return ok(entity(call, context(site), showList(service, site, listByNum(service, list.num) ?? list, call)));
};

const deleteList = (service: Service, call: RouteCall) => {
  const { list, place } = listOf(service, call);
  demand(service, call.caller, place, "manageLists");
  const low = itemKey(list.num, 0);
  const { db } = service;
  db.run("DELETE FROM item_values WHERE col IN (SELECT num FROM columns WHERE list = ?)", list.num);
  db.run("DELETE FROM versions WHERE key >= ? AND key < ?", low, low + keysPerList);
  db.run("DELETE FROM items WHERE key >= ? AND key < ?", low, low + keysPerList);
  db.run("DELETE FROM deleted_items WHERE list = ?", list.num);
  db.run("DELETE FROM columns WHERE list = ?", list.num);
  clearAssignments(service, listScope(list.num));
  db.run("DELETE FROM grants WHERE scope = ?", listScope(list.num));
  db.run("DELETE FROM lists WHERE num = ?", list.num);
  return noContent;
};

const siteProperties = [
  "id",
  "name",
  "displayName",
  "description",
  "webUrl",
  "createdDateTime",
  "lastModifiedDateTime",
  "siteCollection",
  "root",
];

const showSite = (site: SiteRow, call: RouteCall): JsonObject =>
  project(
    {
      createdDateTime: site.createdAt,
      description: site.description,
      id: site.id,
      lastModifiedDateTime: site.createdAt,
      name: site.name,
      webUrl: siteUrl(site),
      displayName: site.displayName,
      ...(site.path === "" ? { root: {} } : {}),
      siteCollection: { hostname: site.host },
    },
    call.options.select,
    siteProperties,
    "site",
  );

const getSite = (service: Service, call: RouteCall) => {
  const site = siteFor(service, param(call, "site"));
  demand(service, call.caller, { siteId: site.id }, "read");
  return ok(entity(call, "sites", showSite(site, call)));
};

/** Sites the caller can read whose name contains the searched text. */
const searchSites = (service: Service, call: RouteCall) => {
  const { search } = call.options;
  if (search === undefined) return notEmulated("listing sites without ?search=");
  const words = search.replaceAll(/["*]/g, "").toLowerCase();
  const readable = service.db
    .all<SiteRow>("SELECT * FROM sites ORDER BY displayName")
    .filter((site) => site.displayName.toLowerCase().includes(words) || site.name.toLowerCase().includes(words))
    .filter((site) => may(service, call.caller, { siteId: site.id }, "read"));
  const page = pageOf(call, readable, pageSize(service, call.options.top), call.options.skipToken);
  return ok(collection(call, "sites", { ...page, value: page.value.map((site) => showSite(site, call)) }));
};

const lists = "/sites/{site}/lists";

export const listRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/sites",
    scopes: ["Sites.Read.All", "Sites.ReadWrite.All"],
    query: ["search", "select", "top", "skiptoken"],
    units: 2,
    handle: searchSites,
  },
  { method: "GET", path: "/sites/{site}", scopes: [], query: ["select"], units: 1, handle: getSite },
  {
    method: "GET",
    path: lists,
    scopes: [],
    query: ["select", "expand", "filter", "top", "skiptoken"],
    units: 2,
    handle: getLists,
  },
  { method: "POST", path: lists, scopes: [], units: 2, handle: createList },
  { method: "GET", path: `${lists}/{list}`, scopes: [], query: ["select", "expand"], units: 1, handle: getList },
  { method: "PATCH", path: `${lists}/{list}`, scopes: [], units: 2, handle: patchList },
  { method: "DELETE", path: `${lists}/{list}`, scopes: [], units: 2, handle: deleteList },
];
