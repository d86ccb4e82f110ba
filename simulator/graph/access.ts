/**
 * Who may do what on a site or list: the rights of the user cut with the rights of the application.
 * A user's rights come from role assignments, an application's from its scopes or, with the Selected scopes, from grants.
 */
import type { CallerClaims } from "./contract.ts";
import { accessDenied, refuse } from "./http/exchange.ts";
import { assignmentsAt, combined, listScope, siteScope } from "./roles/assignments.ts";
import { includes, levelMasks, type Mask, right } from "./roles/basePermissions.ts";
import { isUser } from "./roles/principals.ts";
import type { Service } from "./service.ts";

/** What one operation asks for. */
export type Right = "read" | "add" | "edit" | "delete" | "manageLists" | "full";

const maskOfRight: Readonly<Record<Right, Mask>> = {
  read: right.viewListItems,
  add: right.addListItems,
  edit: right.editListItems,
  delete: right.deleteListItems,
  manageLists: right.manageLists,
  full: right.managePermissions,
};

const maskOfScope: Readonly<Record<string, Mask>> = {
  "Sites.Read.All": levelMasks.read,
  "Sites.ReadWrite.All": levelMasks.contribute,
  "Sites.Manage.All": levelMasks.edit,
  "Sites.FullControl.All": levelMasks.fullControl,
};

const maskOfFileScope: Readonly<Record<string, Mask>> = {
  "Files.Read.All": levelMasks.read,
  "Files.ReadWrite.All": levelMasks.contribute,
};

const maskOfGrant: Readonly<Record<string, Mask>> = {
  read: levelMasks.read,
  write: levelMasks.contribute,
  manage: levelMasks.edit,
  owner: levelMasks.fullControl,
  fullcontrol: levelMasks.fullControl,
};

/** Where rights are judged. */
export interface Place {
  readonly siteId: string;
  /** The files of the site's document library: scopes for files suffice. */
  readonly files?: true;
  readonly list?: { readonly num: number; readonly inherits: number; readonly writeSecurity: number };
}

/** The scope whose assignments count at a place: that of the site, until the list has its own. */
export const scopeOf = (place: Place): string =>
  place.list !== undefined && place.list.inherits === 0 ? listScope(place.list.num) : siteScope(place.siteId);

/** Everything a user may do at a place, by name, through groups, or as one of "everyone except external users". */
export const userMask = (service: Service, userId: string, place: Place): Mask =>
  combined(
    service,
    place.siteId,
    assignmentsAt(service, scopeOf(place)).filter((assignment) => isUser(service, place.siteId, userId, assignment)),
  );

const grantMask = (service: Service, appId: string, scope: string): Mask => {
  const row = service.db.get<{ role: string }>("SELECT role FROM grants WHERE scope = ? AND appId = ?", scope, appId);
  return row === undefined ? 0n : (maskOfGrant[row.role] ?? 0n);
};

const appHas = (service: Service, caller: CallerClaims, place: Place, asked: Right): boolean => {
  const wanted = maskOfRight[asked];
  const allowed = (masks: Readonly<Record<string, Mask>>): boolean =>
    caller.scp.some((scope) => includes(masks[scope] ?? 0n, wanted));
  if (allowed(maskOfScope) || (place.files === true && allowed(maskOfFileScope))) return true;
  const { siteId, list } = place;
  if (caller.scp.includes("Sites.Selected") && includes(grantMask(service, caller.appid, siteScope(siteId)), wanted))
    return true;
  return (
    list !== undefined &&
    caller.scp.includes("Lists.SelectedOperations.Selected") &&
    includes(grantMask(service, caller.appid, listScope(list.num)), wanted)
  );
};

/** True when the application was given any right to sites at all; without one the token lacks a scope. */
const knowsSites = (scopes: readonly string[]): boolean =>
  scopes.some(
    (scope) =>
      maskOfScope[scope] !== undefined || /^(Sites\.Selected|Lists\.SelectedOperations\.Selected)$/.test(scope),
  );

const scopesFor: Readonly<Record<Right, readonly string[]>> = {
  read: ["Sites.Selected", "Sites.Read.All", "Sites.ReadWrite.All"],
  add: ["Sites.Selected", "Sites.ReadWrite.All"],
  edit: ["Sites.Selected", "Sites.ReadWrite.All"],
  delete: ["Sites.Selected", "Sites.ReadWrite.All"],
  manageLists: ["Sites.Selected", "Sites.Manage.All"],
  full: ["Sites.Selected", "Sites.FullControl.All"],
};

const scopesNeeded = (place: Place, asked: Right): readonly string[] => [
  ...scopesFor[asked],
  ...(place.files === true
    ? Object.keys(maskOfFileScope).filter((scope) => includes(maskOfFileScope[scope] ?? 0n, maskOfRight[asked]))
    : []),
];

export const missingScope = (code: string, needed: readonly string[], given: readonly string[]): never =>
  refuse(
    403,
    code,
    `Missing scope permissions on the request. API requires one of '${needed.join(", ")}'. Scopes on the request '${given.join(", ")}'`,
  );

/** Whether the caller may do this, judged by grants and role assignments. */
export const may = (service: Service, caller: CallerClaims, place: Place, asked: Right): boolean =>
  appHas(service, caller, place, asked) && includes(userMask(service, caller.oid, place), maskOfRight[asked]);

export const demand = (service: Service, caller: CallerClaims, place: Place, asked: Right): void => {
  if (!appHas(service, caller, place, asked)) {
    const selected = caller.scp.some((scope) => scope.endsWith("Selected"));
    if (!knowsSites(caller.scp) || !selected) missingScope("accessDenied", scopesNeeded(place, asked), caller.scp);
    accessDenied();
  }
  if (!includes(userMask(service, caller.oid, place), maskOfRight[asked])) accessDenied();
};

/**
 * WriteSecurity of the list: 1 all items, 2 only one's own, 4 none. Levels with "Override List Behaviors" pass it.
 * (Whether it binds writes through Graph is unverified, see the notes on permissions; the strict reading is emulated.)
 */
export const demandWriteSecurity = (service: Service, caller: CallerClaims, place: Place, authorId: string): void => {
  const security = place.list?.writeSecurity ?? 1;
  if (security === 1 || (security === 2 && authorId === caller.oid)) return;
  if (!includes(userMask(service, caller.oid, place), right.overrideListBehaviors)) accessDenied();
};
