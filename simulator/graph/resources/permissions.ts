/** Grants of an application on one site or list. Graph v1.0 knows no such grant for a user: the documents say "application permissions only". */
import { demand, type Place } from "../access.ts";
import type { AppRole } from "../contract.ts";
import {
  created,
  invalid,
  isObject,
  type JsonObject,
  noContent,
  notFound,
  objectBody,
  ok,
  onlyProperties,
  textOr,
} from "../http/exchange.ts";
import { collection, entity, pageOf } from "../odata/paging.ts";
import type { Service } from "../service.ts";
import { listScope, siteScope } from "../roles/assignments.ts";
import { newGuid } from "../store/names.ts";
import { siteFor } from "../store/sites.ts";
import { listOf, pageSize } from "./items.ts";
import { param, type Route, type RouteCall } from "./route.ts";

interface GrantRow {
  readonly id: string;
  readonly scope: string;
  readonly appId: string;
  readonly displayName: string;
  readonly role: string;
}

const roles: readonly AppRole[] = ["read", "write", "manage", "owner", "fullcontrol"];

export const writeGrant = (
  service: Pick<Service, "db">,
  scope: string,
  appId: string,
  displayName: string,
  role: AppRole,
): string => {
  service.db.run("DELETE FROM grants WHERE scope = ? AND appId = ?", scope, appId);
  const id = newGuid();
  service.db.run(
    "INSERT INTO grants (id, scope, appId, displayName, role) VALUES (?, ?, ?, ?, ?)",
    id,
    scope,
    appId,
    displayName,
    role,
  );
  return id;
};

const show = ({ id, appId, displayName, role }: GrantRow): JsonObject => ({
  id,
  roles: [role],
  grantedToV2: { application: { id: appId, displayName } },
  grantedToIdentitiesV2: [{ application: { id: appId, displayName } }],
});

interface Target {
  readonly scope: string;
  readonly context: string;
}

const targetOf = (service: Service, call: RouteCall): Target => {
  // Documented: Sites.FullControl.All, or Sites.Selected with the role fullcontrol or owner.
  const place: Place =
    call.params["list"] === undefined
      ? { siteId: siteFor(service, param(call, "site")).id }
      : listOf(service, call).place;
  demand(service, call.caller, place, "full");
  const sitePart = `sites('${encodeURIComponent(place.siteId)}')`;
  return place.list === undefined
    ? { scope: siteScope(place.siteId), context: `${sitePart}/permissions` }
    : { scope: listScope(place.list.num), context: `${sitePart}/lists/permissions` };
};

const applicationOf = (body: JsonObject): { readonly id: string; readonly displayName: string } => {
  const identities = body["grantedToIdentitiesV2"] ?? body["grantedToIdentities"];
  const granted =
    body["grantedToV2"] ?? body["grantedTo"] ?? (Array.isArray(identities) ? (identities[0] as unknown) : undefined);
  const application = isObject(granted) ? granted["application"] : undefined;
  if (!isObject(application) || typeof application["id"] !== "string")
    return invalid("Only an application can be granted permissions here.");
  return { id: application["id"], displayName: textOr(application["displayName"]) };
};

const roleOf = (body: JsonObject): AppRole => {
  const [role, second] = Array.isArray(body["roles"]) ? (body["roles"] as readonly unknown[]) : [];
  const known = roles.find((name) => name === role);
  return known !== undefined && second === undefined ? known : invalid("Exactly one known role must be given.");
};

const createGrant = (service: Service, call: RouteCall) => {
  const { scope, context } = targetOf(service, call);
  const body = objectBody(call);
  onlyProperties(
    body,
    ["roles", "grantedTo", "grantedToV2", "grantedToIdentities", "grantedToIdentitiesV2"],
    "permission",
  );
  const { id: appId, displayName } = applicationOf(body);
  const role = roleOf(body);
  const id = writeGrant(service, scope, appId, displayName, role);
  return created(entity(call, context, show({ id, scope, appId, displayName, role })));
};

const getGrants = (service: Service, call: RouteCall) => {
  const { scope, context } = targetOf(service, call);
  const rows = service.db.all<GrantRow>("SELECT * FROM grants WHERE scope = ? ORDER BY id", scope);
  const page = pageOf(call, rows, pageSize(service, undefined), call.options.skipToken);
  return ok(collection(call, context, { ...page, value: page.value.map(show) }));
};

const deleteGrant = (service: Service, call: RouteCall) => {
  const { scope } = targetOf(service, call);
  const removed = service.db.run("DELETE FROM grants WHERE scope = ? AND id = ?", scope, param(call, "permission"));
  return removed === 0 ? notFound() : noContent;
};

const routesAt = (path: string): readonly Route[] => [
  { method: "GET", path, scopes: [], query: ["skiptoken"], units: 5, handle: getGrants },
  { method: "POST", path, scopes: [], units: 5, handle: createGrant },
  { method: "DELETE", path: `${path}/{permission}`, scopes: [], units: 5, handle: deleteGrant },
];

export const permissionRoutes: readonly Route[] = [
  ...routesAt("/sites/{site}/permissions"),
  ...routesAt("/sites/{site}/lists/{list}/permissions"),
];
