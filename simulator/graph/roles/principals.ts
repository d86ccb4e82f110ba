/**
 * Whom permissions are given to: people, members or owners of a Microsoft 365 group, everyone but outsiders, and the groups of a
 * site. Each has one number per site, which the User Information List and the site's groups share.
 */
import type { Directory } from "../directory.ts";
import type { Service } from "../service.ts";
import { lookupIdOf } from "../store/sites.ts";
import { fold } from "../store/values.ts";

export type PrincipalKind = "user" | "members" | "owners" | "everyone" | "group";

export interface Principal {
  readonly kind: PrincipalKind;
  /** Object id of the user or the Microsoft 365 group; number of the site's group; "" for everyone. */
  readonly id: string;
}

/** How a principal stands in the User Information List. */
const keyOf = ({ kind, id }: Principal): string => (kind === "user" ? id : `${kind}:${id}`);

const principalOfKey = (key: string): Principal => {
  const at = key.indexOf(":");
  return at === -1 ? { kind: "user", id: key } : { kind: key.slice(0, at) as PrincipalKind, id: key.slice(at + 1) };
};

/** The principal's number on a site, given when it is first asked for. */
export const principalId = (service: Pick<Service, "db">, siteId: string, principal: Principal): number =>
  principal.kind === "group" ? Number(principal.id) : lookupIdOf(service, siteId, keyOf(principal));

export const principalOfId = (service: Pick<Service, "db">, siteId: string, id: number): Principal | undefined => {
  const row = service.db.get<{ userId: string }>(
    "SELECT userId FROM site_users WHERE siteId = ? AND lookupId = ?",
    siteId,
    id,
  );
  return row === undefined ? undefined : principalOfKey(row.userId);
};

export interface SiteGroup {
  readonly siteId: string;
  readonly id: number;
  readonly title: string;
  readonly description: string;
  /** Number of the principal that may change the members besides those who manage permissions. */
  readonly ownerId: number;
}

/** The groups that every site begins with, under these numbers: what SharePoint Online answers for new sites. */
export const ownersGroup = 3;
export const visitorsGroup = 4;
export const membersGroup = 5;

export const siteGroups = (service: Pick<Service, "db">, siteId: string): readonly SiteGroup[] =>
  service.db.all<SiteGroup>("SELECT * FROM site_groups WHERE siteId = ? ORDER BY id", siteId);

export const siteGroup = (service: Pick<Service, "db">, siteId: string, id: number): SiteGroup | undefined =>
  service.db.get<SiteGroup>("SELECT * FROM site_groups WHERE siteId = ? AND id = ?", siteId, id);

export const siteGroupNamed = (service: Pick<Service, "db">, siteId: string, title: string): SiteGroup | undefined =>
  siteGroups(service, siteId).find((group) => fold(group.title) === fold(title));

/** @param group without `id` a new number is taken */
export const addSiteGroup = (
  service: Pick<Service, "db">,
  group: Omit<SiteGroup, "id"> & { readonly id?: number },
): SiteGroup => {
  const { db } = service;
  const last = db.get<{ last: number | null }>(
    "SELECT max(lookupId) AS last FROM site_users WHERE siteId = ?",
    group.siteId,
  )?.last;
  const id = group.id ?? Math.max(last ?? 0, membersGroup) + 1;
  db.run("INSERT INTO site_users (siteId, lookupId, userId) VALUES (?, ?, ?)", group.siteId, id, `group:${id}`);
  db.run(
    "INSERT INTO site_groups (siteId, id, title, description, ownerId) VALUES (?, ?, ?, ?, ?)",
    group.siteId,
    id,
    group.title,
    group.description,
    group.ownerId,
  );
  return { ...group, id };
};

export const groupMembers = (service: Pick<Service, "db">, siteId: string, groupId: number): readonly Principal[] =>
  service.db.all<Principal>(
    "SELECT kind, principal AS id FROM site_group_members WHERE siteId = ? AND groupId = ? ORDER BY rowid",
    siteId,
    groupId,
  );

/** Adding somebody twice changes nothing. */
export const addMember = (
  service: Pick<Service, "db">,
  siteId: string,
  groupId: number,
  { kind, id }: Principal,
): void => {
  service.db.run(
    "INSERT OR IGNORE INTO site_group_members (siteId, groupId, kind, principal) VALUES (?, ?, ?, ?)",
    siteId,
    groupId,
    kind,
    id,
  );
};

/** False when it was no member. */
export const removeMember = (
  service: Pick<Service, "db">,
  siteId: string,
  groupId: number,
  { kind, id }: Principal,
): boolean =>
  service.db.run(
    "DELETE FROM site_group_members WHERE siteId = ? AND groupId = ? AND kind = ? AND principal = ?",
    siteId,
    groupId,
    kind,
    id,
  ) > 0;

const includesUser = (directory: Directory, userId: string, { kind, id }: Principal): boolean => {
  switch (kind) {
    case "user":
      return id === userId;
    case "members":
      return (directory.groupsOf.get(userId) ?? []).includes(id);
    case "owners":
      return (directory.ownersOf.get(id) ?? []).includes(userId);
    case "everyone":
      return !directory.outsiders.has(userId);
    case "group":
      return false;
  }
};

/** Whether a permission given to the principal is the user's. Groups of a site hold no other groups of the site. */
export const isUser = (service: Service, siteId: string, userId: string, principal: Principal): boolean => {
  const directory = service.directory();
  if (principal.kind !== "group") return includesUser(directory, userId, principal);
  return groupMembers(service, siteId, Number(principal.id)).some((member) => includesUser(directory, userId, member));
};
