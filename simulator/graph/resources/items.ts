/** Items of a list. */
import { demand, demandWriteSecurity, type Place } from "../access.ts";
import {
  type Call,
  created,
  invalid,
  type JsonObject,
  noContent,
  notFound,
  objectBody,
  ok,
  onlyProperties,
  refuse,
} from "../http/exchange.ts";
import { collection, entity, linkWith, seal, unseal } from "../odata/paging.ts";
import { instant, type Service } from "../service.ts";
import { columnsOf } from "../store/columns.ts";
import { deleteItem, fieldsOf, findItem, insertItems, type ItemRow, updateItem } from "../store/items.ts";
import { findList, type ListRow } from "../store/lists.ts";
import { type SiteRow, siteFor } from "../store/sites.ts";
import type { Comparable } from "../store/values.ts";
import { applyChanges, defaultFields, readFields } from "./fieldInput.ts";
import { checkItemSelect, eTagOf, showFields, showItem } from "./itemOutput.ts";
import { queryItems } from "./itemQuery.ts";
import { param, type Route, type RouteCall } from "./route.ts";

export interface ListPlace {
  readonly site: SiteRow;
  readonly list: ListRow;
  readonly place: Place;
}

/** The list of the path, readable for the caller. Whether a list is missing is told only to readers of the site. */
export const listOf = (service: Service, call: RouteCall): ListPlace => {
  const site = siteFor(service, param(call, "site"));
  const list = findList(service, site.id, param(call, "list"));
  const place = list === undefined ? { siteId: site.id } : { siteId: site.id, list };
  demand(service, call.caller, place, "read");
  return { site, list: list ?? notFound("The specified list was not found"), place };
};

export const itemOf = (service: Service, call: RouteCall, list: ListRow): ItemRow =>
  findItem(service, list, param(call, "item")) ?? notFound("The specified item was not found");

/** Conflicts elsewhere in SharePoint came with other codes; clients must branch on the status alone. */
const demandMatch = (call: Call, row: ItemRow): void => {
  const wanted = call.headers["if-match"];
  if (wanted !== undefined && wanted !== "*" && wanted !== eTagOf(row))
    refuse(412, "resourceModified", "The resource has changed since the caller last read it; usually an eTag mismatch");
};

const itemsContext = (site: SiteRow, list: ListRow): string =>
  `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items`;

export const pageSize = (service: Service, top: number | undefined): number => {
  const { defaultPageSize, maxPageSize } = service.settings();
  return Math.min(top ?? defaultPageSize, maxPageSize);
};

const positionIn = (skipToken: string | undefined): readonly Comparable[] | undefined => {
  if (skipToken === undefined) return undefined;
  const after = unseal(skipToken)?.["after"];
  return Array.isArray(after)
    ? (after as readonly Comparable[])
    : invalid("One of the provided arguments is not acceptable.");
};

const listItems = (service: Service, call: RouteCall) => {
  const { site, list } = listOf(service, call);
  const { options } = call;
  checkItemSelect(options);
  const columns = columnsOf(service, list.num);
  const after = positionIn(options.skipToken);
  const page = queryItems(
    {
      service,
      list,
      columns,
      honorNonIndexed: /HonorNonIndexedQueriesWarningMayFailRandomly/i.test(call.headers["prefer"] ?? ""),
    },
    {
      orderBy: options.orderBy,
      size: pageSize(service, options.top),
      ...(options.filter === undefined ? {} : { filter: options.filter }),
      ...(after === undefined ? {} : { after }),
    },
  );
  const view = { service, site, list, columns };
  const value = page.rows.map((row) => showItem(view, row, options));
  const next = page.after === undefined ? {} : { nextLink: linkWith(call, "skiptoken", seal({ after: page.after })) };
  return ok(collection(call, itemsContext(site, list), { value, ...next }));
};

const getItem = (service: Service, call: RouteCall) => {
  const { site, list } = listOf(service, call);
  checkItemSelect(call.options);
  const view = { service, site, list, columns: columnsOf(service, list.num) };
  return ok(entity(call, itemsContext(site, list), showItem(view, itemOf(service, call, list), call.options)));
};

const bodyFields = (body: JsonObject, required: boolean): JsonObject => {
  onlyProperties(body, ["fields"], "listItem");
  const fields = body["fields"];
  if (fields === undefined && !required) return {};
  return typeof fields === "object" && fields !== null
    ? (fields as JsonObject)
    : invalid("The property 'fields' must be an object.");
};

const withFields = { expand: [{ name: "fields" }], orderBy: [], count: false } as const;

const createItem = (service: Service, call: RouteCall) => {
  const { site, list, place } = listOf(service, call);
  demand(service, call.caller, place, "add");
  const columns = columnsOf(service, list.num);
  const changes = readFields(service, list, columns, bodyFields(objectBody(call), false));
  const fields = applyChanges(defaultFields(columns), changes);
  const [row] = insertItems(service, list, [{ fields, author: call.caller.oid, at: instant(service.now()) }]);
  if (row === undefined) throw new Error("an inserted item was not handed back");
  return created(entity(call, itemsContext(site, list), showItem({ service, site, list, columns }, row, withFields)));
};

const changeItem = (service: Service, call: RouteCall, fieldsBody: JsonObject) => {
  const { site, list, place } = listOf(service, call);
  demand(service, call.caller, place, "edit");
  const row = itemOf(service, call, list);
  demandWriteSecurity(service, call.caller, place, row.createdBy);
  demandMatch(call, row);
  const columns = columnsOf(service, list.num);
  const changes = readFields(service, list, columns, fieldsBody);
  const next = updateItem(
    service,
    list,
    row,
    applyChanges(fieldsOf(row), changes),
    call.caller.oid,
    instant(service.now()),
  );
  return { view: { service, site, list, columns }, row: next };
};

const patchItem = (service: Service, call: RouteCall) => {
  const { view, row } = changeItem(service, call, bodyFields(objectBody(call), true));
  return ok(entity(call, itemsContext(view.site, view.list), showItem(view, row, withFields)));
};

const getFields = (service: Service, call: RouteCall) => {
  const { list } = listOf(service, call);
  const view = { service, list, columns: columnsOf(service, list.num) };
  return ok(showFields(view, itemOf(service, call, list), call.options.select));
};

const patchFields = (service: Service, call: RouteCall) => {
  const { view, row } = changeItem(service, call, objectBody(call));
  return ok(showFields(view, row, undefined));
};

const removeItem = (service: Service, call: RouteCall) => {
  const { list, place } = listOf(service, call);
  demand(service, call.caller, place, "delete");
  const row = itemOf(service, call, list);
  demandWriteSecurity(service, call.caller, place, row.createdBy);
  demandMatch(call, row);
  deleteItem(service, list, row);
  return noContent;
};

const items = "/sites/{site}/lists/{list}/items";

export const itemRoutes: readonly Route[] = [
  {
    method: "GET",
    path: items,
    scopes: [],
    query: ["select", "expand", "filter", "orderby", "top", "skiptoken"],
    units: 2,
    handle: listItems,
  },
  { method: "POST", path: items, scopes: [], units: 2, handle: createItem },
  { method: "GET", path: `${items}/{item}`, scopes: [], query: ["select", "expand"], units: 1, handle: getItem },
  { method: "PATCH", path: `${items}/{item}`, scopes: [], units: 2, handle: patchItem },
  { method: "DELETE", path: `${items}/{item}`, scopes: [], units: 2, handle: removeItem },
  { method: "GET", path: `${items}/{item}/fields`, scopes: [], query: ["select"], units: 1, handle: getFields },
  { method: "PATCH", path: `${items}/{item}/fields`, scopes: [], units: 2, handle: patchFields },
];
