import type { PinnedTab, ShellChannel, ShellSession, ShellTeam, ShellTheme, TabSettings } from "../../wire.ts";
import type { DialogRequest, PeopleRequest } from "../protocol/calls/dialogs.ts";
import type { PagePlace } from "../protocol/context.ts";
import type { LogEntry } from "../protocol/host.ts";
import type { LoadState } from "../protocol/loading.ts";
import type { ConsentQuestion } from "../protocol/nestedAppAuth.ts";

export const postsTab = "posts";

export type Place =
  | { readonly kind: "activity" }
  | { readonly kind: "chat" }
  | { readonly kind: "app"; readonly entityId: string; readonly subPageId?: string }
  /** The list of teams; only a narrow shell shows it on its own. */
  | { readonly kind: "teams" }
  | { readonly kind: "channel"; readonly channelId: string; readonly tabId: string; readonly subPageId?: string };

/** Adding, changing or removing a tab through the app's own page. */
export interface Configuration {
  readonly pageId: string;
  readonly mode: "add" | "change" | "remove";
  readonly channelId: string;
  readonly url: string;
  /** The tab as it is stored; absent while it is being added. */
  readonly tab?: PinnedTab;
  /** What the page has set so far. */
  readonly draft?: TabSettings;
  readonly valid: boolean;
  readonly busy: boolean;
  readonly problem?: string;
}

export interface OpenDialog extends DialogRequest {
  readonly pageId: string;
  readonly parentId: string;
}

export interface ConsentState extends ConsentQuestion {
  readonly kind: "consent" | "approval";
}

export interface Logged extends Omit<LogEntry, "detail"> {
  readonly number: number;
  /** Shortened, and without tokens. */
  readonly detail: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface Notice {
  readonly number: number;
  readonly intent: "info" | "warning" | "error" | "success";
  readonly text: string;
}

export interface ShellState {
  readonly place: Place;
  readonly back: readonly Place[];
  /** Counts navigations; a page belongs to one visit, so that going to a place again loads it anew. */
  readonly visit: number;
  readonly theme: ShellTheme;
  readonly locale: string;
  /** By channel id. */
  readonly tabs: Readonly<Record<string, readonly PinnedTab[]>>;
  /** By page id. */
  readonly loads: Readonly<Record<string, LoadState>>;
  readonly configuration?: Configuration;
  readonly dialog?: OpenDialog;
  readonly picker?: PeopleRequest;
  readonly consent?: ConsentState;
  readonly sharedLink?: { readonly url: string; readonly label: string };
  readonly log: readonly Logged[];
  readonly logOpen: boolean;
  readonly notice?: Notice;
}

/** A page of the app as it is to be shown in a frame. */
export interface PageSpec {
  readonly id: string;
  readonly title: string;
  /** As in the manifest or the tab's settings; placeholders are filled when the frame opens. */
  readonly address: string;
  readonly place: PagePlace;
}

export const channelOf = (
  session: ShellSession,
  channelId: string,
): { readonly team: ShellTeam; readonly channel: ShellChannel } | undefined => {
  for (const team of session.teams) {
    const channel = team.channels.find(({ id }) => id === channelId);
    if (channel !== undefined) return { team, channel };
  }
  return undefined;
};

const guestTab = (address: string): PinnedTab => ({
  id: "guest",
  entityId: "guest",
  name: new URL(address).host,
  contentUrl: address,
});

/** The tabs of a channel besides "Posts". */
export const tabsOf = (state: ShellState, session: ShellSession, channelId: string): readonly PinnedTab[] => {
  const stored = state.tabs[channelId] ?? [];
  return session.guestPage === undefined ? stored : [guestTab(session.guestPage), ...stored];
};

const subPage = (place: { readonly subPageId?: string }): { readonly subEntityId?: string } =>
  place.subPageId === undefined ? {} : { subEntityId: place.subPageId };

/** The app page of the present place; undefined where the shell shows something of its own. */
export const contentPage = (state: ShellState, session: ShellSession): PageSpec | undefined => {
  const { place, visit } = state;
  if (place.kind === "app") {
    const tab = session.app.staticTabs.find(({ entityId }) => entityId === place.entityId);
    if (tab === undefined) return undefined;
    return {
      id: `tab-${visit}`,
      title: tab.name,
      address: tab.contentUrl,
      place: { frameContext: "content", entityId: tab.entityId, ...subPage(place) },
    };
  }
  if (place.kind !== "channel" || place.tabId === postsTab) return undefined;
  const channel = channelOf(session, place.channelId);
  const tab = tabsOf(state, session, place.channelId).find(({ id }) => id === place.tabId);
  if (channel === undefined || tab === undefined) return undefined;
  return {
    id: `tab-${visit}`,
    title: tab.name,
    address: tab.contentUrl,
    place: { frameContext: "content", entityId: tab.entityId, channel, ...subPage(place) },
  };
};

/** The app's configuration or removal page while it is open. */
export const configurationPage = (state: ShellState, session: ShellSession): PageSpec | undefined => {
  const { configuration } = state;
  const channel = configuration && channelOf(session, configuration.channelId);
  if (configuration === undefined || channel === undefined) return undefined;
  return {
    id: configuration.pageId,
    title: session.app.name,
    address: configuration.url,
    place: {
      frameContext: configuration.mode === "remove" ? "remove" : "settings",
      entityId: configuration.tab?.entityId ?? "",
      channel,
    },
  };
};

/** The page of an open dialog; it stands where the page that opened it stands. */
export const dialogPage = (state: ShellState, session: ShellSession): PageSpec | undefined => {
  const { dialog } = state;
  if (dialog === undefined) return undefined;
  const parent = contentPage(state, session)?.place;
  return {
    id: dialog.pageId,
    title: dialog.title === "" ? session.app.name : dialog.title,
    address: dialog.url,
    place: { entityId: "", ...parent, frameContext: "task" },
  };
};

/** The place and title of any open page. */
export const pageById = (state: ShellState, session: ShellSession, pageId: string): PageSpec | undefined =>
  [contentPage(state, session), configurationPage(state, session), dialogPage(state, session)].find(
    (page) => page?.id === pageId,
  );
