import type { HostKind } from "../../wire.ts";

/** SDK version that the host claims; teams-js compares it with what single features need. */
export const hostSdkVersion = "2.0.8";

/** `HostClientType` of teams-js. */
export const clientType = (host: HostKind): string => (host === "mobile" ? "android" : "web");

const poor = {
  pages: { config: {}, backStack: {} },
  people: {},
  teamsCore: {},
};

const mobile = {
  app: { notifySuccessResponse: {} },
  dialog: { url: { parentCommunication: {} }, update: {} },
  nestedAppAuth: {},
  pages: { backStack: {}, currentApp: {} },
  people: {},
  teamsCore: {},
};

const full = {
  ...mobile,
  clipboard: {},
  pages: { backStack: {}, config: {}, currentApp: {}, tabs: {} },
};

const supportsByHost = { web: full, mobile, old: poor } as const;

/** The runtime object of `initialize`. What `supports` lacks makes `isSupported()` false in the page. [TS21] */
export const runtimeOf = (host: HostKind): object => ({
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: host !== "old",
  isDeeplyNestedAuthSupported: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: supportsByHost[host],
});
