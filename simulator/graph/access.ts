/**
 * Who may do what on a site or list: the rights of the user cut with the rights of the application.
 * A user's rights come from role assignments, an application's from its scopes or, with the Selected scopes, from grants.
 */
import type { CallerClaims } from "./contract.ts";
import { accessDenied, refuse } from "./http/exchange.ts";
import type { Service } from "./service.ts";

/** What one operation asks for. */
export type Right = "read" | "add" | "edit" | "delete" | "manageLists" | "full";

/**
 * Permission levels of SharePoint. `contributeOverride` is Contribute with "Override List Behaviors", the right that
 * lifts WriteSecurity; `addView` may add and read.
 */
export type Level = "none" | "read" | "addView" | "contribute" | "contributeOverride" | "edit" | "fullControl";

const rightsOfLevel: Readonly<Record<Level, readonly Right[]>> = {
  none: [],
  read: ["read"],
  addView: ["read", "add"],
  contribute: ["read", "add", "edit", "delete"],
  contributeOverride: ["read", "add", "edit", "delete"],
  edit: ["read", "add", "edit", "delete", "manageLists"],
  fullControl: ["read", "add", "edit", "delete", "manageLists", "full"],
};

const levels = Object.keys(rightsOfLevel) as readonly Level[];

export const isLevel = (value: unknown): value is Level => levels.some((level) => level === value);

const everything = rightsOfLevel.fullControl;

const rightsOfScope: Readonly<Record<string, readonly Right[]>> = {
  "Sites.Read.All": rightsOfLevel.read,
  "Sites.ReadWrite.All": rightsOfLevel.contribute,
  "Sites.Manage.All": rightsOfLevel.edit,
  "Sites.FullControl.All": everything,
};

const rightsOfFileScope: Readonly<Record<string, readonly Right[]>> = {
  "Files.Read.All": rightsOfLevel.read,
  "Files.ReadWrite.All": rightsOfLevel.contribute,
};

const rightsOfGrant: Readonly<Record<string, readonly Right[]>> = {
  read: rightsOfLevel.read,
  write: rightsOfLevel.contribute,
  manage: rightsOfLevel.edit,
  owner: everything,
  fullcontrol: everything,
};

/** Where rights are judged. */
export interface Place {
  readonly siteId: string;
  /** The files of the site's document library: scopes for files suffice. */
  readonly files?: true;
  readonly list?: { readonly num: number; readonly inherits: number; readonly writeSecurity: number };
}

export const siteScope = (siteId: string): string => `site:${siteId}`;
export const listScope = (num: number): string => `list:${num}`;

const scopeOf = (place: Place): string =>
  place.list !== undefined && place.list.inherits === 0 ? listScope(place.list.num) : siteScope(place.siteId);

/** Every level a user holds at a place, by name, through a group, or as one of "everyone except external users". */
const userLevels = (service: Service, userId: string, place: Place): readonly Level[] => {
  const directory = service.directory();
  const groups = directory.groupsOf.get(userId) ?? [];
  return service.db
    .all<{ kind: string; principal: string; level: Level }>(
      "SELECT kind, principal, level FROM roles WHERE scope = ?",
      scopeOf(place),
    )
    .filter(({ kind, principal }) => {
      if (kind === "user") return principal === userId;
      if (kind === "members") return groups.includes(principal);
      if (kind === "owners") return (directory.ownersOf.get(principal) ?? []).includes(userId);
      return !directory.outsiders.has(userId);
    })
    .map((row) => row.level);
};

const grantRights = (service: Service, appId: string, scope: string): readonly Right[] => {
  const row = service.db.get<{ role: string }>("SELECT role FROM grants WHERE scope = ? AND appId = ?", scope, appId);
  return row === undefined ? [] : (rightsOfGrant[row.role] ?? []);
};

const appHas = (service: Service, caller: CallerClaims, place: Place, right: Right): boolean => {
  if (caller.scp.some((scope) => rightsOfScope[scope]?.includes(right))) return true;
  if (place.files === true && caller.scp.some((scope) => rightsOfFileScope[scope]?.includes(right))) return true;
  if (
    caller.scp.includes("Sites.Selected") &&
    grantRights(service, caller.appid, siteScope(place.siteId)).includes(right)
  )
    return true;
  return (
    place.list !== undefined &&
    caller.scp.includes("Lists.SelectedOperations.Selected") &&
    grantRights(service, caller.appid, listScope(place.list.num)).includes(right)
  );
};

/** True when the application was given any right to sites at all; without one the token lacks a scope. */
const knowsSites = (scopes: readonly string[]): boolean =>
  scopes.some(
    (scope) =>
      rightsOfScope[scope] !== undefined || /^(Sites\.Selected|Lists\.SelectedOperations\.Selected)$/.test(scope),
  );

const scopesFor: Readonly<Record<Right, readonly string[]>> = {
  read: ["Sites.Selected", "Sites.Read.All", "Sites.ReadWrite.All"],
  add: ["Sites.Selected", "Sites.ReadWrite.All"],
  edit: ["Sites.Selected", "Sites.ReadWrite.All"],
  delete: ["Sites.Selected", "Sites.ReadWrite.All"],
  manageLists: ["Sites.Selected", "Sites.Manage.All"],
  full: ["Sites.Selected", "Sites.FullControl.All"],
};

const scopesNeeded = (place: Place, right: Right): readonly string[] => [
  ...scopesFor[right],
  ...(place.files === true
    ? Object.keys(rightsOfFileScope).filter((scope) => rightsOfFileScope[scope]?.includes(right))
    : []),
];

export const missingScope = (code: string, needed: readonly string[], given: readonly string[]): never =>
  refuse(
    403,
    code,
    `Missing scope permissions on the request. API requires one of '${needed.join(", ")}'. Scopes on the request '${given.join(", ")}'`,
  );

/** Whether the caller may do this, judged by grants and role assignments. */
export const may = (service: Service, caller: CallerClaims, place: Place, right: Right): boolean =>
  appHas(service, caller, place, right) &&
  userLevels(service, caller.oid, place).some((level) => rightsOfLevel[level].includes(right));

export const demand = (service: Service, caller: CallerClaims, place: Place, right: Right): void => {
  if (!appHas(service, caller, place, right)) {
    const selected = caller.scp.some((scope) => scope.endsWith("Selected"));
    if (!knowsSites(caller.scp) || !selected) missingScope("accessDenied", scopesNeeded(place, right), caller.scp);
    accessDenied();
  }
  if (!may(service, caller, place, right)) accessDenied();
};

/**
 * WriteSecurity of the list: 1 all items, 2 only one's own, 4 none. Levels with "Override List Behaviors" pass it.
 * (Whether it binds writes through Graph is unverified, see the notes on permissions; the strict reading is emulated.)
 */
export const demandWriteSecurity = (service: Service, caller: CallerClaims, place: Place, authorId: string): void => {
  const security = place.list?.writeSecurity ?? 1;
  if (security === 1 || (security === 2 && authorId === caller.oid)) return;
  const held = userLevels(service, caller.oid, place);
  if (!held.includes("fullControl") && !held.includes("contributeOverride")) accessDenied();
};
