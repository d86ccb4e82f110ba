/** People and groups as SharePoint names and shows them. */
import type { JsonObject } from "../../graph/http/exchange.ts";
import { type Principal, principalId, principalOfId, type SiteGroup, siteGroup } from "../../graph/roles/principals.ts";
import type { Service } from "../../graph/service.ts";
import { siteUrl, type SiteRow } from "../../graph/store/sites.ts";

/** Claims in front of the name of a person, of a Microsoft 365 group, and of "Everyone except external users". */
const personClaim = "i:0#.f|membership|";
const groupClaim = "c:0o.c|federateddirectoryclaimprovider|";
const everyoneClaim = "c:0-.f|rolemanager|spo-grid-all-users/";

const tenantId = (service: Service): string => {
  const world = service.db.get<{ value: string }>("SELECT value FROM meta WHERE name = 'world'")?.value;
  return world === undefined ? "" : (JSON.parse(world) as { readonly tenant: string }).tenant;
};

/** @param name a claim, or the user principal name of a person */
export const principalNamed = (service: Service, name: string): Principal | undefined => {
  const directory = service.directory();
  const lower = name.trim().toLowerCase();
  if (lower === `${everyoneClaim}${tenantId(service)}`.toLowerCase()) return { kind: "everyone", id: "" };
  if (lower.startsWith(groupClaim)) {
    const [id = "", owners] = lower.slice(groupClaim.length).split("_");
    return directory.groupById.has(id) ? { kind: owners === "o" ? "owners" : "members", id } : undefined;
  }
  const user = directory.userByUpn.get(lower.startsWith(personClaim) ? lower.slice(personClaim.length) : lower);
  return user === undefined ? undefined : { kind: "user", id: user.id };
};

const ownerTitle = (service: Service, { siteId, ownerId }: SiteGroup): string => {
  const owner = principalOfId(service, siteId, ownerId);
  if (owner?.kind === "user") return service.directory().userById.get(owner.id)?.displayName ?? "";
  return siteGroup(service, siteId, ownerId)?.title ?? "";
};

export const showGroup = (service: Service, group: SiteGroup): JsonObject => ({
  Id: group.id,
  IsHiddenInUI: false,
  LoginName: group.title,
  Title: group.title,
  PrincipalType: 8,
  AllowMembersEditMembership: false,
  AllowRequestToJoinLeave: false,
  AutoAcceptRequestToJoinLeave: false,
  Description: group.description,
  OnlyAllowMembersViewMembership: false,
  OwnerTitle: ownerTitle(service, group),
  RequestToJoinLeaveEmailSetting: "",
});

interface Face {
  readonly LoginName: string;
  readonly Title: string;
  readonly PrincipalType: 1 | 4;
  readonly Email: string;
  readonly UserPrincipalName: string | null;
}

const faceOfPerson = (service: Service, id: string): Face => {
  const user = service.directory().userById.get(id);
  const name = user?.userPrincipalName ?? "";
  return {
    LoginName: `${personClaim}${name}`,
    Title: user?.displayName ?? "",
    PrincipalType: 1,
    Email: user?.mail ?? "",
    UserPrincipalName: name,
  };
};

const faceOfGroup = (service: Service, id: string, role: "Owners" | "Members"): Face => {
  const group = service.directory().groupById.get(id);
  return {
    LoginName: `${groupClaim}${id}${role === "Owners" ? "_o" : ""}`,
    Title: `${group?.displayName ?? ""} ${role}`,
    PrincipalType: 4,
    Email: group?.mail ?? "",
    UserPrincipalName: null,
  };
};

const faceOf = (service: Service, { kind, id }: Principal): Face => {
  if (kind === "user") return faceOfPerson(service, id);
  if (kind !== "everyone") return faceOfGroup(service, id, kind === "owners" ? "Owners" : "Members");
  return {
    LoginName: `${everyoneClaim}${tenantId(service)}`,
    Title: "Everyone except external users",
    PrincipalType: 4,
    Email: "",
    UserPrincipalName: null,
  };
};

const showUser = (service: Service, site: SiteRow, principal: Principal): JsonObject => {
  const { LoginName, Title, PrincipalType, Email, UserPrincipalName } = faceOf(service, principal);
  return {
    Id: principalId(service, site.id, principal),
    IsHiddenInUI: false,
    LoginName,
    Title,
    PrincipalType,
    Email,
    Expiration: "",
    IsEmailAuthenticationGuestUser: false,
    IsShareByEmailGuestUser: false,
    IsSiteAdmin: false,
    UserId: principal.kind === "user" ? { NameId: principal.id, NameIdIssuer: "urn:federation:microsoftonline" } : null,
    UserPrincipalName,
  };
};

export const showPrincipal = (service: Service, site: SiteRow, principal: Principal): JsonObject => {
  if (principal.kind !== "group") return showUser(service, site, principal);
  const group = siteGroup(service, site.id, Number(principal.id));
  if (group === undefined) throw new Error(`${siteUrl(site)} has no group ${principal.id}`);
  return showGroup(service, group);
};
