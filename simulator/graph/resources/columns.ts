/** Columns of a list. */
import { demand } from "../access.ts";
import { created, invalid, type JsonObject, noContent, notFound, objectBody, ok, refuse } from "../http/exchange.ts";
import { collection, entity, pageOf, project } from "../odata/paging.ts";
import type { Service } from "../service.ts";
import { type Column, columnNamed, columnsOf, insertColumn, updateColumn } from "../store/columns.ts";
import { buildIndex, dropIndex } from "../store/items.ts";
import type { ListRow } from "../store/lists.ts";
import { itemKey, keysPerList } from "../store/schema.ts";
import type { SiteRow } from "../store/sites.ts";
import { columnProperties, newColumn, patchedColumn, showColumn } from "./columnDefinition.ts";
import { listOf, pageSize } from "./items.ts";
import { param, type Route, type RouteCall } from "./route.ts";

const context = (site: SiteRow, list: ListRow): string =>
  `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/columns`;

const show = (column: Column, call: RouteCall): JsonObject =>
  project(showColumn(column), call.options.select, columnProperties, "columnDefinition");

/** Hidden columns are listed only when the select names `hidden`. */
const getColumns = (service: Service, call: RouteCall) => {
  const { site, list } = listOf(service, call);
  const withHidden = call.options.select?.includes("hidden") === true;
  const columns = columnsOf(service, list.num).filter((column) => withHidden || !column.hidden);
  const page = pageOf(call, columns, pageSize(service, call.options.top), call.options.skipToken);
  return ok(collection(call, context(site, list), { ...page, value: page.value.map((column) => show(column, call)) }));
};

const columnOf = (service: Service, call: RouteCall, list: ListRow): Column => {
  const columns = columnsOf(service, list.num);
  const key = param(call, "column");
  return (
    columns.find((column) => column.id === key) ??
    columnNamed(columns, key) ??
    notFound("The specified column was not found")
  );
};

const getColumn = (service: Service, call: RouteCall) => {
  const { site, list } = listOf(service, call);
  return ok(entity(call, context(site, list), show(columnOf(service, call, list), call)));
};

const createColumn = (service: Service, call: RouteCall) => {
  const { site, list, place } = listOf(service, call);
  demand(service, call.caller, place, "manageLists");
  const column = newColumn(objectBody(call));
  if (columnNamed(columnsOf(service, list.num), column.name) !== undefined)
    return refuse(409, "nameAlreadyExists", `A column named '${column.name}' already exists.`);
  insertColumn(service, list.num, column);
  const stored = columnNamed(columnsOf(service, list.num), column.name);
  if (stored === undefined) throw new Error("an inserted column was not found");
  if (stored.indexed) buildIndex(service, list, stored);
  return created(entity(call, context(site, list), showColumn(stored)));
};

const patchColumn = (service: Service, call: RouteCall) => {
  const { site, list, place } = listOf(service, call);
  demand(service, call.caller, place, "manageLists");
  const column = columnOf(service, call, list);
  const next = patchedColumn(column, objectBody(call));
  updateColumn(service, next);
  if (next.indexed !== column.indexed || next.unique !== column.unique) {
    dropIndex(service, column);
    if (next.indexed) buildIndex(service, list, next);
  }
  return ok(entity(call, context(site, list), showColumn(next)));
};

const deleteColumn = (service: Service, call: RouteCall) => {
  const { list, place } = listOf(service, call);
  demand(service, call.caller, place, "manageLists");
  const column = columnOf(service, call, list);
  if (column.builtIn) return invalid("The column cannot be deleted.");
  dropIndex(service, column);
  service.db.run("DELETE FROM columns WHERE num = ?", column.num);
  const low = itemKey(list.num, 0);
  // Names are plain ASCII words, so the JSON path needs no quoting; a later column of that name starts empty.
  service.db.run(
    `UPDATE items SET fields = json_remove(fields, '$.${column.name}') WHERE key >= ? AND key < ?`,
    low,
    low + keysPerList,
  );
  return noContent;
};

const columns = "/sites/{site}/lists/{list}/columns";

export const columnRoutes: readonly Route[] = [
  { method: "GET", path: columns, scopes: [], query: ["select", "top", "skiptoken"], units: 2, handle: getColumns },
  { method: "POST", path: columns, scopes: [], units: 2, handle: createColumn },
  { method: "GET", path: `${columns}/{column}`, scopes: [], query: ["select"], units: 1, handle: getColumn },
  { method: "PATCH", path: `${columns}/{column}`, scopes: [], units: 2, handle: patchColumn },
  { method: "DELETE", path: `${columns}/{column}`, scopes: [], units: 2, handle: deleteColumn },
];
