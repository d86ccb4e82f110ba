/**
 * The delegated permissions this tenant knows, of Microsoft Graph and of SharePoint. `adminOnly` follows Microsoft's
 * "admin consent required" flag, tightened for the two "Manage" permissions, which careful tenants keep to administrators.
 */

/** What a token is for: one of them only, as in Entra. */
export type Resource = "graph" | "sharePoint";

export interface ScopeInfo {
  /** As in the `scp` of a token; no two resources share one. */
  readonly name: string;
  readonly resource: Resource;
  /** One line, as a person reads it on the consent page. */
  readonly title: string;
  readonly description: string;
  readonly adminOnly: boolean;
}

const graph = "https://graph.microsoft.com";

/** @param sharePoint for example `https://contoso.sharepoint.com` */
export const audienceOf = (resource: Resource, sharePoint: string): string =>
  resource === "graph" ? graph : sharePoint;

const oidc: readonly ScopeInfo[] = [
  ["openid", "Sign you in", "Lets the app know that it is you."],
  ["profile", "View your basic profile", "Your name, your user name and your picture."],
  ["email", "View your email address", "The primary address of your account."],
  ["offline_access", "Keep access to what you allowed", "Saves you from signing in again and again."],
].map(([name = "", title = "", description = ""]) => ({
  name,
  resource: "graph",
  title,
  description,
  adminOnly: false,
}));

type Row = readonly [name: string, title: string, description: string, adminOnly?: "admin"];

const rows: readonly Row[] = [
  ["User.Read", "Sign you in and read your profile", "Your profile, your groups and your manager's name."],
  ["User.ReadBasic.All", "Find people by name", "Name, photo and address of people in your organisation."],
  ["User.Read.All", "Read everybody's full profile", "Including managers and departments.", "admin"],
  ["People.Read", "See the people you work with", "A list ordered by how often you work together."],
  ["Presence.Read", "See your presence", "Whether you are available, busy or away."],
  ["Presence.Read.All", "See everybody's presence", "Whether colleagues are available, busy or away."],
  ["Sites.Selected", "Use the SharePoint sites chosen for this app", "Only sites an administrator has opened to it."],
  ["Lists.SelectedOperations.Selected", "Use the lists chosen for this app", "Only lists opened to it.", "admin"],
  ["Sites.Read.All", "Read items in all sites you can open", "Documents and list items, as far as you may read."],
  ["Sites.ReadWrite.All", "Edit items in all sites you can open", "Documents and list items, as far as you may edit."],
  ["Sites.Manage.All", "Create and change lists in all sites", "Lists, columns and items of every site.", "admin"],
  ["Sites.FullControl.All", "Full control of all sites", "Including who may open them.", "admin"],
  ["Files.Read", "Read your files", "The files in your OneDrive."],
  ["Files.ReadWrite", "Edit your files", "The files in your OneDrive."],
  ["Files.Read.All", "Read all files you can open", "Yours and those shared with you."],
  ["Files.ReadWrite.All", "Edit all files you can open", "Yours and those shared with you."],
  ["Team.ReadBasic.All", "See your teams", "Their names and descriptions."],
  ["Channel.ReadBasic.All", "See the channels of your teams", "Their names and descriptions."],
  ["ChannelMessage.Send", "Post in channels as you", "Sends messages to channels when you ask for it."],
  ["ChannelMessage.Read.All", "Read messages in your channels", "All messages in channels you belong to.", "admin"],
  ["Chat.Read", "Read your chats", "Messages in your chats."],
  ["Chat.ReadBasic", "See your chats", "Their names and members, without messages."],
  ["ChatMessage.Send", "Post in chats as you", "Sends chat messages when you ask for it."],
  ["TeamMember.Read.All", "See the members of teams", "Members and owners of teams.", "admin"],
  ["TeamsActivity.Send", "Notify people in their activity feed", "Sends a notification in your name."],
  ["Group.Read.All", "Read all groups", "Groups, their members and their content.", "admin"],
  ["Group.ReadWrite.All", "Edit all groups", "Groups, their members and their content.", "admin"],
  ["GroupMember.Read.All", "See the members of groups", "Who belongs to which group.", "admin"],
  ["GroupMember.ReadBasic.All", "See the basic membership of groups", "Who belongs to which group.", "admin"],
  ["Group-Conversation.ReadWrite.All", "Write in group conversations", "Group mailboxes you belong to.", "admin"],
  ["Directory.Read.All", "Read the directory", "People, groups and apps of the organisation.", "admin"],
  ["Mail.Send", "Send mail as you", "Sends a message when you ask for it."],
  ["Calendars.Read", "Read your calendar", "All details of your events."],
  ["Calendars.ReadBasic", "See when you are busy", "Times of your events, without their content."],
  ["Calendars.ReadWrite", "Manage your calendar", "Creates and changes events when you ask for it."],
  ["OnlineMeetings.Read", "Read your online meetings", "Their subject, time and join address."],
  ["OnlineMeetings.ReadWrite", "Create online meetings", "Creates and changes online meetings as you."],
  ["Tasks.Read", "Read your tasks", "Your tasks and plans."],
  ["Tasks.ReadWrite", "Manage your tasks", "Creates and changes tasks when you ask for it."],
];

/** Of the resource "Office 365 SharePoint Online". */
const sharePointRows: readonly Row[] = [
  ["AllSites.Read", "Read items in all sites you can open", "Through SharePoint itself, as far as you may read."],
  ["AllSites.Write", "Edit items in all sites you can open", "Through SharePoint itself, as far as you may edit."],
  ["AllSites.Manage", "Create and change lists in all sites", "Through SharePoint itself.", "admin"],
  ["AllSites.FullControl", "Full control of all sites", "Including who may do what on lists and sites.", "admin"],
];

const infosOf = (resource: Resource, table: readonly Row[]): readonly ScopeInfo[] =>
  table.map(([name, title, description, flag]) => ({
    name,
    resource,
    title,
    description,
    adminOnly: flag === "admin",
  }));

const graphInfos = infosOf("graph", rows);
const sharePointInfos = infosOf("sharePoint", sharePointRows);
const byLowerName = new Map(
  [...oidc, ...graphInfos, ...sharePointInfos].map((scope) => [scope.name.toLowerCase(), scope]),
);

const namesOf = (infos: readonly ScopeInfo[]): readonly string[] => infos.map(({ name }) => name);

export const oidcScopes: readonly string[] = namesOf(oidc);
export const allScopes: readonly string[] = [...byLowerName.values()].map(({ name }) => name);

/** Those of the names that a token for the resource carries. */
export const scopesOfResource = (resource: Resource, names: readonly string[]): readonly string[] =>
  names.filter((name) => byLowerName.get(name.toLowerCase())?.resource === resource);

export const isForAdmins = (name: string): boolean => byLowerName.get(name.toLowerCase())?.adminOnly === true;

/** What an administrator of this tenant has granted to everybody before anybody signs in. */
export const basicScopes: readonly string[] = [
  "openid",
  "profile",
  "offline_access",
  "User.Read",
  "User.ReadBasic.All",
  "Sites.Selected",
];

/** A permission as an answer names it: those of Graph bare, those of SharePoint with its address. */
export const spelledOut = (name: string, sharePoint: string): string =>
  byLowerName.get(name.toLowerCase())?.resource === "sharePoint" ? `${sharePoint}/${name}` : name;

/**
 * The spellings a client may use for the permissions of a resource when it refreshes. Entra compares without regard to case;
 * oidc-provider needs a list, so only the official spelling and all lower case are taken here.
 */
export const acceptedSpellings = (resource: Resource, sharePoint: string): readonly string[] => {
  const names = namesOf(resource === "graph" ? graphInfos : sharePointInfos);
  const address = audienceOf(resource, sharePoint);
  const all = [".default", ...names, ...names.map((name) => name.toLowerCase())];
  return all.flatMap((name) => (resource === "graph" ? [name, `${graph}/${name}`] : [`${address}/${name}`]));
};

export interface RequestedScopes {
  /** Known permissions in their official spelling, without `.default`. */
  readonly scopes: readonly ScopeInfo[];
  /** What this tenant has never heard of, as the client wrote it. */
  readonly unknown: readonly string[];
  /** In the order asked for; the first is what a token will be for, Graph when none is named. */
  readonly resources: readonly Resource[];
}

interface Written {
  readonly resource: Resource;
  readonly name: string;
  /** False for the permissions of OpenID Connect, which belong to every request. */
  readonly counts: boolean;
}

const readOne = (written: string, sharePoint: string): Written => {
  const lower = written.toLowerCase();
  const prefixed = (resource: Resource): Written | undefined => {
    const address = `${audienceOf(resource, sharePoint)}/`;
    return lower.startsWith(address) ? { resource, name: lower.slice(address.length), counts: true } : undefined;
  };
  return (
    prefixed("graph") ??
    prefixed("sharePoint") ?? { resource: "graph", name: lower, counts: !oidcScopes.includes(lower) }
  );
};

/**
 * Reads a `scope` parameter: names are case-insensitive and may carry the address of their resource, as in Entra; without one
 * they are Graph's.
 */
export const readScopes = (parameter: string, sharePoint: string): RequestedScopes => {
  const scopes = new Map<string, ScopeInfo>();
  const unknown: string[] = [];
  const resources = new Set<Resource>();
  for (const written of parameter.split(" ").filter(Boolean)) {
    const { resource, name, counts } = readOne(written, sharePoint);
    const known = byLowerName.get(name);
    if (known?.resource === resource) scopes.set(known.name, known);
    else if (name !== ".default") unknown.push(written);
    if (counts) resources.add(resource);
  }
  return { scopes: [...scopes.values()], unknown, resources: [...resources] };
};
