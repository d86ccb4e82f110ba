import type { HostKind, ShellChannel, ShellSession, ShellTeam, ShellTheme } from "../../wire.ts";
import type { FrameContext, LegacyContext } from "./host.ts";
import { clientType } from "./runtime.ts";

/** Where in the shell a page stands. */
export interface PagePlace {
  readonly frameContext: FrameContext;
  readonly entityId: string;
  readonly subEntityId?: string;
  readonly channel?: { readonly team: ShellTeam; readonly channel: ShellChannel };
}

export interface Surroundings {
  readonly session: ShellSession;
  readonly theme: ShellTheme;
  readonly locale: string;
  readonly host: HostKind;
  /** One id per opened shell. */
  readonly sessionId: string;
}

const channelContext = (
  { team, channel }: NonNullable<PagePlace["channel"]>,
  { tenant }: ShellSession,
): LegacyContext => {
  const sitePath = `/sites/${team.mailNickname}`;
  return {
    channelId: channel.id,
    channelName: channel.displayName,
    channelType: "Regular",
    channelRelativeUrl: `${sitePath}/Shared Documents/${channel.displayName}`,
    groupId: team.id,
    hostTeamGroupId: team.id,
    hostTeamTenantId: tenant.id,
    teamId: team.channels[0]?.id ?? channel.id,
    teamName: team.displayName,
    teamType: 0,
    teamSiteDomain: tenant.sharePointHost,
    teamSitePath: sitePath,
    teamSiteUrl: `https://${tenant.sharePointHost}${sitePath}`,
    // `UserTeamRole` of teams-js: 0 owner, 1 member.
    userTeamRole: team.role === "owner" ? 0 : 1,
    isTeamArchived: false,
  };
};

/** What `getContext` answers and `contextChange` carries. [TS5] */
export const buildContext = (place: PagePlace, around: Surroundings): LegacyContext => {
  const { session, theme, locale, host, sessionId } = around;
  const { user, tenant, app } = session;
  return {
    appId: app.id,
    appSessionId: sessionId,
    sessionId,
    manifestVersion: app.manifestVersion,
    hostName: "Teams",
    hostClientType: clientType(host),
    ringId: "general",
    theme,
    locale: locale.toLowerCase(),
    frameContext: place.frameContext,
    entityId: place.entityId,
    subEntityId: place.subEntityId ?? "",
    isFullScreen: false,
    isMultiWindow: false,
    userObjectId: user.id,
    userDisplayName: user.displayName,
    userPrincipalName: user.userPrincipalName,
    loginHint: user.userPrincipalName,
    userLicenseType: "Simulated",
    tid: tenant.id,
    ...(place.channel === undefined ? {} : channelContext(place.channel, session)),
  };
};

/** Placeholders of manifest addresses: the flat names and the dotted ones of teams-js 2. */
const dottedNames: Readonly<Record<string, string>> = {
  "app.theme": "theme",
  "app.locale": "locale",
  "app.host.name": "hostName",
  "app.host.clientType": "hostClientType",
  "app.sessionId": "appSessionId",
  "page.id": "entityId",
  "page.subPageId": "subEntityId",
  "user.id": "userObjectId",
  "user.loginHint": "loginHint",
  "user.userPrincipalName": "userPrincipalName",
  "user.tenant.id": "tid",
  "channel.id": "channelId",
  "team.groupId": "groupId",
  "team.internalId": "teamId",
  "sharePointSite.teamSiteUrl": "teamSiteUrl",
};

/** Replaces `{name}` in an address by the value from the context; what the context lacks becomes empty. [TS7] */
export const fillPlaceholders = (address: string, context: LegacyContext): string =>
  address.replaceAll(/\{([a-zA-Z.]+)\}|%7B([a-zA-Z.]+)%7D/gi, (whole, plain?: string, escaped?: string) => {
    const name = plain ?? escaped ?? "";
    const flat = dottedNames[name] ?? name;
    const known = flat in context || Object.values(dottedNames).includes(flat);
    const value = context[flat];
    return known ? encodeURIComponent(typeof value === "string" ? value : "") : whole;
  });
