/** Users and groups. */
import type { DirectoryGroup, DirectoryUser } from "../directory.ts";
import { type Call, invalid, type JsonObject, ok, refuse } from "../http/exchange.ts";
import { type Condition, type Filter, type Literal, parseFilter, satisfies } from "../odata/filter.ts";
import { collection, entity, pageOf, project } from "../odata/paging.ts";
import type { Service } from "../service.ts";
import { param, type Route, type RouteCall } from "./route.ts";

const userProperties = [
  "id",
  "displayName",
  "givenName",
  "surname",
  "userPrincipalName",
  "mail",
  "jobTitle",
  "country",
  "preferredLanguage",
  "businessPhones",
  "mobilePhone",
  "officeLocation",
  "accountEnabled",
  "userType",
];

/** What a user has without `$select`. */
const defaultUserProperties = userProperties.filter(
  (name) => !["country", "accountEnabled", "userType"].includes(name),
);

const fullUser = (user: DirectoryUser): JsonObject => ({
  ...user,
  businessPhones: [],
  mobilePhone: null,
  officeLocation: null,
  accountEnabled: true,
  userType: "Member",
});

const showUser = (user: DirectoryUser, call: RouteCall): JsonObject =>
  project(fullUser(user), call.options.select ?? defaultUserProperties, userProperties, "user");

const groupProperties = [
  "id",
  "displayName",
  "description",
  "mailNickname",
  "mail",
  "visibility",
  "createdDateTime",
  "groupTypes",
  "mailEnabled",
  "securityEnabled",
  "resourceProvisioningOptions",
];

const fullGroup = (group: DirectoryGroup): JsonObject => ({
  ...group,
  groupTypes: ["Unified"],
  mailEnabled: true,
  securityEnabled: false,
  resourceProvisioningOptions: ["Team"],
});

const showGroup = (group: DirectoryGroup, call: RouteCall): JsonObject =>
  project(fullGroup(group), call.options.select, groupProperties, "group");

const unsupported = (): never =>
  refuse(
    400,
    "Request_UnsupportedQuery",
    "Unsupported or invalid query filter clause specified for property of resource.",
  );

const text = (value: unknown): string => (typeof value === "string" ? value.toLowerCase() : "");

const same = (actual: unknown, wanted: Literal): boolean =>
  typeof actual === "string" && typeof wanted === "string"
    ? text(actual) === text(wanted)
    : (actual ?? null) === wanted;

/** The directory filters a few properties, by equality and prefix. */
const holds = (body: JsonObject, condition: Condition, filterable: readonly string[]): boolean => {
  if (!filterable.includes(condition.path)) return unsupported();
  const actual = body[condition.path];
  switch (condition.type) {
    case "compare":
      if (condition.op === "eq") return same(actual, condition.value);
      return condition.op === "ne" ? !same(actual, condition.value) : unsupported();
    case "startswith":
      return text(actual).startsWith(text(condition.value));
    case "in":
      return condition.values.some((value) => same(actual, value));
    case "any":
      return Array.isArray(actual) && actual.some((entry) => same(entry, condition.value));
  }
};

const filterableUser = [
  "id",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "userPrincipalName",
  "jobTitle",
  "country",
  "accountEnabled",
];
const filterableGroup = [
  "id",
  "displayName",
  "mailNickname",
  "mail",
  "visibility",
  "groupTypes",
  "resourceProvisioningOptions",
];

const advanced = (call: Call): boolean => call.headers["consistencylevel"]?.toLowerCase() === "eventual";

const usesNe = (filter: Filter): boolean =>
  filter.type === "and" || filter.type === "or"
    ? usesNe(filter.left) || usesNe(filter.right)
    : filter.type === "not" || (filter.type === "compare" && filter.op === "ne");

/** `$search="displayName:anna"`: every word of the value begins a word of the property. */
const searchTest = (source: string, searchable: readonly string[]): ((body: JsonObject) => boolean) => {
  const match = /^"(\w+):([^"]*)"$/.exec(source.trim());
  const [, property = "", value = ""] = match ?? [];
  if (!searchable.includes(property))
    return refuse(400, "BadRequest", 'Syntax error: only "property:value" on a searchable property is supported.');
  const words = text(value).split(/\s+/).filter(Boolean);
  return (body) => {
    const present = text(body[property]).split(/[\s@.]+/);
    return words.every((word) => present.some((other) => other.startsWith(word)));
  };
};

const advancedOnly = (what: string): never =>
  refuse(400, "Request_UnsupportedQuery", `${what} requires the header 'ConsistencyLevel: eventual'.`);

interface Kind<T> {
  readonly full: (element: T) => JsonObject;
  readonly show: (element: T, call: RouteCall) => JsonObject;
  readonly filterable: readonly string[];
  readonly context: string;
}

const userKind: Kind<DirectoryUser> = { full: fullUser, show: showUser, filterable: filterableUser, context: "users" };
const groupKind: Kind<DirectoryGroup> = {
  full: fullGroup,
  show: showGroup,
  filterable: filterableGroup,
  context: "groups",
};

const matching = <T>(kind: Kind<T>, all: readonly T[], call: RouteCall): readonly T[] => {
  const { filter: source, search, count } = call.options;
  const filter = source === undefined ? undefined : parseFilter(source);
  if (search !== undefined && !advanced(call)) return advancedOnly("$search");
  if (filter !== undefined && usesNe(filter) && !(advanced(call) && count)) return advancedOnly("this filter");
  const found = search === undefined ? undefined : searchTest(search, ["displayName", "mail", "userPrincipalName"]);
  return all.filter((element) => {
    const body = kind.full(element);
    return (
      (found?.(body) ?? true) &&
      (filter === undefined || satisfies(filter, (condition) => holds(body, condition, kind.filterable)))
    );
  });
};

const sorted = <T>(kind: Kind<T>, elements: readonly T[], call: RouteCall): readonly T[] => {
  const [key, second] = call.options.orderBy;
  if (key === undefined) return elements;
  if (key.path !== "displayName" || second !== undefined) return unsupported();
  const direction = key.descending ? -1 : 1;
  return [...elements].sort(
    (a, b) => direction * text(kind.full(a)["displayName"]).localeCompare(text(kind.full(b)["displayName"])),
  );
};

/** Directory pages hold 100 elements unless asked for up to 999. */
const answer = <T>(
  kind: Kind<T>,
  all: readonly T[],
  call: RouteCall,
  decorate: (body: JsonObject) => JsonObject = (body) => body,
) => {
  const { top, skipToken, count } = call.options;
  if (top !== undefined && top > 999)
    return invalid("Invalid page size specified: it must be between 1 and 999 inclusive.");
  const found = sorted(kind, matching(kind, all, call), call);
  const page = pageOf(call, found, top ?? 100, skipToken);
  const value = page.value.map((element) => decorate(kind.show(element, call)));
  return ok(collection(call, kind.context, { ...page, value }, count && advanced(call) ? found.length : undefined));
};

const missing = (id: string): never =>
  refuse(
    404,
    "Request_ResourceNotFound",
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** @param key object id or user principal name */
export const userFor = (service: Service, key: string): DirectoryUser =>
  service.directory().userById.get(key.toLowerCase()) ??
  service.directory().userByUpn.get(key.toLowerCase()) ??
  missing(key);

export const groupFor = (service: Service, key: string): DirectoryGroup =>
  service.directory().groupById.get(key) ?? service.directory().groupById.get(key.toLowerCase()) ?? missing(key);

const people = (service: Service, ids: readonly string[] | undefined): readonly DirectoryUser[] =>
  (ids ?? []).map((id) => service.directory().userById.get(id)).filter((user) => user !== undefined);

const groupsOf = (service: Service, userId: string): readonly DirectoryGroup[] =>
  (service.directory().groupsOf.get(userId) ?? [])
    .map((id) => service.directory().groupById.get(id))
    .filter((group) => group !== undefined);

const asUser = (body: JsonObject): JsonObject => ({ "@odata.type": "#microsoft.graph.user", ...body });
const asGroup = (body: JsonObject): JsonObject => ({ "@odata.type": "#microsoft.graph.group", ...body });

const getMe = (service: Service, call: RouteCall) =>
  ok(entity(call, "users", showUser(userFor(service, call.caller.oid), call)));

const getUser = (service: Service, call: RouteCall) =>
  ok(entity(call, "users", showUser(userFor(service, param(call, "user")), call)));

const getGroup = (service: Service, call: RouteCall) =>
  ok(entity(call, "groups", showGroup(groupFor(service, param(call, "group")), call)));

const myGroups = (service: Service, call: RouteCall) =>
  answer(groupKind, groupsOf(service, call.caller.oid), call, asGroup);

const groupPeople = (kind: "membersOf" | "ownersOf") => (service: Service, call: RouteCall) => {
  const group = groupFor(service, param(call, "group"));
  return answer(userKind, people(service, service.directory()[kind].get(group.id)), call, asUser);
};

const noPhoto = (): never => refuse(404, "ImageNotFound", "The photo wasn't found.");

const directoryQuery = ["select", "filter", "orderby", "top", "skiptoken", "count", "search"];
const readUsers = [
  "User.ReadBasic.All",
  "User.Read.All",
  "User.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const readGroups = [
  "Group.ReadBasic.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const readMembers = ["GroupMember.ReadBasic.All", "GroupMember.Read.All", "GroupMember.ReadWrite.All", ...readGroups];
const readMe = ["User.Read", "User.ReadWrite", ...readUsers];
const readMyGroups = ["User.Read", "GroupMember.Read.All", "GroupMember.ReadBasic.All", ...readGroups];

export const directoryRoutes: readonly Route[] = [
  { method: "GET", path: "/me", scopes: readMe, query: ["select"], handle: getMe },
  { method: "GET", path: "/me/memberOf", scopes: readMyGroups, query: directoryQuery, handle: myGroups },
  { method: "GET", path: "/me/transitiveMemberOf", scopes: readMyGroups, query: directoryQuery, handle: myGroups },
  { method: "GET", path: "/me/photo", scopes: readMe, handle: noPhoto },
  { method: "GET", path: "/me/photo/$value", scopes: readMe, handle: noPhoto },
  { method: "GET", path: "/users/{user}/photo/$value", scopes: readUsers, handle: noPhoto },
  {
    method: "GET",
    path: "/users",
    scopes: readUsers,
    query: directoryQuery,
    handle: (service, call) => answer(userKind, service.directory().users, call),
  },
  { method: "GET", path: "/users/{user}", scopes: readUsers, query: ["select"], handle: getUser },
  {
    method: "GET",
    path: "/groups",
    scopes: readGroups,
    query: directoryQuery,
    handle: (service, call) => answer(groupKind, service.directory().groups, call),
  },
  { method: "GET", path: "/groups/{group}", scopes: readGroups, query: ["select"], handle: getGroup },
  {
    method: "GET",
    path: "/groups/{group}/members",
    scopes: readMembers,
    query: directoryQuery,
    handle: groupPeople("membersOf"),
  },
  {
    method: "GET",
    path: "/groups/{group}/owners",
    scopes: readMembers,
    query: directoryQuery,
    handle: groupPeople("ownersOf"),
  },
];
