/** Versions of an item, newest first. Every change makes one; the current state is the newest. */
import { demand, demandWriteSecurity } from "../access.ts";
import { type JsonObject, noContent, notFound, ok } from "../http/exchange.ts";
import { collection, entity, pageOf } from "../odata/paging.ts";
import { instant, type Service } from "../service.ts";
import { columnsOf } from "../store/columns.ts";
import { fieldsOf, type ItemRow, updateItem } from "../store/items.ts";
import { notEmulated } from "../http/exchange.ts";
import { checkItemSelect, type FieldSource, showFields } from "./itemOutput.ts";
import { itemOf, type ListPlace, listOf, pageSize } from "./items.ts";
import { identity } from "./people.ts";
import { param, type Route, type RouteCall } from "./route.ts";

const versionsOf = (service: Service, row: ItemRow): readonly FieldSource[] => [
  row,
  ...service.db
    .all<Pick<ItemRow, "version" | "modifiedAt" | "modifiedBy" | "fields">>(
      "SELECT version, modifiedAt, modifiedBy, fields FROM versions WHERE key = ? ORDER BY version DESC",
      row.key,
    )
    .map((old) => Object.assign({}, row, old)),
];

const show = (service: Service, { list }: ListPlace, source: FieldSource, call: RouteCall): JsonObject => {
  const expansion = call.options.expand.find(({ name }) => name === "fields");
  const view = { service, list, columns: columnsOf(service, list.num) };
  return {
    id: `${source.version}.0`,
    lastModifiedDateTime: source.modifiedAt,
    lastModifiedBy: identity(service, source.modifiedBy),
    ...(expansion === undefined ? {} : { fields: showFields(view, source, expansion.select) }),
  };
};

const context = ({ site, list }: ListPlace, row: ItemRow): string =>
  `sites('${encodeURIComponent(site.id)}')/lists('${list.id}')/items('${row.guid}')/versions`;

const getVersions = (service: Service, call: RouteCall) => {
  const place = listOf(service, call);
  checkItemSelect({ ...call.options, select: [] });
  const row = itemOf(service, call, place.list);
  const page = pageOf(call, versionsOf(service, row), pageSize(service, call.options.top), call.options.skipToken);
  return ok(
    collection(call, context(place, row), {
      ...page,
      value: page.value.map((source) => show(service, place, source, call)),
    }),
  );
};

const versionOf = (service: Service, call: RouteCall, row: ItemRow): FieldSource =>
  versionsOf(service, row).find((source) => `${source.version}.0` === param(call, "version")) ??
  notFound("The specified version was not found");

const getVersion = (service: Service, call: RouteCall) => {
  const place = listOf(service, call);
  const row = itemOf(service, call, place.list);
  return ok(entity(call, context(place, row), show(service, place, versionOf(service, call, row), call)));
};

const restoreVersion = (service: Service, call: RouteCall) => {
  const { list, place } = listOf(service, call);
  demand(service, call.caller, place, "edit");
  const row = itemOf(service, call, list);
  demandWriteSecurity(service, call.caller, place, row.createdBy);
  if (call.body !== undefined) return notEmulated("a body of restoreVersion");
  const old = versionOf(service, call, row);
  updateItem(service, list, row, fieldsOf(old), call.caller.oid, instant(service.now()));
  return noContent;
};

const versions = "/sites/{site}/lists/{list}/items/{item}/versions";

export const versionRoutes: readonly Route[] = [
  { method: "GET", path: versions, scopes: [], query: ["expand", "top", "skiptoken"], units: 2, handle: getVersions },
  { method: "GET", path: `${versions}/{version}`, scopes: [], query: ["expand"], units: 1, handle: getVersion },
  { method: "POST", path: `${versions}/{version}/restoreVersion`, scopes: [], units: 2, handle: restoreVersion },
];
