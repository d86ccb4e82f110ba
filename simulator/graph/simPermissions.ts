/** `POST /sim/permissions`: what SharePoint's own interface can do, in one call and without a token. */
import { isObject, type JsonObject, refuse } from "./http/exchange.ts";
import { assign, clearAssignments, listScope, siteScope } from "./roles/assignments.ts";
import { type Principal, siteGroupNamed } from "./roles/principals.ts";
import { isLevel, levelId } from "./roles/roleDefinitions.ts";
import type { Service } from "./service.ts";
import { findList, type ListRow } from "./store/lists.ts";
import { siteFor } from "./store/sites.ts";

const bad = (message: string): never => refuse(400, "badRequest", message);

const principalOf = (service: Service, siteId: string, { kind, id }: JsonObject): Principal => {
  if (kind === "everyone") return { kind, id: "" };
  if (typeof id !== "string") return bad("'id' of the user or group is missing");
  if (kind === "user" || kind === "members" || kind === "owners") return { kind, id };
  if (kind !== "group") return bad("'kind' is user, members, owners, everyone or group");
  const group = siteGroupNamed(service, siteId, id) ?? bad(`the site has no group '${id}'`);
  return { kind, id: String(group.id) };
};

const writeRole = (service: Service, siteId: string, scope: string, entry: unknown): void => {
  if (!isObject(entry)) return bad("a role must be an object");
  const principal = principalOf(service, siteId, entry);
  const { level } = entry;
  if (level === "none") return;
  if (!isLevel(level)) return bad("'level' is not a known permission level");
  assign(service, scope, principal, levelId(service, siteId, level));
};

const writeRoles = (service: Service, siteId: string, scope: string, roles: unknown): void => {
  if (!Array.isArray(roles)) return bad("'roles' must be an array");
  clearAssignments(service, scope);
  for (const entry of roles as readonly unknown[]) writeRole(service, siteId, scope, entry);
};

const setListPermissions = (service: Service, list: ListRow, body: JsonObject): void => {
  const { roles, writeSecurity = list.writeSecurity, inherit } = body;
  if (![1, 2, 4].some((known) => known === writeSecurity)) return bad("'writeSecurity' is 1, 2 or 4");
  const scope = listScope(list.num);
  if (inherit === true) clearAssignments(service, scope);
  else if (roles !== undefined) writeRoles(service, list.siteId, scope, roles);
  const inherits = inherit === true ? 1 : roles === undefined ? list.inherits : 0;
  service.db.run(
    "UPDATE lists SET inherits = ?, writeSecurity = ? WHERE num = ?",
    inherits,
    Number(writeSecurity),
    list.num,
  );
};

const text = (body: JsonObject, name: string): string => {
  const value = body[name];
  return typeof value === "string" ? value : bad(`'${name}' must be a string`);
};

/**
 * Role assignments of a site or list, and WriteSecurity of a list. With `roles` a list stops inheriting; `inherit: true`
 * takes that back.
 */
export const setPermissions = (service: Service, body: JsonObject): JsonObject => {
  const site = siteFor(service, text(body, "siteId"));
  if (body["listId"] === undefined) writeRoles(service, site.id, siteScope(site.id), body["roles"]);
  else {
    const list = findList(service, site.id, text(body, "listId"));
    setListPermissions(service, list ?? bad(`there is no list '${text(body, "listId")}'`), body);
  }
  return { changed: true };
};
