/** Who may do what on a site or list: `roleassignments`, inheritance, effective permissions. */
import { type Place, scopeOf, userMask } from "../../graph/access.ts";
import type { JsonObject, Reply } from "../../graph/http/exchange.ts";
import { ok } from "../../graph/http/exchange.ts";
import {
  assign,
  type Assignment,
  assignmentsAt,
  clearAssignments,
  copyAssignments,
  listScope,
  siteScope,
  unassign,
} from "../../graph/roles/assignments.ts";
import { right, showMask } from "../../graph/roles/basePermissions.ts";
import { type Principal, principalId, principalOfId } from "../../graph/roles/principals.ts";
import { levelId, roleDefinition } from "../../graph/roles/roleDefinitions.ts";
import type { ListRow } from "../../graph/store/lists.ts";
import { argument, demandAt, listOf, nothing, numberArgument, placeOf, type RestCall, type RestRoute } from "./call.ts";
import { showDefinition } from "./definitions.ts";
import { principalNamed, showPrincipal } from "./principals.ts";
import { badValue, inheriting, noLevel, noPrincipal, notSimulated, noUser } from "./refusals.ts";

/** Assignments of one principal stand together. */
const byPrincipal = (
  call: RestCall,
  assignments: readonly Assignment[],
): ReadonlyMap<number, readonly Assignment[]> => {
  const groups = new Map<number, readonly Assignment[]>();
  for (const each of assignments) {
    const id = principalId(call.service, call.site.id, each);
    groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  return groups;
};

const bindings = (call: RestCall, assignments: readonly Assignment[]): readonly JsonObject[] =>
  assignments
    .map(({ definition }) => roleDefinition(call.service, call.site.id, definition))
    .filter((definition) => definition !== undefined)
    .map(showDefinition);

const showAssignments = (call: RestCall): Reply => {
  const place = placeOf(call);
  demandAt(call, place, right.enumeratePermissions);
  const unknown = call.expand.find((name) => !/^(member|roledefinitionbindings)$/i.test(name));
  if (unknown !== undefined) return notSimulated(`$expand=${unknown}`);
  const expands = (name: string): boolean => call.expand.some((wanted) => wanted.toLowerCase() === name);
  const value = [...byPrincipal(call, assignmentsAt(call.service, scopeOf(place)))].map(([id, assignments]) => {
    const [first] = assignments;
    return {
      ...(expands("member") && first !== undefined ? { Member: showPrincipal(call.service, call.site, first) } : {}),
      ...(expands("roledefinitionbindings") ? { RoleDefinitionBindings: bindings(call, assignments) } : {}),
      PrincipalId: id,
    };
  });
  return ok({ value });
};

/** Where assignments are changed: not on a list that inherits. */
const ownScope = (call: RestCall): { readonly place: Place; readonly scope: string } => {
  const place = placeOf(call);
  demandAt(call, place, right.managePermissions);
  if (place.list !== undefined && place.list.inherits === 1) return inheriting();
  return { place, scope: scopeOf(place) };
};

const principalAsked = (call: RestCall): Principal => {
  const id = numberArgument(call, "principalid");
  return principalOfId(call.service, call.site.id, id) ?? noPrincipal(id);
};

const addAssignment = (call: RestCall): Reply => {
  const { scope } = ownScope(call);
  const principal = principalAsked(call);
  const definition = numberArgument(call, "roledefid");
  if (roleDefinition(call.service, call.site.id, definition) === undefined) return noLevel(String(definition));
  assign(call.service, scope, principal, definition);
  return nothing;
};

const removeAssignment = (call: RestCall): Reply => {
  const { scope } = ownScope(call);
  const principal = principalAsked(call);
  if (!unassign(call.service, scope, principal, numberArgument(call, "roledefid")))
    return noPrincipal(numberArgument(call, "principalid"));
  return nothing;
};

const setInherits = ({ service }: RestCall, list: ListRow, inherits: 0 | 1): void => {
  service.db.run("UPDATE lists SET inherits = ? WHERE num = ?", inherits, list.num);
};

const flag = (call: RestCall, name: string): boolean => {
  const text = argument(call, name).toLowerCase();
  return text === "true" || (text === "false" ? false : badValue(`the parameter ${name}`));
};

/**
 * docs SecurableObject.breakRoleInheritance: without copying, "the collection of role assignments must contain only 1 role
 * assignment containing the current user". Items have no permissions of their own here, so there are no scopes to clear.
 */
const breakInheritance = (call: RestCall): Reply => {
  const list = listOf(call);
  demandAt(call, placeOf(call), right.managePermissions);
  const copy = flag(call, "copyroleassignments");
  flag(call, "clearsubscopes");
  if (list.inherits === 0) return nothing;
  const { service, site, caller } = call;
  const scope = listScope(list.num);
  if (copy) copyAssignments(service, siteScope(site.id), scope);
  else assign(service, scope, { kind: "user", id: caller.oid }, levelId(service, site.id, "fullControl"));
  setInherits(call, list, 0);
  return nothing;
};

const resetInheritance = (call: RestCall): Reply => {
  const list = listOf(call);
  demandAt(call, placeOf(call), right.managePermissions);
  clearAssignments(call.service, listScope(list.num));
  setInherits(call, list, 1);
  return nothing;
};

/** docs SPList.GetUserEffectivePermissionInfo: refused to who may not enumerate permissions. */
const effective = (call: RestCall): Reply => {
  const place = placeOf(call);
  demandAt(call, place, right.enumeratePermissions);
  const name = argument(call, "");
  const principal = principalNamed(call.service, name);
  if (principal?.kind !== "user") return noUser(name);
  return ok(showMask(userMask(call.service, principal.id, place)));
};

const at = (base: string): readonly RestRoute[] => [
  { method: "GET", shape: `${base}/roleassignments`, query: ["expand"], handle: showAssignments },
  { method: "POST", shape: `${base}/roleassignments/addroleassignment()`, handle: addAssignment },
  { method: "POST", shape: `${base}/roleassignments/removeroleassignment()`, handle: removeAssignment },
  { method: "GET", shape: `${base}/getusereffectivepermissions()`, handle: effective },
];

export const assignmentRoutes: readonly RestRoute[] = [
  ...at("web"),
  ...at("web/lists()"),
  { method: "POST", shape: "web/lists()/breakroleinheritance()", handle: breakInheritance },
  { method: "POST", shape: "web/lists()/resetroleinheritance", handle: resetInheritance },
];
