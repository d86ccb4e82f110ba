/** The groups of a site and their members: `sitegroups`, the associated ones, `ensureuser`. */
import { created, ok, type Reply, textOr } from "../../graph/http/exchange.ts";
import { right } from "../../graph/roles/basePermissions.ts";
import {
  addMember,
  addSiteGroup,
  groupMembers,
  isUser,
  membersGroup,
  ownersGroup,
  type Principal,
  principalId,
  principalOfId,
  removeMember,
  type SiteGroup,
  siteGroup,
  siteGroupNamed,
  siteGroups,
  visitorsGroup,
} from "../../graph/roles/principals.ts";
import { userMask } from "../../graph/access.ts";
import { includes } from "../../graph/roles/basePermissions.ts";
import {
  bodyOf,
  demandAt,
  nothing,
  numberArgument,
  projected,
  type RestCall,
  type RestRoute,
  selector,
  webPlace,
} from "./call.ts";
import { principalNamed, showGroup, showPrincipal } from "./principals.ts";
import { badValue, nameInUse, noGroup, noPrincipal, noUser } from "./refusals.ts";

const demandReading = (call: RestCall): void => demandAt(call, webPlace(call), right.viewListItems);

const groupOf = (call: RestCall): SiteGroup => {
  const args = selector(call);
  const name = args["name"];
  const found =
    name === undefined
      ? siteGroup(call.service, call.site.id, Number(args[""]))
      : siteGroupNamed(call.service, call.site.id, name);
  return found ?? noGroup();
};

const list = (call: RestCall): Reply => {
  demandReading(call);
  const groups = siteGroups(call.service, call.site.id);
  return ok({ value: groups.map((group) => projected(call, showGroup(call.service, group))) });
};

const one = (call: RestCall): Reply => {
  demandReading(call);
  return ok(projected(call, showGroup(call.service, groupOf(call))));
};

const associated =
  (id: number) =>
  (call: RestCall): Reply => {
    demandReading(call);
    return ok(projected(call, showGroup(call.service, siteGroup(call.service, call.site.id, id) ?? noGroup())));
  };

const add = (call: RestCall): Reply => {
  demandAt(call, webPlace(call), right.createGroups);
  const body = bodyOf(call, ["Title", "Description"]);
  const title = textOr(body["Title"]).trim();
  if (title === "") return badValue("Title");
  if (siteGroupNamed(call.service, call.site.id, title) !== undefined) return nameInUse();
  const group = addSiteGroup(call.service, {
    siteId: call.site.id,
    title,
    description: textOr(body["Description"]),
    ownerId: principalId(call.service, call.site.id, { kind: "user", id: call.caller.oid }),
  });
  return created(showGroup(call.service, group));
};

/** Members are changed by who manages permissions, and by the group's owner. */
const groupToChange = (call: RestCall): SiteGroup => {
  demandReading(call);
  const group = groupOf(call);
  const owner = principalOfId(call.service, call.site.id, group.ownerId);
  const { service, caller, site } = call;
  const manages = includes(userMask(service, caller.oid, webPlace(call)), right.managePermissions);
  const owns = owner !== undefined && isUser(service, site.id, caller.oid, owner);
  if (manages || !owns) demandAt(call, webPlace(call), right.managePermissions);
  return group;
};

const listMembers = (call: RestCall): Reply => {
  demandReading(call);
  const members = groupMembers(call.service, call.site.id, groupOf(call).id);
  return ok({ value: members.map((member) => projected(call, showPrincipal(call.service, call.site, member))) });
};

const named = (call: RestCall, name: string): Principal => principalNamed(call.service, name) ?? noUser(name);

const addUser = (call: RestCall): Reply => {
  const group = groupToChange(call);
  const body = bodyOf(call, ["LoginName"]);
  const member = named(call, textOr(body["LoginName"]));
  addMember(call.service, call.site.id, group.id, member);
  return created(showPrincipal(call.service, call.site, member));
};

const removeUser = (call: RestCall): Reply => {
  const group = groupToChange(call);
  const id = numberArgument(call, "");
  const member = principalOfId(call.service, call.site.id, id) ?? noPrincipal(id);
  return removeMember(call.service, call.site.id, group.id, member) ? nothing : noPrincipal(id);
};

const ensureUser = (call: RestCall): Reply => {
  demandAt(call, webPlace(call), right.addListItems);
  const inAddress = call.steps.at(-1)?.args[""];
  const name = inAddress ?? textOr(bodyOf(call, ["logonName"])["logonName"]);
  return ok(showPrincipal(call.service, call.site, named(call, name)));
};

const select = ["select"] as const;

export const groupRoutes: readonly RestRoute[] = [
  { method: "GET", shape: "web/sitegroups", query: select, handle: list },
  { method: "POST", shape: "web/sitegroups", handle: add },
  { method: "GET", shape: "web/sitegroups()", query: select, handle: one },
  { method: "GET", shape: "web/sitegroups()/users", query: select, handle: listMembers },
  { method: "POST", shape: "web/sitegroups()/users", handle: addUser },
  { method: "POST", shape: "web/sitegroups()/users/removebyid()", handle: removeUser },
  { method: "GET", shape: "web/associatedownergroup", query: select, handle: associated(ownersGroup) },
  { method: "GET", shape: "web/associatedvisitorgroup", query: select, handle: associated(visitorsGroup) },
  { method: "GET", shape: "web/associatedmembergroup", query: select, handle: associated(membersGroup) },
  { method: "POST", shape: "web/ensureuser", handle: ensureUser },
  { method: "POST", shape: "web/ensureuser()", handle: ensureUser },
];
