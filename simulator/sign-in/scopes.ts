/**
 * The delegated permissions this tenant knows. Names as in Microsoft Graph; `adminOnly` follows Microsoft's
 * "admin consent required" flag, tightened for `Sites.Manage.All`, which careful tenants keep to administrators.
 */
export interface ScopeInfo {
  readonly name: string;
  /** One line, as a person reads it on the consent page. */
  readonly title: string;
  readonly description: string;
  readonly adminOnly: boolean;
}

const graph = "https://graph.microsoft.com";

/** The audience of every access token issued here. */
export const graphAudience = graph;

const oidc: readonly ScopeInfo[] = [
  ["openid", "Sign you in", "Lets the app know that it is you."],
  ["profile", "View your basic profile", "Your name, your user name and your picture."],
  ["email", "View your email address", "The primary address of your account."],
  ["offline_access", "Keep access to what you allowed", "Saves you from signing in again and again."],
].map(([name = "", title = "", description = ""]) => ({ name, title, description, adminOnly: false }));

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

const graphInfos: readonly ScopeInfo[] = rows.map(([name, title, description, flag]) => ({
  name,
  title,
  description,
  adminOnly: flag === "admin",
}));

const byLowerName = new Map([...oidc, ...graphInfos].map((scope) => [scope.name.toLowerCase(), scope]));

export const oidcScopes: readonly string[] = oidc.map(({ name }) => name);
const graphScopes: readonly string[] = graphInfos.map(({ name }) => name);
export const allScopes: readonly string[] = [...oidcScopes, ...graphScopes];

/** What an administrator of this tenant has granted to everybody before anybody signs in. */
export const basicScopes: readonly string[] = [
  "openid",
  "profile",
  "offline_access",
  "User.Read",
  "User.ReadBasic.All",
  "Sites.Selected",
];

/**
 * The spellings a client may use for a Graph permission when it refreshes. Entra compares without regard to case;
 * oidc-provider needs a list, so only the official spelling and all lower case are taken here.
 */
export const acceptedGraphSpellings: readonly string[] = [
  ".default",
  `${graph}/.default`,
  ...[...graphScopes, ...graphScopes.map((name) => name.toLowerCase())].flatMap((name) => [name, `${graph}/${name}`]),
];

export interface RequestedScopes {
  /** Known permissions in their official spelling, without `.default`. */
  readonly scopes: readonly ScopeInfo[];
  /** What this tenant has never heard of, as the client wrote it. */
  readonly unknown: readonly string[];
}

/** Reads a `scope` parameter: names are case-insensitive and may carry the Graph address, as in Entra. */
export const readScopes = (parameter: string): RequestedScopes => {
  const scopes = new Map<string, ScopeInfo>();
  const unknown: string[] = [];
  for (const written of parameter.split(" ").filter(Boolean)) {
    const name = written.toLowerCase().startsWith(`${graph}/`) ? written.slice(graph.length + 1) : written;
    const known = byLowerName.get(name.toLowerCase());
    if (known) scopes.set(known.name, known);
    else if (name.toLowerCase() !== ".default") unknown.push(written);
  }
  return { scopes: [...scopes.values()], unknown };
};
