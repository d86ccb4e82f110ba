import type { PersonaKey, World, WorldGroup, WorldUser } from "../world/types.ts";
import { guestApp } from "./manifest.ts";
import type { HostKind, InstalledApp, ShellSession, ShellStart, ShellTeam, ShellTheme, ShellView } from "./wire.ts";

export type Query = Readonly<Record<string, unknown>>;

export type SessionResult =
  { readonly ok: true; readonly session: ShellSession } | { readonly ok: false; readonly message: string };

/** Teams waits 30 seconds for a page. Source: documentation of `showLoadingIndicator`. */
const defaultLoadLimit = 30_000;

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

const oneOf = <T extends string>(value: unknown, allowed: readonly [T, ...(readonly T[])]): T =>
  allowed.find((one) => one === value) ?? allowed[0];

export const findUser = (world: World, key: unknown): WorldUser | undefined => {
  if (typeof key !== "string" || !Object.hasOwn(world.personas, key)) return undefined;
  const id = world.personas[key as PersonaKey];
  return world.users.find((user) => user.id === id);
};

const teamOf = (group: WorldGroup, userId: string): ShellTeam => ({
  id: group.id,
  displayName: group.displayName,
  mailNickname: group.mailNickname,
  role: group.ownerIds.includes(userId) ? "owner" : "member",
  channels: group.channels,
});

/** The teams a person is in, by name. */
export const teamsOf = (world: World, userId: string): readonly ShellTeam[] =>
  world.groups
    .filter(({ ownerIds, memberIds }) => ownerIds.includes(userId) || memberIds.includes(userId))
    .map((group) => teamOf(group, userId))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));

/** Pages of this machine only: the shell hands them a signed-in person. [TS23] */
const localPage = (address: string): URL | undefined => {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname) || url.hostname.endsWith(".localhost");
  return local && (url.protocol === "http:" || url.protocol === "https:") ? url : undefined;
};

const startOf = (query: Query, user: WorldUser): ShellStart => {
  const given = {
    teamId: text(query["team"]),
    channelId: text(query["channel"]),
    tab: text(query["tab"]),
    link: text(query["link"]),
  };
  return {
    view: oneOf<ShellView>(query["view"], ["personal", "channel", "teams", "activity", "chat"]),
    theme: oneOf<ShellTheme>(query["theme"], ["default", "dark", "contrast"]),
    host: oneOf<HostKind>(query["host"], ["web", "mobile", "old"]),
    locale: text(query["locale"]) ?? (user.preferredLanguage === "" ? "en-US" : user.preferredLanguage),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
};

const limitOf = (query: Query): number => {
  const asked = Number(text(query["limit"]));
  return Number.isFinite(asked) && asked > 0 ? asked : defaultLoadLimit;
};

/** What the address of the shell asks for. Unknown values of a closed list fall back to its first. */
export const buildSession = (world: World, installed: InstalledApp, query: Query): SessionResult => {
  const user = findUser(world, query["user"]);
  if (user === undefined) {
    return { ok: false, message: `Choose a user: ${Object.keys(world.personas).join(", ")}.` };
  }
  const address = text(query["app"]);
  const page = address === undefined ? undefined : localPage(address);
  if (address !== undefined && page === undefined) {
    return { ok: false, message: `app= opens pages on localhost only, not "${address}".` };
  }
  const { id, displayName, sharePointHost } = world.tenant;
  return {
    ok: true,
    session: {
      user: {
        key: String(query["user"]),
        id: user.id,
        displayName: user.displayName,
        userPrincipalName: user.userPrincipalName,
        jobTitle: user.jobTitle,
      },
      tenant: { id, displayName, sharePointHost },
      app: page === undefined ? installed : guestApp(installed, page),
      ...(page === undefined ? {} : { guestPage: page.href }),
      teams: teamsOf(world, user.id),
      start: startOf(query, user),
      loadLimit: limitOf(query),
    },
  };
};
