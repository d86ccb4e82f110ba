/** Teams and channels. Every simulated group has a team. */
import { accessDenied, type JsonObject, ok, refuse } from "../http/exchange.ts";
import { collection, entity, project } from "../odata/paging.ts";
import type { DirectoryGroup } from "../directory.ts";
import type { Service } from "../service.ts";
import { param, type Route, type RouteCall } from "./route.ts";

export interface ChannelRow {
  readonly id: string;
  readonly teamId: string;
  readonly displayName: string;
  readonly createdAt: string;
}

const missing = (what: string): never => refuse(404, "NotFound", `No ${what} found with the given id.`);

/** The team of the path, for members only: Graph answers 403 to everybody else. */
export const teamOf = (service: Service, call: RouteCall): DirectoryGroup => {
  const directory = service.directory();
  const group = directory.groupById.get(param(call, "team")) ?? missing("team");
  return directory.groupsOf.get(call.caller.oid)?.includes(group.id) === true ? group : accessDenied();
};

export const channelOf = (service: Service, call: RouteCall, team: DirectoryGroup): ChannelRow =>
  service.db.get<ChannelRow>("SELECT * FROM channels WHERE id = ? AND teamId = ?", param(call, "channel"), team.id) ??
  missing("channel");

const teamProperties = ["id", "displayName", "description", "visibility", "webUrl", "isArchived", "createdDateTime"];

const showTeam = (team: DirectoryGroup, call: RouteCall): JsonObject =>
  project(
    {
      id: team.id,
      displayName: team.displayName,
      description: team.description,
      visibility: team.visibility.toLowerCase(),
      isArchived: false,
      createdDateTime: team.createdDateTime,
      webUrl: `https://teams.microsoft.com/l/team/${team.id}/conversations?groupId=${team.id}&tenantId=${call.caller.tid}`,
    },
    call.options.select,
    teamProperties,
    "team",
  );

const channelProperties = [
  "id",
  "displayName",
  "description",
  "membershipType",
  "webUrl",
  "createdDateTime",
  "email",
  "isArchived",
];

const showChannel = (channel: ChannelRow, call: RouteCall): JsonObject =>
  project(
    {
      id: channel.id,
      createdDateTime: channel.createdAt,
      displayName: channel.displayName,
      description: null,
      email: "",
      isArchived: false,
      membershipType: "standard",
      webUrl: channelUrl(channel, call.caller.tid),
    },
    call.options.select,
    channelProperties,
    "channel",
  );

export const channelUrl = (channel: ChannelRow, tenantId: string): string =>
  `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.displayName)}?groupId=${channel.teamId}&tenantId=${tenantId}`;

const joinedTeams = (service: Service, call: RouteCall) => {
  const directory = service.directory();
  const teams = (directory.groupsOf.get(call.caller.oid) ?? [])
    .map((id) => directory.groupById.get(id))
    .filter((group) => group !== undefined);
  return ok(collection(call, "teams", { value: teams.map((team) => showTeam(team, call)) }));
};

const getTeam = (service: Service, call: RouteCall) => ok(entity(call, "teams", showTeam(teamOf(service, call), call)));

const getChannels = (service: Service, call: RouteCall) => {
  const team = teamOf(service, call);
  const rows = service.db.all<ChannelRow>("SELECT * FROM channels WHERE teamId = ? ORDER BY ord", team.id);
  return ok(collection(call, `teams('${team.id}')/channels`, { value: rows.map((row) => showChannel(row, call)) }));
};

const getChannel = (service: Service, call: RouteCall) => {
  const team = teamOf(service, call);
  return ok(entity(call, `teams('${team.id}')/channels`, showChannel(channelOf(service, call, team), call)));
};

const readTeams = [
  "Team.ReadBasic.All",
  "TeamSettings.Read.All",
  "TeamSettings.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];
const readJoined = [...readTeams.filter((scope) => !scope.startsWith("Group.")), "User.Read.All", "User.ReadWrite.All"];
const readChannels = [
  "Channel.ReadBasic.All",
  "ChannelSettings.Read.All",
  "ChannelSettings.ReadWrite.All",
  "Group.Read.All",
  "Group.ReadWrite.All",
  "Directory.Read.All",
  "Directory.ReadWrite.All",
];

export const teamRoutes: readonly Route[] = [
  { method: "GET", path: "/me/joinedTeams", scopes: readJoined, query: ["select"], handle: joinedTeams },
  { method: "GET", path: "/teams/{team}", scopes: readTeams, query: ["select"], handle: getTeam },
  { method: "GET", path: "/teams/{team}/channels", scopes: readChannels, query: ["select"], handle: getChannels },
  {
    method: "GET",
    path: "/teams/{team}/channels/{channel}",
    scopes: readChannels,
    query: ["select"],
    handle: getChannel,
  },
];
